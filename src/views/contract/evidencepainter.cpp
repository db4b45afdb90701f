// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/evidencepainter.h"

#include "models/numbertext.h"
#include "views/look/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace flowglass::views {

namespace {

constexpr double kDiamond = 5.0;

QString say(const char* text) { return QCoreApplication::translate("EvidencePainter", text); }

QString whole(std::uint64_t n) { return models::NumberText().whole(n); }

// Room for the numbers below.
QRectF plotOf(const QPainter& painter, const QRectF& area)
{
    return area.adjusted(0, kDiamond + 3, 0, -painter.fontMetrics().height() - 3);
}

void drawGround(QPainter& painter, const QRectF& plot, const Theme& theme)
{
    painter.setPen(QColor(theme.line));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

void drawDiamond(QPainter& painter, const QPointF& at, const Theme& theme)
{
    painter.setPen(QPen(QColor(theme.text), 1.0));
    painter.setBrush(QColor(theme.flagBar));
    painter.drawPolygon(QPolygonF({at + QPointF(0, -kDiamond), at + QPointF(kDiamond, 0), at + QPointF(0, kDiamond),
                                   at + QPointF(-kDiamond, 0)}));
}

// Below the plot, kept within it; returns where it stands.
QRectF drawBelow(QPainter& painter, const QRectF& plot, double x, const QString& text, QRgb colour)
{
    QRectF where(0, plot.bottom() + 3, painter.fontMetrics().horizontalAdvance(text) + 2.0,
                 painter.fontMetrics().height());
    where.moveLeft(std::clamp(x - where.width() / 2, plot.left(), std::max(plot.left(), plot.right() - where.width())));
    painter.setPen(QColor(colour));
    painter.drawText(where, Qt::AlignCenter, text);
    return where;
}

// What is usual. Sharp, so that it keeps its colour.
void drawUsual(QPainter& painter, const QRectF& plot, double y, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor(theme.accent), 2.0, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), std::round(y)), QPointF(plot.right(), std::round(y)));
    painter.restore();
}

// A word on the ground of the plot, so that lines do not strike it through.
void drawNote(QPainter& painter, const QRectF& plot, double y, const QString& text, const Theme& theme)
{
    QRectF where(0, 0, painter.fontMetrics().horizontalAdvance(text) + 8.0, painter.fontMetrics().height());
    const double lowest = std::max(plot.top(), plot.bottom() - where.height());
    where.moveTopLeft({plot.left(), std::clamp(y - where.height() - 1, plot.top(), lowest)});
    QColor ground(theme.base);
    ground.setAlphaF(0.8F);
    painter.fillRect(where, ground);
    painter.setPen(QColor(theme.text));
    painter.drawText(where, Qt::AlignCenter, text);
}

QColor quiet(const Theme& theme) { return mixed(theme.base, theme.muted, 0.45); }

} // namespace

void drawSizes(QPainter& painter, const QRectF& area, const models::SizePicture& picture, const Theme& theme)
{
    const QRectF plot = plotOf(painter, area);
    const double step = plot.width() / double(std::max<std::size_t>(picture.bins.size(), 1));
    std::uint64_t most = 1;
    for (const auto& bin : picture.bins)
        most = std::max({most, bin.own, bin.ofUnderlying});
    const auto height = [&](std::uint64_t count) {
        return plot.height() * std::log1p(double(count)) / std::log1p(double(most));
    };
    for (std::size_t at = 0; at < picture.bins.size(); ++at) {
        const double x = plot.left() + step * double(at);
        const auto bar = [&](std::uint64_t count, double inset, const QColor& colour) {
            const double h = height(count);
            painter.fillRect(QRectF(x + step * inset, plot.bottom() - h, step * (1 - 2 * inset), h), colour);
        };
        bar(picture.bins[at].ofUnderlying, 0.06, mixed(theme.base, theme.muted, 0.3));
        bar(picture.bins[at].own, 0.28, QColor(theme.accent));
    }
    drawGround(painter, plot, theme);
    const double x = plot.left() + step * (double(picture.marked) + 0.5);
    painter.setPen(QPen(QColor(theme.text), 1.0, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    drawDiamond(painter, {x, plot.top()}, theme);
    const QRectF own = drawBelow(painter, plot, x, whole(picture.size), theme.text);
    for (std::size_t at = 0; at < picture.bins.size(); at += 3) {
        const double middle = plot.left() + step * (double(at) + 0.5);
        if (std::abs(middle - own.center().x()) > own.width())
            drawBelow(painter, plot, middle, whole(models::SizePicture::lowerEdge(at)), theme.muted);
    }
}

void drawCounts(QPainter& painter, const QRectF& area, const models::CountPicture& picture, const Theme& theme)
{
    const QRectF plot = plotOf(painter, area);
    const double step = plot.width() / double(std::max<std::size_t>(picture.slots.size(), 1));
    double most = std::max(picture.expected * 1.25, 1.0);
    for (const auto& slot : picture.slots)
        most = std::max(most, double(slot.count));
    for (std::size_t at = 0; at < picture.slots.size(); ++at) {
        const auto& slot = picture.slots[at];
        const double h = plot.height() * double(slot.count) / most;
        const QRectF bar(plot.left() + step * double(at) + 1, plot.bottom() - h, std::max(step - 2, 1.0), h);
        painter.fillRect(bar, slot.marked ? QColor(theme.flagBar) : quiet(theme));
        if (slot.marked && slot.count > 0) {
            painter.setPen(QPen(QColor(theme.text), 1.0));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, 0));
        }
    }
    drawGround(painter, plot, theme);
    const double y = plot.bottom() - plot.height() * picture.expected / most;
    drawUsual(painter, plot, y, theme);
    const models::NumberText numbers;
    drawNote(painter, plot, y,
             say(QT_TRANSLATE_NOOP("EvidencePainter", "usual %1"))
                 .arg(numbers.decimal(picture.expected, picture.expected < 10 ? 1 : 0)),
             theme);
    const auto shown = picture.slotWidth * std::int64_t(picture.slots.size());
    drawBelow(painter, plot, plot.left(),
              say(QT_TRANSLATE_NOOP("EvidencePainter", "%1 before")).arg(numbers.duration(shown)), theme.muted);
    drawBelow(painter, plot, plot.right(), say(QT_TRANSLATE_NOOP("EvidencePainter", "at the flag")), theme.muted);
}

void drawTrack(QPainter& painter, const QRectF& area, const models::PriceTrack& track, const Theme& theme)
{
    const QRectF plot = plotOf(painter, area);
    double low = track.expected - track.tolerance;
    double high = track.expected + track.tolerance;
    for (const auto& point : track.points) {
        low = std::min(low, point.dollars);
        high = std::max(high, point.dollars);
    }
    const double room = std::max(high - low, 0.01);
    const auto y = [&](double dollars) { return plot.bottom() - plot.height() * (dollars - low) / room; };
    // By print and not by time: a quiet hour would leave nothing but its ends.
    const double step = plot.width() / double(std::max<std::size_t>(track.points.size(), 1));
    const auto x = [&](std::size_t at) { return plot.left() + step * (double(at) + 0.5); };
    QColor band(theme.accent);
    band.setAlphaF(0.22F);
    painter.fillRect(QRectF(QPointF(plot.left(), y(track.expected + track.tolerance)),
                            QPointF(plot.right(), y(track.expected - track.tolerance))),
                     band);
    drawUsual(painter, plot, y(track.expected), theme);
    drawGround(painter, plot, theme);
    QPolygonF line;
    for (std::size_t at = 0; at < track.points.size(); ++at)
        line << QPointF(x(at), y(track.points[at].dollars));
    painter.setPen(QPen(QColor(theme.muted), 1.0));
    painter.drawPolyline(line);
    for (std::size_t at = 0; at < track.points.size(); ++at) {
        if (track.points[at].marked)
            drawDiamond(painter, line[qsizetype(at)], theme);
    }
    const models::NumberText numbers;
    drawNote(painter, plot, y(track.expected),
             say(QT_TRANSLATE_NOOP("EvidencePainter", "expected %1")).arg(numbers.dollars(std::round(track.expected * 100) / 100)),
             theme);
    drawBelow(painter, plot, plot.left(),
              say(QT_TRANSLATE_NOOP("EvidencePainter", "%1 to %2")).arg(numbers.dollars(low), numbers.dollars(high)),
              theme.muted);
    drawBelow(painter, plot, plot.right(), say(QT_TRANSLATE_NOOP("EvidencePainter", "at the flag")), theme.muted);
}

} // namespace flowglass::views

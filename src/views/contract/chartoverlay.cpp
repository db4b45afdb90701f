// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/chartoverlay.h"

#include "views/look/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace flowglass::views {

namespace {

constexpr double kMinRadius = 1.8;
constexpr double kMaxRadius = 11.0;
constexpr double kReach = 24.0; // of the crosshair for a dot, pixels

using Dot = models::ContractSeries::Dot;

double squared(const QPointF& p) { return p.x() * p.x() + p.y() * p.y(); }

} // namespace

QPointF ChartOverlay::Area::at(double ms, double dollars) const
{
    const double x = (ms - fromMs) / std::max(toMs - fromMs, 1.0);
    const double y = (dollars - low) / std::max(high - low, 1e-6);
    return {plot.left() + x * plot.width(), plot.bottom() - y * plot.height()};
}

ChartOverlay::ChartOverlay(QGraphicsItem* parent) : QGraphicsItem(parent) { setZValue(100); }

void ChartOverlay::setDots(std::vector<Dot> dots, std::uint32_t maxSize, std::optional<bool> call)
{
    m_dots = std::move(dots);
    std::ranges::stable_sort(m_dots, [](const Dot& a, const Dot& b) {
        return a.highlighted != b.highlighted ? b.highlighted : a.size > b.size;
    });
    m_maxSize = std::max<std::uint32_t>(maxSize, 1);
    m_call = call;
    update();
}

void ChartOverlay::setGaps(std::vector<models::GapBand> gaps)
{
    if (gaps == m_gaps)
        return;
    m_gaps = std::move(gaps);
    update();
}

void ChartOverlay::setArea(const Area& area)
{
    if (area == m_area)
        return;
    prepareGeometryChange();
    m_area = area;
    m_bounds = area.plot.adjusted(-kMaxRadius, -kMaxRadius, kMaxRadius, kMaxRadius);
    update();
}

void ChartOverlay::setCursor(std::optional<QPointF> cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    update();
}

QPointF ChartOverlay::placeOf(const Dot& dot) const
{
    return m_area.at(double(dot.time.value), dot.price.lossyDollars());
}

// The area stands for the size.
double ChartOverlay::radiusOf(std::uint32_t size) const
{
    return kMinRadius + (kMaxRadius - kMinRadius) * std::sqrt(double(size) / double(m_maxSize));
}

void ChartOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget)
{
    if (m_area.plot.isEmpty() || !widget)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(widget->font());
    if (m_dots.empty()) {
        painter->setPen(QColor(themeOf(widget->palette()).muted));
        painter->drawText(m_area.plot, Qt::AlignCenter, m_emptyText);
        return;
    }
    painter->save();
    painter->setClipRect(m_bounds);
    const Theme& theme = themeOf(widget->palette());
    paintGaps(*painter, theme);
    paintDots(*painter, theme);
    painter->restore();
    paintCrosshair(*painter, theme);
}

// Hatched as in the tape, at least a line; a filled one by its edges alone.
void ChartOverlay::paintGaps(QPainter& painter, const Theme& theme) const
{
    painter.setPen(QPen(QColor(theme.warn), 1.0, Qt::DotLine));
    for (const models::GapBand& gap : m_gaps) {
        QRectF band(m_area.at(double(gap.from.value), m_area.high), m_area.at(double(gap.to.value), m_area.low));
        band = band.intersected(m_area.plot);
        if (band.isNull())
            continue;
        if (!gap.isFilled)
            painter.fillRect(band, QBrush(mixed(theme.base, theme.warn, 0.45), Qt::BDiagPattern));
        painter.drawLine(band.topLeft(), band.bottomLeft());
        painter.drawLine(band.topRight(), band.bottomRight());
    }
}

void ChartOverlay::paintDots(QPainter& painter, const Theme& theme) const
{
    QColor fill(m_call ? (*m_call ? theme.call : theme.put) : theme.muted);
    const QColor edge = fill;
    fill.setAlphaF(0.45F);
    for (const Dot& dot : m_dots) {
        const QPointF place = placeOf(dot);
        if (place.x() < m_area.plot.left() - 1 || place.x() > m_area.plot.right() + 1)
            continue;
        const double radius = radiusOf(dot.size);
        if (dot.highlighted) {
            const double side = std::max(radius, 5.0) + 1.5;
            painter.setPen(QPen(QColor(theme.text), 1.0));
            painter.setBrush(QColor(theme.flagBar));
            painter.drawPolygon(QPolygonF({place + QPointF(0, -side), place + QPointF(side, 0),
                                           place + QPointF(0, side), place + QPointF(-side, 0)}));
        } else {
            painter.setPen(QPen(edge, 0.8));
            painter.setBrush(fill);
            painter.drawEllipse(place, radius, radius);
        }
    }
}

const Dot* ChartOverlay::nearest() const
{
    const Dot* best = nullptr;
    double distance = kReach * kReach;
    for (const Dot& dot : m_dots) {
        const double d = squared(placeOf(dot) - *m_cursor);
        if (d <= distance) {
            distance = d;
            best = &dot;
        }
    }
    return best;
}

void ChartOverlay::paintCrosshair(QPainter& painter, const Theme& theme) const
{
    if (!m_cursor || !m_area.plot.contains(*m_cursor))
        return;
    const Dot* dot = nearest();
    const QPointF place = dot ? placeOf(*dot) : *m_cursor;
    painter.setPen(QPen(QColor(theme.muted), 1.0, Qt::DashLine));
    painter.drawLine(QPointF(m_area.plot.left(), place.y()), QPointF(m_area.plot.right(), place.y()));
    painter.drawLine(QPointF(place.x(), m_area.plot.top()), QPointF(place.x(), m_area.plot.bottom()));
    const double ms = m_area.fromMs + (place.x() - m_area.plot.left()) / m_area.plot.width() * (m_area.toMs - m_area.fromMs);
    const double dollars = m_area.low + (m_area.plot.bottom() - place.y()) / m_area.plot.height() * (m_area.high - m_area.low);
    QString text;
    if (dot) {
        text = QCoreApplication::translate("ChartOverlay", "%1 · %2 × %3")
                   .arg(m_zone.timeText(dot->time), m_numbers.price(dot->price), m_numbers.whole(dot->size));
        if (dot->highlighted)
            text += QLatin1String(" · ") + QCoreApplication::translate("ChartOverlay", "of this anomaly");
    } else {
        text = m_zone.timeText({std::int64_t(ms)}).left(8) + QLatin1String(" · ") + m_numbers.dollars(dollars);
    }
    const auto gap = std::ranges::find_if(
        m_gaps, [ms](const models::GapBand& band) { return double(band.from.value) <= ms && ms <= double(band.to.value); });
    if (gap != m_gaps.end())
        text += QLatin1String(" · ") + gap->text;
    paintNote(painter, theme, place, text);
}

void ChartOverlay::paintNote(QPainter& painter, const Theme& theme, const QPointF& at, const QString& text) const
{
    QRectF note = painter.fontMetrics().boundingRect(text).adjusted(-6, -3, 6, 3);
    note.moveTopLeft(at + QPointF(14, -note.height() - 8));
    if (note.right() > m_area.plot.right())
        note.moveRight(at.x() - 14);
    if (note.left() < m_area.plot.left())
        note.moveLeft(m_area.plot.left());
    if (note.top() < m_area.plot.top())
        note.moveTop(at.y() + 10);
    painter.setPen(QColor(theme.line));
    painter.setBrush(QColor(theme.raised));
    painter.drawRoundedRect(note, 3, 3);
    painter.setPen(QColor(theme.text));
    painter.drawText(note, Qt::AlignCenter, text);
}

} // namespace flowglass::views

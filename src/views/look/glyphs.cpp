// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/glyphs.h"

#include <QPainterPath>
#include <QPixmap>

#include <cmath>
#include <numbers>

namespace flowglass::views {

namespace {

// Shapes are drawn in a square of 16 by 16.
constexpr double kSide = 16.0;

QPolygonF star()
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const double radius = i % 2 == 0 ? 7.0 : 3.0;
        points << QPointF(8.0 + radius * std::cos(angle), 8.5 + radius * std::sin(angle));
    }
    return points;
}

void stroke(QPainter& painter, const QColor& colour, const QPainterPath& path)
{
    painter.setPen(QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

QPainterPath lines(std::initializer_list<std::initializer_list<QPointF>> strokes)
{
    QPainterPath path;
    for (const auto& points : strokes) {
        path.moveTo(*points.begin());
        for (const QPointF& point : points)
            path.lineTo(point);
    }
    return path;
}

void drawGear(QPainter& painter, const QColor& colour)
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 3.4, 3.4);
    for (int i = 0; i < 8; ++i) {
        const double angle = std::numbers::pi * i / 4.0;
        path.moveTo(8 + 4.6 * std::cos(angle), 8 + 4.6 * std::sin(angle));
        path.lineTo(8 + 6.6 * std::cos(angle), 8 + 6.6 * std::sin(angle));
    }
    stroke(painter, colour, path);
}

void drawSign(QPainter& painter, Glyph glyph, const QColor& colour)
{
    QPainterPath ring;
    ring.addEllipse(QPointF(8, 8), 6, 6);
    switch (glyph) {
    case Glyph::Up:
        painter.drawPolygon(QPolygonF({{8, 3}, {14, 13}, {2, 13}}));
        return;
    case Glyph::Down:
        painter.drawPolygon(QPolygonF({{8, 13}, {14, 3}, {2, 3}}));
        return;
    case Glyph::Flag:
        painter.drawRect(QRectF(3, 2, 2, 13));
        painter.drawPolygon(QPolygonF({{5, 2}, {14, 5}, {5, 9}}));
        return;
    case Glyph::Star:
        painter.drawPolygon(star());
        return;
    case Glyph::Dot:
        painter.drawEllipse(QPointF(8, 8), 4.5, 4.5);
        return;
    case Glyph::Pause:
        painter.drawRect(QRectF(3.5, 3, 3.5, 10));
        painter.drawRect(QRectF(9, 3, 3.5, 10));
        return;
    case Glyph::Play:
        painter.drawPolygon(QPolygonF({{4, 2.5}, {13.5, 8}, {4, 13.5}}));
        return;
    case Glyph::Cross:
        return stroke(painter, colour, lines({{{4, 4}, {12, 12}}, {{12, 4}, {4, 12}}}));
    case Glyph::Ring:
        return stroke(painter, colour, ring);
    case Glyph::Tick:
        return stroke(painter, colour, lines({{{3, 8.5}, {6.5, 12}, {13, 4.5}}}));
    case Glyph::Export:
        return stroke(painter, colour,
                      lines({{{8, 2}, {8, 9.5}}, {{4.5, 6.5}, {8, 10}, {11.5, 6.5}}, {{2.5, 11}, {2.5, 14}, {13.5, 14}, {13.5, 11}}}));
    case Glyph::Gear:
        return drawGear(painter, colour);
    case Glyph::Wait:
        ring.moveTo(8, 4.5);
        ring.lineTo(8, 8);
        ring.lineTo(10.5, 9.5);
        return stroke(painter, colour, ring);
    case Glyph::Warning:
        return stroke(painter, colour,
                      lines({{{8, 2.5}, {14.5, 13.5}, {1.5, 13.5}, {8, 2.5}}, {{8, 7}, {8, 9.5}}, {{8, 11.6}, {8, 11.7}}}));
    }
}

QPixmap glyphPixmap(Glyph glyph, const QColor& colour)
{
    constexpr int kPixels = 48; // for screens of up to triple density
    QPixmap pixmap(kPixels, kPixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawGlyph(painter, glyph, QRectF(0, 0, kPixels, kPixels), colour);
    return pixmap;
}

} // namespace

void drawGlyph(QPainter& painter, Glyph glyph, const QRectF& where, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where.topLeft());
    painter.scale(where.width() / kSide, where.height() / kSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    drawSign(painter, glyph, colour);
    painter.restore();
}

QIcon glyphIcon(Glyph glyph, const QColor& colour)
{
    QIcon icon;
    icon.addPixmap(glyphPixmap(glyph, colour));
    QColor faint = colour;
    faint.setAlphaF(0.4F);
    icon.addPixmap(glyphPixmap(glyph, faint), QIcon::Disabled);
    return icon;
}

} // namespace flowglass::views

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

QPainterPath ring()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 6, 6);
    return path;
}

QPainterPath gear()
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), 3.4, 3.4);
    for (int i = 0; i < 8; ++i) {
        const double angle = std::numbers::pi * i / 4.0;
        path.moveTo(8 + 4.6 * std::cos(angle), 8 + 4.6 * std::sin(angle));
        path.lineTo(8 + 6.6 * std::cos(angle), 8 + 6.6 * std::sin(angle));
    }
    return path;
}

QPainterPath wait()
{
    QPainterPath path = ring();
    path.moveTo(8, 4.5);
    path.lineTo(8, 8);
    path.lineTo(10.5, 9.5);
    return path;
}

void drawTriangle(QPainter& painter, double left, double right)
{
    painter.drawPolygon(QPolygonF({{left, 2.5}, {right, 8}, {left, 13.5}}));
}

void drawFlag(QPainter& painter, double left)
{
    painter.drawRect(QRectF(left, 2, 2, 13));
    painter.drawPolygon(QPolygonF({{left + 2, 2}, {left + 9, 5}, {left + 2, 9}}));
}

void drawBars(QPainter& painter)
{
    painter.drawRect(QRectF(2, 10, 3, 4));
    painter.drawRect(QRectF(6.5, 6.5, 3, 7.5));
    painter.drawRect(QRectF(11, 2, 3, 12));
}

// Signs of areas; what is made of lines is left to linesOf().
void drawAreas(QPainter& painter, Glyph glyph)
{
    switch (glyph) {
    case Glyph::Up:
        painter.drawPolygon(QPolygonF({{8, 3}, {14, 13}, {2, 13}}));
        break;
    case Glyph::Down:
        painter.drawPolygon(QPolygonF({{8, 13}, {14, 3}, {2, 3}}));
        break;
    case Glyph::Flag:
        drawFlag(painter, 3);
        break;
    case Glyph::NextFlag:
        painter.drawPolygon(QPolygonF({{0.5, 4}, {6, 8}, {0.5, 12}}));
        drawFlag(painter, 7);
        break;
    case Glyph::Star:
        painter.drawPolygon(star());
        break;
    case Glyph::Dot:
        painter.drawEllipse(QPointF(8, 8), 4.5, 4.5);
        break;
    case Glyph::Pause:
        painter.drawRects({QRectF(3.5, 3, 3.5, 10), QRectF(9, 3, 3.5, 10)});
        break;
    case Glyph::Play:
        drawTriangle(painter, 4, 13.5);
        break;
    case Glyph::Step:
        painter.drawRect(QRectF(2.5, 3, 2.5, 10));
        drawTriangle(painter, 7, 14);
        break;
    case Glyph::Start:
        painter.drawRect(QRectF(2.5, 3, 2.5, 10));
        drawTriangle(painter, 13.5, 5.5);
        break;
    case Glyph::Bars:
        drawBars(painter);
        break;
    case Glyph::Cross:
    case Glyph::Ring:
    case Glyph::Tick:
    case Glyph::Again:
    case Glyph::Plus:
    case Glyph::Minus:
    case Glyph::Change:
    case Glyph::Export:
    case Glyph::Gear:
    case Glyph::Wait:
    case Glyph::Warning:
        break;
    }
}

QPainterPath linesOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Cross:
        return lines({{{4, 4}, {12, 12}}, {{12, 4}, {4, 12}}});
    case Glyph::Ring:
        return ring();
    case Glyph::Tick:
        return lines({{{3, 8.5}, {6.5, 12}, {13, 4.5}}});
    case Glyph::Plus:
        return lines({{{8, 3}, {8, 13}}, {{3, 8}, {13, 8}}});
    case Glyph::Minus:
        return lines({{{3, 8}, {13, 8}}});
    case Glyph::Change:
        return lines({{{2.5, 5.5}, {13.5, 5.5}, {10.5, 2.5}}, {{13.5, 10.5}, {2.5, 10.5}, {5.5, 13.5}}});
    case Glyph::Again:
        return lines({{{3, 3}, {3, 13}}, {{8, 3}, {8, 13}}, {{13, 3}, {13, 13}}});
    case Glyph::Export:
        return lines({{{8, 2}, {8, 9.5}},
                      {{4.5, 6.5}, {8, 10}, {11.5, 6.5}},
                      {{2.5, 11}, {2.5, 14}, {13.5, 14}, {13.5, 11}}});
    case Glyph::Gear:
        return gear();
    case Glyph::Wait:
        return wait();
    case Glyph::Warning:
        return lines({{{8, 2.5}, {14.5, 13.5}, {1.5, 13.5}, {8, 2.5}}, {{8, 7}, {8, 9.5}}, {{8, 11.6}, {8, 11.7}}});
    case Glyph::Up:
    case Glyph::Down:
    case Glyph::Flag:
    case Glyph::NextFlag:
    case Glyph::Star:
    case Glyph::Dot:
    case Glyph::Pause:
    case Glyph::Play:
    case Glyph::Step:
    case Glyph::Start:
    case Glyph::Bars:
        break;
    }
    return {};
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
    drawAreas(painter, glyph);
    painter.setPen(QPen(colour, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(linesOf(glyph));
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

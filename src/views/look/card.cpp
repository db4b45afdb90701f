// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/card.h"

#include "views/look/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace flowglass::views {

void Card::setMarked(bool marked)
{
    m_marked = marked;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath edge;
    edge.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.fillPath(edge, m_marked ? mixed(theme.base, theme.flagTint, 0.55) : QColor(theme.base));
    if (m_marked) {
        painter.setClipPath(edge);
        painter.fillRect(QRect(0, 0, 4, height()), QColor(theme.flagBar));
        painter.setClipping(false);
    }
    painter.setPen(QColor(theme.line));
    painter.drawPath(edge);
}

} // namespace flowglass::views

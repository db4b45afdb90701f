// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QRectF>

namespace flowglass::views {

// Small signs that stand beside every colour. Drawn as shapes, so that they look the same with any font.
enum class Glyph {
    Up,
    Down,
    Flag,
    Star,
    Cross,
    Dot,
    Ring,
    Tick,
    Pause,
    Play,
    Step,     // one on
    Start,    // back to the beginning
    NextFlag, // on to the next flag
    Plus,
    Minus,
    Change, // something became something else
    Again,  // the same once more
    Bars,   // rising
    Export,
    Gear,
    Wait,
    Warning
};

void drawGlyph(QPainter& painter, Glyph glyph, const QRectF& where, const QColor& colour);
// In the colour given, grey when disabled.
QIcon glyphIcon(Glyph glyph, const QColor& colour);

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/look/glyphs.h"

#include <QLabel>

namespace flowglass::views {

struct Theme;

// A short state in words with its sign, on a rounded ground: never told by colour alone. Text comes from
// QLabel, so assistive technology reads it as a label.
class Pill : public QLabel
{
    Q_OBJECT

public:
    enum class Tone { Neutral, Good, Warn, Bad, Accent };

    explicit Pill(QWidget* parent = nullptr);
    void present(Glyph glyph, Tone tone, const QString& text);
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRgb toneColour() const;

    Glyph m_glyph = Glyph::Ring;
    Tone m_tone = Tone::Neutral;
};

// For buttons that look like a pill.
struct PillColours
{
    QRgb sign;
    QRgb text;
};
QSize pillSize(const QFont& font, const QString& text);
void paintPill(QPainter& painter, const QRect& where, const Theme& theme, Glyph glyph, const PillColours& colours,
               const QString& text);

} // namespace flowglass::views

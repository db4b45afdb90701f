// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/pill.h"

#include "views/look/theme.h"

#include <QPainter>

namespace flowglass::views {

namespace {
constexpr int kPadding = 10;
constexpr int kGap = 6;
} // namespace

Pill::Pill(QWidget* parent) : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
}

void Pill::present(Glyph glyph, Tone tone, const QString& text)
{
    if (glyph == m_glyph && tone == m_tone && text == this->text())
        return;
    m_glyph = glyph;
    m_tone = tone;
    setText(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const { return pillSize(font(), text()); }

QRgb Pill::toneColour() const
{
    const Theme& theme = themeOf(palette());
    switch (m_tone) {
    case Tone::Neutral:
        return theme.muted;
    case Tone::Good:
        return theme.good;
    case Tone::Warn:
        return theme.warn;
    case Tone::Bad:
        return theme.bad;
    case Tone::Accent:
        return theme.accent;
    }
    return theme.muted;
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPill(painter, rect(), themeOf(palette()), m_glyph, {toneColour(), toneColour()}, text());
}

QSize pillSize(const QFont& font, const QString& text)
{
    const QFontMetrics metrics(font);
    return {metrics.horizontalAdvance(text) + metrics.ascent() + kGap + 2 * kPadding, metrics.height() + 10};
}

void paintPill(QPainter& painter, const QRect& where, const Theme& theme, Glyph glyph, const PillColours& colours,
               const QString& text)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(mixed(theme.base, colours.sign, 0.45));
    painter.setBrush(mixed(theme.base, colours.sign, 0.08));
    painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2);
    const int side = painter.fontMetrics().ascent();
    const QRectF sign(where.left() + kPadding, where.top() + (where.height() - side) / 2.0, side, side);
    drawGlyph(painter, glyph, sign, QColor(colours.sign));
    painter.setPen(QColor(colours.text));
    painter.drawText(where.adjusted(kPadding + side + kGap, 0, -kPadding / 2, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text);
}

} // namespace flowglass::views

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

QSize Pill::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int sign = metrics.ascent();
    return {metrics.horizontalAdvance(text()) + sign + kGap + 2 * kPadding, metrics.height() + 10};
}

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
    const Theme& theme = themeOf(palette());
    const QRgb colour = toneColour();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(mixed(theme.base, colour, 0.45));
    painter.setBrush(mixed(theme.base, colour, 0.08));
    painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2);
    const int sign = fontMetrics().ascent();
    drawGlyph(painter, m_glyph, QRectF(kPadding, (height() - sign) / 2.0, sign, sign), QColor(colour));
    painter.setPen(QColor(colour));
    painter.drawText(rect().adjusted(kPadding + sign + kGap, 0, -kPadding / 2, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

} // namespace flowglass::views

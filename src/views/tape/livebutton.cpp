// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tape/livebutton.h"

#include "views/look/glyphs.h"
#include "views/look/theme.h"

#include <QLocale>
#include <QPainter>

namespace flowglass::views {

namespace {
constexpr int kPadding = 14;
constexpr int kGap = 8;
} // namespace

LiveButton::LiveButton(QWidget* parent) : QPushButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Return to live"));
    setToolTip(tr("The tape stands still; nothing is lost. Click, Esc or End shows what has come since."));
    setPending(0);
}

void LiveButton::setPending(int rows)
{
    const QString text = rows == 0 ? tr("Paused — Esc or End returns to live")
                                   : tr("Paused · %1 — Esc or End returns to live")
                                         .arg(tr("%L1 new", nullptr, rows).arg(rows));
    if (text == this->text())
        return;
    setText(text);
    setAccessibleDescription(text);
    resize(sizeHint());
}

QSize LiveButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + metrics.ascent() + kGap + 2 * kPadding, metrics.height() + 14};
}

void LiveButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(QColor(theme.accent), hasFocus() ? 2.5 : 1.2));
    painter.setBrush(underMouse() || isDown() ? mixed(theme.raised, theme.accent, 0.15) : QColor(theme.raised));
    painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2);
    const int sign = fontMetrics().ascent();
    drawGlyph(painter, Glyph::Pause, QRectF(kPadding, (height() - sign) / 2.0, sign, sign), QColor(theme.accent));
    painter.setPen(QColor(theme.text));
    painter.drawText(rect().adjusted(kPadding + sign + kGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace flowglass::views

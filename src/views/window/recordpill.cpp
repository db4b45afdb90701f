// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/recordpill.h"

#include "views/look/pill.h"
#include "views/look/theme.h"

#include <QPainter>

namespace flowglass::views {

using Phase = models::RecordingFigures::Phase;

namespace {

struct Look
{
    Glyph glyph;
    PillColours colours;
};

Look lookOf(Phase phase, const Theme& theme)
{
    switch (phase) {
    case Phase::Idle:
    case Phase::Recording:
        return {Glyph::Dot, {theme.bad, theme.text}};
    case Phase::LowDisk:
        return {Glyph::Warning, {theme.warn, theme.warn}};
    case Phase::Stopping:
        return {Glyph::Wait, {theme.accent, theme.accent}};
    case Phase::Failed:
        return {Glyph::Cross, {theme.bad, theme.bad}};
    }
    return {Glyph::Ring, {theme.muted, theme.muted}};
}

} // namespace

RecordPill::RecordPill(QWidget* parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Recording"));
    hide();
}

void RecordPill::present(const models::RecordingFigures& figures)
{
    const models::StatusText text = recordingText(figures);
    setVisible(figures.phase != Phase::Idle);
    if (text.brief != this->text()) {
        setText(text.brief);
        setAccessibleDescription(text.brief);
        updateGeometry();
    }
    if (text.full != toolTip())
        setToolTip(text.full);
    m_phase = figures.phase;
    update();
}

QSize RecordPill::sizeHint() const { return pillSize(font(), text()); }

void RecordPill::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    const Look look = lookOf(m_phase, theme);
    QPainter painter(this);
    paintPill(painter, rect(), theme, look.glyph, look.colours, text());
    if (!hasFocus() && !underMouse())
        return;
    const QRectF edge = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(QColor(hasFocus() ? theme.accent : theme.muted), hasFocus() ? 2.0 : 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(edge, edge.height() / 2, edge.height() / 2);
}

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/evidencedrawing.h"

#include "views/contract/evidencepainter.h"
#include "views/look/theme.h"

#include <QPainter>

namespace flowglass::views {

namespace {
constexpr int kPlotHeight = 62;
} // namespace

EvidenceDrawing::EvidenceDrawing(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    hide();
}

void EvidenceDrawing::present(const models::EvidencePicture& picture)
{
    setVisible(!picture.isEmpty());
    if (picture == m_picture)
        return;
    m_picture = picture;
    setAccessibleName(picture.caption);
    setAccessibleDescription(picture.description);
    setToolTip(picture.description);
    update();
}

QSize EvidenceDrawing::sizeHint() const { return {320, kPlotHeight + 2 * fontMetrics().height() + 14}; }

QSize EvidenceDrawing::minimumSizeHint() const { return {0, sizeHint().height()}; }

void EvidenceDrawing::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    painter.setPen(QColor(theme.muted));
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_picture.caption, Qt::ElideRight, width()));
    const QRectF area = QRectF(rect()).adjusted(0, line + 1, -1, -1);
    if (const auto* sizes = std::get_if<models::SizePicture>(&m_picture.shape))
        drawSizes(painter, area, *sizes, theme);
    else if (const auto* counts = std::get_if<models::CountPicture>(&m_picture.shape))
        drawCounts(painter, area, *counts, theme);
    else if (const auto* track = std::get_if<models::PriceTrack>(&m_picture.shape))
        drawTrack(painter, area, *track, theme);
}

} // namespace flowglass::views

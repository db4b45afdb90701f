// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/rowheader.h"

#include "views/look/glyphs.h"
#include "views/look/rowdelegate.h"
#include "views/look/theme.h"

#include <QPainter>

namespace flowglass::views {

RowHeader::RowHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true); // for the keyboard and the context menu of a section
    setHighlightSections(false);
}

QSize RowHeader::sizeHint() const { return {QHeaderView::sizeHint().width(), fontMetrics().height() + 10}; }

void RowHeader::paintEvent(QPaintEvent* event)
{
    {
        const Theme& theme = themeOf(palette());
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), QColor(theme.raised));
        painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), QColor(theme.line));
    }
    QHeaderView::paintEvent(event);
}

void RowHeader::paintSection(QPainter* painter, const QRect& where, int column) const
{
    const Theme& theme = themeOf(palette());
    painter->fillRect(where, QColor(theme.raised));
    painter->fillRect(QRect(where.left(), where.bottom(), where.width(), 1), QColor(theme.line));
    painter->fillRect(QRect(where.right(), where.top() + 5, 1, where.height() - 10), QColor(theme.line));
    const int margin = RowDelegate::kMargin;
    QRect inside = where.adjusted(margin, 0, -margin, 0);
    if (isSortIndicatorShown() && sortIndicatorSection() == column) {
        const int side = fontMetrics().ascent() / 2;
        const QRectF sign(inside.right() - side, where.center().y() - side / 2.0, side, side);
        drawGlyph(*painter, sortIndicatorOrder() == Qt::AscendingOrder ? Glyph::Up : Glyph::Down, sign,
                  QColor(theme.text));
        inside.setRight(inside.right() - side - margin);
    }
    const QVariant alignment = model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    painter->setPen(QColor(theme.muted));
    painter->drawText(inside, alignment.isValid() ? alignment.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
                      fontMetrics().elidedText(title, Qt::ElideRight, inside.width()));
}

} // namespace flowglass::views

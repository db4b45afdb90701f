// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/look/rowdelegate.h"

#include <QHeaderView>
#include <QTableView>

#include <cmath>

namespace flowglass::views {

RowDelegate::RowDelegate(QTableView* view) : QAbstractItemDelegate(view), m_view(view) {}

void RowDelegate::beginFrame()
{
    m_row = -1;
    m_alignments.clear();
    m_currentRow = m_view->hasFocus() ? m_view->currentIndex().row() : -1;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int text = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {text + 2 * kMargin + option.fontMetrics.ascent(), option.fontMetrics.height() + 6};
}

const RowDelegate::RowLook& RowDelegate::lookOf(const QModelIndex& index, const Theme& theme) const
{
    if (index.row() != m_row) {
        m_look = rowLook(index, theme);
        m_row = index.row();
    }
    return m_look;
}

Qt::Alignment RowDelegate::alignmentOf(const QModelIndex& index) const
{
    const auto column = std::size_t(index.column());
    if (column >= m_alignments.size())
        m_alignments.resize(column + 1);
    if (!m_alignments[column]) {
        const QVariant given = index.data(Qt::TextAlignmentRole);
        m_alignments[column] = given.isValid() ? Qt::Alignment(Qt::AlignmentFlag(given.toInt())) : Qt::AlignLeft;
        m_alignments[column] |= Qt::AlignVCenter;
    }
    return m_alignments[column];
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = themeOf(option.palette);
    const RowLook& look = lookOf(index, theme);
    paintGround(*painter, option, look, theme, index);
    if (look.span)
        paintSpan(*painter, option, index, *look.span, theme);
    else
        paintCell(*painter, option, index, look, theme);
}

void RowDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, const RowLook& look,
                              const Theme& theme, const QModelIndex& index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int row = m_growsAtTop ? index.model()->rowCount() - index.row() : index.row();
    const QRgb plain = row % 2 == 0 ? theme.base : theme.alternate;
    const QRgb ground = selected ? theme.selection : look.tint.value_or(plain);
    painter.fillRect(option.rect, QColor(ground));
    // The bar stands at the left edge of the view whichever column is there, scrolled or not.
    if (look.bar && option.rect.left() <= 0 && option.rect.right() >= kBarWidth)
        painter.fillRect(QRect(0, option.rect.top(), kBarWidth, option.rect.height()), QColor(*look.bar));
    if (index.row() == m_currentRow) {
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), QColor(theme.accent));
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), QColor(theme.accent));
    }
}

// Every cell draws its part of one text that begins at the left edge of the view.
void RowDelegate::paintSpan(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                            int textColumn, const Theme& theme) const
{
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    painter.setBrushOrigin(0, option.rect.top());
    painter.fillRect(option.rect, QBrush(mixed(theme.base, theme.warn, 0.28), Qt::BDiagPattern));
    const QString text = index.siblingAtColumn(textColumn).data(Qt::DisplayRole).toString();
    const QRect whole(0, option.rect.top(), m_view->viewport()->width(), option.rect.height());
    const int width = std::min(option.fontMetrics.horizontalAdvance(text), whole.width() - 2 * kMargin);
    painter.fillRect(QRect(0, whole.top(), width + 2 * kMargin, whole.height()), QColor(theme.base));
    painter.setFont(option.font);
    painter.setPen(QColor(theme.warn));
    m_texts.setFont(option.font);
    m_texts.draw(painter, whole.adjusted(kMargin, 0, -kMargin, 0), Qt::AlignLeft, text);
    painter.restore();
}

void RowDelegate::paintCell(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                            const RowLook& look, const Theme& theme) const
{
    const CellLook cell = cellLook(index, theme);
    const QColor colour(look.faint && !cell.loud ? theme.muted : cell.colour.value_or(theme.text));
    if (cell.heat) {
        const int length = int(std::lround(double(option.rect.width() - 2 * kMargin) * *cell.heat));
        painter.fillRect(QRect(option.rect.right() - kMargin - length, option.rect.bottom() - 2, length, 2),
                         mixed(theme.base, theme.accent, 0.6));
    }
    QRect where = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    if (cell.glyph) {
        const int side = option.fontMetrics.ascent() - 2;
        const QRectF sign(where.left(), option.rect.top() + (option.rect.height() - side) / 2.0, side, side);
        drawGlyph(painter, *cell.glyph, sign, colour);
        where.setLeft(where.left() + side + 5);
    }
    const bool bold = look.bold || cell.bold;
    QFont font = option.font;
    font.setBold(bold);
    TextCache& texts = bold ? m_boldTexts : m_texts;
    texts.setFont(font);
    painter.setFont(font);
    painter.setPen(colour);
    texts.draw(painter, where, alignmentOf(index), index.data(Qt::DisplayRole).toString().chopped(cell.chopped));
    if (look.struck && !cell.loud) {
        const int middle = option.rect.center().y();
        painter.drawLine(option.rect.left(), middle, option.rect.right(), middle);
    }
}

} // namespace flowglass::views

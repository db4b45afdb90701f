// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/look/glyphs.h"
#include "views/look/textcache.h"
#include "views/look/theme.h"

#include <QAbstractItemDelegate>

#include <optional>
#include <vector>

class QTableView;

namespace flowglass::views {

// Draws rows of text directly, without the style: a live table repaints at every display tick, and this is
// what makes that cheap. What all cells of a row share is asked of the model once per row and frame.
// Subclasses say how a row and a cell look; numbers and words come from the model.
class RowDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(QTableView* view);

    void beginFrame(); // the model may have changed since the last paint
    // Which end grows: shades are counted from the other one, so that a row keeps its shade.
    void setGrowsAtTop(bool top) { m_growsAtTop = top; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int kMargin = 5; // left and right of a text

protected:
    struct RowLook
    {
        std::optional<int> span;  // the text of this column over the whole row, on a hatched ground
        std::optional<QRgb> tint; // ground of the row
        std::optional<QRgb> bar;  // at its left edge
        bool struck = false;
        bool faint = false;
        bool bold = false;
    };
    struct CellLook
    {
        std::optional<Glyph> glyph; // before the text
        std::optional<QRgb> colour; // of glyph and text
        bool bold = false;
        int chopped = 0; // characters left out at the end of the text
        bool loud = false; // neither faint nor struck through, whatever the row is
        std::optional<double> heat; // 0 to 1: a bar of that share along the foot of the cell
    };
    virtual RowLook rowLook(const QModelIndex& index, const Theme& theme) const = 0;
    virtual CellLook cellLook(const QModelIndex& index, const Theme& theme) const = 0;

    static constexpr int kBarWidth = 4;

private:
    const RowLook& lookOf(const QModelIndex& index, const Theme& theme) const;
    Qt::Alignment alignmentOf(const QModelIndex& index) const;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const RowLook& look,
                     const Theme& theme, const QModelIndex& index) const;
    void paintSpan(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   int textColumn, const Theme& theme) const;
    void paintCell(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const RowLook& look, const Theme& theme) const;

    QTableView* m_view;
    bool m_growsAtTop = true;
    mutable int m_row = -1;
    mutable RowLook m_look;
    mutable int m_currentRow = -1; // that the keyboard is on
    mutable std::vector<Qt::Alignment> m_alignments; // by column; 0 not asked yet
    mutable TextCache m_texts;
    mutable TextCache m_boldTexts;
};

} // namespace flowglass::views

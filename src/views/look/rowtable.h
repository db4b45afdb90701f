// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace flowglass::views {

class RowDelegate;

// A table of whole rows of one fixed height, without grid, drawn by a RowDelegate. Assistive technology is
// told when the selection moves, never about each new row: a live tape would drown the person.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(QWidget* parent = nullptr);
    void setRowDelegate(RowDelegate* delegate); // child of this
    void setRowPadding(int pixels);             // added to the height of the text
    // Up and down only: a click must not move the columns.
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void setEmptyText(const QString& text);     // shown while there is no row

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyboardSearch(const QString&) override {} // letters are commands here

private:
    void fitRows();

    RowDelegate* m_delegate = nullptr;
    int m_padding = 7;
    QString m_emptyText;
};

} // namespace flowglass::views

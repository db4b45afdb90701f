// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace flowglass::views {

// The header of a RowTable: flat, its titles above the texts of their columns. A sorted one shows by a small
// triangle which column orders the rows, and how.
class RowHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RowHeader(QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& where, int column) const override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <vector>

namespace flowglass::views {

// A word on a small rounded ground.
class Chip : public QLabel
{
    Q_OBJECT

public:
    explicit Chip(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

// Chips in a row, in as many lines as they need. What a chip means is in its tooltip.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QString text;
        QString toolTip;
    };

    explicit ChipRow(QWidget* parent = nullptr);
    void present(const std::vector<Item>& items);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int place(int width, bool move) const; // returns the height

    std::vector<Chip*> m_chips; // those in use, then hidden ones
    std::size_t m_used = 0;
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/look/card.h"

#include <utility>
#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace flowglass::views {

// Labels and values in rows; the values can be selected and copied. Long ones, like a path, can be scrolled.
class SessionDetails : public Card
{
    Q_OBJECT

public:
    using Lines = std::vector<std::pair<QString, QString>>; // label and value

    explicit SessionDetails(QWidget* parent = nullptr);
    void present(const Lines& lines);

private:
    struct Row
    {
        QLabel* label;
        QLineEdit* value;
    };
    Row addRow();

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/contractcard.h"
#include "views/look/card.h"

#include <memory>
#include <vector>

class QLabel;

namespace flowglass::views {

namespace Ui {
class ValueGroup;
}

// One group of a contract's values: label and value in rows, and above them where the group stands: loading,
// its age, not in the plan, or why it failed, with Retry.
class ValueGroup : public Card
{
    Q_OBJECT

public:
    explicit ValueGroup(QWidget* parent = nullptr);
    ~ValueGroup() override;
    void present(const models::CardGroup& group); // redraws what differs

Q_SIGNALS:
    void retryRequested();

private:
    struct Row
    {
        QLabel* label;
        QLabel* value;
    };
    void presentHead(const models::CardGroup& group);
    void presentRow(std::size_t number, const models::CardRow& row);
    Row addRow(int number);

    std::unique_ptr<Ui::ValueGroup> m_ui;
    models::CardGroup m_shown;
    std::vector<Row> m_rows;
};

} // namespace flowglass::views

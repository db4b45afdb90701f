// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/sessiondetails.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace flowglass::views {

SessionDetails::SessionDetails(QWidget* parent) : Card(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(12, 8, 12, 8);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(1);
    m_grid->setColumnStretch(1, 1);
}

SessionDetails::Row SessionDetails::addRow()
{
    const int number = int(m_rows.size());
    const Row row{new QLabel(this), new QLineEdit(this)};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setForegroundRole(QPalette::PlaceholderText);
    row.label->setBuddy(row.value);
    row.value->setObjectName(QStringLiteral("sessionDetail%1").arg(number));
    row.value->setReadOnly(true);
    row.value->setFrame(false);
    m_grid->addWidget(row.label, number, 0);
    m_grid->addWidget(row.value, number, 1);
    return row;
}

void SessionDetails::present(const Lines& lines)
{
    while (m_rows.size() < lines.size())
        m_rows.push_back(addRow());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool shown = i < lines.size();
        const auto& [label, value] = shown ? lines[i] : Lines::value_type();
        m_rows[i].label->setVisible(shown);
        m_rows[i].value->setVisible(shown);
        m_rows[i].label->setText(label);
        m_rows[i].value->setAccessibleName(label);
        if (value == m_rows[i].value->text())
            continue; // keeps what is selected in it
        m_rows[i].value->setText(value);
        m_rows[i].value->setCursorPosition(0);
    }
}

} // namespace flowglass::views

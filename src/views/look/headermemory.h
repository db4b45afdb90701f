// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

#include <QObject>

#include <vector>

class QHeaderView;
class QTableView;

namespace flowglass::views {

// Lets the person move, resize and hide the columns of one table, and remembers what they made of it.
// Lives with the table; the setting must outlive it.
class HeaderMemory : public QObject
{
    Q_OBJECT

public:
    // As designed: the columns from left to right, wide enough for sample and title; the
    // last takes the rest. Every column of the model once.
    struct Design
    {
        int column;
        QString sample;
        bool titleMayElide = false;
    };
    HeaderMemory(QTableView* table, settings::Setting<QByteArray>& setting, std::vector<Design> design);

    void apply(); // after the table got a model: as remembered, else as designed
    void reset(); // as designed; forgets what was remembered

private:
    void offerColumns(const QPoint& where);
    void showColumn(int column, bool shown);
    void remember();
    void applyDesign();
    int shownColumns() const;

    QTableView* m_table;
    QHeaderView* m_header;
    settings::Setting<QByteArray>& m_setting;
    std::vector<Design> m_design;
    bool m_applying = false;
};

} // namespace flowglass::views

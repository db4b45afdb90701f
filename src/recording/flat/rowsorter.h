// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/flat/sortedrows.h"

namespace flowglass::recording::flat {

// Sorts rows by time, stable, within `memoryBytes`: when these are full their rows go to a temporary file as
// a sorted run. The file has no name where the system allows it, so that nothing can leave it behind.
class RowSorter
{
public:
    RowSorter(std::size_t memoryBytes, const QString& temporaryFolder);

    bool isFull() const { return m_rows.size() == m_capacity; }
    void add(Row row) // not when full
    {
        row.order = std::uint32_t(m_rows.size());
        m_rows.push_back(row);
    }
    // Makes room. Unwritable: names the temporary folder and the reason.
    domain::Result<bool> spill();
    // All rows. Errors of spill(), and Unreadable.
    domain::Result<std::unique_ptr<SortedRows>> finish();
    qint64 rows() const { return m_spilled + qint64(m_rows.size()); } // added; until finish()

private:
    domain::Error unwritable(const QString& reason) const;
    domain::Result<bool> write();
    void sort();

    std::size_t m_memoryBytes;
    std::size_t m_capacity;
    QString m_folder;
    std::vector<Row> m_rows;
    std::unique_ptr<QTemporaryFile> m_file; // from the first spill on
    std::vector<RunPlace> m_runs;
    qint64 m_spilled = 0; // rows in the file
};

} // namespace flowglass::recording::flat

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "recording/flat/row.h"

#include <QTemporaryFile>

#include <memory>
#include <vector>

namespace flowglass::recording::flat {

// A part of the temporary file: rows in order.
struct RunPlace
{
    qint64 offset = 0; // bytes
    qint64 rows = 0;
};

// All rows in order of time, those of the same time in order of the file: from memory, or merged from the
// runs of a temporary file, which goes with this object. One thread at a time.
class SortedRows
{
public:
    explicit SortedRows(std::vector<Row> sorted);
    // Runs in order of the file; `bufferBytes` are shared among them.
    static domain::Result<std::unique_ptr<SortedRows>>
    merge(std::unique_ptr<QTemporaryFile> file, const std::vector<RunPlace>& runs, std::size_t bufferBytes);

    const Row* front() const { return m_order.empty() ? nullptr : &m_runs[m_order.front()].row(); }
    // Unreadable: the temporary file.
    domain::Result<bool> pop(); // not when front() is null

private:
    struct Run
    {
        std::vector<Row> buffer;
        std::size_t at = 0; // in the buffer
        RunPlace rest;      // in the file
        const Row& row() const { return buffer[at]; }
    };

    SortedRows() = default;
    domain::Result<bool> fill(Run& run);
    bool comesFirst(std::size_t a, std::size_t b) const;
    void sink();

    std::unique_ptr<QTemporaryFile> m_file;
    std::size_t m_bufferRows = 0; // of each run
    std::vector<Run> m_runs;
    std::vector<std::size_t> m_order; // a heap of the runs that have rows left; the first to come on top
};

} // namespace flowglass::recording::flat

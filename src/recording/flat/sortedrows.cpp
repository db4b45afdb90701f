// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/sortedrows.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::recording::flat {

namespace {

constexpr std::size_t kLeastRows = 16;    // of a buffer
constexpr std::size_t kMostRows = 32'768; // 1.25 MiB: more does not make the disk faster

} // namespace

SortedRows::SortedRows(std::vector<Row> sorted)
{
    if (sorted.empty())
        return;
    m_runs.push_back({std::move(sorted), 0, {}});
    m_order.push_back(0);
}

domain::Result<std::unique_ptr<SortedRows>> SortedRows::merge(std::unique_ptr<QTemporaryFile> file,
                                                              const std::vector<RunPlace>& runs,
                                                              std::size_t bufferBytes)
{
    std::unique_ptr<SortedRows> rows(new SortedRows());
    rows->m_file = std::move(file);
    rows->m_bufferRows = std::clamp(bufferBytes / sizeof(Row) / runs.size(), kLeastRows, kMostRows);
    for (const RunPlace& place : runs) {
        rows->m_runs.push_back({{}, 0, place});
        const domain::Result<bool> filled = rows->fill(rows->m_runs.back());
        if (!filled)
            return filled.error();
        rows->m_order.push_back(rows->m_order.size());
    }
    std::ranges::make_heap(rows->m_order,
                           [&rows](std::size_t a, std::size_t b) { return rows->comesFirst(b, a); });
    return rows;
}

// False when the run has no rows left.
domain::Result<bool> SortedRows::fill(Run& run)
{
    const qint64 count = std::min(run.rest.rows, qint64(m_bufferRows));
    const qint64 bytes = count * qint64(sizeof(Row));
    if (count == 0)
        return false;
    run.at = 0;
    run.buffer.resize(std::size_t(count));
    if (!m_file->seek(run.rest.offset) ||
        m_file->read(reinterpret_cast<char*>(run.buffer.data()), bytes) != bytes) {
        const QString reason = m_file->errorString();
        return domain::Error{
            domain::Error::Code::Unreadable, QStringLiteral("cannot read the temporary file: %1").arg(reason),
            QCoreApplication::translate("flowglass::recording", "Cannot read the temporary file: %1")
                .arg(reason)};
    }
    run.rest.offset += bytes;
    run.rest.rows -= count;
    return true;
}

domain::Result<bool> SortedRows::pop()
{
    Run& run = m_runs[m_order.front()];
    if (++run.at == run.buffer.size()) {
        const domain::Result<bool> filled = fill(run);
        if (!filled)
            return filled.error();
        if (!*filled) {
            run.buffer = {};
            m_order.front() = m_order.back();
            m_order.pop_back();
        }
    }
    sink();
    return true;
}

bool SortedRows::comesFirst(std::size_t a, std::size_t b) const
{
    const std::int64_t timeA = m_runs[a].row().time;
    const std::int64_t timeB = m_runs[b].row().time;
    return timeA != timeB ? timeA < timeB : a < b;
}

// Puts the run on top of the heap where it belongs now.
void SortedRows::sink()
{
    std::size_t at = 0;
    while (true) {
        std::size_t child = 2 * at + 1;
        if (child >= m_order.size())
            return;
        if (child + 1 < m_order.size() && comesFirst(m_order[child + 1], m_order[child]))
            ++child;
        if (comesFirst(m_order[at], m_order[child]))
            return;
        std::swap(m_order[at], m_order[child]);
        at = child;
    }
}

} // namespace flowglass::recording::flat

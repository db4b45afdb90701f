// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/rowsorter.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <limits>

namespace flowglass::recording::flat {

namespace {

constexpr std::size_t kLeastRows = 16;
constexpr std::size_t kMostRows = std::numeric_limits<std::uint32_t>::max(); // Row::order

} // namespace

RowSorter::RowSorter(std::size_t memoryBytes, const QString& temporaryFolder)
    : m_memoryBytes(memoryBytes)
    , m_capacity(std::clamp(memoryBytes / sizeof(Row), kLeastRows, kMostRows))
    , m_folder(temporaryFolder.isEmpty() ? QDir::tempPath() : temporaryFolder)
{
    // At once, for growing would need half as much again; what is not used is never touched.
    m_rows.reserve(m_capacity);
}

domain::Error RowSorter::unwritable(const QString& reason) const
{
    const QString folder = QDir::toNativeSeparators(m_folder);
    return {domain::Error::Code::Unwritable,
            QStringLiteral("cannot write a temporary file in %1: %2").arg(folder, reason),
            QCoreApplication::translate("flowglass::recording", "Cannot write a temporary file in %1: %2")
                .arg(folder, reason)};
}

void RowSorter::sort()
{
    std::ranges::sort(m_rows, [](const Row& a, const Row& b) {
        return a.time != b.time ? a.time < b.time : a.order < b.order;
    });
}

domain::Result<bool> RowSorter::spill()
{
    if (!m_file) {
        m_file =
            std::make_unique<QTemporaryFile>(QDir(m_folder).filePath(QStringLiteral("flowglass-XXXXXX")));
        if (!m_file->open())
            return unwritable(m_file->errorString());
    }
    sort();
    domain::Result<bool> written = write();
    if (!written)
        return written;
    m_runs.push_back({m_spilled * qint64(sizeof(Row)), qint64(m_rows.size())});
    m_spilled += qint64(m_rows.size());
    m_rows.clear();
    return true;
}

domain::Result<bool> RowSorter::write()
{
    const char* const rows = reinterpret_cast<const char*>(m_rows.data());
    const qint64 bytes = qint64(m_rows.size()) * qint64(sizeof(Row));
    // A disk that fills up takes a part first, without an error; what is left is refused with the reason.
    qint64 done = 0;
    while (done < bytes) {
        const qint64 count = m_file->write(rows + done, bytes - done);
        if (count <= 0)
            return unwritable(m_file->errorString());
        done += count;
    }
    if (!m_file->flush())
        return unwritable(m_file->errorString());
    return true;
}

domain::Result<std::unique_ptr<SortedRows>> RowSorter::finish()
{
    if (!m_file) {
        sort();
        return std::make_unique<SortedRows>(std::move(m_rows));
    }
    if (!m_rows.empty()) {
        const domain::Result<bool> spilled = spill();
        if (!spilled)
            return spilled.error();
    }
    m_rows = {};
    return SortedRows::merge(std::move(m_file), m_runs, m_memoryBytes);
}

} // namespace flowglass::recording::flat

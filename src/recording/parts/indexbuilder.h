// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/recordingindex.h"

#include <QByteArray>

namespace flowglass::recording {

// Counts what goes by, line by line, at the speed of a text search: for who reads a recording and for who
// writes one.
class IndexBuilder
{
public:
    void beginBlock(qint64 offset) { m_offset = offset; }
    void add(QByteArrayView line, domain::UnixNs time); // begins like an entry
    void add(const domain::FeedGap& gap) { m_index.gaps.push_back(gap); }
    void addBlock(qint64 offset, QByteArrayView text); // whole lines
    RecordingIndex& index() { return m_index; }

private:
    RecordingIndex m_index;
    std::optional<qint64> m_offset = 0; // of a block that has no entry yet
};

} // namespace flowglass::recording

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/flat/readahead.h"

#include <functional>
#include <string>
#include <string_view>

namespace flowglass::recording::flat {

// The lines of a text file one by one, without their ends (LF or CRLF). One thread.
class LineReader
{
public:
    // Of longer lines only the beginning is kept: isTooLong().
    static constexpr std::size_t kLongestLine = std::size_t(64) << 10;

    // Asked for each block of the file with the offset behind it; false: give up.
    using GoOn = std::function<bool(qint64 fileOffset)>;

    LineReader(std::unique_ptr<TextInput> input, GoOn goOn);

    // False at the end, or when error() is set: those of TextInput, and Cancelled.
    bool next();
    // Passes over the lines that follow and begin so, as far as the block at hand goes: the cheapest there
    // is.
    void skip(std::string_view beginning);
    std::string_view line() const { return m_line; } // until the next call
    qint64 number() const { return m_number; }       // from 1
    bool isTooLong() const { return m_length > kLongestLine; }
    // The last line of a file that is not compressed (whose end is not vouched for) and has no end: it may be
    // cut off.
    bool isUnended() const { return m_unended && !m_compressed; }
    // Where the line lies on the disk. Of compressed files: the compressed bytes that it came out of
    // begin there, and bytes() is 0.
    qint64 offset() const { return m_offset; }
    qint64 bytes() const { return m_compressed ? 0 : qint64(m_length) + (m_unended ? 0 : 1); }
    const std::optional<domain::Error>& error() const { return m_error; }

private:
    bool nextBlock();
    bool finishCarried();
    void take(const char* begin, const char* end);
    qint64 offsetOf(const char* at) const
    {
        return m_compressed ? m_block.begin : m_block.begin + (at - m_block.data.get());
    }

    bool m_compressed;
    ReadAhead m_input;
    GoOn m_goOn;
    TextBlock m_block;
    const char* m_at = nullptr; // in m_block
    const char* m_end = nullptr;
    std::string m_carried; // the beginning of a line that goes on in the next block
    std::string_view m_line;
    std::size_t m_length = 0; // of the line in the file, without its LF
    qint64 m_offset = 0;
    qint64 m_number = 0;
    bool m_unended = false;
    std::optional<domain::Error> m_error;
};

} // namespace flowglass::recording::flat

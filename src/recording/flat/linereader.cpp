// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/flat/linereader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace flowglass::recording::flat {

namespace {

domain::Error cancelled()
{
    return {domain::Error::Code::Cancelled, QStringLiteral("cancelled"),
            QCoreApplication::translate("flowglass::recording", "Cancelled")};
}

} // namespace

LineReader::LineReader(std::unique_ptr<TextInput> input, GoOn goOn)
    : m_compressed(input->isCompressed()), m_input(std::move(input)), m_goOn(std::move(goOn))
{
}

bool LineReader::nextBlock()
{
    const domain::Result<bool> more = m_input.read(m_block);
    if (!more)
        m_error = more.error();
    else if (!m_goOn(m_block.end))
        m_error = cancelled();
    if (m_error || !*more)
        return false;
    m_at = m_block.data.get();
    m_end = m_at + m_block.size;
    return true;
}

bool LineReader::next()
{
    m_length = 0;
    m_carried.clear();
    while (true) {
        if (m_at == m_end && !nextBlock())
            return !m_error && finishCarried();
        if (m_length == 0)
            m_offset = offsetOf(m_at);
        const char* const begin = m_at;
        const void* const found = std::memchr(begin, '\n', std::size_t(m_end - begin));
        if (found != nullptr) {
            const char* const end = static_cast<const char*>(found);
            m_at = end + 1;
            take(begin, end);
            return true;
        }
        const auto count = std::size_t(m_end - begin);
        m_carried.append(begin, std::min(count, kLongestLine - m_carried.size()));
        m_length += count;
        m_at = m_end;
    }
}

void LineReader::skip(std::string_view beginning)
{
    while (std::string_view(m_at, std::size_t(m_end - m_at)).starts_with(beginning)) {
        const void* const found = std::memchr(m_at, '\n', std::size_t(m_end - m_at));
        if (found == nullptr)
            return;
        m_at = static_cast<const char*>(found) + 1;
        ++m_number;
    }
}

// The line that [begin, end) is, or that it ends.
void LineReader::take(const char* begin, const char* end)
{
    const auto count = std::size_t(end - begin);
    if (m_length == 0) {
        m_line = {begin, std::min(count, kLongestLine)};
    } else {
        m_carried.append(begin, std::min(count, kLongestLine - m_carried.size()));
        m_line = m_carried;
    }
    m_length += count;
    if (!m_line.empty() && m_line.back() == '\r')
        m_line.remove_suffix(1);
    ++m_number;
}

bool LineReader::finishCarried()
{
    if (m_length == 0)
        return false;
    take(m_end, m_end);
    m_unended = true;
    return true;
}

} // namespace flowglass::recording::flat

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routing/sequenceset.h"

#include <algorithm>
#include <limits>

namespace flowglass::session {

namespace {

constexpr std::uint64_t kMiddle = 1ULL << 31;

template <class T>
bool insertSorted(std::vector<T>& values, T value)
{
    const auto at = std::ranges::lower_bound(values, value);
    if (at != values.end() && *at == value)
        return false;
    values.insert(at, value);
    return true;
}

} // namespace

bool SequenceSet::insert(std::uint64_t sequence)
{
    if (m_offsets.empty())
        m_base = sequence - kMiddle; // may wrap round zero, and so does the difference below
    const std::uint64_t distance = sequence - m_base;
    if (distance > std::numeric_limits<std::uint32_t>::max())
        return insertWide(sequence);
    const auto offset = std::uint32_t(distance);
    if (!m_offsets.empty() && offset <= m_offsets.back())
        return insertLate(offset);
    m_offsets.push_back(offset);
    return true;
}

bool SequenceSet::insertLate(std::uint32_t offset)
{
    if (std::ranges::binary_search(m_offsets, offset))
        return false;
    if (!m_rare)
        m_rare = std::make_unique<Rare>();
    if (!insertSorted(m_rare->late, offset))
        return false;
    if (m_rare->late.size() >= kLate) {
        const auto middle = std::ptrdiff_t(m_offsets.size());
        m_offsets.insert(m_offsets.end(), m_rare->late.begin(), m_rare->late.end());
        std::inplace_merge(m_offsets.begin(), m_offsets.begin() + middle, m_offsets.end());
        m_rare->late.clear();
    }
    return true;
}

bool SequenceSet::insertWide(std::uint64_t sequence)
{
    if (!m_rare)
        m_rare = std::make_unique<Rare>();
    return insertSorted(m_rare->wide, sequence);
}

std::size_t SequenceSet::forgetLowerHalf()
{
    const std::size_t before = size();
    const auto half = std::ptrdiff_t(m_offsets.size() / 2);
    m_offsets = std::vector<std::uint32_t>(m_offsets.begin() + half, m_offsets.end());
    m_rare.reset(); // few, and late when they came
    return before - size();
}

std::size_t SequenceSet::size() const
{
    return m_offsets.size() + (m_rare ? m_rare->late.size() + m_rare->wide.size() : 0);
}

} // namespace flowglass::session

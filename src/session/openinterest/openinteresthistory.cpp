// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/openinterest/openinteresthistory.h"

#include "domain/optionsymbol.h"

#include <algorithm>

namespace flowglass::session {

bool OpenInterestHistory::add(std::string_view ticker, const domain::OpenInterestOfDay& value, domain::UnixNs told)
{
    auto found = m_entries.find(ticker);
    if (found != m_entries.end()) {
        const auto known = std::ranges::find(found->second, value.day, [](const Entry& entry) { return entry.value.day; });
        if (known != found->second.end()) {
            if (known->value == value || told < known->told)
                return false;
            *known = {value, told};
            return true;
        }
    }
    if (value.contracts < 0 || !domain::OptionSymbol::parse(ticker) || !makesRoom(value.day))
        return false;
    std::vector<Entry>& entries = m_entries[std::string(ticker)]; // making room may have removed it
    const auto behind = std::ranges::find_if(entries, [&value](const Entry& entry) { return entry.value.day > value.day; });
    entries.insert(behind, {value, told});
    ++m_perDay[value.day];
    ++m_size;
    if (entries.size() <= kMostDays)
        return true;
    const std::int32_t oldest = entries.front().value.day;
    if (--m_perDay[oldest] == 0)
        m_perDay.erase(oldest);
    entries.erase(entries.begin());
    --m_size;
    return oldest != value.day;
}

void OpenInterestHistory::add(const OpenInterestHistory& other)
{
    for (const auto& [ticker, entries] : other.m_entries) {
        for (const Entry& entry : entries)
            add(ticker, entry.value, entry.told);
    }
}

std::vector<domain::OpenInterestOfDay> OpenInterestHistory::of(std::string_view ticker) const
{
    std::vector<domain::OpenInterestOfDay> days;
    if (const auto found = m_entries.find(ticker); found != m_entries.end())
        std::ranges::transform(found->second, std::back_inserter(days), [](const Entry& entry) { return entry.value; });
    return days;
}

// An eighth at once, so that looking at every contract is rare.
bool OpenInterestHistory::makesRoom(std::int32_t day)
{
    if (m_size < m_mostEntries)
        return true;
    std::size_t left = m_size;
    auto oldest = m_perDay.begin();
    for (; oldest != m_perDay.end() && oldest->first < day && left > m_mostEntries / 8 * 7; ++oldest)
        left -= oldest->second;
    if (left == m_size)
        return false;
    forgetBefore(oldest == m_perDay.end() ? day : oldest->first);
    return true;
}

void OpenInterestHistory::forgetBefore(std::int32_t day)
{
    const auto isOlder = [day](const Entry& entry) { return entry.value.day < day; };
    std::erase_if(m_perDay, [day](const auto& count) { return count.first < day; });
    m_size = 0;
    for (auto& [ticker, entries] : m_entries) {
        std::erase_if(entries, isOlder);
        m_size += entries.size();
    }
    std::erase_if(m_entries, [](const auto& contract) { return contract.second.empty(); });
}

} // namespace flowglass::session

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/openinterestday.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace flowglass::session {

// The open interest of contracts, one value per contract and trading day: the one told last. Bounded: the oldest
// day of a contract goes when it has more than kMostDays, and the oldest days of all when there are too many
// entries. A value; one thread.
class OpenInterestHistory
{
public:
    static constexpr std::size_t kMostDays = 90;
    static constexpr std::size_t kMostEntries = 400'000; // some 40 MB

    OpenInterestHistory() = default;
    explicit OpenInterestHistory(std::size_t mostEntries) : m_mostEntries(mostEntries) {}

    // False when it changes nothing: known already, told before what is known, the ticker cannot be read, or no room.
    bool add(std::string_view ticker, const domain::OpenInterestOfDay& value, domain::UnixNs told);
    void add(const OpenInterestHistory& other);

    std::vector<domain::OpenInterestOfDay> of(std::string_view ticker) const; // ascending by day
    std::size_t size() const { return m_size; }                               // entries
    // visit(const std::string& ticker, const domain::OpenInterestOfDay&): by ticker, then by day.
    template <class Visitor>
    void forEach(Visitor visit) const
    {
        for (const auto& [ticker, entries] : m_entries) {
            for (const Entry& entry : entries)
                visit(ticker, entry.value);
        }
    }

private:
    struct Entry
    {
        domain::OpenInterestOfDay value;
        domain::UnixNs told;
    };

    bool makesRoom(std::int32_t day);
    void forgetBefore(std::int32_t day);

    std::size_t m_mostEntries = kMostEntries;
    std::size_t m_size = 0;
    std::map<std::string, std::vector<Entry>, std::less<>> m_entries; // ascending by day
    std::map<std::int32_t, std::size_t> m_perDay;                     // entries
};

} // namespace flowglass::session

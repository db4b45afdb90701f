// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/cancelbook.h"

#include <algorithm>

namespace flowglass::detect {

namespace {

enum class Pick { Only, Last, First };

Pick pickOf(domain::Conditions conditions)
{
    for (const std::uint8_t code : conditions.codes()) {
        if (code == 203 || code == 207) // CNCL, CNOL
            return Pick::Last;
        if (code == 205) // CNCO
            return Pick::First;
    }
    return Pick::Only;
}

struct Match
{
    std::uint32_t newest = 0;
    std::uint32_t oldest = 0;
    void see(std::uint32_t serial)
    {
        newest = newest == 0 ? serial : newest;
        oldest = serial;
    }
    CancelBook::Found chosen(Pick pick) const
    {
        if (pick == Pick::First)
            return {oldest, false};
        if (pick == Pick::Last || newest == oldest)
            return {newest, false};
        return {0, true};
    }
};

} // namespace

CancelBook::CancelBook(std::size_t capacity) : m_capacity(capacity) {}

std::uint32_t CancelBook::add(const domain::Trade& trade, std::uint64_t row, std::uint32_t previous,
                              PrintClass printClass)
{
    const std::uint32_t serial = ++m_last;
    const Print print{trade, row, previous, printClass};
    const std::size_t at = serial & (m_capacity - 1);
    if (m_ring.size() < m_capacity) {
        if (m_ring.empty())
            m_ring.emplace_back(); // place of serial 0
        if (at != 0) {
            m_ring.push_back(print);
            return serial;
        }
    }
    m_ring[at] = print;
    return serial;
}

const CancelBook::Print* CancelBook::print(std::uint32_t serial) const
{
    if (serial == 0 || m_last - serial >= m_capacity)
        return nullptr;
    return &m_ring[serial & (m_capacity - 1)];
}

std::uint32_t CancelBook::serialOf(std::uint64_t row, std::uint32_t newest) const
{
    std::uint32_t serial = newest;
    const Print* at = print(serial);
    for (int left = kFarthest; at != nullptr && at->row != row && left > 0; --left) {
        serial = at->previous;
        at = print(serial);
    }
    return at != nullptr && at->row == row ? serial : 0;
}

CancelBook::Found CancelBook::find(const domain::Trade& cancel, std::uint32_t newest)
{
    const Pick pick = pickOf(cancel.conditions);
    Match sameVenue;
    Match anyVenue;
    std::uint32_t serial = newest;
    int left = kFarthest;
    for (const Print* at = print(serial); at != nullptr && left > 0;
         serial = at->previous, at = print(serial)) {
        --left;
        if (at->cancelled || at->trade.price != cancel.price || at->trade.size != cancel.size)
            continue;
        anyVenue.see(serial);
        if (at->trade.exchange() == cancel.exchange())
            sameVenue.see(serial);
    }
    return sameVenue.newest != 0 ? sameVenue.chosen(pick) : anyVenue.chosen(pick);
}

CancelBook::OrderPrints CancelBook::orderOf(std::uint32_t serial, std::uint32_t newest) const
{
    const Print* named = print(serial);
    if (named->printClass != PrintClass::SingleLeg && named->cancelled)
        return {};
    if (named->printClass != PrintClass::SingleLeg)
        return {ordermerger::start(named->trade, named->printClass), false, {serial}};
    // Backwards from the newest: prints are gathered until the one that starts their order.
    OrderPrints of{{}, true, {}};
    bool holds = false;
    std::uint32_t next = newest;
    for (const Print* at = print(next); at != nullptr; next = at->previous, at = print(next)) {
        if (!at->judged || at->printClass != PrintClass::SingleLeg)
            continue;
        holds = holds || next == serial;
        if (!at->cancelled && of.serials.empty())
            of.order = ordermerger::start(at->trade, at->printClass);
        else if (!at->cancelled)
            ordermerger::join(of.order, at->trade);
        if (!at->cancelled)
            of.serials.push_back(next);
        if (!at->startsOrder)
            continue;
        if (holds)
            break;
        of = {};
    }
    std::ranges::reverse(of.serials);
    return of;
}

} // namespace flowglass::detect

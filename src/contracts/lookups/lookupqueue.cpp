// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/lookups/lookupqueue.h"

namespace flowglass::contracts {

Lookup& LookupQueue::add(Lookup lookup)
{
    auto& slot = m_lookups[lookup.ticker];
    slot = std::make_unique<Lookup>(std::move(lookup));
    slot->order = slot->priority == Priority::Clicked ? -++m_order : ++m_order;
    slot->place = Lookup::Place::Ready;
    m_ready.emplace(slot->order, slot.get());
    m_deadlines.emplace(slot->deadline, slot.get());
    return *slot;
}

Lookup* LookupQueue::find(const QString& ticker)
{
    const auto it = m_lookups.find(ticker);
    return it == m_lookups.end() ? nullptr : it->second.get();
}

void LookupQueue::promote(Lookup& lookup, Steady deadline)
{
    if (lookup.place == Lookup::Place::Ready)
        m_ready.erase({lookup.order, &lookup});
    lookup.priority = Priority::Clicked;
    lookup.order = -++m_order;
    if (lookup.place == Lookup::Place::Ready)
        m_ready.emplace(lookup.order, &lookup);
    m_deadlines.erase({lookup.deadline, &lookup});
    lookup.deadline = deadline;
    m_deadlines.emplace(deadline, &lookup);
}

Lookup* LookupQueue::takeReady(Steady now)
{
    admitDelayed(now);
    if (m_ready.empty())
        return nullptr;
    Lookup* next = m_ready.begin()->second;
    m_ready.erase(m_ready.begin());
    next->place = Lookup::Place::Running;
    ++m_running;
    return next;
}

void LookupQueue::putBack(Lookup& lookup, Steady notBefore)
{
    leave(lookup);
    lookup.place = Lookup::Place::Delayed;
    lookup.notBefore = notBefore;
    m_delayed.emplace(notBefore, &lookup);
}

void LookupQueue::remove(Lookup& lookup)
{
    leave(lookup);
    m_deadlines.erase({lookup.deadline, &lookup});
    m_lookups.erase(m_lookups.find(lookup.ticker));
}

void LookupQueue::clear()
{
    m_ready.clear();
    m_delayed.clear();
    m_deadlines.clear();
    m_running = 0;
    m_lookups.clear();
}

Lookup* LookupQueue::expired(Steady now) const
{
    return m_deadlines.empty() || m_deadlines.begin()->first > now ? nullptr : m_deadlines.begin()->second;
}

Lookup* LookupQueue::leastWanted() const
{
    const auto automatic = m_ready.lower_bound({0, nullptr});
    if (automatic != m_ready.end())
        return automatic->second;
    if (!m_delayed.empty())
        return m_delayed.begin()->second;
    return m_ready.empty() ? nullptr : m_ready.rbegin()->second;
}

bool LookupQueue::hasReady(Steady now)
{
    admitDelayed(now);
    return !m_ready.empty();
}

std::optional<LookupQueue::Steady> LookupQueue::nextDeadline() const
{
    return m_deadlines.empty() ? std::nullopt : std::optional(m_deadlines.begin()->first);
}

std::optional<LookupQueue::Steady> LookupQueue::nextDelayed() const
{
    return m_delayed.empty() ? std::nullopt : std::optional(m_delayed.begin()->first);
}

void LookupQueue::admitDelayed(Steady now)
{
    while (!m_delayed.empty() && m_delayed.begin()->first <= now) {
        Lookup* lookup = m_delayed.begin()->second;
        m_delayed.erase(m_delayed.begin());
        lookup->place = Lookup::Place::Ready;
        m_ready.emplace(lookup->order, lookup);
    }
}

void LookupQueue::leave(Lookup& lookup)
{
    switch (lookup.place) {
    case Lookup::Place::Ready:
        m_ready.erase({lookup.order, &lookup});
        break;
    case Lookup::Place::Delayed:
        m_delayed.erase({lookup.notBefore, &lookup});
        break;
    case Lookup::Place::Running:
        --m_running;
        break;
    }
}

} // namespace flowglass::contracts

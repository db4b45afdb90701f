// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/optionsymbol.h"

#include <QHash> // std::hash<QString>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace flowglass::contracts {

class RestCall;

enum class Priority { Clicked, Automatic };

// One contract being asked for, from request to settled.
struct Lookup
{
    using Steady = std::chrono::nanoseconds;
    enum class Stage { Terms, TermsAsOfExpiry, Snapshot };

    QString ticker;
    domain::OptionSymbol symbol;
    Priority priority = Priority::Automatic;
    Stage stage = Stage::Terms;
    Steady deadline{0};
    bool wantsSnapshot = true;
    bool wentToNetwork = false;
    bool failed = false;
    int retries = 0; // of the present stage
    RestCall* call = nullptr;

private:
    friend class LookupQueue;
    enum class Place { Ready, Delayed, Running };
    Place place = Place::Ready;
    std::int64_t order = 0;
    Steady notBefore{0};
};

// The look-ups under way and the order in which they get a call: clicks before automatic ones, the newest
// click first, automatic ones in the order asked. All operations O(log n). References stay valid until
// remove(). The owner bounds its length. One thread.
class LookupQueue
{
public:
    using Steady = Lookup::Steady;

    Lookup& add(Lookup lookup); // the ticker must not be in it
    Lookup* find(const QString& ticker);
    void promote(Lookup& lookup, Steady deadline); // to the newest click
    Lookup* takeReady(Steady now);                 // the next to run, which then counts as running
    void putBack(Lookup& lookup, Steady notBefore);
    void remove(Lookup& lookup);
    void clear();
    template <class Visitor>
    void forEach(Visitor visit)
    {
        for (const auto& entry : m_lookups)
            visit(*entry.second);
    }

    Lookup* expired(Steady now) const; // one whose deadline has come
    Lookup* leastWanted() const;       // of those waiting: the oldest automatic one
    bool hasReady(Steady now);         // someone waits for a call and for nothing else
    std::optional<Steady> nextDeadline() const;
    std::optional<Steady> nextDelayed() const;
    int running() const { return m_running; }
    int waiting() const { return int(m_ready.size() + m_delayed.size()); }

private:
    using ByTime = std::set<std::pair<Steady, Lookup*>>;

    void admitDelayed(Steady now);
    void leave(Lookup& lookup); // the set it stands in

    std::unordered_map<QString, std::unique_ptr<Lookup>> m_lookups;
    std::set<std::pair<std::int64_t, Lookup*>> m_ready; // by order: clicks are negative, newest lowest
    ByTime m_delayed;                                   // by notBefore
    ByTime m_deadlines;
    int m_running = 0;
    std::int64_t m_order = 0;
};

} // namespace flowglass::contracts

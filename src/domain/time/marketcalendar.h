// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace flowglass::domain {

// A day that is not as the others: closed, or with hours of its own.
struct MarketException
{
    std::int32_t day = 0; // calendar day in New York, since 1970-01-01
    bool closed = true;
    QString name;
    std::optional<UnixMs> open; // of an early close; not given, or impossible: 9:30 to 13:00
    std::optional<UnixMs> close;
    bool operator==(const MarketException&) const = default;
};

// How the market stands at one moment, for a person.
struct MarketState
{
    bool open = true;
    bool isHalfDay = false;
    QString occasion; // the holiday, or what the half day is close to; empty on other days
    std::optional<UnixMs> changes; // when it closes, if that is known, or opens next
    bool fromProvider = false;   // else by the built-in calendar
    std::int32_t validUntil = 0; // last day that the calendar was checked for
    bool isPastValidity = false; // today is outside
    bool operator==(const MarketState&) const = default;
};

// The regular session of US options, 9:30 to 16:00 in New York; products that trade until 16:15 count as
// late. Built from the rules of marketdays.h; what the provider says of single days and of now comes first.
// A value; not thread-safe, as ZoneTime is not.
class MarketCalendar
{
public:
    struct Hours
    {
        UnixMs open;
        UnixMs close;
        UnixMs lateClose; // of index and ETF options
    };

    void setExceptions(const std::vector<MarketException>& days); // as the provider lists them
    // The provider's word of `at`. Where the calendar says otherwise it holds until the calendar's next
    // opening or close, two hours at most: ask again before.
    void setWord(bool open, UnixMs at);

    std::optional<Hours> hours(std::int32_t day) const; // none: no session
    QString occasion(std::int32_t day) const;
    bool isHalfDay(std::int32_t day) const;
    bool isOpen(UnixMs t) const;     // regular hours
    bool isTrading(UnixMs t) const;  // with the late products
    UnixMs nextOpen(UnixMs t) const; // after t
    MarketState stateAt(UnixMs t) const; // isTrading() in words

private:
    bool isWithin(UnixMs t, bool late) const;
    std::optional<bool> wordFor(UnixMs t) const;

    ZoneTime m_newYork = ZoneTime::newYork();
    std::map<std::int32_t, MarketException> m_exceptions;
    struct Word
    {
        bool open;
        UnixMs at;
    };
    std::optional<Word> m_word;
};

} // namespace flowglass::domain

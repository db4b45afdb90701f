// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/time/marketcalendar.h"

#include "domain/time/marketdays.h"

#include <algorithm>

namespace flowglass::domain {

namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

constexpr minutes kOpen = 9h + 30min;
constexpr minutes kClose = 16h;
constexpr minutes kHalfDayClose = 13h;
constexpr minutes kLate = 15min;
constexpr minutes kShortestSession{30};
constexpr std::chrono::hours kWordHolds{2};
constexpr int kLookAhead = 30; // days; no market was ever closed so long

constexpr std::int32_t kLastBuiltIn =
    std::int32_t(std::chrono::sys_days(std::chrono::year(kLastMarketYear) / 12 / 31).time_since_epoch().count());
constexpr std::int32_t kFirstBuiltIn =
    std::int32_t(std::chrono::sys_days(std::chrono::year(kFirstMarketYear) / 1 / 1).time_since_epoch().count());

// The clocks change on Sundays at two, so the offset of noon is the day's.
UnixMs inNewYork(const ZoneTime& zone, std::int32_t day, minutes time)
{
    const UnixMs noon{std::int64_t(day) * 86'400'000 + 17 * 3'600'000};
    return {std::int64_t(day) * 86'400'000 + std::chrono::milliseconds(time).count() - zone.offset(noon).count() * 1000};
}

// They come from outside: a session that ends before it begins, or on another day, would be believed everywhere.
bool canBe(const ZoneTime& zone, const MarketException& day)
{
    const UnixMs open = day.open.value_or(inNewYork(zone, day.day, kOpen));
    const UnixMs close = day.close.value_or(inNewYork(zone, day.day, kHalfDayClose));
    return zone.day(open) == day.day && zone.day(close) == day.day && close - open >= kShortestSession;
}

} // namespace

void MarketCalendar::setExceptions(const std::vector<MarketException>& days)
{
    m_exceptions.clear();
    for (MarketException day : days) {
        if (!canBe(m_newYork, day))
            day.open = day.close = std::nullopt;
        m_exceptions.try_emplace(day.day, day);
    }
}

void MarketCalendar::setWord(bool open, UnixMs at) { m_word = Word{open, at}; }

std::optional<MarketCalendar::Hours> MarketCalendar::hours(std::int32_t day) const
{
    const auto found = m_exceptions.find(day);
    if (found != m_exceptions.end() ? found->second.closed : !isTradingDay(day))
        return std::nullopt;
    UnixMs open = inNewYork(m_newYork, day, kOpen);
    UnixMs close = inNewYork(m_newYork, day, isHalfDay(day) ? kHalfDayClose : kClose);
    if (found != m_exceptions.end()) {
        open = found->second.open.value_or(open);
        close = found->second.close.value_or(close);
    }
    return Hours{open, close, close + kLate};
}

QString MarketCalendar::occasion(std::int32_t day) const
{
    const auto found = m_exceptions.find(day);
    if (found != m_exceptions.end())
        return found->second.name;
    const char* holiday = holidayName(day);
    return QString::fromLatin1(holiday ? holiday : halfDayName(day));
}

bool MarketCalendar::isHalfDay(std::int32_t day) const
{
    const auto found = m_exceptions.find(day);
    return found != m_exceptions.end() ? !found->second.closed : halfDayName(day) != nullptr;
}

bool MarketCalendar::isWithin(UnixMs t, bool late) const
{
    const std::optional<Hours> today = hours(m_newYork.day(t));
    return today && t >= today->open && t < (late ? today->lateClose : today->close);
}

// In force while nothing has happened since by the calendar.
std::optional<bool> MarketCalendar::wordFor(UnixMs t) const
{
    if (!m_word || t - m_word->at >= kWordHolds || m_word->at - t >= kWordHolds)
        return std::nullopt;
    if (isWithin(t, false) != isWithin(m_word->at, false))
        return std::nullopt;
    return m_word->open;
}

bool MarketCalendar::isOpen(UnixMs t) const { return wordFor(t).value_or(isWithin(t, false)); }

// In the quarter of an hour after the close the provider rightly says closed.
bool MarketCalendar::isTrading(UnixMs t) const
{
    return isOpen(t) || (isWithin(t, true) && !isWithin(t, false));
}

UnixMs MarketCalendar::nextOpen(UnixMs t) const
{
    const std::int32_t today = m_newYork.day(t);
    for (std::int32_t day = today; day < today + kLookAhead; ++day) {
        const std::optional<Hours> session = hours(day);
        if (session && session->open > t)
            return session->open;
    }
    return t + std::chrono::days(kLookAhead);
}

MarketState MarketCalendar::stateAt(UnixMs t) const
{
    const std::int32_t today = m_newYork.day(t);
    MarketState state;
    state.open = isTrading(t);
    state.occasion = occasion(today);
    const std::optional<Hours> session = hours(today);
    state.isHalfDay = session && isHalfDay(today);
    if (!state.open)
        state.changes = nextOpen(t);
    else if (isWithin(t, true))
        state.changes = session->lateClose;
    state.fromProvider = m_exceptions.contains(today) || wordFor(t).has_value();
    state.validUntil = m_exceptions.empty() ? kLastBuiltIn : std::max(kLastBuiltIn, m_exceptions.rbegin()->first);
    state.isPastValidity = !state.fromProvider && (today > state.validUntil || today < kFirstBuiltIn);
    return state;
}

} // namespace flowglass::domain

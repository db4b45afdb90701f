// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/marketclock.h"

#include <cstdint>

namespace flowglass::detect {

// Single-leg orders with fading weights. Times in baseline ms (MarketClock).
struct ContractRate
{
    std::int64_t lastMs = 0; // of the last counted order
    float orders = 0.0F;     // of the day, and 0.4 of those before
    float in30 = 0.0F, in60 = 0.0F, in120 = 0.0F, in300 = 0.0F, in1800 = 0.0F;
    template <class Pipe>
    void archive(Pipe& pipe) // what the next day starts from
    {
        pipe(orders);
    }
};
struct UnderlyingRate
{
    std::int64_t firstMs = 0; // first print of the day
    std::int64_t lastMs = 0;
    double startedAt = 0.0; // market time of the first print of the day ...
    double seenAt = 0.0;    // ... and of the newest
    double carried = 0.0;   // market time of earlier days that still counts
    double orders = 0.0, in30 = 0.0, in120 = 0.0, in300 = 0.0, in1800 = 0.0;
    template <class Pipe>
    void archive(Pipe& pipe) // what the next day, or another run of the same day, starts from
    {
        carried += seenAt - startedAt;
        startedAt = seenAt = 0.0;
        pipe(carried);
        pipe(orders);
    }
};

// Counts orders: of an underlying each one, of a contract at most one in half a second, because orders call
// forth others at once.
namespace orderrate {

inline constexpr std::int64_t kRefractoryMs = 500;
inline constexpr double kCarry = 0.4; // weight of earlier days

// The newest print of the underlying, whatever its class.
void see(const MarketClock::Moment& now, UnderlyingRate& underlying);
// A single-leg order starts. False when it came too soon to be counted for its contract.
bool count(const MarketClock::Moment& now, bool reopens, ContractRate& contract, UnderlyingRate& underlying);
// An order that was counted, or not, is taken back.
void forget(std::int64_t baselineMs, ContractRate& contract, UnderlyingRate& underlying);
void startDay(ContractRate& contract);
void startDay(UnderlyingRate& underlying);

} // namespace orderrate

// How many orders to expect now: the subject's own count of the day by the pace of the hour, times how much
// busier it was from an hour to five minutes ago. The last minutes are kept out of the baseline, so that a
// burst is not its own excuse. Looks at its states; good for one print.
class OrderPace
{
public:
    OrderPace(const MarketClock::Moment& now, const ContractRate& contract, const UnderlyingRate& underlying);

    // Orders in a window of so many seconds, in which `count` were seen.
    double contractMean(double seconds, double count) const;
    double underlyingMean(double seconds, double count) const;
    // How much busier than usual the underlying's other contracts are now, at least 1: what all do at once
    // is the underlying's alert. From its count in a window and the contract's in the same.
    double restFactor(double seconds, double underlyingCount, double count) const;
    // Variance of the mean itself, relative to its square.
    double contractDoubt() const;
    double underlyingDoubt() const;

    double watchedSeconds() const { return m_watched; } // since the underlying's first print of the day
    const ContractRate& contract() const { return m_contract; }
    const UnderlyingRate& underlying() const { return m_underlying; }

private:
    struct Baseline
    {
        double perSecond = -1.0; // below 0: not asked for yet
        double doubt = 0.0;
    };
    const Baseline& ofContract() const;
    const Baseline& ofUnderlying() const;
    double lagged() const; // seconds of usual pace that the lagged baseline holds
    double whileYoung(double orders, double count, double seconds) const;

    const ContractRate& m_contract;
    const UnderlyingRate& m_underlying;
    double m_pace;    // sessions a second at this hour
    double m_elapsed; // sessions behind the counts
    double m_watched;
    mutable double m_lagged = -1.0; // below 0: not asked for yet
    mutable Baseline m_ofContract;
    mutable Baseline m_ofUnderlying;
};

} // namespace flowglass::detect

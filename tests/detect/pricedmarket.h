// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/enginefixture.h"

namespace flowglass::tests {

// A chain that is priced as it should be: XYZ at `spot`, 28 days to expiry, calls and puts at strikes 90 to
// 110, prints at bid or ask. trade() lets it live for a while; print() adds one print where it is wanted.
class PricedMarket : public EngineFixture
{
public:
    using EngineFixture::EngineFixture;

    double spot = 100.0;
    double vol = 0.4;

    double fair(int strike, bool call, std::int64_t ms) const
    {
        return blackScholes(spot, strike, yearsLeft(ms), vol, call);
    }
    static double half(double price) { return std::max(0.01, 0.008 * std::pow(price, 0.75)); }

    // So many ms after 10:00, at the price given, on one exchange or another.
    std::vector<std::uint32_t> print(std::int64_t ms, int strike, bool call, double price,
                                     int condition = 209)
    {
        const double tick = price < 3.0 ? 0.01 : 0.05;
        domain::Trade trade = text(QStringLiteral("10:00:00.000 O:XYZ261218%1%2 %3 x2 @%4 %5")
                                       .arg(call ? QLatin1Char('C') : QLatin1Char('P'))
                                       .arg(strike * 1'000, 8, 10, QLatin1Char('0'))
                                       .arg(std::max(tick, std::round(price / tick) * tick), 0, 'f', 2)
                                       .arg(300 + ms % 16)
                                       .arg(condition));
        trade.setTime({kTenMs + ms});
        return feed(trade);
    }
    // Ordinary prints from one time to another; the spot moves by `drift` dollars a minute.
    std::vector<std::uint32_t> trade(std::int64_t fromMs, std::int64_t toMs, double drift = 0.0,
                                     double meanGapMs = 700.0, std::uint64_t seed = 11)
    {
        Dice dice(seed);
        std::vector<std::uint32_t> reported;
        const double begun = spot;
        for (std::int64_t ms = fromMs; ms < toMs; ms += 1 + std::int64_t(dice.exponential(meanGapMs))) {
            spot = begun + drift * double(ms - fromMs) / 60'000.0;
            const int strike = 90 + int(dice.bits() % 21);
            const bool call = dice.chance(0.5);
            const double at = fair(strike, call, ms);
            for (const std::uint32_t id :
                 print(ms, strike, call, at + (dice.chance(0.5) ? 1.0 : -1.0) * half(at)))
                reported.push_back(id);
        }
        return reported;
    }

private:
    static double yearsLeft(std::int64_t ms)
    {
        return (28.0 * 86'400.0 + 21'600.0 - double(ms) / 1000.0) / (365.0 * 86'400.0);
    }
};

} // namespace flowglass::tests

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "detect/synthetictape.h"
#include "domain/anomalytext.h"
#include "support/tapetext.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace flowglass::tests {

// An engine with the tape of trades that went into it. background() gives it a market to compare with: forty
// contracts of one underlying, each on a steady price, sizes 1 to 60, about one order a minute each.
class EngineFixture
{
public:
    static constexpr std::int64_t kTenMs = TapeText::kMidnightMs + 36'000'000; // 10:00

    // Without a least premium: what detectors say is tested here, not what it is worth.
    explicit EngineFixture(double flagsPer100k = 10.0) : EngineFixture(anyMoney(flagsPer100k)) {}
    explicit EngineFixture(const detect::Settings& settings) : engine(text.contracts(), settings) {}
    static detect::Settings anyMoney(double flagsPer100k)
    {
        return {flagsPer100k, domain::KindSet::all(), domain::Premium()};
    }

    std::vector<std::uint32_t> feed(const domain::Trade& trade)
    {
        trades.push_back(trade);
        const auto ids = engine.judge(trade, trades.size() - 1);
        return {ids.begin(), ids.end()};
    }
    std::vector<std::uint32_t> feed(const QString& line) { return feed(text(line)); }
    std::uint64_t lastRow() const { return trades.size() - 1; }

    // From 10:00 for so many minutes.
    void background(int minutes, std::uint64_t seed = 5) { market(0, minutes * 60'000LL, 1'500.0, seed); }
    // From and to: ms after 10:00. Returns the ids that were raised or updated, in order.
    std::vector<std::uint32_t> market(std::int64_t fromMs, std::int64_t toMs, double meanGapMs,
                                      std::uint64_t seed)
    {
        Dice dice(seed);
        std::vector<std::uint32_t> reported;
        for (std::int64_t ms = fromMs; ms < toMs; ms += std::int64_t(dice.exponential(meanGapMs))) {
            const auto strike = dice.bits() % 40;
            domain::Trade trade = text(QStringLiteral("10:00:00.000 O:XYZ261218C%1 %2 x%3 @%4 209")
                                           .arg(100'000 + int(strike) * 1'000, 8, 10, QLatin1Char('0'))
                                           .arg(2.0 + double(strike) * 0.1 + (dice.chance(0.5) ? 0.01 : 0.0))
                                           .arg(size(dice))
                                           .arg(300 + dice.bits() % 16));
            trade.setTime({kTenMs + ms});
            for (const std::uint32_t id : feed(trade))
                reported.push_back(id);
        }
        return reported;
    }
    QString explain(std::uint32_t id) const
    {
        return domain::explanation(engine.anomaly(id), domain::Wording::FixedEnglish);
    }
    const domain::Evidence* evidence(std::uint32_t id, domain::AnomalyKind kind) const
    {
        for (const domain::Evidence& evidence : engine.anomaly(id).evidence) {
            if (evidence.kind == kind)
                return &evidence;
        }
        return nullptr;
    }

    TapeText text;
    detect::Engine engine;
    std::vector<domain::Trade> trades;

private:
    static std::uint32_t size(Dice& dice)
    {
        return std::uint32_t(std::min(60.0, std::pow(dice.unit(), -0.7)));
    }
};

} // namespace flowglass::tests

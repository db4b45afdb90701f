// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/listing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace flowglass::market {

namespace {

constexpr int kStrikesPerSide = 13; // at most, per expiry
constexpr double kReach = 2.4;      // standard deviations from the spot to the last strike

// The finest usual step that covers the reach with at most kStrikesPerSide strikes.
double strikeStep(const UnderlyingProfile& profile, double reach)
{
    static constexpr std::array kSteps = {1.0, 2.5, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0};
    for (const double step : kSteps) {
        if (step >= profile.strikeStep && reach / step <= kStrikesPerSide)
            return step;
    }
    return kSteps.back();
}

// How round a strike is: people trade 150 before 152.5.
bool isRound(double strike, double spot)
{
    const double step = spot > 2000.0 ? 50.0 : spot > 400.0 ? 10.0 : 5.0;
    return std::fmod(strike, step) == 0.0;
}

std::string ticker(const domain::OptionSymbol& symbol)
{
    const auto date = symbol.expiry();
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "O:%s%02d%02u%02u%c%08d", std::string(symbol.rootText()).c_str(),
                  int(date.year()) % 100, unsigned(date.month()), unsigned(date.day()),
                  symbol.right == domain::Right::Call ? 'C' : 'P', symbol.strikeMils);
    return text.data();
}

} // namespace

Listing::Listing(std::uint64_t seed, domain::UnixMs start)
{
    Random random(seed, 0x11);
    const std::int32_t today = sessionDay(start);
    for (std::uint32_t u = 0; u < underlyings().size(); ++u)
        addRoot(u, today, random);
    for (std::uint32_t i = 0; i < m_contracts.size(); ++i)
        m_byTicker.emplace(m_contracts[i].ticker, i);
}

void Listing::addRoot(std::uint32_t underlying, std::int32_t today, Random& random)
{
    const std::size_t first = m_contracts.size();
    for (const std::int32_t day : expiriesFrom(today, underlyings()[underlying].expiries))
        addExpiry(underlying, today, day, random);

    // Picks are by index into all contracts, so those of other roots weigh nothing.
    std::vector<double> weights(m_contracts.size(), 0.0);
    double sum = 0.0;
    for (std::size_t i = first; i < m_contracts.size(); ++i)
        sum += m_contracts[i].activity;
    for (std::size_t i = first; i < m_contracts.size(); ++i) {
        m_contracts[i].activity *= underlyings()[underlying].share / sum;
        weights[i] = m_contracts[i].activity;
    }
    m_picks.emplace_back(weights);
}

void Listing::addExpiry(std::uint32_t underlying, std::int32_t today, std::int32_t day, Random& random)
{
    const UnderlyingProfile& profile = underlyings()[underlying];
    const double days = double(day - today);
    const double deviation = profile.volatility * std::sqrt((days + 1.0) / 365.0);
    const double reach = profile.spot * (std::exp(kReach * deviation) - 1.0);
    const double step = strikeStep(profile, reach);
    const int side = std::clamp(int(reach / step), 4, kStrikesPerSide);
    const double middle = std::round(profile.spot / step) * step;
    const double expiryWeight = std::pow(1.0 + days / 3.0, -1.1);

    ExpiryBlock block{std::uint32_t(m_contracts.size()), 0, underlying};
    for (int i = -side; i <= side; ++i) {
        const double strike = middle + i * step;
        if (strike < step)
            continue;
        const double moneyness = std::log(strike / profile.spot) / deviation;
        const double weight = expiryWeight * std::exp(-0.9 * std::abs(moneyness))
                              * (isRound(strike, profile.spot) ? 1.7 : 1.0);
        for (const domain::Right right : {domain::Right::Call, domain::Right::Put}) {
            ListedContract contract;
            std::string_view(profile.root).copy(contract.symbol.root.data(), contract.symbol.root.size());
            contract.symbol.right = right;
            contract.symbol.expiryDay = day;
            contract.symbol.strikeMils = std::int32_t(std::lround(strike * 1000.0));
            contract.ticker = ticker(contract.symbol);
            contract.expiry = closeOf(day);
            contract.underlying = underlying;
            contract.block = std::uint32_t(m_blocks.size());
            contract.activity = weight * (right == domain::Right::Call ? 1.2 : 0.8) * random.logNormal(1.0, 0.9);
            contract.institutionalScale = random.logNormal(1.0, 0.5);
            // Open interest has had no time to build up in what was listed this week.
            contract.openInterest = std::uint32_t(random.logNormal(900.0, 1.3) * std::exp(-0.5 * std::abs(moneyness))
                                                  * profile.share * 10.0 * std::min(1.0, (days + 0.1) / 5.0));
            m_contracts.push_back(std::move(contract));
            ++block.count;
        }
    }
    m_blocks.push_back(block);
}

std::optional<std::uint32_t> Listing::find(std::string_view ticker) const
{
    const auto found = m_byTicker.find(ticker);
    return found == m_byTicker.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t Listing::inNextExpiry(std::uint32_t contract) const
{
    const ListedContract& from = m_contracts[contract];
    if (from.block + 1 >= m_blocks.size() || m_blocks[from.block + 1].underlying != from.underlying)
        return contract;
    const ExpiryBlock& block = m_blocks[from.block + 1];
    std::uint32_t best = contract;
    std::int32_t bestGap = INT32_MAX;
    for (std::uint32_t i = block.first; i < block.first + block.count; ++i) {
        const std::int32_t gap = std::abs(m_contracts[i].symbol.strikeMils - from.symbol.strikeMils);
        if (m_contracts[i].symbol.right == from.symbol.right && gap < bestGap) {
            bestGap = gap;
            best = i;
        }
    }
    return best;
}

} // namespace flowglass::market

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/universe.h"

#include "bench/quality/random/portablemath.h"
#include "bench/quality/random/rng.h"
#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace flowglass::quality {

namespace {

constexpr std::uint64_t kStream = 1;
constexpr double kZipf = 1.1;
constexpr int kBusyRoots = 10; // these have an expiry every day
constexpr std::array<int, 12> kBusyExpiries = {-1, 0, 3, 4, 5, 7, 14, 21, 28, 56, 119, 210};
constexpr std::array<int, 7> kExpiries = {0, 7, 14, 28, 56, 119, 210}; // days after the scored one
constexpr std::uint32_t kBusyStrikes = 60;
constexpr std::uint32_t kStrikes = 17;
constexpr double kInstitutions = 0.035;
constexpr double kInstitutionMedian = 50.0;

// A usual distance of strikes, near `wanted` dollars.
double strikeStep(double wanted)
{
    constexpr std::array<double, 6> kSteps = {0.5, 1.0, 2.5, 5.0, 10.0, 25.0};
    const auto at = std::ranges::lower_bound(kSteps, wanted);
    return at == kSteps.end() ? kSteps.back() : *at;
}

Root makeRoot(Rng& rng, int rank, const TapeConfig& config)
{
    const bool busy = rank < kBusyRoots;
    Root root;
    root.name = {'Q', char('A' + rank / 26), char('A' + rank % 26)};
    root.share = portable::pow(rank + 1.0, -kZipf);
    root.spot = std::round(100.0 * portable::exp(rng.between(2.5, 5.8))) / 100.0;
    root.vol = rng.between(0.2, 0.65);
    root.skew = -0.05 + 0.02 * rng.normal();
    root.spread = rng.lognormal(0.3);
    root.ticks = rank < 5           ? TickRule::Pennies
                 : rng.chance(0.65) ? TickRule::PenniesBelow3
                                    : TickRule::NickelsBelow3;
    root.sizes.institutions = std::min(0.3, kInstitutions * rng.lognormal(0.6));
    root.sizes.median = kInstitutionMedian * rng.lognormal(0.7);
    root.sizes.tilt = rng.between(-0.12, 0.5);
    root.strikes = config.roots < 40 ? kStrikes : busy ? kBusyStrikes : kStrikes;
    const auto list = [&root](const auto& days) {
        for (const int day : days)
            root.expiries.push_back(sessions::kScoredDay + day);
    };
    busy ? list(kBusyExpiries) : list(kExpiries);
    return root;
}

std::string tickerOf(const Root& root, std::int32_t expiryDay, bool call, double strike)
{
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(expiryDay))};
    char text[40];
    std::snprintf(text, sizeof text, "O:%s%02d%02u%02u%c%08ld", root.name.c_str(), int(date.year()) % 100,
                  unsigned(date.month()), unsigned(date.day()), call ? 'C' : 'P',
                  std::lround(strike * 1000.0));
    return text;
}

// Smile and skew by moneyness in standard deviations to expiry, and what is the pair's own.
double impliedVol(const Root& root, double strike, std::int32_t expiryDay, double own)
{
    const double years = double(expiryDay - sessions::kScoredDay + 2) / 365.0;
    const double x = std::clamp(portable::log(strike / root.spot) / (root.vol * std::sqrt(years)), -3.0, 3.0);
    return std::max(0.08, root.vol * (1.0 + root.skew * x + 0.02 * x * x) + own);
}

// The spread over contracts is chosen so that the plain size rule finds what it was measured to find.
SizeLaw ownSizes(Rng& rng, const SizeLaw& parent)
{
    SizeLaw law = parent;
    law.institutions = std::min(0.4, parent.institutions * rng.lognormal(0.3));
    law.median = parent.median * rng.lognormal(0.3);
    return law;
}

void listExpiry(Rng& rng, std::uint32_t rootIndex, const Root& root, std::int32_t expiryDay, double step,
                std::vector<ListedContract>& out)
{
    const double middle = std::round(root.spot / step);
    const double lowest = std::max(1.0, middle - root.strikes / 2);
    std::vector<double> ownVols;
    for (std::uint32_t k = 0; k < root.strikes; ++k)
        ownVols.push_back(0.01 * rng.normal());
    for (const bool call : {true, false}) {
        for (std::uint32_t k = 0; k < root.strikes; ++k) {
            ListedContract made;
            made.root = rootIndex;
            made.expiryDay = expiryDay;
            made.strike = (lowest + k) * step;
            made.logStrike = portable::log(made.strike);
            made.vol = impliedVol(root, made.strike, expiryDay, ownVols[k]);
            made.call = call;
            made.ticker = tickerOf(root, expiryDay, call, made.strike);
            made.habit =
                rng.lognormal(0.9) * (std::fmod(lowest + k, 5.0) == 0.0 ? 1.7 : 1.0) * (call ? 1.0 : 0.85);
            made.sizes = ownSizes(rng, root.sizes);
            made.openInterest = std::uint32_t(1'500.0 * made.habit * rng.lognormal(1.5));
            out.push_back(std::move(made));
        }
    }
}

} // namespace

std::uint32_t Universe::neighbour(std::uint32_t contract, int strikes, int expiries, bool flip) const
{
    const Root& root = roots[contracts[contract].root];
    const auto offset = int(contract - root.first);
    const int perRight = int(root.strikes);
    const int k = offset % perRight + strikes;
    const int expiry = offset / (2 * perRight) + expiries;
    const int right = offset / perRight % 2;
    if (k < 0 || k >= perRight || expiry >= int(root.expiries.size()))
        return contract;
    return root.first + std::uint32_t((expiry * 2 + (flip ? 1 - right : right)) * perRight + k);
}

Universe makeUniverse(const TapeConfig& config)
{
    Rng rng(config.seed, kStream);
    Universe universe;
    double sum = 0.0;
    for (int rank = 0; rank < config.roots; ++rank) {
        Root root = makeRoot(rng, rank, config);
        root.first = std::uint32_t(universe.contracts.size());
        sum += root.share;
        const double step = strikeStep(root.spot * (root.strikes == kBusyStrikes ? 0.008 : 0.02));
        for (const std::int32_t expiryDay : root.expiries)
            listExpiry(rng, std::uint32_t(rank), root, expiryDay, step, universe.contracts);
        universe.roots.push_back(std::move(root));
    }
    for (Root& root : universe.roots)
        root.share /= sum;
    return universe;
}

} // namespace flowglass::quality

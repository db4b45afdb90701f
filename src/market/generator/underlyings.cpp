// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/generator/underlyings.h"

#include <array>

namespace flowglass::market {

namespace {

constexpr auto kDaily = ExpiryPattern::Daily;
constexpr auto kMwf = ExpiryPattern::MondayWednesdayFriday;
constexpr auto kFri = ExpiryPattern::Fridays;
constexpr auto kPenny = TickRule::Penny;
constexpr auto kNickel = TickRule::PennyNickel;
constexpr auto kDime = TickRule::NickelDime;

// Shares: NVDA 35 %, the others by Zipf's law with exponent 1.1, the adjusted chain half a percent.
constexpr std::array kProfiles = {
    UnderlyingProfile{"NVDA", "NVDA", "NVDA", 182.4, 0.42, 1.7, .350, 2.5, 0.6, kMwf, kNickel, false, 0, 100, true},
    UnderlyingProfile{"SPXW", "SPX", "I:SPX", 6712.0, 0.15, 1.0, .237, 5, 0.5, kDaily, kDime, true, 1, 100, false},
    UnderlyingProfile{"SPY", "SPY", "SPY", 669.3, 0.15, 1.0, .111, 1, 0.4, kDaily, kPenny, false, 2, 100, true},
    UnderlyingProfile{"QQQ", "QQQ", "QQQ", 603.8, 0.20, 1.2, .071, 1, 0.4, kDaily, kPenny, false, 3, 100, true},
    UnderlyingProfile{"TSLA", "TSLA", "TSLA", 428.6, 0.55, 1.9, .052, 2.5, 0.8, kMwf, kNickel, false, 4, 100, true},
    UnderlyingProfile{"AAPL", "AAPL", "AAPL", 268.1, 0.26, 1.1, .040, 2.5, 0.6, kMwf, kNickel, false, 5, 100, true},
    UnderlyingProfile{"AMD", "AMD", "AMD", 231.5, 0.52, 1.9, .033, 2.5, 0.9, kFri, kNickel, false, 6, 100, true},
    UnderlyingProfile{"AMZN", "AMZN", "AMZN", 229.7, 0.32, 1.3, .028, 2.5, 0.8, kMwf, kNickel, false, 7, 100, true},
    UnderlyingProfile{"PLTR", "PLTR", "PLTR", 171.9, 0.60, 2.0, .024, 2.5, 1.0, kFri, kNickel, false, 8, 100, true},
    UnderlyingProfile{"META", "META", "META", 618.2, 0.33, 1.3, .021, 5, 1.3, kMwf, kNickel, false, 9, 100, true},
    UnderlyingProfile{"MSFT", "MSFT", "MSFT", 497.4, 0.22, 1.0, .019, 2.5, 0.9, kMwf, kNickel, false, 10, 100, true},
    UnderlyingProfile{"GOOGL", "GOOGL", "GOOGL", 288.8, 0.30, 1.1, .017, 2.5, 0.9, kMwf, kNickel, false, 11, 100,
                      true},
    UnderlyingProfile{"MSTR", "MSTR", "MSTR", 218.3, 0.75, 2.2, .015, 2.5, 1.4, kFri, kNickel, false, 12, 100, true},
    UnderlyingProfile{"NVDA1", "NVDA", "NVDA", 182.4, 0.42, 1.7, .005, 5, 2.0, kFri, kDime, false, 0, 10, false},
};

} // namespace

std::span<const UnderlyingProfile> underlyings() { return kProfiles; }

} // namespace flowglass::market

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contract.h"
#include "domain/enumset.h"
#include "domain/trade.h"

#include <QString>

#include <cstdint>

namespace flowglass::domain {

// What is said about prints beside the detectors' reasons. Tags never add to a score. The first group
// follows from the tape alone; the second from what REST said, so it is in no digest.
enum class AnomalyTag : std::uint8_t {
    IntermarketSweep, // reported as an intermarket sweep order: an order type, not proof of a sweep
    Auction,
    Cross,
    Floor,
    MultiLeg,
    StockTied,
    ExpiresToday,
    Adjusted, // does not deliver the standard 100 shares

    Opening,            // certain to open positions, in part at least
    VolumeOverInterest, // the day's volume exceeds the open interest
    AboveAsk,
    AtAsk,
    InsideMarket,
    AtBid,
    BelowBid,

    Late, // holds prints that were fetched after a gap, and was found only then

    Golden, // by the person's own definition: see PremiumMarks
    Count
};
using TagSet = EnumSet<AnomalyTag>;

// "iso", "auction", "cross", "floor", "multi-leg", "stock-tied", "0dte", "adjusted", "opening",
// "vol-over-oi", "above-ask", "at-ask", "inside", "at-bid", "below-bid", "late", "golden": fixed, for files.
const char* tagWord(AnomalyTag tag);
QString tagWords(TagSet tags, QLatin1Char separator);

// From the print itself. `tradingDay`: of the print in New York, days since 1970-01-01.
TagSet tapeTags(const Trade& trade, const OptionSymbol& symbol, std::int32_t tradingDay);

// What a snapshot adds for one order (contracts, dollars a share, time of its print). `earlierVolume`:
// contracts of the day before it. Opening: larger than all that could be closed by it, which is yesterday's
// open interest and everything of today. A quote speaks only within kQuoteAgreement of the print.
struct TaggedOrder
{
    std::uint64_t size = 0;
    double price = 0.0;
    UnixMs time;
    std::uint64_t earlierVolume = 0;
};
inline constexpr std::chrono::seconds kQuoteAgreement{2};
TagSet snapshotTags(const TaggedOrder& order, const ContractSnapshot& snapshot);

} // namespace flowglass::domain

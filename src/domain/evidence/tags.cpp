// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evidence/tags.h"

#include <array>
#include <cmath>

namespace flowglass::domain {

namespace {

constexpr double kSameDollars = 0.00005; // half of the finest price

AnomalyTag placeInMarket(double price, double bid, double ask)
{
    if (price > ask + kSameDollars)
        return AnomalyTag::AboveAsk;
    if (price < bid - kSameDollars)
        return AnomalyTag::BelowBid;
    if (std::abs(price - ask) <= kSameDollars)
        return AnomalyTag::AtAsk;
    return std::abs(price - bid) <= kSameDollars ? AnomalyTag::AtBid : AnomalyTag::InsideMarket;
}

bool speaksOf(const ContractSnapshot& snapshot, UnixMs time)
{
    if (!snapshot.quoteTime || !snapshot.bid || !snapshot.ask || !(*snapshot.ask >= *snapshot.bid))
        return false;
    const std::chrono::milliseconds apart = lossyToMs(*snapshot.quoteTime) - time;
    return std::chrono::abs(apart) <= kQuoteAgreement;
}

} // namespace

const char* tagWord(AnomalyTag tag)
{
    static constexpr std::array<const char*, std::size_t(AnomalyTag::Count)> kWords = {
        "iso",     "auction",     "cross",     "floor",  "multi-leg", "stock-tied", "0dte",     "adjusted",
        "opening", "vol-over-oi", "above-ask", "at-ask", "inside",    "at-bid",     "below-bid", "late",
        "golden"};
    return kWords.at(std::size_t(tag));
}

QString tagWords(TagSet tags, QLatin1Char separator)
{
    QString text;
    for (unsigned tag = 0; tag < unsigned(AnomalyTag::Count); ++tag) {
        if (!tags.has(AnomalyTag(tag)))
            continue;
        if (!text.isEmpty())
            text += separator;
        text += QLatin1String(tagWord(AnomalyTag(tag)));
    }
    return text;
}

TagSet tapeTags(const Trade& trade, const OptionSymbol& symbol, std::int32_t tradingDay)
{
    const ConditionTraits traits = traitsOf(trade.conditions);
    TagSet tags;
    const auto tag = [&tags](bool holds, AnomalyTag name) {
        if (holds)
            tags.add(name);
    };
    tag(traits.sweepOrder, AnomalyTag::IntermarketSweep);
    tag(traits.auction, AnomalyTag::Auction);
    tag(traits.cross, AnomalyTag::Cross);
    tag(traits.floor, AnomalyTag::Floor);
    tag(traits.multiLeg, AnomalyTag::MultiLeg);
    tag(traits.stockTied, AnomalyTag::StockTied);
    tag(symbol.expiryDay == tradingDay, AnomalyTag::ExpiresToday);
    tag(symbol.isAdjusted(), AnomalyTag::Adjusted);
    return tags;
}

TagSet snapshotTags(const TaggedOrder& order, const ContractSnapshot& snapshot)
{
    TagSet tags;
    if (snapshot.openInterest) {
        const double interest = *snapshot.openInterest;
        if (double(order.size) > interest + double(order.earlierVolume))
            tags.add(AnomalyTag::Opening);
        if (double(order.earlierVolume + order.size) > interest)
            tags.add(AnomalyTag::VolumeOverInterest);
    }
    if (speaksOf(snapshot, order.time))
        tags.add(placeInMarket(order.price, *snapshot.bid, *snapshot.ask));
    return tags;
}

} // namespace flowglass::domain

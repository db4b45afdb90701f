// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/tradedecoder.h"
#include "fuzz/fuzz.h"

namespace flowglass::fuzz {

namespace {

// Made anew now and then, as the table of contracts keeps every ticker.
struct Decoder
{
    domain::ContractTable contracts{2'000};
    feed::TradeDecoder decoder{contracts};
    domain::Counters counters;
    feed::DecodedFrame out;
    std::uint64_t noted = 0;
};

bool isPossible(const domain::Trade& trade, const domain::ContractTable& contracts)
{
    return trade.price.units() > 0 && trade.price.lossyDollars() < domain::Price::kMaxDollars && trade.size > 0
           && trade.size <= domain::Trade::kMaxSize && trade.time().value >= 946'684'800'000
           && trade.time().value <= domain::Trade::kMaxTimeMs && trade.contract.value < contracts.size();
}

} // namespace

const char* trades(Input input)
{
    static std::unique_ptr<Decoder> kept;
    static int left = 0;
    if (left-- == 0) {
        kept = std::make_unique<Decoder>();
        left = 10'000;
    }
    Decoder& at = *kept;
    at.out.clear();
    const domain::Counters before = at.counters;
    at.decoder.decode(textOf(input), at.out, at.counters);

    const domain::Counters& now = at.counters;
    if (now.events != now.trades + now.rejected + now.status + now.other)
        return "events = trades + rejected + status + other";
    if (now.trades - before.trades != at.out.trades.size())
        return "every trade counted is handed out";
    if (now.status - before.status != at.out.statuses.size())
        return "every status counted is handed out";
    for (const domain::Trade& trade : at.out.trades) {
        if (!isPossible(trade, at.contracts))
            return "price, size and time of a trade are possible";
    }
    return nullptr;
}

} // namespace flowglass::fuzz

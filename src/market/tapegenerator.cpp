// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/tapegenerator.h"

#include "market/generator/arrivals.h"
#include "market/generator/orderflow.h"
#include "market/generator/planter.h"

#include <algorithm>

namespace flowglass::market {

namespace {

constexpr double kSlowest = 0.1;         // trades a second
constexpr double kFastest = 10'000'000.0;

enum Code : std::uint8_t { kCancelled = 201, kLastCancelled = 203 };

double ordersPerSecond(const MarketConfig& config)
{
    return std::clamp(config.tradesPerSecond, kSlowest, kFastest) / OrderFlow::kPrintsPerOrder;
}

} // namespace

class TapeGenerator::Private
{
public:
    explicit Private(const MarketConfig& config)
        : start(config.start)
        , listing(config.seed, config.start)
        , walk(config.seed)
        , pricer(listing, walk, config.start)
        , sizes(listing, config.seed)
        , flow(listing, pricer, sizes, prints, config.seed)
        , arrivals(listing, walk, ordersPerSecond(config), config.seed)
        , planter(listing, pricer, sizes, arrivals, flow, ordersPerSecond(config), config.seed)
        , random(config.seed, 0x77)
        , lastSequences(listing.contracts().size(), 0)
    {
        sequence = 400'000'000 + random.below(100'000'000);
    }

    void turn(); // one millisecond
    void emitPrint(const Draft& draft);

    domain::UnixMs start;
    Listing listing;
    UnderlyingWalk walk;
    Pricer pricer;
    SizeModel sizes;
    Wheel<Draft> prints;
    OrderFlow flow;
    Arrivals arrivals;
    Planter planter;
    Random random;
    std::uint64_t sequence = 0;                // of the newest print of all contracts
    std::vector<std::uint64_t> lastSequences;  // per contract
    std::vector<Order> orders;                 // of the current millisecond
    std::vector<TapePrint> ready;              // made, from `at` on not yet given out
    std::size_t at = 0;
};

void TapeGenerator::Private::turn()
{
    ready.clear();
    at = 0;
    const std::int64_t now = prints.now();
    if (now % UnderlyingWalk::kStepMs == 0) {
        walk.step();
        arrivals.followActivity();
    }
    planter.turn(now);
    arrivals.take(orders);
    for (const Order& order : orders)
        flow.place(order);
    for (std::size_t i = 0; i < prints.due().size(); ++i)
        emitPrint(Draft(prints.due()[i]));
    prints.advance();
}

void TapeGenerator::Private::emitPrint(const Draft& draft)
{
    sequence += 1 + random.below(3);
    TapePrint print;
    print.offsetMs = prints.now();
    print.sequence = sequence;
    print.price = domain::Price::fromUnits(draft.price);
    print.size = draft.size;
    print.contract = draft.contract;
    print.planted = draft.planted;
    print.exchange = {draft.exchange};
    print.condition = draft.condition;
    std::uint64_t& last = lastSequences[draft.contract];
    if (draft.cancels != 0)
        print.condition = draft.cancels == last ? kLastCancelled : kCancelled;
    last = sequence;
    if (draft.willBeCancelled) {
        Draft cancel = draft;
        cancel.cancels = sequence;
        cancel.willBeCancelled = false;
        prints.add(prints.now() + std::int64_t(random.between(2'000.0, 20'000.0)), cancel);
    }
    if (draft.planted != 0)
        planter.record(draft.planted, sequence, {start.value + print.offsetMs});
    ready.push_back(print);
}

TapeGenerator::TapeGenerator(const MarketConfig& config) : d(std::make_unique<Private>(config)) {}
TapeGenerator::~TapeGenerator() = default;
TapeGenerator::TapeGenerator(TapeGenerator&&) noexcept = default;
TapeGenerator& TapeGenerator::operator=(TapeGenerator&&) noexcept = default;

TapePrint TapeGenerator::next()
{
    while (d->at == d->ready.size())
        d->turn();
    return d->ready[d->at++];
}

bool TapeGenerator::nextUntil(std::int64_t maxOffsetMs, TapePrint& print)
{
    while (d->at == d->ready.size() && d->prints.now() <= maxOffsetMs)
        d->turn();
    if (d->at == d->ready.size() || d->ready[d->at].offsetMs > maxOffsetMs)
        return false;
    print = d->ready[d->at++];
    return true;
}

const Listing& TapeGenerator::listing() const { return d->listing; }

const std::string& TapeGenerator::ticker(const TapePrint& print) const { return d->listing[print.contract].ticker; }

domain::UnixMs TapeGenerator::time(const TapePrint& print) const { return {d->start.value + print.offsetMs}; }

domain::Trade TapeGenerator::toTrade(const TapePrint& print, domain::ContractId id) const
{
    domain::Trade trade;
    trade.sequence = print.sequence;
    trade.price = print.price;
    trade.contract = id;
    trade.size = print.size;
    trade.conditions.add(print.condition);
    trade.setTime(time(print));
    trade.setExchange(print.exchange);
    return trade;
}

const std::vector<PlantedAnomaly>& TapeGenerator::planted() const { return d->planter.planted(); }

Quote TapeGenerator::quote(std::uint32_t contract) const
{
    return d->pricer.quote(contract, d->prints.now(), d->flow.bump(contract));
}

double TapeGenerator::spot(std::uint32_t underlying) const { return d->walk.spot(underlying); }

} // namespace flowglass::market

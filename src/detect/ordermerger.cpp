// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/ordermerger.h"

#include "domain/exchanges.h"

#include <algorithm>
#include <bit>

namespace flowglass::detect {

int Order::venueCount() const
{
    return std::popcount(venues);
}

namespace ordermerger {

namespace {

std::uint32_t venueBit(const domain::Trade& trade)
{
    return 1U << domain::exchangeBit(trade.exchange());
}

} // namespace

Order start(const domain::Trade& trade, PrintClass printClass)
{
    Order order;
    order.startMs = trade.time().value;
    order.size = trade.size;
    order.venues = venueBit(trade);
    order.prints = 1;
    order.printClass = printClass;
    order.learnt = false;
    return order;
}

bool joins(const Order& order, const domain::Trade& trade, PrintClass printClass)
{
    if (order.learnt || order.prints == 0 || printClass != PrintClass::SingleLeg ||
        order.printClass != PrintClass::SingleLeg || (order.venues & venueBit(trade)) != 0)
        return false;
    const std::int64_t time = trade.time().value;
    const std::int64_t last = order.startMs + order.spanMs;
    if (time - last >= kGapMs || order.startMs - time >= kGapMs)
        return false;
    return std::max(last, time) - std::min(order.startMs, time) < kSpanMs;
}

void join(Order& order, const domain::Trade& trade)
{
    const std::int64_t time = trade.time().value;
    const std::int64_t last = std::max(order.startMs + order.spanMs, time);
    order.startMs = std::min(order.startMs, time);
    order.spanMs = std::uint16_t(last - order.startMs);
    order.size += trade.size;
    order.venues |= venueBit(trade);
    ++order.prints;
}

void takeOut(Order& order, const domain::Trade& trade)
{
    order.size -= std::min(order.size, trade.size);
    order.venues &= ~venueBit(trade);
    order.prints = std::uint8_t(order.prints - std::min<unsigned>(order.prints, 1));
    order.learnt = order.learnt || order.prints == 0;
}

} // namespace ordermerger

} // namespace flowglass::detect

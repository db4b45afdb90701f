// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/orderrate.h"
#include "detect/history/recentorders.h"
#include "detect/ordermerger.h"
#include "detect/printclass.h"
#include "detect/stats/sizemodel.h"
#include "domain/contracttable.h"
#include "domain/evidence/explanation.h"
#include "domain/trade.h"

namespace flowglass::detect {

// Whose money decides whether a detector's finding is worth a flag (Settings::leastPremium). Underlying also
// says that the detector speaks of the underlying as a whole, in alerts of its own.
enum class Stake { Order, Contract, Underlying };

// What a detector's finding is about. OnOrder: all prints of one order, which join the anomaly together, and
// none of which may be cancelled. OnPrint: the one flagged print. OnMany: a count; told by the prints that raise
// its score. A detector that counts also says with scored() what that was, so that an order can be taken out.
enum class Rests { OnOrder, OnPrint, OnMany };

// What a detector makes of a print: a surprise, 0 when it is no more than usual, or why it has none.
struct Finding
{
    Finding(double found) : surprise(found) {}
    Finding(domain::NotJudged why) : reason(why) {}
    double surprise = 0.0;
    domain::NotJudged reason = domain::NotJudged::No;
};

// What a detector is shown of one print. References are good for the call only.
struct Observation
{
    const domain::Trade& trade;
    PrintClass printClass;
    const Order& order; // this print included
    bool startsOrder;
    bool reopens;    // the first print after a halt
    double sizeTail; // P(an order is at least as large as this one now is)
    const ContractSizes& contractSizes;
    const UnderlyingSizes& underlyingSizes;
    const MarketClock::Moment& moment;
    const OrderPace& pace; // this order included
    bool counted;          // for its contract's pace: a single-leg order that did not come too soon
    const RecentOrders& recent; // this print included
    const domain::OptionSymbol& symbol;
    const domain::ContractTable& contracts;
};

} // namespace flowglass::detect

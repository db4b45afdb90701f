// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/price.h"
#include "domain/time/unixtime.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace flowglass::domain {

// Contract terms as /v3/reference/options/contracts/{ticker} gives them. Empty means "not provided".
struct Deliverable
{
    QString underlying;
    QString type; // "equity", "currency"
    double amount = 0.0;
    bool operator==(const Deliverable&) const = default;
};

struct ContractTerms
{
    QString ticker;
    QString underlying;      // of REST, which may differ from the symbol's root (SPX for SPXW)
    QString type;            // "call", "put", "other"
    QString exerciseStyle;   // "american", "european", "bermudan"
    QString expirationDate;  // YYYY-MM-DD
    QString primaryExchange; // MIC
    QString cfi;
    QString asOf; // YYYY-MM-DD when they were asked for as of a past day; empty: of now
    std::optional<double> strike; // dollars
    std::optional<std::int64_t> sharesPerContract;
    std::vector<Deliverable> additionalUnderlyings; // not empty: adjusted
    bool operator==(const ContractTerms&) const = default;
};

// /v3/snapshot/options/{underlying}/{ticker}. Every value may be missing; missing is never 0.
struct ContractSnapshot
{
    std::optional<double> bid, ask, midpoint; // dollars per share
    std::optional<std::int64_t> bidSize, askSize;
    std::optional<UnixNs> quoteTime;
    QString quoteTimeframe; // "REAL-TIME", "DELAYED"
    std::optional<double> impliedVolatility; // 0.38 = 38 %
    std::optional<double> delta, gamma, theta, vega;
    std::optional<double> openInterest; // contracts, as of the end of the last trading day
    std::optional<double> breakEven;    // dollars
    std::optional<double> dayOpen, dayHigh, dayLow, dayClose, dayVwap, dayVolume, previousClose;
    std::optional<UnixNs> dayUpdated;
    QString underlyingTicker;
    std::optional<double> underlyingPrice;
    std::optional<UnixNs> underlyingUpdated;
    bool operator==(const ContractSnapshot&) const = default;
};

// One thing asked of REST: where it stands, and its value while there is one (which stays while a newer
// one is loading or has failed).
template <class T>
struct Fetched
{
    enum class State { NotAsked, Loading, Ready, Failed };
    State state = State::NotAsked;
    std::optional<T> value;
    UnixNs fetchedAt;           // of value
    std::optional<Error> error; // when Failed; NotInPlan is one of its codes
};

struct ContractDetail
{
    Fetched<ContractTerms> terms;
    Fetched<ContractSnapshot> snapshot;
};

} // namespace flowglass::domain

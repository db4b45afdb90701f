// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/trade.h"
#include "market/marketconfig.h"
#include "market/plantedanomaly.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace flowglass::market {

class Listing;
struct Quote;

// One print of the simulated tape.
struct TapePrint
{
    std::int64_t offsetMs = 0;    // since MarketConfig::start
    std::uint64_t sequence = 0;   // increases per contract, with gaps
    domain::Price price;
    std::uint32_t size = 0;       // contracts
    std::uint32_t contract = 0;   // index into the listing
    std::uint32_t planted = 0;    // index + 1 into planted(); 0: an ordinary print
    domain::ExchangeId exchange;
    std::uint8_t condition = 0;   // the one OPRA condition it carries
    bool operator==(const TapePrint&) const = default;
};

// A whole options market as a tape without end: chains on correlated underlyings, self-exciting orders
// split over venues, multi-leg pairs, cancels, late reports, and anomalies planted with a label.
// Pure: no clock, no global state, own random numbers, so a seed means the same tape everywhere.
// Prints come in time order. Memory is bounded whatever the length. Not thread-safe.
class TapeGenerator
{
public:
    explicit TapeGenerator(const MarketConfig& config);
    ~TapeGenerator();
    TapeGenerator(TapeGenerator&&) noexcept;
    TapeGenerator& operator=(TapeGenerator&&) noexcept;

    TapePrint next();
    // The next print if it is due by maxOffsetMs; otherwise false, and nothing is lost by asking.
    bool nextUntil(std::int64_t maxOffsetMs, TapePrint& print);

    const Listing& listing() const; // every contract that can trade; fixed
    const std::string& ticker(const TapePrint& print) const;
    domain::UnixMs time(const TapePrint& print) const;
    domain::Trade toTrade(const TapePrint& print, domain::ContractId id) const;
    // Labels so far, oldest first (the newest may still get prints). Nothing is planted after 100,000.
    const std::vector<PlantedAnomaly>& planted() const;

    // The state of the market at the moment of the newest print, for REST.
    Quote quote(std::uint32_t contract) const;
    double spot(std::uint32_t underlying) const; // dollars

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace flowglass::market

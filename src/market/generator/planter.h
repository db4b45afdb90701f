// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/arrivals.h"
#include "market/generator/orderflow.h"
#include "market/plantedanomaly.h"

#include <array>
#include <cstdint>
#include <vector>

namespace flowglass::market {

// Plants anomalies of graded strength, about one every 25 s, in the big names and at least every second
// one in NVDA; the first (a strong sweep) within seconds of the start. Keeps their labels.
class Planter
{
public:
    Planter(const Listing& listing, const Pricer& pricer, const SizeModel& sizes, Arrivals& arrivals,
            OrderFlow& flow, double ordersPerSecond, std::uint64_t seed);

    void turn(std::int64_t ms); // each millisecond, before its orders are placed
    // A print of a planted anomaly (index + 1) has been emitted.
    void record(std::uint32_t planted, std::uint64_t sequence, domain::UnixMs time);
    const std::vector<PlantedAnomaly>& planted() const { return m_planted; }

private:
    PlantedAnomaly::Kind nextKind();
    std::uint32_t pickContract(PlantedAnomaly::Kind kind, double burstRatio, std::int64_t ms);
    bool suits(std::uint32_t contract, PlantedAnomaly::Kind kind, double burstRatio, std::int64_t ms) const;
    void plant(std::int64_t ms);
    void plantBurst(std::uint32_t contract, double ratio, std::uint32_t planted, std::int64_t ms);
    void plantPrice(std::uint32_t contract, double halfSpreads, std::uint32_t planted, std::int64_t ms);

    const Listing& m_listing;
    const Pricer& m_pricer;
    const SizeModel& m_sizes;
    Arrivals& m_arrivals;
    OrderFlow& m_flow;
    double m_ordersPerSecond;
    Random m_random;
    std::int64_t m_next = 0; // ms
    std::array<PlantedAnomaly::Kind, 4> m_deck; // shuffled again when it is used up
    std::size_t m_card = 0;
    std::vector<double> m_shares; // of the big names
    std::vector<PlantedAnomaly> m_planted;
};

} // namespace flowglass::market

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "domain/trade.h"

#include <array>
#include <cstdint>
#include <queue>
#include <vector>

namespace flowglass::tests {

// Small deterministic random numbers, the same on every machine and library.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t bits();
    double unit(); // (0, 1)
    double normal();
    double exponential(double mean);
    double between(double low, double high) { return low + (high - low) * unit(); }
    bool chance(double p) { return unit() < p; }

private:
    std::uint64_t m_state;
};

// Without interest or dividends; years to expiry.
double blackScholes(double spot, double strike, double years, double vol, bool call);

// A clean tape: nothing planted, but as untidy as the real thing. Underlyings of very different
// popularity on wandering prices with jumps, Black-Scholes prices on ticks with a spread, clumped and
// heavy-tailed sizes that differ by underlying and contract, orders that call forth others, split orders,
// auctions, multi-leg pairs, crosses, late reports, fat fingers and cancels, in the U shape of a day.
class SyntheticTape
{
public:
    struct Config
    {
        std::uint64_t seed = 1;
        int underlyings = 13;
        int strikes = 24; // each with four expiries, calls and puts
        double tradesPerSecond = 15.0;
        std::int64_t startMs = 0; // epoch ms of the open in New York
        double sizeScale = 1.0;   // of the institutional part
        int newsJumps = 3;        // a day, in random underlyings
    };
    struct Contract
    {
        domain::ContractId id;
        int underlying = 0;
        double strike = 0.0, years = 0.0, weight = 0.0, sizeTilt = 1.0;
        bool call = true;
    };

    SyntheticTape(Config config, domain::ContractTable& table);
    domain::Trade next(); // times never fall
    const std::vector<Contract>& contracts() const { return m_contracts; }
    double fairPrice(const Contract& contract) const;
    // Sequence numbers of prints that the tape itself made wrong and then cancelled.
    std::uint64_t fatFingers() const { return m_fatFingers; }

private:
    struct Underlying
    {
        double spot = 100.0, vol = 0.4, institutional = 0.1, tilt = 1.0, jumpAt = -1.0, jump = 0.0;
        double busyUntil = -1.0;
    };
    struct Event
    {
        std::int64_t timeMs = 0;
        std::uint64_t order = 0;
        int contract = -1; // -1: an order of its own accord; else a follower
        domain::Trade ready;
        bool isReady = false;
        bool operator>(const Event& o) const
        {
            return timeMs != o.timeMs ? timeMs > o.timeMs : order > o.order;
        }
    };

    void makeChain(int underlying, domain::ContractTable& table, const char* root);
    int pick();
    void move(double seconds);
    void placeOrder(int contract, std::int64_t timeMs);
    void placeLegs(int contract, std::int64_t timeMs);
    void emitPrint(const Contract& contract, std::int64_t timeMs, std::uint32_t size, std::uint16_t exchange,
                   std::uint8_t condition, double price);
    void maybeSpoil(domain::Trade trade, std::int64_t timeMs);
    std::uint32_t size(const Contract& contract);
    double printPrice(const Contract& contract, bool auction);
    double pace(std::int64_t timeMs) const;

    Config m_config;
    Dice m_dice;
    std::vector<Underlying> m_underlyings;
    std::vector<Contract> m_contracts;
    std::vector<double> m_cumulated;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    std::int64_t m_nowMs;
    std::uint64_t m_orders = 0;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_fatFingers = 0;
};

} // namespace flowglass::tests

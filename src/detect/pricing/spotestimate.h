// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/evidence.h"
#include "domain/optionsymbol.h"

#include <array>
#include <cstdint>

namespace flowglass::detect {

// The price of an underlying, from the prints of its options alone. It begins with put-call parity, spot =
// strike + call - put, of two prints of one strike and expiry not too far apart; from then on each print of
// the chain moves it by what the contract's own implied volatility does not explain (PriceDetector does the
// sums). A level that is a little off is harmless: the implied volatilities take it up. Event time only; 360
// bytes.
class SpotEstimate
{
public:
    bool isKnown() const { return m_source != domain::SpotSource::None; }
    double price() const { return m_price; }       // dollars
    double variance() const { return m_variance; } // squared dollars
    double vol() const { return double(m_vol); }   // usual implied volatility of the chain
    domain::SpotSource source() const { return m_source; }
    std::int64_t informedMs() const { return m_informedMs; } // event time of the print that moved it last

    // Time passes: the price may have moved.
    void age(std::int64_t nowMs);
    void startDay();
    // Another print, while the price is not known: with its counterpart it may start it.
    struct Leg
    {
        const domain::OptionSymbol& symbol;
        double price = 0.0; // dollars
        double noise = 0.0; // how far from fair a print usually is, dollars
        double years = 0.0;
        std::int64_t ms = 0;
    };
    void offer(const Leg& leg);
    // A print of the chain says: up by so much; and what is left of the variance.
    void move(double dollars, double varianceLeft, std::int64_t nowMs);
    // The level and its source: what the next day starts from.
    template <class Pipe>
    void archive(Pipe& pipe)
    {
        bool known = isKnown();
        pipe(known);
        pipe(m_price);
        pipe(m_vol);
        pipe(m_informedMs);
        if constexpr (Pipe::kReads)
            m_source = known && m_price > 0.0 ? domain::SpotSource::Chain : domain::SpotSource::None;
    }
    void doubt(double variance) { m_variance += variance; }
    void learnVol(double vol) { m_vol += 0.02F * (float(vol) - m_vol); }

private:
    struct Pair
    {
        std::int32_t expiryDay = 0;
        std::int32_t strikeMils = 0;
        std::array<float, 2> price{};          // of call and put, dollars
        std::array<std::uint32_t, 2> second{}; // since the epoch; 0: none yet
        std::uint32_t newest() const { return second[0] > second[1] ? second[0] : second[1]; }
    };
    void begin(const Pair& pair, const Leg& leg);

    double m_price = 0.0;
    double m_variance = 0.0;
    std::int64_t m_agedMs = 0;
    std::int64_t m_informedMs = 0;
    std::array<Pair, 12> m_pairs{}; // the strikes and expiries that traded last
    float m_vol = 0.4F;
    domain::SpotSource m_source = domain::SpotSource::None;
};

} // namespace flowglass::detect

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/contractstate.h"
#include "detect/core/scoreboard.h"
#include "detect/stats/sizemodel.h"

#include <deque>
#include <unordered_map>

namespace flowglass::detect {

// What the engine has learnt of the market and its underlyings: all that later days start from, beside the
// contracts' own states. Copyable, so that it can be saved as of now.
struct Learnt
{
    explicit Learnt(const Settings& settings) : board(settings) {}

    // The order's final form, into every level; its contract grows no more by it.
    void learn(const Order& order, ContractState& contract);
    void forget(const Order& order, ContractState& contract);

    UnderlyingState& of(const ContractState& contract) { return underlyings[contract.underlying]; }
    std::uint32_t indexOf(const domain::OptionSymbol& symbol); // of its underlying, made when it is new

    // The first print of a contract on a day. Counts carry over, fast windows end; sizes fade by half each
    // week, each subject's when it trades again.
    void startDay(std::int32_t today, ContractState& contract);

    template <class Pipe>
    void archive(Pipe& pipe)
    {
        pipe(day);
        pipe(firstDay);
        pipe(days);
        pipe(sinceRefresh);
        sizes.archive(pipe);
        board.archive(pipe);
        forEachDetector([&](auto i) { archiveIfKept(pipe, std::get<i>(detectors)); });
    }

    SizeModel sizes;
    ScoreBoard board;
    Detectors detectors;
    std::deque<UnderlyingState> underlyings;                 // references stay valid
    std::unordered_map<std::uint64_t, std::uint32_t> byRoot; // index of the underlying with these six letters
    std::uint32_t sinceRefresh = 0;                          // prints judged since the board learnt last
    std::int32_t day = 0; // newest in New York, days since 1970-01-01; 0: none yet
    std::int32_t firstDay = 0;
    std::int32_t days = 0; // that had trades

private:
    void startMarketDay(std::int32_t today);
};

} // namespace flowglass::detect

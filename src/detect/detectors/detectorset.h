// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/detectors/activitydetector.h"
#include "detect/detectors/pricedetector.h"
#include "detect/detectors/repeatdetector.h"
#include "detect/detectors/sizedetector.h"
#include "detect/detectors/surgedetector.h"
#include "detect/detectors/sweepdetector.h"

#include <tuple>
#include <utility>

namespace flowglass::detect {

// The detectors, in the order in which they judge. To add one: its pair of files here, its word in
// domain::AnomalyKind and anomalytext.cpp, and its name in this list. Each has
//   kKind, kShipped                the word it speaks under; where its surprise starts on the common scale
//   kStake                         whose premium must be worth a flag
//   kRests                         which prints join the anomaly for it, and whose cancel takes it back
//   ContractState, UnderlyingState what it keeps (empty structs are free); plain values
//   judge(seen, contract, underlying)     takes the print in and returns its surprise, or why it has none
//   evidence(seen, contract, underlying)  of the print judged last
//   explain(now, contract, underlying, told)  a print looked at again: its value, what is usual by now
//   closeOrder, forgetOrder        an order's final form is learnt, or taken back by a cancel
//   forgetPrint                    a print was cancelled
//   startDay                       of each state: fast windows end, counts carry over
//   rules()                        its parameters
//   archive(pipe)                  if there is something to keep for the next day, of the detector or of a
//   state
using Detectors =
    std::tuple<SizeDetector, SweepDetector, ActivityDetector, PriceDetector, RepeatDetector, SurgeDetector>;

inline constexpr std::size_t kDetectors = std::tuple_size_v<Detectors>;

template <class>
struct StatesOf;
template <class... D>
struct StatesOf<std::tuple<D...>>
{
    using Contract = std::tuple<typename D::ContractState...>;
    using Underlying = std::tuple<typename D::UnderlyingState...>;
};
using ContractStates = StatesOf<Detectors>::Contract;
using UnderlyingStates = StatesOf<Detectors>::Underlying;

// What has no archive() keeps nothing.
template <class Pipe, class State>
void archiveIfKept(Pipe& pipe, State& state)
{
    if constexpr (requires { state.archive(pipe); })
        state.archive(pipe);
}

// Calls f(std::integral_constant<std::size_t, i>) for each detector, in order.
template <class F>
void forEachDetector(F&& f)
{
    [&f]<std::size_t... I>(std::index_sequence<I...>)
    {
        (f(std::integral_constant<std::size_t, I>{}), ...);
    }
    (std::make_index_sequence<kDetectors>{});
}

} // namespace flowglass::detect

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/historictrade.h"
#include "session/streamevent.h"

#include <QString>

#include <cstdint>
#include <map>
#include <vector>

namespace flowglass::session {
class Pipeline;
}

namespace flowglass::test {

// A piece of the simulated market's tape: orders over several venues in one millisecond, cancels, late reports.
// The nanoseconds keep its order.
struct Tick
{
    QString ticker;
    contracts::HistoricTrade trade;
    QString event; // as the stream writes it
};
std::vector<Tick> marketTape(std::uint64_t seed, int trades);
// The clean day of a test that wants hole [from, to) of it: at most `most` ticks a frame.
QStringList framesOf(const std::vector<Tick>& tape, std::size_t from, std::size_t to, std::size_t most = 10);

// Decodes and routes them, received as they were made.
void playTape(session::Pipeline& pipeline, const std::vector<Tick>& tape, std::size_t from, std::size_t to);

// As REST would tell the ticks [from, to), by contract.
std::map<QString, std::vector<contracts::HistoricTrade>> tradesOf(const std::vector<Tick>& tape, std::size_t from,
                                                                  std::size_t to);
// The same as one back-fill, without an outcome.
session::Backfill backfillOf(const std::vector<Tick>& tape, std::size_t from, std::size_t to,
                             const domain::FeedGap& gap);
// Between the ticks around the hole, by the event times of a feed that is not delayed.
domain::FeedGap gapOf(const std::vector<Tick>& tape, std::size_t from, std::size_t to);

} // namespace flowglass::test

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/historictrade.h"

#include <span>
#include <vector>

namespace flowglass::session {

// Which of the trades that REST tells of one contract are not among those that are stored: what is left of
// `fetched` when every stored print has struck out one like it. Compared as multisets on (ms, price, size,
// exchange, conditions), because prints carry no id and equal ones are legitimate. In the order of `fetched`.
// AsGiven: a fetched trade without an exchange or conditions is, rather than missing, any stored one that is like
// it otherwise and that none like it in everything has struck out; of a list that may leave them out.
enum class Compare { Exactly, AsGiven };
std::vector<contracts::HistoricTrade> missingTrades(std::span<const contracts::HistoricTrade> fetched,
                                                    std::span<const domain::Trade> stored,
                                                    Compare compare = Compare::Exactly);

} // namespace flowglass::session

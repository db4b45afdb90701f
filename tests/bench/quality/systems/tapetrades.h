// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/tape.h"
#include "domain/contracttable.h"
#include "domain/trade.h"

#include <vector>

namespace flowglass::quality {

// A tape as the program sees it. Contract ids are the tape's indices, sequences its positions from 1.
struct TapeTrades
{
    explicit TapeTrades(const Tape& tape);

    domain::ContractTable contracts;
    std::vector<domain::Trade> trades;
};

} // namespace flowglass::quality

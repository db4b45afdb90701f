// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contract.h"
#include "domain/optionsymbol.h"

#include <string_view>

namespace flowglass::contracts {

// The `{underlying}` of the snapshot's path: what the terms name, else the symbol's standard root; an index
// with the prefix the provider wants (`I:SPX` for SPX and for the root SPXW).
QString snapshotUnderlying(const std::optional<domain::ContractTerms>& terms,
                           const domain::OptionSymbol& symbol);
// The same for a root, adjusted or not, of which no contract is known.
QString snapshotUnderlying(std::string_view root);

} // namespace flowglass::contracts

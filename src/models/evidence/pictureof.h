// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "models/evidence/evidencepicture.h"

namespace flowglass::tape {
class TradeStore;
}

namespace flowglass::models {

// How many rows of the store one picture may look at.
inline constexpr std::size_t kPictureRows = 8'000;

// What a reason of this anomaly looks like beside what came before it, from the stored prints. Empty when
// it has no such reason or too little is stored. Sweep gives the same drawing as Size.
EvidencePicture pictureOf(const domain::Anomaly& anomaly, domain::AnomalyKind kind, const tape::TradeStore& store,
                          const domain::ContractTable& contracts);

// Of a print that no anomaly need hold: its order among earlier ones. `size`: contracts of the order up to it.
EvidencePicture sizePictureOf(std::uint64_t row, std::uint32_t size, const tape::TradeStore& store,
                              const domain::ContractTable& contracts);

} // namespace flowglass::models

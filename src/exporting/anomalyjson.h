// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/contract.h"
#include "domain/contracttable.h"

#include <QByteArray>

namespace flowglass::exporting {

// One JSON Lines object (interfaces.md section 3), keys in the documented order, without the line end.
// English and C locale, so the same anomaly gives the same bytes everywhere. `terms`: what is known of its
// contract, nullptr when it was never asked for; the premium is at its shares per contract, 100 until then.
QByteArray anomalyJsonLine(const domain::Anomaly& anomaly, const domain::ContractTable& contracts,
                           const domain::Fetched<domain::ContractTerms>* terms);

} // namespace flowglass::exporting

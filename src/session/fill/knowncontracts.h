// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/gap/gaporder.h"

namespace flowglass::session {

class Pipeline;

// The contracts of the roots of an order that have traded in this run and had not expired when its gap began: by root.
QHash<QString, QStringList> knownContracts(const Pipeline& pipeline, const contracts::GapOrder& order);

// The roots of an order, its known contracts included, of which contracts may have traded in the gap that expired
// before `today` (event time): no chain tells of them any more, and who trades there is known in part only. By the
// expiries that are known, and Fridays, on which almost everything has one.
QStringList rootsWithExpired(const contracts::GapOrder& order, domain::UnixMs today);

} // namespace flowglass::session

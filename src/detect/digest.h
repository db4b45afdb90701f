// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"

#include <QByteArray>

namespace flowglass::detect {

class Engine;

// SHA-256, as lower-case hex, over all anomalies in order of id. Hashed text, UTF-8, one line each:
//   <id>|<open or withdrawn>|<time>|<ticker>|<kinds>|<score>|<prints>|<size>|<premium>\n
// time: ms since the epoch, of the print that raised it; ticker: the root when it is of a whole underlying; kinds: joined by ';'; score: two decimals, C
// locale; prints: joined by ',', each `s<sequence>`, or `t<time in ms>` when it has no sequence,
// followed by `x` when it was cancelled; size: contracts; premium: 1/10,000 dollar at 100 shares a
// contract (both over the standing prints). Revision and contract details are left out because they
// depend on REST: the same trades give the same digest.
QByteArray anomalyDigest(const Engine& engine, const domain::ContractTable& contracts);

} // namespace flowglass::detect

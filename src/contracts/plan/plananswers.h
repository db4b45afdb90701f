// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/restclient.h"
#include "domain/planreport.h"

#include <QString>

namespace flowglass::contracts {

// What one answer tells about the plan. A 2xx counts as allowed only when it is a JSON object; that there is
// no data in it does not matter. Any thread.
domain::PlanAnswer planAnswer(const RestAnswer& answer);

// The first contract of a list of them; empty when there is none, or none whose ticker can be read.
QString firstContract(const QByteArray& body);

// What a snapshot of a contract, or the first one of a chain, says about the plan.
struct SnapshotSigns
{
    bool lacksQuotes = false;
    domain::Timeliness quotes = domain::Timeliness::Unsaid;
    domain::Timeliness trades = domain::Timeliness::Unsaid;
};
SnapshotSigns snapshotSigns(const QByteArray& body);

} // namespace flowglass::contracts

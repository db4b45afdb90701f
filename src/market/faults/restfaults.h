// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"
#include "market/faults/fault.h"
#include "market/rest/restanswer.h"

#include <QByteArray>

namespace flowglass::market {

// What goes over the wire when a fault spoils an answer.
struct SpoiltAnswer
{
    enum class End {
        Closes,   // after the bytes
        Hangs,    // after the bytes, until the fault is over
        Trickles  // the bytes one by one, then closes
    };
    QByteArray bytes; // status line, headers, body
    End end = End::Closes;
};

// good: what would have been answered. now: of the market.
SpoiltAnswer spoiltAnswer(const Fault& fault, const RestAnswer& good, domain::UnixMs now);

} // namespace flowglass::market

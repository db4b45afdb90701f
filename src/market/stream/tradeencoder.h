// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/generator/listing.h"
#include "market/tapegenerator.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace flowglass::market {

// Writes prints as the provider's compact T events. What is the same for all prints of a contract is
// written once.
class TradeEncoder
{
public:
    TradeEncoder(const Listing& listing, domain::UnixMs start);
    void append(const TapePrint& print, QByteArray& out) const; // one JSON object

private:
    domain::UnixMs m_start;
    std::vector<std::string> m_heads; // per contract, up to the exchange number
};

} // namespace flowglass::market

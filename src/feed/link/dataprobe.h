// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "feed/tradedecoder.h"

#include <QStringView>

namespace flowglass::feed {

// Tells whether a frame holds a trade, however it is written: decodes it, counts and logs nothing. For the few
// frames where that must be known before their turn comes.
class DataProbe
{
public:
    DataProbe() : m_decoder(m_contracts, TradeDecoder::Log::Off) {}
    bool holdsTrade(QStringView frame);

private:
    domain::ContractTable m_contracts;
    TradeDecoder m_decoder;
    DecodedFrame m_frame;
};

} // namespace flowglass::feed

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/exchanges.h"

#include <algorithm>
#include <array>

namespace flowglass::domain {

namespace {

struct Venue
{
    std::uint16_t id;
    const char* name;
    const char* mic;
};

// Provider's ids are 300 + the OPRA participant letter counted from A.
constexpr std::array kVenues = {
    Venue{300, "NYSE American", "AMXO"},   Venue{301, "BOX", "XBOX"},
    Venue{302, "Cboe", "XCBO"},            Venue{303, "MIAX Emerald", "EMLD"},
    Venue{304, "Cboe EDGX", "EDGO"},       Venue{307, "Nasdaq GEMX", "GMNI"},
    Venue{308, "Nasdaq ISE", "XISX"},      Venue{309, "Nasdaq MRX", "MCRY"},
    Venue{312, "MIAX", "XMIO"},            Venue{313, "NYSE Arca", "ARCO"},
    Venue{314, "OPRA", "OPRA"},            Venue{315, "MIAX Pearl", "MPRL"},
    Venue{316, "Nasdaq NOM", "XNDQ"},      Venue{318, "MIAX Sapphire", "SPHR"},
    Venue{319, "Nasdaq BX", "XBXO"},       Venue{320, "MEMX", "MXOP"},
    Venue{321, "IEX Options", ""},         Venue{322, "Cboe C2", "C2OX"},
    Venue{323, "Nasdaq PHLX", "XPHL"},     Venue{325, "Cboe BZX", "BATO"},
};

const Venue* venue(ExchangeId id)
{
    const auto found = std::ranges::find(kVenues, id.value, &Venue::id);
    return found == kVenues.end() ? nullptr : &*found;
}

QString numberText(ExchangeId id)
{
    return id.value == 0 ? QString() : QLatin1Char('#') + QString::number(id.value);
}

} // namespace

QString exchangeName(ExchangeId id)
{
    const Venue* known = venue(id);
    return known == nullptr ? numberText(id) : QString::fromLatin1(known->name);
}

QString exchangeMic(ExchangeId id)
{
    const Venue* known = venue(id);
    if (known == nullptr)
        return numberText(id);
    return QString::fromLatin1(*known->mic == '\0' ? known->name : known->mic);
}

unsigned exchangeBit(ExchangeId id)
{
    return id.value >= 300 && id.value < 331 ? id.value - 300U : 31U;
}

} // namespace flowglass::domain

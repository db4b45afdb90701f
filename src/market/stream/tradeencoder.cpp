// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/stream/tradeencoder.h"

#include <array>
#include <charconv>
#include <string_view>

namespace flowglass::market {

namespace {

void appendText(std::string_view text, QByteArray& out) { out.append(text.data(), qsizetype(text.size())); }

void appendNumber(std::int64_t value, QByteArray& out)
{
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end - digits.data());
}

// Shortest exact decimal form, as domain::decimalText gives it; here without a QString per print.
void appendPrice(domain::Price price, QByteArray& out)
{
    constexpr auto kUnits = std::int32_t(domain::kUnitsPerDollar);
    appendNumber(price.units() / kUnits, out);
    std::int32_t fraction = price.units() % kUnits;
    if (fraction == 0)
        return;
    out.append('.');
    for (std::int32_t place = kUnits / 10; fraction != 0; place /= 10) {
        out.append(char('0' + fraction / place));
        fraction %= place;
    }
}

} // namespace

TradeEncoder::TradeEncoder(const Listing& listing, domain::UnixMs start) : m_start(start)
{
    m_heads.reserve(listing.contracts().size());
    for (const ListedContract& contract : listing.contracts())
        m_heads.push_back("{\"ev\":\"T\",\"sym\":\"" + contract.ticker + "\",\"x\":");
}

void TradeEncoder::append(const TapePrint& print, QByteArray& out) const
{
    appendText(m_heads[print.contract], out);
    appendNumber(print.exchange.value, out);
    appendText(",\"p\":", out);
    appendPrice(print.price, out);
    appendText(",\"s\":", out);
    appendNumber(print.size, out);
    appendText(",\"c\":[", out);
    appendNumber(print.condition, out);
    appendText("],\"t\":", out);
    appendNumber(m_start.value + print.offsetMs, out);
    appendText(",\"q\":", out);
    appendNumber(std::int64_t(print.sequence), out);
    out.append('}');
}

} // namespace flowglass::market

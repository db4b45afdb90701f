// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/price.h"

#include <cmath>

namespace flowglass::domain {

std::optional<Price> Price::fromDollars(double dollars, bool* rounded)
{
    if (!(dollars > 0.0) || dollars >= kMaxDollars)
        return std::nullopt;
    const double scaled = dollars * double(kUnitsPerDollar);
    const double nearest = std::nearbyint(scaled);
    if (nearest < 1.0)
        return std::nullopt;
    // A four-decimal price is off by at most a few ulp after the multiplication.
    if (rounded != nullptr)
        *rounded = std::abs(scaled - nearest) > 1e-9 * scaled + 1e-7;
    return Price::fromUnits(std::int32_t(nearest));
}

QString decimalText(std::int64_t units)
{
    const bool negative = units < 0;
    const std::uint64_t magnitude = negative ? 0 - std::uint64_t(units) : std::uint64_t(units);
    QString text = QString::number(magnitude / std::uint64_t(kUnitsPerDollar));
    std::uint64_t fraction = magnitude % std::uint64_t(kUnitsPerDollar);
    if (fraction != 0) {
        QString digits = QString::number(fraction).rightJustified(4, QLatin1Char('0'));
        while (digits.endsWith(QLatin1Char('0')))
            digits.chop(1);
        text += QLatin1Char('.') + digits;
    }
    return negative ? QLatin1Char('-') + text : text;
}

} // namespace flowglass::domain

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter/amounttext.h"

namespace flowglass::domain {

std::optional<double> amountOf(QString text)
{
    double factor = 1.0;
    if (text.endsWith(QLatin1Char('k'), Qt::CaseInsensitive))
        factor = 1'000.0;
    else if (text.endsWith(QLatin1Char('m'), Qt::CaseInsensitive))
        factor = 1'000'000.0;
    if (factor > 1.0)
        text.chop(1);
    bool ok = false;
    const double value = text.toDouble(&ok) * factor;
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace flowglass::domain

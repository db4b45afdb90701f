// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evidence/premiummarks.h"

#include "domain/filter/amounttext.h"

#include <QStringList>

#include <algorithm>

namespace flowglass::domain {

std::optional<std::vector<Premium>> PremiumMarks::tiersOf(const QString& words)
{
    constexpr double kMost = 1e12; // dollars
    std::vector<Premium> tiers;
    const QStringList list = words.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& word : list) {
        const std::optional<double> dollars = amountOf(word.trimmed());
        if (!dollars || !(*dollars >= 1.0) || !(*dollars <= kMost))
            return std::nullopt;
        const Premium tier = Premium::fromUnits(std::int64_t(*dollars) * kUnitsPerDollar);
        if (!tiers.empty() && tier <= tiers.back())
            return std::nullopt;
        tiers.push_back(tier);
    }
    return tiers;
}

int PremiumMarks::tier(Premium premium) const
{
    return int(std::ranges::upper_bound(tiers, premium) - tiers.begin());
}

bool PremiumMarks::isGolden(const Anomaly& anomaly, TagSet tags, Premium premium) const
{
    return anomaly.kinds.has(AnomalyKind::Sweep) && tags.has(AnomalyTag::VolumeOverInterest) && premium >= golden;
}

} // namespace flowglass::domain

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/evidence/defaults.h"
#include "domain/evidence/premiummarks.h"
#include "settings/setting.h"

namespace flowglass::settings {

inline constexpr double kMinSensitivity = 0.1;
inline constexpr double kMaxSensitivity = 10'000.0;
inline constexpr int kMaxLeastPremium = 100'000'000; // dollars

// How trades are judged, as a value that can be tried before it is kept.
struct DetectChoice
{
    double flagsPer100k = domain::kFlagsPer100k; // of trades watched
    domain::KindSet kinds = domain::KindSet::all(); // never empty
    int leastPremium = domain::kLeastPremiumDollars; // dollars
    bool operator==(const DetectChoice&) const = default;
};

// "size, sweep" as a set; empty when a word is no kind, or there is none.
inline std::optional<domain::KindSet> kindsOf(const QString& words)
{
    domain::KindSet kinds;
    const QStringList list = words.split(QLatin1Char(','));
    for (const QString& word : list) {
        domain::KindSet named;
        for (unsigned kind = 0; kind < unsigned(domain::AnomalyKind::Count); ++kind) {
            if (word.trimmed() == QLatin1String(domain::kindWord(domain::AnomalyKind(kind))))
                named.add(domain::AnomalyKind(kind));
        }
        if (named.isEmpty())
            return std::nullopt;
        kinds.add(named);
    }
    return kinds;
}

inline QString wordsOf(domain::KindSet kinds) { return domain::kindWords(kinds, QLatin1Char(',')); }

// How readily trades are flagged, and by what.
struct DetectSettings
{
    explicit DetectSettings(SettingsStore& store)
        : sensitivity(store, QStringLiteral("detect/sensitivity"), domain::kFlagsPer100k, within(kMinSensitivity, kMaxSensitivity))
        , kinds(store, QStringLiteral("detect/kinds"), wordsOf(domain::KindSet::all()),
                [](const QString& words) { return kindsOf(words).has_value(); })
        , leastPremium(store, QStringLiteral("detect/leastPremium"), domain::kLeastPremiumDollars,
                       within(0, kMaxLeastPremium))
        , goldenPremium(store, QStringLiteral("marks/goldenPremium"), 1'000'000, within(0, kMaxLeastPremium))
        , premiumTiers(store, QStringLiteral("marks/premiumTiers"), QStringLiteral("25k, 100k, 500k, 1m"),
                       [](const QString& words) { return domain::PremiumMarks::tiersOf(words).has_value(); })
    {
    }
    Setting<double> sensitivity; // flags wanted per 100,000 trades watched
    Setting<QString> kinds;      // "size,sweep": the detectors that may flag, at least one
    Setting<int> leastPremium;   // dollars, at 100 shares a contract: less is not flagged
    Setting<int> goldenPremium;    // dollars: a sweep from here on may be golden
    Setting<QString> premiumTiers; // "25k, 100k": dollars, ascending

    domain::PremiumMarks marks() const
    {
        return {domain::Premium::fromUnits(goldenPremium.value() * domain::kUnitsPerDollar),
                domain::PremiumMarks::tiersOf(premiumTiers.value()).value_or(std::vector<domain::Premium>())};
    }
    DetectChoice choice() const
    {
        return {sensitivity.value(), kindsOf(kinds.value()).value_or(domain::KindSet::all()), leastPremium.value()};
    }
    void setChoice(const DetectChoice& choice)
    {
        sensitivity.setValue(choice.flagsPer100k);
        kinds.setValue(wordsOf(choice.kinds));
        leastPremium.setValue(choice.leastPremium);
    }
};

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/detectsettings.h"

#include "domain/anomaly.h"

namespace flowglass::settings {

namespace {

std::optional<domain::AnomalyKind> kindOf(const QString& word)
{
    for (unsigned kind = 0; kind < unsigned(domain::AnomalyKind::Count); ++kind) {
        if (word == QLatin1String(domain::kindWord(domain::AnomalyKind(kind))))
            return domain::AnomalyKind(kind);
    }
    return std::nullopt;
}

QString wordsOf(domain::KindSet kinds) { return domain::kindWords(kinds, QLatin1Char(',')); }

} // namespace

std::optional<domain::KindSet> kindsOf(const QString& words)
{
    domain::KindSet kinds;
    const QStringList list = words.split(QLatin1Char(','));
    for (const QString& word : list) {
        const std::optional<domain::AnomalyKind> kind = kindOf(word.trimmed());
        if (!kind)
            return std::nullopt;
        kinds.add(*kind);
    }
    return kinds;
}

DetectSettings::DetectSettings(SettingsStore& store)
    : sensitivity(store, QStringLiteral("detect/sensitivity"), 10.0, within(kMinSensitivity, kMaxSensitivity))
    , kinds(store, QStringLiteral("detect/kinds"), wordsOf(domain::KindSet::all()),
            [](const QString& words) { return kindsOf(words).has_value(); })
    , leastPremium(store, QStringLiteral("detect/leastPremium"), 10'000, within(0, kMaxLeastPremium))
{
}

DetectChoice DetectSettings::choice() const
{
    return {sensitivity.value(), kindsOf(kinds.value()).value_or(domain::KindSet::all()), leastPremium.value()};
}

void DetectSettings::setChoice(const DetectChoice& choice)
{
    sensitivity.setValue(choice.flagsPer100k);
    kinds.setValue(wordsOf(choice.kinds));
    leastPremium.setValue(choice.leastPremium);
}

} // namespace flowglass::settings

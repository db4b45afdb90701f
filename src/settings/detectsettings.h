// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/evidence.h"
#include "domain/price.h"
#include "settings/setting.h"

namespace flowglass::settings {

inline constexpr double kMinSensitivity = 0.1;
inline constexpr double kMaxSensitivity = 10'000.0;
inline constexpr int kMaxLeastPremium = 100'000'000; // dollars

// How trades are judged, as a value that can be tried before it is kept.
struct DetectChoice
{
    double flagsPer100k = 10.0; // of trades watched
    domain::KindSet kinds = domain::KindSet::all(); // never empty
    int leastPremium = 10'000; // dollars
    bool operator==(const DetectChoice&) const = default;
};

// How readily trades are flagged, and by what.
struct DetectSettings
{
    explicit DetectSettings(SettingsStore& store);
    Setting<double> sensitivity; // flags wanted per 100,000 trades watched
    Setting<QString> kinds;      // "size,sweep": the detectors that may flag, at least one
    Setting<int> leastPremium;   // dollars, at 100 shares a contract: less is not flagged

    DetectChoice choice() const;
    void setChoice(const DetectChoice& choice);
};

// Empty when a word is no kind, or there is none.
std::optional<domain::KindSet> kindsOf(const QString& words);

} // namespace flowglass::settings

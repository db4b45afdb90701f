// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

namespace flowglass::settings {

inline constexpr double kMinSensitivity = 0.1;
inline constexpr double kMaxSensitivity = 10'000.0;

// How readily trades are flagged.
struct DetectSettings
{
    explicit DetectSettings(SettingsStore& store)
        : sensitivity(store, QStringLiteral("detect/sensitivity"), 10.0,
                      within(kMinSensitivity, kMaxSensitivity))
    {
    }
    Setting<double> sensitivity; // flags wanted per 100,000 trades watched
};

} // namespace flowglass::settings

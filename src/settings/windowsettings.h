// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

namespace flowglass::settings {

enum class Theme { System, Light, Dark, HighContrast };
std::span<const EnumWord<Theme>> enumWords(Theme);

enum class Language { System, English, German };
std::span<const EnumWord<Language>> enumWords(Language); // "system", "en", "de"

// The window: place, panes, looks. The states are as Qt saves them; empty: as designed.
struct WindowSettings
{
    explicit WindowSettings(SettingsStore& store);
    Setting<QByteArray> geometry;
    Setting<QByteArray> mainSplitter;  // tape | right side
    Setting<QByteArray> rightSplitter; // anomalies / contract
    Setting<QByteArray> contractPrintsHeader;
    Setting<QString> exportFolder; // of the last export; empty: the user's documents
    Setting<Theme> theme;
    Setting<Language> language;
};

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/windowsettings.h"

#include <array>

namespace flowglass::settings {

std::span<const EnumWord<Theme>> enumWords(Theme)
{
    static constexpr std::array<EnumWord<Theme>, 4> kWords = {{
        {Theme::System, "system"},
        {Theme::Light, "light"},
        {Theme::Dark, "dark"},
        {Theme::HighContrast, "high-contrast"},
    }};
    return kWords;
}

std::span<const EnumWord<Language>> enumWords(Language)
{
    static constexpr std::array<EnumWord<Language>, 3> kWords = {{
        {Language::System, "system"},
        {Language::English, "en"},
        {Language::German, "de"},
    }};
    return kWords;
}

WindowSettings::WindowSettings(SettingsStore& store)
    : geometry(store, QStringLiteral("window/geometry"), QByteArray())
    , mainSplitter(store, QStringLiteral("window/mainSplitter"), QByteArray())
    , rightSplitter(store, QStringLiteral("window/rightSplitter"), QByteArray())
    , contractPrintsHeader(store, QStringLiteral("window/contractPrintsHeader"), QByteArray())
    , exportFolder(store, QStringLiteral("window/exportFolder"), QString())
    , theme(store, QStringLiteral("window/theme"), Theme::System)
    , language(store, QStringLiteral("window/language"), Language::System)
{
}

} // namespace flowglass::settings

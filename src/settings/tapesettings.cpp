// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/tapesettings.h"

#include <array>

namespace flowglass::settings {

std::span<const EnumWord<TapeZone>> enumWords(TapeZone)
{
    static constexpr std::array<EnumWord<TapeZone>, 3> kWords = {{
        {TapeZone::NewYork, "newYork"},
        {TapeZone::Local, "local"},
        {TapeZone::Utc, "utc"},
    }};
    return kWords;
}

std::span<const EnumWord<RowDensity>> enumWords(RowDensity)
{
    static constexpr std::array<EnumWord<RowDensity>, 3> kWords = {{
        {RowDensity::Compact, "compact"},
        {RowDensity::Normal, "normal"},
        {RowDensity::Roomy, "roomy"},
    }};
    return kWords;
}

TapeSettings::TapeSettings(SettingsStore& store)
    : newestFirst(store, QStringLiteral("tape/newestFirst"), true)
    , zone(store, QStringLiteral("tape/zone"), TapeZone::NewYork)
    , header(store, QStringLiteral("tape/header"), QByteArray())
    , filter(store, QStringLiteral("tape/filter"), QString())
    , density(store, QStringLiteral("tape/density"), RowDensity::Normal)
    , sizeHeat(store, QStringLiteral("tape/sizeHeat"), true)
{
}

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

namespace flowglass::settings {

enum class TapeZone { NewYork, Local, Utc };
std::span<const EnumWord<TapeZone>> enumWords(TapeZone);

enum class RowDensity { Compact, Normal, Roomy };
std::span<const EnumWord<RowDensity>> enumWords(RowDensity);

// How the trade tape looks.
struct TapeSettings
{
    explicit TapeSettings(SettingsStore& store);
    Setting<bool> newestFirst;
    Setting<TapeZone> zone;
    Setting<QByteArray> header; // QHeaderView::saveState(); empty: as designed
    Setting<QString> filter;
    Setting<RowDensity> density;
    Setting<bool> sizeHeat; // a bar under sizes that are large for their contract
};

} // namespace flowglass::settings

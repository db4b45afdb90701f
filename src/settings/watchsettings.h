// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

namespace flowglass::settings {

// What is watched.
struct WatchSettings
{
    explicit WatchSettings(SettingsStore& store);
    Setting<QString> underlyings; // as domain::WatchList::parse reads it
};

} // namespace flowglass::settings

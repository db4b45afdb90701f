// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/watchsettings.h"

#include "domain/watchlist.h"

namespace flowglass::settings {

WatchSettings::WatchSettings(SettingsStore& store)
    : underlyings(store, QStringLiteral("watch/underlyings"), QStringLiteral("NVDA"),
                  [](const QString& list) { return domain::WatchList::parse(list).has_value(); })
{
}

} // namespace flowglass::settings

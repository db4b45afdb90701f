// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/setting.h"

namespace flowglass::settings {

// How the anomaly list looks.
struct AnomalySettings
{
    explicit AnomalySettings(SettingsStore& store)
        : header(store, QStringLiteral("anomaly/header"), QByteArray())
    {
    }
    Setting<QByteArray> header; // QHeaderView::saveState(); empty: as designed
};

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/anomalysettings.h"
#include "settings/detectsettings.h"
#include "settings/feedsettings.h"
#include "settings/recordingsettings.h"
#include "settings/tapesettings.h"
#include "settings/watchsettings.h"
#include "settings/windowsettings.h"

namespace flowglass::settings {

// Every group on one store. Made once, by the composition root; the others are handed the group they need.
struct Settings
{
    explicit Settings(SettingsStore& store)
        : watch(store), feed(store), detect(store), tape(store), anomaly(store), window(store), recording(store)
    {
    }
    WatchSettings watch;
    FeedSettings feed;
    DetectSettings detect;
    TapeSettings tape;
    AnomalySettings anomaly;
    WindowSettings window;
    RecordingSettings recording;
};

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/scratch.h"
#include "settings/settings.h"

namespace flowglass::fuzz {

// Whatever the file holds, every setting ends with a value that it accepts.
const char* settingsfile(Input input)
{
    static Scratch scratch(QStringLiteral("flowglass.ini"));
    if (!scratch.write(input))
        return "the scratch file can be written";
    const char* broken = nullptr;
    {
        settings::SettingsStore store(scratch.path());
        settings::Settings all(store);
        for (settings::SettingBase* setting : store.settings()) {
            if (!setting->setStored(setting->stored()))
                broken = "a setting accepts the value it has";
        }
        if (!QFile::exists(scratch.path()) && store.loadNotice().isEmpty())
            broken = "a file put aside is told";
    }
    QFile::remove(scratch.path() + QStringLiteral(".corrupt-1"));
    return broken;
}

} // namespace flowglass::fuzz

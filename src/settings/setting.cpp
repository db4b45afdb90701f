// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/setting.h"

#include <algorithm>

namespace flowglass::settings {

SettingBase::SettingBase(SettingsStore& store, QString key) : m_store(store), m_key(std::move(key))
{
    Q_ASSERT_X(std::ranges::find(m_store.m_settings, m_key, &SettingBase::key) == m_store.m_settings.end(),
               "Setting", "two settings with the same key");
    m_store.m_settings.push_back(this);
}

SettingBase::~SettingBase()
{
    std::erase(m_store.m_settings, this);
}

} // namespace flowglass::settings

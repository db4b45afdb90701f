// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingcodec.h"
#include "settings/settingsstore.h"

#include <functional>
#include <utility>

namespace flowglass::settings {

// What all settings have in common, so that the store can list them. Lives no longer than its store.
class SettingBase
{
public:
    SettingBase(const SettingBase&) = delete;
    SettingBase& operator=(const SettingBase&) = delete;
    virtual ~SettingBase();

    const QString& key() const { return m_key; }        // "group/name"
    virtual QVariant stored() const = 0;                // the value as it stands in the file
    virtual bool setStored(const QVariant& stored) = 0; // false: not a value of this setting
    virtual void reset() = 0;                           // to the default

protected:
    SettingBase(SettingsStore& store, QString key);
    SettingsStore& store() const { return m_store; }

private:
    SettingsStore& m_store;
    QString m_key;
};

// One remembered value: its key, default, and which values it may have. What the file holds outside of
// these is as if it were not there. Read once, then cached. Every change is written through the store,
// which emits changed(key()). GUI thread.
template <class T>
class Setting final : public SettingBase
{
public:
    using Check = std::function<bool(const T&)>; // none: every value of the type

    Setting(SettingsStore& store, QString key, T defaultValue, Check check = {})
        : SettingBase(store, std::move(key))
        , m_default(std::move(defaultValue))
        , m_check(std::move(check))
        , m_value(m_default)
    {
        const std::optional<T> read = SettingCodec<T>::decode(this->store().read(this->key()));
        if (read && accepts(*read))
            m_value = *read;
    }

    const T& value() const { return m_value; }
    const T& defaultValue() const { return m_default; }
    bool accepts(const T& value) const { return !m_check || m_check(value); }

    // False, and nothing changes, when the value is not accepted.
    bool setValue(const T& value)
    {
        if (!accepts(value))
            return false;
        if (value != m_value) {
            m_value = value;
            store().write(key(), SettingCodec<T>::encode(m_value));
        }
        return true;
    }

    QVariant stored() const override { return SettingCodec<T>::encode(m_value); }
    bool setStored(const QVariant& stored) override
    {
        const std::optional<T> value = SettingCodec<T>::decode(stored);
        return value && setValue(*value);
    }
    void reset() override { setValue(m_default); }

private:
    T m_default;
    Check m_check;
    T m_value;
};

// A Check for numbers within [low, high].
template <class T>
typename Setting<T>::Check within(T low, T high)
{
    return [low, high](const T& value) { return value >= low && value <= high; };
}

} // namespace flowglass::settings

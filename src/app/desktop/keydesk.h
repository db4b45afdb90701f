// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/keystore.h"

#include <QObject>

#include <memory>

namespace flowglass::app {

// Where the API key comes from and where it goes: environment, keychain, or typed in. Holds the key of this
// run; hands it out by one signal and never writes it anywhere but into the keychain.
class KeyDesk : public QObject
{
    Q_OBJECT

public:
    explicit KeyDesk(std::unique_ptr<settings::KeyStore> store, QObject* parent = nullptr);
    ~KeyDesk() override;

    void look(); // keyFound() or keyMissing() follows, perhaps at once
    void enter(const QString& key); // use it, and keep it if that is possible
    void forget();
    const QString& key() const { return m_key; }
    QString stateText() const; // where the key is, in a sentence for the person

Q_SIGNALS:
    void keyFound(const QString& key);
    void keyMissing();
    void keyChanged(); // another one is in use, or none
    void stateChanged();

private:
    enum class Place { None, Looking, Environment, Keychain, ThisRun };
    void setPlace(Place place);
    void use(const QString& key);
    void onRead(const QString& key);
    void onFailed();

    std::unique_ptr<settings::KeyStore> m_store;
    QString m_key;
    Place m_place = Place::None;
};

} // namespace flowglass::app

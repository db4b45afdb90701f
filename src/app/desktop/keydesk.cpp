// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keydesk.h"

namespace flowglass::app {

using settings::KeyStore;

KeyDesk::KeyDesk(std::unique_ptr<KeyStore> store, QObject* parent) : QObject(parent), m_store(std::move(store))
{
    connect(m_store.get(), &KeyStore::keyRead, this, &KeyDesk::onRead);
    connect(m_store.get(), &KeyStore::keyWritten, this, [this] { setPlace(Place::Keychain); });
    connect(m_store.get(), &KeyStore::keyForgotten, this, &KeyDesk::stateChanged);
    connect(m_store.get(), &KeyStore::failed, this, &KeyDesk::onFailed);
}

KeyDesk::~KeyDesk() = default;

void KeyDesk::setPlace(Place place)
{
    m_place = place;
    Q_EMIT stateChanged();
}

void KeyDesk::use(const QString& key)
{
    if (m_key == key)
        return;
    m_key = key;
    Q_EMIT keyChanged();
}

void KeyDesk::look()
{
    use(settings::keyFromEnvironment());
    if (!m_key.isEmpty()) {
        setPlace(Place::Environment);
        Q_EMIT keyFound(m_key);
        return;
    }
    setPlace(Place::Looking);
    m_store->read();
}

void KeyDesk::onRead(const QString& key)
{
    if (m_place != Place::Looking)
        return;
    use(key);
    setPlace(key.isEmpty() ? Place::None : Place::Keychain);
    if (key.isEmpty())
        Q_EMIT keyMissing();
    else
        Q_EMIT keyFound(key);
}

// There is no keychain, or it is locked.
void KeyDesk::onFailed()
{
    const bool looking = m_place == Place::Looking;
    setPlace(m_key.isEmpty() ? Place::None : Place::ThisRun);
    if (looking)
        Q_EMIT keyMissing();
}

void KeyDesk::enter(const QString& key)
{
    use(key.trimmed());
    setPlace(Place::ThisRun);
    m_store->write(m_key);
    Q_EMIT keyFound(m_key);
}

void KeyDesk::forget()
{
    use({});
    setPlace(Place::None);
    m_store->forget();
}

QString KeyDesk::stateText() const
{
    switch (m_place) {
    case Place::Looking:
        return tr("Looking for a key in the system keychain…");
    case Place::Environment:
        return tr("The key comes from the environment and is not kept.");
    case Place::Keychain:
        return tr("The key is kept in the system keychain.");
    case Place::ThisRun:
        return tr("The key is used for this run only: there is no system keychain that could keep it.");
    case Place::None:
        break;
    }
    return m_store->availability() == KeyStore::Availability::Missing
               ? tr("There is no system keychain here: a key is used for this run only and kept nowhere.")
               : tr("The key is kept in the system keychain, never in a file.");
}

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "settings/keybackend.h"

#include <QObject>
#include <QSet>

#include <chrono>
#include <memory>

namespace flowglass::settings {

// Keeps the API key in the system keychain. Every call answers exactly once, by one of the signals. There
// may be no keychain: that is found by trying, and failed() then says that the key lasts for this run only.
// A keychain that does not answer within the patience given counts as none. The key is never logged and
// never part of an Error. GUI thread.
class KeyStore : public QObject
{
    Q_OBJECT

public:
    enum class Availability { Unknown, Available, Missing };
    struct Config
    {
        // Long enough for a person to type the password of the keychain.
        std::chrono::milliseconds patience = std::chrono::seconds(60);
    };

    explicit KeyStore(QObject* parent = nullptr); // the system keychain
    KeyStore(std::unique_ptr<KeyBackend> backend, Config config, QObject* parent = nullptr);
    ~KeyStore() override;

    Availability availability() const { return m_availability; } // by the newest answer
    void read();
    void write(const QString& key); // trimmed; an empty one is forget()
    void forget();

Q_SIGNALS:
    void keyRead(const QString& key); // empty: none is kept
    void keyWritten();
    void keyForgotten(); // also when there was none
    void failed(const flowglass::domain::Error& error);

private:
    enum class Task { Read, Write, Forget };
    QObject* begin(Task task);
    KeyBackend::Answer answerFor(QObject* call, Task task);
    void settle(QObject* call, Task task, const KeyAnswer& answer);
    void fail(Task task, const QString& reason);

    std::unique_ptr<KeyBackend> m_backend;
    Config m_config;
    Availability m_availability = Availability::Unknown;
    QSet<QObject*> m_open; // calls without an answer yet; children of this
};

// MASSIVE_API_KEY, then POLYGON_API_KEY, trimmed; empty when neither is set.
QString keyFromEnvironment();

} // namespace flowglass::settings

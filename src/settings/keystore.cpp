// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keystore.h"

#include "settings/systemkeybackend.h"

#include <QTimer>

namespace flowglass::settings {

KeyStore::KeyStore(QObject* parent) : KeyStore(std::make_unique<SystemKeyBackend>(), Config(), parent) {}

KeyStore::KeyStore(std::unique_ptr<KeyBackend> backend, Config config, QObject* parent)
    : QObject(parent), m_backend(std::move(backend)), m_config(config)
{
}

KeyStore::~KeyStore() = default;

void KeyStore::read()
{
    QObject* call = begin(Task::Read);
    m_backend->read(call, answerFor(call, Task::Read));
}

void KeyStore::write(const QString& key)
{
    const QString trimmed = key.trimmed();
    if (trimmed.isEmpty()) {
        forget();
        return;
    }
    QObject* call = begin(Task::Write);
    m_backend->write(trimmed, call, answerFor(call, Task::Write));
}

void KeyStore::forget()
{
    QObject* call = begin(Task::Forget);
    m_backend->forget(call, answerFor(call, Task::Forget));
}

// The object that one call lives by: its answer and its timer end with it.
QObject* KeyStore::begin(Task task)
{
    auto* call = new QObject(this);
    m_open.insert(call);
    auto* timer = new QTimer(call);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, call, [this, call, task] {
        settle(call, task, {KeyAnswer::Outcome::Failed, {}, tr("it does not answer")});
    });
    timer->start(m_config.patience);
    return call;
}

KeyBackend::Answer KeyStore::answerFor(QObject* call, Task task)
{
    return [this, call, task](const KeyAnswer& answer) { settle(call, task, answer); };
}

void KeyStore::settle(QObject* call, Task task, const KeyAnswer& answer)
{
    if (!m_open.remove(call))
        return;
    call->deleteLater();
    if (answer.outcome == KeyAnswer::Outcome::Failed) {
        fail(task, answer.reason);
        return;
    }
    m_availability = Availability::Available;
    switch (task) {
    case Task::Read:
        Q_EMIT keyRead(answer.key.trimmed());
        return;
    case Task::Write:
        Q_EMIT keyWritten();
        return;
    case Task::Forget:
        Q_EMIT keyForgotten();
        return;
    }
}

void KeyStore::fail(Task task, const QString& reason)
{
    m_availability = Availability::Missing;
    using Code = domain::Error::Code;
    const QString detail = QStringLiteral("keychain: ") + reason;
    switch (task) {
    case Task::Read:
        Q_EMIT failed(
            {Code::Unreadable, detail,
             tr("There is no system keychain to read (%1). A key entered now is kept for this run only.")
                 .arg(reason)});
        return;
    case Task::Write:
        Q_EMIT failed(
            {Code::Unwritable, detail,
             tr("The system keychain did not take the key (%1). It is kept for this run only.").arg(reason)});
        return;
    case Task::Forget:
        Q_EMIT failed({Code::Unwritable, detail,
                       tr("The key could not be removed from the system keychain (%1).").arg(reason)});
        return;
    }
}

QString keyFromEnvironment()
{
    for (const char* name : {"MASSIVE_API_KEY", "POLYGON_API_KEY"}) {
        QString key = qEnvironmentVariable(name).trimmed();
        if (!key.isEmpty())
            return key;
    }
    return {};
}

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/systemkeybackend.h"

#include <qt6keychain/keychain.h>

namespace flowglass::settings {

namespace {

constexpr QLatin1String kService("flowglass");
constexpr QLatin1String kKey("api-key");

KeyAnswer answerOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {KeyAnswer::Outcome::Done, {}, {}};
    case QKeychain::EntryNotFound:
        return {KeyAnswer::Outcome::NotFound, {}, {}};
    default:
        return {KeyAnswer::Outcome::Failed, {}, job.errorString()};
    }
}

// Jobs delete themselves. They have no parent, because one that is deleted while the keychain still works
// on it would be called back after its end; only the connection to the context is cut.
void startJob(QKeychain::Job* job, QObject* context, KeyBackend::Answer answer)
{
    job->setInsecureFallback(false);
    job->setKey(kKey);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [answer = std::move(answer)](QKeychain::Job* done) {
                         KeyAnswer result = answerOf(*done);
                         if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(done))
                             result.key = read->textData();
                         answer(result);
                     });
    job->start();
}

} // namespace

void SystemKeyBackend::read(QObject* context, Answer answer)
{
    startJob(new QKeychain::ReadPasswordJob(kService), context, std::move(answer));
}

void SystemKeyBackend::write(const QString& key, QObject* context, Answer answer)
{
    auto* job = new QKeychain::WritePasswordJob(kService);
    job->setTextData(key);
    startJob(job, context, std::move(answer));
}

void SystemKeyBackend::forget(QObject* context, Answer answer)
{
    startJob(new QKeychain::DeletePasswordJob(kService), context, std::move(answer));
}

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/contractservice.h"
#include "support/fakeapi.h"
#include "support/fakeclock.h"

#include <QSignalSpy>

namespace flowglass::test {

// A ContractService in front of a FakeApi, and what it has said. The wall clock stands, the steady one runs.
struct ServiceBench
{
    FakeApi api;
    FakeClock clock{FakeClock::kMorning, FakeClock::Steady::Running};
    contracts::RestConfig config;
    std::unique_ptr<contracts::ContractService> service;
    std::unique_ptr<QSignalSpy> changed;
    std::unique_ptr<QSignalSpy> settled;

    ServiceBench()
    {
        api.setHandler(&FakeApi::anyContract);
        config.base = api.url();
        config.firstRetry = std::chrono::milliseconds(20);
    }

    contracts::ContractService& start(const QString& key = QStringLiteral("key"))
    {
        service = std::make_unique<contracts::ContractService>(config, key, clock);
        changed = std::make_unique<QSignalSpy>(service.get(), &contracts::ContractService::detailChanged);
        settled = std::make_unique<QSignalSpy>(service.get(), &contracts::ContractService::termsSettled);
        return *service;
    }

    int settledFor(const QString& ticker) const
    {
        return int(std::ranges::count_if(*settled,
                                         [&](const auto& row) { return row.first().toString() == ticker; }));
    }

    bool isQuiet() const { return service->inFlight() == 0 && service->queued() == 0; }

    static QString ticker(int i, const QString& root = QStringLiteral("NVDA"))
    {
        return QStringLiteral("O:") + root + QStringLiteral("261218C") +
               QString::number((i + 1) * 1000).rightJustified(8, QLatin1Char('0'));
    }
    static QByteArray termsPath(const QString& ticker)
    {
        return "/v3/reference/options/contracts/" + ticker.toLatin1();
    }
    static QByteArray snapshotPath(const QString& ticker, const QByteArray& underlying = "NVDA")
    {
        return "/v3/snapshot/options/" + underlying + '/' + ticker.toLatin1();
    }
};

using TermsState = domain::Fetched<domain::ContractTerms>::State;
using SnapshotState = domain::Fetched<domain::ContractSnapshot>::State;

} // namespace flowglass::test

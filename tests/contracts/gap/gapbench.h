// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/gap/gapfetcher.h"
#include "support/fakeapi.h"
#include "support/fakeclock.h"

#include <QUrlQuery>

#include <map>
#include <vector>

namespace flowglass::test {

// A GapFetcher in front of a FakeApi, and what it has said. The wall clock stands, the steady one runs.
struct GapBench : QObject
{
    FakeApi api;
    FakeClock clock{FakeClock::kMorning, FakeClock::Steady::Running};
    contracts::RestConfig rest;
    contracts::GapFetchConfig config;
    std::unique_ptr<contracts::CallLine> line;
    std::unique_ptr<contracts::GapFetcher> fetcher;

    std::map<quint64, std::map<QString, std::vector<contracts::HistoricTrade>>> trades; // by order and ticker
    std::vector<QString> arrived; // tickers, in order
    std::vector<contracts::GapProgress> progress;
    std::vector<std::pair<quint64, contracts::GapOutcome>> outcomes;

    GapBench()
    {
        rest.base = api.url();
        rest.firstRetry = std::chrono::milliseconds(20);
        rest.plan = contracts::RatePlan::HundredPerSecond;
        config.firstRetry = std::chrono::milliseconds(10);
    }

    contracts::GapFetcher& start(const QString& key = QStringLiteral("key"))
    {
        line = std::make_unique<contracts::CallLine>(rest, key, clock);
        fetcher = std::make_unique<contracts::GapFetcher>(*line, clock, config);
        connect(fetcher.get(), &contracts::GapFetcher::tradesFetched, this, &GapBench::onTrades);
        connect(fetcher.get(), &contracts::GapFetcher::progressed, this,
                [this](const contracts::GapProgress& news) { progress.push_back(news); });
        connect(fetcher.get(), &contracts::GapFetcher::finished, this,
                [this](quint64 order, const contracts::GapOutcome& outcome) {
                    outcomes.emplace_back(order, outcome);
                });
        return *fetcher;
    }

    void onTrades(quint64 order, const QString& ticker, const std::vector<contracts::HistoricTrade>& fetched)
    {
        trades[order][ticker] = fetched;
        arrived.push_back(ticker);
    }

    // Ten seconds from the standing clock on.
    static contracts::GapOrder order(quint64 id, const QStringList& underlyings)
    {
        const domain::UnixMs from = lossyToMs(FakeClock::kMorning);
        return {id, from, from + std::chrono::seconds(10), underlyings};
    }

    static std::int64_t ns(double seconds) // after the beginning of the gap
    {
        return FakeClock::kMorning.value + std::int64_t(seconds * 1e9);
    }
    static QByteArray ticker(const QByteArray& root, int i)
    {
        return "O:" + root + "261218C" + QByteArray::number((i + 1) * 1000).rightJustified(8, '0');
    }
    static QByteArray tradesPath(const QByteArray& ticker) { return "/v3/trades/" + ticker; }

    // A chain row of a contract that traded `seconds` after the beginning of the gap, or before it.
    static QByteArray chainRow(const QByteArray& ticker, double seconds)
    {
        return R"({"details":{"ticker":")" + ticker + R"("},"day":{"volume":5,"last_updated":)" +
               QByteArray::number(qint64(ns(seconds))) + R"(},"last_trade":{"sip_timestamp":)" +
               QByteArray::number(qint64(ns(seconds))) + "}}";
    }
    static QByteArray tradeRow(double seconds, int sequence, const QByteArray& price = "1.25")
    {
        return R"({"sip_timestamp":)" + QByteArray::number(qint64(ns(seconds))) + R"(,"price":)" + price +
               R"(,"size":3,"exchange":302,"conditions":[209],"sequence_number":)" +
               QByteArray::number(sequence) + "}";
    }
    static FakeApi::Answer rows(const QByteArrayList& rows, const QByteArray& nextUrl = {})
    {
        const QByteArray next = nextUrl.isEmpty() ? QByteArray() : R"(,"next_url":")" + nextUrl + '"';
        return FakeApi::json(R"({"status":"OK","results":[)" + rows.join(',') + "]" + next + "}");
    }
    QByteArray base() const { return api.url().toString().toLatin1(); }

    // A chain of that many contracts that all traded, each with one print.
    void serveContracts(const QByteArray& root, int count)
    {
        QByteArrayList chain;
        for (int i = 0; i < count; ++i) {
            chain << chainRow(ticker(root, i), 1.0);
            api.always(tradesPath(ticker(root, i)), rows({tradeRow(1.0, i + 1)}));
        }
        api.always("/v3/snapshot/options/" + root, rows(chain));
    }
};

} // namespace flowglass::test

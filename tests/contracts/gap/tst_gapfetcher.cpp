// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/contractservice.h"
#include "contracts/gap/gapbench.h"

#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::contracts;
using namespace flowglass::test;
using namespace std::chrono_literals;

// What the fetcher asks, in which order, and what it makes of good answers.
class TestGapFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForThoseThatTraded();
    void asksForKnownOnesThatTheChainLeavesOut();
    void asksTheSurelyTradedFirst();
    void asksAnIndexOnceForAllItsRoots();
    void anAdjustedRootIsInTheChainOfTheOther();
    void aSingleContractNeedsNoChain();
    void followsPagesWordByWord();
    void keepsTheServersOrderOnTies();
    void tidiesWhatTheServerSendsTooMuch();
    void stopsBehindTheEndOfTheGap();
    void saysHowFarItIs();
    void takesOrdersInTurn();
    void anOrderOfNothingIsDone();
    void saysNothingFromInsideACall();
    void staysBehindLookUps();
    void sharesTheLimitWithLookUps();
    void leavesCallsOfTheMinuteToLookUps();
    void takesAFullPageWithoutHoldingUp();
    void abortsAtOnceAndSilently();
    void isDestroyedWithCallsInFlight();
    void aListenerMayAbortOrEndIt_data();
    void aListenerMayAbortOrEndIt();
};

void TestGapFetcher::asksForThoseThatTraded()
{
    GapBench bench;
    const QByteArray traded = GapBench::ticker("NVDA", 1);
    const QByteArray silent = GapBench::ticker("NVDA", 2);
    const QByteArray adjusted = GapBench::ticker("NVDA1", 3);
    bench.api.always("/v3/snapshot/options/NVDA",
                     GapBench::rows({GapBench::chainRow(traded, 4), GapBench::chainRow(silent, -1),
                                     GapBench::chainRow(adjusted, 12), GapBench::chainRow(traded, 4), "null"}));
    bench.api.always(GapBench::tradesPath(traded),
                     GapBench::rows({GapBench::tradeRow(1.5, 1), GapBench::tradeRow(4, 2), "{}"}));
    bench.api.always(GapBench::tradesPath(adjusted), GapBench::rows({})); // it traded after the gap
    bench.start().fetch(GapBench::order(3, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));

    QCOMPARE(bench.api.requests().size(), 3);
    const FakeApi::Request& chain = bench.api.requests()[0];
    QCOMPARE(chain.query, QByteArray("limit=250"));
    QCOMPARE(chain.headers["authorization"], QByteArray("Bearer key"));
    QCOMPARE(bench.api.requests()[1].query,
             QByteArray("timestamp.gte=1795186800000000000&timestamp.lte=1795186810000999999&order=asc&limit=50000"));
    QCOMPARE(bench.api.count(silent), 0);
    QCOMPARE(bench.trades[3].size(), std::size_t(1));
    domain::Conditions automatic;
    automatic.add(209);
    const std::vector<HistoricTrade> expected{
        {{GapBench::ns(1.5)}, domain::Price::fromUnits(12'500), 3, {302}, automatic, 1},
        {{GapBench::ns(4)}, domain::Price::fromUnits(12'500), 3, {302}, automatic, 2}};
    QCOMPARE(bench.trades[3][QString::fromLatin1(traded)], expected);
    const auto& [order, outcome] = bench.outcomes.front();
    QCOMPARE(order, quint64(3));
    QVERIFY(outcome.complete && !outcome.error && outcome.missing.isEmpty());
    QCOMPARE(outcome.asked, 2);
    QCOMPARE(outcome.badRows, 2);
}

// They have expired, say.
void TestGapFetcher::asksForKnownOnesThatTheChainLeavesOut()
{
    GapBench bench;
    const QByteArray traded = GapBench::ticker("NVDA", 1);
    const QByteArray silent = GapBench::ticker("NVDA", 2);
    const QByteArray gone = GapBench::ticker("NVDA", 3);
    bench.api.always("/v3/snapshot/options/NVDA",
                     GapBench::rows({GapBench::chainRow(traded, 4), GapBench::chainRow(silent, -1)}));
    bench.api.always(GapBench::tradesPath(traded), GapBench::rows({GapBench::tradeRow(1.5, 1)}));
    bench.api.always(GapBench::tradesPath(gone), GapBench::rows({GapBench::tradeRow(2, 1)}));
    GapOrder order = GapBench::order(1, {QStringLiteral("NVDA")});
    for (const QByteArray& ticker : {traded, silent, gone})
        order.known[QStringLiteral("NVDA")] << QString::fromLatin1(ticker);
    bench.start().fetch(order);
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.arrived, (std::vector<QString>{QString::fromLatin1(traded), QString::fromLatin1(gone)}));
    QCOMPARE(bench.api.count(silent), 0);
    QCOMPARE(bench.outcomes.front().second.asked, 2);
    QVERIFY(bench.outcomes.front().second.complete);
}

void TestGapFetcher::asksTheSurelyTradedFirst()
{
    GapBench bench;
    bench.config.maxInFlight = 1;
    const QByteArray possible = R"({"details":{"ticker":")" + GapBench::ticker("NVDA", 1) + R"("},"day":{"volume":2}})";
    bench.api.always("/v3/snapshot/options/NVDA",
                     GapBench::rows({possible, GapBench::chainRow(GapBench::ticker("NVDA", 2), 1),
                                     GapBench::chainRow(GapBench::ticker("NVDA", 3), 1)}));
    bench.api.setHandler([](const FakeApi::Request&) { return GapBench::rows({GapBench::tradeRow(1, 1)}); });
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    const std::vector<QString> expected{QString::fromLatin1(GapBench::ticker("NVDA", 2)),
                                        QString::fromLatin1(GapBench::ticker("NVDA", 3)),
                                        QString::fromLatin1(GapBench::ticker("NVDA", 1))};
    QCOMPARE(bench.arrived, expected);
}

void TestGapFetcher::asksAnIndexOnceForAllItsRoots()
{
    GapBench bench;
    bench.api.always("/v3/snapshot/options/I:SPX",
                     GapBench::rows({GapBench::chainRow(GapBench::ticker("SPX", 1), 1),
                                     GapBench::chainRow(GapBench::ticker("SPXW", 1), 1)}));
    bench.api.setHandler([](const FakeApi::Request&) { return GapBench::rows({GapBench::tradeRow(1, 1)}); });
    GapFetcher& fetcher = bench.start();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("SPXW")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.arrived, std::vector<QString>{QString::fromLatin1(GapBench::ticker("SPXW", 1))});
    fetcher.fetch(GapBench::order(2, {QStringLiteral("SPXW"), QStringLiteral("SPX")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(2));
    QCOMPARE(bench.trades[2].size(), std::size_t(2));
    QCOMPARE(bench.api.count("I:SPX"), 2);
}

void TestGapFetcher::anAdjustedRootIsInTheChainOfTheOther()
{
    GapBench bench;
    const QByteArray adjusted = GapBench::ticker("NVDA1", 1);
    bench.api.always("/v3/snapshot/options/NVDA",
                     GapBench::rows({GapBench::chainRow(GapBench::ticker("NVDA", 1), 1), GapBench::chainRow(adjusted, 1)}));
    bench.api.always(GapBench::tradesPath(adjusted), GapBench::rows({GapBench::tradeRow(1, 1)}));
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA1")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.arrived, std::vector<QString>{QString::fromLatin1(adjusted)});
}

void TestGapFetcher::aSingleContractNeedsNoChain()
{
    GapBench bench;
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    bench.api.always(GapBench::tradesPath(ticker), GapBench::rows({GapBench::tradeRow(1, 1)}));
    bench.start().fetch(GapBench::order(1, {QString::fromLatin1(ticker), QString::fromLatin1(ticker)}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.requests().size(), 1);
    QCOMPARE(bench.arrived.size(), std::size_t(1));
}

void TestGapFetcher::followsPagesWordByWord()
{
    GapBench bench;
    const QByteArray path = "/v3/snapshot/options/NVDA";
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    const QByteArray trades = GapBench::tradesPath(ticker);
    bench.api.once(path, GapBench::rows({GapBench::chainRow(GapBench::ticker("AMD", 1), 1)},
                                        bench.base() + path + "?cursor=YXA%3D&b=%2B%20+"));
    bench.api.once(path, GapBench::rows({GapBench::chainRow(ticker, 1)}));
    bench.api.once(trades, GapBench::rows({GapBench::tradeRow(1, 1)}, bench.base() + trades + "?cursor=1"));
    bench.api.once(trades, GapBench::rows({}, bench.base() + trades + "?cursor=2"));
    bench.api.once(trades, GapBench::rows({GapBench::tradeRow(2, 2)}));
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.requests()[1].query, QByteArray("cursor=YXA%3D&b=%2B%20+"));
    QCOMPARE(bench.api.requests()[1].headers["authorization"], QByteArray("Bearer key"));
    QCOMPARE(bench.api.requests()[3].query, QByteArray("cursor=1"));
    QCOMPARE(bench.api.requests()[4].query, QByteArray("cursor=2"));
    QCOMPARE(bench.api.requests().size(), 5);
    QCOMPARE(bench.arrived.size(), std::size_t(1)); // in one piece
    QCOMPARE(bench.trades[1][QString::fromLatin1(ticker)].size(), std::size_t(2));
}

void TestGapFetcher::keepsTheServersOrderOnTies()
{
    GapBench bench;
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    bench.api.always(GapBench::tradesPath(ticker),
                     GapBench::rows({GapBench::tradeRow(2, 9), GapBench::tradeRow(1, 7), GapBench::tradeRow(1, 3),
                                     GapBench::tradeRow(1, 5)}));
    bench.start().fetch(GapBench::order(1, {QString::fromLatin1(ticker)}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    std::vector<std::uint64_t> sequences;
    for (const HistoricTrade& trade : bench.trades[1][QString::fromLatin1(ticker)])
        sequences.push_back(trade.sequence);
    QCOMPARE(sequences, (std::vector<std::uint64_t>{7, 3, 5, 9}));
}

void TestGapFetcher::tidiesWhatTheServerSendsTooMuch()
{
    GapBench bench;
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    bench.api.always(GapBench::tradesPath(ticker),
                     GapBench::rows({GapBench::tradeRow(-0.001, 1), GapBench::tradeRow(0, 2),
                                     GapBench::tradeRow(10.0009, 3), GapBench::tradeRow(10.001, 4)}));
    bench.start().fetch(GapBench::order(1, {QString::fromLatin1(ticker)}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    const auto& trades = bench.trades[1][QString::fromLatin1(ticker)];
    QCOMPARE(trades.size(), std::size_t(2));
    QCOMPARE(trades.front().sequence, std::uint64_t(2));
    QCOMPARE(trades.back().sequence, std::uint64_t(3)); // the last millisecond counts whole
}

void TestGapFetcher::stopsBehindTheEndOfTheGap()
{
    GapBench bench;
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    const QByteArray path = GapBench::tradesPath(ticker);
    bench.api.always(path, GapBench::rows({GapBench::tradeRow(1, 1), GapBench::tradeRow(11, 2)},
                                          bench.base() + path + "?cursor=1"));
    bench.start().fetch(GapBench::order(1, {QString::fromLatin1(ticker)}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.requests().size(), 1);
}

void TestGapFetcher::saysHowFarItIs()
{
    GapBench bench;
    bench.serveContracts("NVDA", 20);
    bench.start().fetch(GapBench::order(4, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.progress.front(), (GapProgress{4, GapProgress::State::Listing, 0, 0, {}}));
    int done = 0;
    for (std::size_t i = 1; i < bench.progress.size(); ++i) {
        const GapProgress& step = bench.progress[i];
        QCOMPARE(step.order, quint64(4));
        QCOMPARE(step.state, GapProgress::State::Fetching);
        QCOMPARE(step.known, 20);
        QVERIFY(step.done >= done);
        done = step.done;
    }
    QVERIFY(done >= 18); // the last ones may settle together
    QCOMPARE(bench.outcomes.front().second.asked, 20);
    QVERIFY(bench.api.peakOpen() <= 2);
}

void TestGapFetcher::takesOrdersInTurn()
{
    GapBench bench;
    bench.serveContracts("NVDA", 5);
    bench.serveContracts("AMD", 5);
    GapFetcher& fetcher = bench.start();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    fetcher.fetch(GapBench::order(2, {QStringLiteral("AMD")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(2));
    QCOMPARE(bench.outcomes[0].first, quint64(1));
    QCOMPARE(bench.outcomes[1].first, quint64(2));
    QCOMPARE(bench.trades[1].size(), std::size_t(5));
    QCOMPARE(bench.trades[2].size(), std::size_t(5));
    for (int i = 0; i < 6; ++i)
        QVERIFY(bench.api.requests()[i].path.contains("NVDA"));
}

void TestGapFetcher::anOrderOfNothingIsDone()
{
    GapBench bench;
    bench.start().fetch(GapBench::order(1, {}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.requests().size(), 0);
}

void TestGapFetcher::saysNothingFromInsideACall()
{
    GapBench bench;
    GapFetcher& fetcher = bench.start();
    fetcher.fetch(GapBench::order(1, {}));
    QVERIFY(bench.progress.empty() && bench.outcomes.empty());
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
}

namespace {

// A fetcher that shares its line with look-ups.
struct SharedBench : GapBench
{
    std::unique_ptr<ContractService> service;

    GapFetcher& startShared()
    {
        service = std::make_unique<ContractService>(rest, QStringLiteral("key"), clock);
        fetcher = std::make_unique<GapFetcher>(service->line(), clock, config);
        connect(fetcher.get(), &GapFetcher::finished, this, [this](quint64 order, const GapOutcome& outcome) {
            outcomes.emplace_back(order, outcome);
        });
        connect(fetcher.get(), &GapFetcher::progressed, this,
                [this](const GapProgress& news) { progress.push_back(news); });
        return *fetcher;
    }
};

} // namespace

void TestGapFetcher::staysBehindLookUps()
{
    SharedBench bench;
    bench.serveContracts("NVDA", 30);
    bench.api.setHandler(&FakeApi::anyContract);
    GapFetcher& fetcher = bench.startShared();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_VERIFY(bench.api.count("/v3/trades/") >= 4);
    const qsizetype before = bench.api.requests().size();
    for (int i = 0; i < 15; ++i) // automatic ones go first, too
        bench.service->request(QString::fromLatin1(GapBench::ticker("AMD", i)), Priority::Automatic);
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QTRY_COMPARE(bench.api.count("AMD"), 30); // terms and snapshots
    QVERIFY(bench.outcomes.front().second.complete);
    // Nothing of the back-fill between the look-ups but what was on its way.
    int between = 0;
    int lookups = 0;
    for (qsizetype i = before; i < bench.api.requests().size() && lookups < 15; ++i) {
        const bool isLookup = bench.api.requests()[i].path.contains("AMD");
        lookups += isLookup ? 1 : 0;
        between += isLookup ? 0 : 1;
    }
    QVERIFY2(between <= 2, qPrintable(QString::number(between)));
}

void TestGapFetcher::sharesTheLimitWithLookUps()
{
    SharedBench bench;
    bench.serveContracts("NVDA", 3);
    bench.api.setHandler(&FakeApi::anyContract);
    GapFetcher& fetcher = bench.startShared();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.service->callsLastMinute(), 4);
}

void TestGapFetcher::leavesCallsOfTheMinuteToLookUps()
{
    SharedBench bench;
    bench.rest.plan = RatePlan::FivePerMinute;
    bench.serveContracts("NVDA", 10);
    bench.api.setHandler(&FakeApi::anyContract);
    GapFetcher& fetcher = bench.startShared();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.api.requests().size(), 3);
    QTRY_VERIFY(bench.progress.back().state == GapProgress::State::WaitingForLimit);
    QVERIFY(!QSignalSpy(&bench.api, &FakeApi::requested).wait(100));
    const domain::UnixMs until = bench.progress.back().until;
    QVERIFY(until - lossyToMs(FakeClock::kMorning) > 55s && until - lossyToMs(FakeClock::kMorning) <= 62s);
    const QString clicked = QString::fromLatin1(GapBench::ticker("AMD", 1));
    bench.service->request(clicked, Priority::Clicked); // has two calls at once
    QTRY_COMPARE(bench.api.count("AMD"), 2);
    for (int minute = 0; minute < 6 && bench.outcomes.empty(); ++minute) {
        bench.clock.advance(62s);
        bench.service->setPlan(RatePlan::FivePerMinute); // wakes both
        QTRY_VERIFY(!bench.outcomes.empty() ||
                    (bench.progress.back().state == GapProgress::State::WaitingForLimit &&
                     bench.progress.back().until > lossyToMs(bench.clock.now())));
    }
    QCOMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.requests().size(), 11 + 2);
}

void TestGapFetcher::takesAFullPageWithoutHoldingUp()
{
    GapBench bench;
    QByteArrayList rows;
    for (int i = 0; i < 50'000; ++i)
        rows << GapBench::tradeRow(0.0001 * i, i + 1, "1." + QByteArray::number(i % 100 + 100) + R"(,"id":")" +
                                                          QByteArray(60, ' ') + '"');
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    bench.api.always(GapBench::tradesPath(ticker), GapBench::rows(rows));
    QVERIFY(rows.join(',').size() > bench.rest.maxAnswerBytes);
    GapFetcher& fetcher = bench.start();
    int turns = 0; // of the event loop
    QTimer heartbeat;
    connect(&heartbeat, &QTimer::timeout, this, [&turns] { ++turns; });
    heartbeat.start(0);
    QSignalSpy finished(&fetcher, &GapFetcher::finished);
    fetcher.fetch(GapBench::order(1, {QString::fromLatin1(ticker)}));
    QVERIFY(finished.wait(30'000));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.trades[1][QString::fromLatin1(ticker)].size(), std::size_t(50'000));
    QVERIFY2(turns >= 25, "decoded in at least as many turns as there are slices");
}

void TestGapFetcher::abortsAtOnceAndSilently()
{
    GapBench bench;
    bench.api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    GapFetcher& fetcher = bench.start();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    fetcher.fetch(GapBench::order(2, {QStringLiteral("AMD")}));
    QTRY_COMPARE(bench.api.open(), 1);
    fetcher.abortAll();
    QTRY_COMPARE(bench.api.open(), 0);
    QVERIFY(!QSignalSpy(&bench.api, &FakeApi::requested).wait(50));
    QVERIFY(bench.outcomes.empty());
    bench.serveContracts("NVDA", 2); // and it can be asked again
    fetcher.fetch(GapBench::order(3, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.outcomes.front().first, quint64(3));
    QVERIFY(bench.outcomes.front().second.complete);
}

void TestGapFetcher::isDestroyedWithCallsInFlight()
{
    GapBench bench;
    bench.api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.api.open(), 1);
    bench.fetcher.reset();
    QTRY_COMPARE(bench.api.open(), 0);
    QVERIFY(bench.outcomes.empty());
}

void TestGapFetcher::aListenerMayAbortOrEndIt_data()
{
    QTest::addColumn<int>("news"); // 0 progress, 1 trades, 2 the end
    QTest::addColumn<bool>("ends");
    for (const bool ends : {false, true}) {
        QTest::addRow("%s at progress", ends ? "ends" : "aborts") << 0 << ends;
        QTest::addRow("%s at trades", ends ? "ends" : "aborts") << 1 << ends;
        QTest::addRow("%s at the end", ends ? "ends" : "aborts") << 2 << ends;
    }
}

void TestGapFetcher::aListenerMayAbortOrEndIt()
{
    QFETCH(int, news);
    QFETCH(bool, ends);
    GapBench bench;
    bench.serveContracts("NVDA", 4);
    GapFetcher& fetcher = bench.start();
    bool done = false;
    const auto stop = [&bench, &done, ends] {
        done = true;
        if (!ends)
            bench.fetcher->abortAll();
        else {
            bench.fetcher.reset();
            bench.line.reset(); // and the network with it
        }
    };
    if (news == 0)
        connect(&fetcher, &GapFetcher::progressed, this, stop);
    else if (news == 1)
        connect(&fetcher, &GapFetcher::tradesFetched, this, stop);
    else
        connect(&fetcher, &GapFetcher::finished, this, stop);
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_VERIFY(done);
    const qsizetype asked = bench.api.requests().size();
    QVERIFY(!QSignalSpy(&bench.api, &FakeApi::requested).wait(50));
    QVERIFY(bench.api.requests().size() <= asked + 2);
    QCOMPARE(bench.outcomes.size(), std::size_t(news == 2 ? 1 : 0));
}

QTEST_GUILESS_MAIN(TestGapFetcher)
#include "tst_gapfetcher.moc"

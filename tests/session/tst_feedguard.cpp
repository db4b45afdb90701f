// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/watch/feedguard.h"
#include "support/fakeapi.h"
#include "support/fakeclock.h"
#include "support/fakefeed.h"

#include <QDateTime>

using namespace std::chrono_literals;
using namespace flowglass;
using domain::FeedPhase;
using session::FeedGuard;

namespace {

// "2026-11-20 10:00" of New York.
domain::UnixNs newYork(const char* text)
{
    const QDateTime when = QDateTime::fromString(QLatin1String(text), QStringLiteral("yyyy-MM-dd hh:mm"));
    const QDateTime there(when.date(), when.time(), QTimeZone("America/New_York"));
    return domain::toNs({there.toMSecsSinceEpoch()});
}

// A guard on a connection to a fake provider, with a clock that the test moves in small steps. The control
// messages are given back as the session does it.
struct Bench
{
    test::FakeFeed server;
    test::FakeApi api;
    test::FakeClock clock{test::FakeClock::kMorning, test::FakeClock::Steady::Running};
    domain::Counters counters;
    std::unique_ptr<contracts::ContractService> service;
    std::unique_ptr<feed::FeedConnection> connection;
    std::unique_ptr<FeedGuard> guard;
    std::vector<domain::FeedGap> gaps;
    QString reason; // of the last stall or loss

    explicit Bench(FeedGuard::Config config = {false, false, {QStringLiteral("T.*")}})
    {
        contracts::RestConfig rest;
        rest.base = api.url();
        service = std::make_unique<contracts::ContractService>(rest, QStringLiteral("key"), clock);
        feed::FeedConfig how;
        how.url = server.url();
        how.delayed = config.delayed;
        how.backoff = {20ms, 2.0, 50ms, 0.0};
        how.pingInterval = how.stalledAfter = how.pongTimeout = 100h; // the link is not what is tested
        how.connectTimeout = how.authTimeout = how.ackTimeout = 100h;
        connection = std::make_unique<feed::FeedConnection>(how, QStringLiteral("key"), clock);
        guard = std::make_unique<FeedGuard>(config, *connection, *service, counters, clock);
        QObject::connect(connection.get(), &feed::FeedConnection::frameReceived, connection.get(), [this](const QString& frame) {
            for (const char* word : {"connected", "auth_success", "success"}) {
                if (frame.contains(QStringLiteral("\"status\":\"%1\"").arg(QLatin1String(word))))
                    connection->onStatus({QLatin1String(word), QStringLiteral("subscribed to: T.*")});
            }
        });
        QObject::connect(connection.get(), &feed::FeedConnection::gapEnded, connection.get(),
                         [this](const domain::FeedGap& gap) { gaps.push_back(gap); });
        QObject::connect(connection.get(), &feed::FeedConnection::statusChanged, connection.get(),
                         [this](const domain::FeedStatus& status) { reason = status.reason.isEmpty() ? reason : status.reason; });
        connection->setChannels({QStringLiteral("T.*")});
    }
    bool goLive()
    {
        connection->start();
        return QTest::qWaitFor([this] { return isLive(); });
    }
    bool isLive() const { return phase() == FeedPhase::Live || phase() == FeedPhase::Delayed; }
    FeedPhase phase() const { return connection->status().phase; }
    // With trades or without, until the phase is another.
    void pass(std::chrono::nanoseconds length, bool trades)
    {
        const FeedPhase before = phase();
        for (auto passed = 0ns; passed < length && phase() == before; passed += 250ms) {
            clock.advance(250ms);
            counters.trades += std::uint64_t(trades);
            guard->look();
        }
    }
};

} // namespace

class TestFeedGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tradesThatStopAreSaidAndThenReconnected();
    void tradesThatComeBackEndTheStall();
    void aClosedMarketNeverStalls_data();
    void aClosedMarketNeverStalls();
    void theCloseEndsAStall();
    void aSleepConnectsAnew();
    void aClockSetForwardIsNoSleep();
    void theProviderSaysWhenItIsClosed();
    void tradesProveThatItIsOpen();
    void theSimulatedMarketIsAlwaysOpen();
};

void TestFeedGuard::tradesThatStopAreSaidAndThenReconnected()
{
    Bench bench;
    QVERIFY(bench.goLive());
    bench.pass(5min, true);
    QCOMPARE(bench.phase(), FeedPhase::Live);
    bench.pass(10s, false);
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    QVERIFY2(bench.reason.contains(QLatin1String("No trade for 5")), qPrintable(bench.reason));
    QVERIFY(bench.reason.contains(QLatin1String("longest silence")));
    QVERIFY(bench.reason.contains(QLatin1String("once in a million")));
    bench.pass(1min, false);
    QCOMPARE(bench.phase(), FeedPhase::Reconnecting);
    QVERIFY2(bench.reason.contains(QLatin1String("No trade for 20")), qPrintable(bench.reason));
    QTRY_VERIFY(bench.isLive());
    QCOMPARE(bench.server.connections(), 2);
    QCOMPARE(bench.gaps.size(), std::size_t(1));
    QVERIFY(bench.gaps[0].reason.contains(QLatin1String("No trade for 20")));
}

void TestFeedGuard::tradesThatComeBackEndTheStall()
{
    Bench bench;
    QVERIFY(bench.goLive());
    bench.pass(5min, true);
    bench.pass(10s, false);
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    bench.server.send(QStringLiteral(R"([{"ev":"T","sym":"O:NVDA261218C00150000","p":2.5,"s":1,"t":1795187045000}])"));
    QTRY_COMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY(bench.gaps.empty());
}

void TestFeedGuard::aClosedMarketNeverStalls_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<bool>("delayed");
    QTest::newRow("at night") << QByteArray("2026-11-20 03:00") << false;
    QTest::newRow("only late products") << QByteArray("2026-11-20 16:01") << false;
    QTest::newRow("Thanksgiving") << QByteArray("2026-11-26 11:00") << false;
    QTest::newRow("after the half day") << QByteArray("2026-11-27 13:01") << false;
    QTest::newRow("delayed: the opening has not come yet") << QByteArray("2026-11-20 09:31") << true;
}

void TestFeedGuard::aClosedMarketNeverStalls()
{
    QFETCH(QByteArray, time);
    QFETCH(bool, delayed);
    Bench bench({false, delayed, {QStringLiteral("T.*")}});
    bench.clock.setNow(newYork(time.constData()));
    QVERIFY(bench.goLive());
    bench.pass(10min, false);
    QVERIFY(bench.isLive());
    QCOMPARE(bench.server.connections(), 1);
}

void TestFeedGuard::theCloseEndsAStall()
{
    Bench bench;
    bench.clock.setNow(newYork("2026-11-20 15:54"));
    QVERIFY(bench.goLive());
    bench.pass(5min + 50s, true);
    bench.pass(8s, false);
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    bench.pass(5s, false);
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY(bench.gaps.empty());
}

void TestFeedGuard::aSleepConnectsAnew()
{
    Bench bench;
    QVERIFY(bench.goLive());
    bench.pass(1s, true);
    bench.clock.setNow({bench.clock.now().value + std::chrono::nanoseconds(8h).count()}); // the steady one stands
    bench.guard->look();
    QCOMPARE(bench.phase(), FeedPhase::Connecting);
    QCOMPARE(bench.gaps.size(), std::size_t(1));
    QVERIFY(bench.gaps[0].reason.contains(QLatin1String("asleep")));
    QTRY_VERIFY(bench.isLive());
    QCOMPARE(bench.gaps.size(), std::size_t(2));
    QCOMPARE(bench.gaps[1].from, bench.gaps[0].to);
}

void TestFeedGuard::aClockSetForwardIsNoSleep()
{
    Bench bench;
    bench.clock.setAsleep(1h); // before
    QVERIFY(bench.goLive());
    bench.pass(1s, true);
    bench.clock.setNow({bench.clock.now().value + std::chrono::nanoseconds(2h).count()});
    bench.pass(1s, true);
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY(bench.gaps.empty());
    bench.clock.setAsleep(9h);
    bench.guard->look();
    QCOMPARE(bench.gaps.size(), std::size_t(1));
    const auto length = bench.gaps[0].to - bench.gaps[0].from;
    QVERIFY2(length >= 8h && length < 8h + 1min, qPrintable(QString::number(length.count())));
}

void TestFeedGuard::theProviderSaysWhenItIsClosed()
{
    Bench bench;
    bench.api.always("/v1/marketstatus/now", test::FakeApi::json(R"({"market":"closed"})"));
    bench.api.always("/v1/marketstatus/upcoming",
                     test::FakeApi::json(R"([{"date":"2026-11-23","exchange":"NYSE","name":"Day of Mourning","status":"closed"}])"));
    QVERIFY(bench.guard->market().open);
    bench.guard->start(false);
    QTRY_VERIFY(!bench.guard->market().open);
    QVERIFY(bench.guard->market().fromProvider);
    QCOMPARE(bench.guard->market().changes, std::optional(domain::lossyToMs(newYork("2026-11-24 09:30"))));
    bench.guard->stop();
    bench.clock.setNow(newYork("2026-11-23 11:00"));
    QCOMPARE(bench.guard->market().occasion, QStringLiteral("Day of Mourning"));
}

void TestFeedGuard::tradesProveThatItIsOpen()
{
    Bench bench;
    bench.clock.setNow(newYork("2026-11-20 20:00"));
    QVERIFY(!bench.guard->market().open);
    QVERIFY(bench.goLive());
    bench.pass(1s, true); // whatever the calendar says
    QVERIFY(bench.guard->market().open);
    bench.pass(61s, false);
    QVERIFY(!bench.guard->market().open);
}

void TestFeedGuard::theSimulatedMarketIsAlwaysOpen()
{
    Bench bench({true, false, {QStringLiteral("T.*")}});
    bench.clock.setNow(newYork("2026-11-21 03:00"));
    QSignalSpy asked(&bench.api, &test::FakeApi::requested);
    bench.guard->start(false);
    QVERIFY(bench.guard->market().open);
    QVERIFY(!asked.wait(50));
    QVERIFY(bench.goLive());
    bench.pass(5min, true);
    bench.pass(10s, false);
    QCOMPARE(bench.phase(), FeedPhase::Stalled); // and it stalls like any other
}

QTEST_GUILESS_MAIN(TestFeedGuard)
#include "tst_feedguard.moc"

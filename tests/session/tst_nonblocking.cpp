// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/tradetapemodel.h"
#include "pacedfeed.h"
#include "session/session.h"
#include "support/fakeapi.h"

#include <QLoggingCategory>

using namespace std::chrono_literals;
using namespace flowglass;
using session::Session;
using test::FakeApi;
using test::PacedFeed;

namespace {

using Handler = FakeApi::Handler;

Handler always(const FakeApi::Answer& answer)
{
    return [answer](const FakeApi::Request&) { return answer; };
}

} // namespace

Q_DECLARE_METATYPE(Handler)

// Nothing in the stream waits for REST: 10,000 trades a second arrive while the contract of every anomaly
// is asked for in vain. The provider runs on a thread of its own, so the event loop that is measured
// carries the session alone (and the fake REST server, which costs it a little).
class TstNonBlocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTradeIsJudgedWhateverRestDoes_data();
    void everyTradeIsJudgedWhateverRestDoes();

private:
    static constexpr int kRate = 10'000;
    void report(const Session& session, const PacedFeed& feed, const domain::DurationSummary& stalls,
                const FakeApi& api) const;

    domain::SystemClock m_clock;
};

// The stream holds events that are bad on purpose.
void TstNonBlocking::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("flowglass.feed.warning=false"));
}

void TstNonBlocking::everyTradeIsJudgedWhateverRestDoes_data()
{
    QTest::addColumn<Handler>("handler");
    QTest::addColumn<int>("seconds");
    using Mode = FakeApi::Mode;
    QTest::newRow("REST never answers") << always(FakeApi::fault(Mode::NeverAnswers)) << 20;
    QTest::newRow("REST answers as it should") << Handler(&FakeApi::anyContract) << 2;
    QTest::newRow("401: the key is unknown")
        << always(FakeApi::json(R"({"error":"Unknown API Key"})", 401)) << 2;
    QTest::newRow("403: not in the plan")
        << always(FakeApi::json(R"({"message":"You are not entitled"})", 403)) << 2;
    QTest::newRow("404: no such contract") << always(FakeApi::json(R"({"status":"NOT_FOUND"})", 404)) << 2;
    QTest::newRow("429: too many requests") << always(FakeApi::tooMany()) << 2;
    QTest::newRow("429 with a time to wait") << always(FakeApi::tooMany("1")) << 2;
    QTest::newRow("500: the server is broken") << always(FakeApi::json("{}", 500)) << 2;
    QTest::newRow("a web page instead of JSON") << always(FakeApi::html(200)) << 2;
    QTest::newRow("half an answer") << always(FakeApi::fault(Mode::Truncates, R"({"results":{}})")) << 2;
    QTest::newRow("a byte at a time")
        << always(FakeApi::fault(Mode::Trickles, QByteArray(100'000, ' '))) << 2;
    QTest::newRow("headers, then nothing") << always(FakeApi::fault(Mode::HangsAfterHeaders)) << 2;
    QTest::newRow("the connection closes at once") << always(FakeApi::fault(Mode::ClosesAtOnce)) << 2;
}

void TstNonBlocking::everyTradeIsJudgedWhateverRestDoes()
{
    QFETCH(Handler, handler);
    QFETCH(int, seconds);
    FakeApi api;
    api.setHandler(handler);
    PacedFeed feed(kRate, std::chrono::seconds(seconds));
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("*")).value();
    config.feed.url = feed.url();
    config.rest.base = api.url();
    config.apiKey = QStringLiteral("any");
    config.detect.flagsPer100k = 300.0; // keeps REST busy
    Session session(config, m_clock);

    std::uint64_t updates = 0;
    bool balanced = true;
    connect(&session, &Session::anomalyUpdated, this, [&](quint32) {
        ++updates;
        balanced = balanced && session.counters().balanced();
    });
    models::TradeTapeModel tape(session.store(), session.contracts(), session.engine());
    QTimer displayTick;
    connect(&displayTick, &QTimer::timeout, &tape, &models::TradeTapeModel::flush);
    QTimer heartbeat; // finer than the session's own
    heartbeat.setTimerType(Qt::PreciseTimer);
    domain::DurationSummary stalls;
    std::chrono::nanoseconds last = m_clock.steady();
    connect(&heartbeat, &QTimer::timeout, this, [&] {
        const std::chrono::nanoseconds now = m_clock.steady();
        stalls.add(std::max(now - last - 1ms, 0ns));
        last = now;
    });

    QSignalSpy sent(&feed, &PacedFeed::finished);
    session.start();
    heartbeat.start(1ms);
    displayTick.start(33ms);
    QVERIFY(sent.wait(seconds * 1'000 + 20'000));
    const domain::Counters& counters = session.counters();
    QTRY_COMPARE_WITH_TIMEOUT(counters.trades, feed.made().trades, 10'000);
    report(session, feed, stalls, api);

    QVERIFY(feed.made().trades >= std::uint64_t(kRate * seconds));
    QCOMPARE(counters.duplicates, feed.made().duplicates);
    QCOMPARE(counters.rejected, feed.made().rejected);
    QCOMPARE(counters.other, feed.made().other);
    QCOMPARE(counters.stored, feed.made().trades - feed.made().duplicates);
    QCOMPARE(session.store().end(), counters.stored);
    QTRY_COMPARE(std::uint64_t(tape.rowCount()), counters.stored); // shown
    QVERIFY(counters.balanced() && balanced);
    QCOMPARE(counters.gaps, 0U);
    QVERIFY(session.engine().warmup().judged > counters.stored * 9 / 10);
    QVERIFY(counters.anomalies > 0 && updates >= counters.anomalies);
    QVERIFY(api.requests().size() > 0);
    QVERIFY(session.contractService().inFlight() <= 4);
    // A bound that holds on a busy machine; the figure printed is what counts.
    QVERIFY(stalls.quantile(0.99) < 100ms);

    QElapsedTimer stopping;
    stopping.start();
    session.stop();
    QVERIFY2(stopping.elapsed() < 1'000, qPrintable(QString::number(stopping.elapsed())));
}

void TstNonBlocking::report(const Session& session, const PacedFeed& feed,
                            const domain::DurationSummary& stalls, const FakeApi& api) const
{
    const auto ms = [](std::chrono::nanoseconds value) {
        return QString::number(std::chrono::duration<double, std::milli>(value).count(), 'f', 2);
    };
    qInfo().noquote() << QStringLiteral(
                             "%1: %2 trades at %3/s, %4 anomalies of %5 planted, %6 requests; stall p50 %7 "
                             "p99 %8 worst %9 ms; ")
                             .arg(QString::fromUtf8(QTest::currentDataTag()))
                             .arg(session.counters().trades)
                             .arg(feed.rate(), 0, 'f', 0)
                             .arg(session.counters().anomalies)
                             .arg(feed.bigOnes())
                             .arg(api.requests().size())
                             .arg(ms(stalls.quantile(0.5)), ms(stalls.quantile(0.99)), ms(stalls.max()))
                      << QStringLiteral("latency p50 %1 p99 %2 ms")
                             .arg(ms(session.health().latencyP50), ms(session.health().latencyP99));
}

QTEST_GUILESS_MAIN(TstNonBlocking)
#include "tst_nonblocking.moc"

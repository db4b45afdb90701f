// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recordingindex.h"
#include "session/session.h"
#include "support/fakeapi.h"
#include "support/fakefeed.h"
#include "support/morningclock.h"
#include "tradestream.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;
using namespace flowglass;
using domain::FeedPhase;
using session::Session;
using test::FakeApi;
using test::FakeFeed;
using test::frame;
using test::tradeEvent;

namespace {

const QString kTicker = QStringLiteral("O:NVDA261218C00150000");

session::SessionConfig configFor(const FakeFeed& feed, const FakeApi& api)
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.feed.url = feed.url();
    config.feed.backoff = {.base = 20ms, .cap = 50ms};
    config.rest.base = api.url();
    config.rest.giveUpAfter = 2s;
    config.rest.firstRetry = 10ms;
    config.apiKey = QStringLiteral("a-test-key");
    config.sourceName = QStringLiteral("test feed");
    config.feedName = QStringLiteral("realtime");
    return config;
}

QString block(std::int64_t sequence, std::int64_t afterMs, const QString& ticker = kTicker,
              std::int64_t size = 5'000)
{
    return tradeEvent(
        {.ticker = ticker, .size = size, .sequence = sequence, .timeMs = 1'795'186'800'000 + afterMs});
}

// A hundred small prints, then a block that no detector can miss.
QStringList flaggedPrints(std::int64_t afterMs = 0, const QString& ticker = kTicker)
{
    QStringList events;
    for (int i = 1; i <= 100; ++i)
        events << tradeEvent({.ticker = ticker,
                              .size = 1 + i % 4,
                              .sequence = i,
                              .timeMs = 1'795'186'800'000 + afterMs + i * 100});
    return events << block(101, afterMs + 15'000, ticker);
}

QJsonObject json(const QByteArray& line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

class TstSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aFeedIsWatchedFromHandshakeToStore();
    void aLostLinkComesBackAndLeavesAMark();
    void aGapThatLastsIsCountedAndShown();
    void aGapThatLastsEndsWithTheRun();
    void aRecordingThatEndsInAGapHoldsIt();
    void allThatWasWatchedInAGapIsFetched();
    void anotherWatchListIsSubscribed();
    void aContractThatArrivesIsARevision();
    void aContractThatFailsIsARevisionToo();
    void termsAfterAFailureAreAnotherRevision();
    void oneAnswerServesAllAnomaliesOfAContract();
    void stoppingWorksOffWhatWasReceived();
    void stoppingGivesUpLookUps();
    void theExportHoldsEveryFlaggedPrint();
    void theStatisticsBalance();
    void theKeyIsInNothingThatIsWritten();
    void healthSaysHowItGoes();

private:
    void makeSession();
    void goLive();
    void loseForGood();
    void record(const QString& path);
    void ingest(const QString& text, std::chrono::nanoseconds after = 0ns)
    {
        m_session->ingest(text, {m_clock.now().value + after.count()});
    }

    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<FakeApi> m_api;
    test::MorningClock m_clock; // event times are those of now
    std::unique_ptr<Session> m_session;
    QStringList m_lines; // anomalies as JSON, in order
};

void TstSession::init()
{
    m_feed = std::make_unique<FakeFeed>();
    m_api = std::make_unique<FakeApi>();
    m_api->setHandler(&FakeApi::anyContract);
    m_lines.clear();
    makeSession();
}

void TstSession::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo().noquote() << m_lines.join(QLatin1Char('\n'));
    m_session.reset();
    m_feed.reset();
    m_api.reset();
}

void TstSession::makeSession()
{
    m_session = std::make_unique<Session>(configFor(*m_feed, *m_api), m_clock);
    connect(m_session.get(), &Session::anomalyUpdated, this, [this](quint32 id) {
        QVERIFY(m_session->counters().balanced());
        m_lines << QString::fromUtf8(m_session->anomalyJsonLine(id));
    });
}

void TstSession::goLive()
{
    m_session->start();
    QTRY_VERIFY(m_session->feedStatus().phase == FeedPhase::Live);
}

void TstSession::aFeedIsWatchedFromHandshakeToStore()
{
    QSignalSpy statuses(m_session.get(), &Session::feedStatusChanged);
    goLive();
    QVERIFY(statuses.count() >= 3); // connecting, authenticating, subscribing, live
    QCOMPARE(m_session->counters().status, 3U);
    m_feed->send(frame(flaggedPrints()));
    m_feed->send(frame({tradeEvent({.ticker = QStringLiteral("O:TSLA261218C00150000"), .sequence = 9})}));
    QTRY_COMPARE(m_session->counters().trades, 102U);
    QCOMPARE(m_session->store().end(), 101U);
    QCOMPARE(m_session->counters().unwatched, 1U);
    QCOMPARE(m_session->engine().count(), 1U);
    QCOMPARE(m_session->counters().anomalies, 1U);
    QVERIFY(m_session->counters().frames >= 5);
}

void TstSession::aLostLinkComesBackAndLeavesAMark()
{
    QSignalSpy gaps(m_session.get(), &Session::gapAdded);
    goLive();
    m_feed->send(frame({tradeEvent({.sequence = 1}), tradeEvent({.sequence = 2})}));
    QTRY_COMPARE(m_session->store().end(), 2U);
    m_feed->dropTcp();
    QTRY_COMPARE(gaps.count(), 1);
    QTRY_VERIFY(m_session->feedStatus().phase == FeedPhase::Live);
    m_feed->send(frame({tradeEvent({.sequence = 2}), tradeEvent({.sequence = 3})})); // one of them sent again
    QTRY_COMPARE(m_session->store().end(), 3U);
    QCOMPARE(m_session->counters().gaps, 1U);
    QCOMPARE(m_session->counters().reconnects, 1U);
    QCOMPARE(m_session->counters().duplicates, 1U);
    const tape::TradeStore::Gap& gap = m_session->store().gaps().front();
    QCOMPARE(gap.beforeRow, 2U);
    QVERIFY(gap.gap.from <= gap.gap.to);
    QCOMPARE(m_session->counters().gapMs, std::uint64_t((gap.gap.to - gap.gap.from).count()));
    QCOMPARE(m_session->exportOrder(QStringLiteral("x.csv")).manifest.gaps.size(), 1U);
}

// After two prints.
void TstSession::loseForGood()
{
    goLive();
    m_feed->send(frame({tradeEvent({.sequence = 1}), tradeEvent({.sequence = 2})}));
    QTRY_COMPARE(m_session->store().end(), 2U);
    m_feed->setListening(false);
    m_feed->dropTcp();
    QTRY_VERIFY(m_session->store().openGap());
}

void TstSession::record(const QString& path)
{
    recording::RecorderConfig config;
    config.path = path;
    QVERIFY(m_session->startRecording(std::move(config)));
}

void TstSession::aGapThatLastsIsCountedAndShown()
{
    loseForGood();
    const auto exported = [this] { return m_session->exportOrder(QStringLiteral("x.csv")).manifest.gaps; };
    const auto stats = [this](const char* key) {
        return json(m_session->statsJson()).value(QLatin1String(key)).toInteger();
    };
    const domain::UnixMs first = m_session->store().openGap()->gap.to;
    QTRY_VERIFY(m_session->store().openGap()->gap.to > first + 500ms); // it grows by itself
    const domain::FeedGap open = m_session->store().openGap()->gap;
    QCOMPARE(exported(), (std::vector<exporting::ExportGap>{{open, QStringLiteral("open"), 0, 0}}));
    QVERIFY(!open.reason.isEmpty());
    QCOMPARE(m_session->store().openGap()->beforeRow, 2U);
    QCOMPARE(stats("gaps"), 1);
    QCOMPARE(stats("gap_ms"), (open.to - open.from).count());
    QCOMPARE(m_session->counters().gaps, 0U); // it has not ended

    QSignalSpy ended(m_session.get(), &Session::gapAdded);
    m_feed->setListening(true);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!m_session->store().openGap());
    QCOMPARE(m_session->store().gaps().size(), 1U);
    QCOMPARE(stats("gaps"), 1);
    QCOMPARE(m_session->store().gaps()[0].gap.from, open.from);
    QVERIFY(exported()[0].fill != QLatin1String("open"));
}

void TstSession::aGapThatLastsEndsWithTheRun()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("day.fgr"));
    record(path);
    loseForGood();
    m_session->stop();
    const tape::TradeStore& store = m_session->store();
    QVERIFY(!store.openGap());
    QCOMPARE(store.gaps().size(), 1U);
    QCOMPARE(store.gaps()[0].fill.state, tape::GapFill::State::Failed);
    QVERIFY(store.gaps()[0].fill.reason.contains(QLatin1String("the run ended")));
    QCOMPARE(m_session->counters().gaps, 1U);
    QCOMPARE(m_session->counters().gapMs, std::uint64_t((store.gaps()[0].gap.to - store.gaps()[0].gap.from).count()));
    QCOMPARE(m_session->exportOrder(QStringLiteral("x.csv")).manifest.gaps.size(), 1U);
    const auto index = recording::loadIndex(path, {});
    QVERIFY(index);
    QCOMPARE(index->gaps, std::vector<domain::FeedGap>{store.gaps()[0].gap});
}

void TstSession::aRecordingThatEndsInAGapHoldsIt()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("day.fgr"));
    record(path);
    loseForGood();
    m_session->stopRecording();
    QTRY_COMPARE(m_session->recordingState().phase, recording::RecorderState::Phase::Stopped);
    const auto index = recording::loadIndex(path, {});
    QVERIFY(index);
    QCOMPARE(index->gaps.size(), 1U);
    QVERIFY(m_session->store().openGap()); // which goes on
    QCOMPARE(index->gaps[0].from, m_session->store().openGap()->gap.from);
    QTRY_VERIFY(session::loadFacts(path));
    QCOMPARE(session::loadFacts(path)->gaps, 1U);
}

// What was watched when the feed was lost, and what came to be before it was back.
void TstSession::allThatWasWatchedInAGapIsFetched()
{
    const auto watch = [this](const char* list) {
        m_session->setWatch(domain::WatchList::parse(QString::fromLatin1(list)).value());
    };
    watch("SPY"); // whatever was watched before
    watch("NVDA");
    loseForGood();
    watch("TSLA");
    watch("AAPL");
    m_feed->setListening(true);
    QTRY_COMPARE(m_session->counters().gaps, 1U);
    watch("QQQ"); // afterwards: nothing of it was missed
    std::int64_t event = 1'795'186'800'000;
    QTimer market;
    connect(&market, &QTimer::timeout, this, [&] { m_feed->send(frame({tradeEvent({.timeMs = event += 5'000})})); });
    market.start(100ms);
    const auto roots = [this] {
        QStringList asked;
        for (const FakeApi::Request& request : m_api->requests())
            if (request.path.startsWith("/v3/snapshot/options/") && request.path.count('/') == 4)
                asked << QString::fromLatin1(request.path.split('/').last());
        asked.sort();
        asked.removeDuplicates();
        return asked;
    };
    QTRY_COMPARE(roots(), (QStringList{QStringLiteral("AAPL"), QStringLiteral("NVDA"), QStringLiteral("TSLA")}));
    QTRY_VERIFY(m_session->store().gaps().front().fill.state != tape::GapFill::State::Fetching);
    QCOMPARE(roots().size(), 3);
}

void TstSession::anotherWatchListIsSubscribed()
{
    QSignalSpy subscribed(m_feed.get(), &FakeFeed::subscribed);
    QSignalSpy unsubscribed(m_feed.get(), &FakeFeed::unsubscribed);
    goLive();
    QCOMPARE(subscribed.value(0).value(0).toStringList(), QStringList{QStringLiteral("T.*")});
    m_session->setWatch(domain::WatchList::parse(kTicker).value());
    QTRY_COMPARE(unsubscribed.count(), 1);
    QTRY_COMPARE(subscribed.count(), 2);
    QCOMPARE(subscribed.value(1).value(0).toStringList(), QStringList{QStringLiteral("T.") + kTicker});
    QCOMPARE(m_session->watch().text(), kTicker);
    m_feed->send(frame({tradeEvent({.sequence = 1}),
                        tradeEvent({.ticker = QStringLiteral("O:NVDA261218P00150000"), .sequence = 1})}));
    QTRY_COMPARE(m_session->counters().trades, 2U);
    QCOMPARE(m_session->counters().watched, 1U);
}

void TstSession::aContractThatArrivesIsARevision()
{
    ingest(frame(flaggedPrints()));
    QTRY_COMPARE(m_lines.size(), 2);
    const QJsonObject raised = json(m_lines[0].toUtf8());
    const QJsonObject told = json(m_lines[1].toUtf8());
    QCOMPARE(raised[QStringLiteral("revision")].toInt(), 1);
    QVERIFY(raised[QStringLiteral("contract")].isNull());
    QCOMPARE(told[QStringLiteral("revision")].toInt(), 2);
    QCOMPARE(told[QStringLiteral("id")], raised[QStringLiteral("id")]);
    QVERIFY(told[QStringLiteral("contract")].isObject());
    QVERIFY(!told.contains(QStringLiteral("contract_error")));
}

void TstSession::aContractThatFailsIsARevisionToo()
{
    m_api->setHandler(
        [](const FakeApi::Request&) { return FakeApi::json(R"({"status":"NOT_FOUND"})", 404); });
    ingest(frame(flaggedPrints()));
    QTRY_COMPARE(m_lines.size(), 2);
    const QJsonObject told = json(m_lines[1].toUtf8());
    QCOMPARE(told[QStringLiteral("revision")].toInt(), 2);
    QVERIFY(!told[QStringLiteral("contract_error")].toString().isEmpty());
    QCOMPARE(m_session->contractService().counters().failed, 1U);
}

void TstSession::termsAfterAFailureAreAnotherRevision()
{
    m_api->setHandler(
        [](const FakeApi::Request&) { return FakeApi::json(R"({"status":"NOT_FOUND"})", 404); });
    ingest(frame(flaggedPrints()));
    QTRY_COMPARE(m_lines.size(), 2);
    m_api->setHandler(&FakeApi::anyContract);
    m_session->contractService().retry(kTicker);
    QTRY_COMPARE(m_lines.size(), 3);
    QVERIFY(json(m_lines[2].toUtf8())[QStringLiteral("contract")].isObject());
    m_session->contractService().request(kTicker,
                                         contracts::Priority::Clicked); // nothing new about the terms
    QTRY_COMPARE(m_session->contractService().inFlight(), 0);
    QCOMPARE(m_lines.size(), 3);
}

void TstSession::oneAnswerServesAllAnomaliesOfAContract()
{
    ingest(frame(flaggedPrints()));
    ingest(frame({block(102, 400'000)}), 400s);
    m_session->flush();
    QCOMPARE(m_session->engine().count(), 2U);
    QTRY_COMPARE(m_lines.size(), 4);
    QCOMPARE(m_api->count("/v3/reference/options/contracts/"), 1);
    for (const quint32 id : {1U, 2U})
        QCOMPARE(m_session->engine().anomaly(id).revision, 2U);
    ingest(frame({block(103, 800'000, kTicker, 500'000)}), 800s); // the third finds it in the cache
    QTRY_COMPARE(m_lines.size(), 6);
    QVERIFY(json(m_lines[4].toUtf8())[QStringLiteral("contract")].isNull());
    QVERIFY(json(m_lines[5].toUtf8())[QStringLiteral("contract")].isObject());
    QCOMPARE(m_api->count("/v3/reference/options/contracts/"), 1);
}

void TstSession::stoppingWorksOffWhatWasReceived()
{
    goLive();
    for (int i = 1; i <= 2'000; ++i)
        ingest(frame({tradeEvent({.sequence = i})}));
    QCOMPARE(m_session->counters().trades, 0U);
    m_session->stop();
    QCOMPARE(m_session->counters().stored, 2'000U);
    QVERIFY(m_session->counters().balanced());
    QVERIFY(m_session->feedStatus().phase == FeedPhase::Offline);
}

void TstSession::stoppingGivesUpLookUps()
{
    m_api->setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    goLive();
    ingest(frame(flaggedPrints()));
    QTRY_COMPARE(m_session->contractService().inFlight(), 1);
    QElapsedTimer clock;
    clock.start();
    m_session->stop();
    QVERIFY(clock.elapsed() < 1'000);
    QCOMPARE(m_session->contractService().inFlight(), 0);
    QCOMPARE(m_lines.size(), 1);
}

void TstSession::theExportHoldsEveryFlaggedPrint()
{
    m_api->setHandler([](const FakeApi::Request& request) {
        return request.path.contains("reference") ? FakeApi::terms("O:NVDA261218C00150000", "NVDA", 10)
                                                  : FakeApi::anyContract(request);
    });
    const QString put = QStringLiteral("O:NVDA261218P00150000");
    ingest(frame(flaggedPrints(20'000, put)));
    ingest(frame(flaggedPrints()));
    QTRY_COMPARE(m_lines.size(), 4);
    const exporting::ExportOrder order = m_session->exportOrder(QStringLiteral("x.csv"));
    QCOMPARE(order.rows.size(), std::size_t(m_session->counters().flagged));
    QVERIFY(order.rows.size() >= 2);
    QVERIFY(std::ranges::is_sorted(order.rows, {},
                                   [](const exporting::ExportRow& row) { return row.trade.time(); }));
    QCOMPARE(order.rows.front().ticker, kTicker.toStdString());
    QCOMPARE(order.rows.front().sharesPerContract, 10);
    QVERIFY(!order.rows.front().explanation.isEmpty());
    QCOMPARE(order.manifest.source, QStringLiteral("test feed"));
    QCOMPARE(order.manifest.underlyings, QStringList{QStringLiteral("NVDA")});
    QCOMPARE(order.manifest.sensitivity, 10.0);
    QVERIFY(!order.manifest.rules.isEmpty());
    QCOMPARE(order.manifest.anomalyDigest.size(), 64);

    const std::uint32_t first[] = {1};
    const exporting::ExportOrder one = m_session->exportOrder(QStringLiteral("x.csv"), std::span(first));
    QVERIFY(!one.rows.empty() && one.rows.size() < order.rows.size());
    for (const exporting::ExportRow& row : one.rows)
        QCOMPARE(row.anomaly, 1U);
    QVERIFY(m_session->exportOrder(QStringLiteral("x.csv"), std::span<const std::uint32_t>()).rows.empty());
}

void TstSession::theStatisticsBalance()
{
    goLive();
    m_feed->send(frame(flaggedPrints()));
    QTRY_COMPARE(m_session->counters().stored, 101U);
    const QJsonObject stats = json(m_session->statsJson());
    const auto number = [&stats](const char* key) { return stats[QLatin1String(key)].toInteger(); };
    QCOMPARE(number("events"), number("trades") + number("rejected") + number("status") + number("other"));
    QCOMPARE(number("trades"), number("watched") + number("unwatched") + number("duplicates"));
    QCOMPARE(number("watched"), number("stored"));
    QCOMPARE(number("flagged"), qint64(m_session->exportOrder({}).rows.size()));
    QVERIFY(number("rss_bytes") > 0);
    QVERIFY(stats[QStringLiteral("latency_ms")].toObject()[QStringLiteral("p99")].toDouble() > 0.0);
    QVERIFY(stats[QStringLiteral("stall_ms")].isObject());
}

void TstSession::theKeyIsInNothingThatIsWritten()
{
    goLive();
    m_feed->send(QStringLiteral(R"([{"ev":"T","sym":"a-test-key","p":-1}])"));
    m_feed->send(frame(flaggedPrints()));
    QTRY_COMPARE(m_lines.size(), 2);
    const QString key = QStringLiteral("a-test-key");
    QVERIFY(!m_lines.join(QLatin1Char('\n')).contains(key));
    QVERIFY(!QString::fromUtf8(m_session->statsJson()).contains(key));
    for (const feed::TradeDecoder::Reject& reject : m_session->decoder().rejects())
        QVERIFY2(!reject.sample.contains(key), qPrintable(reject.sample));
}

void TstSession::healthSaysHowItGoes()
{
    goLive();
    ingest(frame({tradeEvent({.sequence = 1})}));
    QCOMPARE(m_session->health().backlogFrames, 1U);
    QVERIFY(m_session->health().backlogAge > 0ns);
    QTRY_COMPARE(m_session->health().backlogFrames, 0U);
    QVERIFY(m_session->health().latencyP99 > 0ns);
    QVERIFY(m_session->health().latencyP99 >= m_session->health().latencyP50);
    QTRY_VERIFY(m_session->health().tradesPerSecond > 0.0);
    QTRY_COMPARE(m_session->health().tradesPerSecond, 0.0);
}

QTEST_GUILESS_MAIN(TstSession)
#include "tst_session.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/session.h"
#include "support/fakeapi.h"
#include "support/fakeclock.h"
#include "tradestream.h"

#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace flowglass;
using domain::AnomalyTag;
using session::Session;
using test::FakeApi;
using test::frame;
using test::tradeEvent;

namespace {

constexpr std::int64_t kStart = 1'795'186'800'000;
const QString kTicker = QStringLiteral("O:NVDA261218C00150000");

// 200 contracts in small prints, then a block 15 s after the start.
QString prints(std::int64_t block, double price = 2.5, int condition = 209)
{
    QStringList events;
    for (int i = 1; i <= 100; ++i)
        events << tradeEvent({.ticker = kTicker, .size = 1 + i % 3, .sequence = i, .timeMs = kStart + i * 100});
    events << tradeEvent({.ticker = kTicker,
                          .price = price,
                          .size = block,
                          .sequence = 101,
                          .timeMs = kStart + 15'000,
                          .condition = condition});
    return frame(events);
}

FakeApi::Answer snapshot(int openInterest, int dayVolume, std::int64_t quoteMs)
{
    return FakeApi::json(
        QStringLiteral(R"({"results":{"day":{"volume":%1},"details":{"ticker":"%2"},"last_quote":{"ask":2.5,"bid":2.4,)"
                       R"("last_updated":%3},"open_interest":%4},"status":"OK"})")
            .arg(dayVolume)
            .arg(kTicker)
            .arg(quoteMs * 1'000'000)
            .arg(openInterest)
            .toUtf8());
}

} // namespace

// What the contract's snapshot adds to an anomaly, whenever it comes.
class TstSnapshotTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstSnapshotTells_data();
    void theFirstSnapshotTells();
    void theDigestKnowsNothingOfIt();
    void aLegSaysNothingByItself();
    void withoutASnapshotNothingIsSaid();

private:
    void ingest(const QString& text) { m_session->ingest(text, m_clock.now()); }
    QString words() const { return domain::tagWords(m_session->tags(1), QLatin1Char(';')); }

    std::unique_ptr<FakeApi> m_api;
    domain::SystemClock m_clock;
    std::unique_ptr<Session> m_session;
    bool m_snapshotTold = false; // the session heard of it before
};

void TstSnapshotTags::init()
{
    m_session.reset();
    m_api = std::make_unique<FakeApi>();
    m_api->setHandler(FakeApi::anyContract);
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.rest.base = m_api->url();
    config.rest.giveUpAfter = 2s;
    config.apiKey = QStringLiteral("a-test-key");
    m_session = std::make_unique<Session>(std::move(config), m_clock);
    m_snapshotTold = false;
    connect(&m_session->contractService(), &contracts::ContractService::detailChanged, this, [this] {
        const auto* detail = m_session->contractService().detail(kTicker);
        m_snapshotTold = detail->snapshot.value.has_value();
    });
}

void TstSnapshotTags::theFirstSnapshotTells_data()
{
    QTest::addColumn<int>("openInterest");
    QTest::addColumn<int>("dayVolume");
    QTest::addColumn<int>("quoteAfterMs"); // after the block
    QTest::addColumn<QString>("words");
    // The block is of 5,000 contracts behind 200 of the tape.
    QTest::newRow("larger than all there was") << 4'000 << 0 << 60'000 << "opening;vol-over-oi";
    QTest::newRow("might close what was opened today") << 4'900 << 0 << 60'000 << "vol-over-oi";
    QTest::newRow("smaller than the interest") << 6'000 << 0 << 60'000 << "";
    QTest::newRow("the provider saw more of the day") << 4'000 << 9'000 << 60'000 << "vol-over-oi";
    QTest::newRow("a quote of that moment") << 6'000 << 0 << 1'000 << "at-ask";
}

void TstSnapshotTags::theFirstSnapshotTells()
{
    QFETCH(int, openInterest);
    QFETCH(int, dayVolume);
    QFETCH(int, quoteAfterMs);
    QFETCH(QString, words);
    m_api->setHandler([&](const FakeApi::Request& request) {
        return request.path.contains("/v3/snapshot/")
                   ? snapshot(openInterest, dayVolume, kStart + 15'000 + quoteAfterMs)
                   : FakeApi::anyContract(request);
    });
    QSignalSpy tagged(m_session.get(), &Session::anomalyTagged);
    ingest(prints(5'000));
    QTRY_COMPARE(m_session->engine().count(), 1U);
    QTRY_VERIFY(m_snapshotTold);
    QCOMPARE(this->words(), words);
    QCOMPARE(tagged.count(), words.isEmpty() ? 0 : 1);
}

void TstSnapshotTags::theDigestKnowsNothingOfIt()
{
    ingest(prints(9'000));
    m_session->flush();
    const QByteArray before = m_session->statsJson().right(80);
    QTRY_VERIFY(m_session->tags(1).has(AnomalyTag::Opening));
    QCOMPARE(m_session->statsJson().right(80), before); // "anomaly_digest" is its last key
    QVERIFY(!m_session->engine().anomaly(1).tags.has(AnomalyTag::Opening));
}

void TstSnapshotTags::aLegSaysNothingByItself()
{
    ingest(prints(50'000, 2.5, 232));
    QTRY_COMPARE(m_session->engine().count(), 1U);
    QTRY_VERIFY(m_snapshotTold);
    QCOMPARE(words(), QStringLiteral("multi-leg"));
}

void TstSnapshotTags::withoutASnapshotNothingIsSaid()
{
    m_api->setHandler([](const FakeApi::Request&) { return FakeApi::html(503); });
    ingest(prints(50'000));
    QTRY_COMPARE(m_session->contractService().counters().failed, 1U);
    QCOMPARE(words(), QString());
    m_api->setHandler(FakeApi::anyContract); // and is, once it comes
    m_session->contractService().retry(kTicker);
    QTRY_COMPARE(words(), QStringLiteral("opening;vol-over-oi"));
}

QTEST_GUILESS_MAIN(TstSnapshotTags)
#include "tst_snapshottags.moc"

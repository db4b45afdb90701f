// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/servicebench.h"

using namespace flowglass;
using namespace flowglass::contracts;
using namespace flowglass::test;
using namespace std::chrono_literals;
using domain::Error;

class TestContractService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesTermsThenSnapshot();
    void asksForTheSnapshotUnderTheRightUnderlying_data();
    void asksForTheSnapshotUnderTheRightUnderlying();
    void saysNothingFromInsideACall();
    void keepsFourInFlightAndClicksGoFirst();
    void joinsRequestsForTheSameContract();
    void aClickMovesAnAutomaticRequestToTheFront();
    void cachesTermsForTheNewYorkDayAndSnapshotsShortly();
    void keepsTheOldValueWhileTheNewOneFails();
    void anExpiredContractIsAskedAsOfItsExpiry();
    void aReplayAsksAsOfItsDay();
    void offAsksNothing();
    void aClickTriesTheSnapshotWithoutTerms();
    void remembersThatThePlanLacksSnapshots();
    void refusesUnreadableTickersWithoutAsking();
    void givesUpTheOldestAutomaticWhenTheQueueIsFull();
    void abortsAtOnceAndSilently();
    void isDestroyedQuicklyWithCallsInFlight();
    void aListenerMayEndTheService();
    void survivesARandomDay();
};

void TestContractService::fetchesTermsThenSnapshot()
{
    ServiceBench bench;
    const QString ticker = ServiceBench::ticker(149);
    ContractService& service = bench.start();
    QCOMPARE(service.detail(ticker), nullptr);
    service.request(ticker, Priority::Automatic);
    QVERIFY(service.detail(ticker));
    QCOMPARE(service.detail(ticker)->terms.state, TermsState::Loading);
    QTRY_VERIFY(bench.isQuiet());
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    const domain::ContractDetail& detail = *service.detail(ticker);
    QCOMPARE(detail.terms.state, TermsState::Ready);
    QCOMPARE(detail.terms.value->sharesPerContract, std::optional<std::int64_t>(100));
    QVERIFY(detail.terms.fetchedAt == FakeClock::kMorning);
    QCOMPARE(detail.snapshot.state, SnapshotState::Ready);
    QCOMPARE(detail.snapshot.value->bid, std::optional(28.9));
    QCOMPARE(bench.api.requests().size(), 2);
    QCOMPARE(bench.api.requests()[0].path, ServiceBench::termsPath(ticker));
    QCOMPARE(bench.api.requests()[1].path, ServiceBench::snapshotPath(ticker));
    QCOMPARE(bench.changed->size(), 3); // asked, terms, snapshot
    QCOMPARE(service.counters(), (domain::RequestCounters{1, 0, 0, 0, 0}));
    QCOMPARE(service.callsLastMinute(), 2);
}

void TestContractService::asksForTheSnapshotUnderTheRightUnderlying_data()
{
    QTest::addColumn<QString>("ticker");
    QTest::addColumn<QByteArray>("named"); // by the terms
    QTest::addColumn<QByteArray>("asked");
    const QString index = QStringLiteral("O:SPXW261218C05000000");
    QTest::newRow("a stock") << ServiceBench::ticker(1) << QByteArray("NVDA") << QByteArray("NVDA");
    QTest::newRow("an index") << index << QByteArray("SPX") << QByteArray("I:SPX");
    QTest::newRow("an index already with its prefix") << index << QByteArray("I:SPX") << QByteArray("I:SPX");
    QTest::newRow("a class of shares")
        << QStringLiteral("O:BRKB261218C00400000") << QByteArray("BRK.B") << QByteArray("BRK.B");
    QTest::newRow("an adjusted contract")
        << QStringLiteral("O:NVDA1261218C00150000") << QByteArray("NVDA") << QByteArray("NVDA");
    QTest::newRow("terms that name nothing")
        << QStringLiteral("O:NVDA1261218C00150000") << QByteArray("") << QByteArray("NVDA");
    QTest::newRow("an index root whose terms name nothing") << index << QByteArray("") << QByteArray("I:SPX");
    QTest::newRow("a name that would leave the path")
        << ServiceBench::ticker(1) << QByteArray("../../v1/x?y=") << QByteArray("NVDA");
}

void TestContractService::asksForTheSnapshotUnderTheRightUnderlying()
{
    QFETCH(QString, ticker);
    QFETCH(QByteArray, named);
    QFETCH(QByteArray, asked);
    ServiceBench bench;
    bench.api.always(ServiceBench::termsPath(ticker), FakeApi::terms(ticker.toLatin1(), named));
    bench.start().request(ticker, Priority::Automatic);
    QTRY_COMPARE(bench.api.requests().size(), 2);
    QCOMPARE(bench.api.requests()[1].path, ServiceBench::snapshotPath(ticker, asked));
}

void TestContractService::saysNothingFromInsideACall()
{
    ServiceBench bench;
    ContractService& service = bench.start();
    const QString ticker = ServiceBench::ticker(1);
    service.request(ticker, Priority::Automatic);
    service.request(ticker, Priority::Clicked);
    service.request(QStringLiteral("nonsense"), Priority::Clicked);
    QCOMPARE(bench.changed->size(), 0);
    QTRY_VERIFY(bench.isQuiet());
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    const qsizetype before = bench.changed->size();
    service.request(ticker, Priority::Automatic); // from the cache
    QCOMPARE(bench.settledFor(ticker), 1);
    QCOMPARE(bench.changed->size(), before);
    QTRY_COMPARE(bench.settledFor(ticker), 2);
}

void TestContractService::keepsFourInFlightAndClicksGoFirst()
{
    ServiceBench bench;
    bench.api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    bench.config.giveUpAfter = 10s;
    ContractService& service = bench.start();
    for (int i = 0; i < 8; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QTRY_COMPARE(bench.api.requests().size(), 4);
    QCOMPARE(service.inFlight(), 4);
    QCOMPARE(service.queued(), 4);
    service.request(ServiceBench::ticker(100), Priority::Clicked);
    service.request(ServiceBench::ticker(101), Priority::Clicked);
    service.request(ServiceBench::ticker(6), Priority::Clicked); // was automatic
    QCOMPARE(service.queued(), 6);

    // The first four go away one by one; everything that waits is answered.
    bench.api.setHandler(&FakeApi::anyContract);
    QSignalSpy asked(&bench.api, &FakeApi::requested);
    service.abortAll();
    for (int i = 0; i < 8; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    service.request(ServiceBench::ticker(100), Priority::Clicked);
    service.request(ServiceBench::ticker(101), Priority::Clicked);
    service.request(ServiceBench::ticker(6), Priority::Clicked);
    QTRY_VERIFY(bench.isQuiet());
    QTRY_COMPARE(bench.api.requests().size(), 4 + 20);
    QList<QByteArray> terms;
    for (const FakeApi::Request& request : bench.api.requests().mid(4)) {
        if (request.path.contains("/reference/"))
            terms.append(request.path);
    }
    // Four connections race each other, so only sets of four are sure.
    QList<QByteArray> first = terms.mid(0, 4);
    for (const int i : {6, 101, 100, 0})
        QVERIFY2(first.contains(ServiceBench::termsPath(ServiceBench::ticker(i))),
                 first.join(' ').constData());
    QVERIFY(bench.api.peakOpen() <= 4);
}

void TestContractService::joinsRequestsForTheSameContract()
{
    ServiceBench bench;
    ContractService& service = bench.start();
    const QString ticker = ServiceBench::ticker(1);
    for (int i = 0; i < 10; ++i)
        service.request(ticker, i % 2 == 0 ? Priority::Automatic : Priority::Clicked);
    QVERIFY(QSignalSpy(&bench.api, &FakeApi::requested).wait()); // the terms; the snapshot is still to come
    service.request(ticker, Priority::Automatic);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(bench.api.requests().size(), 2);
    QCOMPARE(service.counters(), (domain::RequestCounters{1, 10, 0, 0, 0}));
    QTRY_VERIFY(bench.settledFor(ticker) >= 1);
}

void TestContractService::aClickMovesAnAutomaticRequestToTheFront()
{
    ServiceBench bench;
    bench.config.maxInFlight = 1;
    ContractService& service = bench.start();
    QStringList order;
    connect(&service, &ContractService::termsSettled, &service,
            [&order](const QString& ticker) { order += ticker; });
    for (int i = 0; i < 5; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    service.request(ServiceBench::ticker(3), Priority::Clicked);
    service.request(ServiceBench::ticker(9), Priority::Clicked);
    service.retry(ServiceBench::ticker(2)); // counts as a click
    QTRY_COMPARE(order.size(), 6);
    QStringList expected;
    for (const int i : {2, 9, 3, 0, 1, 4})
        expected += ServiceBench::ticker(i);
    QCOMPARE(order, expected);
}

void TestContractService::cachesTermsForTheNewYorkDayAndSnapshotsShortly()
{
    ServiceBench bench;
    ContractService& service = bench.start();
    const QString ticker = ServiceBench::ticker(1);
    const auto ask = [&] {
        const auto before = bench.api.requests().size();
        const int settled = bench.settledFor(ticker);
        service.request(ticker, Priority::Automatic);
        if (!QTest::qWaitFor([&] { return bench.isQuiet() && bench.settledFor(ticker) > settled; }))
            return QByteArray("stuck");
        QByteArray asked;
        for (const FakeApi::Request& request : bench.api.requests().mid(before))
            asked += request.path.contains("/reference/") ? 't' : 's';
        return asked;
    };
    QCOMPARE(ask(), QByteArray("ts"));
    bench.clock.advance(14s);
    QCOMPARE(ask(), QByteArray());
    QCOMPARE(service.counters().cacheHits, std::uint64_t(1));
    bench.clock.advance(2s);
    QCOMPARE(ask(), QByteArray("s"));
    bench.clock.advance(13h); // 23:00:16 in New York, already tomorrow in UTC
    QCOMPARE(ask(), QByteArray("s"));
    bench.clock.advance(1h);
    QCOMPARE(ask(), QByteArray("ts"));
    bench.clock.setNow(
        {bench.clock.now().value - 1'000'000'000}); // a clock set back makes nothing fresh for ever
    QCOMPARE(ask(), QByteArray("s"));
    QCOMPARE(service.counters(), (domain::RequestCounters{5, 0, 1, 0, 0}));
}

void TestContractService::keepsTheOldValueWhileTheNewOneFails()
{
    ServiceBench bench;
    ContractService& service = bench.start();
    const QString ticker = ServiceBench::ticker(1);
    service.request(ticker, Priority::Clicked);
    QTRY_COMPARE(service.detail(ticker)->snapshot.state, SnapshotState::Ready);
    const domain::UnixNs first = bench.clock.now();
    bench.clock.advance(60s);
    bench.api.once(ServiceBench::snapshotPath(ticker), FakeApi::json("[]"));
    service.request(ticker, Priority::Clicked);
    QCOMPARE(service.detail(ticker)->snapshot.state, SnapshotState::Loading);
    QVERIFY(service.detail(ticker)->snapshot.value);
    QTRY_COMPARE(service.detail(ticker)->snapshot.state, SnapshotState::Failed);
    QVERIFY(service.detail(ticker)->snapshot.value);
    QVERIFY(service.detail(ticker)->snapshot.fetchedAt == first);
    QCOMPARE(service.detail(ticker)->snapshot.error->code, Error::Code::BadAnswer);
    QCOMPARE(service.detail(ticker)->terms.state, TermsState::Ready);
    service.retry(ticker);
    QTRY_COMPARE(service.detail(ticker)->snapshot.state, SnapshotState::Ready);
    QVERIFY(!service.detail(ticker)->snapshot.error);
    QCOMPARE(service.counters(), (domain::RequestCounters{3, 0, 0, 1, 0}));
}

void TestContractService::anExpiredContractIsAskedAsOfItsExpiry()
{
    ServiceBench bench;
    const QString expired = QStringLiteral("O:NVDA261113C00150000");
    const QString today = QStringLiteral("O:NVDA261120C00150000");
    bench.api.setHandler([](const FakeApi::Request& request) {
        return request.query == "as_of=2026-11-13" ? FakeApi::anyContract(request)
                                                   : FakeApi::json(R"({"status":"NOT_FOUND"})", 404);
    });
    ContractService& service = bench.start();
    service.request(expired, Priority::Automatic);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(service.detail(expired)->terms.state, TermsState::Ready);
    QCOMPARE(service.detail(expired)->snapshot.error->code, Error::Code::NotFound);
    QCOMPARE(bench.api.requests().size(), 3);
    QTRY_COMPARE(bench.settledFor(expired), 1);

    service.request(today, Priority::Automatic); // expires today: not expired
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(service.detail(today)->terms.error->code, Error::Code::NotFound);
    QCOMPARE(service.detail(today)->snapshot.state, SnapshotState::Failed);
    QCOMPARE(bench.api.requests().size(), 4);
}

// Of a replay: the terms of that day, marked; a snapshot is of now and not asked for.
void TestContractService::aReplayAsksAsOfItsDay()
{
    ServiceBench bench;
    ContractService& service = bench.start();
    service.setAsOf(std::chrono::year_month_day(std::chrono::year(2026), std::chrono::month(11), std::chrono::day(20)));
    const QString ticker = ServiceBench::ticker(1);
    for (const Priority priority : {Priority::Automatic, Priority::Clicked}) {
        service.request(ticker, priority);
        QTRY_VERIFY(bench.isQuiet());
        QTRY_VERIFY(service.detail(ticker)->terms.state == domain::Fetched<domain::ContractTerms>::State::Ready);
    }
    QCOMPARE(bench.api.requests().size(), 1);
    QVERIFY2(bench.api.requests()[0].query.contains("as_of=2026-11-20"), bench.api.requests()[0].query.constData());
    QCOMPARE(service.detail(ticker)->terms.value->asOf, QStringLiteral("2026-11-20"));
    QVERIFY(service.detail(ticker)->snapshot.error->code == domain::Error::Code::NotInReplay);
}

void TestContractService::offAsksNothing()
{
    ServiceBench bench;
    bench.config.off = true;
    ContractService& service = bench.start();
    const QString ticker = ServiceBench::ticker(1);
    service.request(ticker, Priority::Clicked);
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    QVERIFY(bench.api.requests().isEmpty());
    QVERIFY(service.detail(ticker)->terms.error->code == domain::Error::Code::NotInReplay);
    QCOMPARE(service.counters().failed, 0U); // nothing was asked, so nothing failed
}

void TestContractService::aClickTriesTheSnapshotWithoutTerms()
{
    ServiceBench bench;
    const QString ticker = QStringLiteral("O:SPXW261218C05000000");
    bench.api.always(ServiceBench::termsPath(ticker), FakeApi::json(R"({"status":"NOT_FOUND"})", 404));
    ContractService& service = bench.start();
    service.request(ticker, Priority::Clicked);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(service.detail(ticker)->terms.error->code, Error::Code::NotFound);
    QCOMPARE(service.detail(ticker)->snapshot.state, SnapshotState::Ready);
    QCOMPARE(bench.api.requests()[1].path, ServiceBench::snapshotPath(ticker, "I:SPX"));
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    QCOMPARE(service.counters().failed, std::uint64_t(1));
}

void TestContractService::remembersThatThePlanLacksSnapshots()
{
    ServiceBench bench;
    bench.api.setHandler([](const FakeApi::Request& request) {
        return request.path.contains("/snapshot/")
                   ? FakeApi::json(
                         R"({"status":"NOT_AUTHORIZED","message":"You are not entitled to this data."})", 403)
                   : FakeApi::anyContract(request);
    });
    ContractService& service = bench.start();
    service.request(ServiceBench::ticker(0), Priority::Automatic);
    QTRY_VERIFY(bench.isQuiet());
    for (int i = 0; i < 6; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(bench.api.count("/snapshot/"), 1);
    QCOMPARE(bench.api.count("/reference/"), 6);
    for (int i = 0; i < 6; ++i) {
        const domain::ContractDetail& detail = *service.detail(ServiceBench::ticker(i));
        QCOMPARE(detail.terms.state, TermsState::Ready);
        QCOMPARE(detail.snapshot.state, SnapshotState::Failed);
        QCOMPARE(detail.snapshot.error->code, Error::Code::NotInPlan);
        QVERIFY(detail.snapshot.error->text.contains(QLatin1String("not entitled")));
    }
    QCOMPARE(service.counters(), (domain::RequestCounters{6, 0, 1, 0, 0}));
    service.request(ServiceBench::ticker(0), Priority::Clicked); // a person may always ask
    QTRY_COMPARE(bench.api.count("/snapshot/"), 2);
    QTRY_VERIFY(bench.isQuiet());
    bench.clock.advance(11min);
    bench.api.setHandler(&FakeApi::anyContract); // the plan was upgraded
    service.request(ServiceBench::ticker(1), Priority::Automatic);
    QTRY_COMPARE(service.detail(ServiceBench::ticker(1))->snapshot.state, SnapshotState::Ready);
}

void TestContractService::refusesUnreadableTickersWithoutAsking()
{
    ServiceBench bench;
    ContractService& service = bench.start();
    const QStringList tickers{QString(), QStringLiteral("NVDA"), QStringLiteral("O:NVDA/../../x"),
                              QStringLiteral("O:NVDA261340C00150000")};
    for (const QString& ticker : tickers)
        service.request(ticker, Priority::Clicked);
    QTRY_COMPARE(bench.settled->size(), tickers.size());
    for (const QString& ticker : tickers)
        QCOMPARE(service.detail(ticker)->terms.error->code, Error::Code::NotFound);
    QCOMPARE(bench.api.requests().size(), 0);
    QCOMPARE(service.counters(), (domain::RequestCounters{0, 0, 0, 4, 0}));
}

void TestContractService::givesUpTheOldestAutomaticWhenTheQueueIsFull()
{
    ServiceBench bench;
    bench.config.maxQueued = 10;
    ContractService& service = bench.start();
    service.request(ServiceBench::ticker(500), Priority::Clicked);
    for (int i = 0; i < 30; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QCOMPARE(service.queued(), 10);
    QTRY_COMPARE(bench.settled->size(), 31);
    QTRY_VERIFY(bench.isQuiet());
    for (int i = 0; i < 30; ++i) {
        const domain::ContractDetail& detail = *service.detail(ServiceBench::ticker(i));
        QCOMPARE(detail.terms.state, i < 21 ? TermsState::Failed : TermsState::Ready);
        QCOMPARE(detail.snapshot.state, i < 21 ? SnapshotState::Failed : SnapshotState::Ready);
    }
    QCOMPARE(service.detail(ServiceBench::ticker(500))->terms.state, TermsState::Ready);
    QCOMPARE(service.counters(), (domain::RequestCounters{10, 0, 0, 21, 0}));
}

void TestContractService::abortsAtOnceAndSilently()
{
    ServiceBench bench;
    ContractService& service = bench.start();
    service.request(ServiceBench::ticker(0), Priority::Clicked);
    QTRY_COMPARE(service.detail(ServiceBench::ticker(0))->snapshot.state, SnapshotState::Ready);
    QTRY_COMPARE(bench.changed->size(), 3);
    bench.api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    bench.clock.advance(20s);
    for (int i = 0; i < 9; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QTRY_COMPARE(bench.api.open(), 4);
    bench.changed->clear();
    bench.settled->clear();
    service.request(ServiceBench::ticker(20), Priority::Clicked);
    service.abortAll();
    QVERIFY(bench.isQuiet());
    QCOMPARE(service.detail(ServiceBench::ticker(0))->snapshot.state, SnapshotState::Ready);
    QCOMPARE(service.detail(ServiceBench::ticker(5))->terms.state, TermsState::NotAsked);
    QTRY_COMPARE(bench.api.open(), 0);
    QCOMPARE(bench.changed->size(), 0);
    QCOMPARE(bench.settled->size(), 0);
    bench.api.setHandler(&FakeApi::anyContract); // and it goes on
    service.request(ServiceBench::ticker(5), Priority::Automatic);
    QTRY_COMPARE(service.detail(ServiceBench::ticker(5))->snapshot.state, SnapshotState::Ready);
}

void TestContractService::isDestroyedQuicklyWithCallsInFlight()
{
    ServiceBench bench;
    bench.api.setHandler(
        [](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::HangsAfterHeaders); });
    ContractService& service = bench.start();
    for (int i = 0; i < 1000; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QTRY_COMPARE(bench.api.open(), 4);
    QElapsedTimer timer;
    timer.start();
    bench.service.reset();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(bench.api.open(), 0);
}

void TestContractService::aListenerMayEndTheService()
{
    for (const bool destroys : {false, true}) {
        ServiceBench bench;
        ContractService& service = bench.start();
        int heard = 0;
        connect(&service, &ContractService::termsSettled, &bench.api, [&] {
            ++heard;
            destroys ? bench.service.reset() : bench.service->abortAll();
        });
        for (int i = 0; i < 20; ++i)
            service.request(QStringLiteral("unreadable %1").arg(i), Priority::Automatic);
        QTRY_COMPARE(heard, 1);
        QCOMPARE(bench.service == nullptr, destroys);
    }
}

// Whatever comes in whatever order: every look-up settles, the counters add up, nothing is left behind.
void TestContractService::survivesARandomDay()
{
    QRandomGenerator random(20261120);
    ServiceBench bench;
    bench.config.giveUpAfter = 400ms;
    bench.config.snapshotLifetime = 50ms;
    bench.config.maxQueued = 30;
    bench.api.setHandler([&random](const FakeApi::Request& request) {
        switch (random.bounded(12)) {
        case 0:
            return FakeApi::fault(FakeApi::Mode::NeverAnswers);
        case 1:
            return FakeApi::fault(FakeApi::Mode::ClosesAtOnce);
        case 2:
            return FakeApi::html(502);
        case 3:
            return FakeApi::json("{}", 404);
        case 4:
            return FakeApi::fault(FakeApi::Mode::Truncates, "{\"results\":{}}");
        default:
            return FakeApi::anyContract(request);
        }
    });
    ContractService& service = bench.start();
    std::uint64_t asked = 0;
    for (int turn = 0; turn < 60; ++turn) {
        for (int i = random.bounded(12); i > 0; --i, ++asked)
            service.request(ServiceBench::ticker(random.bounded(60)),
                            random.bounded(4) == 0 ? Priority::Clicked : Priority::Automatic);
        bench.clock.advance(std::chrono::milliseconds(random.bounded(20)));
        QSignalSpy(&service, &ContractService::detailChanged).wait(random.bounded(15) + 1);
        QVERIFY(service.inFlight() <= 4 && service.queued() <= 30);
    }
    QTRY_VERIFY(bench.isQuiet());
    const domain::RequestCounters counters = service.counters();
    QVERIFY(counters.requests + counters.coalesced + counters.cacheHits <= asked);
    QVERIFY(counters.requests + counters.coalesced + counters.cacheHits + counters.failed >= asked);
    for (int i = 0; i < 60; ++i) {
        const domain::ContractDetail* detail = service.detail(ServiceBench::ticker(i));
        if (!detail)
            continue;
        QVERIFY(detail->terms.state == TermsState::Ready || detail->terms.state == TermsState::Failed);
        QVERIFY(detail->snapshot.state == SnapshotState::Ready ||
                detail->snapshot.state == SnapshotState::Failed);
        QCOMPARE(detail->terms.error.has_value(), detail->terms.state == TermsState::Failed);
        QCOMPARE(detail->snapshot.error.has_value(), detail->snapshot.state == SnapshotState::Failed);
    }
    QVERIFY(bench.api.peakOpen() <= 4 + 4); // the server sees the end of an aborted call a moment later
}

QTEST_GUILESS_MAIN(TestContractService)
#include "tst_contractservice.moc"

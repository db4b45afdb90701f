// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/servicebench.h"

using namespace flowglass;
using namespace flowglass::contracts;
using namespace flowglass::test;
using namespace std::chrono_literals;
using domain::Error;

// Time, limits and a provider that misbehaves.
class TestContractServiceFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHungServerDelaysNobodyBeyondTheLimit_data();
    void aHungServerDelaysNobodyBeyondTheLimit();
    void retriesOnlyWhatMayPass_data();
    void retriesOnlyWhatMayPass();
    void saysTheServersErrorWhenRetriesRunOut();
    void waitsAsLongAs429Says();
    void learnsTheFreePlanAndSaysUntilWhen();
    void neverMakesTheSixthCallInAMinute();
    void aPaidPlanGoesOnAfter429();
    void changingThePlanTakesEffectAtOnce();
    void aClickGivesAnAutomaticRequestItsFullTime();
    void theKeyNeverReachesAnotherOrigin();
    void worksWithoutAKey();
    void asksAnewAfterAFailure();
};

void TestContractServiceFaults::aHungServerDelaysNobodyBeyondTheLimit_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("never answers") << int(FakeApi::Mode::NeverAnswers);
    QTest::newRow("hangs after the headers") << int(FakeApi::Mode::HangsAfterHeaders);
    QTest::newRow("trickles") << int(FakeApi::Mode::Trickles);
    QTest::newRow("closes every connection") << int(FakeApi::Mode::ClosesAtOnce);
}

void TestContractServiceFaults::aHungServerDelaysNobodyBeyondTheLimit()
{
    QFETCH(int, mode);
    ServiceBench bench;
    bench.api.trickleMs = 20;
    bench.api.setHandler([mode](const FakeApi::Request&) {
        return FakeApi::fault(FakeApi::Mode(mode), QByteArray(3000, ' '));
    });
    bench.config.giveUpAfter = 500ms;
    ContractService& service = bench.start();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50; ++i)
        service.request(ServiceBench::ticker(i), i % 10 == 0 ? Priority::Clicked : Priority::Automatic);
    QTRY_COMPARE(bench.settled->size(), 50);
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(bench.isQuiet());
    for (int i = 0; i < 50; ++i) {
        const domain::ContractDetail& detail = *service.detail(ServiceBench::ticker(i));
        QCOMPARE(detail.terms.state, TermsState::Failed);
        QCOMPARE(detail.snapshot.state, SnapshotState::Failed);
        QVERIFY(detail.terms.error->code == Error::Code::TimedOut ||
                detail.terms.error->code == Error::Code::Unreachable);
        QCOMPARE(bench.settledFor(ServiceBench::ticker(i)), 1);
    }
    QCOMPARE(service.counters().failed, std::uint64_t(50));
    QVERIFY(service.counters().requests >= 4);
    QTRY_COMPARE(bench.api.open(), 0); // the calls in flight were aborted

    bench.api.setHandler(&FakeApi::anyContract); // and when it comes back, so does everything
    const domain::ContractDetail& detail = *service.detail(ServiceBench::ticker(49));
    for (int attempt = 0; attempt < 5 && detail.snapshot.state != SnapshotState::Ready; ++attempt) {
        service.retry(ServiceBench::ticker(49)); // half a second each, which a busy machine may miss
        QTRY_VERIFY(detail.snapshot.state == SnapshotState::Ready || detail.snapshot.state == SnapshotState::Failed);
    }
    QCOMPARE(detail.snapshot.state, SnapshotState::Ready);
}

void TestContractServiceFaults::retriesOnlyWhatMayPass_data()
{
    QTest::addColumn<FakeApi::Answer>("first");
    QTest::addColumn<bool>("retried");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("500") << FakeApi::json("{}", 500) << true << Error::Code::ServerError;
    QTest::newRow("503 as HTML") << FakeApi::html(503) << true << Error::Code::ServerError;
    QTest::newRow("a body cut short")
        << FakeApi::fault(FakeApi::Mode::Truncates) << true << Error::Code::Unreachable;
    QTest::newRow("429") << FakeApi::tooMany("0") << true << Error::Code::RateLimited;
    QTest::newRow("400") << FakeApi::json("{}", 400) << false << Error::Code::BadAnswer;
    QTest::newRow("401") << FakeApi::json(R"({"error":"Unknown API Key"})", 401) << false
                         << Error::Code::BadKey;
    QTest::newRow("403") << FakeApi::json("{}", 403) << false << Error::Code::NotInPlan;
    QTest::newRow("404") << FakeApi::json("{}", 404) << false << Error::Code::NotFound;
    QTest::newRow("an HTML page with 200") << FakeApi::html(200) << false << Error::Code::BadAnswer;
    QTest::newRow("JSON without results") << FakeApi::json("{}") << false << Error::Code::NotFound;
    QTest::newRow("JSON of another contract")
        << FakeApi::terms("O:AMD261218C00150000", "AMD") << false << Error::Code::BadAnswer;
}

void TestContractServiceFaults::retriesOnlyWhatMayPass()
{
    QFETCH(FakeApi::Answer, first);
    QFETCH(bool, retried);
    QFETCH(Error::Code, code);
    ServiceBench bench;
    bench.config.giveUpAfter = 5s;
    const QString ticker = ServiceBench::ticker(149);
    const QByteArray path = ServiceBench::termsPath(ticker);
    bench.api.once(path, first);
    ContractService& service = bench.start();
    service.request(ticker, Priority::Automatic);
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(bench.api.count(path), retried ? 2 : 1);
    const domain::ContractDetail& detail = *service.detail(ticker);
    QCOMPARE(detail.terms.state, retried ? TermsState::Ready : TermsState::Failed);
    if (!retried) {
        QCOMPARE(detail.terms.error->code, code);
        QCOMPARE(detail.snapshot.error->code, code); // an automatic look-up ends there
        QVERIFY(!detail.terms.error->text.isEmpty());
    }
    QCOMPARE(service.counters().requests, std::uint64_t(1)); // per contract, not per call
    QCOMPARE(service.counters().failed, std::uint64_t(retried ? 0 : 1));
}

void TestContractServiceFaults::saysTheServersErrorWhenRetriesRunOut()
{
    ServiceBench bench;
    bench.config.giveUpAfter = 600ms;
    bench.config.firstRetry = 50ms;
    bench.api.setHandler(
        [](const FakeApi::Request&) { return FakeApi::json(R"({"error":"database down"})", 500); });
    ContractService& service = bench.start();
    const QString ticker = ServiceBench::ticker(1);
    service.request(ticker, Priority::Automatic);
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    QCOMPARE(service.detail(ticker)->terms.error->code, Error::Code::ServerError);
    QVERIFY(service.detail(ticker)->terms.error->text.contains(QLatin1String("database down")));
    // 50, 100, 200 ms and the next would be too late.
    QVERIFY2(bench.api.requests().size() >= 3 && bench.api.requests().size() <= 5,
             qPrintable(QString::number(bench.api.requests().size())));
    // A server that asks for an hour is not asked again within the limit.
    FakeApi::Answer busy = FakeApi::json("{}", 503);
    busy.headers.append(FakeApi::Header("Retry-After", "3600"));
    const QByteArray path = ServiceBench::termsPath(ServiceBench::ticker(2));
    bench.api.always(path, busy);
    service.request(ServiceBench::ticker(2), Priority::Automatic);
    QTRY_COMPARE(bench.settledFor(ServiceBench::ticker(2)), 1);
    QCOMPARE(bench.api.count(path), 1);
}

void TestContractServiceFaults::waitsAsLongAs429Says()
{
    ServiceBench bench;
    bench.config.plan = RatePlan::HundredPerSecond;
    const QString ticker = ServiceBench::ticker(1);
    bench.api.once(ServiceBench::termsPath(ticker), FakeApi::tooMany("1"));
    ContractService& service = bench.start();
    QElapsedTimer timer;
    timer.start();
    service.request(ticker, Priority::Automatic);
    QTRY_COMPARE(bench.api.requests().size(), 1);
    service.request(ServiceBench::ticker(2), Priority::Clicked); // others wait, too
    QTRY_COMPARE(bench.settled->size(), 2);
    QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(service.detail(ticker)->terms.state, TermsState::Ready);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(service.counters(), (domain::RequestCounters{2, 0, 0, 0, 1}));
}

void TestContractServiceFaults::learnsTheFreePlanAndSaysUntilWhen()
{
    ServiceBench bench;
    bench.config.giveUpAfter = 400ms;
    int left = 5; // calls the provider allows
    bench.api.setHandler([&left](const FakeApi::Request& request) {
        return left-- > 0 ? FakeApi::anyContract(request) : FakeApi::tooMany();
    });
    ContractService& service = bench.start();
    for (int i = 0; i < 10; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QTRY_COMPARE(bench.settled->size(), 10);
    QTRY_VERIFY(bench.isQuiet());
    // Those in flight beside the first 429 are all that was sent too much.
    QVERIFY2(bench.api.requests().size() <= 5 + 4, qPrintable(QString::number(bench.api.requests().size())));
    QVERIFY(service.counters().rateLimited >= 1 && service.counters().rateLimited <= 4);
    const domain::ContractDetail& last = *service.detail(ServiceBench::ticker(9));
    QCOMPARE(last.terms.error->code, Error::Code::RateLimited);
    QVERIFY2(last.terms.error->text.contains(QLatin1String("10:01:0")), qPrintable(last.terms.error->text));
    QCOMPARE(last.snapshot.error->code, Error::Code::RateLimited);
    bench.clock.advance(62s);
    left = 5;
    service.retry(ServiceBench::ticker(9));
    QTRY_COMPARE(service.detail(ServiceBench::ticker(9))->snapshot.state, SnapshotState::Ready);
}

void TestContractServiceFaults::neverMakesTheSixthCallInAMinute()
{
    ServiceBench bench;
    bench.config.plan = RatePlan::FivePerMinute;
    bench.config.giveUpAfter = 5min;
    ContractService& service = bench.start();
    for (int i = 0; i < 6; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    for (int minute = 1; minute <= 2; ++minute) {
        QTRY_COMPARE(bench.api.requests().size(), 5 * minute);
        QTRY_COMPARE(service.inFlight(), 0);
        QCOMPARE(service.callsLastMinute(), 5);
        bench.clock.advance(59s);
        service.setPlan(RatePlan::FivePerMinute); // wakes it
        QVERIFY(!QSignalSpy(&bench.api, &FakeApi::requested).wait(50));
        bench.clock.advance(3s);
        service.setPlan(RatePlan::FivePerMinute);
    }
    QTRY_COMPARE(bench.api.requests().size(), 12);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(service.counters().rateLimited, std::uint64_t(0));
    QCOMPARE(service.counters().failed, std::uint64_t(0));
}

void TestContractServiceFaults::aPaidPlanGoesOnAfter429()
{
    ServiceBench bench;
    bench.config.plan = RatePlan::HundredPerSecond;
    bench.api.once(ServiceBench::termsPath(ServiceBench::ticker(0)), FakeApi::tooMany());
    bench.api.once(ServiceBench::termsPath(ServiceBench::ticker(1)), FakeApi::tooMany());
    ContractService& service = bench.start();
    for (int i = 0; i < 20; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QTRY_COMPARE(bench.settled->size(), 20);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(service.counters(), (domain::RequestCounters{20, 0, 0, 0, 2}));
    QCOMPARE(bench.api.requests().size(), 42);
}

void TestContractServiceFaults::changingThePlanTakesEffectAtOnce()
{
    ServiceBench bench;
    bench.config.plan = RatePlan::FivePerMinute;
    ContractService& service = bench.start();
    for (int i = 0; i < 10; ++i)
        service.request(ServiceBench::ticker(i), Priority::Automatic);
    QTRY_COMPARE(bench.api.requests().size(), 5);
    service.setPlan(RatePlan::HundredPerSecond);
    QTRY_COMPARE(bench.api.requests().size(), 20);
}

void TestContractServiceFaults::aClickGivesAnAutomaticRequestItsFullTime()
{
    ServiceBench bench;
    bench.api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    bench.config.giveUpAfter = 10s;
    ContractService& service = bench.start();
    const QString ticker = ServiceBench::ticker(1);
    service.request(ticker, Priority::Automatic);
    service.request(ServiceBench::ticker(2), Priority::Automatic);
    QTRY_COMPARE(bench.api.open(), 2);
    bench.clock.advance(9s);
    service.request(ticker, Priority::Clicked);
    bench.clock.advance(2s);
    service.setPlan(RatePlan::HundredPerSecond); // wakes it
    QTRY_COMPARE(bench.settledFor(ServiceBench::ticker(2)), 1);
    QCOMPARE(service.detail(ticker)->terms.state, TermsState::Loading);
    service.request(ticker, Priority::Clicked); // a second click does not prolong it
    bench.clock.advance(8s);
    service.setPlan(RatePlan::HundredPerSecond);
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    QCOMPARE(service.detail(ticker)->terms.error->code, Error::Code::TimedOut);
}

void TestContractServiceFaults::theKeyNeverReachesAnotherOrigin()
{
    ServiceBench bench;
    FakeApi thief;
    thief.setHandler(&FakeApi::anyContract);
    bench.api.setHandler([&thief](const FakeApi::Request& request) {
        return FakeApi::redirect(QUrl(thief.url().toString() + QString::fromLatin1(request.path)), 307);
    });
    ContractService& service = bench.start(QStringLiteral("secret"));
    service.request(ServiceBench::ticker(1), Priority::Clicked);
    QTRY_VERIFY(bench.isQuiet());
    QCOMPARE(thief.requests().size(), 0);
    QCOMPARE(service.detail(ServiceBench::ticker(1))->terms.error->code, Error::Code::BadAnswer);
    QCOMPARE(service.detail(ServiceBench::ticker(1))->snapshot.error->code, Error::Code::BadAnswer);
    QVERIFY(bench.api.requests().first().raw.contains("secret"));
}

void TestContractServiceFaults::worksWithoutAKey()
{
    ServiceBench bench;
    ContractService& service = bench.start(QString());
    service.request(ServiceBench::ticker(1), Priority::Automatic);
    QTRY_COMPARE(service.detail(ServiceBench::ticker(1))->snapshot.state, SnapshotState::Ready);
    QVERIFY(!bench.api.requests().first().headers.contains("authorization"));
}

void TestContractServiceFaults::asksAnewAfterAFailure()
{
    ServiceBench bench;
    const QString ticker = ServiceBench::ticker(1);
    bench.api.once(ServiceBench::termsPath(ticker), FakeApi::json("{}", 401));
    ContractService& service = bench.start();
    service.request(ticker, Priority::Clicked);
    QTRY_COMPARE(service.detail(ticker)->terms.state, TermsState::Failed);
    QCOMPARE(service.detail(ticker)->terms.error->code, Error::Code::BadKey);
    QCOMPARE(bench.api.count("/snapshot/"), 0); // that key would be refused there, too
    service.request(ticker, Priority::Clicked);
    QCOMPARE(service.detail(ticker)->terms.state, TermsState::Loading);
    QVERIFY(!service.detail(ticker)->terms.error);
    QTRY_COMPARE(service.detail(ticker)->snapshot.state, SnapshotState::Ready);
    QTRY_COMPARE(bench.settledFor(ticker), 2);
}

QTEST_GUILESS_MAIN(TestContractServiceFaults)
#include "tst_contractservicefaults.moc"

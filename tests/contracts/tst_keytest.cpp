// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/plan/keytest.h"
#include "contracts/servicebench.h"

using namespace std::chrono_literals;
using namespace flowglass;
using contracts::KeyTest;
using domain::PlanAccess;
using domain::PlanAnswer;
using domain::PlanData;
using domain::PlanReport;
using domain::Timeliness;
using test::FakeApi;
using test::ServiceBench;

namespace {

constexpr const char* kTicker = "O:NVDA261218C00150000";
const QString kKey = QStringLiteral("s3cret-key");

// The six addresses, in the order of PlanData.
constexpr std::array kPaths = {"/v3/reference/options/contracts", "/v3/snapshot/options/NVDA/O:NVDA261218C00150000",
                               "/v3/snapshot/options/NVDA",       "/v3/trades/O:NVDA261218C00150000",
                               "/v3/quotes/O:NVDA261218C00150000", "/v1/marketstatus/now"};

FakeApi::Answer contractList()
{
    return FakeApi::json(R"({"results":[{"ticker":"O:NVDA261218C00150000"}],"status":"OK"})");
}

FakeApi::Answer notEntitled()
{
    return FakeApi::json(R"({"status":"NOT_AUTHORIZED","message":"You are not entitled to this data."})", 403);
}

// A provider on which the key may see everything, until the test says otherwise; and what was heard.
struct Bench
{
    FakeApi api;
    test::FakeClock clock{test::FakeClock::kMorning, test::FakeClock::Steady::Running};
    contracts::RestConfig config;
    std::unique_ptr<KeyTest> keyTest;
    std::optional<PlanReport> report;
    int finished = 0;
    int progressed = 0;

    Bench()
    {
        config.base = api.url();
        api.always(kPaths[0], contractList());
        for (std::size_t i = 1; i < kPaths.size(); ++i)
            api.always(kPaths[i], FakeApi::json(R"({"results":[],"status":"OK"})"));
        answer(PlanData::Snapshot, FakeApi::snapshot(kTicker, "NVDA"));
    }
    void answer(PlanData data, const FakeApi::Answer& with) { api.always(kPaths[std::size_t(data)], with); }
    void start()
    {
        keyTest = std::make_unique<KeyTest>(config, kKey, clock);
        QObject::connect(keyTest.get(), &KeyTest::progressed, keyTest.get(), [this] { ++progressed; });
        QObject::connect(keyTest.get(), &KeyTest::finished, keyTest.get(), [this](const PlanReport& all) {
            report = all;
            ++finished;
        });
        keyTest->start();
    }
    bool run()
    {
        start();
        return QTest::qWaitFor([this] { return report.has_value(); }, 5'000);
    }
    const PlanAnswer& of(PlanData data) const { return (*report)[data]; }
};

} // namespace

class TestKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksEverythingOnceAndInTurn();
    void tellsWhatAnAnswerMeans_data();
    void tellsWhatAnAnswerMeans();
    void stopsAtARefusedKey();
    void withoutAContractAsksWhatNeedsNone_data();
    void withoutAContractAsksWhatNeedsNone();
    void tellsHowLateTheDataAre_data();
    void tellsHowLateTheDataAre();
    void tellsThatASnapshotLacksQuotes();
    void theSixthCallMayMeetTheLimit();
    void givesEachCallItsTime();
    void anUnreachableProviderIsSaid();
    void theKeyIsInNoText();
    void nothingIsSaidAfterItsEnd();
    void theServiceNeedNotAskInVain();
    void aPlanIsNotRememberedForEver();
    void aReplayStillAsksForNoSnapshots();
    void theServiceAsksAgainWhatTurnedOutToBeAllowed();
};

void TestKeyTest::asksEverythingOnceAndInTurn()
{
    Bench bench;
    QVERIFY(bench.run());
    QCOMPARE(bench.api.requests().size(), qsizetype(kPaths.size()));
    for (std::size_t i = 0; i < kPaths.size(); ++i) {
        const FakeApi::Request& request = bench.api.requests()[qsizetype(i)];
        QCOMPARE(request.path, QByteArray(kPaths[i]));
        QCOMPARE(request.headers.value("authorization"), "Bearer " + kKey.toLatin1());
        QVERIFY(!request.path.contains(kKey.toLatin1()) && !request.query.contains(kKey.toLatin1()));
        QCOMPARE(bench.report->answers[i].access, PlanAccess::Allowed);
    }
    QCOMPARE(bench.api.requests()[0].query, QByteArray("underlying_ticker=NVDA&limit=1"));
    QCOMPARE(bench.api.requests()[3].query, QByteArray("limit=1"));
    QCOMPARE(bench.api.peakOpen(), 1);
    QCOMPARE(bench.progressed, 5);
    QCOMPARE(bench.finished, 1);
}

void TestKeyTest::tellsWhatAnAnswerMeans_data()
{
    QTest::addColumn<FakeApi::Answer>("answer");
    QTest::addColumn<PlanAccess>("access");
    QTest::addColumn<QString>("said"); // in the text
    const auto row = [](const char* name, const FakeApi::Answer& answer, PlanAccess access, const char* said) {
        QTest::newRow(name) << answer << access << QString::fromLatin1(said);
    };
    row("403 is not in the plan", notEntitled(), PlanAccess::NotInPlan, "You are not entitled to this data.");
    row("401 is a bad key", FakeApi::json(R"({"error":"Unknown API Key"})", 401), PlanAccess::BadKey, "Unknown API Key");
    row("429 is the limit", FakeApi::tooMany(), PlanAccess::RateLimited, "request limit");
    row("404 in the provider's words", FakeApi::json(R"({"message":"Option Ticker not found."})", 404), PlanAccess::Failed,
        "Option Ticker not found.");
    row("500", FakeApi::html(500), PlanAccess::Failed, "HTTP 500");
    row("a page instead of data", FakeApi::html(200), PlanAccess::Failed, "cannot be read");
    row("a connection that closes", FakeApi::fault(FakeApi::Mode::ClosesAtOnce), PlanAccess::Unreachable, "cannot be reached");
    row("no data is allowed, too", FakeApi::json(R"({"status":"OK"})"), PlanAccess::Allowed, "");
}

void TestKeyTest::tellsWhatAnAnswerMeans()
{
    QFETCH(FakeApi::Answer, answer);
    QFETCH(PlanAccess, access);
    QFETCH(QString, said);
    Bench bench;
    bench.answer(PlanData::Trades, answer);
    QVERIFY(bench.run());
    QCOMPARE(bench.of(PlanData::Trades).access, access);
    QVERIFY2(bench.of(PlanData::Trades).error.text.contains(said), qPrintable(bench.of(PlanData::Trades).error.text));
    QCOMPARE(bench.of(PlanData::Chain).access, PlanAccess::Allowed);
    if (access != PlanAccess::BadKey)
        QCOMPARE(bench.of(PlanData::MarketStatus).access, PlanAccess::Allowed);
}

void TestKeyTest::stopsAtARefusedKey()
{
    Bench bench;
    bench.answer(PlanData::Terms, FakeApi::json(R"({"status":"ERROR","error":"Unknown API Key"})", 401));
    QVERIFY(bench.run());
    QCOMPARE(bench.api.requests().size(), 1);
    QCOMPARE(bench.of(PlanData::Terms).access, PlanAccess::BadKey);
    for (std::size_t i = 1; i < kPaths.size(); ++i)
        QCOMPARE(bench.report->answers[i].access, PlanAccess::NotAsked);
    QCOMPARE(bench.progressed, 0);
}

void TestKeyTest::withoutAContractAsksWhatNeedsNone_data()
{
    QTest::addColumn<FakeApi::Answer>("list");
    QTest::newRow("an empty list") << FakeApi::json(R"({"results":[]})");
    QTest::newRow("no list") << FakeApi::json("{}");
    QTest::newRow("a ticker that would lead elsewhere") << FakeApi::json(R"({"results":[{"ticker":"../../v1/else"}]})");
    QTest::newRow("not in the plan") << notEntitled();
}

void TestKeyTest::withoutAContractAsksWhatNeedsNone()
{
    QFETCH(FakeApi::Answer, list);
    Bench bench;
    bench.answer(PlanData::Terms, list);
    QVERIFY(bench.run());
    QCOMPARE(bench.api.requests().size(), 3);
    for (const PlanData data : {PlanData::Snapshot, PlanData::Trades, PlanData::Quotes})
        QCOMPARE(bench.of(data).access, PlanAccess::NotAsked);
    QCOMPARE(bench.of(PlanData::Chain).access, PlanAccess::Allowed);
    QCOMPARE(bench.of(PlanData::MarketStatus).access, PlanAccess::Allowed);
}

void TestKeyTest::tellsHowLateTheDataAre_data()
{
    QTest::addColumn<QByteArray>("snapshot"); // its results
    QTest::addColumn<Timeliness>("quotes");
    QTest::addColumn<Timeliness>("trades");
    QTest::newRow("real time") << QByteArray(R"("last_quote":{"timeframe":"REAL-TIME"},"last_trade":{"timeframe":"REAL-TIME"})")
                               << Timeliness::RealTime << Timeliness::RealTime;
    QTest::newRow("each for itself") << QByteArray(R"("last_quote":{"timeframe":"REAL-TIME"},"last_trade":{"timeframe":"DELAYED"})")
                                     << Timeliness::RealTime << Timeliness::Delayed;
    QTest::newRow("no word of trades") << QByteArray(R"("last_quote":{"timeframe":"DELAYED"})") << Timeliness::Delayed
                                       << Timeliness::Unsaid;
    QTest::newRow("another word") << QByteArray(R"("last_quote":{"timeframe":"SOON"},"last_trade":{"timeframe":1})")
                                  << Timeliness::Unsaid << Timeliness::Unsaid;
}

void TestKeyTest::tellsHowLateTheDataAre()
{
    QFETCH(QByteArray, snapshot);
    QFETCH(Timeliness, quotes);
    QFETCH(Timeliness, trades);
    Bench bench;
    bench.answer(PlanData::Snapshot, FakeApi::json("{\"results\":{" + snapshot + "}}"));
    QVERIFY(bench.run());
    QCOMPARE(bench.of(PlanData::Snapshot).timeliness, quotes);
    QCOMPARE(bench.of(PlanData::Quotes).timeliness, quotes);
    QCOMPARE(bench.of(PlanData::Trades).timeliness, trades);
    QCOMPARE(bench.of(PlanData::MarketStatus).timeliness, Timeliness::Unsaid);
}

void TestKeyTest::tellsThatASnapshotLacksQuotes()
{
    Bench bench;
    bench.answer(PlanData::Chain, FakeApi::json(R"({"results":[{"last_trade":{"timeframe":"DELAYED"},"open_interest":5}]})"));
    QVERIFY(bench.run());
    QVERIFY(bench.of(PlanData::Chain).lacksQuotes);
    QCOMPARE(bench.of(PlanData::Chain).timeliness, Timeliness::Delayed);
    QCOMPARE(bench.of(PlanData::Trades).timeliness, Timeliness::Delayed); // the chain's word does, too
    QVERIFY(!bench.of(PlanData::Snapshot).lacksQuotes);
}

void TestKeyTest::theSixthCallMayMeetTheLimit()
{
    Bench bench;
    bench.config.plan = contracts::RatePlan::FivePerMinute;
    for (const PlanData data : {PlanData::Snapshot, PlanData::Chain, PlanData::Trades, PlanData::Quotes})
        bench.answer(data, notEntitled());
    bench.answer(PlanData::MarketStatus, FakeApi::tooMany());
    QVERIFY(bench.run());
    QCOMPARE(bench.api.requests().size(), 6);
    QCOMPARE(bench.of(PlanData::Terms).access, PlanAccess::Allowed);
    QCOMPARE(bench.of(PlanData::Quotes).access, PlanAccess::NotInPlan);
    QCOMPARE(bench.of(PlanData::MarketStatus).access, PlanAccess::RateLimited);
}

void TestKeyTest::givesEachCallItsTime()
{
    Bench bench;
    bench.config.giveUpAfter = 200ms;
    bench.answer(PlanData::Chain, FakeApi::fault(FakeApi::Mode::NeverAnswers));
    QVERIFY(bench.run());
    QCOMPARE(bench.of(PlanData::Chain).access, PlanAccess::Unreachable);
    QVERIFY(bench.of(PlanData::Chain).error.text.contains(QStringLiteral("0.2 s")));
    QCOMPARE(bench.of(PlanData::Trades).access, PlanAccess::Allowed);
}

void TestKeyTest::anUnreachableProviderIsSaid()
{
    Bench bench;
    {
        const FakeApi gone;
        bench.config.base = gone.url();
    }
    QVERIFY(bench.run());
    for (const PlanData data : {PlanData::Terms, PlanData::Chain, PlanData::MarketStatus})
        QCOMPARE(bench.of(data).access, PlanAccess::Unreachable);
    QCOMPARE(bench.of(PlanData::Trades).access, PlanAccess::NotAsked);
}

void TestKeyTest::theKeyIsInNoText()
{
    Bench bench;
    bench.answer(PlanData::Chain, FakeApi::json(R"({"message":"No such thing for s3cret-key."})", 404));
    QVERIFY(bench.run());
    const domain::Error& error = bench.of(PlanData::Chain).error;
    QVERIFY(error.text.contains(QStringLiteral("No such thing for [key].")));
    QVERIFY(!error.detail.contains(kKey));
}

void TestKeyTest::nothingIsSaidAfterItsEnd()
{
    Bench bench;
    bench.answer(PlanData::Snapshot, FakeApi::fault(FakeApi::Mode::NeverAnswers));
    bench.start();
    QTRY_COMPARE(bench.api.requests().size(), 2);
    QCOMPARE(bench.api.open(), 1);
    bench.keyTest.reset();
    QTRY_COMPARE(bench.api.open(), 0); // the call was dropped
    QCOMPARE(bench.api.requests().size(), 2);
    QCOMPARE(bench.finished, 0);
}

void TestKeyTest::theServiceNeedNotAskInVain()
{
    PlanReport report;
    report[PlanData::Terms].access = PlanAccess::Allowed;
    report[PlanData::Snapshot] = {PlanAccess::NotInPlan, Timeliness::Unsaid, false,
                                  {domain::Error::Code::NotInPlan, {}, QStringLiteral("not yours")}};
    report[PlanData::Trades].access = PlanAccess::NotInPlan;
    ServiceBench bench;
    contracts::ContractService& service = bench.start();
    QVERIFY(!service.lacksTrades());
    service.learnPlan(report);
    QVERIFY(service.lacksTrades());
    QCOMPARE(service.callsLastMinute(), 3); // the test's calls count

    const QString ticker = ServiceBench::ticker(1);
    service.request(ticker, contracts::Priority::Automatic);
    QTRY_COMPARE(bench.settledFor(ticker), 1);
    QCOMPARE(bench.api.count("/v3/snapshot/"), 0);
    QCOMPARE(service.detail(ticker)->snapshot.error->text, QStringLiteral("not yours"));
}

void TestKeyTest::aPlanIsNotRememberedForEver()
{
    PlanReport report;
    report[PlanData::Trades].access = PlanAccess::NotInPlan;
    ServiceBench bench;
    bench.config.planMemory = 20ms;
    contracts::ContractService& service = bench.start();
    service.learnPlan(report);
    QTRY_VERIFY(!service.lacksTrades());
}

void TestKeyTest::aReplayStillAsksForNoSnapshots()
{
    PlanReport report;
    report[PlanData::Snapshot].access = PlanAccess::Allowed;
    ServiceBench bench;
    contracts::ContractService& service = bench.start();
    service.setAsOf(std::chrono::year(2026) / 11 / 20);
    service.learnPlan(report);
    const QString ticker = ServiceBench::ticker(1);
    service.request(ticker, contracts::Priority::Clicked);
    QTRY_VERIFY(service.detail(ticker)->snapshot.error);
    QCOMPARE(service.detail(ticker)->snapshot.error->code, domain::Error::Code::NotInReplay);
    QCOMPARE(bench.api.count("/v3/snapshot/"), 0);
}

void TestKeyTest::theServiceAsksAgainWhatTurnedOutToBeAllowed()
{
    ServiceBench bench;
    contracts::ContractService& service = bench.start();
    PlanReport report;
    report[PlanData::Snapshot].access = PlanAccess::NotInPlan;
    report[PlanData::Trades].access = PlanAccess::NotInPlan;
    service.learnPlan(report);
    report[PlanData::Snapshot].access = PlanAccess::Allowed;
    report[PlanData::Trades].access = PlanAccess::Allowed;
    service.learnPlan(report);
    QVERIFY(!service.lacksTrades());
    service.request(ServiceBench::ticker(1), contracts::Priority::Automatic);
    QTRY_COMPARE(bench.api.count("/v3/snapshot/"), 1);
}

QTEST_GUILESS_MAIN(TestKeyTest)
#include "tst_keytest.moc"

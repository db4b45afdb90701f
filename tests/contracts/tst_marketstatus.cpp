// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/calendar/marketstatus.h"
#include "contracts/servicebench.h"

using namespace std::chrono_literals;
using namespace flowglass;
using contracts::decodeMarketNow;
using contracts::decodeUpcoming;
using contracts::MarketStatus;
using test::FakeApi;
using test::ServiceBench;

namespace {

constexpr const char* kNow = "/v1/marketstatus/now";
constexpr const char* kUpcoming = "/v1/marketstatus/upcoming";

const QByteArray kOpen = R"({"market":"open","serverTime":"2026-11-20T10:00:00-05:00","exchanges":{"nyse":"open"}})";
const QByteArray kDays = R"([{"date":"2026-11-26","exchange":"NYSE","name":"Thanksgiving","status":"closed"},
 {"date":"2026-11-27","exchange":"NYSE","name":"Thanksgiving","status":"early-close",
  "open":"2026-11-27T14:30:00.000Z","close":"2026-11-27T18:00:00.000Z"}])";

std::int32_t day(const char* iso)
{
    return std::int32_t(QDate(1970, 1, 1).daysTo(QDate::fromString(QLatin1String(iso), Qt::ISODate)));
}

// Who asks, and what was heard.
struct Bench : ServiceBench
{
    std::unique_ptr<MarketStatus> status;
    std::vector<domain::MarketException> days;
    std::vector<bool> words;
    std::optional<domain::UnixMs> at;

    void ask(MarketStatus::Config how = {})
    {
        contracts::ContractService& contracts = service ? *service : start();
        status = std::make_unique<MarketStatus>(contracts, clock, how);
        QObject::connect(status.get(), &MarketStatus::upcomingArrived, status.get(),
                         [this](const std::vector<domain::MarketException>& list) { days = list; });
        QObject::connect(status.get(), &MarketStatus::nowArrived, status.get(), [this](bool open, domain::UnixMs when) {
            words.push_back(open);
            at = when;
        });
        status->start();
    }
    int asked(const char* path) const
    {
        return int(std::ranges::count_if(api.requests(), [path](const auto& request) { return request.path == path; }));
    }
};

} // namespace

class TestMarketStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNow_data();
    void readsNow();
    void readsUpcoming();
    void toleratesWhatIsMissing_data();
    void toleratesWhatIsMissing();
    void asksBothWithTheKeyAndAgainLater();
    void asksAgainSoonerAfterAFailure();
    void keepsToTheSharedLimit();
    void itsAnswersTellOfTheLimitAndTheClock();
    void contractsGoFirst();
    void asksNothingWhenLookUpsAreOff();
    void saysNothingAfterStop();
};

void TestMarketStatus::readsNow_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<bool>("open");
    QTest::newRow("open") << kOpen << true << true;
    QTest::newRow("closed") << QByteArray(R"({"market":"closed"})") << true << false;
    QTest::newRow("extended hours are none for options") << QByteArray(R"({"market":"extended-hours"})") << true << false;
    QTest::newRow("no market") << QByteArray(R"({"serverTime":"2026-11-20T10:00:00-05:00"})") << false << false;
    QTest::newRow("a market that is no word") << QByteArray(R"({"market":1})") << false << false;
    QTest::newRow("a list") << QByteArray("[]") << false << false;
    QTest::newRow("a page") << QByteArray("<html>") << false << false;
}

void TestMarketStatus::readsNow()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, readable);
    QFETCH(bool, open);
    const auto now = decodeMarketNow(body);
    QCOMPARE(now.has_value(), readable);
    QCOMPARE(now && now->open, open);
    if (body == kOpen)
        QCOMPARE(now->at, std::optional(domain::lossyToMs(test::FakeClock::kMorning)));
}

void TestMarketStatus::readsUpcoming()
{
    const auto days = decodeUpcoming(kDays);
    QVERIFY(days);
    QCOMPARE(days->size(), std::size_t(2));
    QCOMPARE(days->at(0).day, day("2026-11-26"));
    QVERIFY(days->at(0).closed);
    QCOMPARE(days->at(0).name, QStringLiteral("Thanksgiving"));
    QVERIFY(!days->at(1).closed);
    QCOMPARE(*days->at(1).close - *days->at(1).open, std::chrono::milliseconds(3h + 30min));
    // Of two exchanges that differ NYSE counts; who does not trade options does not.
    const auto mixed = decodeUpcoming(R"([{"date":"2026-12-24","exchange":"NASDAQ","status":"closed"},
        {"date":"2026-12-24","exchange":"NYSE","status":"early-close"},{"date":"2026-12-26","exchange":"OTC","status":"closed"}])");
    QCOMPARE(mixed->size(), std::size_t(1));
    QVERIFY(!mixed->at(0).closed);
}

void TestMarketStatus::toleratesWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("days"); // -1: no answer at all
    QTest::newRow("nothing to come") << QByteArray("[]") << 0;
    QTest::newRow("an object") << QByteArray("{}") << -1;
    QTest::newRow("torn") << QByteArray("[{\"date\":") << -1;
    QTest::newRow("rows that are no objects") << QByteArray("[1,null,\"x\",[]]") << 0;
    QTest::newRow("no date") << QByteArray(R"([{"exchange":"NYSE","status":"closed"}])") << 0;
    QTest::newRow("an impossible date") << QByteArray(R"([{"date":"2026-02-30","exchange":"NYSE","status":"closed"}])") << 0;
    QTest::newRow("an unknown status") << QByteArray(R"([{"date":"2026-11-26","exchange":"NYSE","status":"odd"}])") << 0;
    QTest::newRow("no name, no hours")
        << QByteArray(R"([{"date":"2026-11-27","exchange":"NYSE","status":"early-close","open":null,"close":"soon"}])") << 1;
}

void TestMarketStatus::toleratesWhatIsMissing()
{
    QFETCH(QByteArray, body);
    QFETCH(int, days);
    const auto list = decodeUpcoming(body);
    QCOMPARE(list ? int(list->size()) : -1, days);
    if (days == 1)
        QVERIFY(!list->at(0).open && !list->at(0).close);
}

void TestMarketStatus::asksBothWithTheKeyAndAgainLater()
{
    Bench bench;
    bench.api.always(kNow, FakeApi::json(kOpen));
    bench.api.always(kUpcoming, FakeApi::json(kDays));
    bench.ask({.every = 50ms});
    QTRY_COMPARE(bench.words.size(), std::size_t(1));
    QCOMPARE(bench.days.size(), std::size_t(2));
    QVERIFY(bench.words[0]);
    QCOMPARE(bench.at, std::optional(domain::lossyToMs(test::FakeClock::kMorning)));
    QCOMPARE(bench.api.requests().first().headers.value("authorization"), QByteArray("Bearer key"));
    QTRY_VERIFY(bench.asked(kNow) >= 3);
}

void TestMarketStatus::asksAgainSoonerAfterAFailure()
{
    Bench bench;
    bench.api.once(kUpcoming, FakeApi::html(500));
    bench.api.always(kUpcoming, FakeApi::json(kDays));
    bench.api.always(kNow, FakeApi::json(kOpen));
    bench.ask({.every = 1h, .afterFailure = 20ms});
    QTRY_COMPARE(bench.days.size(), std::size_t(2));
    QCOMPARE(bench.asked(kUpcoming), 2);
    QVERIFY(bench.words.size() >= 1); // one that fails does not keep the other back
}

void TestMarketStatus::keepsToTheSharedLimit()
{
    Bench bench;
    bench.config.plan = contracts::RatePlan::FivePerMinute;
    bench.api.always(kNow, FakeApi::json(kOpen));
    bench.api.always(kUpcoming, FakeApi::json(kDays));
    bench.start();
    for (int i = 0; i < 4; ++i)
        bench.service->limiter().onCall(bench.clock.steady());
    bench.ask({.whenBusy = 10ms});
    QTRY_COMPARE(bench.asked(kUpcoming), 1);
    QSignalSpy more(&bench.api, &FakeApi::requested);
    QVERIFY(!more.wait(100));
    QCOMPARE(bench.asked(kNow), 0); // the sixth call of the minute
    QCOMPARE(bench.service->callsLastMinute(), 5);
    bench.status->stop();

    Bench refused;
    refused.api.always(kUpcoming, FakeApi::tooMany("30"));
    refused.ask();
    QTRY_VERIFY(!refused.service->limiter().mayCall(refused.clock.steady()));
}

void TestMarketStatus::itsAnswersTellOfTheLimitAndTheClock()
{
    Bench bench;
    bench.api.always(kUpcoming, FakeApi::tooMany("0"));
    FakeApi::Answer now = FakeApi::json(kOpen);
    now.headers.append(FakeApi::Header("Date", "Fri, 20 Nov 2026 15:01:00 GMT")); // a minute ahead of ours
    bench.api.always(kNow, now);
    bench.ask();
    QTRY_COMPARE(bench.words.size(), std::size_t(1));
    QCOMPARE(bench.service->counters().rateLimited, 1U);
    QVERIFY(bench.service->line().clockOff().has_value());
    QVERIFY(bench.service->line().clockOff()->count() < -59'000);
}

void TestMarketStatus::contractsGoFirst()
{
    Bench bench;
    bench.config.maxInFlight = 1;
    bench.api.always(kNow, FakeApi::json(kOpen));
    bench.api.always(kUpcoming, FakeApi::json(kDays));
    bench.start();
    for (int i = 0; i < 5; ++i)
        bench.service->request(ServiceBench::ticker(i), contracts::Priority::Automatic);
    bench.ask({.whenBusy = 5ms});
    QTRY_COMPARE(bench.asked(kUpcoming), 1);
    const auto paths = bench.api.requests();
    const auto first = std::ranges::find_if(paths, [](const auto& request) { return request.path == kUpcoming; });
    QVERIFY(std::distance(paths.begin(), first) >= 8); // four contracts, terms and snapshot
}

void TestMarketStatus::asksNothingWhenLookUpsAreOff()
{
    Bench bench;
    bench.config.off = true;
    QSignalSpy asked(&bench.api, &FakeApi::requested);
    bench.ask();
    QVERIFY(!asked.wait(50));
}

void TestMarketStatus::saysNothingAfterStop()
{
    Bench bench;
    bench.api.always(kUpcoming, FakeApi::fault(FakeApi::Mode::NeverAnswers));
    bench.ask();
    QTRY_COMPARE(bench.asked(kUpcoming), 1);
    bench.status->stop();
    QSignalSpy more(&bench.api, &FakeApi::requested);
    QVERIFY(!more.wait(50));
    QVERIFY(bench.words.empty());
    QCOMPARE(bench.asked(kNow), 0);
}

QTEST_GUILESS_MAIN(TestMarketStatus)
#include "tst_marketstatus.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/gap/gapbench.h"

#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::contracts;
using namespace flowglass::test;
using namespace std::chrono_literals;
using domain::Error;

// A provider that limits, lacks, breaks off and leads astray: what can be had is had, the rest is named.
class TestGapFetcherFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsAtTheLimitAndGoesOn_data();
    void waitsAtTheLimitAndGoesOn();
    void givesUpAtALimitWithoutEnd();
    void anOldChainIsAskedOnceMore_data();
    void anOldChainIsAskedOnceMore();
    void noOtherChainIsOld_data();
    void noOtherChainIsOld();
    void triesAgainWhatMayPass_data();
    void triesAgainWhatMayPass();
    void oneContractFailsTheOthersGoOn_data();
    void oneContractFailsTheOthersGoOn();
    void oneUnderlyingFailsTheOthersGoOn();
    void whatIsMissingCanBeOrderedAgain();
    void aRefusalEndsTheOrderAtOnce_data();
    void aRefusalEndsTheOrderAtOnce();
    void aProviderThatIsGoneEndsTheOrder();
    void neverFollowsAPageElsewhere_data();
    void neverFollowsAPageElsewhere();
    void refusesPagesWithoutEnd_data();
    void refusesPagesWithoutEnd();
    void theKeyIsInNoText();
};

void TestGapFetcherFaults::waitsAtTheLimitAndGoesOn_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("path"); // of the page that is refused first
    const QByteArray chain = "/v3/snapshot/options/NVDA";
    const QByteArray trades = GapBench::tradesPath(GapBench::ticker("NVDA", 1));
    QTest::newRow("the first chain page, with Retry-After") << QByteArray("1") << chain;
    QTest::newRow("the first chain page, without") << QByteArray() << chain;
    QTest::newRow("a page of trades, with Retry-After") << QByteArray("1") << trades;
    QTest::newRow("a page of trades, without") << QByteArray() << trades;
    QTest::newRow("a page of trades, until a date") << QByteArray("Fri, 20 Nov 2026 15:00:01 GMT") << trades;
    QTest::newRow("a page of trades, with nonsense") << QByteArray("soon") << trades;
}

void TestGapFetcherFaults::waitsAtTheLimitAndGoesOn()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, path);
    GapBench bench;
    bench.rest.firstRetry = 1200ms; // of the limiter, when the answer names no time
    const QByteArray chain = "/v3/snapshot/options/NVDA";
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    const QByteArray trades = GapBench::tradesPath(ticker);
    int refusals = 1;
    bench.api.setHandler([&](const FakeApi::Request& request) {
        if (request.path == path && request.query.contains("cursor=2") && refusals-- > 0)
            return FakeApi::tooMany(retryAfter);
        const int page = request.query.contains("cursor") ? request.query.right(1).toInt() : 1;
        const QByteArray next =
            page < 3 ? bench.base() + request.path + "?cursor=" + QByteArray::number(page + 1) : QByteArray();
        if (request.path == chain)
            return GapBench::rows({GapBench::chainRow(ticker, 1)}, next);
        return GapBench::rows({GapBench::tradeRow(page, page)}, next);
    });
    QElapsedTimer timer;
    timer.start();
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.outcomes.size(), std::size_t(1), 10'000);
    QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(bench.outcomes.front().second.complete);
    QVERIFY(std::ranges::any_of(bench.progress, [](const GapProgress& progress) {
        return progress.state == GapProgress::State::WaitingForLimit &&
               progress.until > lossyToMs(FakeClock::kMorning);
    }));
    QCOMPARE(bench.api.requests().size(), 3 + 3 + 1); // only the refused page twice
    QCOMPARE(bench.trades[1][QString::fromLatin1(ticker)].size(), std::size_t(3));
    QCOMPARE(bench.line->rateLimited(), 1U);
}

void TestGapFetcherFaults::givesUpAtALimitWithoutEnd()
{
    GapBench bench;
    bench.config.retryBudget = 6;
    bench.serveContracts("NVDA", 3);
    bench.api.always(GapBench::tradesPath(GapBench::ticker("NVDA", 1)), FakeApi::tooMany("0"));
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    const GapOutcome& outcome = bench.outcomes.front().second;
    QVERIFY(!outcome.complete);
    QCOMPARE(outcome.error->code, Error::Code::RateLimited);
    QVERIFY(outcome.missing.contains(QString::fromLatin1(GapBench::ticker("NVDA", 1))));
    QCOMPARE(bench.api.count(GapBench::ticker("NVDA", 1)), 7);
    QCOMPARE(bench.line->rateLimited(), 7U);
}

// Its newest row is from within the gap, while the feed had trades of these behind it.
void TestGapFetcherFaults::anOldChainIsAskedOnceMore_data()
{
    QTest::addColumn<bool>("renewed");
    QTest::newRow("then it is new") << true;
    QTest::newRow("it stays as it was") << false;
}

void TestGapFetcherFaults::anOldChainIsAskedOnceMore()
{
    QFETCH(bool, renewed);
    GapBench bench;
    bench.config.oldChainRetry = 30ms;
    bench.serveContracts("NVDA", 2);
    const auto chain = [](double other) {
        return GapBench::rows({GapBench::chainRow(GapBench::ticker("NVDA", 0), 4.0),
                               GapBench::chainRow(GapBench::ticker("NVDA", 1), other)});
    };
    bench.api.once("/v3/snapshot/options/NVDA", chain(-60.0)); // did not trade, by this one
    bench.api.always("/v3/snapshot/options/NVDA", chain(renewed ? 11.0 : -60.0));
    GapOrder order = GapBench::order(1, {QStringLiteral("NVDA")});
    order.heardBehind = {QStringLiteral("NVDA")};
    bench.start().fetch(order);
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    const GapOutcome& outcome = bench.outcomes.front().second;
    QCOMPARE(bench.api.count("/v3/snapshot/options/NVDA"), 2);
    QCOMPARE(outcome.complete, renewed);
    QCOMPARE(outcome.asked, renewed ? 2 : 1); // what it does tell is not wrong
    QCOMPARE(outcome.missing, renewed ? QStringList() : QStringList{QStringLiteral("NVDA")});
    if (!renewed)
        QVERIFY2(outcome.error->text.contains(QLatin1String("older than the gap")), qPrintable(outcome.error->text));
}

void TestGapFetcherFaults::noOtherChainIsOld_data()
{
    QTest::addColumn<QStringList>("heardBehind");
    QTest::addColumn<QByteArray>("updated"); // of its only row, in ns
    const QStringList nvda{QStringLiteral("NVDA")};
    const auto at = [](double seconds) { return QByteArray::number(qint64(GapBench::ns(seconds))); };
    QTest::newRow("nothing heard behind the gap") << QStringList() << at(4.0);
    QTest::newRow("only of another root") << QStringList{QStringLiteral("TSLA")} << at(4.0);
    QTest::newRow("as new as the end of the gap") << nvda << at(10.0);
    QTest::newRow("dates only") << nvda << at(-10.0 * 3'600.0); // midnight in New York
    QTest::newRow("no times") << nvda << QByteArray("null");
}

void TestGapFetcherFaults::noOtherChainIsOld()
{
    QFETCH(QStringList, heardBehind);
    QFETCH(QByteArray, updated);
    GapBench bench;
    bench.serveContracts("NVDA", 1);
    bench.api.always("/v3/snapshot/options/NVDA",
                     GapBench::rows({R"({"details":{"ticker":")" + GapBench::ticker("NVDA", 0)
                                     + R"("},"day":{"volume":5,"last_updated":)" + updated + "}}"}));
    GapOrder order = GapBench::order(1, {QStringLiteral("NVDA")});
    order.heardBehind = heardBehind;
    bench.start().fetch(order);
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.count("/v3/snapshot/options/NVDA"), 1);
    QCOMPARE(bench.trades[1].size(), std::size_t(1));
}

void TestGapFetcherFaults::triesAgainWhatMayPass_data()
{
    QTest::addColumn<FakeApi::Answer>("first");
    QTest::newRow("500") << FakeApi::json("{}", 500);
    QTest::newRow("502 as HTML") << FakeApi::html(502);
    QTest::newRow("503 with Retry-After") << [] {
        FakeApi::Answer busy = FakeApi::json("{}", 503);
        busy.headers.append(FakeApi::Header("Retry-After", "0"));
        return busy;
    }();
    QTest::newRow("a page cut short") << FakeApi::fault(FakeApi::Mode::Truncates, QByteArray(2000, ' '));
    QTest::newRow("closed at once") << FakeApi::fault(FakeApi::Mode::ClosesAtOnce);
    QTest::newRow("hung") << FakeApi::fault(FakeApi::Mode::NeverAnswers);
    QTest::newRow("hung after the headers") << FakeApi::fault(FakeApi::Mode::HangsAfterHeaders);
    QTest::newRow("trickling") << FakeApi::fault(FakeApi::Mode::Trickles, QByteArray(3000, ' '));
}

void TestGapFetcherFaults::triesAgainWhatMayPass()
{
    QFETCH(FakeApi::Answer, first);
    GapBench bench;
    bench.config.pageTimeout = 400ms;
    bench.serveContracts("NVDA", 2);
    bench.api.once("/v3/snapshot/options/NVDA", first);
    bench.api.once(GapBench::tradesPath(GapBench::ticker("NVDA", 0)), first);
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QVERIFY(bench.outcomes.front().second.complete);
    QVERIFY(!bench.outcomes.front().second.error);
    QCOMPARE(bench.trades[1].size(), std::size_t(2));
    QVERIFY(bench.api.requests().size() >= 3 + 2);
}

void TestGapFetcherFaults::oneContractFailsTheOthersGoOn_data()
{
    QTest::addColumn<FakeApi::Answer>("answer");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<int>("calls");
    const auto json = [](int status) { return FakeApi::json(R"({"status":"ERROR","error":"no"})", status); };
    QTest::newRow("400") << json(400) << Error::Code::BadAnswer << 1;
    QTest::newRow("402") << json(402) << Error::Code::BadAnswer << 1;
    QTest::newRow("404") << json(404) << Error::Code::NotFound << 1;
    QTest::newRow("404 in plain text") << FakeApi::json("404 page not found", 404) << Error::Code::NotFound << 1;
    QTest::newRow("409") << json(409) << Error::Code::BadAnswer << 1;
    QTest::newRow("414") << json(414) << Error::Code::BadAnswer << 1;
    QTest::newRow("HTML with 200") << FakeApi::html(200) << Error::Code::BadAnswer << 1;
    QTest::newRow("cut off within its length")
        << FakeApi::json(R"({"results":[{"sip_timestamp":17951868)") << Error::Code::BadAnswer << 1;
    QTest::newRow("results as an object") << FakeApi::json(R"({"results":{}})") << Error::Code::BadAnswer << 1;
    QTest::newRow("a redirect elsewhere")
        << FakeApi::redirect(QUrl(QStringLiteral("http://192.0.2.1/v3/trades"))) << Error::Code::BadAnswer << 1;
    QTest::newRow("500 for ever") << json(500) << Error::Code::ServerError << 4;
}

void TestGapFetcherFaults::oneContractFailsTheOthersGoOn()
{
    QFETCH(FakeApi::Answer, answer);
    QFETCH(Error::Code, code);
    QFETCH(int, calls);
    GapBench bench;
    bench.serveContracts("NVDA", 4);
    const QByteArray spoilt = GapBench::ticker("NVDA", 2);
    bench.api.always(GapBench::tradesPath(spoilt), answer);
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    const GapOutcome& outcome = bench.outcomes.front().second;
    QVERIFY(!outcome.complete);
    QCOMPARE(outcome.asked, 3);
    QCOMPARE(outcome.missing, QStringList{QString::fromLatin1(spoilt)});
    QCOMPARE(outcome.error->code, code);
    QVERIFY(!outcome.error->text.isEmpty());
    QCOMPARE(bench.trades[1].size(), std::size_t(3));
    QCOMPARE(bench.api.count(spoilt), calls);
}

void TestGapFetcherFaults::oneUnderlyingFailsTheOthersGoOn()
{
    GapBench bench;
    bench.serveContracts("NVDA", 2);
    bench.api.always("/v3/snapshot/options/I:SPX", FakeApi::json(R"({"results":[{"details":)"));
    bench.start().fetch(
        GapBench::order(1, {QStringLiteral("SPXW"), QStringLiteral("NVDA"), QStringLiteral("ZZZZ")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    const GapOutcome& outcome = bench.outcomes.front().second;
    QCOMPARE(outcome.missing, (QStringList{QStringLiteral("SPXW"), QStringLiteral("ZZZZ")}));
    QCOMPARE(outcome.error->code, Error::Code::BadAnswer); // the first
    QCOMPARE(bench.trades[1].size(), std::size_t(2));
}

void TestGapFetcherFaults::whatIsMissingCanBeOrderedAgain()
{
    GapBench bench;
    bench.serveContracts("NVDA", 4);
    const QByteArray spoilt = GapBench::ticker("NVDA", 2);
    bench.api.once(GapBench::tradesPath(spoilt), FakeApi::json("{}", 400));
    GapFetcher& fetcher = bench.start();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    fetcher.fetch(GapBench::order(2, bench.outcomes.front().second.missing));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(2));
    QVERIFY(bench.outcomes.back().second.complete);
    QCOMPARE(bench.trades[1].size(), std::size_t(3));
    QCOMPARE(bench.trades[2].size(), std::size_t(1));
    QCOMPARE(bench.api.requests().size(), 1 + 4 + 1);
}

void TestGapFetcherFaults::aRefusalEndsTheOrderAtOnce_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Code>("code");
    const QByteArray chain = "/v3/snapshot/options/NVDA";
    const QByteArray trades = GapBench::tradesPath(GapBench::ticker("NVDA", 0));
    QTest::newRow("the plan lacks chains") << chain << 403 << Error::Code::NotInPlan;
    QTest::newRow("the plan lacks trades") << trades << 403 << Error::Code::NotInPlan;
    QTest::newRow("the key is refused") << chain << 401 << Error::Code::BadKey;
    QTest::newRow("the key is refused meanwhile") << trades << 401 << Error::Code::BadKey;
}

void TestGapFetcherFaults::aRefusalEndsTheOrderAtOnce()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(Error::Code, code);
    GapBench bench;
    bench.serveContracts("NVDA", 20);
    bench.api.always(path, FakeApi::json(R"({"message":"You are not entitled to this data."})", status));
    GapFetcher& fetcher = bench.start();
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    bench.serveContracts("AMD", 2);
    fetcher.fetch(GapBench::order(2, {QStringLiteral("AMD")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(2)); // the next order is tried all the same
    const GapOutcome& outcome = bench.outcomes.front().second;
    QVERIFY(!outcome.complete);
    QCOMPARE(outcome.error->code, code);
    QVERIFY(outcome.error->text.contains(QLatin1String("not entitled")));
    QVERIFY(!outcome.missing.isEmpty());
    QVERIFY(bench.api.count("NVDA") <= 4);
    QVERIFY(bench.outcomes.back().second.complete);
}

void TestGapFetcherFaults::aProviderThatIsGoneEndsTheOrder()
{
    GapBench bench;
    bench.config.retryBudget = 10;
    bench.serveContracts("NVDA", 50);
    for (int i = 5; i < 50; ++i)
        bench.api.always(GapBench::tradesPath(GapBench::ticker("NVDA", i)),
                         FakeApi::fault(FakeApi::Mode::ClosesAtOnce));
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.outcomes.size(), std::size_t(1), 10'000);
    const GapOutcome& outcome = bench.outcomes.front().second;
    QCOMPARE(outcome.asked, 5);
    QCOMPARE(outcome.missing.size(), 45); // those never reached are named, too
    QCOMPARE(outcome.error->code, Error::Code::Unreachable);
    // Qt itself repeats a request whose connection closed at once; the budget bounds ours.
    QVERIFY(bench.api.requests().size() < 100);
}

void TestGapFetcherFaults::neverFollowsAPageElsewhere_data()
{
    QTest::addColumn<QString>("next"); // %1: the thief's port
    QTest::newRow("another port") << QStringLiteral("http://127.0.0.1:%1/v3/trades/x?cursor=1");
    QTest::newRow("another name of this machine") << QStringLiteral("http://localhost:%1/v3/trades/x?cursor=1");
    QTest::newRow("another scheme") << QStringLiteral("https://127.0.0.1:%1/v3/trades/x?cursor=1");
    QTest::newRow("a name in front") << QStringLiteral("http://127.0.0.1@127.0.0.1:%1/");
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("no address") << QStringLiteral("//:::");
    QTest::newRow("a path alone") << QStringLiteral("/v3/trades/x?cursor=1");
}

void TestGapFetcherFaults::neverFollowsAPageElsewhere()
{
    QFETCH(QString, next);
    FakeApi thief;
    GapBench bench;
    const QByteArray url = (next.contains(QLatin1String("%1")) ? next.arg(thief.url().port()) : next).toLatin1();
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    bench.api.always("/v3/snapshot/options/NVDA", GapBench::rows({GapBench::chainRow(ticker, 1)}, url));
    bench.api.always(GapBench::tradesPath(ticker), GapBench::rows({GapBench::tradeRow(1, 1)}, url));
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    const GapOutcome& outcome = bench.outcomes.front().second;
    QCOMPARE(outcome.missing, (QStringList{QStringLiteral("NVDA"), QString::fromLatin1(ticker)}));
    QCOMPARE(outcome.error->code, Error::Code::BadAnswer);
    QCOMPARE(thief.requests().size(), 0);
    QVERIFY(bench.trades.empty()); // half a contract's trades would pass for all of them
}

void TestGapFetcherFaults::refusesPagesWithoutEnd_data()
{
    QTest::addColumn<bool>("sameUrl");
    QTest::newRow("a page that names itself") << true;
    QTest::newRow("ever new pages") << false;
}

void TestGapFetcherFaults::refusesPagesWithoutEnd()
{
    QFETCH(bool, sameUrl);
    GapBench bench;
    bench.config.maxChainPages = 7;
    bench.config.maxTradePages = 5;
    int asked = 0;
    const QByteArray ticker = GapBench::ticker("NVDA", 1);
    bench.api.setHandler([&](const FakeApi::Request& request) {
        const QByteArray next =
            bench.base() + request.path + "?cursor=" + QByteArray::number(sameUrl ? 1 : ++asked);
        return request.path.contains("snapshot") ? GapBench::rows({GapBench::chainRow(ticker, 1)}, next)
                                                 : GapBench::rows({GapBench::tradeRow(1, 1)}, next);
    });
    bench.start().fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.outcomes.front().second.missing.size(), 2);
    QCOMPARE(bench.outcomes.front().second.error->code, Error::Code::BadAnswer);
    QCOMPARE(bench.api.count("snapshot"), sameUrl ? 2 : 7);
    QCOMPARE(bench.api.count("trades"), sameUrl ? 2 : 5);
}

void TestGapFetcherFaults::theKeyIsInNoText()
{
    GapBench bench;
    bench.api.always("/v3/snapshot/options/NVDA", GapBench::rows({}, "http://secret.example/?apiKey=secret"));
    bench.api.always("/v3/snapshot/options/AMD", FakeApi::json(R"({"error":"key secret is bad"})", 400));
    GapFetcher& fetcher = bench.start(QStringLiteral("secret"));
    fetcher.fetch(GapBench::order(1, {QStringLiteral("NVDA")}));
    fetcher.fetch(GapBench::order(2, {QStringLiteral("AMD")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(2));
    for (const auto& [order, outcome] : bench.outcomes) {
        QVERIFY(!outcome.error->text.contains(QLatin1String("secret")));
        QVERIFY(!outcome.error->detail.contains(QLatin1String("secret")));
    }
}

QTEST_GUILESS_MAIN(TestGapFetcherFaults)
#include "tst_gapfetcherfaults.moc"

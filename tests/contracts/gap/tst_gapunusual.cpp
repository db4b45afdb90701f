// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/gap/gapbench.h"
#include "contracts/gap/tradespage.h"

#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::contracts;
using namespace flowglass::test;
using namespace std::chrono_literals;
using domain::Error;

namespace {

const QByteArray kPath = "/options/v1/unusual-trades";
const QByteArray kNvda = GapBench::ticker("NVDA", 1);
const QByteArray kAdjusted = GapBench::ticker("NVDA1", 1);
const QByteArray kTesla = GapBench::ticker("TSLA", 1);

// As the documentation describes a row.
QByteArray row(const QByteArray& ticker, double seconds, const QByteArray& members = R"("price":12.5,"size":1200)")
{
    return R"({"ticker":")" + ticker + R"(","underlying_ticker":"NVDA","sip_timestamp":)" +
           QByteArray::number(qint64(GapBench::ns(seconds))) + "," + members +
           R"(,"exchange":312,"conditions":[219],"flags":["premium","size"]})";
}

GapOrder order(quint64 id, const QStringList& underlyings)
{
    GapOrder order = GapBench::order(id, underlyings);
    order.what = GapOrder::What::Unusual;
    return order;
}

} // namespace

// What is asked of the list of unusual trades, and what is made of good and bad answers.
class TestGapUnusual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTradesOfManyContracts();
    void countsRowsThatAreNoTrades_data();
    void countsRowsThatAreNoTrades();
    void asksWithTheFiltersOfTheDocumentation_data();
    void asksWithTheFiltersOfTheDocumentation();
    void followsPagesAndGivesEachContractOnce();
    void tidiesWhatTheServerSendsTooMuch();
    void waitsAtTheLimitAndGoesOn();
    void aProviderWithoutItEndsTheOrder_data();
    void aProviderWithoutItEndsTheOrder();
    void whatWasReadOfAListThatBreaksOffIsGiven_data();
    void whatWasReadOfAListThatBreaksOffIsGiven();
    void aListenerMayAbortBetweenTwoContracts();
};

void TestGapUnusual::readsTradesOfManyContracts()
{
    const QByteArray plain = R"({"ticker":")" + kTesla + R"(","sip_timestamp":1795186801000000000,"price":1,"size":2})";
    TradesPage page(R"({"results":[)" + row(kNvda, 1) + "," + plain + "," + row(kNvda, 1) + "]}", {});
    TradesByTicker trades;
    while (page.read(1, trades)) {
    }
    QVERIFY(!page.error());
    QCOMPARE(page.badRows(), 0);
    QCOMPARE(trades.size(), std::size_t(2));
    domain::Conditions sweep;
    sweep.add(219);
    const HistoricTrade first{{GapBench::ns(1)}, domain::Price::fromUnits(125'000), 1'200, {312}, sweep, 0};
    const std::vector<HistoricTrade> twice{first, first}; // equal prints are legitimate
    QCOMPARE(trades[QString::fromLatin1(kNvda)], twice);
    const HistoricTrade bare{{GapBench::ns(1)}, domain::Price::fromUnits(10'000), 2, {}, {}, 0}; // nothing made up
    QCOMPARE(trades[QString::fromLatin1(kTesla)], std::vector<HistoricTrade>{bare});
}

void TestGapUnusual::countsRowsThatAreNoTrades_data()
{
    QTest::addColumn<QByteArray>("bad");
    const auto of = [](const QByteArray& ticker, const QByteArray& members) -> QByteArray {
        return R"({"ticker":)" + ticker + "," + members + "}";
    };
    const QByteArray good = R"("sip_timestamp":1795186801000000000,"price":1.5,"size":2)";
    const QByteArray nvda = '"' + kNvda + '"';
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("without a ticker") << QByteArray("{" + good + "}");
    QTest::newRow("a null ticker") << of("null", good);
    QTest::newRow("a ticker of a stock") << of(R"("NVDA")", good);
    QTest::newRow("without a time") << of(nvda, R"("price":1.5,"size":2)");
    QTest::newRow("a null time") << of(nvda, R"("sip_timestamp":null,"price":1.5,"size":2)");
    QTest::newRow("without a price") << of(nvda, R"("sip_timestamp":1795186801000000000,"size":2)");
    QTest::newRow("a price in words") << of(nvda, R"("sip_timestamp":1795186801000000000,"price":"1.5","size":2)");
    QTest::newRow("a price below 0") << of(nvda, R"("sip_timestamp":1795186801000000000,"price":-1.5,"size":2)");
    QTest::newRow("without a size") << of(nvda, R"("sip_timestamp":1795186801000000000,"price":1.5)");
    QTest::newRow("no contracts") << of(nvda, R"("sip_timestamp":1795186801000000000,"price":1.5,"size":0)");
}

void TestGapUnusual::countsRowsThatAreNoTrades()
{
    QFETCH(QByteArray, bad);
    TradesPage page(R"({"results":[)" + bad + "," + row(kNvda, 1) + "]}", {});
    TradesByTicker trades;
    while (page.read(1, trades)) {
    }
    QVERIFY(!page.error());
    QCOMPARE(page.badRows(), 1);
    QCOMPARE(trades.size(), std::size_t(1));
    QCOMPARE(trades[QString::fromLatin1(kNvda)].size(), std::size_t(1));
}

void TestGapUnusual::asksWithTheFiltersOfTheDocumentation_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QStringList>("found");
    const QString nvda = QString::fromLatin1(kNvda);
    const QString adjusted = QString::fromLatin1(kAdjusted);
    QTest::newRow("an underlying, with its adjusted contracts")
        << QStringLiteral("NVDA") << QByteArray("ticker.gte=O:NVDA0&ticker.lt=O:NVDAA&") << QStringList{adjusted, nvda};
    QTest::newRow("a contract") << nvda << QByteArray("ticker=" + kNvda + '&') << QStringList{nvda};
    QTest::newRow("everything") << QStringLiteral("*") << QByteArray()
                                << QStringList{adjusted, nvda, QString::fromLatin1(kTesla)};
}

// The server of this test does not filter.
void TestGapUnusual::asksWithTheFiltersOfTheDocumentation()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, filter);
    QFETCH(QStringList, found);
    GapBench bench;
    bench.api.always(kPath, GapBench::rows({row(kTesla, 1), row(kNvda, 2), row(kAdjusted, 3), "null"}));
    bench.start().fetch(order(1, {name}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.api.requests().size(), 1);
    QCOMPARE(bench.api.requests()[0].query,
             QByteArray(filter + "sip_timestamp.gte=1795186800000000000&sip_timestamp.lte=1795186810000999999&limit=1000"));
    QCOMPARE(bench.api.requests()[0].headers["authorization"], QByteArray("Bearer key"));
    QCOMPARE(QStringList(bench.arrived.begin(), bench.arrived.end()), found);
    const GapOutcome& outcome = bench.outcomes.front().second;
    QVERIFY(outcome.complete && !outcome.error && outcome.missing.isEmpty());
    QCOMPARE(outcome.asked, 1);
    QCOMPARE(outcome.badRows, 1);
}

void TestGapUnusual::followsPagesAndGivesEachContractOnce()
{
    GapBench bench;
    const QByteArray second = kPath + "?cursor=2";
    bench.api.setHandler([&](const FakeApi::Request& request) {
        return request.query == "cursor=2" ? GapBench::rows({row(kTesla, 1), row(kNvda, 0.5)})
                                           : GapBench::rows({row(kNvda, 2), row(kTesla, 2)}, bench.base() + second);
    });
    bench.start().fetch(order(1, {QStringLiteral("*")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.api.requests().size(), 2);
    QCOMPARE(bench.arrived.size(), std::size_t(2));
    const auto& nvda = bench.trades[1][QString::fromLatin1(kNvda)];
    QCOMPARE(nvda.size(), std::size_t(2));
    QVERIFY(nvda[0].time < nvda[1].time); // whatever the order of the pages
}

void TestGapUnusual::tidiesWhatTheServerSendsTooMuch()
{
    GapBench bench;
    bench.api.always(kPath, GapBench::rows({row(kNvda, 11), row(kNvda, 4), row(kNvda, -1), row(kTesla, 99)}));
    bench.start().fetch(order(1, {QStringLiteral("*")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(bench.arrived.size(), std::size_t(1));
    QCOMPARE(bench.trades[1][QString::fromLatin1(kNvda)].size(), std::size_t(1));
}

void TestGapUnusual::waitsAtTheLimitAndGoesOn()
{
    GapBench bench;
    bool isRefused = false;
    bench.api.setHandler([&](const FakeApi::Request& request) {
        if (request.query != "cursor=2")
            return GapBench::rows({row(kNvda, 1)}, bench.base() + kPath + "?cursor=2");
        return std::exchange(isRefused, true) ? GapBench::rows({row(kNvda, 2)}) : FakeApi::tooMany("1");
    });
    bench.start().fetch(order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.outcomes.size(), std::size_t(1), 10'000);
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.requests().size(), 3); // only the refused page twice
    QCOMPARE(bench.trades[1][QString::fromLatin1(kNvda)].size(), std::size_t(2));
}

void TestGapUnusual::aProviderWithoutItEndsTheOrder_data()
{
    QTest::addColumn<FakeApi::Answer>("answer");
    QTest::addColumn<int>("code");
    QTest::newRow("not in the plan") << FakeApi::json(R"({"status":"NOT_AUTHORIZED"})", 403) << int(Error::Code::NotInPlan);
    QTest::newRow("no such route") << FakeApi::json("404 page not found", 404) << int(Error::Code::NotFound);
    QTest::newRow("not as HTML either") << FakeApi::html(404) << int(Error::Code::NotFound);
    QTest::newRow("a bad key") << FakeApi::json("{}", 401) << int(Error::Code::BadKey);
}

void TestGapUnusual::aProviderWithoutItEndsTheOrder()
{
    QFETCH(FakeApi::Answer, answer);
    QFETCH(int, code);
    GapBench bench;
    bench.config.maxInFlight = 1;
    bench.api.always(kPath, answer);
    bench.start().fetch(order(1, {QStringLiteral("NVDA"), QStringLiteral("TSLA")}));
    QTRY_COMPARE(bench.outcomes.size(), std::size_t(1));
    QCOMPARE(int(bench.outcomes.front().second.error->code), code);
    QVERIFY(!bench.outcomes.front().second.complete);
    QCOMPARE(bench.api.requests().size(), 1);
}

void TestGapUnusual::whatWasReadOfAListThatBreaksOffIsGiven_data()
{
    QTest::addColumn<FakeApi::Answer>("second");
    QTest::addColumn<QByteArray>("next");
    const QByteArray own = kPath + "?cursor=2";
    QTest::newRow("HTML") << FakeApi::html(200) << own;
    QTest::newRow("an internal problem that lasts") << FakeApi::json("{}", 500) << own;
    QTest::newRow("a limit that lasts") << FakeApi::tooMany("0") << own;
    QTest::newRow("a page that is not there any more") << FakeApi::json("404 page not found", 404) << own;
    QTest::newRow("a plan that has ended") << FakeApi::json(R"({"status":"NOT_AUTHORIZED"})", 403) << own;
    QTest::newRow("another address") << FakeApi::json("{}") << QByteArray("https://example.com/next");
    QTest::newRow("the same page for ever") << GapBench::rows({}) << QByteArray(kPath + "?cursor=1");
}

void TestGapUnusual::whatWasReadOfAListThatBreaksOffIsGiven()
{
    QFETCH(FakeApi::Answer, second);
    QFETCH(QByteArray, next);
    GapBench bench;
    bench.config.retryBudget = 4;
    bench.config.maxUnusualPages = 3;
    const QByteArray url = next.startsWith('/') ? bench.base() + next : next;
    bench.api.setHandler([&](const FakeApi::Request& request) {
        return request.query == "cursor=2" ? second : GapBench::rows({row(kNvda, 1)}, url);
    });
    bench.start().fetch(order(1, {QStringLiteral("NVDA")}));
    QTRY_COMPARE_WITH_TIMEOUT(bench.outcomes.size(), std::size_t(1), 10'000);
    const GapOutcome& outcome = bench.outcomes.front().second;
    QVERIFY(!outcome.complete);
    QVERIFY(outcome.error);
    QCOMPARE(outcome.missing, QStringList{QStringLiteral("NVDA")});
    QVERIFY(!bench.trades[1][QString::fromLatin1(kNvda)].empty());
    QVERIFY(bench.api.requests().size() <= 7);
}

void TestGapUnusual::aListenerMayAbortBetweenTwoContracts()
{
    GapBench bench;
    bench.api.always(kPath, GapBench::rows({row(kTesla, 1), row(kNvda, 2), row(kAdjusted, 3)}));
    GapFetcher& fetcher = bench.start();
    connect(&fetcher, &GapFetcher::tradesFetched, &bench, [&fetcher] { fetcher.abortAll(); });
    fetcher.fetch(order(1, {QStringLiteral("*")}));
    QTRY_COMPARE(bench.arrived.size(), std::size_t(1));
    fetcher.fetch(order(2, {QStringLiteral("NVDA")}));
    QTRY_COMPARE(bench.arrived.size(), std::size_t(2));
    QVERIFY(bench.trades[1].size() == 1 && bench.trades[2].size() == 1);
    QVERIFY(bench.outcomes.empty());
}

QTEST_GUILESS_MAIN(TestGapUnusual)
#include "tst_gapunusual.moc"

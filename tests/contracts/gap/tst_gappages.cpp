// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/gap/chainpage.h"
#include "contracts/gap/tradespage.h"

#include <QElapsedTimer>

using namespace flowglass;
using namespace flowglass::contracts;
using domain::Error;

namespace {

const QString kTicker = QStringLiteral("O:AZO140621P00530000");
constexpr domain::UnixMs kFrom{1'795'186'800'000}; // 2026-11-20, 10:00 in New York
constexpr std::int64_t kMs = 1'000'000;            // in ns

// The provider's own example.
QByteArray sample()
{
    return R"({"next_url":"https://api.massive.com/v3/trades/O:AZO140621P00530000?cursor=YWN0aXZl",)"
           R"("request_id":"a47d1beb8c11b6ae897ab76cdbbf35a3","results":[{"exchange":46,)"
           R"("participant_timestamp":1401715883806000000,"price":6.91,)"
           R"("sip_timestamp":1401715883806000001,"size":1},{"conditions":[209],"exchange":67,)"
           R"("participant_timestamp":1401716547786000000,"price":7.2,)"
           R"("sip_timestamp":1401716547786000000,"size":1}],"status":"OK"})";
}

QByteArray page(const QByteArray& rows)
{
    return R"({"status":"OK","results":[)" + rows + "]}";
}

struct ReadPage
{
    std::vector<HistoricTrade> trades;
    TradesPage page;
};
ReadPage readAll(const QByteArray& body, int rowsPerTurn = 1'000)
{
    ReadPage all{{}, TradesPage(body, kTicker)};
    TradesByTicker trades;
    while (all.page.read(rowsPerTurn, trades)) {
    }
    all.trades = trades[kTicker];
    return all;
}

} // namespace

// What /v3/trades and the chain snapshot say, whole or spoilt.
class TestGapPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheProvidersTrades();
    void readsTheSameInSlicesOfAnySize();
    void toleratesOddRows_data();
    void toleratesOddRows();
    void skipsAndCountsRowsThatAreNoTrades_data();
    void skipsAndCountsRowsThatAreNoTrades();
    void toleratesOddEnvelopes_data();
    void toleratesOddEnvelopes();
    void refusesPagesAsAWhole_data();
    void refusesPagesAsAWhole();
    void refusesEveryTruncatedPage();
    void survivesEveryFlippedByte();
    void aFullPageHoldsUpNobody();
    void readsTheProvidersChain();
    void refusesChainsAsAWhole_data();
    void refusesChainsAsAWhole();
    void judgesWhoMayHaveTraded_data();
    void judgesWhoMayHaveTraded();
};

void TestGapPages::readsTheProvidersTrades()
{
    const ReadPage all = readAll(sample());
    QVERIFY(!all.page.error());
    QCOMPARE(all.page.nextUrl(),
             QStringLiteral("https://api.massive.com/v3/trades/O:AZO140621P00530000?cursor=YWN0aXZl"));
    QCOMPARE(all.page.badRows(), 0);
    QCOMPARE(all.trades.size(), std::size_t(2));
    const HistoricTrade first{{1'401'715'883'806'000'001}, // above 2^53: every digit kept
                              domain::Price::fromUnits(69'100), 1, {46}, {}, 0};
    domain::Conditions automatic;
    automatic.add(209);
    QCOMPARE(all.trades[0], first);
    QCOMPARE(all.trades[1].conditions, automatic);
}

void TestGapPages::readsTheSameInSlicesOfAnySize()
{
    QByteArrayList rows;
    for (int i = 0; i < 100; ++i)
        rows << R"({"sip_timestamp":)" + QByteArray::number(qint64(1'795'186'800'000'000'000 + i)) +
                    R"(,"price":1.5,"size":)" + QByteArray::number(i % 7) + R"(,"id":"}{][\"\\"})";
    const ReadPage whole = readAll(page(rows.join(" ,\n")));
    QVERIFY(!whole.page.error());
    QCOMPARE(whole.page.badRows(), 15); // of size 0
    QCOMPARE(whole.trades.size(), std::size_t(85));
    for (const int size : {1, 2, 3, 99, 100, 101}) {
        TradesPage sliced(page(rows.join(',')), kTicker);
        TradesByTicker trades;
        int turns = 1;
        for (; sliced.read(size, trades); ++turns)
            QVERIFY(int(trades[kTicker].size()) <= turns * size);
        QVERIFY2(turns >= 100 / size, "it stops after each slice");
        QVERIFY(trades[kTicker] == whole.trades);
    }
}

void TestGapPages::toleratesOddRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<HistoricTrade>("expected");
    const domain::UnixNs time{1'795'186'800'123'456'789};
    const domain::Price price = domain::Price::fromUnits(12'500);
    const auto row = [](const QByteArray& members) -> QByteArray {
        return R"({"sip_timestamp":1795186800123456789,"price":1.25,)" + members + "}";
    };
    domain::Conditions two;
    two.add(209);
    two.add(219);
    QTest::newRow("a size with a point") << row(R"("size":3.0)") << HistoricTrade{time, price, 3, {}, {}, 0};
    QTest::newRow("a sequence number")
        << row(R"("size":3,"sequence_number":1864261653)") << HistoricTrade{time, price, 3, {}, {}, 1'864'261'653};
    QTest::newRow("a negative sequence number")
        << row(R"("size":3,"sequence_number":-1)") << HistoricTrade{time, price, 3, {}, {}, 0};
    QTest::newRow("two conditions, one that is none")
        << row(R"("size":3,"conditions":[209,"x",219])") << HistoricTrade{time, price, 3, {}, two, 0};
    QTest::newRow("conditions null") << row(R"("size":3,"conditions":null)")
                                     << HistoricTrade{time, price, 3, {}, {}, 0};
    QTest::newRow("an exchange as text") << row(R"("size":3,"exchange":"X")")
                                         << HistoricTrade{time, price, 3, {}, {}, 0};
    QTest::newRow("an exchange beyond 16 bits")
        << row(R"("size":3,"exchange":70000)") << HistoricTrade{time, price, 3, {}, {}, 0};
    QTest::newRow("its own ticker and unknown members")
        << row(R"("size":3,"ticker":"O:AZO140621P00530000","decimal_size":"3","id":"","x":[{"y":1}])")
        << HistoricTrade{time, price, 3, {}, {}, 0};
    QTest::newRow("a time in ms")
        << QByteArray(R"({"sip_timestamp":1795186800123,"price":1.25,"size":3})")
        << HistoricTrade{{1'795'186'800'123'000'000}, price, 3, {}, {}, 0};
    QTest::newRow("a price of more than four decimals")
        << QByteArray(R"({"sip_timestamp":1795186800123456789,"price":1.25004,"size":3})")
        << HistoricTrade{time, price, 3, {}, {}, 0};
}

void TestGapPages::toleratesOddRows()
{
    QFETCH(QByteArray, row);
    QFETCH(HistoricTrade, expected);
    const ReadPage all = readAll(page(row));
    QVERIFY(!all.page.error());
    QCOMPARE(all.page.badRows(), 0);
    QCOMPARE(all.trades, std::vector<HistoricTrade>{expected});
}

void TestGapPages::skipsAndCountsRowsThatAreNoTrades_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a number") << QByteArray("12");
    QTest::newRow("an array") << QByteArray("[1,2]");
    QTest::newRow("text") << QByteArray("\"trade\"");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("no time") << QByteArray(R"({"price":1.25,"size":3})");
    QTest::newRow("a time of zero") << QByteArray(R"({"sip_timestamp":0,"price":1.25,"size":3})");
    QTest::newRow("a time in ms beyond 2262")
        << QByteArray(R"({"sip_timestamp":20000000000000,"price":1.25,"size":3})");
    QTest::newRow("a time beyond 64 bits")
        << QByteArray(R"({"sip_timestamp":99999999999999999999,"price":1.25,"size":3})");
    QTest::newRow("no price") << QByteArray(R"({"sip_timestamp":1795186800123456789,"size":3})");
    QTest::newRow("a price of zero") << QByteArray(R"({"sip_timestamp":1795186800123456789,"price":0,"size":3})");
    QTest::newRow("no size") << QByteArray(R"({"sip_timestamp":1795186800123456789,"price":1.25})");
    QTest::newRow("half a contract")
        << QByteArray(R"({"sip_timestamp":1795186800123456789,"price":1.25,"size":0.5})");
    QTest::newRow("more contracts than there are")
        << QByteArray(R"({"sip_timestamp":1795186800123456789,"price":1.25,"size":10000001})");
    QTest::newRow("another contract")
        << QByteArray(R"({"sip_timestamp":1795186800123456789,"price":1.25,"size":3,"ticker":"O:AMD"})");
    QTest::newRow("broken inside") << QByteArray(R"({"sip_timestamp":1795186800123456789,"price":1..2,"size":3})");
    QTest::newRow("no UTF-8")
        << QByteArray("{\"sip_timestamp\":1795186800123456789,\"price\":1.25,\"size\":3,\"id\":\"\xff\"}");
}

void TestGapPages::skipsAndCountsRowsThatAreNoTrades()
{
    QFETCH(QByteArray, row);
    const QByteArray good = R"({"sip_timestamp":1795186800000000000,"price":1.25,"size":3})";
    const ReadPage all = readAll(page(good + ',' + row + ',' + good));
    QVERIFY(!all.page.error());
    QCOMPARE(all.trades.size(), std::size_t(2));
    QCOMPARE(all.page.badRows(), 1);
}

void TestGapPages::toleratesOddEnvelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("trades");
    QTest::addColumn<QString>("next");
    const QByteArray row = R"({"sip_timestamp":1795186800000000000,"price":1.25,"size":3})";
    QTest::newRow("no results") << QByteArray(R"({"status":"OK"})") << 0 << QString();
    QTest::newRow("results null") << QByteArray(R"({"results":null,"count":0})") << 0 << QString();
    QTest::newRow("no rows") << QByteArray(R"({"results":[]})") << 0 << QString();
    QTest::newRow("an empty object") << QByteArray(" { } ") << 0 << QString();
    QTest::newRow("delayed, as status tells") << QByteArray(R"({"status":"DELAYED","results":[)" + row + "]}")
                                              << 1 << QString();
    QTest::newRow("next_url null") << QByteArray(R"({"next_url":null,"results":[)" + row + "]}") << 1 << QString();
    QTest::newRow("next_url behind the rows, escaped")
        << QByteArray(R"({"results":[)" + row + R"(],"x":{"next_url":"no"},"next_url":"http:\/\/h\/p?c=a%3D"})")
        << 1 << QStringLiteral("http://h/p?c=a%3D");
}

void TestGapPages::toleratesOddEnvelopes()
{
    QFETCH(QByteArray, body);
    const ReadPage all = readAll(body);
    QVERIFY2(!all.page.error(), all.page.error() ? qPrintable(all.page.error()->detail) : "");
    QTEST(int(all.trades.size()), "trades");
    QTEST(all.page.nextUrl(), "next");
}

void TestGapPages::refusesPagesAsAWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html><body>Bad gateway</body></html>");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("text") << QByteArray("\"OK\"");
    QTest::newRow("results as an object") << QByteArray(R"({"results":{}})");
    QTest::newRow("results as text") << QByteArray(R"({"results":"none"})");
    QTest::newRow("a key without quotes") << QByteArray(R"({results:[]})");
    QTest::newRow("no colon") << QByteArray(R"({"results"[]})");
    QTest::newRow("a brace too much") << QByteArray(R"({"results":[]}})");
    QTest::newRow("a bracket where a row should be") << QByteArray(R"({"results":[}]})");
    QTest::newRow("a row that never ends")
        << QByteArray(R"({"results":[{"id":")" + QByteArray(100'000, 'x') + R"("}]})");
}

void TestGapPages::refusesPagesAsAWhole()
{
    QFETCH(QByteArray, body);
    const ReadPage all = readAll(body);
    QVERIFY(all.page.error());
    QCOMPARE(all.page.error()->code, Error::Code::BadAnswer);
}

void TestGapPages::refusesEveryTruncatedPage()
{
    for (qsizetype length = 0; length < sample().size(); ++length)
        QVERIFY2(readAll(sample().left(length)).page.error(), qPrintable(QString::number(length)));
}

void TestGapPages::survivesEveryFlippedByte()
{
    int refused = 0;
    for (qsizetype at = 0; at < sample().size(); ++at) {
        for (const int flip : {1, 2, 32, 128, 255}) {
            QByteArray spoilt = sample();
            spoilt[at] = char(spoilt.at(at) ^ flip);
            const ReadPage all = readAll(spoilt);
            refused += all.page.error() ? 1 : 0;
            QVERIFY(all.trades.size() <= 2);
        }
    }
    QVERIFY(refused > 0);
}

void TestGapPages::aFullPageHoldsUpNobody()
{
    QByteArrayList rows;
    for (int i = 0; i < 50'000; ++i)
        rows << R"({"conditions":[209],"exchange":302,"participant_timestamp":1795186800000000000,"price":1.25,)"
                R"("sequence_number":)" + QByteArray::number(651'921'857 + i) + R"(,"sip_timestamp":)" +
                    QByteArray::number(qint64(1'795'186'800'000'000'000 + i)) + R"(,"size":3,"id":""})";
    const QByteArray body = page(rows.join(','));
    TradesPage full(body, kTicker);
    TradesByTicker trades;
    QElapsedTimer timer;
    qint64 longest = 0;
    qint64 whole = 0;
    for (bool more = true; more;) {
        timer.start();
        more = full.read(2'000, trades);
        longest = std::max(longest, timer.nsecsElapsed());
        whole += timer.nsecsElapsed();
    }
    QCOMPARE(trades[kTicker].size(), std::size_t(50'000));
    qInfo("a page of %lld bytes: %.1f ms in all, the longest of its slices %.2f ms", qint64(body.size()),
          double(whole) / 1e6, double(longest) / 1e6);
}

void TestGapPages::readsTheProvidersChain()
{
    const QByteArray body =
        R"({"request_id":"1","next_url":"http://h/next","results":[{"break_even_price":179.075,)"
        R"("day":{"close":29,"last_updated":1651204800000000000,"volume":8,"vwap":30.7738},)"
        R"("details":{"contract_type":"call","ticker":"O:AAPL230616C00150000"},)"
        R"("last_trade":{"price":29.25,"sip_timestamp":1678718527714665700,"size":1},"open_interest":8133},)"
        R"({"day":{},"details":{"ticker":"O:AAPL230616C00160000"}},)"
        R"({"day":null,"last_trade":null,"details":{"ticker":"O:AAPL230616C00170000"}},)"
        R"({"details":{"ticker":"AAPL"}},{"day":{}},null],"status":"OK"})";
    const auto chain = decodeChainPage(body);
    QVERIFY(chain);
    QCOMPARE(chain->nextUrl, QStringLiteral("http://h/next"));
    QCOMPARE(chain->badRows, 3);
    QCOMPARE(chain->rows.size(), std::size_t(3));
    const ChainRow& first = chain->rows[0];
    QCOMPARE(first.ticker, QStringLiteral("O:AAPL230616C00150000"));
    QCOMPARE(first.lastTrade, std::optional(domain::UnixNs{1'678'718'527'714'665'700}));
    QCOMPARE(first.dayUpdated, std::optional(domain::UnixNs{1'651'204'800'000'000'000}));
    QCOMPARE(first.dayVolume, std::optional(8.0));
    QCOMPARE(first.openInterest, std::optional(8'133.0));
    for (const ChainRow& silent : {chain->rows[1], chain->rows[2]})
        QVERIFY(!silent.lastTrade && !silent.dayUpdated && !silent.dayVolume && !silent.openInterest);
    QVERIFY(decodeChainPage(R"({"status":"OK"})")->rows.empty());
}

void TestGapPages::refusesChainsAsAWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("HTML") << QByteArray("<html></html>");
    QTest::newRow("cut off") << QByteArray(R"({"results":[{"details":{)");
    QTest::newRow("results as an object") << QByteArray(R"({"results":{}})");
    QTest::newRow("an array") << QByteArray("[]");
}

void TestGapPages::refusesChainsAsAWhole()
{
    QFETCH(QByteArray, body);
    const auto chain = decodeChainPage(body);
    QVERIFY(!chain);
    QCOMPARE(chain.error().code, Error::Code::BadAnswer);
}

void TestGapPages::judgesWhoMayHaveTraded_data()
{
    using Time = std::optional<domain::UnixNs>;
    QTest::addColumn<Time>("lastTrade");
    QTest::addColumn<Time>("dayUpdated");
    QTest::addColumn<std::optional<double>>("volume");
    QTest::addColumn<Traded>("traded");
    const std::int64_t from = kFrom.value * kMs;
    const Time before{domain::UnixNs{from - 1}};
    const Time at{domain::UnixNs{from}};
    const Time midnight{domain::UnixNs{from - 10 * 3'600'000 * kMs}}; // of that day
    const Time dayBefore{domain::UnixNs{from - 34 * 3'600'000 * kMs}};
    const Time none;
    const std::optional<double> some(5.0), zero(0.0), unknown;
    QTest::newRow("a trade in the first millisecond") << at << none << unknown << Traded::Surely;
    QTest::newRow("a bar touched since, whatever the last trade says") << before << at << some << Traded::Surely;
    QTest::newRow("a bar touched by a late report alone") << none << at << zero << Traded::Surely;
    QTest::newRow("a trade and a bar from before") << before << before << some << Traded::No;
    QTest::newRow("a trade from before, the bar but a date") << before << midnight << some << Traded::Possibly;
    QTest::newRow("a trade from before, the bar of another day") << before << dayBefore << some << Traded::No;
    QTest::newRow("a trade from before, no bar") << before << none << unknown << Traded::No;
    QTest::newRow("a trade from before, a bar without a time") << before << none << some << Traded::Possibly;
    QTest::newRow("no trades in the plan, the bar but a date") << none << midnight << some << Traded::Possibly;
    QTest::newRow("no trades in the plan, volume alone") << none << none << some << Traded::Possibly;
    QTest::newRow("a date without volume") << none << midnight << zero << Traded::No;
    QTest::newRow("nothing known") << none << none << unknown << Traded::No;
}

void TestGapPages::judgesWhoMayHaveTraded()
{
    using Time = std::optional<domain::UnixNs>;
    QFETCH(Time, lastTrade);
    QFETCH(Time, dayUpdated);
    QFETCH(std::optional<double>, volume);
    QFETCH(Traded, traded);
    QCOMPARE(tradedSince({kTicker, lastTrade, dayUpdated, volume, {}}, kFrom), traded);
}

QTEST_GUILESS_MAIN(TestGapPages)
#include "tst_gappages.moc"

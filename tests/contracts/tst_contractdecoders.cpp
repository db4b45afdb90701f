// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/contractdecoders.h"

using namespace flowglass;
using namespace flowglass::contracts;
using domain::ContractSnapshot;
using domain::ContractTerms;
using domain::Error;

namespace {

const QString kTicker = QStringLiteral("O:EVRI240119C00002500");
const QString kApple = QStringLiteral("O:AAPL230616C00150000");

QByteArray termsSample()
{
    return R"({"results":{"cfi":"OCASPS","contract_type":"call","exercise_style":"american",
        "expiration_date":"2024-01-19","primary_exchange":"BATO","shares_per_contract":100,"strike_price":2.5,
        "ticker":"O:EVRI240119C00002500","underlying_ticker":"EVRI"},"status":"OK","request_id":"c6a1"})";
}

QByteArray snapshotSample()
{
    return R"({"request_id":"104d","results":{"break_even_price":179.075,"day":{"change":-2.4,
        "change_percent":-7.6433,"close":29,"high":32.25,"last_updated":1651204800000000000,"low":29,"open":29.99,
        "previous_close":31.4,"volume":8,"vwap":30.7738},"details":{"contract_type":"call",
        "exercise_style":"american","expiration_date":"2023-06-16","shares_per_contract":100,"strike_price":150,
        "ticker":"O:AAPL230616C00150000"},"fmv":20.5,"greeks":{"delta":0.64366,"gamma":0.0061735,
        "theta":-0.0282272,"vega":0.638116},"implied_volatility":0.357028,"last_quote":{"ask":29.25,"ask_size":209,
        "bid":28.9,"bid_size":294,"last_updated":1651254260800059648,"midpoint":29.075,"timeframe":"REAL-TIME"},
        "last_trade":{"price":29.25,"sip_timestamp":1678718527714665700,"size":1,"conditions":[209],
        "exchange":309,"timeframe":"REAL-TIME"},"open_interest":8133,"underlying_asset":{
        "change_to_break_even":19.1144,"last_updated":1651254263172073152,"price":159.9606,"ticker":"AAPL",
        "timeframe":"REAL-TIME"}},"status":"OK"})";
}

QByteArray results(const QByteArray& object)
{
    return R"({"status":"OK","results":)" + object + "}";
}

} // namespace

class TestContractDecoders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheProvidersTerms();
    void readsTheProvidersSnapshot();
    void refusesAnswersAsAWhole_data();
    void refusesAnswersAsAWhole();
    void leavesBadTermsEmpty_data();
    void leavesBadTermsEmpty();
    void readsAdjustedDeliverables_data();
    void readsAdjustedDeliverables();
    void toleratesOddEnvelopes_data();
    void toleratesOddEnvelopes();
    void leavesMissingPartsOfASnapshotEmpty_data();
    void leavesMissingPartsOfASnapshotEmpty();
    void readsTimesByTheirMagnitude_data();
    void readsTimesByTheirMagnitude();
    void refusesEveryTruncatedAnswer();
    void survivesEveryFlippedByte();
    void findsWhatTheProviderSays_data();
    void findsWhatTheProviderSays();
};

void TestContractDecoders::readsTheProvidersTerms()
{
    const auto terms = decodeTerms(termsSample(), kTicker);
    QVERIFY(terms);
    ContractTerms expected;
    expected.ticker = kTicker;
    expected.underlying = QStringLiteral("EVRI");
    expected.type = QStringLiteral("call");
    expected.exerciseStyle = QStringLiteral("american");
    expected.expirationDate = QStringLiteral("2024-01-19");
    expected.primaryExchange = QStringLiteral("BATO");
    expected.cfi = QStringLiteral("OCASPS");
    expected.strike = 2.5;
    expected.sharesPerContract = 100;
    QCOMPARE(*terms, expected);
}

void TestContractDecoders::readsTheProvidersSnapshot()
{
    const auto snapshot = decodeSnapshot(snapshotSample(), kApple);
    QVERIFY(snapshot);
    ContractSnapshot expected;
    expected.bid = 28.9;
    expected.ask = 29.25;
    expected.midpoint = 29.075;
    expected.bidSize = 294;
    expected.askSize = 209;
    expected.quoteTime = domain::UnixNs{1651254260800059648}; // above 2^53: every digit kept
    expected.quoteTimeframe = QStringLiteral("REAL-TIME");
    expected.impliedVolatility = 0.357028;
    expected.delta = 0.64366;
    expected.gamma = 0.0061735;
    expected.theta = -0.0282272;
    expected.vega = 0.638116;
    expected.openInterest = 8133.0;
    expected.breakEven = 179.075;
    expected.dayOpen = 29.99;
    expected.dayHigh = 32.25;
    expected.dayLow = 29.0;
    expected.dayClose = 29.0;
    expected.dayVwap = 30.7738;
    expected.dayVolume = 8.0;
    expected.previousClose = 31.4;
    expected.dayUpdated = domain::UnixNs{1651204800000000000};
    expected.underlyingTicker = QStringLiteral("AAPL");
    expected.underlyingPrice = 159.9606;
    expected.underlyingUpdated = domain::UnixNs{1651254263172073152};
    QCOMPARE(*snapshot, expected);
}

void TestContractDecoders::refusesAnswersAsAWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Code>("code");
    const auto bad = Error::Code::BadAnswer;
    const auto missing = Error::Code::NotFound;
    QTest::newRow("nothing at all") << QByteArray() << bad;
    QTest::newRow("white space") << QByteArray("  \n ") << bad;
    QTest::newRow("an HTML page") << QByteArray("<html><body>502 Bad Gateway</body></html>") << bad;
    QTest::newRow("plain text") << QByteArray("404 page not found") << bad;
    QTest::newRow("CSV") << QByteArray("ticker,strike\nO:EVRI240119C00002500,2.5\n") << bad;
    QTest::newRow("a JSON string") << QByteArray(R"("OK")") << bad;
    QTest::newRow("a JSON number") << QByteArray("42") << bad;
    QTest::newRow("null") << QByteArray("null") << bad;
    QTest::newRow("an array") << QByteArray("[1,2]") << bad;
    QTest::newRow("bytes that are not UTF-8") << QByteArray("{\"results\":{\"ticker\":\"\xff\xfe\"}}") << bad;
    QTest::newRow("zero bytes") << QByteArray(64, '\0') << bad;
    QTest::newRow("an integer beyond 64 bits")
        << results(R"({"shares_per_contract":99999999999999999999999999999999})") << bad;
    QTest::newRow("a number beyond double") << results(R"({"strike_price":1e999})") << bad;
    QTest::newRow("a number that is none") << results(R"({"strike_price":NaN})") << bad;
    QTest::newRow("nested without end") << QByteArray(100'000, '[') << bad;
    QTest::newRow("an envelope without results")
        << QByteArray(R"({"status":"OK","request_id":"1"})") << missing;
    QTest::newRow("an empty envelope") << QByteArray("{}") << missing;
    QTest::newRow("results null") << results("null") << missing;
    QTest::newRow("results an empty array") << results("[]") << missing;
    QTest::newRow("results a string") << results(R"("none")") << bad;
    QTest::newRow("results a number") << results("0") << bad;
    QTest::newRow("results an array of numbers") << results("[1]") << bad;
    QTest::newRow("results an array of null") << results("[null]") << bad;
    QTest::newRow("another contract")
        << results(R"({"ticker":"O:NVDA261218C00150000","details":{"ticker":"O:NVDA261218C00150000"}})")
        << bad;
    QTest::newRow("the ticker in lower case")
        << results(R"({"ticker":"o:evri240119c00002500","details":{"ticker":"o:evri240119c00002500"}})")
        << bad;
}

void TestContractDecoders::refusesAnswersAsAWhole()
{
    QFETCH(QByteArray, body);
    QFETCH(Error::Code, code);
    const auto terms = decodeTerms(body, kTicker);
    QVERIFY(!terms);
    QCOMPARE(terms.error().code, code);
    QVERIFY(!terms.error().text.isEmpty());
    QVERIFY(!terms.error().detail.isEmpty());
    const auto snapshot = decodeSnapshot(body, kTicker);
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().code, code);
}

void TestContractDecoders::leavesBadTermsEmpty_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::newRow("no members") << QByteArray("{}");
    QTest::newRow("all null") << QByteArray(
        R"({"ticker":null,"underlying_ticker":null,"strike_price":null,"shares_per_contract":null,)"
        R"("contract_type":null,"cfi":null,"additional_underlyings":null})");
    QTest::newRow("all of another type") << QByteArray(
        R"({"ticker":1,"underlying_ticker":{},"strike_price":"2.5","shares_per_contract":"100",)"
        R"("contract_type":[],"exercise_style":true,"expiration_date":20240119,)"
        R"("primary_exchange":300,"cfi":false,"additional_underlyings":{"underlying":"X"}})");
    QTest::newRow("impossible shares per contract, zero") << QByteArray(R"({"shares_per_contract":0})");
    QTest::newRow("impossible shares per contract, negative")
        << QByteArray(R"({"shares_per_contract":-100})");
    QTest::newRow("impossible shares per contract, half") << QByteArray(R"({"shares_per_contract":0.5})");
    QTest::newRow("impossible shares per contract, huge")
        << QByteArray(R"({"shares_per_contract":9223372036854775807})");
}

void TestContractDecoders::leavesBadTermsEmpty()
{
    QFETCH(QByteArray, object);
    const auto terms = decodeTerms(results(object), kTicker);
    QVERIFY2(terms, terms ? "" : qPrintable(terms.error().detail));
    ContractTerms nothing;
    nothing.ticker = kTicker;
    QCOMPARE(*terms, nothing);
}

void TestContractDecoders::readsAdjustedDeliverables_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("count");
    QTest::newRow("shares and cash")
        << QByteArray(
               R"([{"underlying":"VMW","type":"equity","amount":22},{"underlying":"USD","type":"currency","amount":50.4}])")
        << 2;
    QTest::newRow("an item that is no object is left out")
        << QByteArray(R"([7,null,"x",{"underlying":"VMW","type":"equity","amount":22}])") << 1;
    QTest::newRow("an empty list means a standard contract") << QByteArray("[]") << 0;
}

void TestContractDecoders::readsAdjustedDeliverables()
{
    QFETCH(QByteArray, list);
    QFETCH(int, count);
    // The members behind the list must be readable, too.
    const auto terms = decodeTerms(
        results(R"({"additional_underlyings":)" + list + R"(,"shares_per_contract":10.0,"correction":"3"})"),
        kTicker);
    QVERIFY(terms);
    QCOMPARE(int(terms->additionalUnderlyings.size()), count);
    QCOMPARE(terms->sharesPerContract, std::optional<std::int64_t>(10));
    for (const domain::Deliverable& item : terms->additionalUnderlyings)
        QVERIFY(item.underlying == QLatin1String("VMW")
                    ? item.amount == 22.0 && item.type == QLatin1String("equity")
                    : item.amount == 50.4 && item.type == QLatin1String("currency"));
}

void TestContractDecoders::toleratesOddEnvelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray object =
        R"({"ticker":"O:EVRI240119C00002500","shares_per_contract":100,"correction":1})";
    QTest::newRow("an array of one") << results("[" + object + "]");
    QTest::newRow("status other than OK") << QByteArray(R"({"status":"DELAYED","results":)" + object + "}");
    QTest::newRow("no status") << QByteArray(R"({"results":)" + object + "}");
    QTest::newRow("results before and after other members")
        << QByteArray(R"({"a":[1,{"results":2}],"results":)" + object + R"(,"next_url":null})");
    QTest::newRow("unknown members, deeply nested") << QByteArray(
        R"({"x":)" + QByteArray(300, '[') + QByteArray(300, ']') + R"(,"results":)" + object + "}");
    QTest::newRow("line breaks and spaces") << QByteArray("\r\n {\n\t\"results\" :\n" + object + "\n}\r\n");
}

void TestContractDecoders::toleratesOddEnvelopes()
{
    QFETCH(QByteArray, body);
    const auto terms = decodeTerms(body, kTicker);
    QVERIFY2(terms, terms ? "" : qPrintable(terms.error().detail));
    QCOMPARE(terms->sharesPerContract, std::optional<std::int64_t>(100));
}

void TestContractDecoders::leavesMissingPartsOfASnapshotEmpty_data()
{
    QTest::addColumn<QByteArray>("replaced");
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<QString>("gone");
    const QByteArray greeks = R"("greeks":{"delta":0.5,"gamma":0.1,"theta":-0.1,"vega":0.2})";
    const QByteArray quote = R"("last_quote":{"bid":1.0,"ask":2.0,"last_updated":1651254260800059648})";
    const QByteArray day = R"("day":{"close":3.0,"volume":8,"last_updated":1651254260800})";
    const QByteArray asset = R"("underlying_asset":{"ticker":"EVRI","price":11.5})";
    QTest::newRow("no greeks") << greeks << QByteArray(R"("x":1)") << QStringLiteral("greeks");
    QTest::newRow("greeks null") << greeks << QByteArray(R"("greeks":null)") << QStringLiteral("greeks");
    QTest::newRow("greeks empty") << greeks << QByteArray(R"("greeks":{})") << QStringLiteral("greeks");
    QTest::newRow("greeks a list") << greeks << QByteArray(R"("greeks":[0.5])") << QStringLiteral("greeks");
    QTest::newRow("no quote") << quote << QByteArray(R"("x":1)") << QStringLiteral("quote");
    QTest::newRow("quote null") << quote << QByteArray(R"("last_quote":null)") << QStringLiteral("quote");
    QTest::newRow("quote of texts") << quote << QByteArray(R"("last_quote":{"bid":"1.0","ask":"2.0"})")
                                    << QStringLiteral("quote");
    QTest::newRow("no day") << day << QByteArray(R"("x":1)") << QStringLiteral("day");
    QTest::newRow("day empty, as without a trade")
        << day << QByteArray(R"("day":{})") << QStringLiteral("day");
    QTest::newRow("day a text") << day << QByteArray(R"("day":"2026-11-20")") << QStringLiteral("day");
    QTest::newRow("no underlying") << asset << QByteArray(R"("x":1)") << QStringLiteral("underlying");
    QTest::newRow("underlying null") << asset << QByteArray(R"("underlying_asset":null)")
                                     << QStringLiteral("underlying");
    QTest::newRow("everything there") << QByteArray("nothing") << QByteArray() << QString();
}

void TestContractDecoders::leavesMissingPartsOfASnapshotEmpty()
{
    QFETCH(QByteArray, replaced);
    QFETCH(QByteArray, by);
    QFETCH(QString, gone);
    QByteArray body = results(
        R"({"greeks":{"delta":0.5,"gamma":0.1,"theta":-0.1,"vega":0.2},"last_quote":{"bid":1.0,"ask":2.0,"last_updated":1651254260800059648},)"
        R"("day":{"close":3.0,"volume":8,"last_updated":1651254260800},"underlying_asset":{"ticker":"EVRI","price":11.5},"open_interest":0})");
    const auto snapshot = decodeSnapshot(body.replace(replaced, by), kTicker);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->delta.has_value(), gone != QLatin1String("greeks"));
    QCOMPARE(snapshot->vega.has_value(), gone != QLatin1String("greeks"));
    QCOMPARE(snapshot->bid.has_value(), gone != QLatin1String("quote"));
    QCOMPARE(snapshot->quoteTime.has_value(), gone != QLatin1String("quote"));
    QCOMPARE(snapshot->dayClose.has_value(), gone != QLatin1String("day"));
    QCOMPARE(snapshot->dayUpdated.has_value(), gone != QLatin1String("day"));
    QCOMPARE(snapshot->underlyingPrice.has_value(), gone != QLatin1String("underlying"));
    QCOMPARE(snapshot->openInterest, std::optional(0.0)); // a zero that was said is a zero
    QVERIFY(!snapshot->impliedVolatility.has_value());
    QVERIFY(!snapshot->dayOpen.has_value());
}

void TestContractDecoders::readsTimesByTheirMagnitude_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<qint64>("ns"); // 0: not provided
    QTest::newRow("nanoseconds") << QByteArray("1651254260800059648") << qint64(1651254260800059648);
    QTest::newRow("microseconds") << QByteArray("1651254260800059") << qint64(1651254260800059000);
    QTest::newRow("milliseconds") << QByteArray("1651254260800") << qint64(1651254260800000000);
    QTest::newRow("seconds") << QByteArray("1651254260") << qint64(1651254260000000000);
    QTest::newRow("milliseconds with a decimal point")
        << QByteArray("1651254260800.0") << qint64(1651254260800000000);
    QTest::newRow("the last second of 64 bits") << QByteArray("9223372036") << qint64(9223372036000000000);
    QTest::newRow("seconds beyond the year 2262") << QByteArray("9223372037") << qint64(0);
    QTest::newRow("milliseconds beyond it") << QByteArray("9999999999999") << qint64(0);
    QTest::newRow("microseconds beyond it") << QByteArray("99999999999999999") << qint64(0);
    QTest::newRow("a huge exponent") << QByteArray("1e300") << qint64(0);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("negative") << QByteArray("-1651254260800059648") << qint64(0);
    QTest::newRow("unsigned only") << QByteArray("18446744073709551615") << qint64(0);
    QTest::newRow("seconds beyond 2262") << QByteArray("99999999999") << qint64(0);
    QTest::newRow("milliseconds beyond 2262") << QByteArray("99999999999999") << qint64(0);
    QTest::newRow("microseconds beyond 2262") << QByteArray("99999999999999999") << qint64(0);
    QTest::newRow("a text") << QByteArray(R"("1651254260800059648")") << qint64(0);
    QTest::newRow("null") << QByteArray("null") << qint64(0);
}

void TestContractDecoders::readsTimesByTheirMagnitude()
{
    QFETCH(QByteArray, written);
    QFETCH(qint64, ns);
    const auto snapshot =
        decodeSnapshot(results(R"({"last_quote":{"last_updated":)" + written + R"(,"bid":1.5}})"), kTicker);
    QVERIFY(snapshot);
    QCOMPARE(snapshot->bid, std::optional(1.5));
    QCOMPARE(snapshot->quoteTime ? snapshot->quoteTime->value : 0, ns);
}

void TestContractDecoders::refusesEveryTruncatedAnswer()
{
    const QByteArray snapshot = snapshotSample();
    for (qsizetype size = 0; size < snapshot.size(); ++size)
        QVERIFY2(!decodeSnapshot(snapshot.left(size), kApple), qPrintable(QString::number(size)));
    const QByteArray terms = termsSample();
    for (qsizetype size = 0; size < terms.size(); ++size)
        QVERIFY2(!decodeTerms(terms.left(size), kTicker), qPrintable(QString::number(size)));
}

void TestContractDecoders::survivesEveryFlippedByte()
{
    const QByteArray whole = snapshotSample();
    const QByteArray evil = QByteArrayLiteral("\"{}[],:\\\x00\xff"
                                              "9-");
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (const char c : evil) {
            QByteArray broken = whole;
            broken[at] = c;
            const auto snapshot = decodeSnapshot(broken, kApple);
            if (snapshot)
                QVERIFY(!snapshot->delta || std::isfinite(*snapshot->delta));
            (void)decodeTerms(broken, kApple);
            (void)decodeMessage(broken);
        }
    }
}

void TestContractDecoders::findsWhatTheProviderSays_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    QTest::newRow("401 and 429 say it in `error`")
        << QByteArray(R"({"status":"ERROR","request_id":"1","error":"Unknown API Key"})")
        << QStringLiteral("Unknown API Key");
    QTest::newRow("403 and 404 say it in `message`")
        << QByteArray(R"({"status":"NOT_FOUND","message":"Option Ticker not found."})")
        << QStringLiteral("Option Ticker not found.");
    QTest::newRow("an empty error gives way to the message")
        << QByteArray(R"({"error":"","message":"Data not found."})") << QStringLiteral("Data not found.");
    QTest::newRow("an error of another type gives way to the message")
        << QByteArray(R"({"error":{"code":1},"message":"Data not found."})")
        << QStringLiteral("Data not found.");
    QTest::newRow("line breaks become spaces")
        << QByteArray(R"({"error":"a\n  b\tc"})") << QStringLiteral("a b c");
    QTest::newRow("HTML says nothing") << QByteArray("<html>Bad gateway</html>") << QString();
    QTest::newRow("neither") << QByteArray(R"({"status":"ERROR"})") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a novel is cut") << QByteArray(R"({"error":")" + QByteArray(5000, 'x') + R"("})")
                                    << QString(300, QLatin1Char('x'));
}

void TestContractDecoders::findsWhatTheProviderSays()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    QCOMPARE(decodeMessage(body), said);
}

QTEST_GUILESS_MAIN(TestContractDecoders)
#include "tst_contractdecoders.moc"

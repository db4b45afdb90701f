// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "market/dayhistory.h"
#include "market/generator/listing.h"
#include "market/generator/pricer.h"
#include "market/rest/marketapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <map>
#include <memory>

using namespace flowglass;
using namespace Qt::StringLiterals;
using namespace flowglass::market;

namespace {

constexpr std::int64_t kFridayMorning = 1'795'189'500'000; // 2026-11-20, 10:45 in New York
constexpr std::size_t kPrints = 40'000;

} // namespace

// REST answers without sockets, on a tape that stands still: what they say must be what was printed.
class TestMarketApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void keys_data();
    void keys();
    void errors_data();
    void errors();
    void contractTerms_data();
    void contractTerms();
    void expiredContractsNeedAnAsOfDate();
    void listsPageWithoutLossOrRepeat();
    void listsFilter_data();
    void listsFilter();
    void listsSort();
    void snapshotsAgreeWithTheTape();
    void snapshotsLeaveOutWhatCannotBeSolved();
    void snapshotsNeedTheirOwnUnderlying();
    void indexSnapshotsGoByTheIndex();
    void chainsPage();
    void tradesAreThoseOfTheTape();
    void timesKeepTheOrderOfTheTape();
    void tradesPageBothWays();
    void tradesFilterByTime();
    void unusualTradesAreThoseOfTheRules_data();
    void unusualTradesAreThoseOfTheRules();
    void conditionsAreAll33();
    void exchangesAreListed();
    void marketStatusTellsTheTimeInNewYork();
    void historyForgetsTheOldest();
    void historyTakesCancelledVolumeBack();

private:
    QJsonObject get(const QString& pathAndQuery, int* status = nullptr);
    QJsonObject getUrl(const QUrl& url, int* status = nullptr);
    QString busiestTicker() const { return QString::fromStdString(m_generator->listing()[m_busiest].ticker); }

    std::unique_ptr<TapeGenerator> m_generator;
    std::unique_ptr<DayHistory> m_history;
    std::unique_ptr<MarketApi> m_api;
    std::map<std::uint32_t, std::vector<TapePrint>> m_tape;
    std::uint32_t m_busiest = 0; // contract of NVDA with most prints
    domain::UnixMs m_now;
    const QUrl m_base{QStringLiteral("http://127.0.0.1:1234")};
};

void TestMarketApi::initTestCase()
{
    MarketConfig config;
    config.seed = 21;
    config.start = {kFridayMorning};
    m_generator = std::make_unique<TapeGenerator>(config);
    const std::size_t contracts = m_generator->listing().contracts().size();
    m_history = std::make_unique<DayHistory>(contracts, 1'000'000);
    m_api = std::make_unique<MarketApi>(*m_generator, *m_history, QStringLiteral("right key"), m_base);
    for (std::size_t i = 0; i < kPrints; ++i) {
        const TapePrint print = m_generator->next();
        m_history->add(print, m_generator->toTrade(print, {print.contract}));
        m_tape[print.contract].push_back(print);
        m_now = m_generator->time(print);
        const bool nvda = m_generator->listing()[print.contract].underlying == 0;
        if (nvda && m_tape[print.contract].size() > m_tape[m_busiest].size())
            m_busiest = print.contract;
    }
    QVERIFY(m_tape[m_busiest].size() > 100);
}

QJsonObject TestMarketApi::get(const QString& pathAndQuery, int* status)
{
    return getUrl(m_base.resolved(QUrl(QLatin1String("http://127.0.0.1:1234") + pathAndQuery)), status);
}

QJsonObject TestMarketApi::getUrl(const QUrl& url, int* status)
{
    const RestAnswer answer = m_api->answer(url, "Bearer right key", m_now);
    if (status != nullptr)
        *status = answer.status;
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    if (object.contains(QLatin1String("request_id")))
        Q_ASSERT(object[QLatin1String("request_id")].toString().toLatin1() == answer.requestId);
    return object;
}

void TestMarketApi::keys_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const QString missing = QStringLiteral("API Key was not provided");
    const QString unknown = QStringLiteral("Unknown API Key");
    QTest::newRow("no key is refused") << QString() << QByteArray() << 401 << missing;
    QTest::newRow("a wrong key in the header is refused") << QString() << QByteArray("Bearer x") << 401 << unknown;
    QTest::newRow("a wrong key in the query is refused") << "apiKey=x" << QByteArray() << 401 << unknown;
    QTest::newRow("another scheme is no key") << QString() << QByteArray("Basic right key") << 401 << missing;
    QTest::newRow("the right key in the header") << QString() << QByteArray("Bearer right key") << 200 << QString();
    QTest::newRow("the right key in the query") << "apiKey=right%20key" << QByteArray() << 200 << QString();
}

void TestMarketApi::keys()
{
    QFETCH(QString, query);
    QFETCH(QByteArray, header);
    QUrl url = m_base.resolved(QUrl(QStringLiteral("/v3/reference/exchanges")));
    url.setQuery(query);
    const RestAnswer answer = m_api->answer(url, header, m_now);
    QTEST(answer.status, "status");
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    QTEST(body[QLatin1String("error")].toString(), "error");
    QCOMPARE(body[QLatin1String("status")].toString(),
             answer.status == 200 ? QStringLiteral("OK") : QStringLiteral("ERROR"));
}

void TestMarketApi::errors_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text"); // under "error" or "message"
    const QString contracts = QStringLiteral("/v3/reference/options/contracts");
    QTest::newRow("a contract that is not listed") << contracts + "/O:NVDA261120C99999000"_L1 << 404
                                                   << "Option Ticker not found.";
    QTest::newRow("a ticker without its prefix") << contracts + "/NVDA"_L1 << 404 << "Option Ticker not found.";
    QTest::newRow("a date that is none") << contracts + "/O:NVDA261120C00180000?as_of=soon"_L1 << 400
                                         << "Invalid value for parameter 'as_of'";
    QTest::newRow("a limit of nothing") << contracts + "?limit=0"_L1 << 400 << "Invalid value for parameter 'limit'";
    QTest::newRow("a limit beyond the largest") << contracts + "?limit=1001"_L1 << 400
                                                << "Invalid value for parameter 'limit'";
    QTest::newRow("a limit in words") << contracts + "?limit=ten"_L1 << 400 << "Invalid value for parameter 'limit'";
    QTest::newRow("a strike in words") << contracts + "?strike_price.gte=high"_L1 << 400
                                       << "Invalid value for parameter 'strike_price.gte'";
    QTest::newRow("an order that is none") << contracts + "?order=up"_L1 << 400 << "Invalid value for parameter 'order'";
    QTest::newRow("a cursor that is none") << contracts + "?cursor=xyz"_L1 << 400
                                           << "Invalid value for parameter 'cursor'";
    QTest::newRow("a chain of nobody") << "/v3/snapshot/options/NOBODY" << 404 << "Underlying asset not found.";
    QTest::newRow("a chain page beyond the largest") << "/v3/snapshot/options/NVDA?limit=251" << 400
                                                     << "Invalid value for parameter 'limit'";
    QTest::newRow("a time in words") << "/v3/trades/O:NVDA261120C00180000?timestamp.gte=noon" << 400
                                     << "Invalid value for parameter 'timestamp.gte'";
    QTest::newRow("an unusual time in words") << "/options/v1/unusual-trades?sip_timestamp.lte=noon" << 400
                                              << "Invalid value for parameter 'sip_timestamp.lte'";
}

void TestMarketApi::errors()
{
    QFETCH(QString, path);
    int status = 0;
    const QJsonObject body = get(path, &status);
    QTEST(status, "status");
    QTEST(body[QLatin1String(status == 404 ? "message" : "error")].toString(), "text");
    QCOMPARE(body[QLatin1String("status")].toString(),
             status == 404 ? QStringLiteral("NOT_FOUND") : QStringLiteral("ERROR"));
    const RestAnswer nowhere = m_api->answer(m_base.resolved(QUrl(QStringLiteral("/v3/nothing"))),
                                             "Bearer right key", m_now);
    QCOMPARE(nowhere.status, 404);
    QCOMPARE(nowhere.type, QByteArray("text/plain"));
}

void TestMarketApi::contractTerms_data()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("underlying");
    QTest::addColumn<QString>("style");
    QTest::addColumn<int>("shares");
    QTest::addColumn<int>("deliverables");
    QTest::newRow("a stock option") << "NVDA" << "NVDA" << "american" << 100 << 0;
    QTest::newRow("an index option names its index") << "SPXW" << "SPX" << "european" << 100 << 0;
    QTest::newRow("an adjusted contract delivers shares and cash") << "NVDA1" << "NVDA" << "american" << 10 << 2;
}

void TestMarketApi::contractTerms()
{
    QFETCH(QString, root);
    const Listing& listing = m_generator->listing();
    std::uint32_t index = 0;
    while (QLatin1String(listing.profile(index).root) != root)
        ++index;
    for (const std::uint32_t contract : {index, index + 1}) { // a call and its put
        const ListedContract& listed = listing[contract];
        const QString ticker = QString::fromStdString(listed.ticker);
        const QJsonObject terms = get(QLatin1String("/v3/reference/options/contracts/") + ticker)
                                      [QLatin1String("results")].toObject();
        QCOMPARE(terms[QLatin1String("ticker")].toString(), ticker);
        QTEST(terms[QLatin1String("underlying_ticker")].toString(), "underlying");
        QTEST(terms[QLatin1String("exercise_style")].toString(), "style");
        QTEST(terms[QLatin1String("shares_per_contract")].toInt(), "shares");
        QTEST(int(terms[QLatin1String("additional_underlyings")].toArray().size()), "deliverables");
        QCOMPARE(terms[QLatin1String("strike_price")].toDouble(), listed.symbol.lossyStrike());
        QCOMPARE(terms[QLatin1String("expiration_date")].toString(), domain::isoDate(listed.symbol.expiry()));
        const bool call = listed.symbol.right == domain::Right::Call;
        QCOMPARE(terms[QLatin1String("contract_type")].toString(),
                 call ? QStringLiteral("call") : QStringLiteral("put"));
        QCOMPARE(terms[QLatin1String("cfi")].toString().size(), 6);
        QCOMPARE(terms[QLatin1String("cfi")].toString().at(1), QLatin1Char(call ? 'C' : 'P'));
    }
}

void TestMarketApi::expiredContractsNeedAnAsOfDate()
{
    const QString path = QLatin1String("/v3/reference/options/contracts/")
                         + QString::fromStdString(m_generator->listing()[0].ticker);
    const domain::UnixMs nextWeek = m_now + std::chrono::hours(24 * 7);
    const auto status = [&](const QString& query) {
        return m_api->answer(m_base.resolved(QUrl(path + query)), "Bearer right key", nextWeek).status;
    };
    QCOMPARE(status(QString()), 404);
    QCOMPARE(status(QStringLiteral("?as_of=2026-11-20")), 200);
    QCOMPARE(status(QStringLiteral("?as_of=2026-11-21")), 404);
}

void TestMarketApi::listsPageWithoutLossOrRepeat()
{
    QSet<QString> seen;
    QString last;
    QUrl url = QUrl(QStringLiteral("http://127.0.0.1:1234/v3/reference/options/contracts?"
                                   "underlying_ticker=NVDA&limit=137&apiKey=right%20key"));
    int pages = 0;
    while (url.isValid() && !url.isEmpty()) {
        int status = 0;
        const QJsonObject body = getUrl(url, &status);
        QCOMPARE(status, 200);
        for (const QJsonValue& row : body[QLatin1String("results")].toArray()) {
            const QString ticker = row[QLatin1String("ticker")].toString();
            QVERIFY(!seen.contains(ticker));
            QVERIFY(ticker > last);
            seen.insert(ticker);
            last = ticker;
        }
        url = QUrl(body[QLatin1String("next_url")].toString());
        QVERIFY(url.isEmpty() || url.toString().startsWith(m_base.toString()));
        QVERIFY(!QString::fromUtf8(QByteArray::fromBase64(url.query().mid(7).toLatin1()))
                     .contains(QLatin1String("key"))); // the key is never handed on
        ++pages;
    }
    qsizetype expected = 0;
    for (std::uint32_t i = 0; i < m_generator->listing().contracts().size(); ++i)
        expected += QLatin1String(m_generator->listing().profile(i).reference) == QLatin1String("NVDA") ? 1 : 0;
    QCOMPARE(seen.size(), expected); // the adjusted ones too: their underlying is NVDA
    QCOMPARE(pages, int((expected + 136) / 137));
}

void TestMarketApi::listsFilter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("lowest"); // strike in 1/1,000
    QTest::addColumn<int>("highest");
    QTest::newRow("one strike") << "strike_price=180" << 180'000 << 180'000;
    QTest::newRow("strikes from") << "strike_price.gte=180" << 180'000 << 1'000'000;
    QTest::newRow("strikes above") << "strike_price.gt=180" << 180'001 << 1'000'000;
    QTest::newRow("strikes between") << "strike_price.gt=170&strike_price.lte=190" << 170'001 << 190'000;
    QTest::newRow("strikes below") << "strike_price.lt=180" << 1 << 179'999;
}

void TestMarketApi::listsFilter()
{
    QFETCH(QString, filter);
    QFETCH(int, lowest);
    QFETCH(int, highest);
    const QJsonArray rows = get(QLatin1String("/v3/reference/options/contracts?underlying_ticker=NVDA&limit=1000"
                                              "&contract_type=put&expiration_date.gte=2026-12-01"
                                              "&expiration_date.lt=2027-01-01&") + filter)
                                [QLatin1String("results")].toArray();
    QVERIFY(!rows.isEmpty());
    for (const QJsonValue& row : rows) {
        const auto symbol = domain::OptionSymbol::parse(row[QLatin1String("ticker")].toString().toStdString());
        QVERIFY(symbol->strikeMils >= lowest && symbol->strikeMils <= highest);
        QVERIFY(symbol->right == domain::Right::Put);
        QVERIFY(row[QLatin1String("expiration_date")].toString().startsWith(QLatin1String("2026-12-")));
    }
}

void TestMarketApi::listsSort()
{
    const QJsonArray rows = get(QStringLiteral("/v3/reference/options/contracts?underlying_ticker=AAPL&limit=500"
                                               "&sort=strike_price&order=desc"))[QLatin1String("results")].toArray();
    double last = 1e9;
    for (const QJsonValue& row : rows) {
        QVERIFY(row[QLatin1String("strike_price")].toDouble() <= last);
        last = row[QLatin1String("strike_price")].toDouble();
    }
    QVERIFY(rows.size() > 100);
}

void TestMarketApi::snapshotsAgreeWithTheTape()
{
    const QJsonObject row = get(QLatin1String("/v3/snapshot/options/NVDA/") + busiestTicker())
                                [QLatin1String("results")].toObject();
    std::int64_t volume = 0;
    std::int64_t turnover = 0;
    domain::Price high, low, open;
    TapePrint last;
    for (const TapePrint& print : m_tape[m_busiest]) {
        domain::Conditions conditions;
        conditions.add(print.condition);
        const int sign = domain::traitsOf(conditions).cancel ? -1 : domain::updatesVolume(conditions) ? 1 : 0;
        volume += sign * std::int64_t(print.size);
        turnover += sign * std::int64_t(print.size) * print.price.units();
        if (sign <= 0)
            continue;
        open = last.size == 0 ? print.price : open;
        high = last.size == 0 ? print.price : std::max(high, print.price);
        low = last.size == 0 ? print.price : std::min(low, print.price);
        last = print;
    }
    const QJsonObject day = row[QLatin1String("day")].toObject();
    QCOMPARE(day[QLatin1String("volume")].toInteger(), qint64(volume));
    QCOMPARE(day[QLatin1String("open")].toDouble(), open.lossyDollars());
    QCOMPARE(day[QLatin1String("high")].toDouble(), high.lossyDollars());
    QCOMPARE(day[QLatin1String("low")].toDouble(), low.lossyDollars());
    QCOMPARE(day[QLatin1String("close")].toDouble(), last.price.lossyDollars());
    QVERIFY(std::abs(day[QLatin1String("vwap")].toDouble() - double(turnover) / double(volume) / 1e4) < 1e-4);

    const QJsonObject trade = row[QLatin1String("last_trade")].toObject();
    QCOMPARE(trade[QLatin1String("price")].toDouble(), last.price.lossyDollars());
    QCOMPARE(trade[QLatin1String("size")].toInteger(), qint64(last.size));
    QCOMPARE(trade[QLatin1String("exchange")].toInt(), int(last.exchange.value));
    QCOMPARE(trade[QLatin1String("sip_timestamp")].toInteger() / 1'000'000, qint64(m_generator->time(last).value));

    const QJsonObject quote = row[QLatin1String("last_quote")].toObject();
    const Quote made = m_generator->quote(m_busiest);
    QCOMPARE(quote[QLatin1String("bid")].toDouble(), made.bid.lossyDollars());
    QCOMPARE(quote[QLatin1String("ask")].toDouble(), made.ask.lossyDollars());
    QVERIFY(quote[QLatin1String("bid_size")].toInt() >= 1);
    const QJsonObject asset = row[QLatin1String("underlying_asset")].toObject();
    QVERIFY(std::abs(asset[QLatin1String("price")].toDouble() - m_generator->spot(0)) < 1e-3);
    QVERIFY(row[QLatin1String("implied_volatility")].toDouble() > 0.1);
    QVERIFY(std::abs(row[QLatin1String("greeks")][QLatin1String("delta")].toDouble()) <= 1.0);
    QVERIFY(row[QLatin1String("open_interest")].isDouble());
}

void TestMarketApi::snapshotsLeaveOutWhatCannotBeSolved()
{
    int without = 0;
    int untraded = 0;
    QUrl url(QStringLiteral("http://127.0.0.1:1234/v3/snapshot/options/NVDA?limit=250"));
    while (!url.isEmpty()) {
        const QJsonObject body = getUrl(url);
        for (const QJsonValue& row : body[QLatin1String("results")].toArray()) {
            const QJsonObject contract = row.toObject();
            QCOMPARE(contract.contains(QLatin1String("greeks")),
                     contract.contains(QLatin1String("implied_volatility")));
            without += contract.contains(QLatin1String("greeks")) ? 0 : 1;
            const bool traded = contract.contains(QLatin1String("last_trade"));
            QCOMPARE(contract[QLatin1String("day")].toObject().isEmpty(), !traded);
            untraded += traded ? 0 : 1;
        }
        url = QUrl(body[QLatin1String("next_url")].toString());
    }
    QVERIFY(without > 0);
    QVERIFY(untraded > 0);
}

void TestMarketApi::snapshotsNeedTheirOwnUnderlying()
{
    int status = 0;
    get(QLatin1String("/v3/snapshot/options/AAPL/") + busiestTicker(), &status);
    QCOMPARE(status, 404);
    get(QLatin1String("/v3/snapshot/options/NVDA/") + busiestTicker(), &status);
    QCOMPARE(status, 200);
}

void TestMarketApi::indexSnapshotsGoByTheIndex()
{
    const QJsonArray rows = get(QStringLiteral("/v3/snapshot/options/I:SPX?limit=3"))[QLatin1String("results")].toArray();
    QCOMPARE(rows.size(), 3);
    const QJsonObject asset = rows.first()[QLatin1String("underlying_asset")].toObject();
    QCOMPARE(asset[QLatin1String("ticker")].toString(), QStringLiteral("I:SPX"));
    QVERIFY(asset[QLatin1String("value")].toDouble() > 1000.0);
    QVERIFY(!asset.contains(QLatin1String("price")));
    int status = 0;
    get(QStringLiteral("/v3/snapshot/options/SPX"), &status);
    QCOMPARE(status, 404);
}

void TestMarketApi::chainsPage()
{
    const QJsonObject first = get(QStringLiteral("/v3/snapshot/options/TSLA"));
    QCOMPARE(first[QLatin1String("results")].toArray().size(), 10);
    const QJsonObject second = getUrl(QUrl(first[QLatin1String("next_url")].toString()));
    QCOMPARE(second[QLatin1String("results")].toArray().size(), 10);
    QVERIFY(first[QLatin1String("results")][9][QLatin1String("details")][QLatin1String("ticker")].toString()
            < second[QLatin1String("results")][0][QLatin1String("details")][QLatin1String("ticker")].toString());
}

void TestMarketApi::tradesAreThoseOfTheTape()
{
    const QJsonArray rows = get(QLatin1String("/v3/trades/") + busiestTicker()
                                + QLatin1String("?limit=50000&order=asc"))[QLatin1String("results")].toArray();
    const std::vector<TapePrint>& tape = m_tape[m_busiest];
    QCOMPARE(std::size_t(rows.size()), tape.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const TapePrint& print = tape[std::size_t(i)];
        QCOMPARE(rows[i][QLatin1String("sequence_number")].toInteger(), qint64(print.sequence));
        QCOMPARE(rows[i][QLatin1String("price")].toDouble(), print.price.lossyDollars());
        QCOMPARE(rows[i][QLatin1String("size")].toInteger(), qint64(print.size));
        QCOMPARE(rows[i][QLatin1String("conditions")][0].toInt(), int(print.condition));
        QCOMPARE(rows[i][QLatin1String("sip_timestamp")].toInteger() / 1'000'000,
                 qint64(m_generator->time(print).value));
    }
    QVERIFY(get(QStringLiteral("/v3/trades/O:NONE261120C00000001"))[QLatin1String("results")].toArray().isEmpty());
}

void TestMarketApi::timesKeepTheOrderOfTheTape()
{
    std::map<qint64, std::uint64_t> sequences; // of the whole market, by time
    std::size_t prints = 0;
    for (const auto& [contract, tape] : m_tape) {
        const std::string& ticker = m_generator->listing()[contract].ticker;
        const QJsonArray rows = get(QLatin1String("/v3/trades/") + QString::fromStdString(ticker)
                                    + QLatin1String("?limit=50000"))[QLatin1String("results")].toArray();
        QCOMPARE(std::size_t(rows.size()), tape.size());
        prints += tape.size();
        for (const QJsonValue& row : rows)
            sequences[row[QLatin1String("sip_timestamp")].toInteger()] =
                std::uint64_t(row[QLatin1String("sequence_number")].toInteger());
    }
    QCOMPARE(sequences.size(), prints); // no two share a time
    std::uint64_t before = 0;
    for (const auto& [time, sequence] : sequences) {
        QVERIFY(sequence > before); // which the generator counts over all contracts
        before = sequence;
    }
}

void TestMarketApi::tradesPageBothWays()
{
    for (const QString& order : {QStringLiteral("asc"), QStringLiteral("desc")}) {
        std::vector<std::uint64_t> sequences;
        QUrl url(QLatin1String("http://127.0.0.1:1234/v3/trades/") + busiestTicker() + QLatin1String("?limit=17&order=")
                 + order);
        while (!url.isEmpty()) {
            const QJsonObject body = getUrl(url);
            for (const QJsonValue& row : body[QLatin1String("results")].toArray())
                sequences.push_back(std::uint64_t(row[QLatin1String("sequence_number")].toInteger()));
            url = QUrl(body[QLatin1String("next_url")].toString());
        }
        if (order == QLatin1String("desc"))
            std::reverse(sequences.begin(), sequences.end());
        QCOMPARE(sequences.size(), m_tape[m_busiest].size());
        QVERIFY(std::is_sorted(sequences.begin(), sequences.end()));
    }
}

void TestMarketApi::tradesFilterByTime()
{
    const std::vector<TapePrint>& tape = m_tape[m_busiest];
    const qint64 middle = qint64(m_generator->time(tape[tape.size() / 2]).value) * 1'000'000;
    const auto count = [&](const QString& filter) {
        return get(QLatin1String("/v3/trades/") + busiestTicker() + QLatin1String("?limit=50000&") + filter)
            [QLatin1String("results")].toArray().size();
    };
    const qsizetype before = count(QLatin1String("timestamp.lt=") + QString::number(middle));
    const qsizetype from = count(QLatin1String("timestamp.gte=") + QString::number(middle));
    QCOMPARE(std::size_t(before + from), tape.size());
    QVERIFY(before > 0 && from > 0);
    QCOMPARE(std::size_t(count(QStringLiteral("timestamp=2026-11-20"))), tape.size());
    QCOMPARE(count(QStringLiteral("timestamp=2026-11-19")), 0);
}

void TestMarketApi::unusualTradesAreThoseOfTheRules_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("root"); // empty: of all
    const auto ns = [this](int seconds) {
        return QString::number((kFridayMorning + 1'000 * seconds) * 1'000'000);
    };
    QTest::newRow("all") << QString() << QString();
    QTest::newRow("ten seconds") << "&sip_timestamp.gte="_L1 + ns(20) + "&sip_timestamp.lt="_L1 + ns(30) << QString();
    QTest::newRow("of an underlying") << QStringLiteral("&ticker.gte=O:NVDA0&ticker.lt=O:NVDAA") << "NVDA";
}

// In pages of seven, newest first.
void TestMarketApi::unusualTradesAreThoseOfTheRules()
{
    QFETCH(QString, filter);
    QFETCH(QString, root);
    const bool isTimed = filter.contains(QLatin1String("sip_timestamp"));
    std::size_t expected = 0;
    for (const auto& [contract, prints] : m_tape) {
        const bool isOfRoot = m_generator->listing()[contract].symbol.standardRoot() == root.toStdString();
        for (const TapePrint& print : prints) {
            const domain::ConditionTraits traits = domain::traitsOf(m_generator->toTrade(print, {contract}).conditions);
            const bool isLarge = print.size >= 1'000 || print.price.units() * 100LL * print.size >= 1'000'000'000;
            const bool isThen = !isTimed || (print.offsetMs >= 20'000 && print.offsetMs < 30'000);
            expected += std::size_t((root.isEmpty() || isOfRoot) && isThen && (isLarge || print.condition == 219) &&
                                    !traits.cancel && !traits.late && !traits.compression);
        }
    }
    QVERIFY(expected > 7);
    std::size_t count = 0;
    qint64 last = std::numeric_limits<qint64>::max();
    QUrl url(m_base.toString() + "/options/v1/unusual-trades?limit=7"_L1 + filter);
    for (int pages = 0; !url.isEmpty() && pages < 10'000; ++pages) {
        const QJsonObject page = getUrl(url);
        const QJsonArray rows = page[QLatin1String("results")].toArray();
        for (const QJsonValue& row : rows) {
            const qint64 time = row[QLatin1String("sip_timestamp")].toInteger();
            QVERIFY(time < last);
            last = time;
            QVERIFY(!row[QLatin1String("flags")].toArray().isEmpty());
            QVERIFY(row[QLatin1String("ticker")].toString().startsWith("O:"_L1 + root));
        }
        count += std::size_t(rows.size());
        url = QUrl(page[QLatin1String("next_url")].toString());
    }
    QCOMPARE(count, expected);
}

void TestMarketApi::conditionsAreAll33()
{
    const QJsonObject body = get(QStringLiteral("/v3/reference/conditions?asset_class=options&data_type=trade&limit=1000"));
    const QJsonArray rows = body[QLatin1String("results")].toArray();
    QCOMPARE(rows.size(), 33);
    QCOMPARE(body[QLatin1String("count")].toInt(), 33);
    for (const QJsonValue& row : rows) {
        if (row[QLatin1String("id")].toInt() != 219)
            continue;
        QCOMPARE(row[QLatin1String("abbreviation")].toString(), QStringLiteral("ISOI"));
        QCOMPARE(row[QLatin1String("sip_mapping")][QLatin1String("OPRA")].toString(), QStringLiteral("S"));
    }
    const QJsonObject cancelled = rows.first().toObject();
    QVERIFY(!cancelled[QLatin1String("update_rules")][QLatin1String("consolidated")][QLatin1String("updates_volume")]
                 .toBool());
    QCOMPARE(get(QStringLiteral("/v3/reference/conditions"))[QLatin1String("results")].toArray().size(), 10);
    QVERIFY(get(QStringLiteral("/v3/reference/conditions?asset_class=stocks"))
                [QLatin1String("results")].toArray().isEmpty());
}

void TestMarketApi::exchangesAreListed()
{
    const QJsonArray rows = get(QStringLiteral("/v3/reference/exchanges?asset_class=options"))
                                [QLatin1String("results")].toArray();
    QCOMPARE(rows.size(), 20);
    QSet<int> ids;
    for (const QJsonValue& row : rows)
        ids.insert(row[QLatin1String("id")].toInt());
    for (const auto& [contract, prints] : m_tape) {
        for (const TapePrint& print : prints)
            QVERIFY(ids.contains(print.exchange.value));
    }
}

void TestMarketApi::marketStatusTellsTheTimeInNewYork()
{
    const QJsonObject now = get(QStringLiteral("/v1/marketstatus/now"));
    QCOMPARE(now[QLatin1String("market")].toString(), QStringLiteral("open"));
    const QDateTime time = QDateTime::fromString(now[QLatin1String("serverTime")].toString(), Qt::ISODateWithMs);
    QCOMPARE(time.toMSecsSinceEpoch(), qint64(m_now.value));
    QVERIFY(now[QLatin1String("serverTime")].toString().endsWith(QLatin1String("-05:00")));
    const RestAnswer upcoming = m_api->answer(m_base.resolved(QUrl(QStringLiteral("/v1/marketstatus/upcoming"))),
                                              "Bearer right key", m_now);
    const QJsonArray holidays = QJsonDocument::fromJson(upcoming.body).array();
    QCOMPARE(holidays.first()[QLatin1String("date")].toString(), QStringLiteral("2026-11-26"));
    QCOMPARE(holidays.first()[QLatin1String("name")].toString(), QStringLiteral("Thanksgiving"));
    QVERIFY(holidays.size() >= 18);
}

void TestMarketApi::historyForgetsTheOldest()
{
    DayHistory history(2, 100);
    TapePrint print;
    print.price = domain::Price::fromUnits(10'000);
    print.size = 1;
    for (std::uint64_t i = 1; i <= 1'000; ++i) {
        print.contract = std::uint32_t(i % 2);
        print.sequence = i;
        history.add(print, m_generator->toTrade(print, {print.contract}));
    }
    std::vector<std::uint64_t> kept;
    history.visit(0, [&kept](const DayHistory::Print& seen) {
        kept.push_back(seen.trade.sequence);
        return true;
    });
    QCOMPARE(kept.size(), std::size_t(50));
    QCOMPARE(kept.front(), std::uint64_t(1'000));
    QCOMPARE(kept.back(), std::uint64_t(902));
    QCOMPARE(history.bar(0).volume, std::int64_t(500)); // the bar covers the whole day all the same
}

void TestMarketApi::historyTakesCancelledVolumeBack()
{
    DayHistory history(1, 100);
    const auto add = [&](std::int32_t price, std::uint32_t size, std::uint8_t condition) {
        TapePrint print;
        print.price = domain::Price::fromUnits(price);
        print.size = size;
        print.condition = condition;
        history.add(print, m_generator->toTrade(print, {0}));
    };
    QVERIFY(history.last(0) == nullptr);
    QCOMPARE(history.bar(0).updated.value, std::int64_t(0));
    add(10'000, 5, 209);
    add(90'000, 7, 204); // late: does not count
    add(20'000, 10, 219);
    add(20'000, 10, 203); // and taken back
    QCOMPARE(history.bar(0).volume, std::int64_t(5));
    QCOMPARE(history.bar(0).lossyVwap(), 1.0);
    QCOMPARE(history.bar(0).high.units(), 20'000);
    QCOMPARE(history.bar(0).updated.value % 1'000'000, std::int64_t(3)); // of the cancel, the fourth print
    QCOMPARE(history.last(0)->trade.size, 10U);
}

QTEST_GUILESS_MAIN(TestMarketApi)
#include "tst_marketapi.moc"

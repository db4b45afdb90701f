// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "market/generator/aliastable.h"
#include "market/generator/blackscholes.h"
#include "market/generator/listing.h"
#include "market/generator/pricer.h"
#include "market/generator/tradingcalendar.h"
#include "market/generator/wheel.h"

#include <QDate>
#include <QTimeZone>

#include <set>

using namespace flowglass;
using namespace flowglass::market;

namespace {

std::int32_t day(const char* iso)
{
    return std::int32_t(QDate(1970, 1, 1).daysTo(QDate::fromString(QLatin1String(iso), Qt::ISODate)));
}

domain::UnixMs newYork(const char* date, int hour, int minute)
{
    const QDateTime t(QDate::fromString(QLatin1String(date), Qt::ISODate), QTime(hour, minute),
                      QTimeZone("America/New_York"));
    return {t.toMSecsSinceEpoch()};
}

} // namespace

// The pieces a tape is made from: calendar, prices, picking, scheduling.
class TestGeneratorParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holidays_data();
    void holidays();
    void sessions_data();
    void sessions();
    void expiriesAreTradingDaysFromNearToFar();
    void closesAtFourInNewYorkInSummerAndWinter();
    void pricesMatchKnownValues();
    void callAndPutKeepTheirParity();
    void greeksAreTheSlopesOfThePrice();
    void upperQuantiles_data();
    void upperQuantiles();
    void aliasTablePicksByWeight();
    void wheelKeepsTimeAndOrder();
    void wheelTakesWhatIsPastOrBeyondItsHorizon();
    void randomNumbersHaveTheirMoments();
    void streamsOfOneSeedDiffer();
    void listingIsRealisticAndComplete();
    void legsFindTheirNextExpiry();
    void asksStandOnTheTickOfTheirOwnLevel();
};

void TestGeneratorParts::holidays_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("trades");
    QTest::newRow("an ordinary Monday") << "2026-11-23" << true;
    QTest::newRow("a Saturday") << "2026-11-21" << false;
    QTest::newRow("a Sunday") << "2026-11-22" << false;
    QTest::newRow("Thanksgiving is the fourth Thursday") << "2026-11-26" << false;
    QTest::newRow("the day after Thanksgiving trades") << "2026-11-27" << true;
    QTest::newRow("Christmas") << "2026-12-25" << false;
    QTest::newRow("Christmas on a Saturday is kept on Friday") << "2027-12-24" << false;
    QTest::newRow("New Year on a Saturday is not made up for") << "2021-12-31" << true;
    QTest::newRow("New Year on a Sunday is kept on Monday") << "2023-01-02" << false;
    QTest::newRow("Martin Luther King Day") << "2027-01-18" << false;
    QTest::newRow("Washington's Birthday") << "2027-02-15" << false;
    QTest::newRow("Good Friday 2026") << "2026-04-03" << false;
    QTest::newRow("Good Friday 2027") << "2027-03-26" << false;
    QTest::newRow("Memorial Day is the last Monday of May") << "2027-05-31" << false;
    QTest::newRow("Juneteenth on a Saturday is kept on Friday") << "2027-06-18" << false;
    QTest::newRow("Independence Day on a Sunday is kept on Monday") << "2027-07-05" << false;
    QTest::newRow("Labor Day") << "2026-09-07" << false;
}

void TestGeneratorParts::holidays()
{
    QFETCH(QString, date);
    QFETCH(bool, trades);
    QCOMPARE(isTradingDay(day(date.toLatin1().constData())), trades);
}

void TestGeneratorParts::sessions_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<int>("session");
    QTest::newRow("in the morning it is that day") << qint64(newYork("2026-11-20", 10, 0).value) << day("2026-11-20");
    QTest::newRow("before the last half hour too") << qint64(newYork("2026-11-20", 15, 29).value) << day("2026-11-20");
    QTest::newRow("later on Friday it is Monday") << qint64(newYork("2026-11-20", 15, 31).value) << day("2026-11-23");
    QTest::newRow("at night it is the next day") << qint64(newYork("2026-11-18", 23, 0).value) << day("2026-11-19");
    QTest::newRow("on a holiday it is the next trading day")
        << qint64(newYork("2026-11-26", 11, 0).value) << day("2026-11-27");
}

void TestGeneratorParts::sessions()
{
    QFETCH(qint64, start);
    QFETCH(int, session);
    QCOMPARE(sessionDay({start}), session);
}

void TestGeneratorParts::expiriesAreTradingDaysFromNearToFar()
{
    for (const auto pattern : {ExpiryPattern::Daily, ExpiryPattern::MondayWednesdayFriday, ExpiryPattern::Fridays}) {
        const std::int32_t today = day("2026-11-20");
        const std::vector<std::int32_t> found = expiriesFrom(today, pattern);
        QVERIFY(found.size() >= 12);
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        QCOMPARE(std::set<std::int32_t>(found.begin(), found.end()).size(), found.size());
        QCOMPARE(found.front(), today); // a Friday is an expiry in every pattern
        QVERIFY(std::all_of(found.begin(), found.end(), isTradingDay));
        QVERIFY(found.back() > today + 365); // LEAPS
        // 25 December and 1 January 2027 are Fridays and holidays.
        QVERIFY(std::count(found.begin(), found.end(), day("2026-12-24")) == 1);
        QVERIFY(std::count(found.begin(), found.end(), day("2026-12-31")) == 1);
    }
}

void TestGeneratorParts::closesAtFourInNewYorkInSummerAndWinter()
{
    QCOMPARE(closeOf(day("2026-07-10")), newYork("2026-07-10", 16, 0));
    QCOMPARE(closeOf(day("2026-12-18")), newYork("2026-12-18", 16, 0));
    QCOMPARE(closeOf(day("2026-11-02")), newYork("2026-11-02", 16, 0)); // the day after the clocks change
}

void TestGeneratorParts::pricesMatchKnownValues()
{
    // Computed by hand from the formula: S 100, K 100, one year, 20 %, 4 %.
    const OptionInputs call{domain::Right::Call, 100, 100, 1, 0.2};
    QVERIFY(std::abs(optionPrice(call) - 9.9251) < 1e-3);
    const OptionInputs deep{domain::Right::Call, 200, 1, 0.01, 0.2};
    QVERIFY(std::abs(optionPrice(deep) - 199.0) < 1e-2);
    const OptionInputs worthless{domain::Right::Put, 200, 1, 0.01, 0.2};
    QVERIFY(optionPrice(worthless) >= 0.0 && optionPrice(worthless) < 1e-9);
}

void TestGeneratorParts::callAndPutKeepTheirParity()
{
    for (const double strike : {50.0, 100.0, 180.0}) {
        const OptionInputs call{domain::Right::Call, 110, strike, 0.3, 0.45};
        const OptionInputs put{domain::Right::Put, 110, strike, 0.3, 0.45};
        const double forward = 110 - strike * std::exp(-kInterestRate * 0.3);
        QVERIFY(std::abs(optionPrice(call) - optionPrice(put) - forward) < 1e-9);
    }
}

void TestGeneratorParts::greeksAreTheSlopesOfThePrice()
{
    const auto price = [](domain::Right right, double spot, double years, double volatility) {
        return optionPrice({right, spot, 100, years, volatility});
    };
    for (const auto right : {domain::Right::Call, domain::Right::Put}) {
        const OptionGreeks greeks = optionGreeks({right, 104, 100, 0.2, 0.35});
        const double up = price(right, 104.01, 0.2, 0.35);
        const double down = price(right, 103.99, 0.2, 0.35);
        QVERIFY(std::abs(greeks.delta - (up - down) / 0.02) < 1e-4);
        QVERIFY(std::abs(greeks.gamma - (up + down - 2 * price(right, 104, 0.2, 0.35)) / 1e-4) < 1e-3);
        const double vega = (price(right, 104, 0.2, 0.351) - price(right, 104, 0.2, 0.349)) / 0.2;
        QVERIFY(std::abs(greeks.vega - vega) < 1e-4);
        const double theta = price(right, 104, 0.2 - 1.0 / 365.0, 0.35) - price(right, 104, 0.2, 0.35);
        QVERIFY(std::abs(greeks.theta - theta) < 2e-3);
    }
}

void TestGeneratorParts::upperQuantiles_data()
{
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("z");
    QTest::newRow("the median") << 0.5 << 0.0;
    QTest::newRow("one in forty") << 0.025 << 1.959964;
    QTest::newRow("the lower side") << 0.975 << -1.959964;
    QTest::newRow("one in a hundred thousand") << 1e-5 << 4.264891;
    QTest::newRow("one in ten billion") << 1e-10 << 6.361341;
}

void TestGeneratorParts::upperQuantiles()
{
    QFETCH(double, p);
    QFETCH(double, z);
    QVERIFY(std::abs(normalUpperQuantile(p) - z) < 1e-5);
}

void TestGeneratorParts::aliasTablePicksByWeight()
{
    const AliasTable table({1.0, 0.0, 3.0, 6.0});
    Random random(7, 1);
    std::array<int, 4> counts{};
    for (int i = 0; i < 100'000; ++i)
        ++counts[table.pick(random)];
    QCOMPARE(counts[1], 0);
    QVERIFY(std::abs(counts[0] - 10'000) < 500);
    QVERIFY(std::abs(counts[2] - 30'000) < 800);
    QVERIFY(std::abs(counts[3] - 60'000) < 800);
}

void TestGeneratorParts::wheelKeepsTimeAndOrder()
{
    Wheel<int> wheel;
    Random random(3, 1);
    std::multimap<std::int64_t, int> expected;
    for (int i = 0; i < 5'000; ++i) {
        const auto ms = std::int64_t(random.between(0, 60'000));
        wheel.add(ms, i);
        expected.emplace(ms, i);
    }
    std::size_t seen = 0;
    for (std::int64_t ms = 0; ms < 60'000; ++ms) {
        QCOMPARE(wheel.now(), ms);
        std::set<int> due;
        for (auto [it, end] = expected.equal_range(ms); it != end; ++it)
            due.insert(it->second);
        QCOMPARE(std::set<int>(wheel.due().begin(), wheel.due().end()), due);
        QVERIFY(std::is_sorted(wheel.due().begin(), wheel.due().end()));
        seen += due.size();
        wheel.advance();
    }
    QCOMPARE(seen, std::size_t(5'000));
}

void TestGeneratorParts::wheelTakesWhatIsPastOrBeyondItsHorizon()
{
    Wheel<int> wheel;
    wheel.add(24LL * 3'600'000, 1); // beyond: comes at the horizon, not never
    for (int i = 0; i < 3'000; ++i)
        wheel.advance();
    wheel.add(10, 2); // past: now
    QCOMPARE(wheel.due(), std::vector<int>{2});
    int found = 0;
    for (int i = 0; i < 5'000'000 && found == 0; ++i) {
        wheel.advance();
        found = wheel.due().empty() ? 0 : wheel.due().front();
    }
    QCOMPARE(found, 1);
}

void TestGeneratorParts::randomNumbersHaveTheirMoments()
{
    Random random(11, 1);
    constexpr int kCount = 200'000;
    double sum = 0, squares = 0, exponential = 0, poisson = 0, many = 0;
    for (int i = 0; i < kCount; ++i) {
        const double z = random.normal();
        sum += z;
        squares += z * z;
        exponential += random.exponential(3.0);
        poisson += random.poisson(0.42);
        many += random.poisson(90.0);
        QVERIFY(random.below(7) < 7);
    }
    QVERIFY(std::abs(sum / kCount) < 0.01);
    QVERIFY(std::abs(squares / kCount - 1.0) < 0.02);
    QVERIFY(std::abs(exponential / kCount - 3.0) < 0.05);
    QVERIFY(std::abs(poisson / kCount - 0.42) < 0.01);
    QVERIFY(std::abs(many / kCount - 90.0) < 0.2);
}

void TestGeneratorParts::streamsOfOneSeedDiffer()
{
    Random a(1, 1), again(1, 1), b(1, 2), c(2, 1);
    const std::uint64_t first = a.bits();
    QCOMPARE(again.bits(), first);
    QVERIFY(b.bits() != first);
    QVERIFY(c.bits() != first);
}

void TestGeneratorParts::listingIsRealisticAndComplete()
{
    const domain::UnixMs start = newYork("2026-11-20", 11, 0);
    const Listing listing(5, start);
    std::vector<int> perRoot(underlyings().size());
    double activity = 0;
    for (std::uint32_t i = 0; i < listing.contracts().size(); ++i) {
        const ListedContract& contract = listing[i];
        const auto symbol = domain::OptionSymbol::parse(contract.ticker);
        QVERIFY2(symbol.has_value(), contract.ticker.c_str());
        QCOMPARE(*symbol, contract.symbol);
        QVERIFY(contract.expiry > start);
        QCOMPARE(listing.find(contract.ticker), std::optional(i));
        ++perRoot[contract.underlying];
        activity += contract.activity;
    }
    for (const int count : perRoot)
        QVERIFY(count >= 150 && count <= 1500);
    QVERIFY(std::abs(activity - 1.023) < 0.03); // the shares of the roots
    QVERIFY(!listing.find("O:NVDA261120C99999000"));
    QVERIFY(domain::OptionSymbol::parse(listing[std::uint32_t(listing.contracts().size() - 1)].ticker)->isAdjusted());
}

void TestGeneratorParts::legsFindTheirNextExpiry()
{
    const Listing listing(5, newYork("2026-11-20", 11, 0));
    const ListedContract& near = listing[20];
    const ListedContract& next = listing[listing.inNextExpiry(20)];
    QVERIFY(next.symbol.expiryDay > near.symbol.expiryDay);
    QCOMPARE(next.symbol.right, near.symbol.right);
    QCOMPARE(next.underlying, near.underlying);
    const auto last = std::uint32_t(listing.contracts().size() - 1);
    QCOMPARE(listing.inNextExpiry(last), last);
}

void TestGeneratorParts::asksStandOnTheTickOfTheirOwnLevel()
{
    const domain::UnixMs start = newYork("2026-11-20", 11, 0);
    const Listing listing(5, start);
    const UnderlyingWalk walk(5);
    const Pricer pricer(listing, walk, start);
    for (std::uint32_t i = 0; i < listing.contracts().size(); ++i) {
        const Market market = pricer.market(i, 0);
        QVERIFY(market.bid >= 0 && market.bid < market.ask);
        QCOMPARE(market.ask % tickAt(market.ticks, market.ask / 1e4), 0);
        QCOMPARE(market.bid % tickAt(market.ticks, market.bid / 1e4), 0);
        QVERIFY(market.fair * 1e4 <= market.ask && market.fair * 1e4 >= market.bid);
    }
}

QTEST_GUILESS_MAIN(TestGeneratorParts)
#include "tst_generatorparts.moc"

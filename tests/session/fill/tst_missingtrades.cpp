// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/fill/missingtrades.h"

using namespace flowglass;
using contracts::HistoricTrade;
using session::missingTrades;

namespace {

constexpr std::int64_t kMs = 1'795'186'800'000;

HistoricTrade historic(std::int64_t ms, std::uint32_t size = 1, std::uint16_t exchange = 312, int condition = 209)
{
    HistoricTrade trade;
    trade.time = {(kMs + ms) * 1'000'000 + 789'012};
    trade.price = domain::Price::fromUnits(25'000);
    trade.size = size;
    trade.exchange = {exchange};
    trade.conditions.add(condition);
    return trade;
}

domain::Trade stored(const HistoricTrade& of)
{
    domain::Trade trade;
    trade.setTime(domain::lossyToMs(of.time));
    trade.setExchange(of.exchange);
    trade.price = of.price;
    trade.size = of.size;
    trade.conditions = of.conditions;
    return trade;
}

} // namespace

class TstMissingTrades : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStoredMeansAllAreMissing();
    void whatIsStoredIsNotMissing();
    void equalPrintsCountEach();
    void everyPartOfTheKeyCounts_data();
    void everyPartOfTheKeyCounts();
    void theOrderOfConditionsDoesNot();
    void whatIsNotGivenIsNotCompared();
};

void TstMissingTrades::nothingStoredMeansAllAreMissing()
{
    const std::vector<HistoricTrade> fetched = {historic(5), historic(1), historic(5)};
    QVERIFY(missingTrades(fetched, {}) == fetched);
}

void TstMissingTrades::whatIsStoredIsNotMissing()
{
    const std::vector<HistoricTrade> fetched = {historic(1), historic(2), historic(3)};
    const std::vector<domain::Trade> there = {stored(historic(3)), stored(historic(1)), stored(historic(9))};
    QVERIFY(missingTrades(fetched, there) == std::vector<HistoricTrade>{historic(2)});
}

void TstMissingTrades::equalPrintsCountEach()
{
    const std::vector<HistoricTrade> fetched(5, historic(1));
    const std::vector<domain::Trade> there(3, stored(historic(1)));
    QCOMPARE(missingTrades(fetched, there).size(), std::size_t(2));
    QCOMPARE(missingTrades(std::vector<HistoricTrade>(2, historic(1)), there).size(), std::size_t(0));
}

void TstMissingTrades::everyPartOfTheKeyCounts_data()
{
    QTest::addColumn<int>("change");
    int change = 0;
    for (const char* part : {"ms", "price", "size", "exchange", "conditions"})
        QTest::newRow(part) << change++;
}

void TstMissingTrades::everyPartOfTheKeyCounts()
{
    QFETCH(int, change);
    domain::Trade other = stored(historic(1));
    switch (change) {
    case 0:
        other.setTime({kMs + 2});
        break;
    case 1:
        other.price = domain::Price::fromUnits(25'001);
        break;
    case 2:
        other.size = 2;
        break;
    case 3:
        other.setExchange({313});
        break;
    default:
        other.conditions.add(227);
    }
    QCOMPARE(missingTrades(std::vector{historic(1)}, std::vector{other}).size(), std::size_t(1));
    QCOMPARE(missingTrades(std::vector{historic(1)}, std::vector{stored(historic(1))}).size(), std::size_t(0));
}

void TstMissingTrades::theOrderOfConditionsDoesNot()
{
    HistoricTrade fetched = historic(1, 1, 312, 209);
    fetched.conditions.add(227);
    HistoricTrade turned = historic(1, 1, 312, 227);
    turned.conditions.add(209);
    QCOMPARE(missingTrades(std::vector{fetched}, std::vector{stored(turned)}).size(), std::size_t(0));
}

void TstMissingTrades::whatIsNotGivenIsNotCompared()
{
    HistoricTrade bare = historic(1);
    bare.exchange = {};
    bare.conditions = {};
    HistoricTrade otherVenue = bare;
    otherVenue.exchange = {313};
    const std::vector<domain::Trade> there = {stored(historic(1)), stored(historic(1, 1, 313, 227))};
    const auto missing = [&there](const std::vector<HistoricTrade>& fetched) {
        return session::missingTrades(fetched, there, session::Compare::AsGiven);
    };
    QCOMPARE(missingTrades(std::vector{bare}, there).size(), std::size_t(1));
    QVERIFY(missing({bare, bare}).empty());
    QVERIFY(missing({bare, bare, bare}) == std::vector{bare});
    QVERIFY(missing({bare, otherVenue, otherVenue}).size() == 1);
    QVERIFY(missing({bare, historic(1)}).empty());
    QVERIFY(missing({bare, bare, historic(1)}) == std::vector{bare}); // who tells more is matched first
    bare.size = 2;
    QVERIFY(missing({bare}) == std::vector{bare});
}

QTEST_GUILESS_MAIN(TstMissingTrades)
#include "tst_missingtrades.moc"

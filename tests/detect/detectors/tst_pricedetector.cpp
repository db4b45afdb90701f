// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/pricedmarket.h"

using namespace flowglass;
using domain::AnomalyKind;
using domain::SpotSource;
using tests::PricedMarket;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kEleven = 60 * kMinute; // after 10:00

int priceAnomalies(const detect::Engine& engine)
{
    int count = 0;
    for (std::uint32_t id = 1; id <= engine.count(); ++id)
        count += engine.anomaly(id).kinds.has(AnomalyKind::Price) ? 1 : 0;
    return count;
}

} // namespace

class TestPriceDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyPrintsAreAllCounted();
    void twoPrintsFarOffAreFlagged();
    void ofAnOrderOnlyThePrintFarOffIsFlagged();
    void evidenceHasTheNumbers();
    void theOrdinaryIsQuiet();
    void aMoveOfTheUnderlyingIsExplainedAway_data();
    void aMoveOfTheUnderlyingIsExplainedAway();
    void aJumpIsExplainedAway();
    void aSlowRiseOfVolatilityIsExplainedAway();
    void aColdStartSaysNothing();
    void withoutASpotItIsSilent();
    void aTickIsNotAMove_data();
    void aTickIsNotAMove();
    void crossesAndLegsDoNotSpeakOfPrice_data();
    void crossesAndLegsDoNotSpeakOfPrice();
    void theNightMayMoveEverything();
    void aReopeningMayMoveThePrice();
    void onlyTheSecondOfTwoFarPrintsMovesTheFilter();
    void theWayBackIsNoNews();
    void interestIsNoNews_data();
    void interestIsNoNews();
    void twoFatFingersAreNoMoveOfTheUnderlying();
    void aMoveThatOthersDenyIsNone();
    void whatIsFromBeforeAMoveDoesNotDenyIt();
    void aSkewIsLearntWithoutAlarm_data();
    void aSkewIsLearntWithoutAlarm();
};

void TestPriceDetector::manyPrintsAreAllCounted()
{
    PricedMarket f;
    f.trade(0, 600'000);
    std::int64_t at = 600'000;
    for (int more = 0; more < 400; ++more, at += 1'000)
        f.print(at, 103, true, f.fair(103, true, at));
    f.print(at, 103, true, f.fair(103, true, at) * 2.5);
    const auto id = f.engine.anomalyOfRow(f.lastRow());
    QVERIFY(id.has_value());
    const auto own = std::ranges::count(f.trades, f.trades.back().contract, &domain::Trade::contract);
    QCOMPARE(f.evidence(*id, AnomalyKind::Price)->seen, std::uint64_t(own));
    QVERIFY(own > 400);
}

void TestPriceDetector::twoPrintsFarOffAreFlagged()
{
    PricedMarket f;
    f.trade(0, kEleven);
    QCOMPARE(priceAnomalies(f.engine), 0);
    const double fair = f.fair(103, true, kEleven);
    f.print(kEleven, 103, true, fair + 12 * f.half(fair));
    f.print(kEleven + 2'000, 103, true, fair + 12 * f.half(fair));
    const auto id = f.engine.anomalyOfRow(f.lastRow());
    QVERIFY(id.has_value());
    QVERIFY(f.engine.anomaly(*id).kinds.has(AnomalyKind::Price));
}

// Its mates at the right price are no part of the finding, and it ends with the print.
void TestPriceDetector::ofAnOrderOnlyThePrintFarOffIsFlagged()
{
    PricedMarket f;
    f.trade(0, kEleven);
    detect::Settings settings = f.engine.settings();
    settings.kinds = domain::KindSet::of(AnomalyKind::Price);
    f.engine.setSettings(settings);
    const double fair = f.fair(103, true, kEleven);
    std::vector<std::uint64_t> mates;
    f.print(kEleven, 103, true, fair);
    mates.push_back(f.lastRow());
    f.print(kEleven + 1, 103, true, fair + 60 * f.half(fair));
    const std::uint64_t far = f.lastRow();
    const domain::Trade print = f.trades.back();
    for (int at = 2; at < 5; ++at) {
        f.print(kEleven + at, 103, true, fair);
        mates.push_back(f.lastRow());
    }
    const auto id = f.engine.anomalyOfRow(far);
    QVERIFY(id.has_value());
    QVERIFY(f.engine.anomaly(*id).kinds.has(AnomalyKind::Price));
    QCOMPARE(f.engine.anomaly(*id).prints.size(), std::size_t(1));
    for (const std::uint64_t row : mates)
        QVERIFY(!f.engine.anomalyOfRow(row));
    f.feed(QStringLiteral("11:00:09.000 O:XYZ261218C00103000 %1 x2 @%2 201")
               .arg(print.price.lossyDollars(), 0, 'f', 2)
               .arg(print.exchange().value));
    QCOMPARE(f.engine.lastCancelled(), std::optional(far));
    QVERIFY(f.engine.anomaly(*id).state == domain::Anomaly::State::Withdrawn);
}

void TestPriceDetector::evidenceHasTheNumbers()
{
    PricedMarket f;
    f.trade(0, kEleven);
    const double fair = f.fair(103, true, kEleven);
    f.print(kEleven, 103, true, fair + 12 * f.half(fair));
    f.print(kEleven + 2'000, 103, true, fair + 12 * f.half(fair));
    const std::uint32_t id = f.engine.anomalyOfRow(f.lastRow()).value_or(1);
    const domain::Evidence* e = f.evidence(id, AnomalyKind::Price);
    QVERIFY(e != nullptr);
    QVERIFY(std::fabs(e->value - fair - 12 * f.half(fair)) < 0.03);
    QVERIFY2(std::fabs(e->baseline - fair) < 2 * f.half(fair),
             qPrintable(QString::number(e->baseline - fair)));
    QVERIFY2(std::fabs(e->volBefore - 0.4) < 0.03, qPrintable(QString::number(e->volBefore)));
    QVERIFY2(e->volAfter > e->volBefore + 0.02, qPrintable(QString::number(e->volAfter)));
    QVERIFY2(std::fabs(e->spot - 100.0) < 0.3, qPrintable(QString::number(e->spot)));
    QVERIFY(e->spotSource == SpotSource::Chain);
    QVERIFY(e->spotAge >= std::chrono::milliseconds(0) && e->spotAge < std::chrono::seconds(10));
    QVERIFY(e->prints == 1 || e->prints == 2);
    QVERIFY(e->contractSeen > 10);
    const QString text = f.explain(id);
    QVERIFY2(text.contains(QLatin1String("was to be expected")) && text.contains(QLatin1String("before 4")),
             qPrintable(text));
}

void TestPriceDetector::theOrdinaryIsQuiet()
{
    PricedMarket f(50.0);
    f.trade(0, 3 * kEleven);
    QCOMPARE(priceAnomalies(f.engine), 0);
}

void TestPriceDetector::aMoveOfTheUnderlyingIsExplainedAway_data()
{
    QTest::addColumn<double>("drift"); // dollars a minute
    QTest::newRow("up") << 0.05;
    QTest::newRow("down") << -0.05;
}

void TestPriceDetector::aMoveOfTheUnderlyingIsExplainedAway()
{
    QFETCH(double, drift);
    PricedMarket f;
    f.trade(0, kEleven);
    f.trade(kEleven, kEleven + 30 * kMinute, drift); // 1.5 %
    QCOMPARE(priceAnomalies(f.engine), 0);
}

// News: between two prints the underlying is somewhere else.
void TestPriceDetector::aJumpIsExplainedAway()
{
    PricedMarket f;
    f.trade(0, kEleven);
    f.spot = 102.0;
    f.trade(kEleven, kEleven + 10 * kMinute);
    QVERIFY2(priceAnomalies(f.engine) <= 1, qPrintable(QString::number(priceAnomalies(f.engine))));
    const double fair = f.fair(103, true, kEleven + 10 * kMinute);
    f.print(kEleven + 10 * kMinute, 103, true, fair + 12 * f.half(fair));
    f.print(kEleven + 10 * kMinute + 2'000, 103, true, fair + 12 * f.half(fair));
    QVERIFY(f.engine.anomalyOfRow(f.lastRow()).has_value());
}

void TestPriceDetector::aSlowRiseOfVolatilityIsExplainedAway()
{
    PricedMarket f;
    f.trade(0, kEleven);
    for (int minute = 0; minute < 60; ++minute) {
        f.vol = 0.4 + 0.0005 * minute;
        f.trade(kEleven + minute * kMinute, kEleven + (minute + 1) * kMinute, 0.0, 700.0,
                100U + unsigned(minute));
    }
    QCOMPARE(priceAnomalies(f.engine), 0);
}

void TestPriceDetector::aColdStartSaysNothing()
{
    PricedMarket f;
    f.trade(0, kEleven);
    // Contracts that have not traded: the first print cannot be wrong, whatever it is.
    QVERIFY(f.print(kEleven, 120, true, 4.0).empty());
    QVERIFY(f.print(kEleven + 1'000, 80, false, 6.0).empty());
}

// Calls alone say nothing of the underlying.
void TestPriceDetector::withoutASpotItIsSilent()
{
    PricedMarket f(1'000.0);
    tests::Dice dice(3);
    for (std::int64_t ms = 0; ms < kEleven; ms += 1'000)
        f.print(ms, 95 + int(dice.bits() % 10), true, dice.between(1.0, 9.0));
    QCOMPARE(priceAnomalies(f.engine), 0);
}

void TestPriceDetector::aTickIsNotAMove_data()
{
    QTest::addColumn<int>("strike");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("a cent option") << 150 << 0.01 << 0.02;
    QTest::newRow("a dime option") << 128 << 0.10 << 0.11;
    QTest::newRow("a nickel tick") << 90 << 11.00 << 11.05;
}

void TestPriceDetector::aTickIsNotAMove()
{
    QFETCH(int, strike);
    QFETCH(double, low);
    QFETCH(double, high);
    PricedMarket f(50.0);
    f.trade(0, kEleven);
    for (int at = 0; at < 60; ++at)
        f.print(kEleven + at * 40'000LL, strike, true, at % 12 < 10 ? low : high);
    QCOMPARE(priceAnomalies(f.engine), 0);
}

void TestPriceDetector::crossesAndLegsDoNotSpeakOfPrice_data()
{
    QTest::addColumn<int>("condition");
    QTest::newRow("a cross") << 229;
    QTest::newRow("a floor trade") << 231;
    QTest::newRow("a leg") << 232;
    QTest::newRow("a stock-option leg") << 240;
}

void TestPriceDetector::crossesAndLegsDoNotSpeakOfPrice()
{
    QFETCH(int, condition);
    PricedMarket f;
    f.trade(0, kEleven);
    for (int at = 0; at < 3; ++at)
        QVERIFY(f.print(kEleven + at * 1'000, 103, true, 16.0, condition).empty());
    // A cross has moved nothing.
    if (condition == 229) {
        QVERIFY(f.print(kEleven + 9'000, 103, true, f.fair(103, true, kEleven)).empty());
    }
}

void TestPriceDetector::theNightMayMoveEverything()
{
    PricedMarket f;
    f.trade(0, kEleven);
    f.spot = 104.0;
    f.vol = 0.36;
    constexpr std::int64_t kDay = 86'400'000;
    f.trade(kDay, kDay + 30 * kMinute);
    QVERIFY2(priceAnomalies(f.engine) <= 1, qPrintable(QString::number(priceAnomalies(f.engine))));
}

void TestPriceDetector::aReopeningMayMoveThePrice()
{
    PricedMarket f;
    f.trade(0, kEleven);
    const double fair = f.fair(103, true, kEleven);
    QVERIFY(f.print(kEleven, 103, true, fair + 8 * f.half(fair), 210).empty());
    QVERIFY(f.print(kEleven + 2'000, 103, true, fair + 8 * f.half(fair)).empty());
}

void TestPriceDetector::onlyTheSecondOfTwoFarPrintsMovesTheFilter()
{
    PricedMarket f;
    f.trade(0, kEleven);
    const double far = f.fair(103, true, kEleven) * 1.6;
    for (int at = 0; at < 8; ++at)
        f.print(kEleven + at * 20'000LL, 103, true, far);
    const std::uint32_t before = f.engine.count();
    // It has stayed there: no news any more.
    for (int at = 8; at < 40; ++at)
        f.print(kEleven + at * 20'000LL, 103, true, far);
    QCOMPARE(f.engine.count(), before);
}

void TestPriceDetector::interestIsNoNews_data()
{
    QTest::addColumn<double>("price");
    QTest::addColumn<bool>("flagged");
    // A put struck at 150 for two years, the underlying at 100: worth 50 at once.
    QTest::newRow("four per cent below") << 38.5 << false;
    QTest::newRow("more than any interest") << 25.0 << true;
}

void TestPriceDetector::interestIsNoNews()
{
    QFETCH(double, price);
    QFETCH(bool, flagged);
    PricedMarket f;
    f.trade(0, kEleven);
    for (int i = 0; i < 20; ++i) {
        domain::Trade trade = f.text(QStringLiteral("10:00:00.000 O:XYZ281215P00150000 %1 x2 @%2 209")
                                         .arg(price + 0.05 * (i % 3), 0, 'f', 2)
                                         .arg(300 + i % 16));
        trade.setTime({PricedMarket::kTenMs + kEleven + i * 20'000});
        f.feed(trade);
    }
    QCOMPARE(priceAnomalies(f.engine) > 0, flagged);
}

// Prints far off, and then the price is again where it was: one finding, not two.
void TestPriceDetector::theWayBackIsNoNews()
{
    PricedMarket f;
    f.trade(0, kEleven);
    const double far = f.fair(103, true, kEleven) * 1.6;
    for (int at = 0; at < 3; ++at)
        f.print(kEleven + at * 2'000, 103, true, far);
    QCOMPARE(priceAnomalies(f.engine), 1);
    for (int at = 0; at < 6; ++at) {
        const std::int64_t ms = kEleven + 2 * kMinute + at * 20'000;
        QVERIFY(f.print(ms, 103, true, f.fair(103, true, ms)).empty());
    }
    QCOMPARE(priceAnomalies(f.engine), 1);
}

// Both up, but as different moves would have it: nothing has moved.
void TestPriceDetector::twoFatFingersAreNoMoveOfTheUnderlying()
{
    PricedMarket f;
    f.trade(0, kEleven);
    f.print(kEleven, 103, true, f.fair(103, true, kEleven) + 1.0);
    f.print(kEleven + 1'000, 97, true, f.fair(97, true, kEleven) + 20.0);
    const std::uint32_t before = f.engine.count();
    f.trade(kEleven + 2'000, kEleven + 10 * kMinute);
    QCOMPARE(f.engine.count(), before);
}

// Both up as one move would have it, but what traded between them stayed where it was.
void TestPriceDetector::aMoveThatOthersDenyIsNone()
{
    PricedMarket f;
    f.trade(0, kEleven);
    f.print(kEleven, 103, true, f.fair(103, true, kEleven) + 6.0);
    f.print(kEleven + 10, 98, true, f.fair(98, true, kEleven));
    f.print(kEleven + 20, 97, true, f.fair(97, true, kEleven) + 8.0);
    const std::uint32_t before = f.engine.count();
    f.trade(kEleven + 30, kEleven + kMinute);
    QCOMPARE(f.engine.count(), before);
    const std::int64_t later = kEleven + kMinute;
    f.print(later, 100, true, f.fair(100, true, later) + 5.0);
    const auto flagged = f.engine.anomalyOfRow(f.lastRow());
    QVERIFY(flagged);
    const domain::Evidence* const evidence = f.evidence(*flagged, domain::AnomalyKind::Price);
    QVERIFY(evidence && std::fabs(evidence->spot - f.spot) < 0.5);
}

// It may well have moved after a print that only now arrives.
void TestPriceDetector::whatIsFromBeforeAMoveDoesNotDenyIt()
{
    PricedMarket f;
    f.trade(0, kEleven);
    const double before98 = f.fair(98, true, kEleven);
    f.spot += 6.0;
    f.print(kEleven, 103, true, f.fair(103, true, kEleven));
    f.print(kEleven - 1'000, 98, true, before98);
    f.print(kEleven + 20, 97, true, f.fair(97, true, kEleven));
    const std::uint32_t count = f.engine.count();
    f.trade(kEleven + 30, kEleven + kMinute);
    QCOMPARE(f.engine.count(), count);
}

void TestPriceDetector::aSkewIsLearntWithoutAlarm_data()
{
    QTest::addColumn<int>("strike");
    QTest::addColumn<double>("vol");
    QTest::newRow("far puts, dear") << 75 << 0.56;
    QTest::newRow("puts, dear") << 82 << 0.5;
    QTest::newRow("far calls, cheap") << 125 << 0.33;
    QTest::newRow("farther, dearer") << 70 << 0.62;
}

// The first prints of a contract whose volatility is not the chain's: a long way, and no straight line.
void TestPriceDetector::aSkewIsLearntWithoutAlarm()
{
    QFETCH(int, strike);
    QFETCH(double, vol);
    PricedMarket f(100.0);
    f.trade(0, kEleven);
    f.vol = vol;
    for (int at = 0; at < 8; ++at) {
        const std::int64_t ms = kEleven + at * 1'000;
        f.print(ms, strike, strike > 100, f.fair(strike, strike > 100, ms) + (at % 2 == 0 ? 0.01 : -0.01));
    }
    QCOMPARE(priceAnomalies(f.engine), 0);
}

QTEST_GUILESS_MAIN(TestPriceDetector)
#include "tst_pricedetector.moc"

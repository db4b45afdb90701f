// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/pricing/blackscholes.h"
#include "detect/pricing/spotestimate.h"
#include "detect/pricing/ticksize.h"
#include "detect/synthetictape.h"

#include <cmath>
#include <limits>

using namespace flowglass;
using detect::blackScholes;
using detect::impliedVol;
using detect::OptionTerms;
using detect::OptionValue;
using detect::SpotEstimate;
using domain::SpotSource;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

domain::OptionSymbol symbol(const char* ticker)
{
    return *domain::OptionSymbol::parse(ticker);
}

} // namespace

class TestPricing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownValues_data();
    void knownValues();
    void slopesAreThoseOfThePrice();
    void volatilityIsFoundAgain_data();
    void volatilityIsFoundAgain();
    void someVolatilityExplainsNoPrice();
    void absurdInputStaysFinite();
    void parityStartsTheSpot();
    void onePrintDoesNot();
    void aPairTooFarApartInTimeDoesNot();
    void deepInTheMoneyDoesNot();
    void theQuietGrowsDoubt();
    void aNightKeepsTheLevelInDoubt();
    void isSmall();
    void ticksAreLearnt_data();
    void ticksAreLearnt();
};

void TestPricing::knownValues_data()
{
    QTest::addColumn<double>("spot");
    QTest::addColumn<double>("strike");
    QTest::addColumn<double>("years");
    QTest::addColumn<double>("vol");
    QTest::addColumn<bool>("call");
    QTest::addColumn<double>("price");
    // 100 (2 N(0.1) - 1) and its like, from tables of the normal distribution.
    QTest::newRow("at the money, a year") << 100.0 << 100.0 << 1.0 << 0.2 << true << 7.965567;
    QTest::newRow("put at the money") << 100.0 << 100.0 << 1.0 << 0.2 << false << 7.965567;
    QTest::newRow("deep in the money") << 100.0 << 10.0 << 0.1 << 0.3 << true << 90.0;
    QTest::newRow("far out of the money") << 100.0 << 1'000.0 << 0.1 << 0.3 << true << 0.0;
}

void TestPricing::knownValues()
{
    QFETCH(double, spot);
    QFETCH(double, strike);
    QFETCH(double, years);
    QFETCH(double, vol);
    QFETCH(bool, call);
    QFETCH(double, price);
    const double made = blackScholes(spot, vol, {strike, years, call}).price;
    QVERIFY2(std::fabs(made - price) < 1e-6, qPrintable(QString::number(made, 'g', 12)));
}

void TestPricing::slopesAreThoseOfThePrice()
{
    for (const bool call : {true, false}) {
        for (const double strike : {60.0, 95.0, 100.0, 104.0, 150.0}) {
            const OptionTerms terms{strike, 0.2, call};
            const OptionValue at = blackScholes(100.0, 0.35, terms);
            const double delta =
                (blackScholes(100.01, 0.35, terms).price - blackScholes(99.99, 0.35, terms).price) / 0.02;
            const double vega =
                (blackScholes(100.0, 0.3501, terms).price - blackScholes(100.0, 0.3499, terms).price) /
                0.0002;
            QVERIFY(std::fabs(at.delta - delta) < 1e-5);
            QVERIFY(std::fabs(at.vega - vega) < 1e-3);
        }
    }
}

void TestPricing::volatilityIsFoundAgain_data()
{
    QTest::addColumn<double>("vol");
    QTest::newRow("5 %") << 0.05;
    QTest::newRow("38 %") << 0.38;
    QTest::newRow("250 %") << 2.5;
}

void TestPricing::volatilityIsFoundAgain()
{
    QFETCH(double, vol);
    for (const double strike : {90.0, 100.0, 112.0}) {
        for (const bool call : {true, false}) {
            const OptionTerms terms{strike, 0.3, call};
            const double price = blackScholes(100.0, vol, terms).price;
            const double found = impliedVol(price, 100.0, terms);
            QVERIFY2(std::fabs(blackScholes(100.0, found, terms).price - price) < 1e-5,
                     qPrintable(QString::number(found)));
        }
    }
}

void TestPricing::someVolatilityExplainsNoPrice()
{
    QCOMPARE(impliedVol(9.0, 100.0, {90.0, 0.1, true}), 0.0);   // below intrinsic value
    QCOMPARE(impliedVol(101.0, 100.0, {90.0, 0.1, true}), 0.0); // above the underlying
    QCOMPARE(impliedVol(0.0, 100.0, {90.0, 0.1, false}), 0.0);
    QCOMPARE(impliedVol(kNaN, 100.0, {90.0, 0.1, false}), 0.0);
}

void TestPricing::absurdInputStaysFinite()
{
    const double odd[] = {kNaN, kInf, -kInf, -1.0, 0.0, 1e-300, 1e300, 5.0};
    for (const double spot : odd) {
        for (const double vol : odd) {
            for (const double strike : odd) {
                for (const double years : odd) {
                    const OptionValue value = blackScholes(spot, vol, {strike, years, vol > 0.0});
                    QVERIFY(std::isfinite(value.price) && std::isfinite(value.delta) &&
                            std::isfinite(value.vega));
                    QVERIFY(std::isfinite(impliedVol(spot, strike, {vol, years, true})));
                }
            }
        }
    }
}

void TestPricing::parityStartsTheSpot()
{
    SpotEstimate spot;
    QVERIFY(!spot.isKnown());
    const auto call = symbol("O:XYZ261218C00100000");
    const auto put = symbol("O:XYZ261218P00100000");
    spot.offer({call, 5.2, 0.05, 0.08, 1'000'000});
    QVERIFY(!spot.isKnown());
    spot.offer({put, 3.1, 0.05, 0.08, 1'004'000});
    QVERIFY(spot.isKnown());
    QVERIFY(spot.source() == SpotSource::Parity);
    QVERIFY(std::fabs(spot.price() - 102.1) < 1e-4);
    QCOMPARE(spot.informedMs(), std::int64_t(1'004'000));
    QVERIFY(spot.vol() > 0.1 && spot.vol() < 1.0);
    spot.move(-0.1, 0.01, 1'005'000);
    QVERIFY(spot.source() == SpotSource::Chain);
    QVERIFY(std::fabs(spot.price() - 102.0) < 1e-4);
    QCOMPARE(spot.informedMs(), std::int64_t(1'005'000));
}

void TestPricing::onePrintDoesNot()
{
    SpotEstimate spot;
    for (int strike = 0; strike < 40; ++strike) {
        domain::OptionSymbol call = symbol("O:XYZ261218C00100000");
        call.strikeMils += strike * 1'000;
        spot.offer({call, 5.2, 0.05, 0.08, 1'000'000 + strike});
        spot.offer({call, 5.2, 0.05, 0.08, 1'000'000 + strike});
        domain::OptionSymbol other = call;
        other.right = domain::Right::Put;
        other.expiryDay += 7;
        spot.offer({other, 3.0, 0.05, 0.1, 1'000'000 + strike});
    }
    QVERIFY(!spot.isKnown());
}

void TestPricing::aPairTooFarApartInTimeDoesNot()
{
    SpotEstimate spot;
    spot.offer({symbol("O:XYZ261218C00100000"), 5.2, 0.05, 0.08, 1'000'000});
    spot.offer({symbol("O:XYZ261218P00100000"), 3.1, 0.05, 0.08, 1'000'000 + 8 * 3'600'000});
    QVERIFY(!spot.isKnown());
}

void TestPricing::deepInTheMoneyDoesNot()
{
    SpotEstimate spot;
    spot.offer({symbol("O:XYZ261218C00100000"), 55.2, 0.05, 0.08, 1'000'000});
    spot.offer({symbol("O:XYZ261218P00100000"), 0.1, 0.05, 0.08, 1'000'000});
    QVERIFY(!spot.isKnown());
}

void TestPricing::theQuietGrowsDoubt()
{
    SpotEstimate spot;
    spot.offer({symbol("O:XYZ261218C00100000"), 5.2, 0.05, 0.08, 1'000'000});
    spot.offer({symbol("O:XYZ261218P00100000"), 3.1, 0.05, 0.08, 1'000'000});
    const double before = spot.variance();
    spot.age(900'000); // a late one: time does not run backwards
    QCOMPARE(spot.variance(), before);
    spot.age(1'000'000 + 600'000);
    const double sd = std::sqrt(spot.variance() - before);
    QVERIFY2(sd > 0.1 && sd < 1.0,
             qPrintable(QString::number(sd))); // ten minutes at some 40 % a year: 0.4 dollars
    QVERIFY(spot.source() == SpotSource::Parity);
}

void TestPricing::aNightKeepsTheLevelInDoubt()
{
    SpotEstimate spot;
    spot.startDay();
    QVERIFY(!spot.isKnown());
    QCOMPARE(spot.variance(), 0.0);
    spot.offer({symbol("O:XYZ261218C00100000"), 5.2, 0.05, 0.08, 1'000'000});
    spot.offer({symbol("O:XYZ261218P00100000"), 3.1, 0.05, 0.08, 1'000'000});
    spot.startDay();
    QVERIFY(spot.isKnown());
    QVERIFY(std::sqrt(spot.variance()) > 1.0);
}

void TestPricing::isSmall()
{
    QVERIFY(sizeof(SpotEstimate) <= 400);
}

void TestPricing::ticksAreLearnt_data()
{
    QTest::addColumn<int>("below"); // cents
    QTest::addColumn<int>("above");
    QTest::newRow("a cent everywhere") << 1 << 1;
    QTest::newRow("a cent below three dollars, five above") << 1 << 5;
    QTest::newRow("five and ten") << 5 << 10;
}

void TestPricing::ticksAreLearnt()
{
    QFETCH(int, below);
    QFETCH(int, above);
    tests::Dice dice(2);
    detect::TickSize ticks;
    QCOMPARE(ticks.at(1.0), 0.01); // as shipped: the commonest
    QCOMPARE(ticks.at(9.0), 0.05);
    for (int at = 0; at < 400; ++at) {
        const bool low = dice.chance(0.5);
        const int tick = low ? below : above;
        const int cents = (low ? 20 : 310) + int(dice.bits() % (low ? 270 : 2'000));
        const int odd = dice.chance(0.02) ? 1 : 0; // one in fifty lies between the steps
        ticks.see(domain::Price::fromUnits((cents / tick * tick + odd) * 100));
        ticks.see(domain::Price::fromUnits(100)); // worthless ones at a cent tell nothing
    }
    QCOMPARE(ticks.at(1.0), below / 100.0);
    QCOMPARE(ticks.at(9.0), above / 100.0);
}

QTEST_GUILESS_MAIN(TestPricing)
#include "tst_pricing.moc"

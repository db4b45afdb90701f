// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/pricing/volfilter.h"

#include <cmath>

using namespace flowglass;
using namespace flowglass::detect;

namespace {

constexpr double kSpot = 100.0;
constexpr double kNoise = 1e-4; // a cent, squared

VolReading reading(double strike, double held, double told)
{
    const OptionTerms terms{strike, 0.1, strike > kSpot};
    return {terms, kSpot, blackScholes(kSpot, held, terms), blackScholes(kSpot, told, terms).price, kNoise};
}

} // namespace

class TestVolFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // By the gain of a Kalman filter: past and print by their weights.
    void aShortWayIsOneStep()
    {
        const VolReading told = reading(101, 0.4, 0.401);
        const double variance = 1e-5;
        const double gain = told.fair.vega * told.fair.vega * variance
                            / (told.fair.vega * told.fair.vega * variance + kNoise);
        const VolGuess next = agreed({0.4, variance}, told);
        QVERIFY(std::fabs(next.vol - (0.4 + gain * (told.price - told.fair.price) / told.fair.vega)) < 1e-12);
        QVERIFY(std::fabs(next.variance - variance * (1.0 - gain)) < 1e-12);
    }

    void aLongWayEndsWhereThePriceIsFair_data()
    {
        QTest::addColumn<double>("strike");
        QTest::addColumn<double>("told");
        QTest::newRow("near, up") << 105.0 << 0.7;
        QTest::newRow("far, up") << 70.0 << 0.6;
        QTest::newRow("very far, up") << 60.0 << 0.9;
        QTest::newRow("near, down") << 95.0 << 0.2;
        QTest::newRow("far, down") << 115.0 << 0.3;
    }
    void aLongWayEndsWhereThePriceIsFair()
    {
        QFETCH(double, strike);
        QFETCH(double, told);
        const VolGuess next = agreed({0.4, 0.16}, reading(strike, 0.4, told));
        QVERIFY2(std::fabs(next.vol - told) < 0.03 * told, qPrintable(QString::number(next.vol)));
        QVERIFY(next.variance > 0.0 && next.variance < 0.16);
    }

    void whatIsKnownWellHardlyMoves()
    {
        const VolGuess next = agreed({0.4, 1e-8}, reading(101, 0.4, 0.6));
        QVERIFY(std::fabs(next.vol - 0.4) < 0.01);
    }

    // Deep in the money: 80 cents less than what it is worth at once, told twice as if it were certain.
    void aPriceThatNoVolatilityExplainsTellsNothing()
    {
        const OptionTerms terms{80.0, 0.02, true};
        VolReading told{terms, kSpot, blackScholes(kSpot, 0.4, terms), 0.0, kNoise};
        told.price = told.fair.price - 0.8;
        QVERIFY(told.fair.vega < leastVega(terms));
        const VolGuess next = agreed({0.4, 0.32 / (leastVega(terms) * leastVega(terms))}, told);
        QCOMPARE(next.vol, 0.4);
    }

    void noPriceLeadsOutOfBounds_data()
    {
        QTest::addColumn<double>("price");
        QTest::newRow("nothing") << 0.0;
        QTest::newRow("all") << 1e6;
        QTest::newRow("less than nothing") << -1e6;
    }
    void noPriceLeadsOutOfBounds()
    {
        QFETCH(double, price);
        for (const double strike : {1.0, 70.0, 100.0, 1e4}) {
            VolReading told = reading(strike, 0.4, 0.4);
            told.price = price;
            const VolGuess next = agreed({0.4, 0.2}, told);
            QVERIFY(next.vol >= kLeastVol && next.vol <= kMostVol);
            QVERIFY(std::isfinite(next.variance) && next.variance > 0.0);
        }
    }
};

QTEST_GUILESS_MAIN(TestVolFilter)
#include "tst_volfilter.moc"

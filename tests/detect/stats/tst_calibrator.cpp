// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/stats/budget.h"
#include "detect/stats/calibrator.h"
#include "detect/synthetictape.h"

#include <cmath>

using namespace flowglass;
using detect::AlertRates;
using detect::Budget;
using detect::Calibrator;

class TestCalibrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFromWhatWasShipped();
    void learnsTheLocation_data();
    void learnsTheLocation();
    void aFewTrueAnomaliesDoNotBendIt();
    void theShippedBudgetMatchesItsTable_data();
    void theShippedBudgetMatchesItsTable();
    void theThresholdFollowsTheLiveRate();
    void theThresholdFallsAsMoreFlagsAreWanted();
    void nonsenseSettingsAreBounded_data();
    void nonsenseSettingsAreBounded();
    void anAlertThatRisesCountsOnce();
    void fadingKeepsTheRate();
};

void TestCalibrator::startsFromWhatWasShipped()
{
    Calibrator calibrator({2.5, 0.9});
    QCOMPARE(calibrator.calibrated(2.5), 3.0);
    QCOMPARE(calibrator.calibrated(3.4), 4.0);
    QVERIFY(std::fabs(3.4 / calibrator.slope() + calibrator.offset() - 4.0) < 1e-9);
    QCOMPARE(Calibrator({2.5, 0.9, 0.4}).calibrated(2.5), 3.4); // the weight is on top
    QCOMPARE(calibrator.calibrated(0.0), 0.0); // nothing was said
    calibrator.refresh();
    QVERIFY(std::fabs(calibrator.location() - 2.5) < 0.06);
}

void TestCalibrator::learnsTheLocation_data()
{
    QTest::addColumn<double>("location");
    QTest::newRow("scores lower than shipped") << 1.7;
    QTest::newRow("scores as shipped") << 2.5;
    QTest::newRow("scores much higher than shipped") << 4.2;
}

void TestCalibrator::learnsTheLocation()
{
    QFETCH(double, location);
    Calibrator calibrator({2.5, 0.9});
    tests::Dice dice(2);
    for (int print = 0; print < 400'000; ++print) {
        calibrator.rates().countPrint();
        const double score = location + 0.9 * (std::log10(1.0 / dice.unit()) - 3.0);
        if (const int bin = AlertRates::binOf(score); bin != AlertRates::kNone)
            calibrator.rates().rise(AlertRates::kNone, bin);
    }
    calibrator.refresh();
    QVERIFY2(std::fabs(calibrator.location() - location) < 0.15,
             qPrintable(QString::number(calibrator.location())));
}

void TestCalibrator::aFewTrueAnomaliesDoNotBendIt()
{
    Calibrator clean({2.5, 0.9});
    Calibrator contaminated({2.5, 0.9});
    tests::Dice dice(8);
    for (int print = 0; print < 200'000; ++print) {
        const int bin = AlertRates::binOf(2.5 + 0.9 * (std::log10(1.0 / dice.unit()) - 3.0));
        for (Calibrator* each : {&clean, &contaminated}) {
            each->rates().countPrint();
            if (bin != AlertRates::kNone)
                each->rates().rise(AlertRates::kNone, bin);
        }
        if (print % 20'000 == 0)
            contaminated.rates().rise(AlertRates::kNone, AlertRates::binOf(9.0));
    }
    clean.refresh();
    contaminated.refresh();
    QVERIFY(std::fabs(clean.location() - contaminated.location()) < 0.06);
}

void TestCalibrator::theShippedBudgetMatchesItsTable_data()
{
    QTest::addColumn<double>("flags");
    QTest::addColumn<double>("threshold");
    QTest::newRow("148 per 100,000") << 148.0 << 4.0;
    QTest::newRow("50 per 100,000") << 50.0 << 4.5;
    QTest::newRow("18 per 100,000") << 18.0 << 5.0;
    QTest::newRow("7 per 100,000") << 7.0 << 5.5;
    QTest::newRow("3.3 per 100,000") << 3.3 << 6.0;
    QTest::newRow("1.3 per 100,000") << 1.3 << 7.0;
    QTest::newRow("1 per 100,000, beyond the table") << 1.0 << 7.28;
}

void TestCalibrator::theShippedBudgetMatchesItsTable()
{
    QFETCH(double, flags);
    QFETCH(double, threshold);
    const Budget budget(flags);
    QVERIFY2(std::fabs(budget.threshold() - threshold) < 0.06,
             qPrintable(QString::number(budget.threshold())));
}

void TestCalibrator::theThresholdFollowsTheLiveRate()
{
    Budget budget(10.0);
    const double before = budget.threshold();
    for (int print = 0; print < 1'000'000; ++print) {
        budget.rates().countPrint();
        if (print % 2'000 == 0) // 50 per 100,000 reach 8
            budget.rates().rise(AlertRates::kNone, AlertRates::binOf(8.0));
    }
    budget.refresh();
    QVERIFY(budget.threshold() > 8.0);
    QVERIFY(budget.threshold() > before);
}

void TestCalibrator::theThresholdFallsAsMoreFlagsAreWanted()
{
    Budget budget(0.5);
    double last = budget.threshold();
    for (const double flags : {1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1'000.0}) {
        budget.setFlagsPer100k(flags);
        QVERIFY(budget.threshold() < last);
        last = budget.threshold();
    }
}

void TestCalibrator::nonsenseSettingsAreBounded_data()
{
    QTest::addColumn<double>("flags");
    QTest::newRow("none") << 0.0;
    QTest::newRow("less than none") << -3.0;
    QTest::newRow("not a number") << std::nan("");
    QTest::newRow("without end") << HUGE_VAL;
}

void TestCalibrator::nonsenseSettingsAreBounded()
{
    QFETCH(double, flags);
    const Budget budget(flags);
    QVERIFY(budget.threshold() >= 0.0 && budget.threshold() <= 20.0);
}

void TestCalibrator::anAlertThatRisesCountsOnce()
{
    const std::array<AlertRates::Anchor, 2> shipped = {{{0.0, 1.0}, {1.0, 0.1}}};
    AlertRates rates(shipped, 1e-6);
    for (int print = 0; print < 1'000; ++print)
        rates.countPrint();
    int bin = AlertRates::kNone;
    for (const double score : {1.0, 2.0, 3.0, 4.0}) {
        rates.rise(bin, AlertRates::binOf(score));
        bin = AlertRates::binOf(score);
    }
    // One alert in 1,000 prints is 100 in 100,000: reached up to 4, not above.
    QVERIFY(std::fabs(rates.scoreAt(99.0) - 4.0) < 0.1);
    QVERIFY(rates.scoreAt(101.0) < 0.1);
}

void TestCalibrator::fadingKeepsTheRate()
{
    Calibrator calibrator({2.5, 0.9});
    for (int print = 0; print < 1'000'000; ++print) {
        calibrator.rates().countPrint();
        if (print % 1'000 == 0)
            calibrator.rates().rise(AlertRates::kNone, AlertRates::binOf(3.5));
    }
    calibrator.refresh();
    const double before = calibrator.location();
    calibrator.rates().fade();
    calibrator.refresh();
    QVERIFY(std::fabs(calibrator.location() - before) < 0.06);
}

QTEST_GUILESS_MAIN(TestCalibrator)
#include "tst_calibrator.moc"

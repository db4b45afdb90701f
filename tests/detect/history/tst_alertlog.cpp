// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/history/alertlog.h"

#include <numeric>

using namespace flowglass;
using detect::AlertLog;
using detect::AlertRates;
using detect::Settings;
using domain::AnomalyKind;
using domain::KindSet;

namespace {

Settings from(std::int64_t leastDollars, KindSet kinds = KindSet::all())
{
    return {10.0, kinds, domain::Premium::fromUnits(leastDollars * domain::kUnitsPerDollar)};
}

} // namespace

class TestAlertLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofOnePeriodTheHighestCounts();
    void aLowerScoreWithMoreMoneyIsKeptToo();
    void ofManyPointsTheHighestStay();
    void adjoiningPeriodsOfOneSubjectAreOne();
    void whenItIsFullTheLowestGo();
    void anotherDayBeginsEmpty();
};

void TestAlertLog::ofOnePeriodTheHighestCounts()
{
    AlertLog log;
    const std::uint32_t first = log.add(0, 7, AnomalyKind::Size, 3.0, 500.0);
    QCOMPARE(log.add(first, 7, AnomalyKind::Size, 4.5, 900.0), first);
    QCOMPARE(log.add(first, 7, AnomalyKind::Price, 4.0, 900.0), first);
    QVERIFY(log.holds(first, 7));
    QVERIFY(!log.holds(first, 8));
    QVERIFY(!log.holds(0, 0));
    QCOMPARE(log.height(first, from(0)), 4.5);
    QCOMPARE(log.height(first, from(0, KindSet::of(AnomalyKind::Price))), 4.0);
    QCOMPARE(log.height(first, from(901)), 0.0);
    const AlertRates::Counts counts = log.heights(from(0));
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0U), 1U);
    QCOMPARE(counts[std::size_t(AlertRates::binOf(4.5))], 1U);
    QCOMPARE(log.merged(from(0), 4.5), std::uint64_t(1));
    QCOMPARE(log.merged(from(0), 4.6), std::uint64_t(0));
}

void TestAlertLog::aLowerScoreWithMoreMoneyIsKeptToo()
{
    AlertLog log;
    const std::uint32_t alert = log.add(0, 7, AnomalyKind::Price, 6.0, 200.0);
    log.add(alert, 7, AnomalyKind::Price, 4.0, 20'000.0);
    log.add(alert, 7, AnomalyKind::Price, 3.5, 10'000.0); // less of both
    QCOMPARE(log.height(alert, from(100)), 6.0);
    QCOMPARE(log.height(alert, from(10'000)), 4.0);
    QCOMPARE(log.height(alert, from(20'001)), 0.0);
}

void TestAlertLog::ofManyPointsTheHighestStay()
{
    AlertLog log;
    std::uint32_t alert = 0;
    for (int at = 0; at < 20; ++at)
        alert = log.add(alert, 7, AnomalyKind::Price, 3.0 + 0.1 * at, 20'000.0 - 100.0 * at);
    QCOMPARE(log.height(alert, from(0)), 4.9);
    QCOMPARE(log.height(alert, from(18'200)), 4.8);
    QCOMPARE(log.height(alert, from(19'900)), 0.0); // let go
}

void TestAlertLog::adjoiningPeriodsOfOneSubjectAreOne()
{
    AlertLog log;
    const std::uint32_t a = log.add(0, 7, AnomalyKind::Size, 5.0, 1.0);
    const std::uint32_t other = log.add(0, 8, AnomalyKind::Size, 5.0, 1.0); // of another subject
    const std::uint32_t b = log.add(a, 8, AnomalyKind::Size, 5.0, 1.0);
    QVERIFY(a < other && other < b);
    QCOMPARE(log.merged(from(0), 5.0), std::uint64_t(2));
    const std::uint32_t c = log.add(b, 9, AnomalyKind::Size, 4.0, 1.0);
    const std::uint32_t d = log.add(c, 10, AnomalyKind::Size, 5.0, 1.0);
    QCOMPARE(log.merged(from(0), 5.0), std::uint64_t(3)); // a minute without one between
    QCOMPARE(log.merged(from(0), 4.0), std::uint64_t(2));
    log.add(d, 12, AnomalyKind::Size, 5.0, 1.0);
    QCOMPARE(log.merged(from(0), 4.0), std::uint64_t(3));
}

void TestAlertLog::whenItIsFullTheLowestGo()
{
    AlertLog log(100);
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    for (std::uint32_t at = 0; at < 1'000; ++at) {
        low = log.add(low, at, AnomalyKind::Size, 2.0 + 0.001 * (at % 500), 1.0);
        if (at % 20 == 0)
            high = log.add(high, at, AnomalyKind::Size, 7.0, 1.0);
    }
    QVERIFY(log.floor() > AlertLog::kLowestFloor);
    QCOMPARE(log.merged(from(0), 7.0), std::uint64_t(50));
    QVERIFY(log.holds(high, 980));
    const AlertRates::Counts counts = log.heights(from(0));
    QVERIFY(std::accumulate(counts.begin(), counts.end(), 0U) <= 100U);
    QCOMPARE(counts[std::size_t(AlertRates::binOf(7.0))], 50U);
    QVERIFY(log.firstBin() * AlertRates::kBinWidth >= log.floor() - 1e-9);
}

void TestAlertLog::anotherDayBeginsEmpty()
{
    AlertLog log;
    log.startDay(20'000);
    const std::uint32_t before = log.add(0, 7, AnomalyKind::Size, 5.0, 1.0);
    log.countPrint();
    log.startDay(20'000);
    QCOMPARE(log.prints(), std::uint64_t(1));
    log.startDay(20'001);
    QCOMPARE(log.prints(), std::uint64_t(0));
    QCOMPARE(log.merged(from(0), 1.0), std::uint64_t(0));
    QVERIFY(!log.holds(before, 7));
    QVERIFY(log.add(before, 8, AnomalyKind::Size, 5.0, 1.0) > before);
    QCOMPARE(log.merged(from(0), 1.0), std::uint64_t(1));
}

QTEST_GUILESS_MAIN(TestAlertLog)
#include "tst_alertlog.moc"

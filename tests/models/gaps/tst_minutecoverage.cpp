// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/gaps/coveragetext.h"
#include "models/tapefixture.h"

using namespace flowglass;
using namespace flowglass::test;
using models::MinuteCoverage;
using Grade = MinuteCoverage::Grade;

namespace {

constexpr std::size_t kFirst = 34; // 10:04, the minute of kMorning

void printAt(Tape& tape, std::int64_t second)
{
    domain::Trade trade = tape.trade({});
    trade.setTime(kMorning + std::chrono::seconds(second));
    tape.store.append(trade);
}

// Behind the newest print; `from` is by the wall, which has nothing to do with event time.
void gapAt(Tape& tape, int second, int length)
{
    const domain::UnixMs from = kMorning + std::chrono::hours(3) + std::chrono::seconds(second);
    tape.store.addGap({from, from + std::chrono::seconds(length), QStringLiteral("lost")},
                      tape.store[tape.store.end() - 1].time());
}

std::optional<MinuteCoverage> of(const Tape& tape)
{
    return models::minuteCoverage(tape.store, domain::MarketCalendar());
}

} // namespace

class TestMinuteCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAMarketDayThereIsNone()
    {
        QVERIFY(!of(Tape()));
        Tape saturday;
        printAt(saturday, 24 * 3'600);
        QVERIFY(!of(saturday));
        Tape early;
        printAt(early, -1'800 - 4 * 60 - 6); // 09:29:59
        QVERIFY(!of(early));
        QVERIFY(models::dayText({}).contains(QLatin1String("no trade")));
    }

    void whatCameBeforeTheFirstPrintWasNotWatched()
    {
        Tape tape; // from 10:04:05
        printAt(tape, 0);
        printAt(tape, 120); // 10:06:05
        const auto day = of(tape);
        QCOMPARE(day->minutesOfDay, 405); // until 16:15
        QCOMPARE(day->shares.size(), kFirst + 3);
        for (std::size_t at = 0; at < kFirst; ++at)
            QCOMPARE(day->grade(at), Grade::NotWatched);
        for (std::size_t at = kFirst; at < day->shares.size(); ++at)
            QCOMPARE(day->grade(at), Grade::Whole);
        QVERIFY(models::minuteText(*day, 0).contains(QLatin1String("09:30 New York: not watched")));
        QCOMPARE(models::dayText(day), QStringLiteral("Coverage per minute since 09:30 New York: 3 whole, 0 with "
                                                      "something missing, 34 not watched."));
    }

    void aGapIsMissingInItsMinutes()
    {
        Tape tape;
        printAt(tape, 0);
        printAt(tape, 70); // 10:05:15
        gapAt(tape, 0, 111); // until 10:07:06
        printAt(tape, 181);
        printAt(tape, 240); // 10:08:05
        const auto day = of(tape);
        QCOMPARE(*day->shares[kFirst], 1.0);
        QCOMPARE(*day->shares[kFirst + 1], 0.25);
        QCOMPARE(day->grade(kFirst + 1), Grade::Poor);
        QCOMPARE(*day->shares[kFirst + 2], 0.0);
        QCOMPARE(*day->shares[kFirst + 3], 0.9);
        QCOMPARE(day->grade(kFirst + 3), Grade::Partly);
        QCOMPARE(*day->shares[kFirst + 4], 1.0);
        QVERIFY(models::minuteText(*day, kFirst + 3).startsWith(QLatin1String("10:07 New York: 90.0%")));
        QVERIFY(models::dayText(day).endsWith(QLatin1String("2 whole, 3 with something missing, 34 not watched. "
                                                            "The worst: 10:06, 0.0%.")));
    }

    void theFirstMinuteIsOfWhatWasWatchedOfIt()
    {
        Tape tape;
        printAt(tape, 35); // 10:04:40, so 20 s of the minute
        gapAt(tape, 0, 5);
        printAt(tape, 100);
        QCOMPARE(*of(tape)->shares[kFirst], 0.75);
    }

    void aFilledGapIsCovered()
    {
        Tape tape;
        printAt(tape, 0);
        gapAt(tape, 0, 60);
        printAt(tape, 100);
        QCOMPARE(of(tape)->grade(kFirst), Grade::Poor);
        tape.store.setFill(0, {tape::GapFill::State::Partly, tape::GapFill::Judging::TooFew, 1, {}});
        QCOMPARE(of(tape)->grade(kFirst), Grade::Poor);
        tape.store.setFill(0, {tape::GapFill::State::Filled, tape::GapFill::Judging::Done, 1, {}});
        QCOMPARE(of(tape)->grade(kFirst), Grade::Whole);
    }

    void gapsWithNoPrintBetweenThemKeepTheirDistance()
    {
        Tape tape;
        printAt(tape, -5); // 10:04:00
        gapAt(tape, 0, 12);
        gapAt(tape, 60, 30);
        printAt(tape, 120);
        const auto day = of(tape);
        QCOMPARE(*day->shares[kFirst], 0.8);
        QCOMPARE(*day->shares[kFirst + 1], 0.5);
    }

    void theNightBeforeAndTheEveningAreLeftOut()
    {
        Tape tape;
        printAt(tape, -18 * 3'600); // the day before
        gapAt(tape, 0, 18 * 3'600 - 4 * 60 - 5); // until 10:00
        printAt(tape, 0);
        printAt(tape, 7 * 3'600); // 17:04, closed
        const auto day = of(tape);
        QCOMPARE(day->shares.size(), std::size_t(405));
        QCOMPARE(*day->shares[0], 0.0);
        QCOMPARE(*day->shares[29], 0.0);
        QCOMPARE(*day->shares[30], 1.0);
        QCOMPARE(*day->shares[404], 1.0);
    }

    void whatLeavesMemoryDoesNotChangeTheDay()
    {
        Tape tape(1);
        printAt(tape, 0);
        gapAt(tape, 0, 65); // until 10:05:10
        tape.addUnjudged(3 * int(tape::TradeStore::kBlockRows)); // until 10:20
        QVERIFY(tape.store.evicted() > 0);
        const auto day = of(tape);
        QCOMPARE(day->grade(kFirst - 1), Grade::NotWatched);
        QCOMPARE(*day->shares[kFirst], 0.0);
        QCOMPARE(*day->shares[kFirst + 1], 1.0 - 10.0 / 60.0);
        QCOMPARE(*day->shares[kFirst + 2], 1.0);
    }

    void aPrintWithAWrongTimeCountsUntilTheNextOne()
    {
        Tape tape;
        printAt(tape, 0);
        printAt(tape, 200LL * 365 * 24 * 3'600);
        printAt(tape, 300);
        QCOMPARE(of(tape)->shares.size(), kFirst + 6);
    }

    void fetchedPrintsAloneAreNoMarketDay()
    {
        Tape tape;
        tape.store.appendFetched(tape.trade({.atMs = 0}), std::nullopt);
        QVERIFY(!models::toldSpan(tape.store));
        QVERIFY(!of(tape));
    }

    void hoursThatCannotBeDoNoHarm_data()
    {
        QTest::addColumn<int>("openMinute"); // after kMorning
        QTest::addColumn<int>("closeMinute");
        QTest::newRow("closed before it opens") << -5 << -60;
        QTest::newRow("never open") << -5 << -5;
        QTest::newRow("tomorrow") << 1'440 << 1'500;
    }
    void hoursThatCannotBeDoNoHarm()
    {
        QFETCH(const int, openMinute);
        QFETCH(const int, closeMinute);
        domain::MarketCalendar calendar;
        calendar.setExceptions({{domain::ZoneTime::newYork().day(kMorning), false, QStringLiteral("Odd"),
                                 kMorning + std::chrono::minutes(openMinute),
                                 kMorning + std::chrono::minutes(closeMinute)}});
        Tape tape;
        printAt(tape, 0);
        printAt(tape, 240);
        const auto day = models::minuteCoverage(tape.store, calendar);
        QCOMPARE(day->minutesOfDay, 225); // 9:30 to 13:15, as every early close without hours
        QCOMPARE(day->shares.size(), kFirst + 5);
    }

    void onlyAWholeIsSaidToBeAHundred()
    {
        QCOMPARE(models::coveragePercent(1.0), QStringLiteral("100.0%"));
        QCOMPARE(models::coveragePercent(0.99999), QStringLiteral("99.9%"));
        QCOMPARE(models::coveragePercent(0.992), QStringLiteral("99.2%"));
        QVERIFY(models::coverageText(1.0).brief.isEmpty());
        QVERIFY(models::coverageText(std::nullopt).brief.isEmpty());
        QCOMPARE(models::coverageText(0.9921).brief, QStringLiteral("coverage 99.2%"));
        QCOMPARE(models::coverageText(0.9921).severity, models::Severity::Warning);
    }
};

QTEST_GUILESS_MAIN(TestMinuteCoverage)
#include "tst_minutecoverage.moc"

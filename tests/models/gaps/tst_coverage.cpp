// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/gaps/coverage.h"
#include "models/tapefixture.h"

#include <QElapsedTimer>

using namespace flowglass;
using namespace flowglass::test;
using models::coverage;

namespace {

constexpr std::int64_t kMinute = 60'000;

// Prints at these minutes after 10:04:05 in New York.
void addAt(Tape& tape, std::initializer_list<int> minutes)
{
    for (const int minute : minutes)
        tape.store.append(tape.trade({.atMs = minute * kMinute}));
}

// Behind the newest print; `clock` is by the wall, which has nothing to do with event time.
void addGap(Tape& tape, int minutes)
{
    const domain::UnixMs clock{kMorning.value + 15 * kMinute};
    tape.store.addGap({clock, clock + std::chrono::minutes(minutes), QStringLiteral("lost")},
                      tape.store[tape.store.end() - 1].time());
}

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTradesThereIsNone()
    {
        QVERIFY(!coverage(Tape().store, domain::MarketCalendar()));
    }

    void aGapIsTimeThatNobodyTold()
    {
        Tape tape;
        addAt(tape, {0, 10});
        QCOMPARE(*coverage(tape.store, domain::MarketCalendar()), 1.0);
        addGap(tape, 5);
        addAt(tape, {15, 20});
        QCOMPARE(*coverage(tape.store, domain::MarketCalendar()), 0.75);
        const auto bands = models::gapBands(tape.store, domain::ZoneTime::newYork());
        QCOMPARE(bands.size(), std::size_t(1));
        QCOMPARE(bands[0].from, kMorning + std::chrono::minutes(10)); // event time
        QCOMPARE(bands[0].to, kMorning + std::chrono::minutes(15));
        QVERIFY(bands[0].text.contains(QLatin1String("lost")));
    }

    void aGapThatLastsIsNotCoveredUntilNow()
    {
        Tape tape;
        addAt(tape, {0, 10});
        const domain::UnixMs clock{kMorning.value + 15 * kMinute};
        const domain::UnixMs newest = tape.store.last();
        for (const int minutes : {5, 10}) {
            tape.store.showOpenGap({clock, clock + std::chrono::minutes(minutes), QStringLiteral("lost")}, newest);
            QCOMPARE(*coverage(tape.store, domain::MarketCalendar()), 10.0 / (10 + minutes));
        }
        const auto bands = models::gapBands(tape.store, domain::ZoneTime::newYork());
        QCOMPARE(bands.size(), std::size_t(1));
        QVERIFY2(bands[0].text.endsWith(QLatin1String("lost; lasts still")), qPrintable(bands[0].text));
        tape.store.addGap({clock, clock + std::chrono::minutes(20), QStringLiteral("lost")}, newest);
        QCOMPARE(*coverage(tape.store, domain::MarketCalendar()), 10.0 / 30); // before the next trade came
        QCOMPARE(tape.store.gaps().size(), std::size_t(1));
    }

    void aFilledGapIsCovered()
    {
        Tape tape;
        addAt(tape, {0, 10});
        addGap(tape, 5);
        addAt(tape, {15, 20});
        tape.store.appendFetched(tape.trade({.atMs = 12 * kMinute}), 0); // the newest row is not the newest time
        QCOMPARE(*coverage(tape.store, domain::MarketCalendar()), 0.75);
        tape.store.setFill(0, {tape::GapFill::State::Filled, tape::GapFill::Judging::Done, 1, {}});
        QCOMPARE(*coverage(tape.store, domain::MarketCalendar()), 1.0);
    }

    // Else it would cost by the years, and an hour that is missing would not show.
    void ofYearsTheLastMonthCounts()
    {
        constexpr int kYears = 20 * 364 * 24 * 60; // minutes; to a Friday again
        Tape tape;
        addAt(tape, {0, kYears});
        addGap(tape, 60);
        addAt(tape, {kYears + 60});
        const double share = *coverage(tape.store, domain::MarketCalendar());
        QVERIFY2(share > 0.985 && share < 0.996, qPrintable(QString::number(share)));
    }

    void whatLeavesMemoryCountsStill()
    {
        Tape tape(1);
        addAt(tape, {0, 10});
        addGap(tape, 5);
        addAt(tape, {15});
        tape.addUnjudged(3 * int(tape::TradeStore::kBlockRows));
        QVERIFY(tape.store.evicted() > 0);
        const double seconds = 15 * 60 + 3 * double(tape::TradeStore::kBlockRows) * 0.005;
        QCOMPARE(*coverage(tape.store, domain::MarketCalendar()), 1.0 - 5 * 60 / seconds);
        QVERIFY(models::gapBands(tape.store, domain::ZoneTime::newYork()).empty()); // no prints beside it
    }

    void theNightDoesNotCount()
    {
        Tape tape;
        addAt(tape, {0, 370}); // until 16:14:05
        addGap(tape, 18 * 60);
        addAt(tape, {370 + 18 * 60}); // 10:14:05 on Saturday: closed
        const double open = 370.0 + 55.0 / 60.0;
        QVERIFY(std::abs(*coverage(tape.store, domain::MarketCalendar()) - 370.0 / open) < 1e-9);
        Tape saturday;
        addAt(saturday, {1'440, 1'500});
        QVERIFY(!coverage(saturday.store, domain::MarketCalendar()));
    }

    void costOfManyGaps()
    {
        Tape tape;
        addAt(tape, {0});
        for (int gap = 0; gap < 1'000; ++gap) {
            addGap(tape, 1);
            addAt(tape, {gap % 300 + 1});
        }
        const domain::MarketCalendar calendar;
        QBENCHMARK { QVERIFY(coverage(tape.store, calendar)); }
    }

    // QBENCHMARK would make the tape again for each of its rounds.
    void costOfAFilledHour()
    {
        Tape tape(1'100'000);
        addAt(tape, {0, 10});
        addGap(tape, 60);
        addAt(tape, {70});
        for (int row = 0; row < 1'000'000; ++row)
            tape.store.appendFetched(tape.trade({.atMs = 10 * kMinute + row}), 0);
        const domain::MarketCalendar calendar;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(coverage(tape.store, calendar));
        QTest::setBenchmarkResult(double(timer.nsecsElapsed()), QTest::WalltimeNanoseconds);
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"

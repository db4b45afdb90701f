// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/routing/timegate.h"

#include <algorithm>

using namespace flowglass;
using namespace std::chrono_literals;
using session::TimeGate;
using std::chrono::milliseconds;

namespace {

constexpr domain::UnixMs kStart{1'795'186'800'000};

domain::Trade tradeAt(milliseconds at)
{
    domain::Trade trade;
    trade.setTime(kStart + at);
    return trade;
}

// A stream, and the clock of the machine that receives it: both since kStart.
class Stream
{
public:
    // One frame with trades of these times. Returns how many came through.
    std::size_t frame(milliseconds receipt, std::initializer_list<milliseconds> times)
    {
        std::vector<domain::Trade> trades;
        for (const milliseconds at : times)
            trades.push_back(tradeAt(at));
        gate.pass(domain::toNs(kStart + receipt), trades, refused);
        admitted.insert(admitted.end(), trades.begin(), trades.end());
        return trades.size();
    }
    // `count` frames of one trade each, a second apart, from `from` on.
    void run(milliseconds from, int count, milliseconds lag = 0ms)
    {
        for (int i = 0; i < count; ++i)
            frame(from + 1s * i, {from + 1s * i - lag});
    }
    bool refusedOnly(std::initializer_list<milliseconds> times) const
    {
        return std::ranges::equal(refused, times, {}, &domain::Trade::time,
                                  [](milliseconds at) { return kStart + at; });
    }
    bool isInOrder() const { return std::ranges::is_sorted(admitted, {}, &domain::Trade::time); }

    TimeGate gate;
    std::vector<domain::Trade> admitted;
    std::vector<domain::Trade> refused;
};

} // namespace

class TstTimeGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongTimeIsRefused_data();
    void aWrongTimeIsRefused();
    void aWrongTimeAtTheBeginningIsRefused_data();
    void aWrongTimeAtTheBeginningIsRefused();
    void legsWithTheSameWrongTimeAreRefused();
    void twoWrongTimesAreNotTakenForAMovedClock();
    void whatIsLateComesThrough_data();
    void whatIsLateComesThrough();
    void manyLateOnesInARowComeThrough();
    void afterManyLateOnesOnTimeIsOnTime_data();
    void afterManyLateOnesOnTimeIsOnTime();
    void aWrongTimeAfterManyLateOnesIsRefused();
    void aClockThatIsWrongFromTheBeginningCostsNothing_data();
    void aClockThatIsWrongFromTheBeginningCostsNothing();
    void aClockThatIsSetCostsNothing_data();
    void aClockThatIsSetCostsNothing();
    void aThinTapeThatLeapsCostsNothing();
    void afterWrongOnesThatSlippedTheNextIsRefused();
    void afterOldOnesThatSlippedNothingIsLost();
    void whatIsHeldAtTheEndIsRefused();
};

void TstTimeGate::aWrongTimeIsRefused_data()
{
    QTest::addColumn<milliseconds>("ahead");
    QTest::newRow("a little more than can be") << milliseconds(TimeGate::kAhead + 1s);
    QTest::newRow("an hour ahead") << milliseconds(1h);
    QTest::newRow("an hour and a half ahead") << milliseconds(90min);
    QTest::newRow("of tomorrow") << milliseconds(24h);
    QTest::newRow("of another century") << milliseconds(24h * 365 * 200);
    QTest::newRow("of nine days ago") << milliseconds(-24h * 9);
    QTest::newRow("of the year 2000") << milliseconds(-24h * 365 * 26);
}

void TstTimeGate::aWrongTimeIsRefused()
{
    QFETCH(const milliseconds, ahead);
    Stream stream;
    stream.run(0s, 300);
    QCOMPARE(stream.frame(300s, {300s, 300s + ahead, 300s}), std::size_t(2));
    QVERIFY(stream.refusedOnly({300s + ahead}));
    stream.frame(301s, {301s + ahead}); // alone in its frame: the next one tells
    stream.run(302s, 300);
    QVERIFY(stream.refusedOnly({300s + ahead, 301s + ahead}));
    QCOMPARE(stream.admitted.size(), std::size_t(602));
    QVERIFY(stream.isInOrder());
}

void TstTimeGate::aWrongTimeAtTheBeginningIsRefused_data()
{
    aWrongTimeIsRefused_data();
}

void TstTimeGate::aWrongTimeAtTheBeginningIsRefused()
{
    QFETCH(const milliseconds, ahead);
    Stream stream;
    QCOMPARE(stream.frame(0s, {ahead}), std::size_t(0));
    stream.run(1s, 10);
    QVERIFY(stream.refusedOnly({ahead}));
    QCOMPARE(stream.admitted.size(), std::size_t(10));
}

void TstTimeGate::legsWithTheSameWrongTimeAreRefused()
{
    Stream stream;
    stream.run(0s, 10);
    stream.frame(10s, {10s + 1h, 10s + 1h, 10s + 1h});
    stream.run(11s, 10);
    QVERIFY(stream.refusedOnly({10s + 1h, 10s + 1h, 10s + 1h}));
    QCOMPARE(stream.admitted.size(), std::size_t(20));
}

void TstTimeGate::twoWrongTimesAreNotTakenForAMovedClock()
{
    Stream stream;
    stream.run(0s, 10);
    stream.frame(10s, {10s + 1h});
    stream.frame(11s, {11s + 24h});
    stream.frame(12s, {12s - 24h * 365});
    stream.run(13s, 10);
    QVERIFY(stream.refusedOnly({10s + 1h, 11s + 24h, 12s - 24h * 365}));
    QCOMPARE(stream.admitted.size(), std::size_t(20));
}

void TstTimeGate::whatIsLateComesThrough_data()
{
    QTest::addColumn<milliseconds>("late");
    QTest::newRow("by the delay of a feed") << milliseconds(15min);
    QTest::newRow("by a trading day") << milliseconds(7h);
    QTest::newRow("by days") << milliseconds(24h * 6);
}

void TstTimeGate::whatIsLateComesThrough()
{
    QFETCH(const milliseconds, late);
    Stream stream;
    stream.frame(0s, {-late, 0s, -late});
    stream.run(1s, 300, late); // all of it: a feed that is delayed
    stream.run(301s, 300);
    QVERIFY(stream.refused.empty());
    QCOMPARE(stream.admitted.size(), std::size_t(603));
}

// A block of late reports does not make the next regular print an early one.
void TstTimeGate::manyLateOnesInARowComeThrough()
{
    Stream stream;
    stream.run(0s, 300);
    for (int i = 300; i < 350; ++i)
        stream.frame(1s * i, {1s * i - 2h});
    QCOMPARE(stream.frame(350s, {350s}), std::size_t(1));
    QVERIFY(stream.refused.empty());
}

void TstTimeGate::afterManyLateOnesOnTimeIsOnTime_data()
{
    QTest::addColumn<int>("onTime"); // before them
    QTest::addColumn<milliseconds>("late");
    QTest::newRow("at the beginning") << 10 << milliseconds(10min);
    QTest::newRow("on a long day") << 1'000 << milliseconds(10min);
    QTest::newRow("by hours") << 300 << milliseconds(2h);
}

// So many that nothing else is among the last ones, and then some between those that are on time.
void TstTimeGate::afterManyLateOnesOnTimeIsOnTime()
{
    QFETCH(const int, onTime);
    QFETCH(const milliseconds, late);
    Stream stream;
    stream.run(0s, onTime);
    stream.run(1s * onTime, 200, late);
    const milliseconds from = 1s * (onTime + 200);
    for (int i = 0; i < 400; ++i)
        stream.frame(from + 1s * i, {from + 1s * i - (i % 2 == 0 ? 0ms : late)});
    QVERIFY(stream.refused.empty());
    QCOMPARE(stream.admitted.size(), std::size_t(onTime + 600));
}

void TstTimeGate::aWrongTimeAfterManyLateOnesIsRefused()
{
    Stream stream;
    stream.run(0s, 300);
    stream.run(300s, 200, 10min);
    stream.frame(500s, {500s + milliseconds(TimeGate::kAhead) + 1s});
    stream.run(501s, 1, 10min);
    QVERIFY(stream.refusedOnly({500s + milliseconds(TimeGate::kAhead) + 1s}));
}

void TstTimeGate::aClockThatIsWrongFromTheBeginningCostsNothing_data()
{
    QTest::addColumn<milliseconds>("off");
    QTest::newRow("an hour slow") << milliseconds(-1h);
    QTest::newRow("an hour fast") << milliseconds(1h);
    QTest::newRow("of 2000") << milliseconds(-24h * 365 * 26);
    QTest::newRow("years fast") << milliseconds(24h * 365 * 5);
}

void TstTimeGate::aClockThatIsWrongFromTheBeginningCostsNothing()
{
    QFETCH(const milliseconds, off);
    Stream stream;
    stream.frame(off, {0s, 0s, 1s});
    for (int i = 1; i < 300; ++i)
        stream.frame(off + 1s * i, {1s * i});
    QVERIFY(stream.refused.empty());
    QCOMPARE(stream.admitted.size(), std::size_t(302));
    stream.frame(off + 300s, {300s + 1h});
    stream.frame(off + 301s, {301s});
    QVERIFY(stream.refusedOnly({300s + 1h}));
}

void TstTimeGate::aClockThatIsSetCostsNothing_data()
{
    QTest::addColumn<milliseconds>("by");
    QTest::addColumn<milliseconds>("silence"); // before the first trade after it
    for (const milliseconds silence : {milliseconds(1s), milliseconds(10min)}) {
        QTest::addRow("an hour back after %ds", int(silence / 1s)) << milliseconds(-1h) << silence;
        QTest::addRow("an hour on after %ds", int(silence / 1s)) << milliseconds(1h) << silence;
        QTest::addRow("from 2000 to now after %ds", int(silence / 1s)) << milliseconds(24h * 365 * 26) << silence;
        QTest::addRow("to 2000 after %ds", int(silence / 1s)) << milliseconds(-24h * 365 * 26) << silence;
    }
}

void TstTimeGate::aClockThatIsSetCostsNothing()
{
    QFETCH(const milliseconds, by);
    QFETCH(const milliseconds, silence);
    Stream stream;
    stream.run(0s, 300);
    for (int i = 0; i < 300; ++i) {
        const milliseconds at = 299s + silence + 1s * i;
        stream.frame(at + by, {at});
    }
    QVERIFY(stream.refused.empty());
    QCOMPARE(stream.admitted.size(), std::size_t(600));
    QVERIFY(stream.isInOrder());
    const milliseconds last = 299s + silence + 300s;
    stream.frame(last + by, {last + 1h}); // and what is wrong is still told
    stream.frame(last + by + 1s, {last + 1s});
    QVERIFY(stream.refusedOnly({last + 1h}));
}

// Made by hand, or played faster than it was made: each stands a frame behind, and none is lost.
void TstTimeGate::aThinTapeThatLeapsCostsNothing()
{
    Stream stream;
    for (int i = 0; i < 20; ++i)
        stream.frame(1s * i, {20min * i});
    QVERIFY(stream.refused.empty());
    QCOMPARE(stream.admitted.size(), std::size_t(19));
    QVERIFY(stream.isInOrder());
}

// What is usual is soon as it was.
void TstTimeGate::afterWrongOnesThatSlippedTheNextIsRefused()
{
    Stream stream;
    stream.run(0s, 300);
    stream.frame(300s, {300s + 1h});
    stream.frame(301s, {301s + 1h});
    QVERIFY(stream.refused.empty());
    stream.run(302s, 128);
    stream.frame(430s, {430s + 1h});
    stream.run(431s, 1);
    QVERIFY(stream.refusedOnly({430s + 1h}));
    stream.run(432s, 128, 2h); // nor does it come back behind late ones
    stream.frame(560s, {560s + 1h});
    stream.run(561s, 1);
    QVERIFY(stream.refusedOnly({430s + 1h, 560s + 1h}));
}

// Two of eight days ago are taken for a clock that was set.
void TstTimeGate::afterOldOnesThatSlippedNothingIsLost()
{
    Stream stream;
    stream.run(0s, 300);
    stream.frame(300s, {300s - 24h * 8});
    stream.frame(301s, {301s - 24h * 8});
    QCOMPARE(stream.admitted.size(), std::size_t(302));
    stream.run(302s, 1);
    QCOMPARE(stream.admitted.size(), std::size_t(303)); // at once
    QVERIFY(stream.refused.empty());
}

void TstTimeGate::whatIsHeldAtTheEndIsRefused()
{
    Stream stream;
    stream.run(0s, 10);
    stream.frame(10s, {10s + 1h});
    QVERIFY(stream.refused.empty());
    stream.gate.close(stream.refused);
    QVERIFY(stream.refusedOnly({10s + 1h}));
    stream.run(11s, 10);
    QCOMPARE(stream.refused.size(), std::size_t(1));
    QCOMPARE(stream.admitted.size(), std::size_t(20));
}

QTEST_GUILESS_MAIN(TstTimeGate)
#include "tst_timegate.moc"

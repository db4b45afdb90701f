// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/watch/stallwatch.h"

#include <random>

using namespace std::chrono_literals;
using flowglass::session::StallWatch;
using Verdict = StallWatch::Verdict;

namespace {

// A watch that is looked at four times a second, with its clock.
class Bench
{
public:
    explicit Bench(bool wholeMarket = true) : watch(wholeMarket) {}

    StallWatch::Finding look() { return watch.look(time, trades); }
    // Trades at this pace, as they come in reality: not in step. False: a false alarm.
    bool run(std::chrono::nanoseconds length, double perSecond)
    {
        std::poisson_distribution<std::uint64_t> arrivals(perSecond * 0.25);
        for (const auto end = time + length; time < end; time += 250ms) {
            trades += arrivals(m_random);
            if (look().verdict != Verdict::Fine)
                return false;
        }
        return true;
    }
    // How long it is quiet until the verdict.
    std::chrono::nanoseconds silentUntil(Verdict verdict)
    {
        const auto begin = time;
        while (look().verdict != verdict && time - begin < 2h)
            time += 250ms;
        return time - begin;
    }

    std::chrono::nanoseconds time = 1h;
    std::uint64_t trades = 0;
    StallWatch watch;

private:
    std::mt19937_64 m_random{7};
};

} // namespace

class TestStallWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLimitFollowsThePace_data();
    void theLimitFollowsThePace();
    void aDayOfTradesRaisesNoAlarm_data();
    void aDayOfTradesRaisesNoAlarm();
    void itFollowsTheHourOfTheDay();
    void beforeItHasLearnt();
    void aBurstyFeedIsGivenMore();
    void restingIsNoSilence();
    void aConnectionThatDidNotHelpIsWaitedForLonger();
    void theFindingSaysHowUnusual();
};

void TestStallWatch::theLimitFollowsThePace_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<int>("leastSeconds");
    QTest::addColumn<int>("mostSeconds");
    QTest::newRow("the whole market: the floor") << 400.0 << 5 << 5;
    QTest::newRow("one a second") << 1.0 << 14 << 30;
    QTest::newRow("one in four seconds") << 0.25 << 50 << 100;
    QTest::newRow("one in a minute: the ceiling") << 0.0167 << 120 << 120;
}

void TestStallWatch::theLimitFollowsThePace()
{
    QFETCH(double, perSecond);
    QFETCH(int, leastSeconds);
    QFETCH(int, mostSeconds);
    Bench bench;
    if (perSecond > 0.1)
        QVERIFY(bench.run(30min, perSecond));
    else
        bench.run(3h, perSecond);
    const auto limit = bench.watch.limit();
    QVERIFY2(limit >= std::chrono::seconds(leastSeconds) && limit <= std::chrono::seconds(mostSeconds),
             qPrintable(QString::number(double(limit.count()) / 1e9)));
}

void TestStallWatch::aDayOfTradesRaisesNoAlarm_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<bool>("wholeMarket");
    QTest::newRow("the whole market") << 400.0 << true;
    QTest::newRow("a quiet one") << 0.5 << true;
    QTest::newRow("few contracts") << 0.05 << false;
    QTest::newRow("one that hardly trades") << 0.002 << false;
}

void TestStallWatch::aDayOfTradesRaisesNoAlarm()
{
    QFETCH(double, perSecond);
    QFETCH(bool, wholeMarket);
    Bench bench(wholeMarket);
    QVERIFY(bench.run(6h + 30min, perSecond));
}

void TestStallWatch::itFollowsTheHourOfTheDay()
{
    Bench bench;
    QVERIFY(bench.run(30min, 50.0));
    QCOMPARE(bench.watch.limit(), StallWatch::Steady(5s));
    for (const double slower : {20.0, 8.0, 3.0, 1.5, 1.0}) // towards noon
        QVERIFY(bench.run(20min, slower));
    QVERIFY(bench.watch.limit() > 10s);
    QVERIFY(bench.run(60min, 100.0));
    QCOMPARE(bench.watch.limit(), StallWatch::Steady(5s));
}

void TestStallWatch::beforeItHasLearnt()
{
    Bench whole;
    whole.look();
    QCOMPARE(whole.silentUntil(Verdict::Stalled), StallWatch::Steady(120s));
    QCOMPARE(whole.silentUntil(Verdict::Dead), StallWatch::Steady(120s)); // twice that
    Bench few(false);
    few.look();
    QCOMPARE(few.silentUntil(Verdict::Stalled), StallWatch::Steady(2h)); // never
    Bench brief;
    QVERIFY(brief.run(30s, 400.0)); // half a minute is too little to judge by
    QCOMPARE(brief.watch.limit(), StallWatch::Steady(120s));
}

void TestStallWatch::aBurstyFeedIsGivenMore()
{
    Bench bench;
    for (int i = 0; i < 60; ++i) {
        QVERIFY(bench.run(20s, 100.0));
        bench.time += 9s; // as long a break each time: there is nothing odd about it
        if (i > 5)
            QCOMPARE(bench.look().verdict, Verdict::Fine);
    }
    QVERIFY(bench.watch.limit() > 20s);
}

void TestStallWatch::restingIsNoSilence()
{
    Bench bench;
    QVERIFY(bench.run(10min, 100.0));
    const auto limit = bench.watch.limit();
    bench.watch.rest();
    bench.time += 17h; // the night
    QCOMPARE(bench.look().verdict, Verdict::Fine);
    QVERIFY(bench.run(1min, 100.0));
    QCOMPARE(bench.watch.limit(), limit); // nor was it learnt
    bench.watch.rest();
    bench.time += 1h;
    QCOMPARE(bench.silentUntil(Verdict::Stalled), limit); // from the end of the rest on
}

void TestStallWatch::aConnectionThatDidNotHelpIsWaitedForLonger()
{
    Bench bench;
    QVERIFY(bench.run(10min, 100.0));
    std::chrono::nanoseconds before{0};
    for (int i = 0; i < 8; ++i) {
        const auto dead = bench.silentUntil(Verdict::Dead);
        QVERIFY(i == 0 || i > 4 || dead > before);
        QVERIFY(dead <= 16 * 20s + 1s);
        before = dead;
        bench.watch.onGivenUp();
        bench.look();
    }
    ++bench.trades;
    bench.look();
    QCOMPARE(bench.watch.limit(), StallWatch::Steady(5s));
}

void TestStallWatch::theFindingSaysHowUnusual()
{
    Bench bench;
    QVERIFY(bench.run(10min, 2.0));
    bench.time += 100s;
    const auto finding = bench.look();
    QCOMPARE(finding.verdict, Verdict::Dead);
    QVERIFY(finding.silence >= 100s);
    QVERIFY(finding.mean > 400ms && finding.mean < 800ms);
    QVERIFY(finding.longest > finding.mean && finding.longest < 10s);
    QVERIFY(finding.isUnlikely);
}

QTEST_GUILESS_MAIN(TestStallWatch)
#include "tst_stallwatch.moc"

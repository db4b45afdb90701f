// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/link/wakewatch.h"
#include "support/fakeclock.h"

using namespace std::chrono_literals;
using flowglass::feed::WakeWatch;

Q_DECLARE_METATYPE(std::chrono::milliseconds)

class TestWakeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("steady");
        QTest::addColumn<std::chrono::milliseconds>("wall");
        QTest::addColumn<std::chrono::milliseconds>("asleep"); // negative: the system does not tell
        QTest::addColumn<bool>("slept");
        const auto row = [](const char* name, std::chrono::milliseconds steady,
                            std::chrono::milliseconds wall, std::chrono::milliseconds asleep,
                            bool slept) { QTest::newRow(name) << steady << wall << asleep << slept; };
        row("a look in time", 250ms, 250ms, -1ms, false);
        row("a busy moment", 4s, 4s, -1ms, false);
        row("a wall clock set back", 250ms, -1h, -1ms, false);
        row("a wall clock corrected a little", 250ms, 5s, -1ms, false);
        row("just below what counts", 250ms, 15'249ms, -1ms, false);
        row("asleep, the steady clock stood", 250ms, 8h, -1ms, true);
        row("just what counts", 250ms, 15'250ms, -1ms, true);
        row("asleep, the steady clock went on", 8h, 8h, -1ms, true);
        row("told: a wall clock set forward", 250ms, 2h, 0ms, false);
        row("told: asleep", 250ms, 8h, 8h - 250ms, true);
        row("told: asleep, then the wall clock set back", 250ms, -1h, 8h - 250ms, true);
        row("told: just below what counts", 250ms, 2h, 14'999ms, false);
        row("told: just what counts", 250ms, 0ms, 15s, true);
        row("told: stopped, not asleep", 8h, 8h, 0ms, true);
    }
    void tells()
    {
        QFETCH(std::chrono::milliseconds, steady);
        QFETCH(std::chrono::milliseconds, wall);
        QFETCH(std::chrono::milliseconds, asleep);
        QFETCH(bool, slept);
        flowglass::test::FakeClock clock;
        const bool isTold = asleep >= 0ms;
        if (isTold)
            clock.setAsleep(3h);
        WakeWatch watch;
        QVERIFY(!watch.look(clock.steady(), clock.asleep(), 250ms)); // nothing to compare with yet
        clock.advance(250ms);
        QVERIFY(!watch.look(clock.steady(), clock.asleep(), 250ms));
        if (isTold)
            clock.setAsleep(3h + asleep);
        clock.setSteady(clock.steady() + steady);
        clock.setNow({clock.now().value + std::chrono::nanoseconds(wall).count()});
        const auto told = watch.look(clock.steady(), clock.asleep(), 250ms);
        QCOMPARE(told.has_value(), slept);
        if (slept)
            QCOMPARE(*told, isTold ? steady + asleep : std::max(steady, wall));
        clock.advance(250ms);
        QVERIFY(!watch.look(clock.steady(), clock.asleep(), 250ms)); // told once
    }
};

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wakewatch.moc"

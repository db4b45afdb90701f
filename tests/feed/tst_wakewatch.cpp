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
        QTest::addColumn<bool>("slept");
        const auto row = [](const char* name, std::chrono::milliseconds steady, std::chrono::milliseconds wall,
                            bool slept) { QTest::newRow(name) << steady << wall << slept; };
        row("a look in time", 250ms, 250ms, false);
        row("a busy moment", 4s, 4s, false);
        row("a wall clock set back", 250ms, -1h, false);
        row("a wall clock corrected a little", 250ms, 5s, false);
        row("just below what counts", 250ms, 15'249ms, false);
        row("asleep, the steady clock stood", 250ms, 8h, true);
        row("just what counts", 250ms, 15'250ms, true);
        row("asleep, the steady clock went on", 8h, 8h, true);
    }
    void tells()
    {
        QFETCH(std::chrono::milliseconds, steady);
        QFETCH(std::chrono::milliseconds, wall);
        QFETCH(bool, slept);
        flowglass::test::FakeClock clock;
        WakeWatch watch;
        QVERIFY(!watch.look(clock.steady(), clock.now(), 250ms)); // nothing to compare with yet
        clock.advance(250ms);
        QVERIFY(!watch.look(clock.steady(), clock.now(), 250ms));
        clock.setSteady(clock.steady() + steady);
        clock.setNow({clock.now().value + std::chrono::nanoseconds(wall).count()});
        const auto told = watch.look(clock.steady(), clock.now(), 250ms);
        QCOMPARE(told.has_value(), slept);
        if (slept)
            QCOMPARE(*told, std::max(steady, wall));
        clock.advance(250ms);
        QVERIFY(!watch.look(clock.steady(), clock.now(), 250ms)); // told once
    }
};

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wakewatch.moc"

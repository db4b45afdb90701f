// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/flightlog.h"

using namespace flowglass;
using namespace std::chrono_literals;
using session::FlightLog;

namespace {

recording::Entry frameAt(std::chrono::seconds time, qsizetype length = 10)
{
    return recording::FrameEntry{{std::chrono::nanoseconds(time).count()}, QString(length, u'x')};
}

} // namespace

class TstFlightLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheLastMinute();
    void staysWithinItsMemory();
    void givesWhatHappenedAroundAMoment();
    void leavesOutWhatWasLearnt();
};

void TstFlightLog::keepsTheLastMinute()
{
    FlightLog log;
    for (int second = 1; second <= 300; ++second)
        log.add(frameAt(std::chrono::seconds(second)));
    QCOMPARE(log.size(), std::size_t(61)); // 240 to 300
    QCOMPARE(log.newest().value, 300'000'000'000);
}

void TstFlightLog::staysWithinItsMemory()
{
    FlightLog log(100'000);
    for (int i = 0; i < 1'000; ++i)
        log.add(frameAt(10s, 500));
    QVERIFY(log.size() < 100 && log.size() > 50);
    log.add(frameAt(10s, 1'000'000)); // larger than all it may hold: gone at once, and no crash
    QCOMPARE(log.size(), std::size_t(0));
    log.add(frameAt(11s));
    QCOMPARE(log.size(), std::size_t(1));
}

void TstFlightLog::givesWhatHappenedAroundAMoment()
{
    FlightLog log;
    for (int second = 1; second <= 60; ++second)
        log.add(frameAt(std::chrono::seconds(second)));
    const auto around = log.around({30'000'000'000}, 30s);
    QCOMPARE(around.size(), std::size_t(31));
    QCOMPARE(recording::timeOf(around.front()).value, 15'000'000'000);
    QCOMPARE(recording::timeOf(around.back()).value, 45'000'000'000);
    QVERIFY(log.around({600'000'000'000}, 30s).empty());
}

void TstFlightLog::leavesOutWhatWasLearnt()
{
    FlightLog log;
    log.add(recording::EventEntry{{1}, QStringLiteral("baselines"), {{QStringLiteral("base64"), QString(100, u'A')}}});
    QCOMPARE(log.size(), std::size_t(0));
    log.add(recording::EventEntry{{1}, QStringLiteral("watch"), {}});
    QCOMPARE(log.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TstFlightLog)
#include "tst_flightlog.moc"

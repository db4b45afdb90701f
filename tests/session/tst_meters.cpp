// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/meters/backloghistory.h"
#include "session/meters/latencymeter.h"
#include "session/meters/memoryreturn.h"
#include "session/meters/processmemory.h"
#include "session/meters/ratemeter.h"
#include "session/meters/stallmeter.h"
#include "session/pipeline.h"
#include "session/pump.h"
#include "support/fakeclock.h"

#include <algorithm>
#include <memory>
#include <vector>

using namespace flowglass;
using namespace std::chrono_literals;

class TstMeters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSteadyRateIsReadAsItIs();
    void aRateFallsToZeroWhenNothingComes();
    void aRateIsNotFooledByALongPause();
    void aPunctualHeartbeatIsNoStall();
    void aLateHeartbeatIsAStall();
    void theFeedsLagIsOfAllTrades();
    void latencyIsWeightedByTrades();
    void onTheScreenIsWhatWasFlushedAndPainted();
    void noTradeIsForgottenWhenMuchWaitsForTheScreen();
    void theBacklogsPeaksAreOfTheLastMinutes();
    void memoryIsKnownHere();
    void largeBlocksGoBack();
    void freePagesGoBack();
    void burstsAreGivenBackWhenNothingWaits();
};

void TstMeters::aSteadyRateIsReadAsItIs()
{
    session::RateMeter meter;
    std::chrono::nanoseconds now = 100s;
    for (int i = 0; i < 500; ++i, now += 10ms)
        meter.add(100, now);
    QCOMPARE(meter.perSecond(now), 10'000.0);
}

void TstMeters::aRateFallsToZeroWhenNothingComes()
{
    session::RateMeter meter;
    meter.add(5'000, 100s);
    QCOMPARE(meter.perSecond(100s), 0.0); // the bucket is still filling
    QCOMPARE(meter.perSecond(101s), 2'500.0);
    QCOMPARE(meter.perSecond(103s), 0.0);
}

void TstMeters::aRateIsNotFooledByALongPause()
{
    session::RateMeter meter;
    meter.add(5'000, 100s);
    meter.add(10, 1'000s);
    QCOMPARE(meter.perSecond(1'001s), 5.0);
}

void TstMeters::aPunctualHeartbeatIsNoStall()
{
    test::FakeClock clock; // stands still, so that no beat can look late
    session::StallMeter meter(clock);
    meter.start();
    QTRY_VERIFY(meter.summary().count() >= 3);
    QCOMPARE(meter.summary().max(), std::chrono::nanoseconds(0));
    meter.stop();
}

void TstMeters::aLateHeartbeatIsAStall()
{
    test::FakeClock clock;
    session::StallMeter meter(clock);
    meter.start();
    clock.advance(session::StallMeter::kInterval + 30ms);
    QTRY_VERIFY(meter.summary().count() >= 1);
    QCOMPARE(meter.summary().max(), std::chrono::nanoseconds(30ms));
    meter.stop();
}

void TstMeters::theFeedsLagIsOfAllTrades()
{
    session::LatencyMeter meter;
    const domain::UnixMs event{1'795'186'800'000};
    meter.received(event, domain::toNs(event + 100ms), 98);
    meter.received(event, domain::toNs(event + 900ms), 2);
    meter.received(event, domain::toNs(event + -30ms), 1); // one of the clocks is wrong
    QCOMPARE(meter.untilReceived().count(), 101U);
    QVERIFY(meter.untilReceived().quantile(0.5) >= 100ms && meter.untilReceived().quantile(0.5) < 105ms);
    QVERIFY(meter.untilReceived().quantile(0.99) >= 900ms);
    QCOMPARE(meter.untilReceived().max(), std::chrono::nanoseconds(900ms));
}

void TstMeters::latencyIsWeightedByTrades()
{
    session::LatencyMeter meter;
    meter.judged(10s, 10s + 1ms, 99);
    meter.judged(10s, 10s + 50ms, 1);
    QCOMPARE(meter.untilJudged().count(), 100U);
    QVERIFY(meter.untilJudged().quantile(0.5) < 2ms);
    QCOMPARE(meter.untilJudged().max(), std::chrono::nanoseconds(50ms));
}

void TstMeters::onTheScreenIsWhatWasFlushedAndPainted()
{
    session::LatencyMeter meter;
    meter.judged(10s, 10s, 99);
    meter.flushed();
    meter.judged(10s + 5ms, 10s + 5ms, 7); // too late for this picture
    QCOMPARE(meter.untilPainted().count(), 0U);
    meter.painted(10s + 20ms);
    QCOMPARE(meter.untilPainted().count(), 99U);
    QCOMPARE(meter.untilPainted().max(), std::chrono::nanoseconds(20ms));
    meter.painted(10s + 30ms); // nothing new on it
    QCOMPARE(meter.untilPainted().count(), 99U);
    meter.flushed();
    meter.painted(10s + 45ms);
    QCOMPARE(meter.untilPainted().count(), 106U);
    QCOMPARE(meter.untilPainted().max(), std::chrono::nanoseconds(40ms));
    meter.judged(11s, 11s, 5);
    meter.unseen();
    meter.flushed();
    meter.painted(99s);
    QCOMPARE(meter.untilPainted().count(), 106U);
}

void TstMeters::noTradeIsForgottenWhenMuchWaitsForTheScreen()
{
    session::LatencyMeter meter;
    for (int frame = 0; frame < 5'000; ++frame)
        meter.judged(10s + frame * 1us, 11s, 3);
    meter.flushed();
    meter.painted(11s);
    QCOMPARE(meter.untilPainted().count(), 15'000U);
    QCOMPARE(meter.untilPainted().max(), std::chrono::nanoseconds(1s));
}

void TstMeters::theBacklogsPeaksAreOfTheLastMinutes()
{
    session::BacklogHistory history;
    history.add(3, 100s);
    history.add(9, 100s + 300ms);
    history.add(2, 100s + 900ms);
    history.add(4, 102s);
    const std::vector<std::uint32_t> peaks = history.peaks(102s + 500ms);
    QCOMPARE(peaks.size(), session::BacklogHistory::kSeconds);
    QCOMPARE((std::vector(peaks.end() - 4, peaks.end())), (std::vector<std::uint32_t>{0, 9, 0, 4}));
    QCOMPARE(history.peaks(399s).front(), 9U);
    QCOMPARE(std::ranges::max(history.peaks(400s)), 4U);
    history.add(1, 400s); // takes the place of the 100th
    QCOMPARE(history.peaks(400s).back(), 1U);
}

void TstMeters::memoryIsKnownHere()
{
#ifdef Q_OS_LINUX
    QVERIFY(session::residentBytes() > 1'000'000);
#else
    QSKIP("only where /proc tells it");
#endif
}

// Small blocks that outlive a burst would keep it resident.
void TstMeters::freePagesGoBack()
{
    if (session::allocatedBytes() == 0)
        QSKIP("only where the C library tells it");
    constexpr std::size_t kBlocks = 24'000;
    std::vector<std::unique_ptr<std::vector<char>>> stay;
    std::vector<std::unique_ptr<std::vector<char>>> burst;
    const std::uint64_t before = session::residentBytes();
    for (std::size_t at = 0; at < kBlocks; ++at) {
        (at % 24 == 0 ? stay : burst).push_back(std::make_unique<std::vector<char>>(1'000, 'x'));
    }
    QVERIFY(session::residentBytes() > before + kBlocks * 500);
    burst.clear();
    QVERIFY(session::residentBytes() > before + kBlocks * 500);
    session::returnFreePages();
    QVERIFY(session::residentBytes() < before + kBlocks * 500);
}

void TstMeters::burstsAreGivenBackWhenNothingWaits()
{
    if (session::allocatedBytes() == 0)
        QSKIP("only where the C library tells it");
    test::FakeClock clock;
    session::Pipeline pipeline({domain::WatchList::parse(QStringLiteral("NVDA")).value(), {}});
    session::Pump pump({}, pipeline, clock);
    session::MemoryReturn memory(pump);
    memory.look();
    std::vector<std::unique_ptr<std::vector<char>>> stay;
    std::vector<std::unique_ptr<std::vector<char>>> burst;
    const std::uint64_t before = session::residentBytes();
    for (std::size_t at = 0; at < 60'000; ++at)
        (at % 24 == 0 ? stay : burst).push_back(std::make_unique<std::vector<char>>(1'000, 'x'));
    burst.clear();
    const std::uint64_t kept = before + (40 << 20);
    pump.receive(QStringLiteral("[]"), test::FakeClock::kMorning);
    memory.look();
    QVERIFY(session::residentBytes() > kept); // a frame waits
    pump.drainAll();
    memory.look();
    QVERIFY(session::residentBytes() < kept);
}

// After one large block was freed the GNU C library would keep the next ones.
void TstMeters::largeBlocksGoBack()
{
    if (session::allocatedBytes() == 0)
        QSKIP("only where the C library tells it");
    constexpr std::size_t kLarge = 24 << 20;
    session::returnLargeBlocks();
    for (int round = 0; round < 3; ++round) {
        const std::uint64_t before = session::residentBytes();
        const std::uint64_t allocated = session::allocatedBytes();
        std::unique_ptr<char> holds; // what is allocated last must not keep the others
        {
            const std::vector<char> large(kLarge, 'x');
            QVERIFY(session::allocatedBytes() >= allocated + kLarge);
            QVERIFY(session::residentBytes() > before + kLarge / 2);
            holds = std::make_unique<char>('y');
        }
        QVERIFY(session::residentBytes() < before + kLarge / 2);
    }
}

QTEST_GUILESS_MAIN(TstMeters)
#include "tst_meters.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/core/marketclock.h"
#include "detect/enginefixture.h"
#include "detect/scoreobserver.h"

using namespace flowglass;
using detect::MarketClock;
using domain::AnomalyKind;
using tests::EngineFixture;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kTen = EngineFixture::kTenMs;

struct Highest : detect::ScoreObserver
{
    void scored(const domain::Trade&, std::uint64_t, std::span<const detect::DetectorScore> scores,
                double) override
    {
        for (const detect::DetectorScore& score : scores) {
            double& highest = raw[std::size_t(score.kind)];
            highest = std::max(highest, score.raw);
        }
    }
    double of(AnomalyKind kind) const { return raw[std::size_t(kind)]; }
    std::array<double, std::size_t(AnomalyKind::Count)> raw{};
};

// An hour of market, then half an hour of nothing, then market again. Returns the highest scores of the first
// twenty minutes behind the gap.
Highest scoresBehind(bool toldOfTheGap, double meanGapMs = 1'500.0)
{
    EngineFixture f;
    f.background(60);
    if (toldOfTheGap)
        f.engine.gap({kTen + 60 * kMinute}, {kTen + 90 * kMinute});
    Highest highest;
    f.engine.setObserver(&highest);
    f.market(90 * kMinute, 110 * kMinute, meanGapMs, 8);
    return highest;
}

} // namespace

class TestGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theClockStandsStill();
    void aPrintOfTheGapBelongsToItsBeginning();
    void gapsAddUpAndOverlapsCountOnce();
    void theNightAndTheNextDayAreCountedAfresh();
    void theEndOfAGapIsNoBurst();
    void aGapIsNoLull();
    void aBurstBehindAGapIsFound();
    void gapsAreDeterministic();
};

void TestGaps::theClockStandsStill()
{
    MarketClock clock;
    const MarketClock::Moment before = clock.at({kTen});
    clock.skip({kTen}, {kTen + 30 * kMinute});
    const MarketClock::Moment after = clock.at({kTen + 30 * kMinute});
    QCOMPARE(after.baselineMs, before.baselineMs);
    QVERIFY(std::fabs(after.elapsed - before.elapsed) < 1e-12);
    QVERIFY(after.pace < before.pace); // the hour is real
    QCOMPARE(after.secondOfDay, before.secondOfDay + 1'800.0);
    const MarketClock::Moment later = clock.at({kTen + 31 * kMinute});
    QCOMPARE(later.baselineMs, after.baselineMs + kMinute);
    QVERIFY(later.elapsed > after.elapsed);
}

void TestGaps::aPrintOfTheGapBelongsToItsBeginning()
{
    MarketClock clock;
    const MarketClock::Moment before = clock.at({kTen});
    clock.skip({kTen}, {kTen + 30 * kMinute});
    const MarketClock::Moment within = clock.at({kTen + 10 * kMinute});
    QCOMPARE(within.baselineMs, before.baselineMs);
    QVERIFY(std::fabs(within.elapsed - before.elapsed) < 1e-12);
    QCOMPARE(clock.at({kTen - kMinute}).baselineMs, before.baselineMs - kMinute);
}

void TestGaps::gapsAddUpAndOverlapsCountOnce()
{
    MarketClock clock;
    clock.skip({kTen}, {kTen + 10 * kMinute});
    clock.skip({kTen + 5 * kMinute}, {kTen + 20 * kMinute});
    clock.skip({kTen + 19 * kMinute}, {kTen + 15 * kMinute}); // nothing
    clock.skip({kTen + 40 * kMinute}, {kTen + 50 * kMinute});
    QCOMPARE(clock.at({kTen + 60 * kMinute}).baselineMs, kTen + 30 * kMinute);
    QCOMPARE(clock.at({kTen + 30 * kMinute}).baselineMs, kTen + 10 * kMinute); // between the two
}

void TestGaps::theNightAndTheNextDayAreCountedAfresh()
{
    constexpr std::int64_t kDay = 86'400'000;
    MarketClock clock;
    clock.skip({kTen}, {kTen + 60 * kMinute});
    MarketClock fresh;
    QCOMPARE(clock.at({kTen + kDay}).elapsed, fresh.at({kTen + kDay}).elapsed);
    clock.skip({kTen + 5 * 60 * kMinute}, {kTen + kDay}); // over the night
    QCOMPARE(clock.at({kTen + kDay + kMinute}).elapsed, fresh.at({kTen + kDay + kMinute}).elapsed);
}

// Untold, the pace of an hour ago is spread over the silence, and the market's return looks like a burst.
void TestGaps::theEndOfAGapIsNoBurst()
{
    const Highest told = scoresBehind(true);
    const Highest untold = scoresBehind(false);
    QVERIFY2(told.of(AnomalyKind::Surge) < 0.6, qPrintable(QString::number(told.of(AnomalyKind::Surge))));
    QVERIFY(untold.of(AnomalyKind::Surge) > told.of(AnomalyKind::Surge));
    QVERIFY(untold.of(AnomalyKind::Activity) > told.of(AnomalyKind::Activity));
}

// A market at half its pace behind the gap is quiet: had the gap thinned the baseline, it would seem usual or
// busy.
void TestGaps::aGapIsNoLull()
{
    EngineFixture f;
    f.background(60);
    f.engine.gap({kTen + 60 * kMinute}, {kTen + 120 * kMinute});
    f.market(120 * kMinute, 121 * kMinute, 300.0, 8);
    std::optional<std::uint32_t> surge;
    for (std::uint32_t id = 1; id <= f.engine.count(); ++id) {
        if (f.engine.anomaly(id).isOfUnderlying())
            surge = id;
    }
    QVERIFY(surge.has_value());
    const domain::Evidence& e = *f.evidence(*surge, AnomalyKind::Surge);
    const double perMinute = e.baseline / (double(e.window->count()) / 60'000.0);
    QVERIFY2(perMinute > 22.0 && perMinute < 55.0,
             qPrintable(QString::number(perMinute))); // 40 before the gap
}

void TestGaps::aBurstBehindAGapIsFound()
{
    const Highest ordinary = scoresBehind(true);
    const Highest burst = scoresBehind(true, 150.0);
    QVERIFY(burst.of(AnomalyKind::Surge) > 3.0 + ordinary.of(AnomalyKind::Surge));
}

void TestGaps::gapsAreDeterministic()
{
    const Highest once = scoresBehind(true);
    const Highest again = scoresBehind(true);
    QVERIFY(once.raw == again.raw);
}

QTEST_GUILESS_MAIN(TestGaps)
#include "tst_gaps.moc"

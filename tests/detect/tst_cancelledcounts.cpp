// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

#include <cmath>

using namespace flowglass;
using domain::Anomaly;
using domain::AnomalyKind;
using tests::EngineFixture;

// What stands on counts when orders that were counted are cancelled, and what stands beside what was cancelled.
class TestCancelledCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepeatCountsWhatIsLeft();
    void theLastOfARepeatAreCancelled();
    void aBurstOfCancelledOrdersIsWithdrawn();
    void aSurgeCountsWhatIsLeft();
    void aBlockStandsThoughALargerOrderIsCancelled();
};

namespace {

// Nine orders of one size, five seconds apart. Returns the anomaly.
std::uint32_t repeats(EngineFixture& f)
{
    std::uint32_t id = 0;
    for (int at = 0; at < 9; ++at) {
        const auto told = f.feed(QStringLiteral("11:00:%1.000 O:XYZ261218C00120000 4.00 x47 @305 209").arg(10 + at * 5));
        id = told.empty() ? id : told.back();
    }
    return id;
}

// 203: the last one that stands, 205: the first one.
std::vector<std::uint32_t> cancel(EngineFixture& f, int condition, int second)
{
    return f.feed(QStringLiteral("11:01:%1.000 O:XYZ261218C00120000 4.00 x47 @305 %2")
                      .arg(second, 2, 10, QLatin1Char('0'))
                      .arg(condition));
}

// Orders of one contract, 0.6 s apart, of sizes that do not repeat. Returns the anomaly.
std::uint32_t burst(EngineFixture& f, int orders)
{
    domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00139000 5.90 x2 @305 209"));
    for (int at = 0; at < orders; ++at) {
        trade.setTime({EngineFixture::kTenMs + 3'600'000 + at * 600LL});
        trade.size = std::uint32_t(1 + at % 2);
        f.feed(trade);
    }
    return f.engine.count();
}

} // namespace

void TestCancelledCounts::aRepeatCountsWhatIsLeft()
{
    EngineFixture f;
    f.background(50);
    const std::uint32_t id = repeats(f);
    const Anomaly& anomaly = f.engine.anomaly(id);
    QVERIFY(f.evidence(id, AnomalyKind::Repeat) != nullptr);
    const double nine = anomaly.score;
    QCOMPARE(f.evidence(id, AnomalyKind::Repeat)->value, 9.0);
    // The first is no repeat and need not be in the anomaly, which counts it.
    const std::uint32_t revision = anomaly.revision;
    QCOMPARE(cancel(f, 205, 0), std::vector<std::uint32_t>{id});
    QCOMPARE(anomaly.revision, revision + 1);
    QCOMPARE(f.evidence(id, AnomalyKind::Repeat)->value, 8.0);
    QVERIFY2(anomaly.score < nine, qPrintable(QString::number(anomaly.score)));
    const domain::Evidence& told = *f.evidence(id, AnomalyKind::Repeat);
    QCOMPARE(told.surprise, told.raw / told.slope + told.offset);
    for (int more = 1; more < 8; ++more)
        cancel(f, 205, more);
    QVERIFY2(anomaly.state == Anomaly::State::Withdrawn, qPrintable(f.explain(id)));
    QVERIFY(!anomaly.prints.back().cancelled); // one order of 47 is no repeat
}

void TestCancelledCounts::theLastOfARepeatAreCancelled()
{
    EngineFixture f;
    f.background(50);
    const std::uint32_t id = repeats(f);
    for (int at = 0; at < 4; ++at)
        cancel(f, 203, at);
    // As on a tape with the first five alone.
    EngineFixture five;
    five.background(50);
    std::uint32_t other = 0;
    for (int at = 0; at < 5; ++at) {
        const auto told = five.feed(QStringLiteral("11:00:%1.000 O:XYZ261218C00120000 4.00 x47 @305 209").arg(10 + at * 5));
        other = told.empty() ? other : told.back();
    }
    QVERIFY(other != 0 && five.evidence(other, AnomalyKind::Repeat) != nullptr);
    QVERIFY(f.engine.anomaly(id).state == Anomaly::State::Open);
    QCOMPARE(f.evidence(id, AnomalyKind::Repeat)->value, five.evidence(other, AnomalyKind::Repeat)->value);
    // Faded since then, as what counted nine was told later.
    const double apart = f.engine.anomaly(id).score - five.engine.anomaly(other).score;
    QVERIFY2(std::abs(apart) < 0.3, qPrintable(QString::number(apart)));
}

void TestCancelledCounts::aBurstOfCancelledOrdersIsWithdrawn()
{
    EngineFixture f;
    f.background(60);
    const std::uint32_t id = burst(f, 60);
    const Anomaly& anomaly = f.engine.anomaly(id);
    QVERIFY(anomaly.state == Anomaly::State::Open && f.evidence(id, AnomalyKind::Activity) != nullptr);
    double score = anomaly.score;
    int told = 0;
    for (int at = 0; at < 56; ++at) {
        const auto touched = f.feed(QStringLiteral("11:01:00.%1 O:XYZ261218C00139000 5.90 x%2 @305 203")
                                        .arg(at, 3, 10, QLatin1Char('0'))
                                        .arg(1 + (59 - at) % 2));
        if (std::ranges::find(touched, id) == touched.end() || anomaly.state != Anomaly::State::Open)
            continue;
        ++told;
        QVERIFY(anomaly.score <= score);
        score = anomaly.score;
    }
    QVERIFY2(told > 10, qPrintable(QString::number(told)));
    QVERIFY2(anomaly.state == Anomaly::State::Withdrawn, qPrintable(f.explain(id)));
}

void TestCancelledCounts::aSurgeCountsWhatIsLeft()
{
    EngineFixture f;
    f.background(60);
    f.market(3'600'000, 3'660'000, 100.0, 9); // fifteen times as busy
    std::uint32_t id = f.engine.count();
    while (id > 0 && !f.engine.anomaly(id).isOfUnderlying())
        --id;
    QVERIFY(id != 0);
    const Anomaly& anomaly = f.engine.anomaly(id);
    const double score = anomaly.score;
    // Every print of the minute that stands is cancelled, from the newest.
    int told = 0;
    const std::size_t prints = f.trades.size();
    for (std::size_t row = prints; row-- > 0;) {
        domain::Trade trade = f.trades[row];
        if (trade.time().value < EngineFixture::kTenMs + 3'600'000)
            break;
        trade.setTime({EngineFixture::kTenMs + 3'661'000});
        trade.conditions = {};
        trade.conditions.add(203);
        const auto touched = f.feed(trade);
        const bool isTold = std::ranges::find(touched, id) != touched.end();
        told += isTold ? 1 : 0;
        QVERIFY(anomaly.score <= score);
    }
    QVERIFY2(told > 100, qPrintable(QString::number(told)));
    QVERIFY2(anomaly.state == Anomaly::State::Withdrawn, qPrintable(f.explain(id)));
}

void TestCancelledCounts::aBlockStandsThoughALargerOrderIsCancelled()
{
    EngineFixture f;
    f.background(50);
    const auto raised = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x6000 @305 209"));
    f.feed(QStringLiteral("11:00:20.000 O:XYZ261218C00120000 4.00 x90000 @305 209"));
    for (int at = 1; at < 5; ++at)
        f.feed(QStringLiteral("11:00:20.0%1 O:XYZ261218C00120000 4.00 x1 @%2 209").arg(at * 10).arg(305 + at));
    const Anomaly& anomaly = f.engine.anomaly(raised.at(0));
    QCOMPARE(anomaly.prints.size(), std::size_t(6));
    f.feed(QStringLiteral("11:00:40.000 O:XYZ261218C00120000 4.00 x90000 @305 201"));
    QVERIFY2(anomaly.state == Anomaly::State::Open, qPrintable(f.explain(raised[0])));
    QCOMPARE(f.evidence(raised[0], AnomalyKind::Size)->value, 6000.0);
}

QTEST_GUILESS_MAIN(TestCancelledCounts)
#include "tst_cancelledcounts.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/pricedmarket.h"

using namespace flowglass;
using domain::AnomalyKind;
using tests::EngineFixture;
using tests::PricedMarket;

namespace {

constexpr std::int64_t kMinute = 60'000;

bool isFinite(const detect::Engine& engine)
{
    bool finite = std::isfinite(engine.threshold());
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        finite = finite && std::isfinite(engine.anomaly(id).score);
        for (const domain::Evidence& e : engine.anomaly(id).evidence) {
            for (const double value :
                 {e.surprise, e.value, e.baseline, e.oneIn, e.volBefore, e.volAfter, e.spot})
                finite = finite && std::isfinite(value);
        }
    }
    return finite;
}

} // namespace

// What goes wrong when such detectors are built; each of these did once.
class TestTraps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesThatRunBackwardsLeaveNoNaN();
    void absurdPrintsLeaveNoNaN();
    void aFatFingerDoesNotMakeTheNextGoodPrintLookWrong();
    void aBurstIsNotItsOwnBaseline();
    void legsOfAPackageAreOneAlertAndNothingElseIs();
    void multiLegSizesDoNotDrownSingleLegBlocks();
    void theFirstMinutesOfADayAreQuietThoughYesterdaysPaceWasTenTimesLess();
};

// Times in float lose milliseconds: gaps turn negative, roots of them are no numbers, and stay in the state.
void TestTraps::timesThatRunBackwardsLeaveNoNaN()
{
    PricedMarket f(1'000.0);
    f.trade(0, 20 * kMinute);
    tests::Dice dice(5);
    for (int at = 0; at < 20'000; ++at) {
        const std::int64_t ms = 20 * kMinute + at * 7 + std::int64_t(dice.bits() % 3'900) - 1'950;
        const int strike = 90 + int(dice.bits() % 21);
        f.print(ms, strike, dice.chance(0.5), f.fair(strike, true, ms));
    }
    QVERIFY(isFinite(f.engine));
    // The shared state is sound: the same market is judged as before.
    const std::uint32_t before = f.engine.count();
    f.trade(26 * kMinute, 56 * kMinute);
    QVERIFY(isFinite(f.engine));
    QVERIFY(f.engine.count() >= before);
    f.print(56 * kMinute, 100, true, f.fair(100, true, 56 * kMinute));
    const double fair = f.fair(100, true, 56 * kMinute);
    for (int at = 1; at < 3; ++at)
        f.print(56 * kMinute + at * 1'000, 100, true, fair * 1.8);
    QVERIFY(f.engine.anomalyOfRow(f.lastRow()).has_value());
}

void TestTraps::absurdPrintsLeaveNoNaN()
{
    PricedMarket f(1'000.0);
    f.trade(0, 5 * kMinute);
    tests::Dice dice(77);
    for (int at = 0; at < 20'000; ++at) {
        const char* tickers[] = {"O:XYZ261218C00000500", "O:XYZ261218P99999000", "O:XYZ261120C00100000",
                                 "O:XYZ200101P00100000", "O:ABC261218C00100000"};
        domain::Trade trade = f.text(QStringLiteral("10:10:00.000 %1 %2 x%3 @%4 %5")
                                         .arg(QLatin1String(tickers[dice.bits() % 5]))
                                         .arg(dice.chance(0.1)   ? 99'999.0
                                              : dice.chance(0.5) ? 0.0001
                                                                 : 5.0)
                                         .arg(1 + dice.bits() % 9'000'000)
                                         .arg(300 + dice.bits() % 20)
                                         .arg(200 + dice.bits() % 49));
        trade.setTime({trade.time().value + std::int64_t(dice.bits() % 4'000) - 2'000 + at / 3});
        f.feed(trade);
    }
    QVERIFY(isFinite(f.engine));
    f.trade(20 * kMinute, 40 * kMinute);
    QVERIFY(isFinite(f.engine));
}

void TestTraps::aFatFingerDoesNotMakeTheNextGoodPrintLookWrong()
{
    PricedMarket f;
    f.trade(0, 60 * kMinute);
    const std::int64_t at = 60 * kMinute;
    f.print(at, 103, true, 3.0 * f.fair(103, true, at));
    for (int next = 1; next < 8; ++next) {
        const std::int64_t ms = at + next * 6'000;
        const double fair = f.fair(103, true, ms);
        QVERIFY(f.print(ms, 103, true, fair + (next % 2 == 0 ? 1 : -1) * f.half(fair)).empty());
        QVERIFY(!f.engine.anomalyOfRow(f.lastRow()));
    }
    // Nor does it move the underlying, and with it the other contracts.
    const std::uint32_t before = f.engine.count();
    f.trade(at + kMinute, at + 10 * kMinute);
    QCOMPARE(f.engine.count(), before);
}

// Ten times as many orders, for a whole quarter of an hour: the end of it is still judged by what was before.
void TestTraps::aBurstIsNotItsOwnBaseline()
{
    EngineFixture f;
    f.background(60);
    domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00139000 5.90 x2 @305 209"));
    std::uint32_t last = 0;
    for (int at = 0; at < 150; ++at) {
        trade.setTime({EngineFixture::kTenMs + 60 * kMinute + at * 6'000LL});
        f.feed(trade);
        if (at == 100)
            last = f.engine.count();
    }
    QVERIFY(last > 0);
    const domain::Evidence* e = f.evidence(f.engine.count(), AnomalyKind::Activity);
    QVERIFY(e != nullptr);
    const double perMinute = e->baseline / (double(e->window->count()) / 60'000.0);
    QVERIFY2(perMinute < 4.0,
             qPrintable(QString::number(perMinute))); // one a minute, and the doubts about it
}

void TestTraps::legsOfAPackageAreOneAlertAndNothingElseIs()
{
    EngineFixture f;
    f.background(50);
    const auto call = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x90000 @305 232"));
    const auto put = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218P00120000 4.00 x90000 @305 232"));
    QCOMPARE(call.size(), std::size_t(1));
    QCOMPARE(put, call);
    const auto singleCall = f.feed(QStringLiteral("11:10:00.000 O:XYZ261218C00121000 4.00 x9000 @305 209"));
    const auto singlePut = f.feed(QStringLiteral("11:10:00.000 O:XYZ261218P00121000 4.00 x9000 @305 209"));
    QCOMPARE(singleCall.size(), std::size_t(1));
    QCOMPARE(singlePut.size(), std::size_t(1));
    QVERIFY(singleCall != singlePut);
}

void TestTraps::multiLegSizesDoNotDrownSingleLegBlocks()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 3'000; ++at)
        f.feed(QStringLiteral("10:51:00.000 O:XYZ261218C00120000 4.00 x%1 @305 232").arg(2'000 + at % 7'000));
    const auto ids = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    QCOMPARE(ids.size(), std::size_t(1));
    QVERIFY(f.engine.anomaly(ids[0]).kinds.has(AnomalyKind::Size));
    const double high = f.evidence(ids[0], AnomalyKind::Size)->high;
    QVERIFY2(high <= 60.0, qPrintable(QString::number(high)));
}

// As a contract's that expires today: yesterday an order in ten minutes, now one in a few seconds.
void TestTraps::theFirstMinutesOfADayAreQuietThoughYesterdaysPaceWasTenTimesLess()
{
    EngineFixture f(50.0);
    f.market(0, 300 * kMinute, 15'000.0, 3);
    const std::uint32_t before = f.engine.count();
    constexpr std::int64_t kDay = 86'400'000 - 30 * kMinute; // to the next open
    f.market(kDay, kDay + kMinute, 1'500.0, 4);
    QCOMPARE(f.engine.count(), before);
    f.market(kDay + kMinute, kDay + 30 * kMinute, 1'500.0, 5);
    std::uint32_t ofContracts = 0;
    for (std::uint32_t id = before + 1; id <= f.engine.count(); ++id)
        ofContracts += f.engine.anomaly(id).isOfUnderlying() ? 0U : 1U;
    QVERIFY2(ofContracts <= 2, qPrintable(QString::number(ofContracts)));
    QVERIFY(f.engine.count() - before - ofContracts <= 1); // that all its options are busier is true
}

QTEST_GUILESS_MAIN(TestTraps)
#include "tst_traps.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

using namespace flowglass;
using domain::AnomalyKind;
using tests::EngineFixture;

namespace {

// Orders of one contract, one a step, from a time of day on.
int burst(EngineFixture& f, std::int64_t fromMs, int orders, std::int64_t stepMs, const char* ticker,
          std::vector<std::uint32_t>* ids = nullptr)
{
    int flagged = 0;
    for (int at = 0; at < orders; ++at) {
        domain::Trade trade = f.text(QStringLiteral("10:00:00.000 %1 4.00 x2 @%2 209")
                                         .arg(QLatin1String(ticker))
                                         .arg(stepMs < 500 ? 305 : 300 + at % 16));
        trade.setTime({tests::TapeText::kMidnightMs + fromMs + at * stepMs});
        const auto reported = f.feed(trade);
        flagged += reported.empty() ? 0 : 1;
        if (ids != nullptr)
            ids->insert(ids->end(), reported.begin(), reported.end());
    }
    return flagged;
}

constexpr const char* kLine = "O:XYZ261218C00120000";
constexpr std::int64_t kEleven = 11 * 3'600'000;

} // namespace

class TestActivityDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagsABurst();
    void evidenceHasTheNumbers();
    void countsAreThoseThatThereWere();
    void aBurstIsNotItsOwnBaseline();
    void aBurstIsOneAnomalyOfFewPrints();
    void milliSecondEchoesAreOneOrder();
    void theFirstMinuteIsSilent();
    void busyContractsAreQuietWhenItEnds();
    void aContractAsBusyAsEverIsQuiet();
    void aNewDayEndsTheWindowsAndKeepsTheCounts();
};

void TestActivityDetector::flagsABurst()
{
    EngineFixture f;
    f.background(60);
    std::vector<std::uint32_t> ids;
    QVERIFY(burst(f, kEleven, 60, 1'000, kLine, &ids) > 0);
    QVERIFY(f.engine.anomaly(ids.at(0)).kinds.has(AnomalyKind::Activity));
}

void TestActivityDetector::evidenceHasTheNumbers()
{
    EngineFixture f;
    f.background(60);
    std::vector<std::uint32_t> ids;
    burst(f, kEleven, 60, 1'000, kLine, &ids);
    const domain::Evidence& e = *f.evidence(ids.at(0), AnomalyKind::Activity);
    QVERIFY(e.window.has_value());
    const double seconds = double(e.window->count()) / 1000.0;
    QVERIFY(e.value > 5.0 && e.value <= 62.0);
    QVERIFY2(e.baseline > 0.2 * seconds / 60.0 && e.baseline < 5.0 * seconds / 60.0,
             qPrintable(QString::number(e.baseline))); // one a minute is usual
    QVERIFY(e.contractSeen > 30 && e.seen > e.contractSeen);
    QVERIFY(f.explain(ids[0]).contains(QLatin1String("orders in the last")));
}

// Whatever it says on its way up, that many there were.
void TestActivityDetector::countsAreThoseThatThereWere()
{
    EngineFixture f;
    f.background(60);
    int told = 0;
    double before = 0.0;
    domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x2 @305 209"));
    for (int at = 0; at < 200; ++at) {
        // Every third one is an echo: too soon to be counted.
        trade.setTime({tests::TapeText::kMidnightMs + kEleven + (at / 3) * 1'500LL + (at % 3) * 600LL - (at % 3 == 2 ? 400 : 0)});
        f.feed(trade);
        const domain::Evidence* e = f.engine.count() == 0 ? nullptr : f.evidence(1, AnomalyKind::Activity);
        if (e == nullptr || e->surprise <= before)
            continue;
        before = e->surprise;
        ++told;
        QCOMPARE(e->time, trade.time());
        const auto real = double(std::ranges::count_if(f.trades, [&](const domain::Trade& other) {
            return other.contract == trade.contract && (e->time - other.time()) < *e->window;
        }));
        QCOMPARE(e->prints, int(real));
        QVERIFY(e->value < real && e->value > 0.5 * real);
    }
    QVERIFY(told > 10);
    QVERIFY2(f.explain(1).contains(QLatin1String("half a second and more apart")), qPrintable(f.explain(1)));
}

void TestActivityDetector::aBurstIsNotItsOwnBaseline()
{
    EngineFixture f;
    f.background(60);
    burst(f, kEleven, 240, 1'000, kLine);
    const domain::Anomaly& anomaly = f.engine.anomaly(f.engine.count());
    // Four minutes in, each order would still be flagged: nothing has become usual.
    QVERIFY(anomaly.score >= f.engine.threshold() + 1.0);
}

void TestActivityDetector::aBurstIsOneAnomalyOfFewPrints()
{
    EngineFixture f;
    f.background(60);
    const std::uint32_t before = f.engine.count();
    burst(f, kEleven, 240, 1'000, kLine);
    QCOMPARE(f.engine.count(), before + 1);
    QVERIFY(f.engine.anomaly(before + 1).prints.size() < 60);
}

void TestActivityDetector::milliSecondEchoesAreOneOrder()
{
    EngineFixture f;
    f.background(60);
    const std::uint32_t before = f.engine.count();
    burst(f, kEleven, 40, 10, kLine);
    for (std::uint32_t id = before + 1; id <= f.engine.count(); ++id)
        QVERIFY(f.engine.anomaly(id).isOfUnderlying()); // there, every order counts
}

void TestActivityDetector::theFirstMinuteIsSilent()
{
    EngineFixture f(100.0);
    QVERIFY(!f.engine.warmup().activityReady);
    QCOMPARE(burst(f, kEleven, 59, 1'000, kLine), 0);
    QVERIFY(!f.engine.warmup().activityReady);
    burst(f, kEleven + 60'000, 1, 1'000, kLine);
    QVERIFY(f.engine.warmup().activityReady);
}

// Forty contracts that trade every few seconds from the first print on: nothing is unusual about them when the
// silent minute ends, nor while the lagged baseline has yet to fill.
void TestActivityDetector::busyContractsAreQuietWhenItEnds()
{
    EngineFixture f;
    tests::Dice dice(11);
    for (std::int64_t ms = 0; ms < 600'000; ms += std::int64_t(dice.exponential(62.0))) {
        domain::Trade trade = f.text(QStringLiteral("10:00:00.000 O:XYZ261218C%1 4.00 x2 @%2 209")
                                         .arg(100'000 + int(dice.bits() % 40) * 1'000, 8, 10, QLatin1Char('0'))
                                         .arg(300 + dice.bits() % 16));
        trade.setTime({EngineFixture::kTenMs + ms});
        f.feed(trade);
    }
    int flagged = 0;
    for (std::uint32_t id = 1; id <= f.engine.count(); ++id)
        flagged += f.engine.anomaly(id).kinds.has(AnomalyKind::Activity) ? 1 : 0;
    QVERIFY2(flagged <= 1, qPrintable(QString::number(flagged)));
    // And yet a burst among them is seen.
    QVERIFY(burst(f, 36'000'000 + 600'000, 90, 500, kLine) > 0);
}

void TestActivityDetector::aContractAsBusyAsEverIsQuiet()
{
    EngineFixture f;
    f.background(2);
    // An order every four seconds for an hour and a half: busy, but never busier than before.
    QCOMPARE(burst(f, 10 * 3'600'000 + 120'000, 1'350, 4'000, kLine), 0);
}

void TestActivityDetector::aNewDayEndsTheWindowsAndKeepsTheCounts()
{
    EngineFixture f;
    f.background(60);
    burst(f, kEleven, 30, 700, kLine);
    const std::uint32_t before = f.engine.count();
    // Next morning: yesterday's last seconds are not this morning's.
    burst(f, 24 * 3'600'000 + 9 * 3'600'000 + 1'800'000, 4, 20'000, kLine);
    QCOMPARE(f.engine.count(), before);
    std::vector<std::uint32_t> ids;
    burst(f, 24 * 3'600'000 + 11 * 3'600'000, 120, 1'000, kLine, &ids);
    QVERIFY(!ids.empty());
    QVERIFY(f.evidence(ids[0], AnomalyKind::Activity)->contractSeen > 10);
}

QTEST_GUILESS_MAIN(TestActivityDetector)
#include "tst_activitydetector.moc"

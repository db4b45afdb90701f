// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

using namespace flowglass;
using namespace std::chrono_literals;
using domain::AnomalyKind;
using tests::EngineFixture;

class TestSweepDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFlaggedBeforeItsLastPrintAndHoldsThemAll();
    void everyLaterPrintIsOneRevision();
    void evidenceHasTheNumbers();
    void theSamePartsFarApartAreNoSweep();
    void aSmallSweepIsNotNews();
    void interleavedPrintsOfOthersDoNotBreakIt();
    void aMultiLegPrintInBetweenDoesNotBreakIt();

private:
    static QString part(int index, int size, int gapMs = 12)
    {
        return QStringLiteral("11:00:00.%1 O:XYZ261218C00120000 4.00 x%2 @%3 219 q%4")
            .arg(100 + index * gapMs)
            .arg(size)
            .arg(300 + index)
            .arg(1000 + index);
    }
};

void TestSweepDetector::isFlaggedBeforeItsLastPrintAndHoldsThemAll()
{
    EngineFixture f;
    f.background(50);
    std::uint32_t id = 0;
    int raisedAt = -1;
    for (int at = 0; at < 8; ++at) {
        for (const std::uint32_t reported : f.feed(part(at, 150))) {
            raisedAt = id == 0 ? at : raisedAt;
            QVERIFY(id == 0 || id == reported);
            id = reported;
        }
    }
    QVERIFY(id != 0);
    QVERIFY2(raisedAt < 7, qPrintable(QString::number(raisedAt)));
    const domain::Anomaly& anomaly = f.engine.anomaly(id);
    QVERIFY(anomaly.kinds.has(AnomalyKind::Sweep));
    QCOMPARE(anomaly.prints.size(), std::size_t(8));
    QCOMPARE(anomaly.size(), std::uint64_t(1200));
    for (std::size_t at = 0; at < 8; ++at) {
        QCOMPARE(anomaly.prints[at].row, f.lastRow() - 7 + at); // the earlier prints too, in order
        QCOMPARE(anomaly.prints[at].trade.sequence, std::uint64_t(1000 + at));
        QCOMPARE(f.engine.anomalyOfRow(anomaly.prints[at].row), std::optional<std::uint32_t>(id));
    }
    QCOMPARE(anomaly.time, f.trades[f.lastRow() - 7 + std::uint64_t(raisedAt)].time());
}

void TestSweepDetector::everyLaterPrintIsOneRevision()
{
    EngineFixture f;
    f.background(50);
    int reports = 0;
    for (int at = 0; at < 10; ++at)
        reports += int(f.feed(part(at, 400)).size());
    QVERIFY(reports >= 2);
    QCOMPARE(f.engine.anomaly(f.engine.count()).revision, std::uint32_t(reports));
}

void TestSweepDetector::evidenceHasTheNumbers()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 7; ++at)
        f.feed(part(at, 200, 14));
    const domain::Evidence& e = *f.evidence(f.engine.count(), AnomalyKind::Sweep);
    QCOMPARE(e.value, 1400.0);
    QCOMPARE(e.venues, 7);
    QCOMPARE(e.prints, 7);
    QCOMPARE(e.window, std::optional(84ms));
    QVERIFY(e.oneIn > 100.0);
    QVERIFY(f.explain(f.engine.count())
                .contains(QLatin1String("swept 7 exchanges in 84 ms: 1,400 contracts in 7 prints")));
}

void TestSweepDetector::theSamePartsFarApartAreNoSweep()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 8; ++at) {
        domain::Trade trade = f.text(part(at, 20));
        trade.setTime({trade.time().value + at * 5'000});
        f.feed(trade);
        QVERIFY(!f.engine.anomalyOfRow(f.lastRow()) ||
                !f.engine.anomaly(f.engine.count()).kinds.has(AnomalyKind::Sweep));
    }
}

void TestSweepDetector::aSmallSweepIsNotNews()
{
    EngineFixture f;
    f.background(50);
    QVERIFY(f.feed(part(0, 3)).empty());
    QVERIFY(f.feed(part(1, 3)).empty());
}

void TestSweepDetector::interleavedPrintsOfOthersDoNotBreakIt()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 8; ++at) {
        f.feed(part(at, 150));
        f.feed(QStringLiteral("11:00:00.%1 O:XYZ261218C00131000 5.10 x1 @301 209").arg(104 + at * 12));
    }
    const domain::Anomaly& anomaly = f.engine.anomaly(f.engine.count());
    QCOMPARE(anomaly.prints.size(), std::size_t(8));
    QCOMPARE(anomaly.size(), std::uint64_t(1200));
}

void TestSweepDetector::aMultiLegPrintInBetweenDoesNotBreakIt()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 8; ++at) {
        f.feed(part(at, 150));
        if (at == 3)
            f.feed(QStringLiteral("11:00:00.140 O:XYZ261218C00120000 4.00 x1 @301 232"));
    }
    const domain::Anomaly& anomaly = f.engine.anomaly(f.engine.count());
    QCOMPARE(anomaly.size(), std::uint64_t(1200));
    QVERIFY(!anomaly.isPackage());
}

QTEST_GUILESS_MAIN(TestSweepDetector)
#include "tst_sweepdetector.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

using namespace flowglass;
using domain::AnomalyKind;
using tests::EngineFixture;

class TestPriceDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoPrintsFarOffAreFlagged();
    void evidenceHasTheNumbers();
    void aFatFingerDoesNotSpoilTheNextGoodPrint();
    void aCommonMoveIsExplainedAway();
    void theFirstPrintsOfAContractAreNotScored();
    void aTickIsNotAMove_data();
    void aTickIsNotAMove();
    void crossesAndLegsDoNotSpeakOfPrice_data();
    void crossesAndLegsDoNotSpeakOfPrice();
    void theNightMayMoveEverything();
    void aReopeningMayMoveThePrice();
    void manyTicksOfTimeStayFinite();
};

void TestPriceDetector::twoPrintsFarOffAreFlagged()
{
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 5.20 x2 @305 209"));
    f.feed(QStringLiteral("11:00:02.000 O:XYZ261218C00120000 5.25 x2 @306 209"));
    const auto id = f.engine.anomalyOfRow(f.lastRow());
    QVERIFY(id.has_value());
    QVERIFY(f.engine.anomaly(*id).kinds.has(AnomalyKind::Price));
}

void TestPriceDetector::evidenceHasTheNumbers()
{
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 5.20 x2 @305 209"));
    f.feed(QStringLiteral("11:00:02.000 O:XYZ261218C00120000 5.25 x2 @306 209"));
    const std::uint32_t id = f.engine.anomalyOfRow(f.lastRow()).value_or(1);
    const domain::Evidence& e = *f.evidence(id, AnomalyKind::Price);
    QVERIFY(e.value >= 5.2);
    QVERIFY2(std::fabs(e.baseline - 4.0) < 0.15, qPrintable(QString::number(e.baseline)));
    QVERIFY(e.prints == 1 || e.prints == 2);
    QVERIFY(e.contractSeen > 10);
    QVERIFY(f.explain(id).contains(QLatin1String("traded at 5.2")));
}

void TestPriceDetector::aFatFingerDoesNotSpoilTheNextGoodPrint()
{
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 12.00 x2 @305 209"));
    for (int at = 1; at < 8; ++at) {
        QVERIFY(f.feed(QStringLiteral("11:00:%1.000 O:XYZ261218C00120000 4.0%2 x2 @306 209")
                           .arg(at * 6, 2, 10, QLatin1Char('0'))
                           .arg(at % 2))
                    .empty());
        QVERIFY(!f.engine.anomalyOfRow(f.lastRow()));
    }
}

// Every contract of the chain is repriced as a rise of the underlying would do it.
void TestPriceDetector::aCommonMoveIsExplainedAway()
{
    EngineFixture f;
    f.background(50);
    const std::uint32_t before = f.engine.count();
    tests::Dice dice(3);
    double level = 0.0;
    for (int at = 0; at < 600; ++at) {
        level = std::min(level + 0.004, 0.8);
        const int strike = int(dice.bits() % 40);
        const double base = 2.0 + strike * 0.1;
        const double delta = base / (base + 0.4 * 0.4 * (100.0 + strike) * 0.277);
        domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C%1 %2 x2 @305 209")
                                         .arg(100'000 + strike * 1'000, 8, 10, QLatin1Char('0'))
                                         .arg(base + delta * level, 0, 'f', 2));
        trade.setTime({trade.time().value + at * 500});
        f.feed(trade);
    }
    QVERIFY2(f.engine.count() - before <= 1, qPrintable(QString::number(f.engine.count() - before)));
}

void TestPriceDetector::theFirstPrintsOfAContractAreNotScored()
{
    EngineFixture f;
    f.background(50);
    QVERIFY(f.feed(QStringLiteral("11:00:00.000 O:XYZ270115P00120000 1.00 x2 @305 209")).empty());
    QVERIFY(f.feed(QStringLiteral("11:00:05.000 O:XYZ270115P00120000 3.00 x2 @305 209")).empty());
}

void TestPriceDetector::aTickIsNotAMove_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("a cent option") << 0.01 << 0.02;
    QTest::newRow("a dime option") << 0.10 << 0.11;
    QTest::newRow("a nickel tick") << 12.00 << 12.05;
}

void TestPriceDetector::aTickIsNotAMove()
{
    QFETCH(double, low);
    QFETCH(double, high);
    EngineFixture f(50.0);
    f.background(50);
    const std::uint32_t before = f.engine.count();
    for (int at = 0; at < 60; ++at) {
        domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218P00120000 %1 x2 @305 209")
                                         .arg(at % 12 < 10 ? low : high));
        trade.setTime({trade.time().value + at * 40'000LL});
        f.feed(trade);
    }
    QCOMPARE(f.engine.count(), before);
}

void TestPriceDetector::crossesAndLegsDoNotSpeakOfPrice_data()
{
    QTest::addColumn<QString>("condition");
    QTest::newRow("a cross") << QStringLiteral("229");
    QTest::newRow("a floor trade") << QStringLiteral("231");
    QTest::newRow("a leg") << QStringLiteral("232");
    QTest::newRow("a stock-option leg") << QStringLiteral("240");
}

void TestPriceDetector::crossesAndLegsDoNotSpeakOfPrice()
{
    QFETCH(QString, condition);
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 3; ++at) {
        QVERIFY(
            f.feed(QStringLiteral("11:00:0%1.000 O:XYZ261218C00120000 16.00 x2 @305 ").arg(at) + condition)
                .empty());
    }
    QVERIFY(f.feed(QStringLiteral("11:00:09.000 O:XYZ261218C00120000 4.00 x2 @305 209")).empty() ||
            condition != QStringLiteral("229"));
}

void TestPriceDetector::theNightMayMoveEverything()
{
    EngineFixture f;
    f.background(50);
    QVERIFY(f.feed(QStringLiteral("+3d 10:00:00.000 O:XYZ261218C00120000 9.00 x2 @305 209")).empty());
    QVERIFY(f.feed(QStringLiteral("+3d 10:00:30.000 O:XYZ261218C00120000 9.05 x2 @305 209")).empty());
    QVERIFY(f.feed(QStringLiteral("+3d 10:01:00.000 O:XYZ261218C00120000 9.00 x2 @305 209")).empty());
}

void TestPriceDetector::aReopeningMayMoveThePrice()
{
    EngineFixture f;
    f.background(50);
    QVERIFY(f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.90 x2 @305 210")).empty());
    QVERIFY(f.feed(QStringLiteral("11:00:02.000 O:XYZ261218C00120000 4.95 x2 @306 209")).empty());
}

void TestPriceDetector::manyTicksOfTimeStayFinite()
{
    EngineFixture f(1'000.0);
    f.background(5);
    tests::Dice dice(77);
    for (int at = 0; at < 20'000; ++at) {
        domain::Trade trade =
            f.text(QStringLiteral("10:10:00.000 O:XYZ261218%1 %2 x%3 @%4 %5")
                       .arg(dice.chance(0.5) ? QStringLiteral("C00000500") : QStringLiteral("P99999000"))
                       .arg(dice.chance(0.1)   ? 99'999.0
                            : dice.chance(0.5) ? 0.0001
                                               : 5.0)
                       .arg(1 + dice.bits() % 9'000'000)
                       .arg(300 + dice.bits() % 20)
                       .arg(200 + dice.bits() % 49));
        trade.setTime({trade.time().value + std::int64_t(dice.bits() % 4'000) - 2'000 + at / 3});
        f.feed(trade);
        QVERIFY(std::isfinite(f.engine.threshold()));
    }
    for (std::uint32_t id = 1; id <= f.engine.count(); ++id) {
        QVERIFY(std::isfinite(f.engine.anomaly(id).score));
        for (const domain::Evidence& e : f.engine.anomaly(id).evidence)
            QVERIFY(std::isfinite(e.surprise) && std::isfinite(e.baseline) && std::isfinite(e.oneIn));
    }
}

QTEST_GUILESS_MAIN(TestPriceDetector)
#include "tst_pricedetector.moc"

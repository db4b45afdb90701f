// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/enginefixture.h"

using namespace flowglass;
using domain::AnomalyKind;
using tests::EngineFixture;

class TestSizeDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagsABlock();
    void evidenceHasTheNumbers();
    void staysQuietOn_data();
    void staysQuietOn();
    void beforeAnyHistoryOnlyTheExtremeSpeaks_data();
    void beforeAnyHistoryOnlyTheExtremeSpeaks();
    void aFirstPrintIsJudgedByItsUnderlying();
    void aMultiLegPrintIsJudgedByItsOwnKindAndLabelled();
    void multiLegBlocksDoNotDullSingleLegOnes();
    void aThousandUnderACrossCodeIsRoutine();
};

void TestSizeDetector::flagsABlock()
{
    EngineFixture f;
    f.background(50);
    const std::uint32_t before = f.engine.count();
    const auto ids = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209 q1"));
    QCOMPARE(ids.size(), std::size_t(1));
    QCOMPARE(f.engine.count(), before + 1);
    const domain::Anomaly& anomaly = f.engine.anomaly(ids[0]);
    QVERIFY(anomaly.kinds.has(AnomalyKind::Size));
    QVERIFY(anomaly.score >= f.engine.threshold());
    QCOMPARE(anomaly.revision, 1U);
    QCOMPARE(anomaly.prints.size(), std::size_t(1));
    QCOMPARE(anomaly.prints[0].row, f.lastRow());
    QCOMPARE(f.engine.anomalyOfRow(f.lastRow()), std::optional<std::uint32_t>(ids[0]));
    QCOMPARE(anomaly.size(), std::uint64_t(9000));
    QVERIFY(!anomaly.isPackage());
}

void TestSizeDetector::evidenceHasTheNumbers()
{
    EngineFixture f;
    f.background(50);
    std::uint64_t own = 0;
    std::uint32_t low = UINT32_MAX;
    std::uint32_t high = 0;
    const auto id = f.text.id("O:XYZ261218C00120000");
    for (const domain::Trade& trade : f.trades) {
        if (trade.contract != id)
            continue;
        ++own;
        low = std::min(low, trade.size);
        high = std::max(high, trade.size);
    }
    const auto ids = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209 q1"));
    const domain::Evidence& e = *f.evidence(ids.at(0), AnomalyKind::Size);
    QCOMPARE(e.value, 9000.0);
    QCOMPARE(e.contractSeen, own);
    QCOMPARE(e.low, double(low));
    QCOMPARE(e.high, double(high));
    QVERIFY(e.baseline >= 1.0 && e.baseline <= 3.0);
    QVERIFY(e.seen > own);
    QVERIFY(e.oneIn > 10'000.0 && e.oneIn < 1e9);
    QCOMPARE(e.surprise, f.engine.anomaly(ids[0]).score);
    const QString text = f.explain(ids[0]);
    QVERIFY2(
        text.startsWith(QLatin1String("9,000 contracts in one order; this contract's orders so far are ")),
        qPrintable(text));
}

void TestSizeDetector::staysQuietOn_data()
{
    QTest::addColumn<QString>("line");
    const QString block = QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 ");
    QTest::newRow("a usual size") << QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x20 @305 209");
    QTest::newRow("a late report of a block") << block + QStringLiteral("204");
    QTest::newRow("an out-of-sequence report of a block") << block + QStringLiteral("202");
    QTest::newRow("a block in extended hours") << block + QStringLiteral("248");
    QTest::newRow("a compression trade") << block + QStringLiteral("247");
    QTest::newRow("a block in a contract that cannot be read")
        << QStringLiteral("11:00:00.000 O:XYZ 4.00 x9000 @305 209");
    QTest::newRow("a block reported three seconds out of order")
        << QStringLiteral("10:59:57.000 O:XYZ261218C00139000 4.00 x9000 @305 209");
}

void TestSizeDetector::staysQuietOn()
{
    QFETCH(QString, line);
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00139000 5.90 x1 @305 209"));
    const auto ids = f.feed(line);
    QVERIFY(ids.empty());
    QVERIFY(!f.engine.anomalyOfRow(f.lastRow()));
}

void TestSizeDetector::beforeAnyHistoryOnlyTheExtremeSpeaks_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("flagged");
    QTest::newRow("1 contract") << 1 << false;
    QTest::newRow("100 contracts") << 100 << false;
    QTest::newRow("1,000 contracts") << 1'000 << false;
    QTest::newRow("3,000 contracts") << 3'000 << false;
    QTest::newRow("100,000 contracts") << 100'000 << true;
}

void TestSizeDetector::beforeAnyHistoryOnlyTheExtremeSpeaks()
{
    QFETCH(int, size);
    QFETCH(bool, flagged);
    EngineFixture f;
    const auto ids = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x%1 @305 209").arg(size));
    QCOMPARE(!ids.empty(), flagged);
    if (flagged)
        QVERIFY(f.explain(ids[0]).contains(QLatin1String("no earlier order of its underlying to compare with")));
}

void TestSizeDetector::aFirstPrintIsJudgedByItsUnderlying()
{
    EngineFixture f;
    f.background(50);
    const auto ids = f.feed(QStringLiteral("11:00:00.000 O:XYZ270115P00120000 4.00 x9000 @305 209"));
    QCOMPARE(ids.size(), std::size_t(1));
    const domain::Evidence& e = *f.evidence(ids[0], AnomalyKind::Size);
    QCOMPARE(e.contractSeen, std::uint64_t(0));
    QCOMPARE(e.high, 0.0);
    QVERIFY(f.explain(ids[0]).contains(QLatin1String("no earlier order of this contract")));
    QVERIFY(!domain::historyNote(e, domain::Wording::FixedEnglish).isEmpty());
}

void TestSizeDetector::aMultiLegPrintIsJudgedByItsOwnKindAndLabelled()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 400; ++at) {
        domain::Trade leg =
            f.text(QStringLiteral("10:50:00.000 O:XYZ261218C00130000 5.00 x%1 @305 232").arg(at % 9 + 1));
        leg.setTime({leg.time().value + at * 1000});
        QVERIFY(f.feed(leg).empty());
    }
    const auto ids = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 0.05 x9000 @305 232"));
    QCOMPARE(ids.size(), std::size_t(1));
    QVERIFY(f.engine.anomaly(ids[0]).isPackage());
    QVERIFY(!f.engine.anomaly(ids[0]).kinds.has(AnomalyKind::Price)); // a leg's price is an allocation
    const domain::Evidence& e = *f.evidence(ids[0], AnomalyKind::Size);
    QVERIFY(e.peers == domain::SizePeers::MultiLeg);
    QCOMPARE(e.seen, std::uint64_t(400));
    const QString text = f.explain(ids[0]);
    QVERIFY2(text.contains(QLatin1String("typical of multi-leg orders of its underlying is 5")), qPrintable(text));
    QVERIFY(domain::historyNote(e, domain::Wording::FixedEnglish).isEmpty()); // 400 are enough
}

void TestSizeDetector::multiLegBlocksDoNotDullSingleLegOnes()
{
    EngineFixture plain;
    EngineFixture mixed;
    plain.background(50);
    mixed.background(50);
    for (int at = 0; at < 2'000; ++at) {
        domain::Trade leg =
            mixed.text(QStringLiteral("10:50:00.000 O:XYZ261218C00120000 4.00 x5000 @305 232"));
        leg.setTime({leg.time().value + at * 250});
        mixed.feed(leg);
    }
    const QString block = QStringLiteral("11:05:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209");
    const auto a = plain.feed(block);
    const auto b = mixed.feed(block);
    QCOMPARE(mixed.evidence(b.at(0), AnomalyKind::Size)->oneIn,
             plain.evidence(a.at(0), AnomalyKind::Size)->oneIn);
}

void TestSizeDetector::aThousandUnderACrossCodeIsRoutine()
{
    EngineFixture f;
    f.background(50);
    QVERIFY(f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x1000 @305 229")).empty());
    QVERIFY(f.feed(QStringLiteral("11:00:01.000 O:XYZ261218C00121000 4.00 x5000 @305 231")).empty());
}

QTEST_GUILESS_MAIN(TestSizeDetector)
#include "tst_sizedetector.moc"

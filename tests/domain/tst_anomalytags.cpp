// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/evidence/premiummarks.h"
#include "domain/evidence/tags.h"
#include "support/tapetext.h"

using namespace flowglass;
using namespace flowglass::domain;
using namespace std::chrono_literals;

class TestAnomalyTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePrintTells_data();
    void thePrintTells();
    void theSnapshotTells_data();
    void theSnapshotTells();
    void whatIsMissingIsNotGuessed();
    void everyTagHasItsWord();
    void tiersAreReadAndReached_data();
    void tiersAreReadAndReached();
    void goldenIsAsDefined();
};

void TestAnomalyTags::thePrintTells_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing odd") << "10:00:00 O:NVDA261218C00150000 1 209"
                                 << "";
    QTest::newRow("a sweep order") << "10:00:00 O:NVDA261218C00150000 1 219"
                                   << "iso";
    QTest::newRow("an auction by sweep order") << "10:00:00 O:NVDA261218C00150000 1 228"
                                               << "iso;auction";
    QTest::newRow("a cross") << "10:00:00 O:NVDA261218C00150000 1 229"
                             << "cross";
    QTest::newRow("a leg on the floor") << "10:00:00 O:NVDA261218C00150000 1 235"
                                        << "floor;multi-leg";
    QTest::newRow("tied to stock") << "10:00:00 O:NVDA261218C00150000 1 240"
                                   << "stock-tied";
    QTest::newRow("expires on the day of the print") << "10:00:00 O:NVDA261120C00150000 1 209"
                                                     << "0dte";
    QTest::newRow("adjusted") << "10:00:00 O:NVDA1261218C00150000 1 209"
                              << "adjusted";
}

void TestAnomalyTags::thePrintTells()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    tests::TapeText text;
    const Trade trade = text(line);
    constexpr std::int32_t kDay = 20'777; // 20 November 2026
    QCOMPARE(tagWords(tapeTags(trade, *text.contracts()[trade.contract].symbol, kDay), QLatin1Char(';')),
             words);
}

void TestAnomalyTags::theSnapshotTells_data()
{
    QTest::addColumn<double>("price");
    QTest::addColumn<double>("interest");
    QTest::addColumn<int>("earlier");
    QTest::addColumn<QString>("words");
    QTest::newRow("more than there is to close") << 2.5 << 99.0 << 0 << "opening;vol-over-oi;inside";
    QTest::newRow("as much as there is") << 2.5 << 100.0 << 0 << "inside";
    QTest::newRow("today's may be closed too") << 2.5 << 60.0 << 50 << "vol-over-oi;inside";
    QTest::newRow("above the ask") << 2.71 << 1e6 << 0 << "above-ask";
    QTest::newRow("at the ask") << 2.7 << 1e6 << 0 << "at-ask";
    QTest::newRow("at the bid") << 2.4 << 1e6 << 0 << "at-bid";
    QTest::newRow("below the bid") << 2.39 << 1e6 << 0 << "below-bid";
}

void TestAnomalyTags::theSnapshotTells()
{
    QFETCH(double, price);
    QFETCH(double, interest);
    QFETCH(int, earlier);
    QFETCH(QString, words);
    ContractSnapshot snapshot;
    snapshot.openInterest = interest;
    snapshot.bid = 2.4;
    snapshot.ask = 2.7;
    snapshot.quoteTime = toNs({1'000'000});
    const TaggedOrder order{100, price, {1'001'500}, std::uint64_t(earlier)};
    QCOMPARE(tagWords(snapshotTags(order, snapshot), QLatin1Char(';')), words);
}

void TestAnomalyTags::whatIsMissingIsNotGuessed()
{
    const TaggedOrder order{100, 2.5, {1'000'000}, 0};
    ContractSnapshot snapshot;
    QVERIFY(snapshotTags(order, snapshot).isEmpty());
    snapshot.bid = 2.4;
    snapshot.ask = 2.7;
    QVERIFY(snapshotTags(order, snapshot).isEmpty()); // of when is the quote?
    snapshot.quoteTime = toNs(order.time + 2'001ms);
    QVERIFY(snapshotTags(order, snapshot).isEmpty()); // too late to speak of the print
    snapshot.quoteTime = toNs(order.time + 2'000ms);
    QVERIFY(!snapshotTags(order, snapshot).isEmpty());
    snapshot.ask = 2.3;
    QVERIFY(snapshotTags(order, snapshot).isEmpty()); // crossed quotes tell nothing
}

void TestAnomalyTags::everyTagHasItsWord()
{
    QSet<QString> words;
    for (unsigned tag = 0; tag < unsigned(AnomalyTag::Count); ++tag)
        words.insert(QLatin1String(tagWord(AnomalyTag(tag))));
    QCOMPARE(words.size(), qsizetype(AnomalyTag::Count));
}

void TestAnomalyTags::tiersAreReadAndReached_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<int>("tier"); // of 500,000 dollars
    QTest::newRow("as shipped") << "25k, 100k, 500k, 1m" << true << 3;
    QTest::newRow("plain") << "500001" << true << 0;
    QTest::newRow("none") << "" << true << 0;
    QTest::newRow("not ascending") << "100k, 25k" << false << 0;
    QTest::newRow("twice the same") << "1m, 1000k" << false << 0;
    QTest::newRow("no amount") << "25k, much" << false << 0;
    QTest::newRow("negative") << "-5" << false << 0;
    QTest::newRow("not a number") << "nan" << false << 0;
    QTest::newRow("beyond all money") << "1e300" << false << 0;
}

void TestAnomalyTags::tiersAreReadAndReached()
{
    QFETCH(QString, words);
    QFETCH(bool, readable);
    QFETCH(int, tier);
    const auto tiers = PremiumMarks::tiersOf(words);
    QCOMPARE(tiers.has_value(), readable);
    PremiumMarks marks;
    marks.tiers = tiers.value_or(std::vector<Premium>());
    QCOMPARE(marks.tier(Premium::fromUnits(500'000 * kUnitsPerDollar)), tier);
}

void TestAnomalyTags::goldenIsAsDefined()
{
    const PremiumMarks marks;
    const Premium million = Premium::fromUnits(1'000'000 * kUnitsPerDollar);
    Anomaly sweep;
    sweep.kinds.add(AnomalyKind::Sweep);
    TagSet volume;
    volume.add(AnomalyTag::VolumeOverInterest);
    QVERIFY(marks.isGolden(sweep, volume, million));
    QVERIFY(!marks.isGolden(sweep, volume, Premium::fromUnits(million.units() - 1)));
    QVERIFY(!marks.isGolden(sweep, {}, million));
    QVERIFY(!marks.isGolden({}, volume, million));
}

QTEST_GUILESS_MAIN(TestAnomalyTags)
#include "tst_anomalytags.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/cancelbook.h"
#include "detect/digest.h"
#include "detect/enginefixture.h"

using namespace flowglass;
using detect::CancelBook;
using domain::Anomaly;
using tests::EngineFixture;

namespace {

constexpr const char* kBlock = "11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209 q1";

} // namespace

class TestCancels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void forgetsWhatTheRingLost();
    void aCancelledBlockIsWithdrawn();
    void oneCancelledPrintOfTwoLeavesTheRestStanding();
    void whatACancelledPrintSaidGoesWithIt();
    void whatHungOnACancelledBlockAloneIsWithdrawn();
    void theRestOfASweepIsJudgedAgain();
    void tagsGoWithTheirPrints();
    void aCancelIsNeverJudged();
    void aCancelOfNothingIsCountedOnly();
    void aCancelledOrderTeachesNothing();
    void cancellingAPrintOfAnUnreadableContractStillNamesItsRow();
    void anAnomalyOlderThanTheRingIsStillFound();
};

void TestCancels::finds_data()
{
    QTest::addColumn<QStringList>("prints");
    QTest::addColumn<QString>("cancel");
    QTest::addColumn<int>("found"); // from 1; 0 none
    const auto line = [](const char* rest) -> QString {
        return QStringLiteral("10:00:00.000 O:NVDA261218C00150000 ") + QLatin1String(rest);
    };
    const QStringList three = {line("1.00 x5 @300"), line("2.00 x5 @301"), line("1.00 x9 @300")};
    const QStringList same = {line("1.00 x5 @300"), line("1.00 x5 @301"), line("1.00 x5 @300")};
    QTest::newRow("by price and size") << three << line("2.00 x5 @301 201") << 2;
    QTest::newRow("on another exchange when there is no better") << three << line("1.00 x9 @310 201") << 3;
    QTest::newRow("the same exchange is preferred") << same << line("1.00 x5 @301 201") << 2;
    QTest::newRow("two that match are not guessed between") << same << line("1.00 x5 @300 201") << 0;
    QTest::newRow("the last one of them") << same << line("1.00 x5 @300 203") << 3;
    QTest::newRow("the opening one of them") << same << line("1.00 x5 @300 205") << 1;
    QTest::newRow("the only one, by its newest match") << same << line("1.00 x5 @300 207") << 3;
    QTest::newRow("no such price") << three << line("3.00 x5 @300 201") << 0;
    QTest::newRow("no such size") << three << line("1.00 x6 @300 203") << 0;
}

void TestCancels::finds()
{
    QFETCH(QStringList, prints);
    QFETCH(QString, cancel);
    QFETCH(int, found);
    tests::TapeText text;
    CancelBook book(16);
    std::uint32_t newest = 0;
    std::uint64_t row = 100;
    for (const QString& print : prints)
        newest = book.add(text(print), row++, newest, detect::PrintClass::SingleLeg);
    const std::uint32_t serial = book.find(text(cancel), newest).serial;
    QCOMPARE(serial, std::uint32_t(found));
    if (found == 0)
        return;
    QCOMPARE(book.print(serial)->row, std::uint64_t(99 + found));
    book.print(serial)->cancelled = true;
    QVERIFY(book.find(text(cancel), newest).serial != serial); // a print dies once
}

void TestCancels::forgetsWhatTheRingLost()
{
    tests::TapeText text;
    CancelBook book(8);
    const domain::Trade trade = text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 1 x5"));
    std::uint32_t newest = 0;
    for (int at = 0; at < 50; ++at) {
        newest = book.add(trade, std::uint64_t(at), newest, detect::PrintClass::SingleLeg);
        QCOMPARE(book.print(newest)->row, std::uint64_t(at));
    }
    QVERIFY(book.print(0) == nullptr);
    QVERIFY(book.print(42) == nullptr);
    QCOMPARE(book.print(43)->row, std::uint64_t(42));
}

void TestCancels::aCancelledBlockIsWithdrawn()
{
    EngineFixture f;
    f.background(50);
    const auto raised = f.feed(QString::fromLatin1(kBlock));
    QCOMPARE(raised.size(), std::size_t(1));
    const std::uint64_t row = f.lastRow();
    const std::uint64_t flagged = f.engine.flaggedPrints();
    const QByteArray before = detect::anomalyDigest(f.engine, f.text.contracts());
    const auto taken = f.feed(QStringLiteral("11:02:00.000 O:XYZ261218C00120000 4.00 x9000 @305 201 q2"));
    QCOMPARE(taken, raised);
    const Anomaly& anomaly = f.engine.anomaly(raised[0]);
    QVERIFY(anomaly.state == Anomaly::State::Withdrawn);
    QCOMPARE(anomaly.revision, 2U);
    QVERIFY(anomaly.prints[0].cancelled);
    QVERIFY(f.engine.isCancelledRow(row));
    QCOMPARE(f.engine.lastCancelled(), std::optional<std::uint64_t>(row));
    QCOMPARE(f.engine.flaggedPrints(), flagged - 1);
    QVERIFY(detect::anomalyDigest(f.engine, f.text.contracts()) != before);
    QVERIFY(f.explain(raised[0]).startsWith(QLatin1String("Withdrawn")));
    f.feed(QStringLiteral("11:02:01.000 O:XYZ261218C00120000 4.00 x1 @305 209"));
    QVERIFY(!f.engine.lastCancelled());
}

void TestCancels::oneCancelledPrintOfTwoLeavesTheRestStanding()
{
    EngineFixture f;
    f.background(50);
    const auto raised = f.feed(QString::fromLatin1(kBlock));
    f.feed(QStringLiteral("11:00:00.010 O:XYZ261218C00120000 4.00 x800 @306 209 q2"));
    QCOMPARE(f.engine.anomaly(raised.at(0)).prints.size(), std::size_t(2));
    f.feed(QStringLiteral("11:00:05.000 O:XYZ261218C00120000 4.00 x9000 @305 201 q3"));
    const Anomaly& anomaly = f.engine.anomaly(raised[0]);
    QVERIFY(anomaly.state == Anomaly::State::Open);
    QCOMPARE(anomaly.size(), std::uint64_t(800));
    f.feed(QStringLiteral("11:00:06.000 O:XYZ261218C00120000 4.00 x800 @306 203 q4"));
    QVERIFY(anomaly.state == Anomaly::State::Withdrawn);
    // A withdrawn one does not come back: the next block is a finding of its own.
    const auto next = f.feed(QStringLiteral("11:00:20.000 O:XYZ261218C00120000 4.00 x9500 @305 209 q5"));
    QCOMPARE(next.size(), std::size_t(1));
    QVERIFY(next[0] != raised[0]);
}

void TestCancels::whatACancelledPrintSaidGoesWithIt()
{
    EngineFixture f;
    f.background(50);
    const auto raised = f.feed(QString::fromLatin1(kBlock));
    const Anomaly& anomaly = f.engine.anomaly(raised.at(0));
    const double before = anomaly.score;
    f.feed(QStringLiteral("11:00:20.000 O:XYZ261218C00120000 4.00 x6000 @306 209 q2"));
    QCOMPARE(anomaly.prints.size(), std::size_t(2));
    QCOMPARE(anomaly.score, before);
    QCOMPARE(f.evidence(raised[0], domain::AnomalyKind::Size)->value, 9000.0);
    const std::uint32_t revision = anomaly.revision;
    f.feed(QStringLiteral("11:01:00.000 O:XYZ261218C00120000 4.00 x9000 @305 201 q3"));
    QVERIFY(anomaly.state == Anomaly::State::Open);
    QCOMPARE(anomaly.revision, revision + 1);
    QCOMPARE(anomaly.evidence.size(), std::size_t(1));
    QCOMPARE(f.evidence(raised[0], domain::AnomalyKind::Size)->value, 6000.0);
    QVERIFY2(anomaly.score < before - 0.5, qPrintable(QString::number(anomaly.score)));
    QVERIFY(anomaly.score >= f.engine.threshold());
    QVERIFY2(f.explain(raised[0]).startsWith(QLatin1String("6,000 contracts")), qPrintable(f.explain(raised[0])));
}

void TestCancels::whatHungOnACancelledBlockAloneIsWithdrawn()
{
    EngineFixture f;
    f.background(50);
    const std::uint64_t flagged = f.engine.flaggedPrints();
    const auto raised = f.feed(QString::fromLatin1(kBlock));
    f.feed(QStringLiteral("11:00:00.010 O:XYZ261218C00120000 4.00 x77 @306 209 q2"));
    const std::uint64_t mate = f.lastRow();
    QCOMPARE(f.engine.anomalyOfRow(mate), std::optional(raised.at(0)));
    QCOMPARE(f.engine.flaggedPrints(), flagged + 2);
    f.feed(QStringLiteral("11:00:05.000 O:XYZ261218C00120000 4.00 x9000 @305 201 q3"));
    QVERIFY(f.engine.anomaly(raised[0]).state == Anomaly::State::Withdrawn);
    QVERIFY(!f.engine.anomaly(raised[0]).prints[1].cancelled);
    QCOMPARE(f.engine.flaggedPrints(), flagged);
    // A cancel of what is left there takes nothing off twice.
    f.feed(QStringLiteral("11:00:06.000 O:XYZ261218C00120000 4.00 x77 @306 201 q4"));
    QCOMPARE(f.engine.flaggedPrints(), flagged);
    QVERIFY(f.engine.isCancelledRow(mate));
}

void TestCancels::theRestOfASweepIsJudgedAgain()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 4; ++at)
        f.feed(QStringLiteral("11:00:00.00%1 O:XYZ261218C00120000 4.00 x%2 @%3 209 q%1")
                   .arg(at)
                   .arg(300 + at)
                   .arg(305 + at));
    const auto id = f.engine.anomalyOfRow(f.lastRow());
    QVERIFY(id.has_value());
    const Anomaly& anomaly = f.engine.anomaly(*id);
    QCOMPARE(f.evidence(*id, domain::AnomalyKind::Sweep)->venues, 4);
    const double before = anomaly.score;
    f.feed(QStringLiteral("11:00:30.000 O:XYZ261218C00120000 4.00 x301 @306 201 q9"));
    QVERIFY(anomaly.state == Anomaly::State::Open);
    const domain::Evidence* sweep = f.evidence(*id, domain::AnomalyKind::Sweep);
    QVERIFY(sweep != nullptr);
    QCOMPARE(sweep->venues, 3);
    QCOMPARE(sweep->prints, 3);
    QCOMPARE(sweep->value, 905.0);
    QVERIFY(anomaly.score < before);
    QCOMPARE(anomaly.size(), std::uint64_t(905));
}

void TestCancels::tagsGoWithTheirPrints()
{
    EngineFixture f;
    f.background(50);
    const auto raised = f.feed(QString::fromLatin1(kBlock));
    f.feed(QStringLiteral("11:00:20.000 O:XYZ261218C00120000 4.00 x6000 @306 219 q2"));
    const Anomaly& anomaly = f.engine.anomaly(raised.at(0));
    QVERIFY(anomaly.tags.has(domain::AnomalyTag::IntermarketSweep));
    f.feed(QStringLiteral("11:00:30.000 O:XYZ261218C00120000 4.00 x6000 @306 201 q3"));
    QVERIFY(anomaly.state == Anomaly::State::Open);
    QVERIFY(!anomaly.tags.has(domain::AnomalyTag::IntermarketSweep));
    QCOMPARE(f.evidence(raised[0], domain::AnomalyKind::Size)->value, 9000.0);
}

void TestCancels::aCancelIsNeverJudged()
{
    EngineFixture f;
    f.background(20);
    const auto judged = f.engine.warmup().judged;
    for (const char* code : {"201", "203", "205", "207"}) {
        QVERIFY(f.feed(QStringLiteral("10:30:00.000 O:XYZ261218C00120000 4.00 x99999 @305 ") +
                       QLatin1String(code))
                    .empty());
    }
    QCOMPARE(f.engine.warmup().judged, judged);
}

void TestCancels::aCancelOfNothingIsCountedOnly()
{
    EngineFixture f;
    QVERIFY(f.feed(QStringLiteral("10:00:00.000 O:XYZ261218C00120000 4.00 x3 201")).empty());
    QCOMPARE(f.engine.unresolvedCancels(), std::uint64_t(1));
    QVERIFY(!f.engine.lastCancelled());
}

// With every large order cancelled, a large order must look as rare as if there had been none.
void TestCancels::aCancelledOrderTeachesNothing()
{
    EngineFixture clean;
    EngineFixture cancelled;
    for (EngineFixture* f : {&clean, &cancelled}) {
        f->background(30);
        for (int at = 0; at < 30; ++at) {
            const int second = at % 2 == 0 ? 0 : 30;
            const QString stamp =
                QStringLiteral("10:%1:%2.").arg(31 + at / 2).arg(second, 2, 10, QLatin1Char('0'));
            if (f == &cancelled) {
                const QString rest = QStringLiteral(" O:XYZ261218C00139000 5.90 x%1 @305 ").arg(2000 + at);
                f->feed(stamp + QStringLiteral("000") + rest + QStringLiteral("209"));
                // Half while the order still runs, half when it is learnt.
                f->feed(stamp + QLatin1String("400") + QStringLiteral(" O:XYZ261218C00110000 3 x1 @301 209"));
                const QString later = at % 2 == 0 ? QStringLiteral("10:%1:00.500").arg(31 + at / 2)
                                                  : QStringLiteral("10:%1:45.500").arg(31 + at / 2);
                f->feed(later + rest + QStringLiteral("201"));
            } else {
                f->feed(stamp + QLatin1String("400") + QStringLiteral(" O:XYZ261218C00110000 3 x1 @301 209"));
            }
        }
    }
    const QString block = QStringLiteral("11:00:00.000 O:XYZ261218C00125000 4.50 x2000 @305 209 q1");
    const auto a = clean.feed(block);
    const auto b = cancelled.feed(block);
    QCOMPARE(a.size(), std::size_t(1));
    QCOMPARE(b.size(), std::size_t(1));
    const double one = clean.evidence(a[0], domain::AnomalyKind::Size)->oneIn;
    const double two = cancelled.evidence(b[0], domain::AnomalyKind::Size)->oneIn;
    QVERIFY2(std::fabs(std::log10(one / two)) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(one).arg(two)));
    for (std::uint32_t id = 1; id <= cancelled.engine.count(); ++id) {
        const Anomaly& anomaly = cancelled.engine.anomaly(id);
        QVERIFY(id == b[0] || anomaly.state == Anomaly::State::Withdrawn);
    }
}

void TestCancels::cancellingAPrintOfAnUnreadableContractStillNamesItsRow()
{
    EngineFixture f;
    f.feed(QStringLiteral("10:00:00.000 O:WHAT 4.00 x9000 @305 209"));
    f.feed(QStringLiteral("10:00:01.000 O:WHAT 4.00 x9000 @305 201"));
    QCOMPARE(f.engine.lastCancelled(), std::optional<std::uint64_t>(0));
    QCOMPARE(f.engine.count(), 0U);
}

void TestCancels::anAnomalyOlderThanTheRingIsStillFound()
{
    EngineFixture f;
    f.background(50);
    const auto raised = f.feed(QString::fromLatin1(kBlock));
    const std::uint64_t row = f.lastRow();
    domain::Trade filler = f.text(QStringLiteral("11:00:01.000 O:XYZ261218C00110000 3.00 x1 @301 204"));
    for (int at = 0; at < 600'000; ++at)
        f.feed(filler);
    const auto taken = f.feed(QStringLiteral("12:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 201 q2"));
    QCOMPARE(taken, raised);
    QCOMPARE(f.engine.lastCancelled(), std::optional<std::uint64_t>(row));
}

QTEST_GUILESS_MAIN(TestCancels)
#include "tst_cancels.moc"

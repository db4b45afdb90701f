// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/core/repeatedsizes.h"
#include "detect/enginefixture.h"
#include "detect/stats/exactsizes.h"

using namespace flowglass;
using detect::ExactSizes;
using detect::RepeatedSizes;
using domain::AnomalyKind;
using tests::EngineFixture;

namespace {

// `times` single prints of one size, each so many ms after the last; returns the anomaly of the last one.
std::optional<std::uint32_t> repeat(EngineFixture& f, int times, std::uint32_t size, std::int64_t everyMs,
                                    const char* condition = "209")
{
    for (int at = 0; at < times; ++at) {
        domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x%1 @%2 %3")
                                         .arg(size)
                                         .arg(300 + at % 16)
                                         .arg(QLatin1String(condition)));
        trade.setTime({trade.time().value + at * everyMs});
        f.feed(trade);
    }
    return f.engine.anomalyOfRow(f.lastRow());
}

bool saysRepeat(const EngineFixture& f)
{
    for (std::uint32_t id = 1; id <= f.engine.count(); ++id) {
        if (f.engine.anomaly(id).kinds.has(AnomalyKind::Repeat))
            return true;
    }
    return false;
}

} // namespace

class TestRepeatDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSizeAgainAndAgainIsFlagged();
    void quickRepeatsTakeNoLessThanTheirTime();
    void manyRepeatsAreAllCounted();
    void evidenceHasTheNumbers();
    void commonSizesMayRepeat();
    void oneAndTwoContractsMayRepeat();
    void aColdStartSaysNothing();
    void echoesAndLegsAreNoRepeats_data();
    void echoesAndLegsAreNoRepeats();
    void aGrowingOrderCountsByItsFinalSize();
    void cancelledOrdersAreNoRepeats();
    void remembersFourSizes();
    void countsFade();
    void chancesAreLearnt();
};

void TestRepeatDetector::quickRepeatsTakeNoLessThanTheirTime()
{
    EngineFixture f(1'000.0);
    f.background(60);
    const auto id = repeat(f, 3, 47, 520);
    QVERIFY(id.has_value());
    const domain::Evidence* e = f.evidence(*id, AnomalyKind::Repeat);
    QVERIFY(e != nullptr);
    QVERIFY(e->window->count() > 2 * 520 && e->window->count() <= 3'000);
    QVERIFY2(f.explain(*id).contains(QLatin1String("expected: less than 0.1 times")), qPrintable(f.explain(*id)));
}

void TestRepeatDetector::manyRepeatsAreAllCounted()
{
    EngineFixture f;
    f.background(60);
    const auto id = repeat(f, 400, 45, 1'000);
    QVERIFY(id.has_value());
    const domain::Evidence& e = *f.evidence(*id, AnomalyKind::Repeat);
    const std::int64_t end = e.time.value;
    const auto real = std::ranges::count_if(f.trades, [&](const domain::Trade& trade) {
        return trade.size == 45 && trade.contract == f.trades.back().contract && trade.time().value <= end &&
               end - trade.time().value < e.window->count();
    });
    QCOMPARE(e.value, double(real));
    QVERIFY(real > 255);
}

void TestRepeatDetector::theSameSizeAgainAndAgainIsFlagged()
{
    EngineFixture f;
    f.background(60);
    const auto id = repeat(f, 9, 45, 25'000);
    QVERIFY(id.has_value());
    QVERIFY(f.engine.anomaly(*id).kinds.has(AnomalyKind::Repeat));
    QVERIFY(f.engine.anomaly(*id).prints.size() >= 3);
}

void TestRepeatDetector::evidenceHasTheNumbers()
{
    EngineFixture f;
    f.background(60);
    const auto id = repeat(f, 9, 45, 25'000);
    QVERIFY(id.has_value());
    const domain::Evidence& e = *f.evidence(*id, AnomalyKind::Repeat);
    QCOMPARE(e.size, 45.0);
    QCOMPARE(e.value, 9.0);
    QCOMPARE(e.window, std::optional<std::chrono::milliseconds>(201'000));
    QVERIFY2(e.baseline > 0.0 && e.baseline < 0.5, qPrintable(QString::number(e.baseline)));
    QVERIFY2(e.chance > 1e-5 && e.chance < 0.03, qPrintable(QString::number(e.chance)));
    QVERIFY2(f.explain(*id).contains(QLatin1String("45 contracts traded 9 times within 3 min")),
             qPrintable(f.explain(*id)));
}

// Five contracts are every tenth order here; so they may come in a row.
void TestRepeatDetector::commonSizesMayRepeat()
{
    EngineFixture f;
    f.background(120);
    QVERIFY(!saysRepeat(f));
    repeat(f, 3, 5, 40'000);
    QVERIFY(!saysRepeat(f));
}

void TestRepeatDetector::oneAndTwoContractsMayRepeat()
{
    EngineFixture f;
    f.background(60);
    repeat(f, 8, 2, 30'000);
    QVERIFY(!saysRepeat(f));
}

void TestRepeatDetector::aColdStartSaysNothing()
{
    EngineFixture f(100.0);
    repeat(f, 11, 45, 5'000); // within the first minute of the underlying
    QVERIFY(!saysRepeat(f));
}

void TestRepeatDetector::echoesAndLegsAreNoRepeats_data()
{
    QTest::addColumn<int>("everyMs");
    QTest::addColumn<QByteArray>("condition");
    QTest::newRow("within half a second") << 49 << QByteArray("209");
    QTest::newRow("legs") << 25'000 << QByteArray("232");
    QTest::newRow("crosses") << 25'000 << QByteArray("229");
    QTest::newRow("late reports") << 25'000 << QByteArray("204");
}

void TestRepeatDetector::echoesAndLegsAreNoRepeats()
{
    QFETCH(int, everyMs);
    QFETCH(QByteArray, condition);
    EngineFixture f;
    f.background(60);
    repeat(f, 10, 45, everyMs, condition.constData());
    QVERIFY(!saysRepeat(f));
}

// Ten orders of 10 + 35 contracts, each on two exchanges, are ten times 45.
void TestRepeatDetector::aGrowingOrderCountsByItsFinalSize()
{
    EngineFixture f;
    f.background(60);
    for (int at = 0; at < 10; ++at) {
        for (const auto& [size, exchange, delay] : {std::tuple{10, 305, 0}, std::tuple{35, 306, 12}}) {
            domain::Trade trade = f.text(
                QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x%1 @%2 209").arg(size).arg(exchange));
            trade.setTime({trade.time().value + at * 25'000 + delay});
            f.feed(trade);
        }
    }
    const auto id = f.engine.anomalyOfRow(f.lastRow());
    QVERIFY(id.has_value());
    QCOMPARE(f.evidence(*id, AnomalyKind::Repeat)->size, 45.0);
}

void TestRepeatDetector::cancelledOrdersAreNoRepeats()
{
    EngineFixture f;
    f.background(60);
    for (int at = 0; at < 9; ++at) {
        const QString rest = QStringLiteral(" O:XYZ261218C00120000 4.00 x45 @305 ");
        f.feed(QStringLiteral("11:%1:00.000").arg(at, 2, 10, QLatin1Char('0')) + rest + QLatin1String("209"));
        f.feed(QStringLiteral("11:%1:10.000").arg(at, 2, 10, QLatin1Char('0')) + rest + QLatin1String("203"));
    }
    QVERIFY(!saysRepeat(f));
}

void TestRepeatDetector::remembersFourSizes()
{
    RepeatedSizes sizes;
    for (std::uint32_t size = 10; size < 14; ++size)
        QCOMPARE(sizes.add(size, size).times(), 1U);
    QCOMPARE(sizes.add(10, 20).times(), 2U);
    QCOMPARE(sizes.add(99, 21).times(), 1U); // in place of 11, the oldest
    QCOMPARE(sizes.add(12, 22).times(), 2U);
    QCOMPARE(sizes.add(11, 23).times(), 1U);
    QVERIFY(sizes.takeBack(12));
    QVERIFY(sizes.takeBack(12));
    QVERIFY(!sizes.takeBack(12));
    QCOMPARE(sizes.add(20'000'000, 30).size(), (1U << 24) - 1); // larger than a print can be
}

void TestRepeatDetector::countsFade()
{
    RepeatedSizes sizes;
    sizes.add(7, 1'000);
    const double faded = sizes.add(7, 1'300).count();
    QVERIFY2(std::fabs(faded - 1.0 - std::exp(-1.0)) < 0.01, qPrintable(QString::number(faded)));
    QCOMPARE(sizes.add(7, 1'300).span, std::uint16_t(300));
    QCOMPARE(sizes.add(7, 900).times(), 4U);    // older than the last one: counted as now
    QCOMPARE(sizes.add(7, 60'000).times(), 1U); // a series of its own
    for (int at = 0; at < 1'000; ++at)
        sizes.add(7, 60'000);
    QCOMPARE(sizes.add(7, 60'000).times(), 255U);
    QVERIFY(sizes.add(7, 60'000).count() <= 255.0);
}

void TestRepeatDetector::chancesAreLearnt()
{
    ExactSizes sizes;
    detect::TailHist underlying;
    double sum = 0.0;
    for (std::uint32_t size = 1; size < 2'000; ++size)
        sum += sizes.chance(size, underlying);
    QVERIFY2(sum > 0.95 && sum < 1.05, qPrintable(QString::number(sum)));
    QVERIFY(sizes.chance(10, underlying) > sizes.chance(11, underlying)); // round lots, as shipped
    for (int at = 0; at < 10'000; ++at)
        sizes.add(at % 10 == 0 ? 37 : 1);
    QVERIFY(std::fabs(sizes.chance(37, underlying) - 0.1) < 0.01);
    for (int at = 0; at < 1'000; ++at)
        sizes.remove(37);
    QVERIFY(sizes.chance(37, underlying) < 0.001);
    // An underlying whose orders are of that kind more often.
    for (int at = 0; at < 200; ++at)
        underlying.add(500);
    detect::TailHist none;
    QVERIFY(sizes.chance(500, underlying) > 20.0 * sizes.chance(500, none));
    QVERIFY(sizes.chance(10'000'000, none) > 0.0);
}

QTEST_GUILESS_MAIN(TestRepeatDetector)
#include "tst_repeatdetector.moc"

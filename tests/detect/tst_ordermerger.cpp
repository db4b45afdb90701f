// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/ordermerger.h"
#include "support/tapetext.h"

using namespace flowglass;
using detect::Order;
using detect::PrintClass;
namespace ordermerger = detect::ordermerger;

class TestOrderMerger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsAndJoins_data();
    void splitsAndJoins();
    void anOrderThatWasLearntGrowsNoMore();
    void takingOutTheLastPrintEndsIt();
    void classes_data();
    void classes();
};

void TestOrderMerger::splitsAndJoins_data()
{
    QTest::addColumn<QString>("prints"); // time in ms @ exchange, of orders separated by |
    QTest::newRow("one print is one order") << QStringLiteral("0@302");
    QTest::newRow("other exchanges within the gap are one order") << QStringLiteral("0@302 9@303 200@304");
    QTest::newRow("an exchange used already starts another") << QStringLiteral("0@302 9@303 | 18@302");
    QTest::newRow("a gap of 349 ms joins") << QStringLiteral("0@302 349@303");
    QTest::newRow("a gap of 350 ms does not") << QStringLiteral("0@302 | 350@303");
    QTest::newRow("a span of 599 ms joins") << QStringLiteral("0@302 300@303 599@304");
    QTest::newRow("a span of 600 ms does not") << QStringLiteral("0@302 300@303 | 600@304");
    QTest::newRow("slightly out of order still joins") << QStringLiteral("100@302 80@303 120@304");
    QTest::newRow("exchanges that are not known are one and the same") << QStringLiteral("0@0 | 5@0");
}

void TestOrderMerger::splitsAndJoins()
{
    QFETCH(QString, prints);
    tests::TapeText text;
    Order order;
    std::int64_t earliest = 0;
    std::int64_t latest = 0;
    std::uint32_t expectedSize = 0;
    for (const QString& group : prints.split(QLatin1Char('|'))) {
        bool first = true;
        for (const QString& print : group.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QStringList parts = print.split(QLatin1Char('@'));
            domain::Trade trade =
                text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.35 x7 @%1").arg(parts[1]));
            trade.setTime({trade.time().value + parts[0].toLongLong()});
            QCOMPARE(!ordermerger::joins(order, trade, PrintClass::SingleLeg), first);
            if (first) {
                order = ordermerger::start(trade, PrintClass::SingleLeg);
                earliest = latest = trade.time().value;
                expectedSize = 0;
            } else {
                ordermerger::join(order, trade);
            }
            earliest = std::min(earliest, trade.time().value);
            latest = std::max(latest, trade.time().value);
            expectedSize += 7;
            QCOMPARE(order.size, expectedSize);
            QCOMPARE(order.startMs, earliest);
            QCOMPARE(std::int64_t(order.spanMs), latest - earliest);
            QCOMPARE(order.venueCount(), int(order.prints));
            first = false;
        }
    }
}

void TestOrderMerger::anOrderThatWasLearntGrowsNoMore()
{
    tests::TapeText text;
    Order order = ordermerger::start(text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 1 @300")),
                                     PrintClass::SingleLeg);
    const domain::Trade next = text(QStringLiteral("10:00:00.001 O:NVDA261218C00150000 1 @301"));
    QVERIFY(ordermerger::joins(order, next, PrintClass::SingleLeg));
    QVERIFY(!ordermerger::joins(order, next, PrintClass::MultiLeg));
    order.learnt = true;
    QVERIFY(!ordermerger::joins(order, next, PrintClass::SingleLeg));
}

void TestOrderMerger::takingOutTheLastPrintEndsIt()
{
    tests::TapeText text;
    const domain::Trade a = text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 1 x5 @300"));
    const domain::Trade b = text(QStringLiteral("10:00:00.010 O:NVDA261218C00150000 1 x9 @301"));
    Order order = ordermerger::start(a, PrintClass::SingleLeg);
    ordermerger::join(order, b);
    ordermerger::takeOut(order, a);
    QCOMPARE(order.size, 9U);
    QCOMPARE(order.venueCount(), 1);
    ordermerger::takeOut(order, b);
    QCOMPARE(order.prints, std::uint8_t(0));
    QVERIFY(order.learnt);
}

void TestOrderMerger::classes_data()
{
    QTest::addColumn<int>("condition");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, int condition, PrintClass expected) {
        QTest::newRow(name) << condition << int(expected);
    };
    row("automatic execution", 209, PrintClass::SingleLeg);
    row("reopening", 210, PrintClass::SingleLeg);
    row("intermarket sweep", 219, PrintClass::SingleLeg);
    row("single-leg auction", 227, PrintClass::SingleLeg);
    row("auction as a sweep", 228, PrintClass::SingleLeg);
    row("single-leg cross", 229, PrintClass::CrossFloor);
    row("single-leg floor", 231, PrintClass::CrossFloor);
    row("multi-leg", 232, PrintClass::MultiLeg);
    row("multi-leg cross", 234, PrintClass::MultiLeg);
    row("multi-leg on the floor", 235, PrintClass::MultiLeg);
    row("stock and option", 240, PrintClass::MultiLeg);
    row("proprietary floor", 246, PrintClass::CrossFloor);
    row("compression", 247, PrintClass::VolumeOnly);
    row("extended hours", 248, PrintClass::VolumeOnly);
    row("late", 204, PrintClass::VolumeOnly);
    row("out of sequence", 202, PrintClass::VolumeOnly);
    row("opening, late", 208, PrintClass::VolumeOnly);
    row("cancel", 201, PrintClass::Cancel);
    row("cancel of the last", 203, PrintClass::Cancel);
    row("cancel of the opening", 205, PrintClass::Cancel);
    row("cancel of the only", 207, PrintClass::Cancel);
    row("one never heard of", 211, PrintClass::SingleLeg);
}

void TestOrderMerger::classes()
{
    QFETCH(int, condition);
    QFETCH(int, expected);
    domain::Conditions conditions;
    conditions.add(condition);
    QCOMPARE(int(detect::classOf(conditions)), expected);
    QCOMPARE(detect::reopensTrading(conditions), condition == 210);
    QCOMPARE(int(detect::classOf({})), int(PrintClass::SingleLeg));
    // The stricter of two conditions holds.
    conditions.add(204);
    QVERIFY(detect::classOf(conditions) == PrintClass::VolumeOnly || expected == int(PrintClass::Cancel));
}

QTEST_GUILESS_MAIN(TestOrderMerger)
#include "tst_ordermerger.moc"

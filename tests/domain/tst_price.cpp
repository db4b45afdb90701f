// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/price.h"

#include <limits>

using namespace flowglass::domain;

class TestPrice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFourDecimalPriceSurvives();
    void refuses_data();
    void refuses();
    void tellsWhenItRounds();
    void decimalTextIsShortAndExact_data();
    void decimalTextIsShortAndExact();
    void premiumIsExactAtTheLimits();
};

void TestPrice::everyFourDecimalPriceSurvives()
{
    for (std::int32_t units = 1; units < 100'000'000; units += units < 200'000 ? 1 : 9'973) {
        const QString text = decimalText(units);
        bool rounded = true;
        const auto price = Price::fromDollars(text.toDouble(), &rounded);
        QVERIFY2(price && price->units() == units && !rounded, qPrintable(text));
    }
}

void TestPrice::refuses_data()
{
    QTest::addColumn<double>("dollars");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative") << -1.5;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    QTest::newRow("more than any strike allows") << 200'000.0;
    QTest::newRow("below the smallest unit") << 0.00001;
}

void TestPrice::refuses()
{
    QFETCH(double, dollars);
    QVERIFY(!Price::fromDollars(dollars));
}

void TestPrice::tellsWhenItRounds()
{
    bool rounded = false;
    QCOMPARE(Price::fromDollars(2.35678, &rounded)->units(), 23568);
    QVERIFY(rounded);
    QCOMPARE(Price::fromDollars(199'999.9999, &rounded)->units(), 1'999'999'999);
    QVERIFY(!rounded);
}

void TestPrice::decimalTextIsShortAndExact_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << qint64(1'500'000) << "150";
    QTest::newRow("one decimal") << qint64(25'000) << "2.5";
    QTest::newRow("four decimals") << qint64(1) << "0.0001";
    QTest::newRow("zero") << qint64(0) << "0";
    QTest::newRow("negative") << qint64(-30'500) << "-3.05";
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << "-922337203685477.5808";
}

void TestPrice::decimalTextIsShortAndExact()
{
    QFETCH(qint64, units);
    QFETCH(QString, text);
    QCOMPARE(decimalText(units), text);
}

void TestPrice::premiumIsExactAtTheLimits()
{
    QCOMPARE(Price::fromUnits(12'300).times(850, 100).units(), qint64(1'045'500'000));
    const Price dearest = Price::fromUnits(1'999'999'999);
    QCOMPARE(dearest.times(10'000'000, 100).units(), qint64(1'999'999'999'000'000'000));
}

QTEST_GUILESS_MAIN(TestPrice)
#include "tst_price.moc"

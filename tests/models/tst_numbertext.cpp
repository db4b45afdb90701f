// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/numbertext.h"

using namespace flowglass;
using namespace std::chrono_literals;

class TestNumberText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void price_data()
    {
        QTest::addColumn<int>("units");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](const char* name, int units, const char* english, const char* german) {
            QTest::newRow(name) << units << QString::fromLatin1(english) << QString::fromLatin1(german);
        };
        row("whole dollars have two decimals", 30'000, "3.00", "3,00");
        row("one decimal gets a second", 25'000, "2.50", "2,50");
        row("cents", 25'500, "2.55", "2,55");
        row("a tenth of a cent is kept", 25'510, "2.551", "2,551");
        row("the smallest price", 1, "0.0001", "0,0001");
        row("large prices are not grouped", 19'999'900, "1999.99", "1999,99");
    }
    void price()
    {
        QFETCH(int, units);
        QFETCH(QString, english);
        QFETCH(QString, german);
        const auto price = domain::Price::fromUnits(units);
        QCOMPARE(models::NumberText(QLocale(QStringLiteral("en_US"))).price(price), english);
        QCOMPARE(models::NumberText(QLocale(QStringLiteral("de_DE"))).price(price), german);
    }

    void money_data()
    {
        QTest::addColumn<qint64>("units");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("exact");
        const auto row = [](const char* name, qint64 units, const char* brief, const char* exact) {
            QTest::newRow(name) << units << QString::fromLatin1(brief) << QString::fromLatin1(exact);
        };
        row("nothing", 0, "$0", "$0.00");
        row("below ten thousand", 123'400'000, "$12,340", "$12,340.00");
        row("the last below a million", 9'999'994'999, "$999,999", "$999,999.4999");
        row("rounds up into a million", 9'999'995'000, "$1.00M", "$999,999.50");
        row("millions", 10'445'000'000, "$1.04M", "$1,044,500.00");
        row("the last below a billion", 9'999'900'000'000, "$999.99M", "$999,990,000.00");
        row("rounds up into a billion", 9'999'960'000'000, "$1.00B", "$999,996,000.00");
        row("below zero", -123'400'000, "-$12,340", "-$12,340.00");
    }
    void money()
    {
        QFETCH(qint64, units);
        const models::NumberText numbers(QLocale(QStringLiteral("en_US")));
        QTEST(numbers.money(domain::Premium::fromUnits(units)), "brief");
        QTEST(numbers.moneyExact(domain::Premium::fromUnits(units)), "exact");
    }

    void wholeNumbersAreGroupedEvenInTheCLocale()
    {
        QCOMPARE(models::NumberText(QLocale::c()).whole(1'234'567), QStringLiteral("1,234,567"));
        QCOMPARE(models::NumberText(QLocale(QStringLiteral("de_DE"))).whole(12'340), QStringLiteral("12.340"));
    }

    void dollars_data()
    {
        QTest::addColumn<double>("dollars");
        QTest::addColumn<QString>("text");
        QTest::newRow("cents are two decimals") << 2.5 << QStringLiteral("2.50");
        QTest::newRow("a binary fraction of cents is still cents") << 0.1 + 0.2 << QStringLiteral("0.30");
        QTest::newRow("finer values show four") << 2.4567 << QStringLiteral("2.4567");
        QTest::newRow("thousands are grouped") << 5012.25 << QStringLiteral("5,012.25");
        QTest::newRow("below zero") << -0.05 << QStringLiteral("-0.05");
    }
    void dollars()
    {
        QFETCH(double, dollars);
        QTEST(models::NumberText(QLocale(QStringLiteral("en_US"))).dollars(dollars), "text");
    }

    void duration_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, std::chrono::nanoseconds span, const char* text) {
            QTest::newRow(name) << qint64(span.count()) << QString::fromLatin1(text);
        };
        row("nothing", 0ns, "0.0 ms");
        row("parts of a millisecond", 420us, "0.4 ms");
        row("milliseconds", 14ms, "14 ms");
        row("nearly ten milliseconds", 9'960us, "10 ms");
        row("nearly a second", 999'600us, "1.0 s");
        row("seconds", 14s, "14 s");
        row("minutes", 3min, "3 min");
        row("hours", 5h, "5 h");
        row("days", 72h, "3 d");
    }
    void duration()
    {
        QFETCH(qint64, ns);
        QTEST(models::NumberText(QLocale(QStringLiteral("en_US"))).duration(std::chrono::nanoseconds(ns)), "text");
    }

    void clock()
    {
        const models::NumberText numbers(QLocale(QStringLiteral("en_US")));
        QCOMPARE(numbers.clock(0s), QStringLiteral("00:00:00"));
        QCOMPARE(numbers.clock(12min + 34s), QStringLiteral("00:12:34"));
        QCOMPARE(numbers.clock(101h + 59s), QStringLiteral("101:00:59"));
        QCOMPARE(numbers.clock(-5s), QStringLiteral("00:00:00")); // a clock that was set back
    }

    void bytes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("kilobytes") << qint64(640'000) << QStringLiteral("640 kB");
        QTest::newRow("one decimal below ten") << qint64(1'240'000) << QStringLiteral("1.2 MB");
        QTest::newRow("none above") << qint64(18'240'000) << QStringLiteral("18 MB");
        QTest::newRow("never a thousand of a unit") << qint64(999'700'000) << QStringLiteral("999.7 MB");
        QTest::newRow("gigabytes") << qint64(4'500'000'000) << QStringLiteral("4.5 GB");
    }
    void bytes()
    {
        QFETCH(qint64, bytes);
        QTEST(models::NumberText(QLocale(QStringLiteral("en_US"))).bytes(bytes), "text");
    }
};

QTEST_GUILESS_MAIN(TestNumberText)
#include "tst_numbertext.moc"

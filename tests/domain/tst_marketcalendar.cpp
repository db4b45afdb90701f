// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/time/marketcalendar.h"
#include "domain/time/marketdays.h"

#include <QDate>

using namespace flowglass::domain;
using namespace std::chrono_literals;

namespace {

std::int32_t day(const QString& iso)
{
    return std::int32_t(QDate(1970, 1, 1).daysTo(QDate::fromString(iso, Qt::ISODate)));
}
std::int32_t day(const char* iso) { return day(QLatin1String(iso)); }

// "2026-11-20 09:30" of New York.
UnixMs newYork(const QString& text)
{
    const QDateTime when(QDate::fromString(text.left(10), Qt::ISODate), QTime::fromString(text.mid(11), QStringLiteral("hh:mm")),
                         QTimeZone("America/New_York"));
    return {when.toMSecsSinceEpoch()};
}
UnixMs newYork(const char* text) { return newYork(QLatin1String(text)); }

} // namespace

class TestMarketCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holidaysAndHalfDaysOfAYear_data();
    void holidaysAndHalfDaysOfAYear();
    void isOpen_data();
    void isOpen();
    void nextOpen_data();
    void nextOpen();
    void statesForAPerson();
    void saysWhenItsValidityIsOver();
    void theProvidersDaysComeFirst();
    void hoursThatCannotBeAreNotTaken_data();
    void hoursThatCannotBeAreNotTaken();
    void theProvidersWordHoldsForAWhile();
};

// As the exchange published them.
void TestMarketCalendar::holidaysAndHalfDaysOfAYear_data()
{
    QTest::addColumn<QString>("holidays");
    QTest::addColumn<QString>("halfDays");
    QTest::newRow("2024") << "01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25" << "07-03 11-29 12-24";
    QTest::newRow("2025") << "01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25" << "07-03 11-28 12-24";
    QTest::newRow("2026") << "01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25" << "11-27 12-24";
    QTest::newRow("2027") << "01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24" << "11-26";
    QTest::newRow("2028") << "01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25" << "07-03 11-24";
}

void TestMarketCalendar::holidaysAndHalfDaysOfAYear()
{
    QFETCH(QString, holidays);
    QFETCH(QString, halfDays);
    const QString year = QString::fromLatin1(QTest::currentDataTag());
    QStringList closed;
    QStringList half;
    const MarketCalendar calendar;
    for (QDate date(year.toInt(), 1, 1); date.year() == year.toInt(); date = date.addDays(1)) {
        const std::int32_t number = day(date.toString(Qt::ISODate));
        const auto hours = calendar.hours(number);
        if (date.dayOfWeek() > 5) {
            QVERIFY(!hours);
            continue;
        }
        if (!hours)
            closed << date.toString(QStringLiteral("MM-dd"));
        else if (hours->close - hours->open == 3h + 30min)
            half << date.toString(QStringLiteral("MM-dd"));
        else
            QCOMPARE(hours->close - hours->open, std::chrono::milliseconds(6h + 30min));
        QCOMPARE(!calendar.occasion(number).isEmpty(), !hours || calendar.isHalfDay(number));
    }
    QCOMPARE(closed.join(QLatin1Char(' ')), holidays);
    QCOMPARE(half.join(QLatin1Char(' ')), halfDays);
}

void TestMarketCalendar::isOpen_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<bool>("open");
    QTest::addColumn<bool>("trading");
    QTest::newRow("before the opening") << "2026-11-20 09:29" << false << false;
    QTest::newRow("at the opening") << "2026-11-20 09:30" << true << true;
    QTest::newRow("in summer time") << "2026-07-01 09:30" << true << true;
    QTest::newRow("last minute") << "2026-11-20 15:59" << true << true;
    QTest::newRow("only late products") << "2026-11-20 16:00" << false << true;
    QTest::newRow("after them") << "2026-11-20 16:15" << false << false;
    QTest::newRow("Saturday") << "2026-11-21 11:00" << false << false;
    QTest::newRow("Thanksgiving") << "2026-11-26 11:00" << false << false;
    QTest::newRow("half day, before its close") << "2026-11-27 12:59" << true << true;
    QTest::newRow("half day, late products") << "2026-11-27 13:14" << false << true;
    QTest::newRow("half day, over") << "2026-11-27 13:15" << false << false;
}

void TestMarketCalendar::isOpen()
{
    QFETCH(QString, time);
    QFETCH(bool, open);
    QFETCH(bool, trading);
    const MarketCalendar calendar;
    QCOMPARE(calendar.isOpen(newYork(time)), open);
    QCOMPARE(calendar.isTrading(newYork(time)), trading);
}

void TestMarketCalendar::nextOpen_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("opens");
    QTest::newRow("this morning") << "2026-11-20 06:00" << "2026-11-20 09:30";
    QTest::newRow("while open it is tomorrow's") << "2026-11-19 10:00" << "2026-11-20 09:30";
    QTest::newRow("over the weekend") << "2026-11-20 17:00" << "2026-11-23 09:30";
    QTest::newRow("over Thanksgiving") << "2026-11-25 17:00" << "2026-11-27 09:30";
    QTest::newRow("over the change of the clocks") << "2026-10-30 20:00" << "2026-11-02 09:30";
    QTest::newRow("over Christmas and a weekend") << "2026-12-24 15:00" << "2026-12-28 09:30";
}

void TestMarketCalendar::nextOpen()
{
    QFETCH(QString, time);
    QFETCH(QString, opens);
    QCOMPARE(MarketCalendar().nextOpen(newYork(time)), newYork(opens));
}

void TestMarketCalendar::statesForAPerson()
{
    const MarketCalendar calendar;
    const MarketState holiday = calendar.stateAt(newYork("2026-11-26 11:00"));
    QVERIFY(!holiday.open);
    QCOMPARE(holiday.occasion, QStringLiteral("Thanksgiving"));
    QVERIFY(!holiday.isHalfDay);
    QCOMPARE(*holiday.changes, newYork("2026-11-27 09:30"));
    const MarketState half = calendar.stateAt(newYork("2026-11-27 11:00"));
    QVERIFY(half.open);
    QVERIFY(half.isHalfDay);
    QCOMPARE(*half.changes, newYork("2026-11-27 13:15"));
    QVERIFY(!half.fromProvider);
    QCOMPARE(half.validUntil, day("2028-12-31"));
}

void TestMarketCalendar::saysWhenItsValidityIsOver()
{
    MarketCalendar calendar;
    QVERIFY(!calendar.stateAt(newYork("2028-12-29 12:00")).isPastValidity);
    QVERIFY(calendar.stateAt(newYork("2029-01-02 12:00")).isPastValidity);
    QVERIFY(calendar.stateAt(newYork("2023-12-29 12:00")).isPastValidity);
    calendar.setExceptions({{day("2029-12-25"), true, QStringLiteral("Christmas"), {}, {}}});
    const MarketState later = calendar.stateAt(newYork("2029-01-02 12:00"));
    QVERIFY(!later.isPastValidity); // the provider's list reaches further
    QCOMPARE(later.validUntil, day("2029-12-25"));
}

void TestMarketCalendar::theProvidersDaysComeFirst()
{
    MarketCalendar calendar;
    calendar.setExceptions({{day("2026-11-23"), true, QStringLiteral("Day of Mourning"), {}, {}},
                            {day("2026-11-24"), false, QStringLiteral("Drill"), newYork("2026-11-24 10:00"), newYork("2026-11-24 12:00")},
                            {day("2026-11-25"), false, QStringLiteral("Short"), {}, {}}});
    QVERIFY(!calendar.isOpen(newYork("2026-11-23 11:00")));
    const MarketState mourning = calendar.stateAt(newYork("2026-11-23 11:00"));
    QCOMPARE(mourning.occasion, QStringLiteral("Day of Mourning"));
    QVERIFY(mourning.fromProvider);
    QCOMPARE(*mourning.changes, newYork("2026-11-24 10:00"));
    QVERIFY(!calendar.isOpen(newYork("2026-11-24 09:45")));
    QVERIFY(calendar.isOpen(newYork("2026-11-24 11:59")));
    QVERIFY(!calendar.isOpen(newYork("2026-11-24 12:00")));
    QVERIFY(calendar.isHalfDay(day("2026-11-25")));
    QVERIFY(!calendar.isOpen(newYork("2026-11-25 13:00"))); // the usual short hours
    QVERIFY(!calendar.isOpen(newYork("2026-11-26 11:00"))); // what it does not list is as built in
}

void TestMarketCalendar::hoursThatCannotBeAreNotTaken_data()
{
    QTest::addColumn<QString>("open"); // empty: not given
    QTest::addColumn<QString>("close");
    const auto row = [](const char* name, const char* open, const char* close) {
        QTest::newRow(name) << QString::fromLatin1(open) << QString::fromLatin1(close);
    };
    row("closes before it opens", "2026-11-24 13:00", "2026-11-24 09:30");
    row("closes as it opens", "2026-11-24 09:30", "2026-11-24 09:30");
    row("a few minutes", "2026-11-24 09:30", "2026-11-24 09:40");
    row("closes before the usual opening", "", "2026-11-24 09:00");
    row("opens after the usual close", "2026-11-24 14:00", "");
    row("of another day", "2026-11-25 09:30", "2026-11-25 13:00");
    row("until another day", "2026-11-24 09:30", "2026-11-25 13:00");
}

void TestMarketCalendar::hoursThatCannotBeAreNotTaken()
{
    QFETCH(const QString, open);
    QFETCH(const QString, close);
    const auto time = [](const QString& text) {
        return text.isEmpty() ? std::nullopt : std::optional(newYork(text.toLatin1().constData()));
    };
    MarketCalendar calendar;
    calendar.setExceptions({{day("2026-11-24"), false, QStringLiteral("Odd"), time(open), time(close)}});
    const auto hours = calendar.hours(day("2026-11-24"));
    QCOMPARE(hours->open, newYork("2026-11-24 09:30")); // an early close it is still, at the usual hour
    QCOMPARE(hours->close, newYork("2026-11-24 13:00"));
    QCOMPARE(calendar.occasion(day("2026-11-24")), QStringLiteral("Odd"));
}

void TestMarketCalendar::theProvidersWordHoldsForAWhile()
{
    MarketCalendar closed; // by decree, this morning
    closed.setWord(false, newYork("2026-11-20 10:00"));
    QVERIFY(!closed.isOpen(newYork("2026-11-20 10:30")));
    QVERIFY(!closed.isTrading(newYork("2026-11-20 10:30")));
    QVERIFY(closed.stateAt(newYork("2026-11-20 10:30")).fromProvider);
    QCOMPARE(*closed.stateAt(newYork("2026-11-20 10:30")).changes, newYork("2026-11-23 09:30"));
    QVERIFY(closed.isOpen(newYork("2026-11-20 12:00"))); // two hours old
    closed.setWord(false, newYork("2026-11-20 09:00"));
    QVERIFY(closed.isOpen(newYork("2026-11-20 09:30"))); // it has opened since

    MarketCalendar open; // a market that never closes
    open.setWord(true, newYork("2026-11-21 23:00"));
    QVERIFY(open.isOpen(newYork("2026-11-22 00:59")));
    QVERIFY(!open.stateAt(newYork("2026-11-22 00:30")).changes);
    open.setWord(true, newYork("2026-11-20 15:59"));
    QVERIFY(!open.isOpen(newYork("2026-11-20 16:00"))); // no news: it closed as always
}

QTEST_GUILESS_MAIN(TestMarketCalendar)
#include "tst_marketcalendar.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/time/openinterestday.h"

#include <QDate>

class TestOpenInterestDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previousTradingDay_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QDate>("expected");
        const auto row = [](const char* name, QDate day, QDate expected) { QTest::newRow(name) << day << expected; };
        row("a Friday looks back to Thursday", {2026, 11, 20}, {2026, 11, 19});
        row("a Monday looks back to Friday", {2026, 11, 23}, {2026, 11, 20});
        row("a Sunday looks back to Friday", {2026, 11, 22}, {2026, 11, 20});
        row("the day after Thanksgiving skips it", {2026, 11, 27}, {2026, 11, 25});
        row("Christmas on Friday makes Monday look back to Thursday", {2026, 12, 28}, {2026, 12, 24});
        row("New Year's Day on Friday", {2027, 1, 4}, {2026, 12, 31});
        row("New Year's Day on Saturday closes no Friday", {2022, 1, 3}, {2021, 12, 31});
        row("New Year's Day on Sunday closes Monday", {2023, 1, 3}, {2022, 12, 30});
        row("Martin Luther King Day", {2026, 1, 20}, {2026, 1, 16});
        row("Presidents' Day", {2026, 2, 17}, {2026, 2, 13});
        row("Good Friday 2026", {2026, 4, 6}, {2026, 4, 2});
        row("Good Friday 2024 fell in March", {2024, 4, 1}, {2024, 3, 28});
        row("Memorial Day", {2026, 5, 26}, {2026, 5, 22});
        row("Juneteenth", {2026, 6, 22}, {2026, 6, 18});
        row("Independence Day on Saturday closes Friday", {2026, 7, 6}, {2026, 7, 2});
        row("Labor Day", {2026, 9, 8}, {2026, 9, 4});
        row("Columbus Day is a trading day", {2026, 10, 13}, {2026, 10, 12});
    }
    void previousTradingDay()
    {
        QFETCH(QDate, day);
        QFETCH(QDate, expected);
        const QDate epoch(1970, 1, 1);
        QCOMPARE(epoch.addDays(flowglass::domain::previousTradingDay(std::int32_t(epoch.daysTo(day)))), expected);
    }

    void itIsOfTheDayBeforeTheOneInNewYork_data()
    {
        QTest::addColumn<QDateTime>("told"); // UTC, five hours before New York
        QTest::addColumn<QDate>("expected");
        const auto row = [](const char* name, QDate day, QTime time, QDate expected) {
            QTest::newRow(name) << QDateTime(day, time, Qt::UTC) << expected;
        };
        row("when the market opens", {2026, 11, 20}, {14, 30}, {2026, 11, 19});
        row("a moment before it may be of two days", {2026, 11, 20}, QTime(14, 29, 59), QDate());
        row("in the evening", {2026, 11, 21}, {4, 59}, {2026, 11, 19});
        row("after midnight", {2026, 11, 21}, {5, 0}, QDate());
        row("on Saturday", {2026, 11, 21}, {20, 0}, QDate());
        row("on a holiday", {2026, 11, 26}, {16, 0}, QDate());
        row("on Monday", {2026, 11, 23}, {16, 0}, {2026, 11, 20});
    }
    void itIsOfTheDayBeforeTheOneInNewYork()
    {
        QFETCH(QDateTime, told);
        QFETCH(QDate, expected);
        const flowglass::domain::UnixNs time{told.toMSecsSinceEpoch() * 1'000'000};
        const auto day = flowglass::domain::openInterestDay(time, flowglass::domain::ZoneTime::newYork());
        QCOMPARE(day ? QDate(1970, 1, 1).addDays(*day) : QDate(), expected);
    }
};

QTEST_GUILESS_MAIN(TestOpenInterestDay)
#include "tst_openinterestday.moc"

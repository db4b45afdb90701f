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

    void itIsOfTheDayBeforeTheOneInNewYork()
    {
        const QDate epoch(1970, 1, 1);
        const auto dayTold = [&epoch](const QDateTime& told) {
            const flowglass::domain::UnixNs time{told.toMSecsSinceEpoch() * 1'000'000};
            return epoch.addDays(flowglass::domain::openInterestDay(time, flowglass::domain::ZoneTime::newYork()));
        };
        // 03:30 UTC is still the evening before in New York.
        QCOMPARE(dayTold(QDateTime({2026, 11, 20}, {3, 30}, Qt::UTC)), QDate(2026, 11, 18));
        QCOMPARE(dayTold(QDateTime({2026, 11, 20}, {15, 0}, Qt::UTC)), QDate(2026, 11, 19));
    }
};

QTEST_GUILESS_MAIN(TestOpenInterestDay)
#include "tst_openinterestday.moc"

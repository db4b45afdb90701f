// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/time/markettime.h"

using namespace flowglass::domain;

class TestMarketTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNewYorkTime_data();
    void writesNewYorkTime();
    void jumpsBetweenSeasonsInAnyOrder();
    void countsDaysToExpiryInNewYork();
};

static UnixMs at(const char* iso)
{
    return {QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch()};
}

void TestMarketTime::writesNewYorkTime_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("newYork");
    QTest::newRow("winter") << "2026-11-20T15:04:05.123Z" << "2026-11-20T10:04:05.123-05:00";
    QTest::newRow("summer") << "2026-07-01T13:30:00.000Z" << "2026-07-01T09:30:00.000-04:00";
    QTest::newRow("last moment of winter") << "2026-03-08T06:59:59.999Z" << "2026-03-08T01:59:59.999-05:00";
    QTest::newRow("first moment of summer") << "2026-03-08T07:00:00.000Z" << "2026-03-08T03:00:00.000-04:00";
    QTest::newRow("last moment of summer") << "2026-11-01T05:59:59.999Z" << "2026-11-01T01:59:59.999-04:00";
    QTest::newRow("the hour again") << "2026-11-01T06:00:00.000Z" << "2026-11-01T01:00:00.000-05:00";
    QTest::newRow("the day before in New York") << "2026-11-21T03:00:00.000Z" << "2026-11-20T22:00:00.000-05:00";
}

void TestMarketTime::writesNewYorkTime()
{
    QFETCH(QString, utc);
    QFETCH(QString, newYork);
    const UnixMs t = at(utc.toLatin1().constData());
    QCOMPARE(ZoneTime::newYork().isoText(t), newYork);
    QCOMPARE(ZoneTime::utc().isoText(t), utc);
}

void TestMarketTime::jumpsBetweenSeasonsInAnyOrder()
{
    const ZoneTime zone = ZoneTime::newYork();
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(zone.timeText(at("2026-07-01T13:30:00.000Z")), QStringLiteral("09:30:00.000"));
        QCOMPARE(zone.timeText(at("2026-12-01T14:30:00.000Z")), QStringLiteral("09:30:00.000"));
        QCOMPARE(zone.timeText(at("2019-12-02T14:30:00.000Z")), QStringLiteral("09:30:00.000"));
    }
    QCOMPARE(zone.name(), QStringLiteral("New York"));
}

void TestMarketTime::countsDaysToExpiryInNewYork()
{
    const auto expiry = std::int32_t(std::chrono::sys_days(std::chrono::year(2026) / 12 / 18).time_since_epoch().count());
    const ZoneTime zone = ZoneTime::newYork();
    QCOMPARE(daysToExpiry(expiry, at("2026-12-18T20:00:00.000Z"), zone), 0);
    QCOMPARE(daysToExpiry(expiry, at("2026-12-18T03:00:00.000Z"), zone), 1);
    QCOMPARE(daysToExpiry(expiry, at("2026-12-19T15:00:00.000Z"), zone), -1);
}

QTEST_GUILESS_MAIN(TestMarketTime)
#include "tst_markettime.moc"

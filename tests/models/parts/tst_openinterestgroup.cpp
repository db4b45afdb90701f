// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/parts/openinterestgroup.h"

#include <QLocale>

using namespace flowglass;
using domain::OpenInterestOfDay;
using models::CardGroup;
using models::openInterestGroup;

namespace {

constexpr std::int32_t kDay = 20'776; // 2026-11-19

} // namespace

class TestOpenInterestGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void oneDaySaysNothing()
    {
        QVERIFY(!openInterestGroup({}));
        QVERIFY(!openInterestGroup(std::vector<OpenInterestOfDay>{{kDay, 100}}));
    }

    void fromTheSecondDayOnThereIsAChange()
    {
        const auto group = openInterestGroup(std::vector<OpenInterestOfDay>{{kDay - 1, 11'145}, {kDay, 12'345}});
        QVERIFY(group);
        QVERIFY(group->id == models::CardGroupId::OpenInterestDays);
        QCOMPARE(int(group->state), int(models::CardState::Live));
        QCOMPARE(group->rows.size(), std::size_t(2));
        QCOMPARE(group->rows[0].label, QStringLiteral("2026-11-19"));
        QCOMPARE(group->rows[0].text, QStringLiteral("12,345  +1,200 (+10.8%)"));
        QVERIFY(group->rows[0].toolTip.contains(QStringLiteral("2026-11-18")));
        QCOMPARE(group->rows[1].text, QStringLiteral("11,145"));
        for (const models::CardRow& row : group->rows)
            QVERIFY(row.toolTip.contains(QStringLiteral("Recorded by Flowglass")));
    }

    void changes_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QString>("text");
        QTest::newRow("less") << qint64(200) << qint64(50) << QStringLiteral("50  −150 (−75.0%)");
        QTest::newRow("the same") << qint64(200) << qint64(200) << QStringLiteral("200  ±0 (±0.0%)");
        QTest::newRow("from nothing") << qint64(0) << qint64(5'000) << QStringLiteral("5,000  +5,000");
        QTest::newRow("to nothing") << qint64(200) << qint64(0) << QStringLiteral("0  −200 (−100.0%)");
    }
    void changes()
    {
        QFETCH(qint64, before);
        QFETCH(qint64, now);
        QFETCH(QString, text);
        const auto group = openInterestGroup(std::vector<OpenInterestOfDay>{{kDay - 1, before}, {kDay, now}});
        QCOMPARE(group->rows[0].text, text);
    }

    void theNewestTenAreShown()
    {
        std::vector<OpenInterestOfDay> days;
        for (int day = 0; day < 12; ++day)
            days.push_back({kDay - 11 + day, 100 + day});
        const auto group = openInterestGroup(days);
        QCOMPARE(group->rows.size(), std::size_t(10));
        QCOMPARE(group->rows.front().text.left(3), QStringLiteral("111"));
        QVERIFY(group->rows.back().text.startsWith(QStringLiteral("102  +1"))); // since a day that is not shown
    }
};

QTEST_GUILESS_MAIN(TestOpenInterestGroup)
#include "tst_openinterestgroup.moc"

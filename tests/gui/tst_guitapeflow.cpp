// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "gui/desktopfixture.h"
#include "models/roles.h"
#include "views/tape/tapepanel.h"
#include "views/window/topbar.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace flowglass;
using namespace flowglass::test;

// The tape in the whole window: held and let go, filtered, its columns remembered; no row is ever lost.
class TestGuiTapeFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausedScrolledAndBackNothingIsLost()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(300);
        auto* tape = desktop.table("tapeTable");
        QTRY_COMPARE(tape->model()->rowCount(), 300);
        desktop.run->window().actions().pause->trigger();
        desktop.trade(700);
        auto* button = desktop.find<QPushButton>("liveButton");
        QTRY_VERIFY2(button->text().contains(QStringLiteral("700")), qPrintable(button->text()));
        QCOMPARE(tape->model()->rowCount(), 300);
        tape->verticalScrollBar()->setValue(50);
        desktop.trade(200);
        QTRY_VERIFY(button->text().contains(QStringLiteral("900")));
        QTest::keyClick(tape, Qt::Key_Escape);
        QTRY_COMPARE(tape->model()->rowCount(), 1200);
        QCOMPARE(tape->verticalScrollBar()->value(), 0);
        QVERIFY(!desktop.run->window().actions().pause->isChecked());
        std::set<qulonglong> rows;
        for (int row = 0; row < 1200; ++row)
            rows.insert(tape->model()->index(row, 0).data(models::StoreRowRole).toULongLong());
        QCOMPARE(rows.size(), std::size_t(1200));
        QCOMPARE(desktop.run->stream()->session().counters().stored, 1200U);
    }

    void theWayToTheScreenIsTimed()
    {
        using namespace std::chrono_literals;
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(300);
        session::Session& session = desktop.run->stream()->session();
        QTRY_COMPARE(session.latency().untilPainted().count(), 300U);
        const session::Health health = session.health();
        QVERIFY(health.screenP50 > 0ns && health.screenP50 <= health.screenP99);
        QVERIFY(health.screenP50 >= health.latencyP50);
        QCOMPARE(session.latency().untilReceived().count(), 300U);
        QTRY_VERIFY(desktop.find<QLabel>("latencyLabel")->toolTip().contains(QStringLiteral("To the screen")));
    }

    void theFilterShowsItsMatches()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(200);
        auto* tape = desktop.table("tapeTable");
        QTRY_COMPARE(tape->model()->rowCount(), 200);
        auto* edit = desktop.find<QLineEdit>("filterEdit");
        edit->setText(QStringLiteral("strike>=155"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(tape->model()->rowCount(), 50); // 155 to 159 of 140 to 159
        desktop.trade(20);
        QTRY_COMPARE(tape->model()->rowCount(), 55);
        edit->clear();
        QTRY_COMPARE(tape->model()->rowCount(), 220);
    }

    void filterAndColumnsAreThereAtTheNextStart()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.run->window().topBar().setFilterText(QStringLiteral("size>=3"));
        auto* header = desktop.table("tapeTable")->horizontalHeader();
        header->moveSection(header->visualIndex(4), 0);
        header->hideSection(6);
        header->resizeSection(4, 111);
        desktop.run.reset();
        QVERIFY(desktop.startLive());
        QCOMPARE(desktop.find<QLineEdit>("filterEdit")->text(), QStringLiteral("size>=3"));
        header = desktop.table("tapeTable")->horizontalHeader();
        QCOMPARE(header->visualIndex(4), 0);
        QCOMPARE(header->sectionSize(4), 111);
        QVERIFY(header->isSectionHidden(6));
        desktop.trade(100);
        QTRY_COMPARE(desktop.table("tapeTable")->model()->rowCount(), 60);
    }

    void whatIsWatchedCanBeChangedWhileItRuns()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        auto* edit = desktop.find<QLineEdit>("underlyingsEdit");
        QCOMPARE(edit->text(), QStringLiteral("NVDA"));
        edit->setText(QStringLiteral("aapl"));
        QTest::keyClick(edit, Qt::Key_Return);
        desktop.trade(50);
        QTRY_COMPARE(desktop.run->stream()->session().counters().unwatched, 50U);
        QCOMPARE(desktop.table("tapeTable")->model()->rowCount(), 0);
        QCOMPARE(desktop.settings.watch.underlyings.value(), QStringLiteral("AAPL"));
    }

    void theZoneIsThatOfTheMenu()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(1);
        auto* tape = desktop.table("tapeTable");
        QTRY_COMPARE(tape->model()->rowCount(), 1);
        QVERIFY(tape->model()->index(0, 0).data().toString().startsWith(QStringLiteral("10:04")));
        desktop.settings.tape.zone.setValue(settings::TapeZone::Utc);
        QVERIFY(tape->model()->index(0, 0).data().toString().startsWith(QStringLiteral("15:04")));
    }

    void theFiguresOfTheStatusBarAreThoseOfTheSession()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(123);
        QTRY_VERIFY(desktop.find<QLabel>("countsLabel")->text().contains(QStringLiteral("123 trades")));
        QTRY_VERIFY(!desktop.find<QLabel>("rateLabel")->text().isEmpty());
        QVERIFY(desktop.find<QLabel>("stallLabel")->text().contains(QStringLiteral("stall")));
        QVERIFY(!desktop.find<QLabel>("backlogLabel")->text().isEmpty());
    }
};

QTEST_MAIN(TestGuiTapeFlow)
#include "tst_guitapeflow.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/tapefixture.h"
#include "models/tradetapemodel.h"
#include "settings/settings.h"
#include "views/look/rowtable.h"
#include "views/tape/livebutton.h"
#include "views/tape/tapepanel.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    settings::SettingsStore store{folder.filePath(QStringLiteral("settings.ini"))};
    settings::TapeSettings settings{store};
    Tape tape;
    models::TradeTapeModel model{tape.store, tape.contracts, tape.engine};
    TapePanel panel;

    explicit Fixture(bool newestFirst = true)
    {
        settings.newestFirst.setValue(newestFirst);
        panel.setSettings(settings);
        panel.setModel(&model);
        panel.resize(900, 300);
        panel.show();
    }
    void arrive(int prints)
    {
        tape.addUnjudged(prints);
        model.flush();
        panel.afterFlush();
        QCoreApplication::processEvents(); // the view lays itself out later
    }
    RowTable* table() { return panel.findChild<RowTable*>(QStringLiteral("tapeTable")); }
    LiveButton* button() { return panel.findChild<LiveButton*>(QStringLiteral("liveButton")); }
    QScrollBar* bar() { return table()->verticalScrollBar(); }
};

} // namespace

class TestTapePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<domain::ContractId>(); }

    void theTapeSticksToTheLiveEdge_data()
    {
        QTest::addColumn<bool>("newestFirst");
        QTest::newRow("newest at the top") << true;
        QTest::newRow("newest at the bottom") << false;
    }
    void theTapeSticksToTheLiveEdge()
    {
        QFETCH(bool, newestFirst);
        Fixture f(newestFirst);
        for (int i = 0; i < 5; ++i) {
            f.arrive(60);
            QCOMPARE(f.bar()->value(), newestFirst ? f.bar()->minimum() : f.bar()->maximum());
        }
        QVERIFY(f.bar()->maximum() > 0);
        QVERIFY(!f.panel.isPaused());
        QVERIFY(f.button()->isHidden());
        const int newest = newestFirst ? 0 : f.model.rowCount() - 1;
        QCOMPARE(f.model.storeRow(newest), f.tape.store.end() - 1);
        QVERIFY(f.table()->visualRect(f.model.index(newest, 0)).intersects(f.table()->viewport()->rect()));
    }

    void scrollingAwayHoldsTheRowsAndLosesNone_data() { theTapeSticksToTheLiveEdge_data(); }
    void scrollingAwayHoldsTheRowsAndLosesNone()
    {
        QFETCH(bool, newestFirst);
        Fixture f(newestFirst);
        f.arrive(200);
        QSignalSpy paused(&f.panel, &TapePanel::pausedChanged);
        f.bar()->setValue(f.bar()->maximum() / 2);
        QCOMPARE(paused.count(), 1);
        QVERIFY(f.panel.isPaused());
        const int where = f.bar()->value();
        f.arrive(1234);
        QCOMPARE(f.model.rowCount(), 200);
        QCOMPARE(f.model.pending(), 1234);
        QCOMPARE(f.bar()->value(), where);
        QVERIFY(!f.button()->isHidden());
        QVERIFY2(f.button()->text().contains(QStringLiteral("1,234")), qPrintable(f.button()->text()));
        QTest::mouseClick(f.button(), Qt::LeftButton);
        QVERIFY(!f.panel.isPaused());
        QVERIFY(f.button()->isHidden());
        QCOMPARE(f.model.rowCount(), 1434);
        QCOMPARE(f.bar()->value(), newestFirst ? f.bar()->minimum() : f.bar()->maximum());
    }

    void scrollingBackResumesWhatScrollingPaused()
    {
        Fixture f;
        f.arrive(200);
        f.bar()->setValue(40);
        f.arrive(10);
        QCOMPARE(f.model.rowCount(), 200);
        f.bar()->setValue(0);
        QVERIFY(!f.panel.isPaused());
        QCOMPARE(f.model.rowCount(), 210);
    }

    void selectingHoldsTheTapeUntilItIsLeft_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Esc returns") << Qt::Key_Escape;
        QTest::newRow("End returns") << Qt::Key_End;
    }
    void selectingHoldsTheTapeUntilItIsLeft()
    {
        QFETCH(Qt::Key, key);
        Fixture f;
        f.arrive(200);
        QSignalSpy chosen(&f.panel, &TapePanel::tradeChosen);
        const QModelIndex index = f.model.index(3, 1);
        const qulonglong storeRow = index.data(models::StoreRowRole).toULongLong();
        QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, {}, f.table()->visualRect(index).center());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().at(0).value<domain::ContractId>(), f.tape.store[storeRow].contract);
        QCOMPARE(chosen.first().at(1).toULongLong(), storeRow);
        f.arrive(50);
        QCOMPARE(f.model.pending(), 50);
        QCOMPARE(f.table()->selectionModel()->selectedRows().value(0).data(models::StoreRowRole).toULongLong(),
                 storeRow);
        QTest::keyClick(f.table(), key);
        QVERIFY(!f.panel.isPaused());
        QCOMPARE(f.model.rowCount(), 250);
        QVERIFY(!f.table()->selectionModel()->hasSelection());
    }

    void aSelectionOutlastsScrollingBack() // only scrolling paused it is undone by scrolling
    {
        Fixture f;
        f.arrive(200);
        f.table()->selectRow(2);
        f.bar()->setValue(30);
        f.bar()->setValue(0);
        QVERIFY(f.panel.isPaused());
    }

    void arrowKeysMoveThroughTrades()
    {
        Fixture f;
        f.arrive(30);
        QSignalSpy chosen(&f.panel, &TapePanel::tradeChosen);
        f.table()->selectRow(4);
        QTest::keyClick(f.table(), Qt::Key_Down);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.last().at(1).toULongLong(),
                 f.model.index(5, 0).data(models::StoreRowRole).toULongLong());
    }

    void anotherOrderBeginsLive()
    {
        Fixture f;
        f.arrive(300);
        f.panel.setPaused(true);
        f.settings.newestFirst.setValue(false);
        f.panel.applyOrder();
        QVERIFY(!f.panel.isPaused());
        QCOMPARE(f.model.storeRow(f.model.rowCount() - 1), f.tape.store.end() - 1);
        QCOMPARE(f.bar()->value(), f.bar()->maximum());
    }

    void withoutAModelNothingHappens()
    {
        Fixture f;
        f.arrive(20);
        f.panel.setPaused(true);
        QSignalSpy paused(&f.panel, &TapePanel::pausedChanged);
        f.panel.setModel(nullptr);
        QCOMPARE(paused.count(), 1);
        QVERIFY(!f.panel.isPaused());
        f.panel.afterFlush();
        f.panel.setPaused(true);
        f.panel.returnToLive();
        QVERIFY(!f.panel.isPaused());
    }

    void rowsGrowWithTheDensity()
    {
        Fixture f;
        const auto height = [&](settings::RowDensity density) {
            f.settings.density.setValue(density);
            f.panel.applyDensity();
            return f.table()->verticalHeader()->defaultSectionSize();
        };
        QVERIFY(height(settings::RowDensity::Compact) < height(settings::RowDensity::Normal));
        QVERIFY(height(settings::RowDensity::Normal) < height(settings::RowDensity::Roomy));
    }

    void aRowCanBeAskedWhyItWasNotFlagged()
    {
        Fixture f;
        f.arrive(40);
        QSignalSpy asked(&f.panel, &TapePanel::explainRequested);
        QTest::keyClick(f.table(), Qt::Key_W); // no row: nothing
        QCOMPARE(asked.count(), 0);
        const QModelIndex index = f.model.index(3, 1);
        QTest::mouseClick(f.table()->viewport(), Qt::LeftButton, {}, f.table()->visualRect(index).center());
        f.table()->setFocus();
        auto* action = f.panel.findChild<QAction*>(QStringLiteral("explainAction"));
        action->trigger();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].value<domain::ContractId>().value, index.data(models::ContractRole).toUInt());
        QCOMPARE(asked[0][1].toULongLong(), index.data(models::StoreRowRole).toULongLong());
    }

    void theMenuOfARowAsksTooAndKnowsFlaggedOnes()
    {
        Fixture f;
        f.tape.add({.size = 3});
        f.tape.add({.size = Tape::kHuge});
        f.model.flush();
        f.panel.afterFlush();
        QCoreApplication::processEvents();
        const auto open = [&f](int row) {
            const QPoint at = f.table()->visualRect(f.model.index(row, 1)).center();
            Q_EMIT f.table()->customContextMenuRequested(at);
            QString text;
            QMenu* menu = f.table()->findChild<QMenu*>();
            if (menu && !menu->actions().isEmpty())
                text = menu->actions().constFirst()->text();
            delete menu;
            return text;
        };
        QCOMPARE(open(0), QStringLiteral("Why was this flagged?"));
        QCOMPARE(open(1), QStringLiteral("Why was this not flagged?"));
        f.tape.store.addGap({kMorning, kMorning + std::chrono::seconds(5), {}}, kMorning);
        f.tape.add({.size = 3});
        f.panel.returnToLive();
        f.model.flush();
        QCoreApplication::processEvents();
        QCOMPARE(open(1), QString()); // a gap
    }
};

QTEST_MAIN(TestTapePanel)
#include "tst_tapepanel.moc"

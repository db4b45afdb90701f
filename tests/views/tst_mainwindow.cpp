// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "views/anomaly/anomalypanel.h"
#include "views/contract/contractpane.h"
#include "views/look/theme.h"
#include "views/replay/replaybar.h"
#include "views/replayfixture.h"
#include "views/tape/tapepanel.h"
#include "views/window/mainwindow.h"
#include "views/window/topbar.h"
#include "views/window/welcomepage.h"
#include "views/window/windowactions.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

using namespace flowglass;
using namespace flowglass::views;

namespace {

struct Run
{
    settings::SettingsStore store;
    settings::Settings settings{store};
    MainWindow window;
    explicit Run(const QString& file) : store(file), window(settings) {}
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString file() const { return m_folder->filePath(QStringLiteral("settings.ini")); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    // interfaces.md section 6.
    void theFixedNamesAreThere_data()
    {
        QTest::addColumn<QString>("accessible");
        QTest::newRow("tapeTable") << QStringLiteral("Trade tape");
        QTest::newRow("anomalyTable") << QStringLiteral("Anomalies");
        QTest::newRow("contractPrintsTable") << QStringLiteral("Trades of this contract");
        QTest::newRow("contractPane") << QStringLiteral("Contract");
        QTest::newRow("evidenceCard") << QStringLiteral("Why this was flagged");
        QTest::newRow("filterEdit") << QStringLiteral("Filter the tape");
        QTest::newRow("feedStateLabel") << QStringLiteral("Feed state");
        QTest::newRow("rateLabel") << QStringLiteral("Trades per second");
        QTest::newRow("stallLabel") << QStringLiteral("Worst stall");
        QTest::newRow("backlogLabel") << QStringLiteral("Backlog");
    }
    void theFixedNamesAreThere()
    {
        QFETCH(QString, accessible);
        Run run(file());
        QCOMPARE(run.window.objectName(), QStringLiteral("flowglass"));
        QVERIFY(run.window.windowTitle().startsWith(QStringLiteral("Flowglass")));
        const QList<QWidget*> found = run.window.findChildren<QWidget*>(QLatin1String(QTest::currentDataTag()));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()->accessibleName(), accessible);
    }

    void theFixedActionsAreThere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("onWelcome"); // can be used without a stream
        QTest::newRow("exportAction") << QStringLiteral("Export flagged trades…") << false;
        QTest::newRow("pauseAction") << QStringLiteral("Pause tape") << false;
        QTest::newRow("recordAction") << QStringLiteral("Record") << false;
        QTest::newRow("replayAction") << QStringLiteral("Open recording…") << true;
        QTest::newRow("settingsAction") << QStringLiteral("Settings…") << true;
        QTest::newRow("bundleAction") << QStringLiteral("Save bug report bundle…") << false;
    }
    void theFixedActionsAreThere()
    {
        QFETCH(QString, text);
        QFETCH(bool, onWelcome);
        Run run(file());
        run.window.showWelcome();
        auto* action = run.window.findChild<QAction*>(QLatin1String(QTest::currentDataTag()));
        QVERIFY(action);
        QCOMPARE(action->text(), text);
        QCOMPARE(action->isEnabled(), onWelcome);
        run.window.showWork();
        QVERIFY(action->isEnabled());
    }

    void theMarksOfSizesCanBeTurnedOff()
    {
        Run run(file());
        run.window.actions().show(run.settings.tape, run.settings.window);
        QVERIFY(run.window.actions().sizeHeat->isChecked());
        run.window.actions().sizeHeat->trigger();
        QVERIFY(!run.settings.tape.sizeHeat.value());
        run.window.actions().sizeHeat->trigger();
        QVERIFY(run.settings.tape.sizeHeat.value());
    }

    void everyWidgetOneCanUseHasANameAndASpokenName()
    {
        Run run(file());
        QStringList wrong;
        const QList<QWidget*> widgets = run.window.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool used = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget)
                              || qobject_cast<const QComboBox*>(widget) || qobject_cast<const QTableView*>(widget);
            // Parts of Qt's own widgets (scroll buttons, the clear button of a field) have theirs from Qt.
            if (!used || widget->objectName().startsWith(QLatin1String("qt_"))
                || qobject_cast<const QLineEdit*>(widget->parentWidget())
                || qobject_cast<const QMenuBar*>(widget->parentWidget())
                || QByteArray(widget->metaObject()->className()).startsWith("QTableCorner"))
                continue;
            if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty())
                wrong << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1String(", "))));
    }

    void theWelcomePageOffersNothingThatNeedsAStream()
    {
        Run run(file());
        run.window.showWelcome();
        run.window.show();
        QVERIFY(!run.window.isAtWork());
        QVERIFY(run.window.welcomePage().isVisible());
        QVERIFY(!run.window.actions().exportFlagged->isEnabled());
        QVERIFY(!run.window.actions().pause->isEnabled());
        QVERIFY(run.window.actions().preferences->isEnabled());
        run.window.showWork();
        QVERIFY(run.window.actions().exportFlagged->isEnabled());
    }

    void recordingAndOpeningAreCommandsWithKeys()
    {
        Run run(file());
        run.window.showWork();
        run.window.show();
        QVERIFY(run.window.actions().record->isCheckable());
        QVERIFY(QTest::qWaitForWindowActive(&run.window));
        QSignalSpy record(run.window.actions().record, &QAction::triggered);
        QSignalSpy open(run.window.actions().replay, &QAction::triggered);
        QTest::keyClick(&run.window, Qt::Key_R, Qt::ControlModifier);
        QTest::keyClick(&run.window, Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(record.count(), 1);
        QCOMPARE(open.count(), 1);
        run.window.showWelcome();
        run.window.findChild<QAbstractButton*>(QStringLiteral("recordingButton"))->click();
        QCOMPARE(open.count(), 2);
    }

    void noTwoCommandsShareAKey()
    {
        Run run(file());
        QHash<QKeySequence, QString> taken;
        const QList<QAction*> actions = run.window.actions().findChildren<QAction*>();
        for (const QAction* action : actions) {
            const QList<QKeySequence> keys = action->shortcuts();
            for (const QKeySequence& key : keys) {
                QVERIFY2(!taken.contains(key), qPrintable(taken[key] + QLatin1Char(' ') + action->objectName()));
                taken[key] = action->objectName();
            }
        }
        QVERIFY(taken.size() > 15);
    }

    void theReplayBarAndItsKeysComeWithAReplay()
    {
        Run run(file());
        run.window.showWork();
        run.window.show();
        ReplayBar& bar = run.window.replayBar();
        QVERIFY(!bar.isVisible());
        QVERIFY(!run.window.actions().replayPlay->isEnabled());
        run.window.setReplaying(true);
        bar.present(test::sessionPicture(), domain::ZoneTime::newYork());
        QVERIFY(bar.isVisible());
        QSignalSpy played(&bar, &ReplayBar::playToggled);
        QSignalSpy stepped(&bar, &ReplayBar::stepRequested);
        QSignalSpy next(&bar, &ReplayBar::nextAnomalyRequested);
        QSignalSpy speed(&bar, &ReplayBar::speedChosen);
        QSignalSpy started(&bar, &ReplayBar::startRequested);
        QSignalSpy closed(&bar, &ReplayBar::closeRequested);
        QVERIFY(QTest::qWaitForWindowActive(&run.window));
        QWidget* table = run.window.tapePanel().table(); // has the keys, as at work
        QTest::keyClick(table, Qt::Key_Space, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_J, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_Up, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_W, Qt::ControlModifier);
        for (const QSignalSpy* spy : {&played, &stepped, &next, &speed, &started, &closed})
            QCOMPARE(spy->count(), 1);
        QCOMPARE(speed.last().first().toDouble(), 2.0);
        run.window.setReplaying(false);
        QVERIFY(!bar.isVisible());
        QTest::keyClick(table, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(played.count(), 1);
    }

    void theDivisionIsRememberedAndReset()
    {
        const auto share = [](const QSplitter& splitter) {
            return double(splitter.sizes().first()) / double(splitter.sizes().first() + splitter.sizes().last());
        };
        double designed = 0.0;
        {
            Run run(file());
            run.window.showWork();
            run.window.show();
            auto* splitter = run.window.findChild<QSplitter*>(QStringLiteral("mainSplitter"));
            designed = share(*splitter);
            splitter->setSizes({4500, 5500});
            run.window.close();
        }
        Run run(file());
        run.window.showWork();
        run.window.show();
        auto* splitter = run.window.findChild<QSplitter*>(QStringLiteral("mainSplitter"));
        QVERIFY(std::abs(share(*splitter) - 0.45) < 0.02);
        run.window.actions().resetLayout->trigger();
        QVERIFY(std::abs(share(*splitter) - designed) < 0.02);
    }

    void themesAreTakenAtOnce()
    {
        Run run(file());
        run.settings.window.theme.setValue(settings::Theme::Dark);
        run.window.applyTheme();
        QCOMPARE(QApplication::palette().color(QPalette::Base).rgb(), kDark.base);
        run.settings.window.theme.setValue(settings::Theme::Light);
        run.window.applyTheme();
        QCOMPARE(QApplication::palette().color(QPalette::Base).rgb(), kLight.base);
        run.settings.window.theme.setValue(settings::Theme::System);
        run.window.applyTheme();
        const QRgb base = QApplication::palette().color(QPalette::Base).rgb();
        QVERIFY(base == kLight.base || base == kDark.base);
    }

    void everyPieceFitsInASmallWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("replaying");
        QTest::newRow("as designed") << QSize(1440, 900) << false;
        QTest::newRow("small") << QSize(1100, 700) << false;
        QTest::newRow("as designed, with a replay") << QSize(1440, 900) << true;
        QTest::newRow("small, with a replay") << QSize(1100, 700) << true;
    }
    void everyPieceFitsInASmallWindow()
    {
        QFETCH(QSize, size);
        QFETCH(bool, replaying);
        Run run(file());
        run.window.resize(size);
        run.window.showWork();
        run.window.setReplaying(replaying);
        run.window.replayBar().present(test::sessionPicture(), domain::ZoneTime::newYork());
        run.window.show();
        QCOMPARE(run.window.size(), size);
        const QRect inside = run.window.rect();
        for (const char* name : {"feedStateLabel", "filterEdit", "settingsButton", "tapeTable", "anomalyPanel",
                                 "contractPane", "rateLabel", "sourceLabel", "replayTimeline", "replayCloseButton"}) {
            auto* widget = run.window.findChild<QWidget*>(QLatin1String(name));
            if (!widget->isVisible())
                continue;
            const QRect where(widget->mapTo(&run.window, QPoint(0, 0)), widget->size());
            QVERIFY2(inside.contains(where), name);
        }
    }

    void spaceInAFieldIsASpace() // and not the pause command
    {
        Run run(file());
        run.window.showWork();
        run.window.show();
        auto* edit = run.window.findChild<QLineEdit*>(QStringLiteral("filterEdit"));
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("call put"));
        QCOMPARE(edit->text(), QStringLiteral("call put"));
        QVERIFY(!run.window.actions().pause->isChecked());
    }

    void escapeClosesNothing()
    {
        Run run(file());
        run.window.showWork();
        run.window.show();
        QTest::keyClick(&run.window, Qt::Key_Escape);
        QVERIFY(run.window.isVisible());
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

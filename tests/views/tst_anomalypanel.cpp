// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/anomalymodel.h"
#include "models/tapefixture.h"
#include "settings/settings.h"
#include "views/anomaly/anomalypanel.h"
#include "views/look/rowtable.h"
#include "views/look/theme.h"

#include <QSignalSpy>
#include <QToolButton>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;
using models::Triage;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    settings::SettingsStore store{folder.filePath(QStringLiteral("settings.ini"))};
    settings::AnomalySettings settings{store};
    Tape tape;
    models::AnomalyModel model{tape.engine, tape.contracts};
    AnomalyPanel panel;

    explicit Fixture(int anomalies)
    {
        panel.setSettings(settings);
        panel.setModel(&model);
        panel.resize(800, 300);
        panel.show();
        panel.activateWindow();
        for (int i = 0; i < anomalies; ++i)
            raise(i);
        table()->setFocus();
    }
    void raise(int number)
    {
        const std::string strike = QString::number(100'000 + number * 5'000).rightJustified(8, QLatin1Char('0')).toStdString();
        tape.add({.ticker = "O:NVDA261218C" + strike, .size = Tape::kHuge, .atMs = 1000 * (number + 1)});
        for (const std::uint32_t id : tape.updated)
            model.onUpdated(id);
        tape.updated.clear();
        model.flush();
        panel.afterFlush();
    }
    RowTable* table() { return panel.findChild<RowTable*>(QStringLiteral("anomalyTable")); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(table(), key, modifiers); }
};

} // namespace

class TestAnomalyPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jAndKMoveThroughTheList()
    {
        Fixture f(4);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        QSignalSpy chosen(&f.panel, &AnomalyPanel::anomalyChosen);
        f.press(Qt::Key_J); // begins at the newest
        QCOMPARE(f.panel.selectedIds(), std::vector<quint32>{4});
        f.press(Qt::Key_J);
        f.press(Qt::Key_J);
        f.press(Qt::Key_K);
        QCOMPARE(f.panel.selectedIds(), std::vector<quint32>{3});
        QList<quint32> ids;
        for (const QList<QVariant>& arguments : chosen)
            ids << arguments.first().toUInt();
        QCOMPARE(ids, (QList<quint32>{4, 3, 2, 3}));
        for (int i = 0; i < 9; ++i)
            f.press(Qt::Key_J);
        QCOMPARE(f.panel.selectedIds(), std::vector<quint32>{1});
    }

    void theSelectionFollowsTheFindingToItsNewId()
    {
        Fixture f(3);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.press(Qt::Key_J); // 3
        f.press(Qt::Key_J); // 2
        QSignalSpy chosen(&f.panel, &AnomalyPanel::anomalyChosen);
        f.model.onJudgedAgain({1, 3, 2});
        QCOMPARE(f.panel.selectedIds(), std::vector<quint32>{3});
        QCOMPARE(chosen.count(), 0); // it is the one that is looked at already
        f.model.onJudgedAgain({1, 2, 0});
        QCOMPARE(f.panel.selectedIds(), std::vector<quint32>());
    }

    void choosingMarksAsSeen()
    {
        Fixture f(2);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.press(Qt::Key_J);
        QCOMPARE(f.model.triage(2), Triage::Seen);
        QCOMPARE(f.model.triage(1), Triage::New);
    }

    void spaceMakesNewAgainAndSeen()
    {
        Fixture f(2);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.press(Qt::Key_J);
        QCOMPARE(f.model.unseen(), 1);
        f.press(Qt::Key_Space);
        QCOMPARE(f.model.triage(2), Triage::New);
        QCOMPARE(f.model.unseen(), 2);
        f.press(Qt::Key_Space);
        QCOMPARE(f.model.triage(2), Triage::Seen);
        f.press(Qt::Key_U);
        QCOMPARE(f.model.triage(2), Triage::New);
    }

    void starAndDismissAndTakeBack()
    {
        Fixture f(3);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.press(Qt::Key_J);
        f.press(Qt::Key_S);
        QCOMPARE(f.model.triage(3), Triage::Starred);
        f.press(Qt::Key_J);
        f.press(Qt::Key_X);
        QCOMPARE(f.model.triage(2), Triage::Dismissed);
        QCOMPARE(f.model.rowCount(), 2);
        QCOMPARE(f.panel.selectedIds(), std::vector<quint32>{1}); // goes on to the next
        f.press(Qt::Key_U);
        QCOMPARE(f.model.triage(2), Triage::Seen);
        QCOMPARE(f.model.rowCount(), 3);
        f.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.model.triage(3), Triage::Seen);
        f.press(Qt::Key_U); // nothing left to take back
        QCOMPARE(f.model.rowCount(), 3);
    }

    void aSecondStarTakesItAway()
    {
        Fixture f(1);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.press(Qt::Key_J);
        f.press(Qt::Key_S);
        f.press(Qt::Key_S);
        QCOMPARE(f.model.triage(1), Triage::Seen);
    }

    void dismissingTheLastOneLeavesTheSentence()
    {
        Fixture f(1);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.panel.setEmptyText(QStringLiteral("Nothing unusual"));
        f.press(Qt::Key_J);
        f.press(Qt::Key_X);
        QCOMPARE(f.model.rowCount(), 0);
        QVERIFY(!f.table()->isVisible());
        QVERIFY(f.panel.findChild<QWidget*>(QStringLiteral("emptyLabel"))->isVisible());
    }

    void enterInspects()
    {
        Fixture f(2);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        QSignalSpy inspected(&f.panel, &AnomalyPanel::inspectRequested);
        f.press(Qt::Key_Return); // nothing is selected
        QCOMPARE(inspected.count(), 0);
        f.press(Qt::Key_J);
        f.press(Qt::Key_Return);
        QCOMPARE(inspected.count(), 1);
    }

    void newOnesDoNotMoveTheSelection()
    {
        Fixture f(3);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.press(Qt::Key_J);
        f.press(Qt::Key_J);
        QSignalSpy chosen(&f.panel, &AnomalyPanel::anomalyChosen);
        f.raise(10);
        f.raise(11);
        QCOMPARE(f.panel.selectedIds(), std::vector<quint32>{2});
        QCOMPARE(chosen.count(), 0);
    }

    void withoutAModelKeysDoNothing()
    {
        Fixture f(2);
        QVERIFY(QTest::qWaitForWindowActive(&f.panel));
        f.panel.setModel(nullptr);
        for (const Qt::Key key : {Qt::Key_J, Qt::Key_K, Qt::Key_S, Qt::Key_X, Qt::Key_U, Qt::Key_Return})
            f.press(key);
        QVERIFY(f.panel.selectedIds().empty());
    }

    void theBudgetStandsInTheHeadAndCanBeAskedFor()
    {
        AnomalyPanel panel;
        panel.resize(420, 200);
        panel.show();
        auto* button = panel.findChild<QToolButton*>(QStringLiteral("budgetButton"));
        QCOMPARE(button->text(), QStringLiteral("Sensitivity"));
        panel.setFlagsPerHour(12.4);
        QCOMPARE(button->text(), QString::fromUtf8("≈ 12 flags/h"));
        panel.setFlagsPerHour(1.26);
        QCOMPARE(button->text(), QString::fromUtf8("≈ 1.3 flags/h"));
        QSignalSpy asked(&panel, &AnomalyPanel::budgetRequested);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void aBustedOneIsStruckThroughButForTheWord()
    {
        Fixture f(1);
        f.tape.add({.ticker = "O:NVDA261218C00100000", .size = Tape::kHuge, .conditions = {201}, .atMs = 1500});
        for (const std::uint32_t id : f.tape.updated)
            f.model.onUpdated(id);
        f.model.flush();
        f.panel.setPalette(paletteOf(kLight));
        QCoreApplication::processEvents();
        const QImage image = f.table()->viewport()->grab().toImage();
        using Column = models::AnomalyModel::Column;
        QVERIFY(cellText(f.model, 0, int(Column::Kinds)).startsWith(QStringLiteral("busted")));
        // A line that runs through the whole cell, or none.
        const auto struck = [&](Column column) {
            const QRect cell = f.table()->visualRect(f.model.index(0, int(column)));
            int pixels = 0;
            for (int x = cell.left(); x <= cell.right(); ++x)
                pixels += image.pixel(x, cell.center().y()) == kLight.muted ? 1 : 0;
            return pixels >= cell.width() - 2;
        };
        QVERIFY(struck(Column::Contract));
        QVERIFY(!struck(Column::Kinds));
    }
};

QTEST_MAIN(TestAnomalyPanel)
#include "tst_anomalypanel.moc"

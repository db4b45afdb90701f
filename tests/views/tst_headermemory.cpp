// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "settings/settings.h"
#include "views/look/headermemory.h"
#include "views/look/rowtable.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>

using namespace flowglass;
using namespace flowglass::views;

namespace {

// One program run: a table whose columns are remembered in `file`.
struct Run
{
    settings::SettingsStore store;
    settings::TapeSettings settings{store};
    QStandardItemModel model{3, 4};
    RowTable table;
    HeaderMemory* memory;

    explicit Run(const QString& file) : store(file)
    {
        model.setHorizontalHeaderLabels({QStringLiteral("Time"), QStringLiteral("Contract"), QStringLiteral("Size"),
                                         QStringLiteral("Flag")});
        memory = new HeaderMemory(&table, settings.header,
                                  {{0, QStringLiteral("00:00:00.000")}, {1, QStringLiteral("NVDA 18 Dec 26 150 C")},
                                   {2, QStringLiteral("00")}, {3, QStringLiteral("Size")}});
        table.setModel(&model);
        memory->apply();
        table.resize(900, 200);
    }
    QHeaderView* header() { return table.horizontalHeader(); }
    QMenu* columnMenu()
    {
        Q_EMIT header()->customContextMenuRequested({5, 5});
        return table.findChild<QMenu*>();
    }
};

} // namespace

class TestHeaderMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void columnsAreWideEnoughForTheirSamples()
    {
        Run run(file());
        const QFontMetrics metrics(run.table.font());
        QVERIFY(run.header()->sectionSize(1) > metrics.horizontalAdvance(QStringLiteral("NVDA 18 Dec 26 150 C")));
        QVERIFY(run.header()->sectionSize(2) < run.header()->sectionSize(1));
    }

    void whatWasMovedResizedAndHiddenIsThereAgain()
    {
        {
            Run run(file());
            run.header()->moveSection(3, 0);
            run.header()->resizeSection(0, 321);
            QMenu* menu = run.columnMenu();
            menu->actions().at(2)->setChecked(false);
            menu->close();
            QVERIFY(run.header()->isSectionHidden(2));
        }
        Run run(file());
        QCOMPARE(run.header()->visualIndex(3), 0);
        QCOMPARE(run.header()->sectionSize(0), 321);
        QVERIFY(run.header()->isSectionHidden(2));
        QVERIFY(!run.header()->isSectionHidden(0));
    }

    void resetIsAsDesignedAndForgets()
    {
        {
            Run run(file());
            run.header()->moveSection(3, 0);
            run.header()->hideSection(1);
            run.memory->reset();
            QCOMPARE(run.header()->visualIndex(3), 3);
            QVERIFY(!run.header()->isSectionHidden(1));
        }
        Run run(file());
        QVERIFY(run.settings.header.value().isEmpty());
        QCOMPARE(run.header()->visualIndex(3), 3);
    }

    void theLastColumnCannotBeHidden()
    {
        Run run(file());
        for (const int column : {0, 1, 2})
            run.header()->hideSection(column);
        QMenu* menu = run.columnMenu();
        QVERIFY(!menu->actions().at(3)->isEnabled());
        QVERIFY(menu->actions().at(0)->isEnabled());
    }

    void rememberedNonsenseIsAsDesigned()
    {
        {
            settings::SettingsStore store(file());
            settings::TapeSettings settings(store);
            settings.header.setValue("no header state");
        }
        Run run(file());
        QCOMPARE(run.header()->visualIndex(0), 0);
        QCOMPARE(run.header()->hiddenSectionCount(), 0);
    }

    void anotherModelKeepsTheColumns() // going from the demo to live must not lose them
    {
        Run run(file());
        run.header()->moveSection(3, 0);
        QStandardItemModel other(1, 4);
        run.table.setModel(nullptr);
        run.table.setModel(&other);
        run.memory->apply();
        QCOMPARE(run.header()->visualIndex(3), 0);
    }

private:
    QString file() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestHeaderMemory)
#include "tst_headermemory.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/parts/sizeheat.h"
#include "models/tapefixture.h"
#include "models/tradetapemodel.h"

using namespace flowglass;
using namespace flowglass::test;
using models::SizeHeat;
using Column = models::TradeTapeModel::Column;

class TestSizeHeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSizeIsComparedWithThoseBeforeIt()
    {
        Tape tape;
        for (std::uint32_t i = 0; i < 40; ++i)
            tape.add({.size = 1 + i % 10});
        const std::uint64_t eight = tape.add({.size = 8});
        const std::uint64_t huge = tape.add({.size = 500});
        tape.add({.size = 9'000});
        const SizeHeat heat(tape.store);
        QCOMPARE(heat.of(eight), std::optional(70));
        QCOMPARE(heat.of(huge), std::optional(100));
        QCOMPARE(heat.of(eight), std::optional(70)); // as it is kept
    }

    void withoutEnoughBeforeItThereIsNoAnswer()
    {
        Tape tape;
        std::uint64_t row = 0;
        for (std::size_t i = 0; i < SizeHeat::kFewest; ++i)
            row = tape.add({});
        tape.add({.ticker = "O:AAPL261120C00200000"}); // of another contract
        const std::uint64_t enough = tape.add({});
        const SizeHeat heat(tape.store);
        QVERIFY(!heat.of(row).has_value());
        QCOMPARE(heat.of(enough), std::optional(0));
    }

    void lateReportsDoNotCount()
    {
        Tape tape;
        for (std::size_t i = 0; i < SizeHeat::kFewest; ++i)
            tape.add({.conditions = {202}});
        const SizeHeat heat(tape.store);
        QVERIFY(!heat.of(tape.add({.size = 9})).has_value());
        for (std::size_t i = 0; i < SizeHeat::kFewest; ++i)
            tape.add({});
        QVERIFY(!heat.of(tape.add({.size = 9, .conditions = {201}})).has_value());
        QVERIFY(heat.of(tape.add({.size = 9})).has_value());
    }

    void rowsThatShareAPlaceAreToldApart()
    {
        Tape tape;
        for (int i = 0; i < 600; ++i)
            tape.store.append(tape.trade({.size = std::uint32_t(i < 300 ? 5 : 1)}));
        const SizeHeat heat(tape.store);
        const std::uint64_t large = tape.store.append(tape.trade({.size = 9}));
        QCOMPARE(heat.of(large), std::optional(100));
        QCOMPARE(heat.of(large - 256), std::optional(0));
        QCOMPARE(heat.of(large), std::optional(100));
    }

    void theTapeAnswersForSizesOnly()
    {
        Tape tape;
        for (int i = 0; i < 30; ++i)
            tape.add({.size = 1});
        tape.add({.size = 7});
        models::TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        model.flush();
        QCOMPARE(cell(model, 0, int(Column::Size), models::HeatRole).toInt(), 100);
        QVERIFY(cell(model, 0, int(Column::Size), Qt::ToolTipRole).toString().contains(QStringLiteral("100 %")));
        QVERIFY(!cell(model, 0, int(Column::Price), models::HeatRole).isValid());
        QVERIFY(!cell(model, 30, int(Column::Size), models::HeatRole).isValid());
    }

    void painting()
    {
        Tape tape;
        tape.addUnjudged(50'000);
        const SizeHeat heat(tape.store);
        std::uint64_t row = 20'000;
        QBENCHMARK { heat.of(row++); } // a row that was not painted before
    }
};

QTEST_GUILESS_MAIN(TestSizeHeat)
#include "tst_sizeheat.moc"

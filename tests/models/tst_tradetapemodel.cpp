// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/tapefixture.h"
#include "models/tradetapemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using models::TradeTapeModel;
using Column = models::TradeTapeModel::Column;
using Rows = std::vector<qulonglong>;

namespace {

domain::TradeFilter filterOf(const char* text)
{
    return domain::TradeFilter::parse(QString::fromLatin1(text)).value();
}

constexpr TradeTapeModel::Config kPatient{std::chrono::hours(1)}; // one flush looks at everything

// What the tape must show, by looking at every print of the store.
Rows expectedRows(const Tape& tape, const domain::TradeFilter& filter, bool newestFirst)
{
    Rows rows;
    const auto newYork = domain::ZoneTime::newYork();
    const auto& gaps = tape.store.gaps();
    std::size_t gap = 0;
    while (gap < gaps.size() && gaps[gap].beforeRow < tape.store.begin())
        ++gap;
    for (std::uint64_t row = tape.store.begin(); row <= tape.store.end(); ++row) {
        for (; gap < gaps.size() && gaps[gap].beforeRow == row; ++gap)
            rows.push_back(kGapRow);
        if (row == tape.store.end())
            break;
        const domain::Trade& trade = tape.store[row];
        const domain::TradeFilter::Standing standing{tape.isFlagged(row), tape.store.isTakenBack(row)};
        if (filter.matches(trade, tape.contracts[trade.contract], standing, newYork))
            rows.push_back(row);
    }
    if (newestFirst)
        std::ranges::reverse(rows);
    return rows;
}

} // namespace

class TestTradeTapeModel : public QObject
{
    Q_OBJECT

private:
    // Any change that announces rows wrongly fails in the tester; any row lost or doubled in the comparison.
    void walk(std::size_t capacity, const std::vector<const char*>& filters, int steps, int printsPerStep,
              unsigned seed)
    {
        std::mt19937 random(seed);
        Tape tape(capacity);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(filterOf(filters.front()));
        Rows frozen; // what a paused tape shows
        for (int step = 0; step < steps; ++step) {
            switch (random() % 8) {
            case 0:
                model.setNewestFirst(!model.isNewestFirst());
                std::ranges::reverse(frozen);
                break;
            case 1:
                model.setPaused(!model.isPaused());
                frozen = shownRows(model);
                break;
            case 2:
                model.setFilter(filterOf(filters[random() % filters.size()]));
                if (model.isPaused())
                    model.setPaused(false);
                break;
            case 3:
                tape.store.addGap({kMorning, kMorning + std::chrono::seconds(3), QStringLiteral("lost")}, kMorning);
                break;
            default:
                tape.addRandom(int(random() % unsigned(printsPerStep)), random);
            }
            tape.handOver(model);
            model.flush();
            if (!model.isPaused()) {
                QCOMPARE(model.pending(), 0);
                QCOMPARE(shownRows(model), expectedRows(tape, model.filter(), model.isNewestFirst()));
                continue;
            }
            std::erase_if(frozen, [&](qulonglong row) { return row != kGapRow && row < tape.store.begin(); });
            Rows shown = shownRows(model);
            const Rows all = expectedRows(tape, model.filter(), model.isNewestFirst());
            QVERIFY(std::ranges::count(shown, kGapRow) <= std::ranges::count(frozen, kGapRow));
            std::erase(shown, kGapRow);
            Rows kept = frozen;
            std::erase(kept, kGapRow);
            QCOMPARE(shown, kept);
            if (!model.filter().dependsOnFlags())
                QCOMPARE(std::size_t(model.rowCount() + model.pending()), all.size());
        }
        model.setPaused(false);
        model.flush();
        QCOMPARE(shownRows(model), expectedRows(tape, model.filter(), model.isNewestFirst()));
    }

private Q_SLOTS:
    void randomWalk_data()
    {
        QTest::addColumn<std::vector<const char*>>("filters");
        QTest::addColumn<int>("prints");
        QTest::addColumn<int>("steps");
        // Small tables: after each signal the tester looks at every cell.
        QTest::newRow("without a filter") << std::vector<const char*>{""} << 6 << 60;
        QTest::newRow("with a filter of numbers and text")
            << std::vector<const char*>{"size>=15", "put", "box size>=5", "-call"} << 25 << 60;
        QTest::newRow("flagged prints, which change their flag later")
            << std::vector<const char*>{"flagged", "flagged", "-flagged size>=20"} << 80 << 80;
        QTest::newRow("unusual prints, which a cancel takes back")
            << std::vector<const char*>{"unusual", "unusual -flagged", "-unusual size>=19"} << 80 << 80;
        QTest::newRow("with eviction") << std::vector<const char*>{"size>=60500", "size>=60300 put"} << 60'000 << 24;
    }
    void randomWalk()
    {
        QFETCH(std::vector<const char*>, filters);
        QFETCH(int, prints);
        QFETCH(int, steps);
        for (unsigned seed = 1; seed <= 3; ++seed)
            walk(131'072, filters, steps, prints, seed);
    }

    void aCancelTakesAnUnusualPrintOutOfTheFilter_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::newRow("at once") << false;
        QTest::newRow("after a pause") << true;
    }
    void aCancelTakesAnUnusualPrintOutOfTheFilter()
    {
        QFETCH(bool, paused);
        Tape tape;
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        TradeTapeModel others(tape.store, tape.contracts, tape.engine, kPatient);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(filterOf("unusual"));
        others.setFilter(filterOf("-unusual"));
        tape.add({.size = 2, .conditions = {219}});
        tape.add({.size = 3, .conditions = {219}}); // no anomaly tells that it is cancelled
        tape.add({.size = 4});
        const auto hand = [&] {
            tape.handOver(model);
            model.flush();
            others.flush();
        };
        hand();
        QCOMPARE(shownRows(model), (Rows{1, 0}));
        QCOMPARE(shownRows(others), (Rows{2}));
        model.setPaused(paused);
        tape.add({.size = 3, .conditions = {201}});
        tape.add({.size = 4, .conditions = {201}}); // was not unusual
        QVERIFY(tape.store.isTakenBack(1) && tape.store.isTakenBack(2));
        hand();
        if (paused)
            QCOMPARE(shownRows(model), (Rows{1, 0}));
        model.setPaused(false);
        QCOMPARE(shownRows(model), (Rows{0}));
        QCOMPARE(shownRows(others), (Rows{4, 3, 2, 1}));
        tape.store.putBack(1); // a second judgement finds that another was meant
        model.onJudgedAgain();
        QCOMPARE(shownRows(model), (Rows{1, 0}));
    }

    void oneTickIsOneInsertion()
    {
        Tape tape;
        std::mt19937 random(1);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        tape.addRandom(1000, random);
        tape.handOver(model);
        model.flush();
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        tape.addRandom(20'000, random);
        tape.handOver(model);
        model.flush();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.front().at(1).toInt(), 0);
        QCOMPARE(inserted.front().at(2).toInt(), 19'999);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(reset.size(), 0);
        QVERIFY(changed.size() <= 8);
        model.flush();
        QCOMPARE(inserted.size(), 1);
        QVERIFY(changed.size() <= 8);
    }

    void anEvictionIsOneRemovalAtTheOldEnd()
    {
        Tape tape(131'072);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        tape.addUnjudged(131'072);
        model.flush();
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        tape.addUnjudged(1);
        const int last = model.rowCount() - 1;
        // Evicted, but not flushed: such a row has nothing to say, and must not be looked up.
        QVERIFY(!cell(model, last, 0).isValid());
        QVERIFY(cell(model, 0, 0).isValid());
        model.flush();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.front().at(1).toInt(), 131'072 - 65'536);
        QCOMPARE(removed.front().at(2).toInt(), 131'071);
        QCOMPARE(model.rowCount(), 65'537);
    }

    void morePrintsThanTheStoreHoldsInOneTick()
    {
        Tape tape(131'072);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        tape.addUnjudged(10);
        model.flush();
        tape.addUnjudged(400'000);
        model.flush();
        QCOMPARE(shownRows(model), expectedRows(tape, {}, true));
    }

    void nothingIsLostWhilePaused()
    {
        Tape tape;
        std::mt19937 random(5);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        model.setFilter(filterOf("size>=10"));
        tape.addRandom(500, random);
        model.flush();
        model.setPaused(true);
        const Rows before = shownRows(model);
        for (int tick = 0; tick < 20; ++tick) {
            tape.addRandom(100, random);
            model.flush();
        }
        QCOMPARE(shownRows(model), before);
        const Rows all = expectedRows(tape, model.filter(), true);
        QCOMPARE(std::size_t(model.pending()), all.size() - before.size());
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setPaused(false);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.pending(), 0);
        QCOMPARE(shownRows(model), all);
    }

    void aSelectedPrintStaysSelectedWhileOthersArrive()
    {
        Tape tape;
        std::mt19937 random(3);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        tape.addRandom(50, random);
        model.flush();
        const QPersistentModelIndex selected = model.index(10, 0);
        const auto row = model.storeRow(10);
        tape.addRandom(77, random);
        model.flush();
        QCOMPARE(selected.row(), 87);
        QVERIFY(model.storeRow(selected.row()) == row);
        QCOMPARE(model.rowOf(*row), 87);
    }

    void rowsAndStoreRowsFindEachOther()
    {
        Tape tape;
        std::mt19937 random(3);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        tape.addRandom(20, random);
        tape.store.addGap({}, {});
        tape.addRandom(20, random);
        model.flush();
        for (const bool newestFirst : {true, false}) {
            model.setNewestFirst(newestFirst);
            for (std::uint64_t row = 0; row < 40; ++row)
                QVERIFY(model.storeRow(model.rowOf(row)) == row);
            QVERIFY(!model.storeRow(20)); // the gap is in the middle either way
            QVERIFY(!model.storeRow(-1));
            QVERIFY(!model.storeRow(41));
            QCOMPARE(model.rowOf(40), -1);
        }
    }

    void gapsStandBetweenThePrintsAroundThem()
    {
        Tape tape;
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kPatient);
        model.setNewestFirst(false);
        tape.add({});
        model.flush();
        tape.store.addGap({kMorning, kMorning + std::chrono::seconds(14), QStringLiteral("connection lost")}, kMorning);
        model.flush(); // shown before any print follows
        QCOMPARE(shownRows(model), (Rows{0, kGapRow}));
        tape.add({});
        model.flush();
        QCOMPARE(shownRows(model), (Rows{0, kGapRow, 1}));
        QCOMPARE(cellText(model, 1, int(Column::Contract)),
                 QStringLiteral("Gap: 10:04:05 – 10:04:19, connection lost"));
        QCOMPARE(cell(model, 1, 0, models::FlagRole).toUInt(), 0U);
        QVERIFY(!cell(model, 1, 0, Qt::ToolTipRole).toString().isEmpty());
        model.setFilter(filterOf("size>=1000"));
        QCOMPARE(shownRows(model), (Rows{kGapRow})); // missing time is news under any filter
    }
};

QTEST_MAIN(TestTradeTapeModel)
#include "tst_tradetapemodel.moc"

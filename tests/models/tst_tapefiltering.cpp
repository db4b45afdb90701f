// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/tapefixture.h"
#include "models/tradetapemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using models::TradeTapeModel;
using Rows = std::vector<qulonglong>;

namespace {

constexpr TradeTapeModel::Config kHasty{std::chrono::milliseconds(0)}; // the smallest slices

domain::TradeFilter filterOf(const char* text)
{
    return domain::TradeFilter::parse(QString::fromLatin1(text)).value();
}

Rows rowsOfSizeAtLeast(const Tape& tape, std::uint32_t size) // newest first
{
    Rows rows;
    for (std::uint64_t row = tape.store.end(); row > tape.store.begin(); --row) {
        if (tape.store[row - 1].size >= size)
            rows.push_back(row - 1);
    }
    return rows;
}

void finish(TradeTapeModel& model)
{
    int flushes = 0;
    do {
        model.flush();
    } while (model.isFiltering() && ++flushes < 10'000);
    model.flush();
}

} // namespace

// Filters over more prints than one flush may look at.
class TestTapeFiltering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestMatchesComeFirst()
    {
        Tape tape;
        std::mt19937 random(1);
        tape.addRandom(5000, random);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kHasty);
        finish(model);
        QCOMPARE(model.rowCount(), 5000);

        model.setFilter(filterOf("size>=10"));
        const Rows all = rowsOfSizeAtLeast(tape, 10);
        const Rows first = shownRows(model);
        QVERIFY(!first.empty());
        QVERIFY(first.size() < all.size());
        QVERIFY(std::ranges::equal(first, std::span(all).first(first.size())));
        QVERIFY(model.isFiltering());
        finish(model);
        QVERIFY(!model.isFiltering());
        QCOMPARE(shownRows(model), all);
    }

    void progressOnlyRises()
    {
        Tape tape;
        std::mt19937 random(1);
        tape.addRandom(5000, random);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kHasty);
        model.setFilter(filterOf("size>=10"));
        double progress = model.filterProgress();
        QVERIFY(progress < 0.2);
        while (model.isFiltering()) {
            model.flush();
            QVERIFY(model.filterProgress() > progress);
            progress = model.filterProgress();
        }
        QCOMPARE(progress, 1.0);
    }

    void printsThatArriveMeanwhileAreThereToo()
    {
        Tape tape;
        std::mt19937 random(2);
        tape.addRandom(5000, random);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kHasty);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(filterOf("size>=20"));
        for (int tick = 0; tick < 10; ++tick) {
            tape.addRandom(200, random);
            model.flush();
        }
        finish(model);
        QCOMPARE(shownRows(model), rowsOfSizeAtLeast(tape, 20));
    }

    void aBurstIsCaughtUpInSlicesToo()
    {
        Tape tape;
        std::mt19937 random(2);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kHasty);
        tape.addRandom(3000, random);
        model.flush();
        QCOMPARE(model.rowCount(), int(models::TapeScanner::kStep));
        for (int tick = 0; tick < 20; ++tick)
            model.flush();
        QCOMPARE(shownRows(model), rowsOfSizeAtLeast(tape, 0));
    }

    void pausingAndGoingOnInTheMiddleOfASearchLosesNothing()
    {
        std::mt19937 random(4);
        for (int round = 0; round < 10; ++round) {
            Tape tape;
            tape.addRandom(4000, random);
            TradeTapeModel model(tape.store, tape.contracts, tape.engine, kHasty);
            QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            model.setFilter(filterOf("size>=20"));
            for (int step = 0; step < 12; ++step) {
                if (random() % 4 == 0)
                    model.setPaused(!model.isPaused());
                if (random() % 8 == 0)
                    model.setFilter(filterOf(random() % 2 == 0 ? "size>=19" : "size>=20"));
                if (random() % 8 == 0)
                    tape.store.addGap({}, {});
                tape.addRandom(int(random() % 300), random);
                model.flush();
            }
            model.setPaused(false);
            for (int step = 0; step < 100; ++step)
                model.flush();
            Rows shown = shownRows(model);
            QCOMPARE(std::size_t(std::erase(shown, kGapRow)), tape.store.gaps().size());
            const bool nineteen = model.filter() == filterOf("size>=19");
            QCOMPARE(shown, rowsOfSizeAtLeast(tape, nineteen ? 19 : 20));
        }
    }

    void evictionDuringASearchEndsIt()
    {
        Tape tape(131'072);
        tape.addUnjudged(131'072);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine, kHasty);
        model.setFilter(filterOf("size>=20"));
        tape.addUnjudged(65'536); // half of what was to be searched goes
        for (int step = 0; step < 600; ++step)
            model.flush();
        QVERIFY(!model.isFiltering());
        QCOMPARE(shownRows(model), rowsOfSizeAtLeast(tape, 20));
    }

    void theSameFilterAgainChangesNothing()
    {
        Tape tape;
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        model.setFilter(filterOf("put"));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setFilter(filterOf("put"));
        QCOMPARE(reset.size(), 0);
    }

    // A figure to read, not a limit: machines differ. The bound only catches a slice that is not one.
    void aFlushOverAMillionPrintsStaysShort()
    {
        Tape tape(2'000'000);
        const domain::Trade print = tape.trade({});
        for (int i = 0; i < 1'000'000; ++i)
            tape.store.append(print);
        TradeTapeModel model(tape.store, tape.contracts, tape.engine);
        finish(model);
        QElapsedTimer timer;
        timer.start();
        model.setFilter(filterOf("nvda size<5"));
        qint64 worst = timer.restart();
        int flushes = 0;
        for (; model.isFiltering(); ++flushes) {
            timer.start();
            model.flush();
            worst = std::max(worst, timer.nsecsElapsed() / 1'000'000);
        }
        qInfo("1,000,000 prints through a text filter: %d flushes, the longest %lld ms", flushes, worst);
        QCOMPARE(model.rowCount(), 1'000'000);
        QVERIFY(worst < 100);
    }
};

QTEST_MAIN(TestTapeFiltering)
#include "tst_tapefiltering.moc"

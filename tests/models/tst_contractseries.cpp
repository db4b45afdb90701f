// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/contractseries.h"
#include "models/tapefixture.h"

#include <QElapsedTimer>

#include <numeric>

using namespace flowglass;
using namespace flowglass::test;
using models::ContractSeries;

namespace {

void complete(ContractSeries& series, const tape::TradeStore& store)
{
    do {
        series.update(store);
    } while (!series.isComplete());
}

std::uint64_t volumeOf(const ContractSeries& series)
{
    const auto bars = series.bars();
    return std::accumulate(bars.begin(), bars.end(), std::uint64_t(0),
                           [](std::uint64_t sum, const ContractSeries::Bar& bar) { return sum + bar.volume; });
}

constexpr domain::ContractId kFirst{0};

} // namespace

class TestContractSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWithoutAContract()
    {
        Tape tape;
        tape.add({});
        ContractSeries series;
        QVERIFY(!series.update(tape.store));
        QVERIFY(series.isEmpty());
        QVERIFY(series.isComplete());
        QVERIFY(series.dots().empty());
        QVERIFY(series.bars().empty());
        QCOMPARE(series.maxBarVolume(), std::uint64_t(0));
    }

    void fewPrintsAreAllThere()
    {
        Tape tape;
        tape.add({.price = 25'000, .size = 3, .atMs = 0});
        tape.add({.ticker = "O:AAPL261120C00200000", .price = 99'000, .size = 900, .atMs = 10});
        tape.add({.price = 26'000, .size = 5, .atMs = 2'500});
        tape.add({.price = 24'000, .size = 1, .atMs = 2'600});
        ContractSeries series;
        series.setContract(kFirst);
        QVERIFY(series.update(tape.store));
        QVERIFY(!series.update(tape.store));
        QCOMPARE(series.dots().size(), std::size_t(3));
        QCOMPARE(series.dots()[1].price.units(), 26'000);
        QCOMPARE(series.dots()[1].row, std::uint64_t(2));
        QCOMPARE(series.lowest().units(), 24'000);
        QCOMPARE(series.highest().units(), 26'000);
        QCOMPARE(series.maxSize(), 5U);
        QCOMPARE(series.first(), kMorning);
        QCOMPARE(series.last(), kMorning + std::chrono::milliseconds(2'600));
        const std::vector<ContractSeries::Bar> expected
            = {{kMorning, 3}, {kMorning + std::chrono::seconds(1), 0}, {kMorning + std::chrono::seconds(2), 6}};
        QVERIFY(series.bars() == expected);
        QCOMPARE(series.maxBarVolume(), std::uint64_t(6));
    }

    void cancelsAndLateReportsAreLeftOut()
    {
        Tape tape;
        tape.add({.price = 25'000, .size = 3});
        tape.add({.price = 99'000, .size = 4, .conditions = {202}});
        tape.add({.price = 98'000, .size = 5, .conditions = {201}}); // names no print
        tape.add({.price = 97'000, .size = 7, .conditions = {247}}); // compression: volume without a price
        ContractSeries series;
        series.setContract(kFirst);
        complete(series, tape.store);
        QCOMPARE(series.dots().size(), std::size_t(1));
        QCOMPARE(series.highest().units(), 25'000);
        QCOMPARE(volumeOf(series), std::uint64_t(10));
    }

    void aPrintTakenBackDisappears()
    {
        Tape tape;
        tape.add({.price = 25'000, .size = 3});
        tape.add({.price = 29'000, .size = 8});
        ContractSeries series;
        series.setContract(kFirst);
        series.update(tape.store);
        QCOMPARE(volumeOf(series), std::uint64_t(11));
        tape.add({.price = 29'000, .size = 8, .conditions = {201}});
        QVERIFY(tape.store.isTakenBack(1));
        QVERIFY(series.update(tape.store));
        QCOMPARE(volumeOf(series), std::uint64_t(3));
        QCOMPARE(series.dots().size(), std::size_t(1));
        QCOMPARE(series.highest().units(), 25'000);
    }

    void aNewDayStartsOver()
    {
        Tape tape;
        tape.add({.price = 25'000, .size = 3, .atMs = 0});
        tape.add({.price = 20'000, .size = 4, .atMs = 24 * 3'600'000});
        tape.add({.price = 90'000, .size = 5, .atMs = 1'000}); // of yesterday, late
        ContractSeries series;
        series.setContract(kFirst);
        complete(series, tape.store);
        QCOMPARE(series.dots().size(), std::size_t(1));
        QCOMPARE(volumeOf(series), std::uint64_t(4));
        QCOMPARE(series.highest().units(), 20'000);
    }

    void limitsHoldForAnyTimes_data()
    {
        QTest::addColumn<int>("spanSeconds");
        QTest::newRow("all in one second") << 1;
        QTest::newRow("a minute") << 60;
        QTest::newRow("a minute and a bit") << 61;
        QTest::newRow("an hour") << 3'700;
        QTest::newRow("a session") << 23'400;
        QTest::newRow("all that is left of the day") << 50'000;
    }
    void limitsHoldForAnyTimes()
    {
        QFETCH(int, spanSeconds);
        std::mt19937 random(9);
        Tape tape;
        std::uint64_t volume = 0;
        std::uint32_t largest = 0;
        for (int i = 0; i < 30'000; ++i) {
            Print print;
            print.size = 1 + std::uint32_t(random() % 300);
            print.price = std::int32_t(20'000 + random() % 9'000);
            print.atMs = std::int64_t(random() % (unsigned(spanSeconds) * 1000U)); // in no order at all
            volume += print.size;
            largest = std::max(largest, print.size);
            tape.store.append(tape.trade(print));
        }
        ContractSeries series;
        series.setContract(kFirst);
        complete(series, tape.store);
        QVERIFY(series.bars().size() <= ContractSeries::kMaxBars);
        QVERIFY(series.bars().size() > std::min<std::size_t>(std::size_t(spanSeconds) / 2, 10));
        QVERIFY(series.dots().size() <= ContractSeries::kMaxDots);
        QVERIFY(series.dots().size() >= 4);
        QCOMPARE(volumeOf(series), volume);
        QCOMPARE(series.maxSize(), largest);
        QVERIFY(std::ranges::any_of(series.dots(), [&](const auto& dot) { return dot.size == largest; }));
        QVERIFY(std::ranges::is_sorted(series.dots(), std::ranges::less(), &ContractSeries::Dot::time));
        for (const ContractSeries::Bar& bar : series.bars())
            QCOMPARE(bar.from.value % series.barWidth().count(), std::int64_t(0));
        QVERIFY(series.bars().front().from <= series.first());
        QVERIFY(series.last() < series.bars().back().from + series.barWidth());
    }

    void bitByBitGivesTheSameAsAtOnce()
    {
        std::mt19937 random(10);
        Tape tape;
        ContractSeries live;
        live.setContract(kFirst);
        for (int tick = 0; tick < 200; ++tick) {
            for (unsigned i = 0; i < random() % 60; ++i)
                tape.store.append(tape.trade({.price = 25'000, .size = 1 + std::uint32_t(random() % 99)}));
            live.update(tape.store);
        }
        ContractSeries later;
        later.setContract(kFirst);
        complete(later, tape.store);
        QVERIFY(later.bars() == live.bars());
        QVERIFY(later.dots() == live.dots());
    }

    void theAnomalysPrintsAreAlwaysDrawn()
    {
        Tape tape;
        std::vector<domain::AnomalyPrint> prints;
        for (int i = 0; i < 10'000; ++i) {
            const domain::Trade trade = tape.trade({.price = 25'000, .size = i % 100 == 0 ? 1U : 50U});
            const std::uint64_t row = tape.store.append(trade);
            if (i % 100 == 0)
                prints.push_back({trade, row, false});
        }
        prints.push_back({tape.trade({.ticker = "O:AAPL261120C00200000"}), 1, false}); // of another contract
        ContractSeries series;
        series.setContract(kFirst);
        complete(series, tape.store);
        QVERIFY(std::ranges::none_of(series.dots(), &ContractSeries::Dot::highlighted));
        series.setHighlight(prints);
        QVERIFY(series.update(tape.store));
        QCOMPARE(std::ranges::count_if(series.dots(), &ContractSeries::Dot::highlighted), std::ptrdiff_t(100));
        QVERIFY(series.dots().size() <= ContractSeries::kMaxDots);
        series.setContract(domain::ContractId{1});
        complete(series, tape.store);
        QVERIFY(series.dots().empty());
    }

    void noMoreThanTheLimitEvenOfAHugeAnomaly()
    {
        Tape tape;
        std::vector<domain::AnomalyPrint> prints;
        for (int i = 0; i < 3'000; ++i) {
            const domain::Trade trade = tape.trade({.size = 1 + std::uint32_t(i)});
            prints.push_back({trade, tape.store.append(trade), false});
        }
        ContractSeries series;
        series.setContract(kFirst);
        series.setHighlight(prints);
        complete(series, tape.store);
        QCOMPARE(series.dots().size(), ContractSeries::kMaxDots);
        QCOMPARE(series.dots().back().size, 3'000U);
    }

    // The bound on rows is what counts; the time is a figure to read.
    void aMillionPrintsAreTakenInBoundedBites()
    {
        Tape tape(1'500'000);
        for (int i = 0; i < 1'000'000; ++i)
            tape.store.append(tape.trade({.size = 1 + std::uint32_t(i % 7), .atMs = i * 20LL}));
        ContractSeries series;
        series.setContract(kFirst);
        QElapsedTimer timer;
        qint64 worst = 0;
        int updates = 0;
        do {
            timer.start();
            series.update(tape.store);
            worst = std::max(worst, timer.nsecsElapsed());
            ++updates;
        } while (!series.isComplete());
        qInfo("1,000,000 prints: %d updates, the longest %.2f ms", updates, double(worst) / 1e6);
        QCOMPARE(updates, 50);
        QVERIFY(series.bars().size() <= ContractSeries::kMaxBars);
        QVERIFY(series.dots().size() <= ContractSeries::kMaxDots);
        QVERIFY(worst < 100'000'000);
    }
};

QTEST_GUILESS_MAIN(TestContractSeries)
#include "tst_contractseries.moc"

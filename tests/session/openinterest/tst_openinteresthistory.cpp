// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/openinterest/openinteresthistory.h"

using namespace flowglass;
using domain::OpenInterestOfDay;
using domain::UnixNs;
using session::OpenInterestHistory;

namespace {

constexpr const char* kCall = "O:NVDA261218C00150000";
constexpr const char* kPut = "O:NVDA261218P00150000";
constexpr std::int32_t kDay = 20'776; // 2026-11-19
using Days = std::vector<OpenInterestOfDay>;

std::string contract(int number)
{
    return "O:NVDA261218C" + QString::number(number).rightJustified(8, QLatin1Char('0')).toStdString();
}

} // namespace

class TstOpenInterestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysStandInOrder();
    void theLastWordOfADayHolds();
    void whatIsNoContractIsNotKept();
    void aContractKeepsItsNewestDays();
    void theOldestDaysOfAllMakeRoom();
    void oneDayThatFillsAllStaysWithinTheBound();
    void twoHistoriesBecomeOne();
};

void TstOpenInterestHistory::daysStandInOrder()
{
    OpenInterestHistory history;
    QVERIFY(history.of(kCall).empty());
    QVERIFY(history.add(kCall, {kDay + 1, 200}, {2}));
    QVERIFY(history.add(kCall, {kDay, 100}, {1}));
    QVERIFY(history.add(kPut, {kDay, 0}, {1})); // a zero that was said is a zero
    QVERIFY(history.of(kCall) == (Days{{kDay, 100}, {kDay + 1, 200}}));
    QVERIFY(history.of(kPut) == (Days{{kDay, 0}}));
    QCOMPARE(history.size(), std::size_t(3));
}

void TstOpenInterestHistory::theLastWordOfADayHolds()
{
    OpenInterestHistory history;
    QVERIFY(history.add(kCall, {kDay, 100}, {10}));
    QVERIFY(!history.add(kCall, {kDay, 100}, {20})); // nothing new
    QVERIFY(history.add(kCall, {kDay, 130}, {30}));
    QVERIFY(!history.add(kCall, {kDay, 100}, {15})); // told before
    QVERIFY(history.of(kCall) == (Days{{kDay, 130}}));
    QCOMPARE(history.size(), std::size_t(1));
}

void TstOpenInterestHistory::whatIsNoContractIsNotKept()
{
    OpenInterestHistory history;
    QVERIFY(!history.add("NVDA", {kDay, 100}, {1}));
    QVERIFY(!history.add("O:NVDA261218C0015 000", {kDay, 100}, {1}));
    QVERIFY(!history.add(kCall, {kDay, -1}, {1}));
    QCOMPARE(history.size(), std::size_t(0));
}

void TstOpenInterestHistory::aContractKeepsItsNewestDays()
{
    OpenInterestHistory history;
    const int most = int(OpenInterestHistory::kMostDays);
    for (int day = 0; day < most + 5; ++day)
        QVERIFY(history.add(kCall, {kDay + day, day}, {day}));
    QVERIFY(!history.add(kCall, {kDay, 1}, {1'000})); // older than all that is kept
    const Days days = history.of(kCall);
    QCOMPARE(int(days.size()), most);
    QCOMPARE(history.size(), days.size());
    QCOMPARE(days.front().day, kDay + 5);
    QCOMPARE(days.back().day, kDay + most + 4);
}

void TstOpenInterestHistory::theOldestDaysOfAllMakeRoom()
{
    OpenInterestHistory history(100);
    for (int day = 0; day < 40; ++day) {
        for (int number = 1; number <= 7; ++number)
            QVERIFY(history.add(contract(number), {kDay + day, day}, {day}));
        QVERIFY(history.size() <= 100);
    }
    QVERIFY(history.size() > 80);
    for (int number = 1; number <= 7; ++number) {
        const Days days = history.of(contract(number));
        QCOMPARE(days.back().day, kDay + 39);
        QCOMPARE(days.size(), std::size_t(days.back().day - days.front().day + 1)); // no hole
    }
    std::size_t visited = 0;
    history.forEach([&visited](const std::string&, const OpenInterestOfDay&) { ++visited; });
    QCOMPARE(visited, history.size());
}

void TstOpenInterestHistory::oneDayThatFillsAllStaysWithinTheBound()
{
    OpenInterestHistory history(100);
    for (int number = 1; number <= 150; ++number)
        QCOMPARE(history.add(contract(number), {kDay, number}, {1}), number <= 100);
    QCOMPARE(history.size(), std::size_t(100));
    QVERIFY(!history.add(contract(1), {kDay - 1, 5}, {1})); // nothing newer goes for it
    QVERIFY(history.add(contract(1), {kDay, 5}, {1}));      // but what is there can change
    QVERIFY(history.add(contract(1), {kDay + 1, 5}, {1}));  // and a new day begins
    QCOMPARE(history.size(), std::size_t(1));
}

void TstOpenInterestHistory::twoHistoriesBecomeOne()
{
    OpenInterestHistory history;
    history.add(kCall, {kDay, 100}, {});
    history.add(kPut, {kDay, 5}, {});
    OpenInterestHistory since;
    since.add(kCall, {kDay, 110}, {7});
    since.add(kCall, {kDay + 1, 120}, {8});
    history.add(since);
    QVERIFY(history.of(kCall) == (Days{{kDay, 110}, {kDay + 1, 120}}));
    QVERIFY(history.of(kPut) == (Days{{kDay, 5}}));
}

QTEST_GUILESS_MAIN(TstOpenInterestHistory)
#include "tst_openinteresthistory.moc"

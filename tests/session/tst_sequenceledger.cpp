// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/routing/sequenceledger.h"

#include <random>
#include <set>

using flowglass::domain::ContractId;
using flowglass::session::SequenceLedger;
using flowglass::session::SequenceSet;

// The exact duplicate check, against std::set and at its edges.
class TstSequenceLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersExactlyWhatItSaw_data();
    void remembersExactlyWhatItSaw();
    void zeroMeansNotGiven();
    void contractsAreApart();
    void aNewTradingDayStartsAfresh();
    void aLatePrintOfYesterdayForgetsNothing();
    void aFallingSeriesIsNotQuadratic();
    void risingNumbersTakeFourBytes();
    void overItsCapacityTheOldestGo();
};

void TstSequenceLedger::remembersExactlyWhatItSaw_data()
{
    QTest::addColumn<std::vector<quint64>>("sequences");
    std::mt19937_64 random(5);
    const auto series = [&random](int count, auto value) {
        std::vector<quint64> sequences;
        for (int i = 0; i < count; ++i)
            sequences.push_back(value(quint64(i), random()));
        return sequences;
    };
    QTest::newRow("rising with repeats")
        << series(20'000, [](quint64 i, quint64 r) { return 1'000 + i - r % 5; });
    QTest::newRow("falling") << series(20'000, [](quint64 i, quint64) { return 1'000'000 - i; });
    QTest::newRow("all at random in a narrow range")
        << series(20'000, [](quint64, quint64 r) { return 1 + r % 30'000; });
    QTest::newRow("all at random over 64 bits") << series(3'000, [](quint64, quint64 r) { return r | 1; });
    QTest::newRow("both sides of the 32-bit distance")
        << series(2'000, [](quint64, quint64 r) { return (1ULL << 40) + (r % 3) * (1ULL << 31) + r % 100; });
    QTest::newRow("close to zero, then far above") << series(
        2'000, [](quint64 i, quint64 r) { return i < 10 ? 1 + i : (r % 3) * (1ULL << 32) + 1 + r % 50; });
    QTest::newRow("the largest numbers")
        << series(2'000, [](quint64, quint64 r) { return ~0ULL - r % 1'000; });
}

void TstSequenceLedger::remembersExactlyWhatItSaw()
{
    QFETCH(std::vector<quint64>, sequences);
    SequenceSet set;
    std::set<quint64> reference;
    for (const quint64 sequence : sequences)
        QCOMPARE(set.insert(sequence), reference.insert(sequence).second);
    QCOMPARE(set.size(), reference.size());
    for (const quint64 sequence : sequences)
        QVERIFY(!set.insert(sequence));
}

void TstSequenceLedger::zeroMeansNotGiven()
{
    SequenceLedger ledger;
    for (int i = 0; i < 3; ++i)
        QVERIFY(!ledger.isRepeat(ContractId{0}, 0, 20'000));
}

void TstSequenceLedger::contractsAreApart()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.isRepeat(ContractId{5}, 77, 20'000));
    QVERIFY(!ledger.isRepeat(ContractId{4}, 77, 20'000));
    QVERIFY(!ledger.isRepeat(ContractId{100'000}, 77, 20'000));
    QVERIFY(ledger.isRepeat(ContractId{5}, 77, 20'000));
    QVERIFY(ledger.isRepeat(ContractId{100'000}, 77, 20'000));
}

void TstSequenceLedger::aNewTradingDayStartsAfresh()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.isRepeat(ContractId{0}, 77, 20'000));
    QVERIFY(!ledger.isRepeat(ContractId{0}, 77, 20'001));
    QVERIFY(ledger.isRepeat(ContractId{0}, 77, 20'001));
}

void TstSequenceLedger::aLatePrintOfYesterdayForgetsNothing()
{
    SequenceLedger ledger;
    QVERIFY(!ledger.isRepeat(ContractId{0}, 77, 20'001));
    QVERIFY(!ledger.isRepeat(ContractId{0}, 76, 20'000));
    QVERIFY(ledger.isRepeat(ContractId{0}, 77, 20'001));
}

void TstSequenceLedger::aFallingSeriesIsNotQuadratic()
{
    SequenceSet set;
    constexpr quint64 kCount = 100'000;
    for (quint64 i = 0; i < kCount; ++i)
        QVERIFY(set.insert(10'000'000 - i));
    QCOMPARE(set.size(), std::size_t(kCount));
}

void TstSequenceLedger::overItsCapacityTheOldestGo()
{
    constexpr quint64 kMany = 100'000;
    SequenceLedger ledger(1'000);
    for (quint64 sequence = 1; sequence <= kMany; ++sequence) {
        QVERIFY(!ledger.isRepeat({std::uint32_t(sequence % 3)}, sequence, 1));
        QVERIFY(ledger.size() <= 1'000 + 3 * 64);
    }
    QVERIFY(ledger.isRepeat({std::uint32_t(kMany % 3)}, kMany, 1)); // the newest are known
    QVERIFY(!ledger.isRepeat({1}, 1, 1));                           // the oldest are not
    QVERIFY(!ledger.isRepeat({1}, kMany + 3, 2));                   // another day begins
    QVERIFY(ledger.size() <= 1'000 + 3 * 64);
}

void TstSequenceLedger::risingNumbersTakeFourBytes()
{
    static_assert(sizeof(SequenceSet) <= 40, "every contract of the market has one");
    SequenceSet set;
    QVERIFY(set.insert(1ULL << 50));
    QVERIFY(set.insert((1ULL << 50) + 1));
    QVERIFY(!set.insert(1ULL << 50));
}

QTEST_GUILESS_MAIN(TstSequenceLedger)
#include "tst_sequenceledger.moc"

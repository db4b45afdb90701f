// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/stats/sizemodel.h"
#include "detect/stats/sizeprior.h"
#include "detect/stats/venuecounts.h"
#include "detect/synthetictape.h"

#include <cmath>

using namespace flowglass;
using detect::ContractSizes;
using detect::PrintClass;
using detect::TailHist;

namespace {

double flatParent(std::uint32_t size)
{
    return std::pow(double(size), -1.2);
}

std::uint32_t powerLaw(tests::Dice& dice, double index, double scale = 1.0)
{
    return std::uint32_t(std::clamp(scale * std::pow(dice.unit(), -1.0 / index), 1.0, 1e7));
}

} // namespace

class TestTailHist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void binsAreExactToEightThenFourToAnOctave();
    void anEmptyLevelSaysWhatItsParentSays();
    void neverRises_data();
    void neverRises();
    void saysAsOftenAsItPromises_data();
    void saysAsOftenAsItPromises();
    void hillFindsTheIndex();
    void removingUndoesAdding();
    void removingWhatWasNeverAddedDoesNothing();
    void contractCountsSurviveOverflow();
    void multiLegSizesStayOutOfTheSingleLegOnes();
    void aContractOfLargeOrdersExpectsLargeOrders();
    void thePriorIsATailFunction();
    void venueCountsShrinkToTheirParent();
};

void TestTailHist::binsAreExactToEightThenFourToAnOctave()
{
    for (std::uint32_t size = 1; size <= 8; ++size)
        QCOMPARE(detect::sizebins::binOf(size), std::size_t(size - 1));
    for (std::uint32_t size = 9; size < 100'000; ++size) {
        const auto bin = std::size_t(8.0 + std::floor(4.0 * std::log2(size / 8.0) + 1e-12));
        QCOMPARE(detect::sizebins::binOf(size), std::min(bin, detect::sizebins::kBins - 1));
        if (detect::sizebins::lowerEdge(detect::sizebins::binOf(size)) > size)
            QFAIL("a size below its bin");
    }
    QCOMPARE(detect::sizebins::binOf(10'000'000), detect::sizebins::kBins - 1);
}

void TestTailHist::anEmptyLevelSaysWhatItsParentSays()
{
    const TailHist hist;
    const ContractSizes contract;
    for (const std::uint32_t size : {1U, 2U, 7U, 50U, 1'000U, 80'000U}) {
        QCOMPARE(hist.tail(size, 1.6, flatParent), flatParent(size));
        QCOMPARE(contract.tail(size, 0.013), 0.013);
    }
}

void TestTailHist::neverRises_data()
{
    QTest::addColumn<int>("orders");
    QTest::addColumn<double>("index");
    QTest::newRow("a handful of orders") << 7 << 1.6;
    QTest::newRow("just enough for a tail") << 13 << 0.8;
    QTest::newRow("a day of a quiet name") << 900 << 1.6;
    QTest::newRow("a day of a busy name, thin tail") << 60'000 << 3.0;
    QTest::newRow("a day of a busy name, fat tail") << 60'000 << 0.9;
}

void TestTailHist::neverRises()
{
    QFETCH(int, orders);
    QFETCH(double, index);
    tests::Dice dice(3);
    TailHist hist;
    ContractSizes contract;
    for (int at = 0; at < orders; ++at) {
        const std::uint32_t size = powerLaw(dice, index);
        hist.add(size);
        contract.add(size);
    }
    double last = 1.0;
    double lastOfContract = 1.0;
    for (std::uint32_t size = 1; size < 300'000; size += 1 + size / 64) {
        const double p = hist.tail(size, 1.6, flatParent);
        const double own = contract.tail(size, p);
        QVERIFY2(p > 0.0 && p <= last, qPrintable(QString::number(size)));
        QVERIFY2(own > 0.0 && own <= lastOfContract, qPrintable(QString::number(size)));
        last = p;
        lastOfContract = own;
    }
}

void TestTailHist::saysAsOftenAsItPromises_data()
{
    QTest::addColumn<double>("index");
    QTest::newRow("index 1.3") << 1.3;
    QTest::newRow("index 1.6") << 1.6;
    QTest::newRow("index 2.1") << 2.1;
}

// Twenty underlyings of different scale, ten contracts each: every order is judged before it is learnt.
void TestTailHist::saysAsOftenAsItPromises()
{
    QFETCH(double, index);
    tests::Dice dice(11);
    detect::SizeModel model;
    std::vector<detect::UnderlyingSizes> underlyings(20);
    std::vector<ContractSizes> contracts(200);
    std::array<int, 3> below{};
    constexpr int kWarm = 20'000;
    constexpr int kOrders = 300'000;
    for (int at = 0; at < kOrders; ++at) {
        const std::size_t which = dice.bits() % contracts.size();
        const double scale = 1.0 + double(which / 10 % 5) * 2.0;
        const std::uint32_t size = powerLaw(dice, index, scale);
        detect::UnderlyingSizes& underlying = underlyings[which / 10];
        const double p = model.tail(PrintClass::SingleLeg, size, underlying, contracts[which]);
        for (std::size_t level = 0; level < below.size() && at >= kWarm; ++level)
            below[level] += p < std::pow(10.0, -1.0 - double(level)) ? 1 : 0;
        model.learn(PrintClass::SingleLeg, size, underlying, contracts[which]);
    }
    for (std::size_t level = 0; level < below.size(); ++level) {
        const double promised = std::pow(10.0, -1.0 - double(level));
        const double ratio = double(below[level]) / (kOrders - kWarm) / promised;
        QVERIFY2(ratio > 1 / 1.5 && ratio < 1.5,
                 qPrintable(QStringLiteral("%1 at %2").arg(ratio).arg(promised)));
    }
}

void TestTailHist::hillFindsTheIndex()
{
    tests::Dice dice(4);
    TailHist hist(60);
    for (int at = 0; at < 200'000; ++at)
        hist.add(powerLaw(dice, 1.9));
    QVERIFY2(std::fabs(hist.tailIndex(1.6) - 1.9) < 0.25, qPrintable(QString::number(hist.tailIndex(1.6))));
}

void TestTailHist::removingUndoesAdding()
{
    tests::Dice dice(9);
    TailHist hist;
    ContractSizes contract;
    for (int at = 0; at < 500; ++at) {
        const std::uint32_t size = powerLaw(dice, 1.6);
        hist.add(size);
        contract.add(size);
    }
    const double before = hist.tail(40, 1.6, flatParent);
    const double beforeOfContract = contract.tail(40, 0.01);
    for (int at = 0; at < 30; ++at) {
        hist.add(5'000);
        contract.add(5'000);
    }
    QVERIFY(hist.tail(40, 1.6, flatParent) > before);
    for (int at = 0; at < 30; ++at) {
        hist.remove(5'000);
        contract.remove(5'000);
    }
    QCOMPARE(hist.tail(40, 1.6, flatParent), before);
    QCOMPARE(contract.tail(40, 0.01), beforeOfContract);
    QCOMPARE(hist.count(), 500U);
}

void TestTailHist::removingWhatWasNeverAddedDoesNothing()
{
    TailHist hist;
    ContractSizes contract;
    hist.add(3);
    contract.add(3);
    hist.remove(90);
    hist.remove(1);
    contract.remove(90);
    contract.remove(1);
    QCOMPARE(hist.count(), 1U);
    QCOMPARE(contract.count(), 1U);
}

void TestTailHist::contractCountsSurviveOverflow()
{
    ContractSizes contract;
    for (int at = 0; at < 200'000; ++at)
        contract.add(at % 100 == 0 ? 500 : 2);
    QVERIFY(contract.count() > 30'000);
    const double p = contract.tail(400, 0.01);
    QVERIFY2(p > 0.003 && p < 0.02, qPrintable(QString::number(p)));
    QCOMPARE(contract.low(), 2U);
    QCOMPARE(contract.high(), 500U);
}

void TestTailHist::multiLegSizesStayOutOfTheSingleLegOnes()
{
    detect::SizeModel model;
    detect::UnderlyingSizes underlying;
    ContractSizes contract;
    for (int at = 0; at < 400; ++at)
        model.learn(PrintClass::SingleLeg, 2, underlying, contract);
    const double before = model.tail(PrintClass::SingleLeg, 900, underlying, contract);
    for (int at = 0; at < 5'000; ++at) {
        model.learn(PrintClass::MultiLeg, 900, underlying, contract);
        model.learn(PrintClass::CrossFloor, 900, underlying, contract);
    }
    QCOMPARE(model.tail(PrintClass::SingleLeg, 900, underlying, contract), before);
    QVERIFY(model.tail(PrintClass::MultiLeg, 900, underlying, contract) > 0.4);
    QCOMPARE(contract.count(), 400U);
}

void TestTailHist::aContractOfLargeOrdersExpectsLargeOrders()
{
    detect::SizeModel model;
    detect::UnderlyingSizes underlying;
    ContractSizes small;
    ContractSizes large;
    for (int at = 0; at < 5'000; ++at)
        model.learn(PrintClass::SingleLeg, 1 + std::uint32_t(at % 9), underlying, small);
    for (int at = 0; at < 40; ++at)
        model.learn(PrintClass::SingleLeg, 600, underlying, large);
    const double ofLarge = model.tail(PrintClass::SingleLeg, 600, underlying, large);
    const double ofSmall = model.tail(PrintClass::SingleLeg, 600, underlying, small);
    QVERIFY2(ofLarge > 0.1 && ofSmall < 0.01, qPrintable(QStringLiteral("%1 %2").arg(ofLarge).arg(ofSmall)));
}

void TestTailHist::thePriorIsATailFunction()
{
    for (const PrintClass of : {PrintClass::SingleLeg, PrintClass::MultiLeg, PrintClass::CrossFloor}) {
        QCOMPARE(detect::priorTail(of, 1), 1.0);
        double last = 1.0;
        for (std::uint32_t size = 2; size < 1'000'000; size += 1 + size / 10) {
            const double p = detect::priorTail(of, size);
            QVERIFY(p > 0.0 && p <= last);
            last = p;
        }
    }
    QVERIFY(detect::priorTail(PrintClass::CrossFloor, 1'000) >
            10 * detect::priorTail(PrintClass::SingleLeg, 1'000));
}

void TestTailHist::venueCountsShrinkToTheirParent()
{
    detect::VenueCounts counts;
    QCOMPARE(counts.tail(5, 0.02), 0.02);
    for (int at = 0; at < 99; ++at)
        counts.add(1);
    counts.add(4);
    QCOMPARE(counts.tail(4, 1.0), 2.0 / 101.0);
    QVERIFY(counts.tail(5, 0.001) < counts.tail(4, 0.001));
    counts.remove(4);
    counts.remove(9);
    QCOMPARE(counts.count(), 99U);
    QVERIFY(counts.tail(99, 0.5) > 0.0); // more exchanges than there are places
}

QTEST_GUILESS_MAIN(TestTailHist)
#include "tst_tailhist.moc"

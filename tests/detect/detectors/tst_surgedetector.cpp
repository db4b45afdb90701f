// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/core/busiest.h"
#include "detect/core/slotcounts.h"
#include "detect/enginefixture.h"

using namespace flowglass;
using domain::Anomaly;
using domain::AnomalyKind;
using tests::EngineFixture;

namespace {

constexpr std::int64_t kMinute = 60'000;

// The ids of anomalies of a whole underlying.
std::vector<std::uint32_t> surges(const detect::Engine& engine)
{
    std::vector<std::uint32_t> ids;
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        if (engine.anomaly(id).isOfUnderlying())
            ids.push_back(id);
    }
    return ids;
}

} // namespace

class TestSurgeDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBusyUnderlyingIsOneAlertOfItsOwn();
    void evidenceHasTheNumbers();
    void countsAreThoseThatThereWere();
    void slotsCountWhatTheirWindowHas();
    void theOrdinaryIsQuiet();
    void aColdStartSaysNothing();
    void itsEndAndALullAreQuiet();
    void anotherOneComesAfterTheCoolDown();
    void legsAreNotOrders();
    void aPrintMayStandInBothKinds();
    void aPrintOfAWithdrawnBlockStandsInItsSurge();
    void theBusiestAreNamed();
};

void TestSurgeDetector::aBusyUnderlyingIsOneAlertOfItsOwn()
{
    EngineFixture f;
    f.background(60);
    const std::uint32_t before = f.engine.count();
    f.market(60 * kMinute, 63 * kMinute, 150.0, 9); // ten times as busy, over all contracts
    const auto ids = surges(f.engine);
    QCOMPARE(ids.size(), std::size_t(1));
    const Anomaly& surge = f.engine.anomaly(ids[0]);
    QCOMPARE(surge.root, std::string("XYZ"));
    QVERIFY(surge.kinds == domain::KindSet::of(AnomalyKind::Surge));
    QVERIFY(surge.time.value - EngineFixture::kTenMs < 61 * kMinute);
    QVERIFY(surge.prints.size() < 40); // those that raised its score, not each order
    // A contract is not marked for what all of them do.
    QVERIFY2(f.engine.count() - before <= 4, qPrintable(QString::number(f.engine.count() - before)));
}

void TestSurgeDetector::evidenceHasTheNumbers()
{
    EngineFixture f;
    f.background(60);
    f.market(60 * kMinute, 62 * kMinute, 300.0, 9); // five times as busy
    const auto ids = surges(f.engine);
    QCOMPARE(ids.size(), std::size_t(1));
    const domain::Evidence& e = *f.evidence(ids[0], AnomalyKind::Surge);
    QVERIFY(e.window && e.window->count() > 29'500);
    const double usual = 40.0 * double(e.window->count()) / 60'000.0; // 40 orders a minute
    QVERIFY2(e.baseline > 0.6 * usual && e.baseline < 1.6 * usual, qPrintable(QString::number(e.baseline)));
    QVERIFY(e.value > 1.8 * e.baseline);
    QVERIFY(e.seen > 2'000);
    QCOMPARE(e.busiest.size(), std::size_t(3));
    const QString text = f.explain(ids[0]);
    QVERIFY2(text.contains(QLatin1String("times their usual pace")), qPrintable(text));
    QVERIFY2(text.contains(domain::contractLabel(e.busiest[0].symbol)), qPrintable(text));
    QCOMPARE(f.engine.anomaly(ids[0]).leadingContract(), e.busiest[0].contract);
}

// One exchange: each print is an order, so the tape can be counted.
void TestSurgeDetector::countsAreThoseThatThereWere()
{
    EngineFixture f;
    f.background(60);
    domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x2 @305 209"));
    const auto busy = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00121000 4.00 x2 @305 209")).contract;
    const domain::ContractId other = trade.contract;
    for (int at = 0; at < 600; ++at) {
        trade.contract = at % 4 == 0 ? other : busy;
        trade.setTime({EngineFixture::kTenMs + 60 * kMinute + at * 130LL});
        f.feed(trade);
    }
    const auto ids = surges(f.engine);
    QCOMPARE(ids.size(), std::size_t(1));
    const domain::Evidence& e = *f.evidence(ids[0], AnomalyKind::Surge);
    const auto real = [&](std::optional<domain::ContractId> contract) {
        return double(std::ranges::count_if(f.trades, [&](const domain::Trade& seen) {
            return seen.time() <= e.time && e.time - seen.time() < *e.window &&
                   (!contract || seen.contract == *contract);
        }));
    };
    QVERIFY(e.value > 100.0);
    // The market before may have sent a few orders to two exchanges.
    QVERIFY2(e.value <= real(std::nullopt) && e.value >= real(std::nullopt) - 3.0,
             qPrintable(QStringLiteral("%1 of %2").arg(e.value).arg(real(std::nullopt))));
    QCOMPARE(e.busiest[0].contract, busy);
    QCOMPARE(e.busiest[0].orders, real(busy));
    QCOMPARE(e.busiest[1].orders, real(other));
}

void TestSurgeDetector::slotsCountWhatTheirWindowHas()
{
    detect::SlotCounts<1'000, 30> counts;
    constexpr std::int64_t kNoon = 1'795'194'000'000;
    for (int at = 0; at < 100; ++at)
        counts.add({kNoon + at * 700});
    const auto now = counts.upTo({kNoon + 99 * 700});
    QVERIFY(now.window.count() > 29'000 && now.window.count() <= 30'000);
    std::uint64_t real = 0;
    for (int at = 0; at < 100; ++at)
        real += (99 - at) * 700 < now.window.count() ? 1U : 0U;
    QCOMPARE(now.orders, real);
    counts.remove({kNoon + 99 * 700});
    QCOMPARE(counts.upTo({kNoon + 99 * 700}).orders, real - 1);
    counts.add({kNoon}); // too old
    counts.remove({kNoon});
    QCOMPARE(counts.upTo({kNoon + 99 * 700}).orders, real - 1);
    counts.add({kNoon + 3'600'000}); // after a lull nothing of before is left
    QCOMPARE(counts.upTo({kNoon + 3'600'000}).orders, std::uint64_t(1));
    QCOMPARE(counts.upTo({kNoon + 3'650'000}).orders, std::uint64_t(0));
}

void TestSurgeDetector::theOrdinaryIsQuiet()
{
    EngineFixture f;
    f.background(180);
    QVERIFY(surges(f.engine).empty());
}

void TestSurgeDetector::aColdStartSaysNothing()
{
    EngineFixture f(1'000.0);
    f.market(0, 5 * kMinute - 1'000, 100.0, 3);
    QVERIFY(surges(f.engine).empty());
    f.market(5 * kMinute, 15 * kMinute, 100.0, 4); // it goes on like that: nothing unusual
    QVERIFY(surges(f.engine).empty());
}

void TestSurgeDetector::itsEndAndALullAreQuiet()
{
    EngineFixture f;
    f.background(60);
    f.market(60 * kMinute, 62 * kMinute, 150.0, 9);
    QCOMPARE(surges(f.engine).size(), std::size_t(1));
    const std::uint32_t revision = f.engine.anomaly(surges(f.engine)[0]).revision;
    f.market(62 * kMinute, 90 * kMinute, 15'000.0, 10);
    f.market(90 * kMinute, 120 * kMinute, 1'500.0, 11);
    QCOMPARE(surges(f.engine).size(), std::size_t(1));
    QCOMPARE(f.engine.anomaly(surges(f.engine)[0]).revision, revision);
}

void TestSurgeDetector::anotherOneComesAfterTheCoolDown()
{
    EngineFixture f;
    f.background(60);
    f.market(60 * kMinute, 62 * kMinute, 150.0, 9);
    f.market(62 * kMinute, 80 * kMinute, 1'500.0, 10);
    f.market(80 * kMinute, 82 * kMinute, 120.0, 11);
    QCOMPARE(surges(f.engine).size(), std::size_t(2));
}

void TestSurgeDetector::legsAreNotOrders()
{
    EngineFixture f;
    f.background(60);
    for (int at = 0; at < 2'000; ++at) {
        domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C%1 4.00 x2 @305 232")
                                         .arg(100'000 + at % 40 * 1'000, 8, 10, QLatin1Char('0')));
        trade.setTime({trade.time().value + at * 50});
        f.feed(trade);
    }
    QVERIFY(surges(f.engine).empty());
}

void TestSurgeDetector::aPrintMayStandInBothKinds()
{
    // Which order raises the surge is found in a first run; in a second one it is a block as well.
    const auto order = [](EngineFixture& f, int at, int size) {
        domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C%1 4.00 x%2 @305 209")
                                         .arg(100'000 + at % 40 * 1'000, 8, 10, QLatin1Char('0'))
                                         .arg(size));
        trade.setTime({trade.time().value + at * 100});
        return f.feed(trade);
    };
    EngineFixture f;
    f.background(60);
    int raising = 0;
    while (surges(f.engine).empty() && raising < 600)
        order(f, raising++, 2);
    EngineFixture g;
    g.background(60);
    for (int at = 0; at + 1 < raising; ++at)
        order(g, at, 2);
    QVERIFY(surges(g.engine).empty());
    const std::vector<std::uint32_t> both = order(g, raising - 1, 30'000);
    QCOMPARE(both.size(), std::size_t(2));
    QVERIFY(both[0] < both[1]);
    const bool ofContract = g.engine.anomaly(both[0]).contract.has_value();
    QVERIFY(ofContract != g.engine.anomaly(both[1]).contract.has_value());
    QCOMPARE(g.engine.anomalyOfRow(g.lastRow()),
             std::optional<std::uint32_t>(ofContract ? both[0] : both[1]));
    const std::uint64_t flagged = g.engine.flaggedPrints();
    domain::Trade cancel = g.trades.back();
    cancel.conditions = {};
    cancel.conditions.add(203);
    QCOMPARE(g.feed(cancel), both);
    QVERIFY(g.engine.anomaly(both[0]).state == Anomaly::State::Withdrawn);
    QVERIFY(g.engine.anomaly(both[1]).state == Anomaly::State::Withdrawn);
    QCOMPARE(g.engine.flaggedPrints(), flagged - 2);
}

// The print that raises a surge is also the first of an order that goes on to a block, which is cancelled.
void TestSurgeDetector::aPrintOfAWithdrawnBlockStandsInItsSurge()
{
    EngineFixture f;
    f.background(60);
    for (int at = 0; surges(f.engine).empty() && at < 600; ++at) {
        domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C%1 4.00 x2 @305 209")
                                         .arg(100'000 + at % 40 * 1'000, 8, 10, QLatin1Char('0')));
        trade.setTime({trade.time().value + at * 100});
        f.feed(trade);
    }
    QCOMPARE(surges(f.engine).size(), std::size_t(1));
    const std::uint64_t row = f.lastRow();
    domain::Trade block = f.trades[row];
    block.setTime({block.time().value + 10});
    block.setExchange({306});
    block.size = 30'000;
    const std::uint32_t ofContract = f.feed(block).at(0);
    QVERIFY(f.engine.anomaly(ofContract).contract.has_value());
    QCOMPARE(f.engine.anomalyOfRow(row), std::optional(ofContract));
    block.conditions = {};
    block.conditions.add(203);
    f.feed(block);
    QVERIFY(f.engine.anomaly(ofContract).state == Anomaly::State::Withdrawn);
    QCOMPARE(f.engine.anomalyOfRow(row), std::optional(surges(f.engine)[0]));
    QVERIFY(f.engine.explain(f.trades[row], row).listed);
}

void TestSurgeDetector::theBusiestAreNamed()
{
    detect::Busiest busiest;
    tests::Dice dice(4);
    for (std::int64_t ms = 0; ms < 200'000; ms += 20) {
        const auto contract = std::uint32_t(dice.chance(0.2)   ? 1'000
                                            : dice.chance(0.2) ? 2'000
                                                               : dice.bits() % 300);
        busiest.add({contract}, ms);
    }
    const auto ordered = busiest.ordered();
    QCOMPARE(ordered[0].contract.value, 1'000U);
    QCOMPARE(ordered[1].contract.value, 2'000U);
    QVERIFY(std::ranges::is_sorted(ordered, std::ranges::greater(), &detect::Busiest::Entry::orders));
}

QTEST_GUILESS_MAIN(TestSurgeDetector)
#include "tst_surgedetector.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "support/tapetext.h"
#include "tape/tradestore.h"

using namespace flowglass;
using tape::TradeStore;

namespace {

constexpr std::uint64_t kBlock = TradeStore::kBlockRows;

std::vector<std::uint32_t> rows(const TradeStore& store, domain::ContractId id)
{
    const auto span = store.rowsOf(id);
    return {span.begin(), span.end()};
}

} // namespace

class TestTradeStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasStored();
    void evictsWholeBlocksAndKeepsTheRest();
    void indexOfAContractSurvivesEviction();
    void aContractThatStoppedTradingLeavesNoRowsBehind();
    void totals_data();
    void totals();
    void takingBackRestoresTheTotals();
    void takingBackTwiceCountsOnce();
    void takingBackAnEvictedRowIsIgnored();
    void anUnknownContractHasEmptyTotals();
    void gapsRememberWhereTheyWere();
    void aGapThatLastsGrowsUntilItHasEnded();
    void remembersWhenItsOwnPrintsBeganAndEnd();

private:
    tests::TapeText m_text;
    const char* m_a = "O:NVDA261218C00150000";
};

void TestTradeStore::givesBackWhatWasStored()
{
    TradeStore store;
    const domain::Trade first =
        m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.35 x40 @302 219 q7"));
    const domain::Trade second = m_text(QStringLiteral("10:00:00.100 O:NVDA261218P00150000 1.05 x1 @300 q8"));
    QCOMPARE(store.append(first), std::uint64_t(0));
    QCOMPARE(store.append(second), std::uint64_t(1));
    QVERIFY(store[0] == first);
    QVERIFY(store[1] == second);
    QCOMPARE(store.begin(), std::uint64_t(0));
    QCOMPARE(store.end(), std::uint64_t(2));
    QCOMPARE(rows(store, second.contract), std::vector<std::uint32_t>{1});
}

void TestTradeStore::evictsWholeBlocksAndKeepsTheRest()
{
    TradeStore store(1); // rounded up to two blocks
    domain::Trade trade = m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.35"));
    for (std::uint64_t row = 0; row < 5 * kBlock + 17; ++row) {
        trade.sequence = row + 1;
        QCOMPARE(store.append(trade), row);
        if (store.end() - store.begin() > 2 * kBlock)
            QFAIL("over capacity");
    }
    QCOMPARE(store.begin() % kBlock, std::uint64_t(0));
    QCOMPARE(store.begin(), 4 * kBlock);
    QCOMPARE(store.evicted(), store.begin());
    for (std::uint64_t row = store.begin(); row < store.end(); ++row) {
        if (store[row].sequence != row + 1)
            QFAIL("a stored row moved");
    }
    QCOMPARE(store.totals(trade.contract).prints, 5 * kBlock + 17);
}

void TestTradeStore::indexOfAContractSurvivesEviction()
{
    TradeStore store(2 * kBlock);
    std::vector<domain::Trade> kinds;
    for (int strike = 0; strike < 40; ++strike)
        kinds.push_back(m_text(QStringLiteral("10:00:00.000 O:NVDA261218C%1 1")
                                   .arg(100000 + strike * 1000, 8, 10, QLatin1Char('0'))));
    std::uint64_t state = 1;
    std::vector<std::size_t> stored;
    for (std::uint64_t row = 0; row < 6 * kBlock; ++row) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const std::size_t kind = std::min<std::size_t>((state >> 33) % 60, 39); // one busy, many quiet
        stored.push_back(kind);
        store.append(kinds[kind]);
        if (row % 40'009 != 0 && row + 1 != 6 * kBlock)
            continue;
        for (std::size_t of : {std::size_t(0), std::size_t(7), std::size_t(39)}) {
            std::vector<std::uint32_t> wanted;
            for (std::uint64_t at = store.begin(); at < store.end(); ++at) {
                if (stored[at] == of)
                    wanted.push_back(std::uint32_t(at));
            }
            QCOMPARE(rows(store, kinds[of].contract), wanted);
        }
    }
}

void TestTradeStore::aContractThatStoppedTradingLeavesNoRowsBehind()
{
    TradeStore store(2 * kBlock);
    const domain::Trade once = m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.35 x3"));
    const domain::Trade other = m_text(QStringLiteral("10:00:00.000 O:NVDA261218P00150000 1"));
    store.append(once);
    for (std::uint64_t row = 0; row < 3 * kBlock; ++row)
        store.append(other);
    QVERIFY(store.rowsOf(once.contract).empty());
    QCOMPARE(store.totals(once.contract).volume, std::uint64_t(3)); // totals are of the whole run
}

void TestTradeStore::totals_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<qulonglong>("volume");
    QTest::addColumn<bool>("setsPrices");
    const QString base = QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.35 x40 @302 ");
    QTest::newRow("an ordinary print counts in full") << base + QStringLiteral("209") << 40ULL << true;
    QTest::newRow("a print without conditions counts in full") << base << 40ULL << true;
    QTest::newRow("a late report changes nothing") << base + QStringLiteral("204") << 0ULL << false;
    QTest::newRow("a cancel message changes nothing") << base + QStringLiteral("201") << 0ULL << false;
    QTest::newRow("a compression trade has volume but no price")
        << base + QStringLiteral("247") << 40ULL << false;
    QTest::newRow("extended hours have volume but no price")
        << base + QStringLiteral("248") << 40ULL << false;
}

void TestTradeStore::totals()
{
    QFETCH(QString, line);
    QFETCH(qulonglong, volume);
    QFETCH(bool, setsPrices);
    TradeStore store;
    const domain::Trade trade = m_text(line);
    store.append(trade);
    const tape::ContractTotals& totals = store.totals(trade.contract);
    QCOMPARE(totals.prints, std::uint64_t(1));
    QCOMPARE(totals.volume, std::uint64_t(volume));
    QCOMPARE(totals.premium, volume > 0 ? trade.premium() : domain::Premium());
    QCOMPARE(totals.last.has_value(), setsPrices);
    QCOMPARE(totals.lossyVwap().has_value(), volume > 0);
    QCOMPARE(totals.newest, trade.time());
}

void TestTradeStore::takingBackRestoresTheTotals()
{
    TradeStore store;
    const auto id = m_text.id(m_a);
    store.append(m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.00 x10")));
    store.append(m_text(QStringLiteral("10:00:01.000 O:NVDA261218C00150000 3.00 x10")));
    const tape::ContractTotals before = store.totals(id);
    QCOMPARE(*before.lossyVwap(), 2.5);
    const std::uint64_t high =
        store.append(m_text(QStringLiteral("10:00:02.000 O:NVDA261218C00150000 9.00 x5")));
    QCOMPARE(*store.totals(id).high, domain::Price::fromUnits(90'000));
    store.takeBack(high);
    tape::ContractTotals after = store.totals(id);
    QCOMPARE(after.prints, std::uint64_t(3)); // the row stays on the tape
    QVERIFY(store.isTakenBack(high));
    after.prints = before.prints;
    after.newest = before.newest;
    QVERIFY(after == before);
    store.takeBack(0);
    store.takeBack(1);
    QVERIFY(!store.totals(id).last && !store.totals(id).high && !store.totals(id).lossyVwap());
}

void TestTradeStore::takingBackTwiceCountsOnce()
{
    TradeStore store;
    store.append(m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.00 x10")));
    store.append(m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.00 x10")));
    store.takeBack(1);
    store.takeBack(1);
    store.takeBack(99);
    QCOMPARE(store.totals(m_text.id(m_a)).volume, std::uint64_t(10));
}

void TestTradeStore::takingBackAnEvictedRowIsIgnored()
{
    TradeStore store(1);
    const domain::Trade trade = m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.00 x1"));
    for (std::uint64_t row = 0; row < 3 * kBlock; ++row)
        store.append(trade);
    store.takeBack(5);
    QCOMPARE(store.totals(trade.contract).volume, 3 * kBlock);
    QVERIFY(!store.isTakenBack(5));
}

void TestTradeStore::anUnknownContractHasEmptyTotals()
{
    const TradeStore store;
    QVERIFY(store.rowsOf({123'456}).empty());
    QVERIFY(store.totals({123'456}) == tape::ContractTotals());
}

void TestTradeStore::gapsRememberWhereTheyWere()
{
    TradeStore store;
    store.append(m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.00 x1")));
    store.addGap({{1}, {2}, QStringLiteral("lost")}, {3});
    QCOMPARE(store.gaps().size(), std::size_t(1));
    QCOMPARE(store.gaps()[0].beforeRow, std::uint64_t(1));
    QCOMPARE(store.gaps()[0].after, domain::UnixMs{3});
    QCOMPARE(store.gaps()[0].gap.reason, QStringLiteral("lost"));
}

void TestTradeStore::aGapThatLastsGrowsUntilItHasEnded()
{
    TradeStore store;
    QVERIFY(store.openGap() == nullptr);
    store.append(m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.00 x1")));
    store.addGap({{1}, {2}, QStringLiteral("before")}, {3});
    store.showOpenGap({{5}, {6}, QStringLiteral("lost")}, {3});
    const std::uint64_t revision = store.fillRevision();
    store.showOpenGap({{5}, {9}, QStringLiteral("cannot be reached")}, {3});
    QVERIFY(store.fillRevision() > revision);
    QCOMPARE(store.gaps().size(), std::size_t(2));
    QCOMPARE(store.markers().size(), std::size_t(2));
    QCOMPARE(store.openGap()->gap, (domain::FeedGap{{5}, {9}, QStringLiteral("cannot be reached")}));
    store.appendFetched(m_text(QStringLiteral("09:50:00.000 O:NVDA261218C00150000 2.00 x1")), 0); // for the one before
    store.addGap({{5}, {12}, QStringLiteral("lost")}, {4});
    QVERIFY(store.openGap() == nullptr);
    QCOMPARE(store.gaps().size(), std::size_t(2));
    QCOMPARE(store.gaps()[1].beforeRow, std::uint64_t(1));
    QCOMPARE(store.gaps()[1].after, domain::UnixMs{4});
    QCOMPARE(store.gaps()[1].gap, (domain::FeedGap{{5}, {12}, QStringLiteral("lost")}));
    QVERIFY(store.gaps()[1].fill == tape::GapFill());
    store.addGap({{20}, {21}, QStringLiteral("the next")}, {4});
    QCOMPARE(store.gaps().size(), std::size_t(3));
}

void TestTradeStore::remembersWhenItsOwnPrintsBeganAndEnd()
{
    TradeStore store;
    const domain::Trade first = m_text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 2.00 x1"));
    const domain::Trade late = m_text(QStringLiteral("09:50:00.000 O:NVDA261218C00150000 2.00 x1"));
    const domain::Trade last = m_text(QStringLiteral("10:05:00.000 O:NVDA261218C00150000 2.00 x1"));
    store.appendFetched(late, std::nullopt);
    QCOMPARE(store.first(), domain::UnixMs());
    store.append(first);
    store.append(late);
    store.append(last);
    store.appendFetched(m_text(QStringLiteral("10:07:00.000 O:NVDA261218C00150000 2.00 x1")), std::nullopt);
    QCOMPARE(store.first(), first.time());
    QCOMPARE(store.last(), last.time());
}

QTEST_GUILESS_MAIN(TestTradeStore)
#include "tst_tradestore.moc"

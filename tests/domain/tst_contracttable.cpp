// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/contracttable.h"

using namespace flowglass::domain;

class TestContractTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersTickersInOrderOfFirstSight();
    void keepsUnreadableTickersAsTheyCame();
    void holdsManyThroughGrowth();
    void saysWhenItIsFull();
};

void TestContractTable::numbersTickersInOrderOfFirstSight()
{
    ContractTable table;
    const auto a = table.intern("O:NVDA261218C00150000");
    const auto b = table.intern("O:NVDA261218P00150000");
    QCOMPARE(a->value, 0U);
    QCOMPARE(b->value, 1U);
    QCOMPARE(table.intern("O:NVDA261218C00150000")->value, 0U);
    QCOMPARE(table.find("O:NVDA261218P00150000")->value, 1U);
    QVERIFY(!table.find("O:AAPL261218P00150000"));
    QVERIFY(table[*a].symbol->right == Right::Call);
}

void TestContractTable::keepsUnreadableTickersAsTheyCame()
{
    ContractTable table;
    const auto id = table.intern("O:WHAT");
    QVERIFY(!table[*id].symbol);
    QCOMPARE(QByteArray::fromStdString(table[*id].ticker), QByteArray("O:WHAT"));
}

void TestContractTable::holdsManyThroughGrowth()
{
    ContractTable table;
    const auto& first = table[*table.intern("O:NVDA261218C00000001")];
    for (int i = 0; i < 100'000; ++i) {
        const QByteArray ticker = "O:NVDA261218C" + QByteArray::number(i + 1).rightJustified(8, '0');
        QCOMPARE(table.intern(ticker.toStdString())->value, std::uint32_t(i));
    }
    QCOMPARE(table.size(), std::size_t(100'000));
    QCOMPARE(table.find("O:NVDA261218C00077777")->value, 77'776U);
    QVERIFY2(first.ticker == "O:NVDA261218C00000001", "references must survive growth");
}

void TestContractTable::saysWhenItIsFull()
{
    ContractTable table(2);
    QVERIFY(table.intern("a"));
    QVERIFY(table.intern("b"));
    QVERIFY(!table.intern("c"));
    QVERIFY2(table.intern("a"), "what it holds stays known");
}

QTEST_GUILESS_MAIN(TestContractTable)
#include "tst_contracttable.moc"

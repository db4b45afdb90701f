// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/optionsymbol.h"

using namespace flowglass::domain;

class TestOptionSymbol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestOptionSymbol::reads_data()
{
    QTest::addColumn<QByteArray>("ticker");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QByteArray>("root");
    QTest::addColumn<QByteArray>("standardRoot");
    QTest::addColumn<bool>("adjusted");
    QTest::newRow("plain") << QByteArray("O:NVDA261218C00150000") << "NVDA 18 Dec 26 150 C" << QByteArray("NVDA")
                           << QByteArray("NVDA") << false;
    QTest::newRow("half dollar strike, one-letter root")
        << QByteArray("O:F270115P00002500") << "F 15 Jan 27 2.5 P" << QByteArray("F") << QByteArray("F") << false;
    QTest::newRow("adjusted root ends in a digit")
        << QByteArray("O:VMRK1261016C00120000") << "VMRK1 16 Oct 26 120 C" << QByteArray("VMRK1")
        << QByteArray("VMRK") << true;
    QTest::newRow("second adjustment") << QByteArray("O:AAL2140621C00020000") << "AAL2 21 Jun 14 20 C"
                                       << QByteArray("AAL2") << QByteArray("AAL") << true;
    QTest::newRow("six characters") << QByteArray("O:GOOGL1261218C00150000") << "GOOGL1 18 Dec 26 150 C"
                                    << QByteArray("GOOGL1") << QByteArray("GOOGL") << true;
    QTest::newRow("flex: a digit before the root is no adjustment")
        << QByteArray("O:4SPX261218P06000000") << "4SPX 18 Dec 26 6000 P" << QByteArray("4SPX")
        << QByteArray("4SPX") << false;
    QTest::newRow("largest strike, leap day") << QByteArray("O:SPX280229C99999999") << "SPX 29 Feb 28 99999.999 C"
                                              << QByteArray("SPX") << QByteArray("SPX") << false;
}

void TestOptionSymbol::reads()
{
    QFETCH(QByteArray, ticker);
    QFETCH(QString, label);
    QFETCH(QByteArray, root);
    QFETCH(QByteArray, standardRoot);
    QFETCH(bool, adjusted);
    const auto symbol = OptionSymbol::parse({ticker.constData(), std::size_t(ticker.size())});
    QVERIFY(symbol);
    QCOMPARE(contractLabel(*symbol), label);
    QVERIFY(symbol->rootText() == std::string_view(root.constData()));
    QVERIFY(symbol->standardRoot() == std::string_view(standardRoot.constData()));
    QCOMPARE(symbol->isAdjusted(), adjusted);
}

void TestOptionSymbol::refuses_data()
{
    QTest::addColumn<QByteArray>("ticker");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a stock") << QByteArray("NVDA");
    QTest::newRow("no prefix") << QByteArray("NVDA261218C00150000");
    QTest::newRow("nine strike digits, as in the provider's own sample") << QByteArray("O:AAPL211022C000150000");
    QTest::newRow("no root") << QByteArray("O:261218C00150000");
    QTest::newRow("a root of digits alone") << QByteArray("O:1261218C00150000");
    QTest::newRow("root of seven") << QByteArray("O:NVDANVD261218C00150000");
    QTest::newRow("lower case") << QByteArray("O:nvda261218C00150000");
    QTest::newRow("no such month") << QByteArray("O:NVDA261318C00150000");
    QTest::newRow("no such day") << QByteArray("O:NVDA260230C00150000");
    QTest::newRow("neither call nor put") << QByteArray("O:NVDA261218X00150000");
    QTest::newRow("letters in the strike") << QByteArray("O:NVDA261218C0015000O");
    QTest::newRow("strike of nothing") << QByteArray("O:NVDA261218C00000000");
    QTest::newRow("an embedded null") << QByteArray("O:NV\0A261218C00150000", 21);
}

void TestOptionSymbol::refuses()
{
    QFETCH(QByteArray, ticker);
    QVERIFY(!OptionSymbol::parse({ticker.constData(), std::size_t(ticker.size())}));
}

QTEST_GUILESS_MAIN(TestOptionSymbol)
#include "tst_optionsymbol.moc"

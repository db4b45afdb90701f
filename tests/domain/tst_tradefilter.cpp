// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/filter/tradefilter.h"

using namespace flowglass::domain;

class TestTradeFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
};

void TestTradeFilter::matches_data()
{
    // The print: 40 contracts of NVDA 18 Dec 26 150 C at 2.35 on Cboe, an intermarket sweep, 28 days before expiry.
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("flagged");
    QTest::addColumn<bool>("found");
    QTest::addColumn<bool>("takenBack");
    const auto row = [](const char* expression, bool found, bool flagged = false, bool takenBack = false) {
        QTest::addRow("%s%s%s", expression, flagged ? " (flagged)" : "", takenBack ? " (taken back)" : "")
            << QString::fromLatin1(expression) << flagged << found << takenBack;
    };
    row("", true);
    row("   ", true);
    row("call", true);
    row("puts", false);
    row("-put", true);
    row("flagged", false);
    row("flagged", true, true);
    row("unusual", true);
    row("unusual -flagged", false, true);
    row("unusual", false, false, true);
    row("-unusual", true, false, true);
    row("unusual -flagged", false, false, true);
    row("call", true, false, true);
    row("adjusted", false);
    row("multileg", false);
    row("size>=40", true);
    row("size>40", false);
    row("size=40 price<2.4", true);
    row("premium>=9.4k", true);
    row("premium>1m", false);
    row("dte<=28", true);
    row("dte<28", false);
    row("strike>=150 strike<=150", true);
    row("-size>=40", false);
    row("150", true);
    row("dec", true);
    row("O:NVDA", true);
    row("cboe", true);
    row("isoi", true);
    row("aapl", false);
    row("call aapl", false);
}

void TestTradeFilter::matches()
{
    QFETCH(QString, expression);
    QFETCH(bool, flagged);
    QFETCH(bool, found);
    QFETCH(bool, takenBack);
    ContractTable table;
    Trade trade;
    trade.contract = *table.intern("O:NVDA261218C00150000");
    trade.price = Price::fromUnits(23'500);
    trade.size = 40;
    trade.conditions.add(219);
    trade.setExchange({302});
    trade.setTime({1'763'650'000'000LL + 365LL * 86'400'000});
    const auto filter = TradeFilter::parse(expression);
    QVERIFY2(filter, qPrintable(expression));
    QCOMPARE(filter->matches(trade, table[trade.contract], {flagged, takenBack}, ZoneTime::newYork()), found);
}

void TestTradeFilter::refuses_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("no number") << "size>=";
    QTest::newRow("not a number") << "size>=many";
    QTest::newRow("unknown field") << "colour=red";
}

void TestTradeFilter::refuses()
{
    QFETCH(QString, expression);
    const auto filter = TradeFilter::parse(expression);
    QVERIFY(!filter);
    QVERIFY(filter.error().text.contains(expression));
}

QTEST_GUILESS_MAIN(TestTradeFilter)
#include "tst_tradefilter.moc"

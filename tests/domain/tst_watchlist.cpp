// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/watchlist.h"

using namespace flowglass::domain;

class TestWatchList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watches_data();
    void watches();
    void namesItsChannels();
    void refuses_data();
    void refuses();
};

void TestWatchList::watches_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("ticker");
    QTest::addColumn<bool>("watched");
    QTest::newRow("its root") << "NVDA" << "O:NVDA261218C00150000" << true;
    QTest::newRow("its adjusted root") << "NVDA" << "O:NVDA1261218C00150000" << true;
    QTest::newRow("only the adjusted one when asked so") << "NVDA1" << "O:NVDA261218C00150000" << false;
    QTest::newRow("a root that only begins alike") << "NVDA" << "O:NVDAX261218C00150000" << false;
    QTest::newRow("one of several") << "aapl, nvda" << "O:NVDA261218C00150000" << true;
    QTest::newRow("another") << "AAPL" << "O:NVDA261218C00150000" << false;
    QTest::newRow("everything") << "*" << "O:SPY261218C00150000" << true;
    QTest::newRow("everything, unreadable too") << "*" << "O:WHAT" << true;
    QTest::newRow("everything, and something by name") << "NVDA,*" << "O:SPY261218C00150000" << true;
    QTest::newRow("unreadable") << "WHAT" << "O:WHAT" << false;
    QTest::newRow("one contract") << "O:NVDA261218C00150000" << "O:NVDA261218C00150000" << true;
    QTest::newRow("not its neighbour") << "O:NVDA261218C00150000" << "O:NVDA261218C00155000" << false;
    QTest::newRow("class share") << "BRK.B" << "O:BRKB261218C00450000" << true;
}

void TestWatchList::watches()
{
    QFETCH(QString, list);
    QFETCH(QString, ticker);
    QFETCH(bool, watched);
    ContractTable table;
    const auto id = table.intern(ticker.toStdString());
    const auto watch = WatchList::parse(list);
    QVERIFY(watch);
    QCOMPARE(watch->watches(table[*id]), watched);
    QVERIFY(*WatchList::parse(watch->text()) == *watch);
}

void TestWatchList::namesItsChannels()
{
    QCOMPARE(WatchList::parse(QStringLiteral("NVDA"))->channels(), QStringList{QStringLiteral("T.*")});
    QCOMPARE(WatchList::parse(QStringLiteral("O:NVDA261218C00150000"))->channels(),
             QStringList{QStringLiteral("T.O:NVDA261218C00150000")});
}

void TestWatchList::refuses_data()
{
    QTest::addColumn<QString>("list");
    QTest::newRow("nothing") << "";
    QTest::newRow("commas") << " , ,";
    QTest::newRow("too long") << "NVIDIACORP";
    QTest::newRow("a sign") << "NVDA;AAPL";
    QTest::newRow("a broken contract") << "O:NVDA261318C00150000";
    QTest::newRow("digits alone") << "123";
}

void TestWatchList::refuses()
{
    QFETCH(QString, list);
    const auto watch = WatchList::parse(list);
    QVERIFY(!watch);
    QVERIFY(!watch.error().text.isEmpty());
}

QTEST_GUILESS_MAIN(TestWatchList)
#include "tst_watchlist.moc"

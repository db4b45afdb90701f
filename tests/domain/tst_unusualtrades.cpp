// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/filter/unusualtrades.h"
#include "support/tapetext.h"

using namespace flowglass;

class TestUnusualTrades : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data();
    void marks();
};

void TestUnusualTrades::marks_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<bool>("unusual");
    QTest::newRow("nothing much") << "2.00 x10 209" << false;
    QTest::newRow("just below the premium") << "9.99 x100 209" << false;
    QTest::newRow("the premium") << "10.00 x100 209" << true;
    QTest::newRow("just below the size") << "0.05 x999 209" << false;
    QTest::newRow("the size") << "0.05 x1000 209" << true;
    QTest::newRow("an intermarket sweep order of one") << "0.05 x1 219" << true;
    QTest::newRow("among other conditions") << "0.05 x1 227 219" << true;
    QTest::newRow("an auction by sweep order is another code") << "0.05 x1 228" << false;
    QTest::newRow("a leg") << "10.00 x100 232" << true;
    QTest::newRow("no condition") << "10.00 x100" << true;
    QTest::newRow("a cancel") << "10.00 x1000 201" << false;
    QTest::newRow("a late report") << "10.00 x1000 204" << false;
    QTest::newRow("compression") << "10.00 x1000 247" << false;
}

void TestUnusualTrades::marks()
{
    QFETCH(QString, rest);
    QFETCH(bool, unusual);
    tests::TapeText text;
    QCOMPARE(domain::isUnusualTrade(text(QStringLiteral("10:00:00.000 O:NVDA261218C00150000 ") + rest)),
             unusual);
}

QTEST_GUILESS_MAIN(TestUnusualTrades)
#include "tst_unusualtrades.moc"

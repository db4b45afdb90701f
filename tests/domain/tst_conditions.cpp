// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/conditions.h"
#include "domain/exchanges.h"

using namespace flowglass::domain;

class TestConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classes_data();
    void classes();
    void joinsSeveralAndNumbersTheUnknown();
    void keepsFourAndSaysWhenThereAreMore();
    void namesVenues();
};

void TestConditions::classes_data()
{
    // One letter a class: c cancel, l late, m multi-leg, t stock-tied, x cross, f floor, a auction, s sweep.
    QTest::addColumn<int>("id");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    const auto add = [](int id, const char* code, const char* expected) {
        QTest::newRow(code) << id << QString::fromLatin1(code) << QString::fromLatin1(expected);
    };
    for (const int id : {201, 203, 205, 207})
        QTest::addRow("cancel %d", id) << id << QString() << "c";
    for (const int id : {202, 204, 206, 208})
        QTest::addRow("late %d", id) << id << QString() << "l";
    add(209, "AUTO", "");
    add(210, "REOP", "");
    add(219, "ISOI", "s");
    add(227, "SLAN", "a");
    add(228, "SLAI", "as");
    add(229, "SLCN", "x");
    add(230, "SLCI", "xs");
    add(231, "SLFT", "f");
    add(232, "MLET", "m");
    add(233, "MLAT", "ma");
    add(234, "MLCT", "mx");
    add(235, "MLFT", "mf");
    add(236, "MESL", "m");
    add(237, "TLAT", "ta");
    add(238, "MASL", "ma");
    add(239, "MFSL", "mf");
    add(241, "TLCT", "tx");
    add(242, "TLFT", "tf");
    add(245, "TFSL", "tf");
    add(246, "CBMO", "mf");
}

void TestConditions::classes()
{
    QFETCH(int, id);
    QFETCH(QString, code);
    QFETCH(QString, expected);
    Conditions conditions;
    QVERIFY(conditions.add(id));
    const ConditionTraits traits = traitsOf(conditions);
    QString classes;
    for (const auto& [set, letter] : {std::pair(traits.cancel, 'c'), std::pair(traits.late, 'l'),
                                      std::pair(traits.multiLeg, 'm'), std::pair(traits.stockTied, 't'),
                                      std::pair(traits.cross, 'x'), std::pair(traits.floor, 'f'),
                                      std::pair(traits.auction, 'a'), std::pair(traits.sweepOrder, 's')}) {
        if (set)
            classes += QLatin1Char(letter);
    }
    QCOMPARE(classes, expected);
    if (!code.isEmpty())
        QCOMPARE(conditionCodes(conditions), code);
    QCOMPARE(updatesVolume(conditions), id > 207);
}

void TestConditions::joinsSeveralAndNumbersTheUnknown()
{
    Conditions conditions;
    QVERIFY(conditions.isEmpty());
    QCOMPARE(conditionCodes(conditions), QString());
    conditions.add(219);
    conditions.add(211);
    conditions.add(70'000);
    QCOMPARE(conditionCodes(conditions), QStringLiteral("ISOI;#211;#?"));
    QCOMPARE(conditionText(conditions), QStringLiteral("Intermarket sweep, #211, #?"));
    QVERIFY(traitsOf(conditions).sweepOrder);
}

void TestConditions::keepsFourAndSaysWhenThereAreMore()
{
    Conditions conditions;
    for (int i = 0; i < 4; ++i)
        QVERIFY(conditions.add(209));
    QVERIFY(!conditions.add(209));
}

void TestConditions::namesVenues()
{
    QCOMPARE(exchangeName(ExchangeId{304}), QStringLiteral("Cboe EDGX"));
    QCOMPARE(exchangeMic(ExchangeId{304}), QStringLiteral("EDGO"));
    QCOMPARE(exchangeMic(ExchangeId{321}), QStringLiteral("IEX Options"));
    QCOMPARE(exchangeMic(ExchangeId{65}), QStringLiteral("#65"));
    QCOMPARE(exchangeName(ExchangeId{}), QString());
    QCOMPARE(exchangeBit(ExchangeId{325}), 25U);
    QCOMPARE(exchangeBit(ExchangeId{65}), 31U);
}

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"

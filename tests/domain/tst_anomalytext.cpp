// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/anomalytext.h"

using namespace flowglass::domain;
using namespace std::chrono_literals;

class TestAnomalyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsASentence_data();
    void readsAsASentence();
    void strongestReasonComesFirst();
    void aWithdrawnOneSaysSo();
    void sizeAndPremiumCountStandingPrints();
};

void TestAnomalyText::readsAsASentence_data()
{
    QTest::addColumn<Evidence>("evidence");
    QTest::addColumn<QString>("text");
    Evidence size;
    size.value = 850;
    size.contractSeen = 1310;
    size.low = 1;
    size.high = 12;
    size.oneIn = 40'312;
    QTest::newRow("size") << size
                          << "850 contracts in one order; this contract's orders so far are 1 to 12; one order in "
                             "40,000 is as large";
    Evidence first;
    first.value = 1;
    first.baseline = 6;
    first.oneIn = 3e9;
    QTest::newRow("first order of a contract")
        << first
        << "1 contract in one order; no earlier order of this contract to compare with; typical of its underlying "
           "is 6; fewer than one order in 10 million is as large";
    Evidence sweep;
    sweep.kind = AnomalyKind::Sweep;
    sweep.value = 1240;
    sweep.venues = 7;
    sweep.prints = 9;
    sweep.oneIn = 5200;
    sweep.window = 82ms;
    QTest::newRow("sweep") << sweep
                           << "swept 7 exchanges in 82 ms: 1,240 contracts in 9 prints; one order in 5,200 hits as "
                              "many";
    Evidence activity;
    activity.kind = AnomalyKind::Activity;
    activity.value = 26;
    activity.baseline = 1.4;
    activity.window = 60s;
    QTest::newRow("activity") << activity << "26 orders in the last 60 s; usual here: 1.4";
    Evidence price;
    price.kind = AnomalyKind::Price;
    price.value = 2.95;
    price.baseline = 2.1;
    price.prints = 2;
    QTest::newRow("price") << price
                           << "traded at 2.95 where its earlier prints and the moves of its chain led to 2.10, 2 "
                              "prints in a row";
}

void TestAnomalyText::readsAsASentence()
{
    QFETCH(Evidence, evidence);
    QFETCH(QString, text);
    QCOMPARE(sentence(evidence, Wording::FixedEnglish), text);
    QVERIFY(!formula(evidence.kind, Wording::FixedEnglish).isEmpty());
    QVERIFY(!kindName(evidence.kind, Wording::FixedEnglish).isEmpty());
}

void TestAnomalyText::strongestReasonComesFirst()
{
    Anomaly anomaly;
    Evidence activity;
    activity.kind = AnomalyKind::Activity;
    activity.surprise = 7;
    activity.window = 60s;
    Evidence size;
    size.surprise = 5;
    size.value = 10;
    anomaly.evidence = {size, activity};
    const QString text = explanation(anomaly, Wording::FixedEnglish);
    QVERIFY(text.indexOf(QLatin1String("orders in the last")) < text.indexOf(QLatin1String("10 contracts")));
    anomaly.kinds.add(AnomalyKind::Activity);
    anomaly.kinds.add(AnomalyKind::Size);
    QCOMPARE(kindWords(anomaly.kinds, QLatin1Char(';')), QStringLiteral("size;activity"));
}

void TestAnomalyText::aWithdrawnOneSaysSo()
{
    Anomaly anomaly;
    anomaly.evidence.push_back({});
    anomaly.state = Anomaly::State::Withdrawn;
    QVERIFY(explanation(anomaly, Wording::FixedEnglish).startsWith(QLatin1String("Withdrawn")));
}

void TestAnomalyText::sizeAndPremiumCountStandingPrints()
{
    Anomaly anomaly;
    Trade trade;
    trade.price = Price::fromUnits(20'000);
    trade.size = 10;
    anomaly.prints = {{trade, 0, false}, {trade, 1, true}};
    QCOMPARE(anomaly.size(), std::uint64_t(10));
    QCOMPARE(anomaly.premium(), Premium::fromUnits(20'000'000));
    anomaly.state = Anomaly::State::Withdrawn;
    QCOMPARE(anomaly.size(), std::uint64_t(20));
}

QTEST_GUILESS_MAIN(TestAnomalyText)
#include "tst_anomalytext.moc"

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
    void tagsAreToldBehindTheReasons();
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
    QTest::newRow("first order of an underlying")
        << first
        << "1 contract in one order; no earlier order of its underlying to compare with; fewer than one order in 10 "
           "million is as large";
    first.seen = 300;
    QTest::newRow("first order of a contract")
        << first
        << "1 contract in one order; no earlier order of this contract to compare with; typical of its underlying "
           "is 6; fewer than one order in 10 million is as large";
    first.peers = SizePeers::CrossFloor;
    QTest::newRow("a cross is compared with crosses")
        << first
        << "1 contract in one order; typical of crossed and floor orders of its underlying is 6; fewer than one order "
           "in 10 million is as large";
    first.peers = SizePeers::MultiLeg;
    first.seen = 0;
    QTest::newRow("first multi-leg order of an underlying")
        << first
        << "1 contract in one order; no earlier multi-leg order of its underlying to compare with; fewer than one "
           "order in 10 million is as large";
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
    activity.prints = 40;
    activity.baseline = 0.02;
    QTest::newRow("activity with orders too close to count")
        << activity
        << "40 orders in the last 60 s, 26 of them half a second and more apart; usual here: less than 0.1";
    Evidence price;
    price.kind = AnomalyKind::Price;
    price.value = 2.95;
    price.baseline = 2.1;
    price.prints = 2;
    price.volBefore = 0.381;
    price.volAfter = 0.52;
    price.spot = 187.2049;
    price.spotSource = SpotSource::Parity;
    price.spotAge = 3s;
    QTest::newRow("price") << price
                           << "traded at 2.95 where 2.10 was to be expected, 2 prints in a row; implied volatility "
                              "52 %, before 38 %; underlying at 187.20 by put-call parity, 3.0 s old";
    price.volBefore = 0.4062;
    price.volAfter = 0.4118;
    price.prints = 1;
    QTest::newRow("price with a volatility that hardly moves")
        << price
        << "traded at 2.95 where 2.10 was to be expected; implied volatility 41.2 %, before 40.6 %; underlying at "
           "187.20 by put-call parity, 3.0 s old";
    price.volBefore = 0.381;
    price.volAfter = 0.0;
    price.spotSource = SpotSource::Chain;
    price.spotAge = 250ms;
    QTest::newRow("price that no volatility explains")
        << price
        << "traded at 2.95 where 2.10 was to be expected; no volatility explains it; before, it was 38 %; underlying "
           "at 187.20 by the prices of its chain, 250 ms old";
    Evidence repeat;
    repeat.kind = AnomalyKind::Repeat;
    repeat.value = 9;
    repeat.baseline = 0.2;
    repeat.size = 45;
    repeat.chance = 0.003;
    repeat.window = 4min;
    QTest::newRow("repeat") << repeat
                            << "45 contracts traded 9 times within 4 min; expected: 0.2 times, as 0.3 % of the "
                               "orders here have that size";
    repeat.value = 2;
    repeat.window = 1s;
    repeat.baseline = 0.001;
    repeat.chance = 0.00001;
    QTest::newRow("a repeat that was hardly to be expected")
        << repeat
        << "45 contracts traded 2 times within 1.0 s; expected: less than 0.1 times, as less than 0.01 % of the "
           "orders here have that size";
    Evidence surge;
    surge.kind = AnomalyKind::Surge;
    surge.value = 1180;
    surge.baseline = 280;
    surge.window = 2min;
    QTest::newRow("surge") << surge
                           << "all its options at 4.2 times their usual pace: 1,180 orders in 2 min, expected 280";
    surge.busiest = {{{}, *OptionSymbol::parse("O:NVDA261218C00150000"), 310.4},
                     {{}, *OptionSymbol::parse("O:NVDA261218P00140000"), 99.0}};
    QTest::newRow("surge with its busiest contracts")
        << surge
        << "all its options at 4.2 times their usual pace: 1,180 orders in 2 min, expected 280; among them NVDA 18 Dec "
           "26 150 C (310), NVDA 18 Dec 26 140 P (99)";
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
    for (unsigned kind = 0; kind < unsigned(AnomalyKind::Count); ++kind)
        QVERIFY(!kindName(AnomalyKind(kind), Wording::FixedEnglish).isEmpty());
}

void TestAnomalyText::tagsAreToldBehindTheReasons()
{
    Anomaly anomaly;
    anomaly.contract = ContractId{1};
    Evidence size;
    size.value = 10;
    anomaly.evidence = {size};
    anomaly.tags.add(AnomalyTag::MultiLeg);
    anomaly.tags.add(AnomalyTag::Auction); // too common to be told
    anomaly.tags.add(AnomalyTag::ExpiresToday);
    QVERIFY(explanation(anomaly, Wording::FixedEnglish)
                .endsWith(QLatin1String("; a leg of a multi-leg order; expires today")));
    anomaly.contract.reset(); // of a whole underlying: the tags are of a few prints only
    QVERIFY(!explanation(anomaly, Wording::FixedEnglish).contains(QLatin1String("expires")));
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

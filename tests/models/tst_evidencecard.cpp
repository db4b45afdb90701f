// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/evidencecard.h"
#include "models/tapefixture.h"

#include <QLocale>
#include <QSet>

using namespace flowglass;
using namespace flowglass::test;
using namespace std::chrono_literals;
using domain::AnomalyKind;
using models::EvidenceCard;

namespace {

domain::Anomaly sweep(Tape& tape, int prints)
{
    domain::Anomaly anomaly;
    anomaly.id = 7;
    anomaly.contract = domain::ContractId{0};
    anomaly.time = kMorning + 123ms;
    anomaly.score = 6.4;
    anomaly.kinds.add(AnomalyKind::Size);
    anomaly.kinds.add(AnomalyKind::Sweep);
    for (int i = 0; i < prints; ++i) {
        const domain::Trade trade = tape.trade({.price = 25'000 + i * 100,
                                                .size = 1000U * unsigned(i + 1),
                                                .exchange = std::uint16_t(300 + i % 5),
                                                .conditions = {219},
                                                .atMs = 123 + i * 12});
        anomaly.prints.push_back({trade, std::uint64_t(40 + i), i == 1});
    }
    domain::Evidence size;
    size.kind = AnomalyKind::Size;
    size.surprise = 4.9;
    size.value = 850;
    size.baseline = 2.5;
    size.seen = 40'321;
    size.contractSeen = 12;
    size.oneIn = 80'000;
    domain::Evidence swept = size;
    swept.kind = AnomalyKind::Sweep;
    swept.surprise = 6.4;
    swept.venues = 4;
    swept.prints = 5;
    swept.window = 120ms;
    anomaly.evidence = {size, swept};
    return anomaly;
}

EvidenceCard cardOf(const domain::Anomaly& anomaly)
{
    const char* ticker = "O:NVDA261218C00150000";
    return models::evidenceCard(anomaly, {ticker, domain::OptionSymbol::parse(ticker)}, domain::ZoneTime::newYork());
}

} // namespace

class TestEvidenceCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void headAndScore()
    {
        Tape tape;
        const EvidenceCard card = cardOf(sweep(tape, 3));
        QCOMPARE(card.title, QStringLiteral("NVDA 18 Dec 26 150 C at 10:04:05.123"));
        QCOMPARE(card.score, QStringLiteral("6.40"));
        QVERIFY(card.headline.contains(QStringLiteral("exchange")));
        QVERIFY(!card.withdrawn);
    }

    void aWholeUnderlyingHasItsName()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.contract.reset();
        anomaly.root = "NVDA";
        anomaly.evidence.resize(1);
        anomaly.evidence[0].kind = AnomalyKind::Surge;
        const EvidenceCard card = cardOf(anomaly);
        QCOMPARE(card.title, QStringLiteral("NVDA options at 10:04:05.123"));
        QCOMPARE(card.evidence[0].sample, QStringLiteral("40,321 seen"));
        QVERIFY(card.evidence[0].historyNote.isEmpty());
    }

    void theStrongestReasonComesFirst()
    {
        Tape tape;
        const EvidenceCard card = cardOf(sweep(tape, 3));
        QCOMPARE(card.evidence.size(), std::size_t(2));
        QCOMPARE(card.evidence[0].name, QStringLiteral("Sweep"));
        QCOMPARE(card.evidence[0].surprise, QStringLiteral("6.40"));
        QCOMPARE(card.evidence[0].window, QStringLiteral("120 ms"));
        QCOMPARE(card.evidence[1].name, QStringLiteral("Size"));
        QVERIFY(card.evidence[1].window.isEmpty());
    }

    void everyNumberIsThere()
    {
        Tape tape;
        const models::EvidenceRow row = cardOf(sweep(tape, 3)).evidence[1];
        QCOMPARE(row.value, QStringLiteral("850 contracts"));
        QCOMPARE(row.baseline, QStringLiteral("2.5 contracts"));
        QCOMPARE(row.sample, QStringLiteral("40,321 seen, 12 of this contract"));
        QVERIFY(!row.sentence.isEmpty());
        QVERIFY(row.formula.contains(QStringLiteral("log10")));
        QVERIFY(!row.historyNote.isEmpty()); // 12 orders are little history
        QCOMPARE(row.often, QStringLiteral("one order in 80,000"));
    }

    void theScoreIsMadeOfTheSurprise()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 3);
        anomaly.evidence[0].surprise = 6.71;
        anomaly.evidence[0].raw = 5.52;
        anomaly.evidence[0].slope = 0.96;
        anomaly.evidence[0].offset = 0.96;
        const auto scaleOf = [&anomaly] { return cardOf(anomaly).evidence[0].scale; };
        QVERIFY2(scaleOf().startsWith(QStringLiteral("score 6.71 = surprise 5.52 / 0.96 + 0.96")), qPrintable(scaleOf()));
        anomaly.evidence[0].offset = -0.5;
        QVERIFY2(scaleOf().contains(QString::fromUtf8("/ 0.96 − 0.50")), qPrintable(scaleOf()));
        anomaly.evidence[0].slope = 0.0;
        QVERIFY(scaleOf().isEmpty());
    }

    void withoutHistoryOfItsOwnItSaysSo()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence[0].contractSeen = 0;
        QVERIFY(cardOf(anomaly).evidence[1].historyNote.startsWith(QStringLiteral("Not enough history")));
        anomaly.evidence[0].contractSeen = 300;
        QVERIFY(cardOf(anomaly).evidence[1].historyNote.isEmpty());
    }

    void aPriceNamesVolatilityAndWhereTheUnderlyingCameFrom()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence.resize(1);
        domain::Evidence& price = anomaly.evidence[0];
        price = {};
        price.kind = AnomalyKind::Price;
        price.value = 2.95;
        price.baseline = 2.10;
        price.volBefore = 0.38;
        price.volAfter = 0.52;
        price.spot = 182.4;
        price.spotSource = domain::SpotSource::Parity;
        price.spotAge = 3s;
        const models::EvidenceRow row = cardOf(anomaly).evidence[0];
        QCOMPARE(row.facts.size(), std::size_t(2));
        QCOMPARE(row.facts[0].text, QString::fromUtf8("38 % → 52 %"));
        QCOMPARE(row.facts[1].text, QStringLiteral("$182.40 from put-call parity, 3.0 s old"));
        QVERIFY(row.often.isEmpty());
        price.volBefore = 0.4062;
        price.volAfter = 0.4118;
        QCOMPARE(cardOf(anomaly).evidence[0].facts[0].text, QString::fromUtf8("40.6 % → 41.2 %"));
        price.spotSource = domain::SpotSource::None;
        price.volAfter = 0.0;
        const models::EvidenceRow unknown = cardOf(anomaly).evidence[0];
        QCOMPARE(unknown.facts[1].text, QStringLiteral("price not known"));
        QVERIFY(unknown.facts[0].text.contains(QStringLiteral("none")));
    }

    void aSurgeNamesItsBusiestContracts()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence.resize(1);
        domain::Evidence& surge = anomaly.evidence[0];
        surge.kind = AnomalyKind::Surge;
        surge.value = 1180;
        surge.baseline = 280;
        surge.busiest = {{{0}, *domain::OptionSymbol::parse("O:NVDA261218C00150000"), 120.0}};
        const models::EvidenceRow row = cardOf(anomaly).evidence[0];
        QCOMPARE(row.facts[0].text, QStringLiteral("4.2 times the usual"));
        QCOMPARE(row.facts[1].text, QStringLiteral("NVDA 18 Dec 26 150 C (120)"));
    }

    void aRepeatNamesTheSizeAndItsChance()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence.resize(1);
        anomaly.evidence[0].kind = AnomalyKind::Repeat;
        anomaly.evidence[0].size = 45;
        anomaly.evidence[0].chance = 0.003;
        QCOMPARE(cardOf(anomaly).evidence[0].facts[0].text, QStringLiteral("45 contracts; 0.3 % of the orders here"));
    }

    void everyTagHasWordsAndSaysWhatItMeans()
    {
        const std::vector<models::TagChip> chips = models::tagChips(domain::TagSet::all());
        QCOMPARE(chips.size(), std::size_t(domain::AnomalyTag::Count));
        QSet<QString> texts;
        for (const models::TagChip& chip : chips) {
            QVERIFY(chip.toolTip.size() > chip.text.size());
            texts.insert(chip.text);
        }
        QCOMPARE(std::size_t(texts.size()), chips.size());
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        QVERIFY(cardOf(anomaly).tags.empty());
        anomaly.tags.add(domain::AnomalyTag::IntermarketSweep);
        QCOMPARE(cardOf(anomaly).tags[0].text, QStringLiteral("ISO"));
    }

    void unitsFollowTheDetector_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("sizes in contracts") << int(AnomalyKind::Size) << 1200.0 << QStringLiteral("1,200 contracts");
        QTest::newRow("activity in orders") << int(AnomalyKind::Activity) << 40.0 << QStringLiteral("40 orders");
        QTest::newRow("expected orders with a decimal")
            << int(AnomalyKind::Activity) << 1.23 << QStringLiteral("1.2 orders");
        QTest::newRow("repeats in orders") << int(AnomalyKind::Repeat) << 9.0 << QStringLiteral("9 orders");
        QTest::newRow("surges in orders") << int(AnomalyKind::Surge) << 1180.0 << QStringLiteral("1,180 orders");
        QTest::newRow("prices in dollars") << int(AnomalyKind::Price) << 2.5 << QStringLiteral("$2.50");
    }
    void unitsFollowTheDetector()
    {
        QFETCH(int, kind);
        QFETCH(double, value);
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence.resize(1);
        anomaly.evidence[0].kind = AnomalyKind(kind);
        anomaly.evidence[0].value = value;
        QTEST(cardOf(anomaly).evidence[0].value, "text");
    }

    void whatIsHardlyExpectedIsNotNothing()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence.resize(1);
        domain::Evidence& reason = anomaly.evidence[0];
        reason.kind = AnomalyKind::Activity;
        reason.baseline = 0.01;
        QCOMPARE(cardOf(anomaly).evidence[0].baseline, QStringLiteral("less than 0.1 orders"));
        reason.kind = AnomalyKind::Size;
        reason.baseline = 0.0; // its underlying had no order yet
        QVERIFY(cardOf(anomaly).evidence[0].baseline.isEmpty());
    }

    void ordersTooCloseToCountAreTold()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence.resize(1);
        domain::Evidence& reason = anomaly.evidence[0];
        reason.kind = AnomalyKind::Activity;
        reason.value = 26;
        reason.prints = 26;
        QVERIFY(cardOf(anomaly).evidence[0].facts.empty());
        reason.prints = 40;
        QCOMPARE(cardOf(anomaly).evidence[0].facts[0].text, QStringLiteral("14"));
    }

    void aLegIsComparedWithLegsNotWithItsContract()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 1);
        anomaly.evidence.resize(1);
        domain::Evidence& reason = anomaly.evidence[0];
        reason.contractSeen = 0; // nothing is kept of legs by contract
        reason.peers = domain::SizePeers::MultiLeg;
        QCOMPARE(cardOf(anomaly).evidence[0].sample, QStringLiteral("40,321 seen"));
        QVERIFY(cardOf(anomaly).evidence[0].historyNote.isEmpty());
        reason.seen = 12;
        QVERIFY(cardOf(anomaly).evidence[0].historyNote.contains(QStringLiteral("of its underlying (12")));
    }

    void printsAreTimedFromTheFirst()
    {
        Tape tape;
        const EvidenceCard card = cardOf(sweep(tape, 3));
        QCOMPARE(card.prints.size(), std::size_t(3));
        QCOMPARE(card.prints[0].offset, QStringLiteral("0 ms"));
        QCOMPARE(card.prints[1].offset, QStringLiteral("+12 ms"));
        QCOMPARE(card.prints[1].venue, QStringLiteral("BOX"));
        QCOMPARE(card.prints[1].size, QStringLiteral("2,000"));
        QCOMPARE(card.prints[1].price, QStringLiteral("2.51"));
        QCOMPARE(card.prints[1].conditions, QStringLiteral("Intermarket sweep"));
        QCOMPARE(card.prints[1].row, std::uint64_t(41));
        QVERIFY(card.prints[1].cancelled);
        QVERIFY(!card.prints[2].cancelled);
        QVERIFY(card.morePrints.isEmpty());
    }

    void offsetsOverASecondAndBeforeTheFirst()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 3);
        anomaly.prints[1].trade.setTime(anomaly.time + 1'300ms);
        anomaly.prints[2].trade.setTime({anomaly.time.value - 4});
        const EvidenceCard card = cardOf(anomaly);
        QCOMPARE(card.prints[1].offset, QStringLiteral("+1.3 s"));
        QCOMPARE(card.prints[2].offset, QStringLiteral("-4 ms"));
    }

    void aLongListIsCutAndSaysSo()
    {
        Tape tape;
        const EvidenceCard card = cardOf(sweep(tape, 130));
        QCOMPARE(card.prints.size(), EvidenceCard::kMaxPrints);
        QVERIFY(card.morePrints.contains(QStringLiteral("30")));
    }

    void aWithdrawnOneSaysSo()
    {
        Tape tape;
        domain::Anomaly anomaly = sweep(tape, 2);
        anomaly.state = domain::Anomaly::State::Withdrawn;
        QVERIFY(cardOf(anomaly).withdrawn);
        QVERIFY(cardOf(anomaly).headline.startsWith(QStringLiteral("Withdrawn")));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceCard)
#include "tst_evidencecard.moc"

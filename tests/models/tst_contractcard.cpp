// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/contractcard.h"
#include "models/tapefixture.h"

#include <QLocale>

using namespace flowglass;
using namespace flowglass::test;
using namespace std::chrono_literals;
using domain::ContractDetail;
using domain::ContractSnapshot;
using domain::ContractTerms;
using models::CardGroup;
using models::CardGroupId;
using models::CardRow;
using models::CardState;
using models::ContractCard;

namespace {

constexpr domain::UnixNs kNow = domain::toNs(kMorning);

domain::UnixNs before(std::chrono::nanoseconds age) { return {kNow.value - age.count()}; }

const CardGroup& group(const ContractCard& card, CardGroupId id) { return card.groups.at(std::size_t(id)); }

CardRow row(const ContractCard& card, CardGroupId id, const char* label)
{
    const auto& rows = group(card, id).rows;
    const auto found = std::ranges::find(rows, QString::fromLatin1(label), &CardRow::label);
    return found == rows.end() ? CardRow{QString(), QStringLiteral("(no such row)"), false, {}} : *found;
}

ContractDetail ready(const ContractTerms& terms, const ContractSnapshot& snapshot)
{
    ContractDetail detail;
    detail.terms = {domain::Fetched<ContractTerms>::State::Ready, terms, before(2h), {}};
    detail.snapshot = {domain::Fetched<ContractSnapshot>::State::Ready, snapshot, before(12s), {}};
    return detail;
}

ContractTerms nvdaTerms()
{
    ContractTerms terms;
    terms.ticker = QStringLiteral("O:NVDA261218C00150000");
    terms.underlying = QStringLiteral("NVDA");
    terms.type = QStringLiteral("call");
    terms.exerciseStyle = QStringLiteral("american");
    terms.expirationDate = QStringLiteral("2026-12-18");
    terms.primaryExchange = QStringLiteral("BATO");
    terms.cfi = QStringLiteral("OCASPS");
    terms.strike = 150.0;
    terms.sharesPerContract = 100;
    return terms;
}

ContractSnapshot nvdaSnapshot()
{
    ContractSnapshot snapshot;
    snapshot.bid = 2.4;
    snapshot.ask = 2.5;
    snapshot.midpoint = 2.45;
    snapshot.bidSize = 1200;
    snapshot.askSize = 5;
    snapshot.quoteTime = before(3s);
    snapshot.quoteTimeframe = QStringLiteral("DELAYED");
    snapshot.impliedVolatility = 0.3842;
    snapshot.delta = 0.5123;
    snapshot.theta = -0.0871;
    snapshot.openInterest = 12'345;
    snapshot.breakEven = 152.45;
    snapshot.dayVolume = 0; // provided, and nothing traded
    snapshot.underlyingTicker = QStringLiteral("NVDA");
    snapshot.underlyingPrice = 149.87;
    snapshot.underlyingUpdated = before(90s);
    return snapshot;
}

ContractCard cardOf(const char* ticker, const ContractDetail* detail, const tape::ContractTotals& totals = {})
{
    const domain::ContractTable::Entry entry{ticker, domain::OptionSymbol::parse(ticker)};
    return models::contractCard(entry, totals, detail, kNow, domain::ZoneTime::newYork());
}

constexpr const char* kNvda = "O:NVDA261218C00150000";

} // namespace

class TestContractCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void beforeAnythingIsAskedTheStreamIsThere()
    {
        Tape tape;
        tape.add({.price = 25'000, .size = 300, .atMs = 0});
        tape.add({.price = 26'000, .size = 100, .atMs = 1'500});
        const ContractCard card = cardOf(kNvda, nullptr, tape.store.totals({0}));
        QCOMPARE(card.title, QStringLiteral("NVDA 18 Dec 26 150 C"));
        QCOMPARE(card.groups.size(), std::size_t(6));
        QCOMPARE(int(group(card, CardGroupId::Tape).state), int(CardState::Live));
        QCOMPARE(row(card, CardGroupId::Tape, "Prints").text, QStringLiteral("2"));
        QCOMPARE(row(card, CardGroupId::Tape, "Volume").text, QStringLiteral("400"));
        QCOMPARE(row(card, CardGroupId::Tape, "VWAP").text, QStringLiteral("2.5250"));
        QCOMPARE(row(card, CardGroupId::Tape, "Last").text, QStringLiteral("2.60 at 10:04:06.500"));
        QCOMPARE(row(card, CardGroupId::Tape, "High").text, QStringLiteral("2.60"));
        QCOMPARE(row(card, CardGroupId::Tape, "Low").text, QStringLiteral("2.50"));
        QCOMPARE(row(card, CardGroupId::Tape, "Premium").text, QStringLiteral("$101,000"));
        QCOMPARE(int(group(card, CardGroupId::Terms).state), int(CardState::NotAsked));
        QCOMPARE(row(card, CardGroupId::Terms, "Underlying").text, QStringLiteral("NVDA"));
        QCOMPARE(row(card, CardGroupId::Terms, "Type").text, QStringLiteral("Call"));
        QCOMPARE(row(card, CardGroupId::Terms, "Strike").text, QStringLiteral("150.00"));
        QVERIFY(row(card, CardGroupId::Terms, "Expiry").text.startsWith(QStringLiteral("2026-12-18")));
        QVERIFY(group(card, CardGroupId::Quote).rows.empty());
        QCOMPARE(int(group(card, CardGroupId::Quote).state), int(CardState::NotAsked));
    }

    void aContractWithoutPrintsSaysSoInsteadOfZero()
    {
        const ContractCard card = cardOf(kNvda, nullptr);
        QVERIFY(!row(card, CardGroupId::Tape, "Last").provided);
        QVERIFY(!row(card, CardGroupId::Tape, "VWAP").provided);
        QCOMPARE(row(card, CardGroupId::Tape, "High").text, QStringLiteral("no print yet"));
        QCOMPARE(row(card, CardGroupId::Tape, "Prints").text, QStringLiteral("0")); // a count is a fact
    }

    void values_data()
    {
        QTest::addColumn<int>("groupId");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("text");
        const auto add = [](CardGroupId id, const char* label, const char* text) {
            QTest::addRow("%d %s", int(id), label) << int(id) << QString::fromLatin1(label) << QString::fromUtf8(text);
        };
        add(CardGroupId::Terms, "Exercise", "American");
        add(CardGroupId::Terms, "Shares per contract", "100");
        add(CardGroupId::Terms, "Exchange", "BATO");
        add(CardGroupId::Terms, "CFI", "OCASPS");
        add(CardGroupId::Quote, "Bid", "2.40 × 1,200");
        add(CardGroupId::Quote, "Ask", "2.50 × 5");
        add(CardGroupId::Quote, "Middle", "2.45");
        add(CardGroupId::Quote, "Spread", "0.10 (4.1%)");
        add(CardGroupId::Quote, "Quoted", "10:04:02.000, 3 s ago, delayed");
        add(CardGroupId::Quote, "Break-even", "152.45");
        add(CardGroupId::Quote, "Underlying", "NVDA 149.87, 90 s ago");
        add(CardGroupId::Greeks, "Implied volatility", "38.4%");
        add(CardGroupId::Greeks, "Delta", "0.5123");
        add(CardGroupId::Greeks, "Gamma", "not provided");
        add(CardGroupId::Greeks, "Theta", "-0.0871");
        add(CardGroupId::Greeks, "Vega", "not provided");
        add(CardGroupId::Day, "Open", "not provided");
        add(CardGroupId::Day, "Volume", "0");
        add(CardGroupId::Day, "Updated", "not provided");
        add(CardGroupId::OpenInterest, "Open interest", "12,345");
        add(CardGroupId::OpenInterest, "As of", "end of 2026-11-19, the previous trading day");
    }
    void values()
    {
        QFETCH(int, groupId);
        QFETCH(QString, label);
        QFETCH(QString, text);
        const ContractDetail detail = ready(nvdaTerms(), nvdaSnapshot());
        const ContractCard card = cardOf(kNvda, &detail);
        const CardRow found = row(card, CardGroupId(groupId), label.toLatin1().constData());
        QCOMPARE(found.text, text);
        QCOMPARE(found.provided, text != QStringLiteral("not provided"));
        QCOMPARE(int(group(card, CardGroupId(groupId)).state), int(CardState::Ready));
    }

    void absentIsNeverZero()
    {
        const ContractDetail detail = ready({}, {});
        const ContractCard card = cardOf("O:AAPL211022C000150000", &detail); // nor can the symbol be read
        for (const CardGroup& part : card.groups) {
            if (part.id == CardGroupId::Tape)
                continue;
            QVERIFY(!part.rows.empty());
            for (const CardRow& line : part.rows) {
                QCOMPARE(line.text, QStringLiteral("not provided"));
                QVERIFY(!line.provided);
            }
        }
        QCOMPARE(card.title, QStringLiteral("O:AAPL211022C000150000"));
    }

    void theMiddleIsWorkedOutFromBidAndAsk()
    {
        ContractSnapshot snapshot;
        snapshot.bid = 1.0;
        snapshot.ask = 1.5;
        ContractDetail detail = ready({}, snapshot);
        QCOMPARE(row(cardOf(kNvda, &detail), CardGroupId::Quote, "Middle").text, QStringLiteral("1.25"));
        snapshot.ask.reset();
        detail = ready({}, snapshot);
        QVERIFY(!row(cardOf(kNvda, &detail), CardGroupId::Quote, "Middle").provided);
        QVERIFY(!row(cardOf(kNvda, &detail), CardGroupId::Quote, "Spread").provided);
    }

    void adjustedDeliverablesAreListed()
    {
        ContractTerms terms = nvdaTerms();
        terms.sharesPerContract = 10;
        terms.additionalUnderlyings = {{QStringLiteral("VMW"), QStringLiteral("equity"), 4},
                                       {QStringLiteral("USD"), QStringLiteral("currency"), 23.5}};
        const ContractDetail detail = ready(terms, {});
        Tape tape;
        tape.add({.price = 25'000, .size = 300});
        const ContractCard card = cardOf("O:NVDA1261218C00150000", &detail, tape.store.totals({0}));
        QVERIFY(card.adjusted);
        const QString delivers = row(card, CardGroupId::Terms, "Delivers").text;
        QVERIFY2(delivers.startsWith(QStringLiteral("10 share")), qPrintable(delivers));
        QVERIFY2(delivers.endsWith(QStringLiteral(" + 4 VMW shares + 23.50 USD cash")), qPrintable(delivers));
        QCOMPARE(row(card, CardGroupId::Tape, "Premium").text, QStringLiteral("$7,500"));
    }

    void aStandardContractHasNoDeliverables()
    {
        const ContractDetail detail = ready(nvdaTerms(), {});
        const ContractCard card = cardOf(kNvda, &detail);
        QVERIFY(!card.adjusted);
        QCOMPARE(row(card, CardGroupId::Terms, "Delivers").text, QStringLiteral("(no such row)"));
        QVERIFY(cardOf("O:NVDA1261218C00150000", nullptr).adjusted);
    }

    void anOldAnswerStaysWhileANewOneIsLoading()
    {
        ContractDetail detail = ready(nvdaTerms(), nvdaSnapshot());
        detail.snapshot.state = domain::Fetched<ContractSnapshot>::State::Loading;
        const ContractCard card = cardOf(kNvda, &detail);
        const CardGroup& quote = group(card, CardGroupId::Quote);
        QCOMPARE(int(quote.state), int(CardState::Loading));
        QCOMPARE(quote.stateText, QStringLiteral("loading…"));
        QCOMPARE(quote.ageText, QStringLiteral("12 s ago"));
        QVERIFY(!quote.rows.empty());
        QCOMPARE(group(card, CardGroupId::Terms).ageText, QStringLiteral("2 h ago"));
    }

    void failuresSayWhy_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("state");
        QTest::newRow("not in the plan") << int(domain::Error::Code::NotInPlan) << int(CardState::NotInPlan);
        QTest::newRow("no answer in time") << int(domain::Error::Code::TimedOut) << int(CardState::Failed);
        QTest::newRow("not found") << int(domain::Error::Code::NotFound) << int(CardState::Failed);
    }
    void failuresSayWhy()
    {
        QFETCH(int, code);
        QFETCH(int, state);
        ContractDetail detail = ready(nvdaTerms(), {});
        detail.snapshot = {};
        detail.snapshot.state = domain::Fetched<ContractSnapshot>::State::Failed;
        detail.snapshot.error = domain::Error{domain::Error::Code(code), {}, QStringLiteral("Because.")};
        const ContractCard card = cardOf(kNvda, &detail);
        for (const CardGroupId id : {CardGroupId::Quote, CardGroupId::Greeks, CardGroupId::Day,
                                     CardGroupId::OpenInterest}) {
            QCOMPARE(int(group(card, id).state), state);
            QCOMPARE(group(card, id).errorText, QStringLiteral("Because."));
            QVERIFY(group(card, id).rows.empty());
            QVERIFY(!group(card, id).stateText.isEmpty());
        }
        QCOMPARE(int(group(card, CardGroupId::Terms).state), int(CardState::Ready));
    }

    void theSnapshotWaitsForTheTerms()
    {
        ContractDetail detail;
        detail.terms.state = domain::Fetched<ContractTerms>::State::Loading;
        QCOMPARE(int(group(cardOf(kNvda, &detail), CardGroupId::Quote).state), int(CardState::Loading));
        detail.terms.state = domain::Fetched<ContractTerms>::State::Failed;
        detail.terms.error = domain::Error{domain::Error::Code::NotFound, {}, QStringLiteral("No such contract.")};
        const ContractCard card = cardOf(kNvda, &detail);
        QCOMPARE(int(group(card, CardGroupId::Terms).state), int(CardState::Failed));
        QCOMPARE(int(group(card, CardGroupId::Quote).state), int(CardState::NotAsked));
        QVERIFY(group(card, CardGroupId::Quote).stateText.contains(QStringLiteral("terms")));
        // What the symbol says is still there.
        QCOMPARE(row(card, CardGroupId::Terms, "Strike").text, QStringLiteral("150.00"));
    }

    void sameInputSameCard()
    {
        const ContractDetail detail = ready(nvdaTerms(), nvdaSnapshot());
        QVERIFY(cardOf(kNvda, &detail) == cardOf(kNvda, &detail));
    }

    void anAgeIsNeverBelowZero()
    {
        ContractDetail detail = ready(nvdaTerms(), {});
        detail.terms.fetchedAt = {kNow.value + 5'000'000'000}; // the clocks differ
        QCOMPARE(group(cardOf(kNvda, &detail), CardGroupId::Terms).ageText, QStringLiteral("just now"));
    }
};

QTEST_GUILESS_MAIN(TestContractCard)
#include "tst_contractcard.moc"

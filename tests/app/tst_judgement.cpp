// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/desktop/judgement.h"
#include "detect/pricedmarket.h"

#include <QLocale>

using namespace flowglass;
using domain::AnomalyKind;
using tests::EngineFixture;
using tests::PricedMarket;

// What the engine remembers of a print, as the window says it.
class TstJudgement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }
    void aBurstIsNeverWithinRounding();
    void anOrderAndItsCancel();
    void aSilentDetectorSaysWhatThereWas();
    void aFilteredOneSaysByWhat();
    void theDrawingIsOfTheOrderThatTheWordsName();
    void aPrintInTwoAnomaliesIsCountedOnce();
};

namespace {

models::WhyNotCard cardOf(const EngineFixture& f, std::uint64_t row)
{
    const domain::Trade& trade = f.trades[row];
    return models::whyNotCard(trade, f.text.contracts()[trade.contract], domain::ZoneTime::newYork(),
                              app::judgementOf(f.engine, trade, row));
}

const models::WhyNotRow& rowOf(const models::WhyNotCard& card, AnomalyKind kind)
{
    return card.rows[std::size_t(kind)];
}

} // namespace

void TstJudgement::aBurstIsNeverWithinRounding()
{
    EngineFixture f;
    f.background(60);
    domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C00139000 5.90 x2 @305 209"));
    int parts = 0;
    for (int at = 0; at < 200; ++at) {
        trade.setTime({EngineFixture::kTenMs + 3'600'000 + at * 1'500LL});
        f.feed(trade);
        const models::WhyNotCard card = cardOf(f, f.lastRow());
        const models::WhyNotRow& activity = rowOf(card, AnomalyKind::Activity);
        const bool reached = activity.missing.isEmpty() && activity.score >= activity.threshold;
        QCOMPARE(card.flagged, f.engine.anomalyOfRow(f.lastRow()).has_value());
        const char* expected = card.flagged ? "Flagged: its highest score is "
                               : reached    ? "Part of anomaly 1 (11:00:10.500), which was running: "
                                            : "Not flagged: the highest score is ";
        QVERIFY2(card.verdict.startsWith(QLatin1String(expected)), qPrintable(card.verdict));
        parts += reached && !card.flagged ? 1 : 0;
    }
    QVERIFY(parts > 100);
}

void TstJudgement::anOrderAndItsCancel()
{
    PricedMarket f;
    f.trade(0, 3'600'000);
    const double fair = std::round(f.fair(103, true, 3'600'000) * 20) / 20;
    const auto print = [&f](std::int64_t ms, double price, int size, int exchange, int condition) {
        domain::Trade trade = f.text(QStringLiteral("10:00:00.000 O:XYZ261218C00103000 %1 x%2 @%3 %4")
                                         .arg(price, 0, 'f', 2)
                                         .arg(size)
                                         .arg(exchange)
                                         .arg(condition));
        trade.setTime({EngineFixture::kTenMs + ms});
        f.feed(trade);
        return f.lastRow();
    };
    const std::uint64_t mate = print(3'600'000, fair, 1, 300, 209);
    const std::uint64_t far = print(3'600'060, fair, 9'000, 305, 209);
    QVERIFY(cardOf(f, far).verdict.startsWith(QStringLiteral("Flagged: its highest score is ")));
    const models::WhyNotCard first = cardOf(f, mate);
    QVERIFY(first.flagged);
    QVERIFY2(first.verdict.startsWith(QStringLiteral("Flagged in anomaly 1 (11:00:00.060): another print")), qPrintable(first.verdict));
    QVERIFY(rowOf(first, AnomalyKind::Sweep).missing.contains(QStringLiteral("went on to")));
    print(3'605'000, fair, 9'000, 305, 201);
    const models::WhyNotCard cancelled = cardOf(f, far);
    QVERIFY(!cancelled.flagged);
    QVERIFY(cancelled.verdict.startsWith(QStringLiteral("Cancelled later")));
}

void TstJudgement::aSilentDetectorSaysWhatThereWas()
{
    EngineFixture f;
    f.background(59);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00150000 2.00 x45 @305 209"));
    const models::WhyNotCard card = cardOf(f, f.lastRow());
    for (const models::WhyNotRow& row : card.rows)
        QVERIFY2(!row.sentence.isEmpty(), qPrintable(row.name));
    const models::WhyNotRow& activity = rowOf(card, AnomalyKind::Activity);
    QVERIFY(activity.missing.contains(QStringLiteral("Too few orders")));
    QVERIFY2(activity.sentence.contains(QStringLiteral("in the minute up to it; usual by now: ")),
             qPrintable(activity.sentence));
    QVERIFY(rowOf(card, AnomalyKind::Repeat).missing.contains(QStringLiteral("first order of this size")));
}

void TstJudgement::aFilteredOneSaysByWhat()
{
    EngineFixture f(detect::Settings{10.0, domain::KindSet::all(), domain::Premium::fromUnits(10'000'000'000)});
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 0.50 x9000 @305 209"));
    const models::WhyNotCard card = cardOf(f, f.lastRow());
    QVERIFY2(card.verdict.endsWith(QStringLiteral("but $450,000 was at stake, $1,000,000 is the least.")),
             qPrintable(card.verdict));
}

void TstJudgement::theDrawingIsOfTheOrderThatTheWordsName()
{
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    f.feed(QStringLiteral("11:00:00.010 O:XYZ261218C00120000 4.00 x10 @306 209"));
    const models::PrintJudgement judgement = app::judgementOf(f.engine, f.trades.back(), f.lastRow());
    QCOMPARE(judgement.orderSize, 9'010U);
    const QString words = judgement.rows[std::size_t(AnomalyKind::Size)].sentence;
    QVERIFY2(words.contains(QStringLiteral("9,010")), qPrintable(words));
    f.feed(QStringLiteral("11:00:01.000 O:XYZ261218C00120000 4.00 x5 @306 202")); // late: never judged
    QCOMPARE(app::judgementOf(f.engine, f.trades.back(), f.lastRow()).orderSize, 5U);
}

void TstJudgement::aPrintInTwoAnomaliesIsCountedOnce()
{
    // Which order raises a surge is found in a first run; in a second one it is a block as well.
    const auto order = [](EngineFixture& f, int at, int size) {
        domain::Trade trade = f.text(QStringLiteral("11:00:00.000 O:XYZ261218C%1 4.00 x%2 @305 209")
                                         .arg(100'000 + at % 40 * 1'000, 8, 10, QLatin1Char('0'))
                                         .arg(size));
        trade.setTime({trade.time().value + at * 100});
        return f.feed(trade);
    };
    EngineFixture first;
    first.background(60);
    int raising = 0;
    while (order(first, raising, 2).empty() && raising < 600)
        ++raising;
    EngineFixture f;
    f.background(60);
    for (int at = 0; at < raising; ++at)
        order(f, at, 2);
    QCOMPARE(order(f, raising, 30'000).size(), std::size_t(2));
    f.feed(QStringLiteral("11:05:00.000 O:XYZ261218C00100000 4.00 x1 @305 219")); // unusual by the rule only
    tape::TradeStore store;
    for (const domain::Trade& trade : f.trades)
        store.append(trade);
    const models::UnusualOverlap overlap = app::unusualOverlap(f.engine, store, 2);
    QCOMPARE(overlap.both, std::uint64_t(1));
    QCOMPARE(overlap.onlyTheirs, std::uint64_t(1));
    QCOMPARE(overlap.onlyOurs, f.engine.flaggedPrints() - 2);
}

QTEST_GUILESS_MAIN(TstJudgement)
#include "tst_judgement.moc"

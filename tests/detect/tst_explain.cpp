// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/history/scorelog.h"
#include "detect/pricedmarket.h"
#include "domain/evidence/explanationtext.h"

using namespace flowglass;
using detect::ScoreLog;
using domain::AnomalyKind;
using domain::DetectorExplanation;
using domain::Explanation;
using domain::Filter;
using domain::NotJudged;
using domain::Wording;
using tests::EngineFixture;
using tests::PricedMarket;

namespace {

Explanation explainLast(const EngineFixture& f)
{
    return f.engine.explain(f.trades.back(), f.lastRow());
}

DetectorExplanation of(const Explanation& told, AnomalyKind kind)
{
    for (const DetectorExplanation& detector : told.detectors) {
        if (detector.kind == kind)
            return detector;
    }
    return {};
}

const QString kOrder = QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x%1 @305 %2");

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDetectorAnswers();
    void scoresAreThoseOfThen();
    void aFlaggedPrintReachesTheThreshold();
    void whatWasNotJudgedSaysWhy_data();
    void whatWasNotJudgedSaysWhy();
    void aCancelledPrintSaysSo();
    void legsAreJudgedBySizeOnly();
    void aKindThatWasOffSaysSo();
    void tooLittleMoneySaysHowMuch_data();
    void tooLittleMoneySaysHowMuch();
    void eachReasonIsItsOwn_data();
    void eachReasonIsItsOwn();
    void reasonsAreThoseOfThen();
    void aPriceSaysThatItIsTheFirst();
    void countsAreThoseThatThereWere();
    void theFirstPrintOfASweepSaysSo();
    void aPrintOfARunningBurstNamesItsAnomaly();
    void aPrintOfARunningSurgeNamesItsAnomaly();
    void matesOfAFlaggedOrderAreListedWithIt();
    void aPrintOfAWithdrawnAnomalySaysSo();
    void aFetchedPrintNamesTheAnomalyOfItsTime();
    void aPrintAfterAChangeIsExplainedByIt();
    void noSpotIsToldOnlyWhileThereIsNone();
    void theLogKeepsTheNewestRows();
    void theLogRoundsToWhatWasDecided();
    void theLogKeepsReasons();
    void readsWithNumbers();
    void everyReasonHasWords();
};

void TestExplain::everyDetectorAnswers()
{
    EngineFixture f;
    f.background(50);
    f.feed(kOrder.arg(7).arg(209));
    const Explanation told = explainLast(f);
    QVERIFY(told.reason == NotJudged::No);
    QVERIFY(!told.cancelled);
    QVERIFY(std::fabs(told.threshold - f.engine.threshold()) < 0.11);
    QCOMPARE(told.detectors.size(), std::size_t(AnomalyKind::Count));
    for (std::size_t at = 0; at < told.detectors.size(); ++at)
        QCOMPARE(std::size_t(told.detectors[at].kind), at); // each kind once, in order
    const DetectorExplanation size = of(told, AnomalyKind::Size);
    QCOMPARE(size.value, std::optional<double>(7.0));
    QVERIFY(size.baseline && *size.baseline >= 1.0 && *size.baseline < 10.0);
    QVERIFY(size.contractSeen > 10);
    QVERIFY(size.score > 0.0 && size.score < told.threshold);
    QVERIFY(of(told, AnomalyKind::Sweep).reason == NotJudged::OneExchange);
    const DetectorExplanation activity = of(told, AnomalyKind::Activity);
    QVERIFY(activity.baseline && *activity.baseline > 0.3 && *activity.baseline < 4.0); // about one a minute
    const DetectorExplanation surge = of(told, AnomalyKind::Surge);
    QVERIFY(surge.baseline && *surge.baseline > 40.0 && *surge.baseline < 160.0); // 40 a minute
    const DetectorExplanation repeat = of(told, AnomalyKind::Repeat);
    QVERIFY(repeat.baseline && *repeat.baseline > 0.0 && *repeat.baseline < 2.0);
}

void TestExplain::scoresAreThoseOfThen()
{
    EngineFixture f;
    f.background(50);
    f.feed(kOrder.arg(60).arg(209));
    const domain::Trade trade = f.trades.back();
    const std::uint64_t row = f.lastRow();
    const Explanation then = f.engine.explain(trade, row);
    // A contract of large orders, from now on: what is usual changes, the score does not.
    for (int at = 0; at < 400; ++at) {
        domain::Trade more = f.text(kOrder.arg(60).arg(209));
        more.setTime({more.time().value + 1'000 + at * 2'000LL});
        f.feed(more);
    }
    const Explanation now = f.engine.explain(trade, row);
    QCOMPARE(of(now, AnomalyKind::Size).score, of(then, AnomalyKind::Size).score);
    QCOMPARE(now.threshold, then.threshold);
    QVERIFY(of(now, AnomalyKind::Size).contractSeen > of(then, AnomalyKind::Size).contractSeen + 300);
    QVERIFY(of(now, AnomalyKind::Activity).baseline > of(then, AnomalyKind::Activity).baseline);
}

void TestExplain::aFlaggedPrintReachesTheThreshold()
{
    EngineFixture f;
    f.background(50);
    QVERIFY(!f.feed(kOrder.arg(9'000).arg(209)).empty());
    const Explanation told = explainLast(f);
    QVERIFY(of(told, AnomalyKind::Size).score >= told.threshold);
}

void TestExplain::whatWasNotJudgedSaysWhy_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("reason");
    QTest::newRow("a late report") << kOrder.arg(50).arg(204) << int(NotJudged::Late);
    QTest::newRow("compression") << kOrder.arg(50).arg(247) << int(NotJudged::Late);
    QTest::newRow("a cancel") << kOrder.arg(50).arg(201) << int(NotJudged::CancelMessage);
    QTest::newRow("no size") << kOrder.arg(0).arg(209) << int(NotJudged::Impossible);
    QTest::newRow("an unreadable symbol")
        << QStringLiteral("11:00:00.000 O:WHATEVER 4.00 x5 @305 209") << int(NotJudged::Impossible);
    QTest::newRow("out of order") << QStringLiteral("10:30:00.000 O:XYZ261218C00120000 4.00 x5 @305 209")
                                  << int(NotJudged::OutOfOrder);
}

void TestExplain::whatWasNotJudgedSaysWhy()
{
    QFETCH(QString, line);
    QFETCH(int, reason);
    EngineFixture f;
    f.background(50);
    f.feed(line);
    const Explanation told = explainLast(f);
    QCOMPARE(int(told.reason), reason);
    QVERIFY(told.detectors.empty());
    QVERIFY(domain::reasonText(told.reason, Wording::FixedEnglish)
                .startsWith(QLatin1String("Not judged")));
    // A row that nobody gave.
    QVERIFY(f.engine.explain(f.trades.back(), f.lastRow() + 1).reason == NotJudged::Unknown);
    QVERIFY(f.engine.explain(f.trades.back(), 50'000'000).reason == NotJudged::Unknown);
}

void TestExplain::aCancelledPrintSaysSo()
{
    EngineFixture f;
    f.background(50);
    f.feed(kOrder.arg(50).arg(209));
    const std::uint64_t row = f.lastRow();
    const domain::Trade trade = f.trades.back();
    f.feed(kOrder.arg(50).arg(203));
    QVERIFY(f.engine.explain(trade, row).cancelled);
}

void TestExplain::legsAreJudgedBySizeOnly()
{
    EngineFixture f;
    f.background(50);
    f.feed(kOrder.arg(50).arg(232));
    const Explanation told = explainLast(f);
    QVERIFY(of(told, AnomalyKind::Size).reason == NotJudged::No);
    for (const AnomalyKind kind : {AnomalyKind::Sweep, AnomalyKind::Activity, AnomalyKind::Price,
                                   AnomalyKind::Repeat, AnomalyKind::Surge})
        QVERIFY(of(told, kind).reason == NotJudged::PackageOrCross);
}

void TestExplain::aKindThatWasOffSaysSo()
{
    detect::Settings settings;
    settings.kinds = domain::KindSet::of(AnomalyKind::Sweep);
    EngineFixture f(settings);
    f.background(50);
    QVERIFY(f.feed(kOrder.arg(9'000).arg(209)).empty());
    f.engine.setSettings(EngineFixture::anyMoney(10.0)); // later on: that changes nothing of it
    const Explanation told = explainLast(f);
    QVERIFY(of(told, AnomalyKind::Size).filter == Filter::KindOff);
    QVERIFY(of(told, AnomalyKind::Size).score > told.threshold);
    QVERIFY(of(told, AnomalyKind::Sweep).filter == Filter::None);
    QCOMPARE(domain::filterText(of(told, AnomalyKind::Size), Wording::FixedEnglish),
             QStringLiteral("its kind was switched off"));
    f.feed(kOrder.arg(9'001).arg(209));
    QVERIFY(of(explainLast(f), AnomalyKind::Size).filter == Filter::None);
}

void TestExplain::tooLittleMoneySaysHowMuch_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("dollars");
    QTest::newRow("of the order") << int(AnomalyKind::Size) << 45 * 2.0 * 100;
    QTest::newRow("of the contract's last minutes") << int(AnomalyKind::Repeat) << 3 * 45 * 2.0 * 100;
}

void TestExplain::tooLittleMoneySaysHowMuch()
{
    QFETCH(int, kind);
    QFETCH(double, dollars);
    EngineFixture f(detect::Settings{10.0, domain::KindSet::all(), domain::Premium::fromUnits(10'000'000'000)});
    f.background(30);
    for (int at = 0; at < 3; ++at)
        f.feed(QStringLiteral("11:00:0%1.000 O:XYZ261218C00150000 2.00 x45 @305 209").arg(at));
    const DetectorExplanation told = of(explainLast(f), AnomalyKind(kind));
    QVERIFY(told.score > 0.0);
    QVERIFY(told.filter == Filter::LittleMoney);
    QCOMPARE(told.leastStake, 1e6);
    QVERIFY2(told.stake && std::fabs(*told.stake - dollars) < 0.02 * dollars,
             qPrintable(QString::number(told.stake.value_or(0.0))));
    const QString text = domain::filterText(told, Wording::FixedEnglish);
    QVERIFY2(text.endsWith(QLatin1String(" was at stake, $1,000,000 is the least")), qPrintable(text));
}

void TestExplain::eachReasonIsItsOwn_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* name, const char* lines, AnomalyKind kind, NotJudged reason) {
        QTest::newRow(name) << QString::fromLatin1(lines) << int(kind) << int(reason);
    };
    const char* alone = "11:00:00.000 O:XYZ261218C00150000 2.00 x45 @305 209";
    const char* echo = "11:00:00.000 O:XYZ261218C00120000 4.00 x45 @305 209|11:00:00.400 O:XYZ261218C00120000 4.00 x45 "
                       "@305 209";
    const char* order = "11:00:00.000 O:XYZ261218C00120000 4.00 x45 @305 209|11:00:00.010 O:XYZ261218C00120000 4.00 x45 "
                        "@306 209";
    const char* early = "10:00:00.000 O:ABC261218C00120000 4.00 x45 @305 209|10:00:10.000 O:ABC261218C00120000 4.00 x45 "
                        "@305 209";
    const char* quiet = "11:00:00.000 O:XYZ261218C00120000 4.00 x45 @305 209|11:00:40.000 O:XYZ261218C00121000 4.00 x45 "
                        "@305 209";
    row("no history", alone, AnomalyKind::Activity, NotJudged::FewOrders);
    row("a new size", alone, AnomalyKind::Repeat, NotJudged::FirstOfSize);
    row("one exchange", alone, AnomalyKind::Sweep, NotJudged::OneExchange);
    row("too soon to count", echo, AnomalyKind::Activity, NotJudged::TooSoon);
    row("too soon to repeat", echo, AnomalyKind::Repeat, NotJudged::TooSoon);
    row("of a counted order", order, AnomalyKind::Activity, NotJudged::JoinsOrder);
    row("of an order that surged", order, AnomalyKind::Surge, NotJudged::JoinsOrder);
    row("the first minute", early, AnomalyKind::Activity, NotJudged::FirstMinute);
    row("the first minute of a repeat", early, AnomalyKind::Repeat, NotJudged::FirstMinute);
    row("the first five minutes", early, AnomalyKind::Surge, NotJudged::FirstFiveMinutes);
    row("as usual", quiet, AnomalyKind::Surge, NotJudged::Usual);
}

void TestExplain::eachReasonIsItsOwn()
{
    QFETCH(QString, lines);
    QFETCH(int, kind);
    QFETCH(int, reason);
    EngineFixture f;
    if (!lines.contains(QLatin1String("ABC")))
        f.background(59);
    for (const QString& line : lines.split(QLatin1Char('|')))
        f.feed(line);
    const DetectorExplanation told = of(explainLast(f), AnomalyKind(kind));
    QCOMPARE(int(told.reason), reason);
    QCOMPARE(told.score, 0.0);
    QVERIFY(told.value.has_value()); // and beside it what there was
}

void TestExplain::reasonsAreThoseOfThen()
{
    EngineFixture f;
    f.feed(QStringLiteral("10:00:00.000 O:XYZ261218C00120000 4.00 x45 @305 209"));
    const domain::Trade first = f.trades.front();
    f.background(20);
    QVERIFY(of(f.engine.explain(first, 0), AnomalyKind::Surge).reason == NotJudged::FirstFiveMinutes);
}

void TestExplain::aPriceSaysThatItIsTheFirst()
{
    PricedMarket f;
    f.trade(0, 600'000);
    f.print(601'000, 115, true, 0.05);
    QVERIFY(of(explainLast(f), AnomalyKind::Price).reason == NotJudged::FirstPrint);
    f.print(611'000, 115, true, 0.05);
    const DetectorExplanation second = of(explainLast(f), AnomalyKind::Price);
    QVERIFY(second.reason == NotJudged::No || second.reason == NotJudged::Usual);
    QVERIFY(second.baseline.has_value());
}

// Looked at again after others have come: what the minutes up to it had, not what they have now.
void TestExplain::countsAreThoseThatThereWere()
{
    EngineFixture f;
    f.background(60);
    domain::Trade trade = f.text(kOrder.arg(7).arg(209));
    for (int at = 0; at < 30; ++at) {
        trade.setTime({EngineFixture::kTenMs + 3'600'000 + at * 4'000LL});
        f.feed(trade);
    }
    const std::uint64_t row = f.lastRow();
    for (int at = 0; at < 30; ++at) {
        trade.setTime({EngineFixture::kTenMs + 3'720'000 + at * 700LL});
        f.feed(trade);
    }
    const Explanation told = f.engine.explain(f.trades[row], row);
    const auto in = [&f, row](std::int64_t windowMs, bool ofContract) {
        const domain::Trade& last = f.trades[row];
        return std::ranges::count_if(f.trades.begin(), f.trades.begin() + std::ptrdiff_t(row) + 1, [&](const auto& t) {
            return last.time().value - t.time().value < windowMs && (!ofContract || t.contract == last.contract);
        });
    };
    QCOMPARE(in(60'000, true), std::ptrdiff_t(15));
    QCOMPARE(of(told, AnomalyKind::Activity).value, std::optional<double>(15.0));
    QCOMPARE(of(told, AnomalyKind::Repeat).value, std::optional<double>(30.0));
    const double surge = of(told, AnomalyKind::Surge).value.value_or(0.0);
    QVERIFY2(surge <= double(in(120'000, false)) && surge > 0.95 * double(in(120'000, false)), // some prints join orders
             qPrintable(QString::number(surge)));
}

void TestExplain::theFirstPrintOfASweepSaysSo()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 3; ++at)
        f.feed(QStringLiteral("11:00:00.0%1 O:XYZ261218C00120000 4.00 x4 @%2 209")
                   .arg(at * 10, 2, 10, QLatin1Char('0'))
                   .arg(300 + at));
    const std::uint64_t row = f.lastRow() - 2;
    const DetectorExplanation first = of(f.engine.explain(f.trades[row], row), AnomalyKind::Sweep);
    QVERIFY(first.reason == NotJudged::FirstOfOrder);
    QCOMPARE(first.value, std::optional<double>(12.0));
    QCOMPARE(domain::reasonText(first, Wording::FixedEnglish),
             QStringLiteral("The first print of an order that went on to 3 exchanges: its later prints have the score."));
    const DetectorExplanation second = of(f.engine.explain(f.trades[row + 1], row + 1), AnomalyKind::Sweep);
    QVERIFY(second.reason == NotJudged::No);
    QCOMPARE(second.value, std::optional<double>(8.0)); // its order so far, which was scored
}

void TestExplain::aPrintOfARunningBurstNamesItsAnomaly()
{
    EngineFixture f;
    f.background(60);
    domain::Trade trade = f.text(kOrder.arg(2).arg(209));
    int leftOut = 0;
    for (int at = 0; at < 200; ++at) {
        trade.setTime({EngineFixture::kTenMs + 3'600'000 + at * 1'500LL});
        f.feed(trade);
        const Explanation told = explainLast(f);
        const bool reached = of(told, AnomalyKind::Activity).score >= told.threshold;
        QCOMPARE(told.anomaly, reached ? f.engine.count() : 0U); // exactly: the log rounds to what was decided
        QCOMPARE(told.listed, f.engine.anomalyOfRow(f.lastRow()).has_value());
        leftOut += reached && !told.listed ? 1 : 0;
    }
    QCOMPARE(f.engine.count(), 1U);
    QVERIFY2(leftOut > 100, qPrintable(QString::number(leftOut)));
}

void TestExplain::aPrintOfARunningSurgeNamesItsAnomaly()
{
    EngineFixture f;
    f.background(60);
    f.market(3'600'000, 3'720'000, 150.0, 9);
    std::uint32_t surge = 0;
    for (std::uint32_t id = 1; id <= f.engine.count(); ++id)
        surge = f.engine.anomaly(id).isOfUnderlying() ? id : surge;
    QVERIFY(surge != 0);
    int leftOut = 0;
    for (std::uint64_t row = f.lastRow() - 200; row <= f.lastRow(); ++row) {
        const Explanation told = f.engine.explain(f.trades[row], row);
        if (told.listed || !told.ofUnderlying)
            continue;
        QCOMPARE(told.anomaly, surge);
        ++leftOut;
    }
    QVERIFY(leftOut > 50);
}

void TestExplain::matesOfAFlaggedOrderAreListedWithIt()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 4; ++at)
        f.feed(QStringLiteral("11:00:00.0%1 O:XYZ261218C00120000 4.00 x30 @%2 209")
                   .arg(at * 10, 2, 10, QLatin1Char('0'))
                   .arg(300 + at));
    const std::uint64_t row = f.lastRow() - 3;
    const Explanation first = f.engine.explain(f.trades[row], row);
    QVERIFY(of(first, AnomalyKind::Size).score < first.threshold);
    QVERIFY(first.listed);
    QCOMPARE(first.anomaly, f.engine.count());
}

void TestExplain::aPrintOfAWithdrawnAnomalySaysSo()
{
    EngineFixture f;
    f.background(50);
    const auto raised = f.feed(QStringLiteral("11:00:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209 q1"));
    f.feed(QStringLiteral("11:00:00.010 O:XYZ261218C00120000 4.00 x77 @306 209 q2"));
    const std::uint64_t mate = f.lastRow();
    QVERIFY(f.engine.explain(f.trades[mate], mate).listed);
    QVERIFY(!f.engine.explain(f.trades[mate], mate).withdrawn);
    f.feed(QStringLiteral("11:00:05.000 O:XYZ261218C00120000 4.00 x9000 @305 201 q3"));
    for (const std::uint64_t row : {mate, mate - 1}) {
        const Explanation told = f.engine.explain(f.trades[row], row);
        QVERIFY(!told.listed);
        QVERIFY(told.withdrawn);
        QCOMPARE(told.anomaly, raised.at(0));
        QCOMPARE(told.cancelled, row != mate);
    }
}

void TestExplain::aFetchedPrintNamesTheAnomalyOfItsTime()
{
    EngineFixture f;
    f.background(60);
    domain::Trade trade = f.text(kOrder.arg(2).arg(209));
    std::vector<domain::Trade> fetched;
    constexpr std::uint64_t kFirst = 900'000; // after all that came by itself
    for (int at = 0; at < 40; ++at) {
        trade.setTime({EngineFixture::kTenMs + 3'600'000 + at * 1'500LL});
        fetched.push_back(trade);
        f.engine.judge(trade, kFirst + std::uint64_t(at));
    }
    QCOMPARE(f.engine.count(), 1U);
    f.feed(QStringLiteral("11:12:00.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    QCOMPARE(f.engine.count(), 2U);
    int leftOut = 0;
    for (std::size_t at = 0; at < fetched.size(); ++at) {
        const Explanation told = f.engine.explain(fetched[at], kFirst + at);
        QVERIFY(told.anomaly <= 1);
        leftOut += told.anomaly == 1 && !told.listed ? 1 : 0;
    }
    QVERIFY2(leftOut > 5, qPrintable(QString::number(leftOut)));
}

void TestExplain::aPrintAfterAChangeIsExplainedByIt()
{
    EngineFixture f;
    f.background(50);
    f.engine.judge(f.text(kOrder.arg(1).arg(209)), 900'000); // fetched
    f.engine.setSettings({10.0, domain::KindSet::of(AnomalyKind::Sweep), domain::Premium()});
    f.feed(QStringLiteral("11:00:10.000 O:XYZ261218C00120000 4.00 x9000 @305 209"));
    QVERIFY(of(explainLast(f), AnomalyKind::Size).filter == Filter::KindOff);
}

void TestExplain::noSpotIsToldOnlyWhileThereIsNone()
{
    EngineFixture calls;
    calls.background(50);
    QVERIFY(of(explainLast(calls), AnomalyKind::Price).reason == NotJudged::NoSpot);
    PricedMarket f;
    f.trade(0, 3'600'000);
    const DetectorExplanation price = of(explainLast(f), AnomalyKind::Price);
    QVERIFY(price.reason != NotJudged::NoSpot);
    QCOMPARE(price.value, std::optional<double>(f.trades.back().price.lossyDollars()));
    QVERIFY(price.baseline && std::fabs(*price.baseline - *price.value) < 0.2);
}

void TestExplain::theLogKeepsTheNewestRows()
{
    ScoreLog log(2 * ScoreLog::kBlockRows);
    detect::Scores scores;
    QVERIFY(!log.entry(0));
    for (std::uint64_t row = 1'000'000; row < 1'400'000; row += 7) {
        scores.calibrated[0] = double(row % 200) * 0.1 + 0.05;
        log.judged(row, scores, 5.0);
    }
    QVERIFY(!log.entry(1'000'000));
    const std::uint64_t last = 1'399'994;
    QVERIFY(std::fabs(log.entry(last)->score(0) - double(last % 200) * 0.1) < 1e-9);
    QVERIFY(log.entry(last - 1)->reason() == NotJudged::Unknown); // was never given
    QVERIFY(log.entry(last - ScoreLog::kBlockRows + 1).has_value());
    log.notJudged(900'000'000, NotJudged::Late); // far ahead
    QVERIFY(log.entry(900'000'000)->reason() == NotJudged::Late);
    QVERIFY(!log.entry(last));
}

void TestExplain::theLogRoundsToWhatWasDecided()
{
    ScoreLog log;
    detect::Scores scores;
    scores.counts.fill(true);
    scores.counts[2] = false;
    scores.calibrated = {5.19, 5.22, 99.0, -3.0, 5.2, 0.04};
    log.judged(0, scores, 5.21);
    const ScoreLog::Entry entry = *log.entry(0);
    QCOMPARE(QString::number(entry.score(0), 'f', 1), QStringLiteral("5.1"));
    QCOMPARE(QString::number(entry.threshold(), 'f', 1), QStringLiteral("5.3"));
    QVERIFY(entry.score(1) >= entry.threshold()); // it flagged
    QCOMPARE(QString::number(entry.score(2), 'f', 1), QStringLiteral("23.0"));
    QVERIFY(entry.isHighest(2) && !entry.isHighest(1));
    QCOMPARE(entry.score(3), 0.0);
    QVERIFY(entry.score(4) < entry.threshold());
    QVERIFY(entry.filtered(2) && !entry.filtered(0) && !entry.filtered(5));
    QVERIFY(entry.reason() == NotJudged::No);
}

void TestExplain::theLogKeepsReasons()
{
    ScoreLog log;
    detect::Scores scores;
    for (unsigned reason = unsigned(NotJudged::Impossible) + 1; reason < unsigned(NotJudged::Count); ++reason) {
        scores.calibrated[1] = 4.0;
        scores.silent[0] = NotJudged(reason);
        log.judged(reason, scores, 5.0);
        QVERIFY(log.entry(reason)->silent(0) == NotJudged(reason));
        QCOMPARE(log.entry(reason)->score(0), 0.0);
        QVERIFY(log.entry(reason)->silent(1) == NotJudged::No);
        QCOMPARE(log.entry(reason)->score(1), 4.0);
    }
}

void TestExplain::readsWithNumbers()
{
    DetectorExplanation size;
    size.value = 3.0;
    size.baseline = 6.0;
    QCOMPARE(domain::factsText(size, Wording::FixedEnglish),
             QStringLiteral("3 contracts; usual by now: 6.0 contracts in one order"));
    DetectorExplanation price;
    price.kind = AnomalyKind::Price;
    price.reason = NotJudged::NoSpot;
    price.value = 2.5;
    QCOMPARE(domain::factsText(price, Wording::FixedEnglish), QStringLiteral("2.50"));
    DetectorExplanation activity;
    activity.kind = AnomalyKind::Activity;
    activity.value = 14.0;
    activity.baseline = 0.01;
    QCOMPARE(domain::factsText(activity, Wording::FixedEnglish),
             QStringLiteral("14 orders in the minute up to it; usual by now: less than 0.1 orders a minute"));
    DetectorExplanation repeat;
    repeat.kind = AnomalyKind::Repeat;
    repeat.value = 1.0;
    repeat.size = 45.0;
    QCOMPARE(domain::factsText(repeat, Wording::FixedEnglish),
             QStringLiteral("1 order of 45 contracts in five minutes up to it"));
    for (unsigned kind = 0; kind < unsigned(AnomalyKind::Count); ++kind) {
        DetectorExplanation any;
        any.kind = AnomalyKind(kind);
        any.baseline = 1.0;
        QVERIFY(domain::factsText(any, Wording::FixedEnglish).contains(QLatin1String("by now")));
    }
    DetectorExplanation poor;
    poor.filter = Filter::LittleMoney;
    poor.leastStake = 250.0;
    QCOMPARE(domain::filterText(poor, Wording::FixedEnglish), QStringLiteral("less than $250 was at stake"));
    poor.stake = 84.0;
    QCOMPARE(domain::filterText(poor, Wording::FixedEnglish),
             QStringLiteral("$84 was at stake, $250 is the least"));
    poor.stake = 249.9; // not as much as is the least
    QCOMPARE(domain::filterText(poor, Wording::FixedEnglish),
             QStringLiteral("$249 was at stake, $250 is the least"));
    QVERIFY(domain::filterText(size, Wording::FixedEnglish).isEmpty());
}

void TestExplain::everyReasonHasWords()
{
    for (unsigned reason = 1; reason < unsigned(NotJudged::Count); ++reason)
        QVERIFY(!domain::reasonText(NotJudged(reason), Wording::FixedEnglish).isEmpty());
    QVERIFY(domain::reasonText(NotJudged::No, Wording::FixedEnglish).isEmpty());
    // Late prints without a code that updates the volume do not even count there.
    QVERIFY(!domain::reasonText(NotJudged::Late, Wording::FixedEnglish).contains(QLatin1String("volume")));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"

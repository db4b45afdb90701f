// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/core/scorelog.h"
#include "detect/pricedmarket.h"
#include "domain/evidence/explanationtext.h"

using namespace flowglass;
using detect::ScoreLog;
using domain::AnomalyKind;
using domain::DetectorExplanation;
using domain::Explanation;
using domain::NotJudged;
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
    void whatTheSettingsFilteredSaysSo();
    void noSpotIsToldOnlyWhileThereIsNone();
    void theLogKeepsTheNewestRows();
    void theLogRoundsAwayFromFlagging();
    void readsWithNumbers();
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
    QVERIFY(domain::reasonText(told.reason, domain::Wording::FixedEnglish)
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

void TestExplain::whatTheSettingsFilteredSaysSo()
{
    detect::Settings settings;
    settings.kinds = domain::KindSet::of(AnomalyKind::Sweep);
    EngineFixture f(settings);
    f.background(50);
    QVERIFY(f.feed(kOrder.arg(9'000).arg(209)).empty());
    const Explanation told = explainLast(f);
    QVERIFY(of(told, AnomalyKind::Size).filtered);
    QVERIFY(of(told, AnomalyKind::Size).score > told.threshold);
    QVERIFY(!of(told, AnomalyKind::Sweep).filtered);
    QVERIFY(domain::detectorText(of(told, AnomalyKind::Size), told.threshold, domain::Wording::FixedEnglish)
                .contains(QLatin1String("off or too little money")));
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

void TestExplain::theLogRoundsAwayFromFlagging()
{
    ScoreLog log;
    detect::Scores scores;
    scores.counts.fill(true);
    scores.counts[2] = false;
    scores.calibrated = {5.19, 0.0, 99.0, -3.0, 5.2, 0.04};
    log.judged(0, scores, 5.21);
    const ScoreLog::Entry entry = *log.entry(0);
    QCOMPARE(QString::number(entry.score(0), 'f', 1), QStringLiteral("5.1"));
    QCOMPARE(QString::number(entry.threshold(), 'f', 1), QStringLiteral("5.3"));
    QCOMPARE(QString::number(entry.score(2), 'f', 1), QStringLiteral("25.5"));
    QCOMPARE(entry.score(3), 0.0);
    QVERIFY(entry.score(4) < entry.threshold());
    QVERIFY(entry.filtered(2) && !entry.filtered(0) && !entry.filtered(5));
    QVERIFY(entry.reason() == NotJudged::No);
}

void TestExplain::readsWithNumbers()
{
    DetectorExplanation size;
    size.score = 2.1;
    size.value = 3.0;
    size.baseline = 6.0;
    QCOMPARE(
        domain::detectorText(size, 5.3, domain::Wording::FixedEnglish),
        QStringLiteral("2.1 of the 5.3 that flag; 3 contracts; usual by now: 6.0 contracts in one order"));
    DetectorExplanation price;
    price.kind = AnomalyKind::Price;
    price.reason = NotJudged::NoSpot;
    price.value = 2.5;
    QCOMPARE(
        domain::detectorText(price, 5.3, domain::Wording::FixedEnglish),
        QStringLiteral("no score; 2.50; No call and put of one strike and expiry have told yet where the "
                       "underlying is."));
    for (unsigned kind = 0; kind < unsigned(AnomalyKind::Count); ++kind) {
        DetectorExplanation any;
        any.kind = AnomalyKind(kind);
        any.baseline = 1.0;
        QVERIFY(
            domain::detectorText(any, 5.0, domain::Wording::FixedEnglish).contains(QLatin1String("by now")));
    }
    for (unsigned reason = 1; reason <= unsigned(NotJudged::NothingToScore); ++reason)
        QVERIFY(!domain::reasonText(NotJudged(reason), domain::Wording::FixedEnglish).isEmpty());
    QVERIFY(domain::reasonText(NotJudged::No, domain::Wording::FixedEnglish).isEmpty());
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"

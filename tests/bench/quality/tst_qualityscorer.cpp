// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/random/rng.h"
#include "bench/quality/scoring/scorer.h"
#include "support/testmain.h"

using namespace flowglass;
using namespace flowglass::quality;

// Hand-made labels: a day of 100,000 prints, so a budget of ten is ten false alarms.
class TestQualityScorer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPerfectDetectorFindsAll();
    void randomAlertsFindNothing();
    void silenceFindsNothing();
    void whatIsFound_data();
    void whatIsFound();
    void aContractAndMinuteCountOnce();
    void anUnderlyingAndFiveMinutesCountOnce();
    void legsOfAPackageCountOnce();
    void equalScoresStandOrFallTogether();
    void budgetsCutTheRanking();
    void theFirstAlertMakesTheDelay();
    void aboveAThreshold();

private:
    static constexpr std::int64_t kOpen = 1'795'185'000'000; // ms
    static Alert alert(std::string_view ticker, std::int64_t secondsAfterOpen, double score,
                       std::vector<std::uint64_t> sequences = {});
    static LabelledEvent event(EventKind kind, std::string ticker, std::int64_t fromSeconds,
                               std::int64_t toSeconds, std::vector<std::uint64_t> sequences);

    Labels m_labels;
};

Alert TestQualityScorer::alert(std::string_view ticker, std::int64_t secondsAfterOpen, double score,
                               std::vector<std::uint64_t> sequences)
{
    return {ticker, "QAA", kOpen + secondsAfterOpen * 1000, score, std::move(sequences)};
}

LabelledEvent TestQualityScorer::event(EventKind kind, std::string ticker, std::int64_t fromSeconds,
                                       std::int64_t toSeconds, std::vector<std::uint64_t> sequences)
{
    LabelledEvent made;
    made.kind = kind;
    made.ticker = std::move(ticker);
    made.underlying = "QAA";
    made.fromNs = (kOpen + fromSeconds * 1000) * 1'000'000;
    made.toNs = (kOpen + toSeconds * 1000) * 1'000'000;
    for (const std::uint64_t sequence : sequences)
        made.prints.push_back({made.ticker, made.fromNs, 1.0, 1, sequence});
    return made;
}

void TestQualityScorer::init()
{
    m_labels = {};
    m_labels.scoredFromNs = kOpen * 1'000'000;
    m_labels.scoredToNs = (kOpen + 23'400'000) * 1'000'000;
    m_labels.scoredPrints = 100'000;
    m_labels.events = {event(EventKind::Block, "A", 1'000, 1'000, {10}),
                       event(EventKind::Burst, "B", 3'000, 3'100, {20, 21, 22}),
                       event(EventKind::Underlying, "", 6'000, 6'120, {30, 31}),
                       event(EventKind::Block, "W", -80'000, -80'000, {1})};
    m_labels.news = {{"QAA", (kOpen + 10'000'000) * 1'000'000}};
}

void TestQualityScorer::aPerfectDetectorFindsAll()
{
    const std::vector<Alert> alerts = {alert("A", 1'000, 5.0, {10}), alert("B", 3'040, 6.0, {21}),
                                       alert("", 6'050, 4.0)};
    const auto outcomes = Scorer(m_labels).atBudgets(alerts);
    QCOMPARE(outcomes[0].total().of, 3); // the warm-up day's is not asked for
    QCOMPARE(outcomes[0].total().recall(), 1.0);
    QCOMPARE(outcomes[0].precision(), 1.0);
    QCOMPARE(outcomes[0].falseAlarms, std::uint64_t(0));
    QCOMPARE(outcomes[0].threshold, 4.0);
}

void TestQualityScorer::randomAlertsFindNothing()
{
    Rng rng(1, 1);
    std::vector<Alert> alerts;
    for (int count = 0; count < 5'000; ++count)
        alerts.push_back(alert(rng.chance(0.5) ? "C" : "D", rng.below(23'400), rng.unit()));
    const auto outcomes = Scorer(m_labels).atBudgets(alerts);
    QCOMPARE(outcomes[kTen].total().found, 0);
    QCOMPARE(outcomes[kTen].falseAlarms, std::uint64_t(10));
    QCOMPARE(outcomes[kTen].precision(), 0.0);
}

void TestQualityScorer::silenceFindsNothing()
{
    const auto outcomes = Scorer(m_labels).atBudgets({});
    QCOMPARE(outcomes[0].total().recall(), 0.0);
    QCOMPARE(outcomes[0].total().of, 3);
}

void TestQualityScorer::whatIsFound_data()
{
    QTest::addColumn<QString>("ticker");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("sequence"); // 0: none given
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("falseAlarms");

    QTest::newRow("the block's print") << "A" << 1'000 << 10 << 1 << 0;
    QTest::newRow("the block's time, no sequence") << "A" << 1'000 << 0 << 1 << 0;
    QTest::newRow("another print just after the block") << "A" << 1'001 << 11 << 0 << 0;
    QTest::newRow("another print two minutes after the block") << "A" << 1'120 << 11 << 0 << 1;
    QTest::newRow("before the block") << "A" << 999 << 9 << 0 << 1;
    QTest::newRow("raised before the block, holding it") << "A" << 990 << 10 << 1 << 0;
    QTest::newRow("an ordinary print during the burst") << "B" << 3'050 << 99 << 1 << 0;
    QTest::newRow("half a minute after the burst") << "B" << 3'130 << 99 << 1 << 0;
    QTest::newRow("two minutes after the burst") << "B" << 3'221 << 99 << 0 << 1;
    QTest::newRow("another contract during the burst") << "C" << 3'050 << 98 << 0 << 1;
    QTest::newRow("the underlying during a contract's burst") << "" << 3'050 << 0 << 0 << 0;
    QTest::newRow("the underlying just after its burst") << "" << 6'200 << 0 << 1 << 0;
    QTest::newRow("a contract during the underlying's burst") << "C" << 6'060 << 30 << 0 << 0;
    QTest::newRow("a contract ten minutes after news") << "C" << 10'600 << 97 << 0 << 0;
    QTest::newRow("a contract half an hour after news") << "C" << 11'800 << 97 << 0 << 1;
    QTest::newRow("on the warm-up day") << "W" << -80'000 << 1 << 0 << 0;
}

void TestQualityScorer::whatIsFound()
{
    QFETCH(QString, ticker);
    QFETCH(int, second);
    QFETCH(int, sequence);
    QFETCH(int, found);
    QFETCH(int, falseAlarms);
    const std::string name = ticker.toStdString();
    std::vector<std::uint64_t> sequences;
    if (sequence > 0)
        sequences.push_back(std::uint64_t(sequence));
    const std::vector<Alert> alerts = {alert(name, second, 1.0, sequences)};
    const Outcome outcome = Scorer(m_labels).above(alerts, 0.0);
    QCOMPARE(outcome.total().found, found);
    QCOMPARE(int(outcome.falseAlarms), falseAlarms);
}

void TestQualityScorer::aContractAndMinuteCountOnce()
{
    const std::vector<Alert> alerts = {alert("C", 120, 9.0, {50}), alert("C", 150, 8.0, {51}),
                                       alert("C", 179, 7.0, {52}), alert("C", 180, 6.0, {53}),
                                       alert("D", 151, 5.0, {54})};
    QCOMPARE(Scorer(m_labels).above(alerts, 0.0).falseAlarms, std::uint64_t(3));
}

void TestQualityScorer::anUnderlyingAndFiveMinutesCountOnce()
{
    const std::vector<Alert> alerts = {alert("", 300, 9.0), alert("", 590, 8.0), alert("", 610, 7.0)};
    QCOMPARE(Scorer(m_labels).above(alerts, 0.0).falseAlarms, std::uint64_t(2));
}

void TestQualityScorer::legsOfAPackageCountOnce()
{
    const std::vector<Alert> alerts = {alert("C", 120, 9.0, {50}), alert("D", 120, 9.0, {51})};
    QCOMPARE(Scorer(m_labels).above(alerts, 0.0).falseAlarms, std::uint64_t(1));
}

void TestQualityScorer::equalScoresStandOrFallTogether()
{
    std::vector<Alert> alerts = {alert("A", 1'000, 5.0, {10})};
    for (int count = 0; count < 20; ++count)
        alerts.push_back(alert("C", 12'000 + 60 * count, 5.0, {60}));
    const auto outcomes = Scorer(m_labels).atBudgets(alerts);
    QCOMPARE(outcomes[kTen].total().found, 0);
    QCOMPARE(outcomes[kTen].falseAlarms, std::uint64_t(0));
    QCOMPARE(outcomes[3].total().found, 1); // a budget of twenty
}

void TestQualityScorer::budgetsCutTheRanking()
{
    std::vector<Alert> alerts;
    for (int count = 0; count < 100; ++count)
        alerts.push_back(alert("C", 12'000 + 60 * count, 100.0 - count, {60}));
    alerts.push_back(alert("A", 1'000, 95.5, {10}));
    alerts.push_back(alert("B", 3'050, 50.5, {20}));
    const auto outcomes = Scorer(m_labels).atBudgets(alerts);
    const std::array<std::uint64_t, kBudgets.size()> falseAlarms = {1, 5, 10, 20, 50};
    const std::array<int, kBudgets.size()> found = {0, 1, 1, 1, 2};
    for (std::size_t budget = 0; budget < kBudgets.size(); ++budget) {
        QCOMPARE(outcomes[budget].falseAlarms, falseAlarms[budget]);
        QCOMPARE(outcomes[budget].total().found, found[budget]);
    }
    QCOMPARE(outcomes[1].precision(), 1.0 / 6.0);
}

void TestQualityScorer::theFirstAlertMakesTheDelay()
{
    const std::vector<Alert> alerts = {alert("B", 3'090, 9.0, {22}), alert("B", 3'020, 5.0, {21}),
                                       alert("A", 1'000, 7.0, {10})};
    const auto burst = std::size_t(EventKind::Burst);
    const auto block = std::size_t(EventKind::Block);
    const Scorer scorer(m_labels);
    QCOMPARE(scorer.above(alerts, 8.0).delays[burst], std::vector<double>{90.0});
    const Outcome all = scorer.above(alerts, 0.0);
    QCOMPARE(all.delays[burst], std::vector<double>{20.0});
    QCOMPARE(all.early[burst], 1);
    QCOMPARE(all.early[block], 0); // its only print is its last
}

void TestQualityScorer::aboveAThreshold()
{
    const std::vector<Alert> alerts = {alert("A", 1'000, 5.0, {10}), alert("C", 12'000, 4.0, {60}),
                                       alert("D", 13'000, 3.0, {61})};
    const Outcome outcome = Scorer(m_labels).above(alerts, 4.0);
    QCOMPARE(outcome.total().found, 1);
    QCOMPARE(outcome.falseAlarms, std::uint64_t(1));
    QCOMPARE(outcome.precision(), 0.5);
}

QTEST_GUILESS_MAIN(TestQualityScorer)
#include "tst_qualityscorer.moc"

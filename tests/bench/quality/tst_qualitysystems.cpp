// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/files/anomalyfile.h"
#include "bench/quality/qualityfixture.h"
#include "bench/quality/report/reporttext.h"
#include "bench/quality/systems/naiverules.h"
#include "detect/engine.h"
#include "exporting/anomalyjson.h"
#include "support/testmain.h"

#include <QJsonArray>

using namespace flowglass;
using namespace flowglass::quality;

// The baselines and the engine on a small tape, and the report over them. Figures are loose: the tape is
// small; what is quoted comes from the program.
class TestQualitySystems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void largestSizesFindBlocksOnly();
    void meanAndDeviationRaiseFalseAlarms();
    void sameSizesFindRepeats();
    void singleLegIsBetterThanAll();
    void combinedRulesAreOnOneScale();
    void theEngineFindsStrongOrders();
    void itsJsonLinesScoreAlike();
    void sizeTailsAreCalibrated();
    void nothingStandsOnACancelledPrint();
    void spreadsAreThoseOfASample();
    void theReportHoldsTheFigures();

private:
    double recall(const std::vector<Alert>& alerts, EventKind kind) const
    {
        return m_scorer->atBudgets(alerts)[kTwenty].ofKind(kind).recall();
    }
    static constexpr std::size_t kTwenty = 3;
    static constexpr std::size_t kAll = SIZE_MAX;

    Tape m_tape;
    std::unique_ptr<Scorer> m_scorer;
    std::unique_ptr<NaiveScores> m_single;
    std::unique_ptr<TapeTrades> m_trades;
    EngineScores m_scores;
};

void TestQualitySystems::initTestCase()
{
    m_tape = generateTape(tests::smallTape());
    m_scorer = std::make_unique<Scorer>(labelsOf(m_tape));
    m_single = std::make_unique<NaiveScores>(m_tape, Eligible::SingleLeg);
    m_trades = std::make_unique<TapeTrades>(m_tape);
    m_scores = scoresOf(m_tape, *m_trades);
}

void TestQualitySystems::largestSizesFindBlocksOnly()
{
    const std::vector<Alert> alerts = m_single->alerts(NaiveRule::Size, 0.0, kAll);
    QVERIFY(recall(alerts, EventKind::Block) >= 0.5);
    QCOMPARE(recall(alerts, EventKind::Underlying), 0.0);
    QCOMPARE(recall(alerts, EventKind::Price), 0.0);
    QCOMPARE(recall(alerts, EventKind::Repeat), 0.0);
}

void TestQualitySystems::meanAndDeviationRaiseFalseAlarms()
{
    const Outcome outcome = m_scorer->above(m_single->alerts(NaiveRule::ZScore, 3.0, kAll), 3.0);
    const double per100k = double(outcome.falseAlarms) * 1e5 / double(m_tape.scoredPrints());
    QVERIFY(per100k > 1'000.0 && per100k < 5'000.0); // a normal law would give 135
    QVERIFY(outcome.precision() < 0.1);
}

void TestQualitySystems::sameSizesFindRepeats()
{
    QVERIFY(recall(m_single->alerts(NaiveRule::SameSize, 0.0, kAll), EventKind::Repeat) >= 0.5);
}

void TestQualitySystems::singleLegIsBetterThanAll()
{
    const NaiveScores all(m_tape, Eligible::All);
    const auto total = [this](const std::vector<Alert>& alerts) {
        return m_scorer->atBudgets(alerts)[kTwenty].total().recall();
    };
    QVERIFY(total(m_single->alerts(NaiveRule::Size, 0.0, kAll)) >
            total(all.alerts(NaiveRule::Size, 0.0, kAll)));
}

void TestQualitySystems::combinedRulesAreOnOneScale()
{
    constexpr std::array kRules = {NaiveRule::Size, NaiveRule::SameSize};
    const std::vector<Alert> alerts = m_single->combined(kRules, 1'000);
    QVERIFY(alerts.size() >= 1'000);
    for (const Alert& alert : alerts)
        QVERIFY(alert.score > 0.0 && alert.score < 6.0); // of about 38,000 prints
    QVERIFY(recall(alerts, EventKind::Block) > 0.0);
    QVERIFY(recall(alerts, EventKind::Repeat) > 0.0);
}

void TestQualitySystems::theEngineFindsStrongOrders()
{
    QVERIFY(m_scores.judged > 20'000);
    QVERIFY(m_scores.alone.size() >= 4);
    const Outcome outcome = m_scorer->atBudgets(m_scores.all)[kTwenty];
    const auto strong = [&outcome](EventKind kind) { return outcome.shares[std::size_t(kind)][2].recall(); };
    QVERIFY(strong(EventKind::Block) >= 0.5);
    QVERIFY(strong(EventKind::Sweep) >= 0.75);
}

// The way of another program: anomalies as text, merged over a minute and with a threshold in them.
void TestQualitySystems::itsJsonLinesScoreAlike()
{
    detect::Settings settings;
    settings.flagsPer100k = 200.0;
    settings.leastPremium = {};
    detect::Engine engine(m_trades->contracts, settings);
    QByteArray lines;
    for (std::uint64_t row = 0; row < m_trades->trades.size(); ++row) {
        for (const std::uint32_t id : engine.judge(m_trades->trades[row], row))
            lines += exporting::anomalyJsonLine(engine.anomaly(id), m_trades->contracts, nullptr) + '\n';
    }
    const domain::Result<AnomalyFile> file = parseAnomalies(lines);
    QVERIFY(file.has_value());
    const double written = m_scorer->atBudgets(file->alerts)[kTwenty].total().recall();
    const double observed = m_scorer->atBudgets(m_scores.all)[kTwenty].total().recall();
    QVERIFY2(std::fabs(written - observed) < 0.15,
             qPrintable(QStringLiteral("%1 %2").arg(written).arg(observed)));
}

void TestQualitySystems::sizeTailsAreCalibrated()
{
    TapeConfig config = tests::smallTape();
    config.planted = false;
    const Tape clean = generateTape(config);
    const EngineScores scores = scoresOf(clean, TapeTrades(clean));
    for (const std::size_t at : {0U, 1U, 2U})
        QVERIFY2(scores.tailRatio(at) > 0.6 && scores.tailRatio(at) < 1.6,
                 qPrintable(QString::number(scores.tailRatio(at))));
}

void TestQualitySystems::nothingStandsOnACancelledPrint()
{
    const EngineAlerts alerts = alertsOf(m_tape, *m_trades, 1'000.0);
    QVERIFY(alerts.per100k > 100.0);
    QCOMPARE(alerts.standingOnBusted, 0);
}

void TestQualitySystems::spreadsAreThoseOfASample()
{
    const std::array values = {1.0, 2.0, 6.0};
    QCOMPARE(spreadOf(values).mean, 3.0);
    QCOMPARE(spreadOf(values).deviation, std::sqrt(7.0));
    QCOMPARE(spreadOf(std::span(values).first(1)).deviation, 0.0);
}

void TestQualitySystems::theReportHoldsTheFigures()
{
    const std::array seeds = {measure(tests::smallTape(1, 8'000), Baselines::With),
                              measure(tests::smallTape(2, 8'000), Baselines::With)};
    const Summary summary = summaryOf(seeds);
    QCOMPARE(summary.seeds, (std::vector<std::uint64_t>{1, 2}));
    const double mean = (seeds[0].systems[0].curve[kTen].total().recall() +
                         seeds[1].systems[0].curve[kTen].total().recall()) /
                        2.0;
    QCOMPARE(summary.systems[0].recall[kTen].mean, mean);
    const QJsonObject json = reportJson(summary);
    const QJsonObject engine = json[QStringLiteral("systems")].toArray()[0].toObject();
    QCOMPARE(engine[QStringLiteral("name")].toString(), QStringLiteral("engine"));
    QCOMPARE(engine[QStringLiteral("recall_at")][QStringLiteral("10")][QStringLiteral("mean")].toDouble(),
             mean);
    QCOMPARE(json[QStringLiteral("budget_transfer")].toObject().size(), int(kTargets.size()));
    const QByteArray text = reportText(summary, seeds);
    for (const char* word : {"engine", "size alone", "best five naive", "z of size >= 3", "underlying"})
        QVERIFY2(text.contains(word), word);
}

QTEST_GUILESS_MAIN(TestQualitySystems)
#include "tst_qualitysystems.moc"

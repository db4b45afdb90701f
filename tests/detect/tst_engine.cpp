// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/contractstate.h"
#include "detect/enginefixture.h"
#include "detect/scoreobserver.h"

#include <QJsonObject>

using namespace flowglass;
using domain::AnomalyKind;
using tests::EngineFixture;

namespace {

QString block(const char* time, int size = 9'000, const char* ticker = "O:XYZ261218C00120000")
{
    return QStringLiteral("%1 %2 4.00 x%3 @305 209")
        .arg(QLatin1String(time), QLatin1String(ticker))
        .arg(size);
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsWithinTheCoolDownAreOneAnomaly();
    void afterTheCoolDownAnotherOneIsRaised();
    void flagsOfDifferentContractsStayApart();
    void adjustedContractsAreAnUnderlyingOfTheirOwn();
    void anUpdateKeepsTheHighestScore();
    void referencesStayValid();
    void sensitivityCanChangeWhileRunning();
    void littleMoneyIsNotFlagged();
    void aKindThatIsOffDoesNotFlag();
    void theObserverSeesEveryJudgedPrint();
    void theScoreFollowsFromTheRawSurprise();
    void theBudgetCanBePreviewed();
    void rulesNameEveryDetector();
    void anEmptyEngineAnswers();
    void outOfOrderByLittleIsJudged();
    void aPrintWithoutSizeIsNotJudged();
    void aPrintFarAheadInTimeDoesNotStopTheRest();
    void stateIsSmall();
};

void TestEngine::repeatsWithinTheCoolDownAreOneAnomaly()
{
    EngineFixture f;
    f.background(50);
    const auto first = f.feed(block("11:00:00.000"));
    const auto second = f.feed(block("11:00:50.000", 30'000));
    const auto third = f.feed(block("11:01:49.000", 99'000)); // counted from the second
    QCOMPARE(first.size(), std::size_t(1));
    QCOMPARE(second, first);
    QCOMPARE(third, first);
    const domain::Anomaly& anomaly = f.engine.anomaly(first[0]);
    QCOMPARE(anomaly.revision, 3U);
    QCOMPARE(anomaly.prints.size(), std::size_t(3));
    QCOMPARE(anomaly.time, f.trades[f.trades.size() - 3].time());
    QCOMPARE(anomaly.lastTime, f.trades.back().time());
    QCOMPARE(f.engine.flaggedPrints(), std::uint64_t(3));
}

void TestEngine::afterTheCoolDownAnotherOneIsRaised()
{
    EngineFixture f;
    f.background(50);
    const auto first = f.feed(block("11:00:00.000"));
    const auto second = f.feed(block("11:01:00.001"));
    QVERIFY(!second.empty());
    QVERIFY(first != second);
}

void TestEngine::flagsOfDifferentContractsStayApart()
{
    EngineFixture f;
    f.background(50);
    const auto a = f.feed(block("11:00:00.000"));
    const auto b = f.feed(block("11:00:00.001", 9'000, "O:XYZ261218P00120000"));
    QVERIFY(!a.empty() && !b.empty() && a != b);
}

void TestEngine::adjustedContractsAreAnUnderlyingOfTheirOwn()
{
    EngineFixture f;
    f.background(50);
    const auto a = f.feed(block("11:00:00.000", 9'000, "O:XYZ261218C00199000"));
    const auto b = f.feed(block("11:00:00.000", 9'000, "O:XYZ1261218C00120000"));
    QCOMPARE(f.evidence(a.at(0), AnomalyKind::Size)->seen > 0, true);
    QVERIFY(b.empty() || f.evidence(b[0], AnomalyKind::Size)->seen == 0);
}

void TestEngine::anUpdateKeepsTheHighestScore()
{
    EngineFixture f;
    f.background(50);
    const auto id = f.feed(block("11:00:00.000", 50'000)).at(0);
    const double score = f.engine.anomaly(id).score;
    const domain::Evidence evidence = *f.evidence(id, AnomalyKind::Size);
    QVERIFY(!f.feed(block("11:00:10.000", 8'000)).empty());
    QCOMPARE(f.engine.anomaly(id).score, score);
    QVERIFY(*f.evidence(id, AnomalyKind::Size) == evidence);
}

void TestEngine::referencesStayValid()
{
    EngineFixture f(1'000.0);
    f.background(50);
    const domain::Anomaly& first = f.engine.anomaly(f.feed(block("11:00:00.000")).at(0));
    const domain::Anomaly copy = first;
    for (int at = 0; at < 2'000; ++at) {
        domain::Trade trade = f.text(block("12:00:00.000", 20'000));
        trade.setTime({trade.time().value + at * 70'000LL});
        f.feed(trade);
    }
    QCOMPARE(first.id, copy.id);
    QVERIFY(first.prints == copy.prints);
}

void TestEngine::sensitivityCanChangeWhileRunning()
{
    EngineFixture f(1.0);
    f.background(50);
    const double strict = f.engine.threshold();
    const std::uint32_t before = f.engine.count();
    f.engine.setSettings(EngineFixture::anyMoney(100.0));
    QVERIFY(f.engine.threshold() < strict);
    QCOMPARE(f.engine.settings().flagsPer100k, 100.0);
    QCOMPARE(f.engine.count(), before); // what was judged stays
    QVERIFY(!f.feed(block("11:00:00.000", 1'500)).empty());
}

void TestEngine::littleMoneyIsNotFlagged()
{
    detect::Settings settings;
    settings.leastPremium = domain::Premium::fromUnits(10'000 * domain::kUnitsPerDollar);
    EngineFixture f(settings);
    f.background(50);
    const QString cheap = QStringLiteral("11:0%1:00.000 O:XYZ261218C00120000 0.01 x9000 @305 209");
    QVERIFY(f.feed(cheap.arg(0)).empty()); // $9,000
    settings.leastPremium = domain::Premium();
    f.engine.setSettings(settings);
    QVERIFY(!f.feed(cheap.arg(9)).empty());
}

void TestEngine::aKindThatIsOffDoesNotFlag()
{
    detect::Settings settings;
    settings.kinds = {};
    settings.kinds.add(AnomalyKind::Sweep);
    EngineFixture f(settings);
    f.background(50);
    QVERIFY(f.feed(block("11:00:00.000")).empty());
    settings.kinds = domain::KindSet::of(AnomalyKind::Size);
    f.engine.setSettings(settings);
    const auto ids = f.feed(block("11:00:20.000", 20'000));
    QCOMPARE(ids.size(), std::size_t(1));
    QVERIFY(f.engine.anomaly(ids[0]).kinds == domain::KindSet::of(AnomalyKind::Size));
}

namespace {

struct Listener : detect::ScoreObserver
{
    void scored(const domain::Trade& trade, std::uint64_t row, std::span<const detect::DetectorScore> scores,
                double tail) override
    {
        ++calls;
        lastRow = row;
        lastSize = trade.size;
        lastTail = tail;
        last.assign(scores.begin(), scores.end());
    }
    int calls = 0;
    std::uint64_t lastRow = 0;
    std::uint32_t lastSize = 0;
    double lastTail = 0.0;
    std::vector<detect::DetectorScore> last;
};

} // namespace

void TestEngine::theObserverSeesEveryJudgedPrint()
{
    EngineFixture f;
    f.background(50);
    Listener listener;
    f.engine.setObserver(&listener);
    const auto judged = f.engine.warmup().judged;
    f.feed(block("11:00:00.000", 3));
    f.feed(block("11:00:01.000", 9).replace(QLatin1String(" 209"), QLatin1String(" 204"))); // late: not judged
    f.feed(block("11:00:02.000"));
    QCOMPARE(listener.calls, 2);
    QCOMPARE(std::uint64_t(listener.calls), f.engine.warmup().judged - judged);
    QCOMPARE(listener.lastRow, f.lastRow());
    QCOMPARE(listener.lastSize, 9'000U);
    QVERIFY(listener.lastTail > 0.0 && listener.lastTail < 1e-3);
    QCOMPARE(listener.last.size(), std::size_t(detect::kDetectors));
    QCOMPARE(listener.last[0].kind, AnomalyKind::Size);
    QVERIFY(std::fabs(listener.last[0].raw + std::log10(listener.lastTail)) < 1e-9);
    QVERIFY(listener.last[0].calibrated > f.engine.threshold());
    f.engine.setObserver(nullptr);
    f.feed(block("11:00:09.000"));
    QCOMPARE(listener.calls, 2);
}

void TestEngine::theScoreFollowsFromTheRawSurprise()
{
    EngineFixture f;
    f.background(50);
    f.feed(block("11:00:00.000"));
    const domain::Anomaly& anomaly = f.engine.anomaly(1);
    const domain::Evidence* size = f.evidence(1, AnomalyKind::Size);
    QVERIFY(size != nullptr);
    QVERIFY(std::fabs(size->raw - std::log10(size->oneIn)) < 1e-6); // what the card says of the chance
    QVERIFY(size->slope > 0.0);
    double highest = 0.0;
    for (const domain::Evidence& evidence : anomaly.evidence) {
        QVERIFY(std::fabs(evidence.raw / evidence.slope + evidence.offset - evidence.surprise) < 1e-9);
        highest = std::max(highest, evidence.surprise);
    }
    QCOMPARE(anomaly.score, highest);
}

void TestEngine::theBudgetCanBePreviewed()
{
    EngineFixture f;
    const auto outlook = [&f](double flags) { return f.engine.outlook(EngineFixture::anyMoney(flags)); };
    QCOMPARE(outlook(10'000.0).anomalies, std::uint64_t(0));
    f.background(50);
    f.feed(block("11:00:00.000"));
    f.feed(block("11:00:30.000", 12'000)); // the same contract and minute
    f.feed(block("11:05:00.000", 90'000));
    // The engine itself looks at its rates every thousand prints only.
    QVERIFY(std::fabs(outlook(10.0).threshold - f.engine.threshold()) < 0.2);
    QVERIFY(outlook(1.0).threshold > outlook(10.0).threshold);
    QCOMPARE(outlook(10.0).anomalies, std::uint64_t(2));
    QVERIFY(outlook(1'000.0).anomalies > 2);
    QVERIFY(outlook(0.01).anomalies <= 2);
    QCOMPARE(outlook(10.0).judged, f.engine.warmup().judged);
    f.feed(QStringLiteral("+3d 10:00:00.000 O:XYZ261218C00120000 4.00 x1 @305 209"));
    QCOMPARE(outlook(10.0).anomalies, std::uint64_t(0)); // of today
    QCOMPARE(outlook(10.0).judged, std::uint64_t(1));
}

void TestEngine::rulesNameEveryDetector()
{
    const EngineFixture f(25.0);
    const QJsonObject rules = f.engine.rules();
    for (unsigned kind = 0; kind < unsigned(AnomalyKind::Count); ++kind) {
        const QString word = QLatin1String(domain::kindWord(AnomalyKind(kind)));
        QVERIFY2(rules.value(word).isObject() && rules.value(word).toObject().size() > 3, qPrintable(word));
    }
    QCOMPARE(
        rules.value(QStringLiteral("budget")).toObject().value(QStringLiteral("flags_per_100k")).toDouble(),
        25.0);
}

void TestEngine::anEmptyEngineAnswers()
{
    const EngineFixture f;
    QCOMPARE(f.engine.count(), 0U);
    QCOMPARE(f.engine.flaggedPrints(), std::uint64_t(0));
    QVERIFY(!f.engine.anomalyOfRow(0));
    QVERIFY(!f.engine.isCancelledRow(0));
    QCOMPARE(f.engine.warmup().judged, std::uint64_t(0));
    QVERIFY(f.engine.threshold() > 4.0 && f.engine.threshold() < 6.0);
}

void TestEngine::outOfOrderByLittleIsJudged()
{
    EngineFixture f;
    f.background(50);
    f.feed(block("11:00:02.000", 1));
    QVERIFY(!f.feed(block("11:00:00.500")).empty());
}

void TestEngine::aPrintWithoutSizeIsNotJudged()
{
    EngineFixture f;
    f.background(2);
    const auto judged = f.engine.warmup().judged;
    QVERIFY(f.feed(block("11:00:00.000", 0)).empty());
    QCOMPARE(f.engine.warmup().judged, judged);
}

void TestEngine::aPrintFarAheadInTimeDoesNotStopTheRest()
{
    EngineFixture f;
    f.background(50);
    f.feed(QStringLiteral("+900d 10:00:00.000 O:XYZ261218C00130000 5.00 x1 @305 209"));
    const auto ids = f.feed(block("11:00:00.000"));
    QCOMPARE(ids.size(), std::size_t(1));
    f.feed(block("11:00:00.010", 50).replace(QLatin1String("@305"), QLatin1String("@306")));
    QCOMPARE(f.engine.anomaly(ids[0]).prints.size(), std::size_t(2)); // orders are still put together
}

void TestEngine::stateIsSmall()
{
    QVERIFY(sizeof(detect::ContractState) <= 256);
    QVERIFY(sizeof(detect::UnderlyingState) <= 2048);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"

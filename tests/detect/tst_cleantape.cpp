// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/digest.h"
#include "detect/engine.h"
#include "detect/printclass.h"
#include "detect/synthetictape.h"
#include "domain/anomalytext.h"
#include "support/tapetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace flowglass;
using detect::Engine;
using domain::Anomaly;
using domain::AnomalyKind;
using tests::SyntheticTape;

namespace {

constexpr std::size_t kPrints = 300'000;
constexpr std::int64_t kOpenMs = tests::TapeText::kMidnightMs + 34'200'000;

detect::Settings settings(double flagsPer100k)
{
    return {flagsPer100k, domain::KindSet::all(), domain::Premium()};
}

void judgeAll(Engine& engine, const std::vector<domain::Trade>& tape)
{
    for (std::size_t row = 0; row < tape.size(); ++row)
        engine.judge(tape[row], row);
}

} // namespace

// The engine on a whole day of a synthetic market, clean or with anomalies planted.
class TestCleanTape : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsTheBudget_data();
    void keepsTheBudget();
    void nothingStandsOnACancelledPrint();
    void onlyJudgeablePrintsAreFlagged();
    void theSameInputGivesTheSameAnomalies();
    void moreSensitiveMeansNotFewer();
    void findsWhatWasPlanted_data();
    void findsWhatWasPlanted();
    void everyExplanationReadsWithNumbers();

private:
    struct Plant
    {
        std::vector<std::uint64_t> sequences; // of one planted event
    };
    std::vector<domain::Trade> planted(const QString& what, std::vector<Plant>& plants) const;
    std::vector<domain::Trade> event(const QString& what, tests::Dice& dice, std::uint64_t& sequence) const;

    domain::ContractTable m_table;
    std::vector<domain::Trade> m_tape;
    std::vector<domain::Trade> m_newestOf; // by contract, a print of the middle of the day
    std::vector<std::uint32_t> m_traded;   // contracts with a fair history
};

void TestCleanTape::initTestCase()
{
    SyntheticTape::Config config;
    config.seed = 21;
    config.startMs = kOpenMs;
    config.tradesPerSecond = double(kPrints) / 23'400.0;
    SyntheticTape tape(config, m_table);
    while (m_tape.size() < kPrints)
        m_tape.push_back(tape.next());
    std::vector<int> prints(m_table.size());
    m_newestOf.resize(m_table.size());
    for (const domain::Trade& trade : m_tape) {
        if (detect::classOf(trade.conditions) != detect::PrintClass::SingleLeg)
            continue;
        if (++prints[trade.contract.value] == 60)
            m_traded.push_back(trade.contract.value);
        m_newestOf[trade.contract.value] = trade;
    }
    QVERIFY(m_traded.size() > 300);
}

void TestCleanTape::keepsTheBudget_data()
{
    QTest::addColumn<double>("budget");
    QTest::newRow("10 flags in 100,000 trades") << 10.0;
    QTest::newRow("50 flags in 100,000 trades") << 50.0;
}

void TestCleanTape::keepsTheBudget()
{
    QFETCH(double, budget);
    Engine engine(m_table, settings(budget));
    judgeAll(engine, m_tape);
    std::uint32_t after = 0;
    for (std::uint32_t id = 1; id <= engine.count(); ++id)
        after += engine.anomaly(id).prints.front().row >= kPrints / 6 ? 1U : 0U;
    const double ratio = after / (kPrints * 5.0 / 6.0) * 1e5 / budget;
    QVERIFY2(ratio > 0.3 && ratio < 2.0, qPrintable(QString::number(ratio)));
    const double early = double(engine.count() - after) / (kPrints / 6.0) * 1e5 / budget;
    QVERIFY2(early < 4.0, qPrintable(QString::number(early)));
}

void TestCleanTape::nothingStandsOnACancelledPrint()
{
    Engine engine(m_table, settings(50.0));
    std::uint64_t named = 0;
    for (std::size_t row = 0; row < m_tape.size(); ++row) {
        engine.judge(m_tape[row], row);
        named += engine.lastCancelled() ? 1U : 0U;
    }
    QVERIFY(named > 10);
    std::uint64_t standing = 0;
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        const Anomaly& anomaly = engine.anomaly(id);
        std::size_t live = 0;
        for (const domain::AnomalyPrint& print : anomaly.prints) {
            QCOMPARE(print.cancelled, engine.isCancelledRow(print.row));
            live += print.cancelled ? 0 : 1;
        }
        QCOMPARE(anomaly.state == Anomaly::State::Open, live > 0);
        standing += live;
    }
    QCOMPARE(engine.flaggedPrints(), standing);
}

void TestCleanTape::onlyJudgeablePrintsAreFlagged()
{
    Engine engine(m_table, settings(200.0));
    judgeAll(engine, m_tape);
    QVERIFY(engine.count() > 50);
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        const Anomaly& anomaly = engine.anomaly(id);
        QCOMPARE(anomaly.id, id);
        bool legs = false;
        for (const domain::AnomalyPrint& print : anomaly.prints) {
            const detect::PrintClass of = detect::classOf(print.trade.conditions);
            QVERIFY(of != detect::PrintClass::Cancel && of != detect::PrintClass::VolumeOnly);
            QVERIFY(print.trade == m_tape[print.row]);
            QVERIFY(anomaly.isOfUnderlying() || anomaly.isPackage() || print.trade.contract == anomaly.contract);
            legs = legs || of == detect::PrintClass::MultiLeg;
        }
        QVERIFY(anomaly.isPackage() == legs);
        QVERIFY(std::isfinite(anomaly.score) && !anomaly.kinds.isEmpty() && !anomaly.evidence.empty());
    }
}

// Whatever is asked in between, and wherever the stream is cut into slices.
void TestCleanTape::theSameInputGivesTheSameAnomalies()
{
    Engine first(m_table, settings(10.0));
    judgeAll(first, m_tape);
    Engine second(m_table, settings(10.0));
    for (std::size_t row = 0; row < m_tape.size(); ++row) {
        for (const std::uint32_t id : second.judge(m_tape[row], row))
            second.touch(id);
        if (row % 997 == 0) {
            second.rules();
            second.anomalyOfRow(row);
            detect::anomalyDigest(second, m_table);
        }
    }
    QVERIFY(first.count() > 5);
    QCOMPARE(detect::anomalyDigest(second, m_table), detect::anomalyDigest(first, m_table));
}

void TestCleanTape::moreSensitiveMeansNotFewer()
{
    std::uint32_t last = 0;
    double threshold = 100.0;
    for (const double budget : {1.0, 5.0, 20.0, 80.0}) {
        Engine engine(m_table, settings(budget));
        judgeAll(engine, m_tape);
        QVERIFY(engine.count() >= last);
        QVERIFY(engine.threshold() < threshold);
        last = engine.count();
        threshold = engine.threshold();
    }
}

std::vector<domain::Trade> TestCleanTape::event(const QString& what, tests::Dice& dice,
                                                std::uint64_t& sequence) const
{
    domain::Trade base = m_newestOf[m_traded[dice.bits() % m_traded.size()]];
    base.conditions = {};
    base.conditions.add(209);
    base.setTime({kOpenMs + 5'000'000 + std::int64_t(dice.bits() % 17'000'000)});
    base.size = 2;
    std::vector<domain::Trade> prints;
    const auto add = [&](std::int64_t delay, std::uint32_t size, std::uint16_t exchange, double factor) {
        domain::Trade trade = base;
        trade.setTime({base.time().value + delay});
        trade.size = size;
        trade.setExchange({exchange});
        trade.price = domain::Price::fromUnits(std::int32_t(base.price.units() * factor) / 100 * 100);
        trade.sequence = ++sequence;
        prints.push_back(trade);
    };
    if (what == QLatin1String("block")) {
        add(0, 20'000, 305, 1.0);
    } else if (what == QLatin1String("sweep")) {
        for (int part = 0; part < 9; ++part)
            add(part * 11, 450, std::uint16_t(300 + part), 1.0);
    } else if (what == QLatin1String("burst")) {
        for (int part = 0; part < 90; ++part)
            add(part * 700, 1 + std::uint32_t(part % 5), std::uint16_t(300 + part % 16), 1.0);
    } else {
        for (int part = 0; part < 3; ++part)
            add(part * 4'000, 3, 305, 1.8);
    }
    return prints;
}

std::vector<domain::Trade> TestCleanTape::planted(const QString& what, std::vector<Plant>& plants) const
{
    tests::Dice dice(99);
    std::uint64_t sequence = 1'000'000'000;
    std::vector<domain::Trade> tape = m_tape;
    for (int at = 0; at < 15; ++at) {
        Plant plant;
        for (const domain::Trade& trade : event(what, dice, sequence)) {
            plant.sequences.push_back(trade.sequence);
            tape.push_back(trade);
        }
        plants.push_back(plant);
    }
    std::ranges::stable_sort(tape, {}, &domain::Trade::time);
    return tape;
}

void TestCleanTape::findsWhatWasPlanted_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("least"); // of 15
    QTest::newRow("blocks of 20,000") << QStringLiteral("block") << int(AnomalyKind::Size) << 14;
    QTest::newRow("sweeps of 4,050 over nine exchanges")
        << QStringLiteral("sweep") << int(AnomalyKind::Sweep) << 14;
    QTest::newRow("90 orders in a minute") << QStringLiteral("burst") << int(AnomalyKind::Activity) << 12;
    QTest::newRow("three prints at 1.8 times the price")
        << QStringLiteral("price") << int(AnomalyKind::Price) << 11;
}

void TestCleanTape::findsWhatWasPlanted()
{
    QFETCH(QString, what);
    QFETCH(int, kind);
    QFETCH(int, least);
    std::vector<Plant> plants;
    const std::vector<domain::Trade> tape = planted(what, plants);
    Engine engine(m_table, settings(10.0));
    judgeAll(engine, tape);
    int found = 0;
    for (const Plant& plant : plants) {
        bool hit = false;
        for (std::uint32_t id = 1; id <= engine.count() && !hit; ++id) {
            const Anomaly& anomaly = engine.anomaly(id);
            hit = anomaly.kinds.has(AnomalyKind(kind)) &&
                  std::ranges::any_of(anomaly.prints, [&plant](const domain::AnomalyPrint& print) {
                      return print.trade.sequence >= plant.sequences.front() &&
                             print.trade.sequence <= plant.sequences.back();
                  });
        }
        found += hit ? 1 : 0;
    }
    qInfo("%s: %d of 15, %u anomalies in all", qPrintable(what), found, engine.count());
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

void TestCleanTape::everyExplanationReadsWithNumbers()
{
    Engine engine(m_table, settings(100.0));
    judgeAll(engine, m_tape);
    for (std::uint32_t id = 1; id <= engine.count(); ++id) {
        const QString text = domain::explanation(engine.anomaly(id), domain::Wording::FixedEnglish);
        QVERIFY(text.contains(QRegularExpression(QStringLiteral("\\d"))));
        static const QRegularExpression unfilled(QStringLiteral("nan|inf|%\\d"));
        QVERIFY2(!text.contains(unfilled), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestCleanTape)
#include "tst_cleantape.moc"

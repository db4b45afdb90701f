// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/digest.h"
#include "domain/conditions.h"
#include "markettape.h"
#include "session/pipeline.h"

#include <QElapsedTimer>

using namespace flowglass;
using session::Backfill;
using session::Pipeline;
using test::Tick;
using Judging = tape::GapFill::Judging;
using State = tape::GapFill::State;

namespace {

constexpr std::size_t kTrades = 60'000;

struct Hole
{
    std::size_t from = 0;
    std::size_t to = 0;
};

session::PipelineConfig watching(const char* list, std::size_t rows = 10'000'000)
{
    session::PipelineConfig config;
    config.watch = domain::WatchList::parse(QString::fromLatin1(list)).value();
    config.detect.flagsPer100k = 100.0;
    config.storeRows = rows;
    return config;
}

detect::Settings flags(double per100k)
{
    detect::Settings settings;
    settings.flagsPer100k = per100k;
    return settings;
}

QByteArray digestOf(const Pipeline& pipeline)
{
    return detect::anomalyDigest(pipeline.engine(), pipeline.contracts());
}

Backfill::Outcome filled() { return {State::Filled, true, {}}; }

// As it comes: in parts, the last of which tells the outcome.
void fill(Pipeline& pipeline, const std::vector<Tick>& tape, Hole hole, const Backfill::Outcome& outcome = filled())
{
    const domain::FeedGap gap = test::gapOf(tape, hole.from, hole.to);
    for (std::size_t from = hole.from; from < hole.to; from += 500)
        pipeline.apply(test::backfillOf(tape, from, std::min(hole.to, from + 500), gap));
    pipeline.apply(Backfill{gap.from, gap.to, {}, {}, outcome});
}

} // namespace

// After a gap was filled, the anomalies are those of a run that had none.
class TstSecondJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFilledGapLeavesNoTrace_data();
    void aFilledGapLeavesNoTrace();
    void whatCameWhileItWasJudgedIsIn();
    void partsBetweenLiveTradesStayInTheirGap();
    void anUnfilledGapStaysOne();
    void tooFewContractsLeaveTheGap();
    void whatACheckFoundIsNeverJudged();
    void fillsThatComeOneAfterTheOther();
    void learntBaselinesAreThereAgain();
    void whatIsFoundOnlyNowIsLate();
    void cancelsOfTheGapTakeTheirPrintsBack();
    void revisionsOnlyRise();
    void evictedTradesCannotBeJudgedAgain();
    void theCountersBalance();
    void benchmarkRowsPerSecond();

private:
    QByteArray cleanDigest(const char* watch, bool settings) const;
    std::vector<Tick> m_tape;
};

void TstSecondJudge::initTestCase()
{
    m_tape = test::marketTape(11, kTrades);
}

QByteArray TstSecondJudge::cleanDigest(const char* watch, bool settings) const
{
    Pipeline clean(watching(watch));
    test::playTape(clean, m_tape, 0, 30'000);
    if (settings)
        clean.apply(flags(300.0));
    test::playTape(clean, m_tape, 30'000, kTrades);
    return digestOf(clean);
}

void TstSecondJudge::aFilledGapLeavesNoTrace_data()
{
    QTest::addColumn<QList<int>>("edges"); // of holes: from, to, from, to ...
    QTest::addColumn<QString>("watch");
    QTest::addColumn<bool>("settings"); // changed in between
    QTest::newRow("one") << QList<int>{20'000, 24'000} << "*" << false;
    QTest::newRow("before the first trade") << QList<int>{0, 6'000} << "*" << false;
    QTest::newRow("two before the first trade") << QList<int>{0, 3'000, 3'000, 6'000} << "*" << true;
    QTest::newRow("at the start") << QList<int>{10, 6'000} << "*" << false;
    QTest::newRow("long") << QList<int>{10'000, 50'000} << "*" << false;
    QTest::newRow("several") << QList<int>{5'000, 6'000, 20'000, 24'000, 41'000, 43'000} << "*" << false;
    QTest::newRow("settings change behind it") << QList<int>{20'000, 24'000} << "*" << true;
    QTest::newRow("settings change between two") << QList<int>{20'000, 24'000, 41'000, 43'000} << "*" << true;
    QTest::newRow("watched in part") << QList<int>{20'000, 24'000, 41'000, 43'000} << "NVDA,TSLA" << true;
}

void TstSecondJudge::aFilledGapLeavesNoTrace()
{
    QFETCH(QList<int>, edges);
    QFETCH(QString, watch);
    QFETCH(bool, settings);
    Pipeline holed(watching(qPrintable(watch)));
    std::size_t at = 0;
    const auto playTo = [&](std::size_t to) {
        if (settings && at <= 30'000 && to > 30'000) {
            test::playTape(holed, m_tape, at, 30'000);
            holed.apply(flags(300.0));
            at = 30'000;
        }
        test::playTape(holed, m_tape, at, to);
    };
    for (qsizetype hole = 0; hole < edges.size(); hole += 2) {
        playTo(std::size_t(edges[hole]));
        at = std::size_t(edges[hole + 1]);
        holed.apply(test::gapOf(m_tape, std::size_t(edges[hole]), at));
    }
    playTo(kTrades);
    const QByteArray before = digestOf(holed);
    for (qsizetype hole = 0; hole < edges.size(); hole += 2)
        fill(holed, m_tape, {std::size_t(edges[hole]), std::size_t(edges[hole + 1])});
    QCOMPARE(digestOf(holed), before); // not judged yet
    holed.apply(session::JudgedAgain());
    const QByteArray clean = cleanDigest(qPrintable(watch), settings);
    QVERIFY(before != clean);
    QCOMPARE(digestOf(holed), clean);
    QVERIFY(holed.engine().count() > 3);
    QCOMPARE(holed.counters().anomalies, std::uint64_t(holed.engine().count()));
    QVERIFY(holed.counters().balanced());
    QVERIFY(holed.store().gaps().front().fill.judging == Judging::Done);
}

void TstSecondJudge::whatCameWhileItWasJudgedIsIn()
{
    Pipeline holed(watching("*"));
    test::playTape(holed, m_tape, 0, 20'000);
    holed.apply(test::gapOf(m_tape, 20'000, 24'000));
    test::playTape(holed, m_tape, 24'000, 30'000);
    fill(holed, m_tape, {20'000, 24'000});
    std::size_t at = 30'000;
    for (; !holed.judgeAgain(1'000); at += 300) // live trades between the slices
        test::playTape(holed, m_tape, at, at + 300);
    QVERIFY(at > 33'000);
    holed.apply(session::JudgedAgain());
    test::playTape(holed, m_tape, at, kTrades); // by the engine that took over
    QCOMPARE(digestOf(holed), cleanDigest("*", false));
}

void TstSecondJudge::partsBetweenLiveTradesStayInTheirGap()
{
    Pipeline holed(watching("*"));
    test::playTape(holed, m_tape, 0, 20'000);
    const domain::FeedGap gap = test::gapOf(m_tape, 20'000, 24'000);
    holed.apply(gap);
    test::playTape(holed, m_tape, 24'000, 30'000);
    for (std::size_t part = 0; part < 8; ++part) {
        holed.apply(test::backfillOf(m_tape, 20'000 + part * 500, 20'500 + part * 500, gap));
        test::playTape(holed, m_tape, 30'000 + part * 100, 30'100 + part * 100);
    }
    holed.apply(Backfill{gap.from, gap.to, {}, {}, filled()});
    test::playTape(holed, m_tape, 30'800, kTrades);
    holed.apply(session::JudgedAgain());
    QCOMPARE(digestOf(holed), cleanDigest("*", false));
    QCOMPARE(holed.store().markers().size(), std::size_t(2)); // the gap, and the first of what was fetched
    QCOMPARE(holed.store().fetched().size(), std::size_t(8));
    QCOMPARE(holed.store().gaps().front().fill.trades, std::uint64_t(4'000));
}

void TstSecondJudge::anUnfilledGapStaysOne()
{
    Pipeline one(watching("*"));
    Pipeline both(watching("*"));
    for (Pipeline* pipeline : {&one, &both}) {
        test::playTape(*pipeline, m_tape, 0, 20'000);
        pipeline->apply(test::gapOf(m_tape, 20'000, 24'000));
        test::playTape(*pipeline, m_tape, 24'000, 41'000);
        if (pipeline == &both) {
            pipeline->apply(test::gapOf(m_tape, 41'000, 43'000));
            test::playTape(*pipeline, m_tape, 43'000, kTrades);
        } else {
            test::playTape(*pipeline, m_tape, 41'000, kTrades);
        }
    }
    fill(both, m_tape, {41'000, 43'000});
    both.apply(session::JudgedAgain());
    QCOMPARE(digestOf(both), digestOf(one));
}

void TstSecondJudge::tooFewContractsLeaveTheGap()
{
    Pipeline holed(watching("*"));
    test::playTape(holed, m_tape, 0, 20'000);
    holed.apply(test::gapOf(m_tape, 20'000, 24'000));
    test::playTape(holed, m_tape, 24'000, kTrades);
    const QByteArray before = digestOf(holed);
    const domain::FeedGap gap = test::gapOf(m_tape, 20'000, 24'000);
    holed.apply(test::backfillOf(m_tape, 20'000, 22'000, gap));
    holed.apply(Backfill{gap.from, gap.to, {}, {}, Backfill::Outcome{State::Partly, false, QStringLiteral("test")}});
    QVERIFY(holed.store().gaps().front().fill.judging == Judging::TooFew);
    holed.apply(session::JudgedAgain()); // for another reason
    QCOMPARE(digestOf(holed), before);
}

void TstSecondJudge::whatACheckFoundIsNeverJudged()
{
    Pipeline without(watching("*"));
    Pipeline with(watching("*"));
    const domain::FeedGap gap = test::gapOf(m_tape, 20'000, 24'000);
    for (Pipeline* pipeline : {&without, &with}) {
        test::playTape(*pipeline, m_tape, 0, 20'000);
        pipeline->apply(gap);
        test::playTape(*pipeline, m_tape, 24'000, 41'000);
        pipeline->apply(test::backfillOf(m_tape, 20'000, 23'500, gap));
        if (pipeline == &with) {
            Backfill found = test::backfillOf(m_tape, 23'500, 24'000, gap);
            found.unusual = true;
            pipeline->apply(found);
            found.from = found.from + std::chrono::milliseconds(1); // of a gap that is not known
            pipeline->apply(found);
        }
        const auto check = pipeline == &with ? tape::GapFill::Check::Done : tape::GapFill::Check::None;
        pipeline->apply(Backfill{gap.from, gap.to, {}, {}, Backfill::Outcome{State::Partly, true, {}, check}});
        test::playTape(*pipeline, m_tape, 41'000, kTrades);
        pipeline->apply(session::JudgedAgain());
    }
    QCOMPARE(digestOf(with), digestOf(without));
    QVERIFY(with.engine().count() > 0);
    const tape::GapFill& fill = with.store().gaps().front().fill;
    QVERIFY(fill == (tape::GapFill{State::Partly, Judging::Done, 3'500, {}, tape::GapFill::Check::Done, 500}));
    QVERIFY(with.store().fetchedPart(20'000 + 17'000 + 3'500)->unusual);
    QVERIFY(!with.store().fetchedPart(20'000 + 17'000)->unusual);
}

void TstSecondJudge::fillsThatComeOneAfterTheOther()
{
    Pipeline holed(watching("*"));
    test::playTape(holed, m_tape, 0, 20'000);
    holed.apply(test::gapOf(m_tape, 20'000, 24'000));
    test::playTape(holed, m_tape, 24'000, 41'000);
    holed.apply(test::gapOf(m_tape, 41'000, 43'000));
    test::playTape(holed, m_tape, 43'000, 50'000);
    fill(holed, m_tape, {20'000, 24'000});
    QVERIFY(!holed.judgeAgain(47'000)); // has passed the second gap
    fill(holed, m_tape, {41'000, 43'000});
    holed.apply(session::JudgedAgain());
    test::playTape(holed, m_tape, 50'000, kTrades);
    QCOMPARE(digestOf(holed), cleanDigest("*", false));
}

void TstSecondJudge::learntBaselinesAreThereAgain()
{
    const std::vector<Tick> yesterday = test::marketTape(12, 20'000);
    Pipeline learning(watching("*"));
    test::playTape(learning, yesterday, 0, yesterday.size());
    const session::LearntBaselines learnt{learning.engine().saveBaselines()};
    Pipeline clean(watching("*"));
    clean.apply(learnt);
    test::playTape(clean, m_tape, 0, kTrades);
    Pipeline holed(watching("*"));
    holed.apply(learnt);
    test::playTape(holed, m_tape, 0, 20'000);
    holed.apply(test::gapOf(m_tape, 20'000, 24'000));
    test::playTape(holed, m_tape, 24'000, kTrades);
    fill(holed, m_tape, {20'000, 24'000});
    holed.apply(session::JudgedAgain());
    QCOMPARE(digestOf(holed), digestOf(clean));
    QVERIFY(digestOf(clean) != cleanDigest("*", false));
}

void TstSecondJudge::whatIsFoundOnlyNowIsLate()
{
    Pipeline holed(watching("*"));
    test::playTape(holed, m_tape, 0, 20'000);
    holed.apply(test::gapOf(m_tape, 20'000, 30'000));
    test::playTape(holed, m_tape, 30'000, kTrades);
    fill(holed, m_tape, {20'000, 30'000});
    holed.apply(session::JudgedAgain());
    int late = 0;
    for (std::uint32_t id = 1; id <= holed.engine().count(); ++id) {
        const domain::Anomaly& anomaly = holed.engine().anomaly(id);
        const bool isLate = anomaly.tags.has(domain::AnomalyTag::Late);
        late += int(isLate);
        QCOMPARE(isLate && anomaly.time < domain::lossyToMs(m_tape[20'000].trade.time), false);
        if (holed.store().isFetched(anomaly.prints.front().row))
            QVERIFY(isLate);
    }
    QVERIFY(late > 0);
    QVERIFY(std::size_t(late) < holed.engine().count());
    const auto& newIds = holed.judgementChange().newIds; // and those known before keep their identity
    QVERIFY(std::ranges::count(newIds, 0U) * 3 < std::ptrdiff_t(newIds.size()));
}

void TstSecondJudge::cancelsOfTheGapTakeTheirPrintsBack()
{
    const std::vector<Tick> tape = test::marketTape(3, 40'000);
    const auto isCancel = [](const Tick& tick) { return domain::traitsOf(tick.trade.conditions).cancel; };
    QVERIFY(std::ranges::any_of(tape.begin() + 5'000, tape.begin() + 35'000, isCancel));
    Pipeline clean(watching("*"));
    test::playTape(clean, tape, 0, tape.size());
    Pipeline holed(watching("*"));
    test::playTape(holed, tape, 0, 5'000);
    holed.apply(test::gapOf(tape, 5'000, 35'000));
    test::playTape(holed, tape, 35'000, tape.size());
    fill(holed, tape, {5'000, 35'000});
    holed.apply(session::JudgedAgain());
    QCOMPARE(digestOf(holed), digestOf(clean));
    QVERIFY(!clean.store().takenBack().empty());
    QCOMPARE(holed.store().takenBack().size(), clean.store().takenBack().size());
    for (std::uint32_t contract = 0; contract < clean.contracts().size(); ++contract) {
        const auto same = holed.contracts().find(clean.contracts()[{contract}].ticker);
        QVERIFY(same && holed.store().totals(*same) == clean.store().totals({contract}));
    }
}

void TstSecondJudge::revisionsOnlyRise()
{
    Pipeline holed(watching("*"));
    test::playTape(holed, m_tape, 0, 20'000);
    holed.apply(test::gapOf(m_tape, 20'000, 24'000));
    test::playTape(holed, m_tape, 24'000, kTrades);
    std::vector<std::uint32_t> before;
    for (std::uint32_t id = 1; id <= holed.engine().count(); ++id)
        before.push_back(holed.engine().anomaly(id).revision);
    fill(holed, m_tape, {20'000, 24'000});
    holed.apply(session::JudgedAgain());
    const session::JudgementChange& change = holed.judgementChange();
    QVERIFY(!change.altered.empty());
    for (std::uint32_t id = 1; id <= std::min<std::size_t>(before.size(), holed.engine().count()); ++id) {
        const bool altered = std::ranges::binary_search(change.altered, id);
        QVERIFY(holed.engine().anomaly(id).revision >= before[id - 1] + std::uint32_t(altered));
    }
}

void TstSecondJudge::evictedTradesCannotBeJudgedAgain()
{
    const std::vector<Tick> tape = test::marketTape(5, 140'000);
    Pipeline small(watching("*", 2 * tape::TradeStore::kBlockRows));
    test::playTape(small, tape, 0, 100'000);
    small.apply(test::gapOf(tape, 100'000, 101'000));
    test::playTape(small, tape, 101'000, tape.size());
    QVERIFY(small.store().evicted() > 0);
    const QByteArray before = digestOf(small);
    fill(small, tape, {100'000, 101'000});
    QVERIFY(small.store().gaps().front().fill.judging == Judging::Evicted);
    QCOMPARE(small.store().gaps().front().fill.trades, std::uint64_t(1'000)); // shown all the same
    QCOMPARE(digestOf(small), before);
    QVERIFY(small.counters().balanced());
}

void TstSecondJudge::theCountersBalance()
{
    Pipeline clean(watching("NVDA,TSLA"));
    test::playTape(clean, m_tape, 0, kTrades);
    Pipeline holed(watching("NVDA,TSLA"));
    test::playTape(holed, m_tape, 0, 20'000);
    holed.apply(test::gapOf(m_tape, 20'000, 24'000));
    test::playTape(holed, m_tape, 24'000, kTrades);
    const std::uint64_t stored = holed.counters().stored;
    fill(holed, m_tape, {20'000, 24'000});
    fill(holed, m_tape, {20'000, 20'100}); // whose numbers were seen
    const domain::Counters& counters = holed.counters();
    QVERIFY(counters.balanced());
    QCOMPARE(counters.stored, clean.counters().stored);
    QCOMPARE(counters.backfilled, counters.stored - stored);
    QCOMPARE(counters.duplicates, std::uint64_t(100));
    QCOMPARE(counters.cancels, clean.counters().cancels);
    QCOMPARE(counters.outOfOrder, clean.counters().outOfOrder);
}

void TstSecondJudge::benchmarkRowsPerSecond()
{
    Pipeline pipeline(watching("*"));
    test::playTape(pipeline, m_tape, 0, kTrades);
    QElapsedTimer timer;
    timer.start();
    while (!pipeline.judgeAgain(64)) {
    }
    qInfo("%.0f rows/s judged again", double(kTrades) * 1e9 / double(timer.nsecsElapsed()));
}

QTEST_GUILESS_MAIN(TstSecondJudge)
#include "tst_secondjudge.moc"

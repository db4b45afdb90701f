// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "markettape.h"
#include "session/fill/gapfiller.h"
#include "session/pipeline.h"

#include <QSignalSpy>

using namespace flowglass;
using contracts::GapOrder;
using contracts::GapOutcome;
using session::Backfill;
using session::GapFiller;
using session::Pipeline;
using test::Tick;
using State = tape::GapFill::State;

namespace {

session::PipelineConfig everything()
{
    session::PipelineConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("*")).value();
    return config;
}

GapOutcome complete(int asked)
{
    GapOutcome outcome;
    outcome.complete = true;
    outcome.asked = asked;
    return outcome;
}

} // namespace

class TstGapFiller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void ordersTheEventTimeAroundTheGap();
    void namesTheRootsHeardBehindTheGap();
    void givesWhatIsMissingInTheOrderOfTheMarket();
    void waitsUntilTheFeedIsPastTheGap();
    void aSecondGapWaitsForTheFirst();
    void gapsWithNothingBetweenAreOne();
    void partlyFetchedIsToldWithItsReason_data();
    void partlyFetchedIsToldWithItsReason();
    void stoppingSaysWhatIsNotThere();
    void aGapBeforeTheFirstTradeMissedNothing();

private:
    void play(std::size_t from, std::size_t to);
    void lose(std::size_t from, std::size_t to);
    void tell(const GapOrder& order, std::size_t from, std::size_t to);
    domain::UnixMs timeOf(std::size_t tick) const { return domain::lossyToMs(m_tape[tick].trade.time); }

    std::vector<Tick> m_tape;
    std::unique_ptr<Pipeline> m_pipeline;
    std::unique_ptr<GapFiller> m_filler;
    std::vector<GapOrder> m_orders;
    std::vector<Backfill> m_parts;
};

void TstGapFiller::initTestCase()
{
    m_tape = test::marketTape(21, 20'000);
}

void TstGapFiller::init()
{
    m_orders.clear();
    m_parts.clear();
    m_filler.reset();
    m_pipeline = std::make_unique<Pipeline>(everything());
    m_filler = std::make_unique<GapFiller>(*m_pipeline);
    connect(m_filler.get(), &GapFiller::ordered, this, [this](const GapOrder& order) { m_orders.push_back(order); });
    connect(m_filler.get(), &GapFiller::posted, this, [this](const session::StreamEvent& part) {
        m_parts.push_back(std::get<Backfill>(part));
        m_pipeline->apply(part);
    });
}

void TstGapFiller::play(std::size_t from, std::size_t to)
{
    feed::DecodedFrame frame;
    for (const QString& text : test::framesOf(m_tape, from, to)) {
        frame.clear();
        m_pipeline->decode(text, frame);
        for (const domain::Trade& trade : frame.trades)
            m_pipeline->route(trade);
    }
}

void TstGapFiller::lose(std::size_t from, std::size_t to)
{
    m_pipeline->apply(test::gapOf(m_tape, from, to));
    m_filler->addGap({QStringLiteral("NVDA"), QStringLiteral("TSLA")});
}

// What REST says of an order, of the ticks [from, to).
void TstGapFiller::tell(const GapOrder& order, std::size_t from, std::size_t to)
{
    const auto trades = test::tradesOf(m_tape, from, to);
    for (const auto& [ticker, list] : trades)
        m_filler->onTrades(order.id, ticker, list);
    m_filler->onFinished(order.id, complete(int(trades.size())));
}

void TstGapFiller::ordersTheEventTimeAroundTheGap()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    QVERIFY(m_pipeline->store().gaps().front().fill.state == State::Fetching);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    const GapOrder& order = m_orders.front();
    QCOMPARE(order.from, timeOf(4'999) + -GapFiller::kMargin);
    QCOMPARE(order.to, timeOf(6'000) + GapFiller::kMargin);
    QCOMPARE(order.underlyings, (QStringList{QStringLiteral("NVDA"), QStringLiteral("TSLA")}));
}

// Whose chain must know of something so late.
void TstGapFiller::namesTheRootsHeardBehindTheGap()
{
    play(0, 5'000);
    m_pipeline->apply(test::gapOf(m_tape, 5'000, 6'000));
    m_filler->addGap({QStringLiteral("NVDA"), QStringLiteral("ZZZ"), m_tape.front().ticker});
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    QCOMPARE(m_orders.front().heardBehind, QStringList{QStringLiteral("NVDA")});
}

void TstGapFiller::givesWhatIsMissingInTheOrderOfTheMarket()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    tell(m_orders.front(), 4'500, 6'500); // what is there already is told as well
    QTRY_VERIFY(!m_parts.empty() && m_parts.back().outcome);
    const tape::TradeStore& store = m_pipeline->store();
    QCOMPARE(m_pipeline->counters().backfilled, std::uint64_t(1'000));
    QCOMPARE(m_pipeline->counters().duplicates, std::uint64_t(0)); // by what they are, not by their numbers
    QCOMPARE(store.end(), std::uint64_t(20'000));
    for (std::size_t at = 0; at < 1'000; ++at) {
        const domain::Trade& trade = store[19'000 + at];
        QCOMPARE(QString::fromStdString(m_pipeline->contracts()[trade.contract].ticker), m_tape[5'000 + at].ticker);
        QCOMPARE(trade.sequence, m_tape[5'000 + at].trade.sequence);
        QVERIFY(store.isFetched(19'000 + at));
    }
    QVERIFY(!store.isFetched(18'999));
    QVERIFY(std::ranges::all_of(m_parts, [](const Backfill& part) { return part.rows.size() <= GapFiller::kRowsPerPart; }));
    QVERIFY(store.gaps().front().fill == (tape::GapFill{State::Filled, tape::GapFill::Judging::Waiting, 1'000, {}}));
}

void TstGapFiller::waitsUntilTheFeedIsPastTheGap()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    m_filler->poll();
    QVERIFY(m_orders.empty()); // nothing came since
    play(6'000, 6'001);
    m_filler->poll();
    QVERIFY(m_orders.empty()); // what may still come by itself is not asked for
    play(6'001, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
}

void TstGapFiller::aSecondGapWaitsForTheFirst()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 8'000);
    lose(8'000, 9'000);
    play(9'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    QVERIFY(m_orders.front().to <= timeOf(7'999)); // what comes later belongs to the second
    m_filler->poll();
    QCOMPARE(m_orders.size(), std::size_t(1));
    tell(m_orders.front(), 4'500, 6'500);
    QTRY_COMPARE(m_orders.size(), std::size_t(2));
    tell(m_orders.back(), 7'500, 9'500);
    QTRY_COMPARE(m_pipeline->store().gaps().back().fill.trades, std::uint64_t(1'000));
    QCOMPARE(m_pipeline->store().gaps().front().fill.trades, std::uint64_t(1'000));
    QVERIFY(m_pipeline->counters().balanced());
}

void TstGapFiller::gapsWithNothingBetweenAreOne()
{
    play(0, 5'000);
    lose(5'000, 5'500);
    lose(5'500, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    tell(m_orders.front(), 4'500, 6'500);
    QTRY_VERIFY(m_pipeline->store().gaps().back().fill.state == State::Filled);
    QVERIFY(m_pipeline->store().gaps().front().fill.isClosed());
    QVERIFY(m_pipeline->store().gaps().back().fill.isClosed());
    QCOMPARE(m_pipeline->counters().backfilled, std::uint64_t(1'000));
    QCOMPARE(m_orders.size(), std::size_t(1));
}

void TstGapFiller::partlyFetchedIsToldWithItsReason_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<QStringList>("missing");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("judged");
    const QString contract = QStringLiteral("O:NVDA261218C00150000");
    QTest::newRow("one of many") << 20 << QStringList{contract} << int(State::Partly) << true;
    QTest::newRow("every other") << 2 << QStringList{contract, contract} << int(State::Partly) << false;
    QTest::newRow("a whole chain") << 40 << QStringList{QStringLiteral("TSLA")} << int(State::Partly) << false;
    QTest::newRow("nothing") << 0 << QStringList{QStringLiteral("NVDA")} << int(State::Failed) << false;
}

void TstGapFiller::partlyFetchedIsToldWithItsReason()
{
    QFETCH(int, asked);
    QFETCH(QStringList, missing);
    QFETCH(int, state);
    QFETCH(bool, judged);
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    GapOutcome outcome;
    outcome.asked = asked;
    outcome.missing = missing;
    outcome.error = domain::Error{domain::Error::Code::Unreachable, {}, QStringLiteral("no answer")};
    m_filler->onFinished(m_orders.front().id, outcome);
    QTRY_VERIFY(!m_parts.empty());
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QCOMPARE(int(fill.state), state);
    QCOMPARE(fill.isClosed(), judged);
    QCOMPARE(fill.reason, QStringLiteral("no answer"));
}

void TstGapFiller::stoppingSaysWhatIsNotThere()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    m_filler->onTrades(m_orders.front().id, m_tape[5'000].ticker, {m_tape[5'000].trade});
    m_filler->stop();
    QCOMPARE(m_parts.size(), std::size_t(1));
    QVERIFY(m_pipeline->store().gaps().front().fill.state == State::Failed);
    QVERIFY(!m_pipeline->store().gaps().front().fill.reason.isEmpty());
    tell(m_orders.front(), 5'000, 6'000); // too late
    QCoreApplication::processEvents();
    QCOMPARE(m_parts.size(), std::size_t(1));
    QVERIFY(m_pipeline->counters().balanced());
}

void TstGapFiller::aGapBeforeTheFirstTradeMissedNothing()
{
    lose(0, 100);
    play(100, 20'000);
    m_filler->poll();
    QVERIFY(m_orders.empty());
    QVERIFY(m_pipeline->store().gaps().front().fill == tape::GapFill());
}

QTEST_GUILESS_MAIN(TstGapFiller)
#include "tst_gapfiller.moc"

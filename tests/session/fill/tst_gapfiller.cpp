// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/gap/gapnames.h"
#include "markettape.h"
#include "session/fill/gapfiller.h"
#include "session/pipeline.h"

#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QSignalSpy>

#include <span>

using namespace flowglass;
using namespace std::chrono_literals;
using contracts::GapOrder;
using contracts::GapOutcome;
using session::Backfill;
using session::GapFiller;
using session::Pipeline;
using test::Tick;
using domain::Error;
using std::chrono::milliseconds;
using Check = tape::GapFill::Check;
using State = tape::GapFill::State;

namespace {

session::PipelineConfig everything()
{
    session::PipelineConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("*")).value();
    return config;
}

GapOutcome failed(Error::Code code)
{
    GapOutcome outcome;
    outcome.missing = QStringList{QStringLiteral("NVDA")};
    outcome.error = Error{code, {}, QStringLiteral("no answer")};
    return outcome;
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
    void aWrongTimeDoesNotMoveTheOrder();
    void namesTheContractsThatAreKnown();
    void whereContractsHaveExpiredItIsPartlyFilled();
    void whatArrivesWhileItIsFetchedIsNotGiven_data();
    void whatArrivesWhileItIsFetchedIsNotGiven();
    void namesTheRootsHeardBehindTheGap();
    void givesWhatIsMissingInTheOrderOfTheMarket();
    void waitsUntilTheFeedIsPastTheGap();
    void aSecondGapWaitsForTheFirst();
    void gapsWithNothingBetweenAreOne();
    void partlyFetchedIsToldWithItsReason_data();
    void partlyFetchedIsToldWithItsReason();
    void aGapThatCannotBeFilledIsChecked();
    void aPartlyFilledGapIsCheckedToo();
    void onlyWhatIsMissingIsChecked();
    void whatWasFetchedIsGivenBeforeTheCheckHasEnded();
    void aCheckThatBreaksOffSaysSo();
    void aProviderWithoutTheListIsAskedOnce_data();
    void aProviderWithoutTheListIsAskedOnce();
    void aProviderThatIsOutOfReachIsNotAskedMore_data();
    void aProviderThatIsOutOfReachIsNotAskedMore();
    void stoppingSaysWhatIsNotThere();
    void stoppingDuringACheckKeepsTheReason();
    void stoppingDuringACheckKeepsWhatWasFetched();
    void stoppingWhileItIsGivenGivesTheRest();
    void theNewestWatchListCountsWhenNothingCameBetween();
    void aLateReportIsNotHeardBehindTheGap();
    void aGapBeforeTheFirstTradeIsOrderedByTheWall_data();
    void aGapBeforeTheFirstTradeIsOrderedByTheWall();
    void aGapBeforeTheFirstTradeSaysWhyItIsNotFilled_data();
    void aGapBeforeTheFirstTradeSaysWhyItIsNotFilled();

private:
    void play(std::size_t from, std::size_t to) { test::playTape(*m_pipeline, m_tape, from, to); }
    void receive(domain::UnixMs receipt, std::initializer_list<domain::UnixMs> times); // a frame of one contract
    void lose(std::size_t from, std::size_t to);
    void loseForGood(std::size_t from, std::size_t to); // everything is watched, say
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
    m_tape = test::marketTape(21, 60'000);
    std::erase_if(m_tape, [](const Tick& tick) { // what is not watched is not fetched either
        return !contracts::isWithin(tick.ticker, QStringLiteral("NVDA")) &&
               !contracts::isWithin(tick.ticker, QStringLiteral("TSLA"));
    });
    QVERIFY(m_tape.size() > 20'000);
    m_tape.resize(20'000);
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

void TstGapFiller::receive(domain::UnixMs receipt, std::initializer_list<domain::UnixMs> times)
{
    QStringList events;
    for (const domain::UnixMs time : times)
        events << QStringLiteral(R"({"ev":"T","sym":"O:AAPL261218C00150000","x":302,"p":2.5,"s":1,"t":%1})").arg(time.value);
    feed::DecodedFrame frame;
    const QString text = QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
    m_pipeline->decode(text, domain::toNs(receipt), frame);
    for (const domain::Trade& trade : frame.trades)
        m_pipeline->route(trade);
}

void TstGapFiller::lose(std::size_t from, std::size_t to)
{
    m_pipeline->apply(test::gapOf(m_tape, from, to));
    m_filler->addGap({QStringLiteral("NVDA"), QStringLiteral("TSLA")});
}

void TstGapFiller::loseForGood(std::size_t from, std::size_t to)
{
    m_pipeline->apply(test::gapOf(m_tape, from, to));
    m_filler->checkGap({QStringLiteral("*")}, QStringLiteral("too much"));
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

// Not even the last one before the feed is lost.
void TstGapFiller::aWrongTimeDoesNotMoveTheOrder()
{
    receive(timeOf(0), {timeOf(0) + 1h});
    play(0, 5'000);
    receive(timeOf(4'999), {timeOf(4'999) + 1h});
    QCOMPARE(m_pipeline->counters().rejected, std::uint64_t(1));
    lose(5'000, 6'000);
    QCOMPARE(m_pipeline->counters().rejected, std::uint64_t(2));
    QCOMPARE(m_pipeline->store().gaps().front().after, timeOf(4'999));
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    QCOMPARE(m_orders.front().from, timeOf(4'999) + -GapFiller::kMargin);
    QCOMPARE(m_orders.front().to, timeOf(6'000) + GapFiller::kMargin);
    QCOMPARE(m_pipeline->counters().trades, std::uint64_t(19'000));
    QVERIFY(m_pipeline->counters().balanced());
}

void TstGapFiller::namesTheContractsThatAreKnown()
{
    QSet<QString> known;
    for (const Tick& tick : std::span(m_tape).first(5'000)) {
        if (contracts::isWithin(tick.ticker, QStringLiteral("NVDA")))
            known.insert(tick.ticker);
    }
    QVERIFY(known.size() > 10);
    play(0, 5'000);
    lose(5'000, 5'010);
    play(5'010, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    const QStringList named = m_orders.front().known.value(QStringLiteral("NVDA"));
    QVERIFY(QSet<QString>(named.begin(), named.end()).contains(known));
    QVERIFY(!m_orders.front().known.contains(QStringLiteral("AAPL")));
}

// Lost on a Friday and back on the Monday: what expired on the Friday is in no chain.
void TstGapFiller::whereContractsHaveExpiredItIsPartlyFilled()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    const domain::UnixMs monday = timeOf(5'000) + 72h;
    receive(monday, {monday, monday + 1s});
    receive(monday + 10s, {monday + 10s});
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    m_filler->onFinished(m_orders.front().id, complete(20));
    QCOMPARE(m_orders.size(), std::size_t(2)); // large ones of them may be told
    QVERIFY(m_orders.back().what == GapOrder::What::Unusual);
    QCOMPARE(m_orders.back().underlyings, m_orders.front().underlyings);
    m_filler->onFinished(m_orders.back().id, complete(2));
    QTRY_VERIFY(!m_parts.empty() && m_parts.back().outcome);
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QVERIFY(fill.state == State::Partly);
    QVERIFY(fill.reason.contains(QLatin1String("expired")));
    QVERIFY(fill.check == Check::Done);
    QVERIFY(m_parts.back().outcome->judged);
}

void TstGapFiller::whatArrivesWhileItIsFetchedIsNotGiven_data()
{
    QTest::addColumn<bool>("isFinished");
    QTest::newRow("before all contracts have answered") << false;
    QTest::newRow("before it is given") << true;
}

// REST does not number it.
void TstGapFiller::whatArrivesWhileItIsFetchedIsNotGiven()
{
    QFETCH(const bool, isFinished);
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    for (auto [ticker, list] : test::tradesOf(m_tape, 5'000, 6'000)) {
        for (contracts::HistoricTrade& trade : list)
            trade.sequence = 0;
        m_filler->onTrades(m_orders.front().id, ticker, list);
    }
    if (!isFinished)
        play(5'000, 5'600);
    m_filler->onFinished(m_orders.front().id, complete(40));
    if (isFinished)
        play(5'000, 5'600);
    QTRY_VERIFY(!m_parts.empty() && m_parts.back().outcome);
    QCOMPARE(m_pipeline->counters().backfilled, std::uint64_t(400));
    QCOMPARE(m_pipeline->counters().stored, std::uint64_t(20'000));
    QCOMPARE(m_pipeline->counters().duplicates, std::uint64_t(0));
    QCOMPARE(m_pipeline->store().gaps().front().fill.trades, std::uint64_t(400));
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
    tell(m_orders.front(), 4'850, 6'150); // what is there already is told as well
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
    tell(m_orders.front(), 4'850, 6'150);
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
    tell(m_orders.front(), 4'850, 6'150);
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

void TstGapFiller::aGapThatCannotBeFilledIsChecked()
{
    play(0, 5'000);
    loseForGood(5'000, 6'000);
    const tape::GapFill refused{State::Failed, {}, 0, QStringLiteral("too much"), Check::Waiting};
    QVERIFY(m_pipeline->store().gaps().front().fill == refused);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    QVERIFY(m_orders.front().what == GapOrder::What::Unusual);
    QCOMPARE(m_orders.front().underlyings, QStringList{QStringLiteral("*")});
    QCOMPARE(m_orders.front().from, timeOf(4'999) + -GapFiller::kMargin);
    tell(m_orders.front(), 4'800, 5'300); // the feed had told 200 of them
    QTRY_VERIFY(!m_parts.empty() && m_parts.back().outcome);
    QVERIFY(std::ranges::all_of(m_parts, [](const Backfill& part) { return part.unusual || part.rows.empty(); }));
    const tape::GapFill checked{State::Failed, {}, 0, QStringLiteral("too much"), Check::Done, 300};
    QVERIFY(m_pipeline->store().gaps().front().fill == checked);
    QVERIFY(!m_pipeline->store().gaps().front().fill.isClosed());
    QCOMPARE(m_pipeline->counters().backfilled, std::uint64_t(300));
    QVERIFY(m_pipeline->store().fetchedPart(19'000)->unusual);
    QVERIFY(m_pipeline->counters().balanced());
}

void TstGapFiller::aPartlyFilledGapIsCheckedToo()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    for (const auto& [ticker, list] : test::tradesOf(m_tape, 4'900, 5'400))
        m_filler->onTrades(m_orders.front().id, ticker, list);
    GapOutcome some = failed(Error::Code::NotInPlan);
    some.asked = 2;
    m_filler->onFinished(m_orders.front().id, some);
    QCOMPARE(m_orders.size(), std::size_t(2));
    const GapOrder check = m_orders.back();
    QVERIFY(check.what == GapOrder::What::Unusual && check.id != m_orders.front().id);
    QCOMPARE(check.from, m_orders.front().from);
    tell(m_orders.front(), 5'000, 6'000); // an answer to the order before counts no more
    auto unusual = test::tradesOf(m_tape, 5'300, 5'600); // 100 of them are known from the first order
    for (auto& [ticker, list] : unusual) {
        for (contracts::HistoricTrade& trade : list)
            trade.sequence = 0; // is not told
        m_filler->onTrades(check.id, ticker, list);
    }
    m_filler->onFinished(check.id, complete(2));
    QTRY_VERIFY(!m_parts.empty() && m_parts.back().outcome);
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QVERIFY(fill == (tape::GapFill{State::Partly, tape::GapFill::Judging::TooFew, 400, QStringLiteral("no answer"),
                                   Check::Done, 200}));
    QCOMPARE(m_pipeline->counters().backfilled, std::uint64_t(600));
    QVERIFY(!m_pipeline->store().fetchedPart(19'399)->unusual);
    QVERIFY(m_pipeline->store().fetchedPart(19'400)->unusual);
    QVERIFY(std::ranges::all_of(m_parts, [](const Backfill& part) { return part.rows.size() <= GapFiller::kRowsPerPart; }));
}

void TstGapFiller::onlyWhatIsMissingIsChecked()
{
    const QString contract = QStringLiteral("O:SPXW261218C06000000");
    play(0, 5'000);
    m_pipeline->apply(test::gapOf(m_tape, 5'000, 6'000));
    m_filler->addGap({QStringLiteral("AMD"), QStringLiteral("NVDA"), contract, QStringLiteral("TSLA")});
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    GapOutcome some = failed(Error::Code::ServerError);
    some.asked = 40;
    some.missing = {QStringLiteral("AMD"), QStringLiteral("O:NVDA1261218C00150000"), contract};
    m_filler->onFinished(m_orders.front().id, some);
    QCOMPARE(m_orders.size(), std::size_t(2));
    QCOMPARE(m_orders.back().underlyings, QStringList({QStringLiteral("AMD"), QStringLiteral("NVDA"), contract}));
}

void TstGapFiller::whatWasFetchedIsGivenBeforeTheCheckHasEnded()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    for (const auto& [ticker, list] : test::tradesOf(m_tape, 5'000, 5'400))
        m_filler->onTrades(m_orders.front().id, ticker, list);
    GapOutcome some = failed(Error::Code::ServerError);
    some.asked = 2;
    m_filler->onFinished(m_orders.front().id, some);
    QCOMPARE(m_orders.size(), std::size_t(2));
    QTRY_COMPARE(m_pipeline->counters().backfilled, std::uint64_t(400));
    QVERIFY(m_pipeline->store().gaps().front().fill.state == State::Fetching);
    for (const auto& [ticker, list] : test::tradesOf(m_tape, 5'300, 5'600)) // 100 of them are stored by now
        m_filler->onTrades(m_orders.back().id, ticker, list);
    m_filler->onFinished(m_orders.back().id, complete(2));
    QTRY_VERIFY(m_parts.back().outcome);
    QCOMPARE(m_pipeline->store().gaps().front().fill.trades, std::uint64_t(400));
    QCOMPARE(m_pipeline->store().gaps().front().fill.unusual, std::uint64_t(200));
}

void TstGapFiller::aCheckThatBreaksOffSaysSo()
{
    play(0, 5'000);
    loseForGood(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    for (const auto& [ticker, list] : test::tradesOf(m_tape, 5'000, 5'010))
        m_filler->onTrades(m_orders.front().id, ticker, list);
    m_filler->onFinished(m_orders.front().id, failed(Error::Code::ServerError));
    QTRY_VERIFY(!m_parts.empty() && m_parts.back().outcome);
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QVERIFY(fill == (tape::GapFill{State::Failed, {}, 0, QStringLiteral("too much"), Check::Partly, 10}));
}

void TstGapFiller::aProviderWithoutTheListIsAskedOnce_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("not in the plan") << int(Error::Code::NotInPlan);
    QTest::newRow("not known") << int(Error::Code::NotFound);
}

void TstGapFiller::aProviderWithoutTheListIsAskedOnce()
{
    QFETCH(int, code);
    const tape::GapFill asItWas{State::Failed, {}, 0, QStringLiteral("too much")};
    play(0, 5'000);
    loseForGood(5'000, 6'000);
    play(6'000, 7'000);
    loseForGood(7'000, 8'000); // before it is known
    play(8'000, 12'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    m_filler->onFinished(m_orders.front().id, failed(Error::Code(code)));
    QTRY_COMPARE(m_parts.size(), std::size_t(2));
    loseForGood(12'000, 13'000); // afterwards
    play(13'000, 14'000);
    for (const tape::TradeStore::Gap& gap : m_pipeline->store().gaps())
        QVERIFY(gap.fill == asItWas);
    lose(14'000, 15'000); // one that could be filled
    play(15'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(2));
    QVERIFY(m_orders.back().what == GapOrder::What::Trades);
    m_filler->onFinished(m_orders.back().id, failed(Error::Code::NotInPlan));
    QTRY_COMPARE(m_parts.size(), std::size_t(3));
    QCOMPARE(m_orders.size(), std::size_t(2));
    QVERIFY(m_pipeline->store().gaps().back().fill.check == Check::None);
}

void TstGapFiller::aProviderThatIsOutOfReachIsNotAskedMore_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("no connection") << int(Error::Code::Unreachable);
    QTest::newRow("a bad key") << int(Error::Code::BadKey);
    QTest::newRow("a limit without end") << int(Error::Code::RateLimited);
}

void TstGapFiller::aProviderThatIsOutOfReachIsNotAskedMore()
{
    QFETCH(int, code);
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    m_filler->onFinished(m_orders.front().id, failed(Error::Code(code)));
    QTRY_COMPARE(m_parts.size(), std::size_t(1));
    QCOMPARE(m_orders.size(), std::size_t(1));
    QVERIFY(m_pipeline->store().gaps().front().fill.state == State::Failed);
}

void TstGapFiller::stoppingDuringACheckKeepsTheReason()
{
    play(0, 5'000);
    loseForGood(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    m_filler->stop();
    QCOMPARE(m_parts.size(), std::size_t(1));
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QVERIFY(fill == (tape::GapFill{State::Failed, {}, 0, QStringLiteral("too much")}));
}

void TstGapFiller::stoppingDuringACheckKeepsWhatWasFetched()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    for (const auto& [ticker, list] : test::tradesOf(m_tape, 5'000, 5'400))
        m_filler->onTrades(m_orders.front().id, ticker, list);
    GapOutcome some = failed(Error::Code::ServerError);
    some.asked = 2;
    m_filler->onFinished(m_orders.front().id, some);
    m_filler->onTrades(m_orders.back().id, m_tape[5'500].ticker, {m_tape[5'500].trade});
    m_filler->stop();
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QVERIFY(fill == (tape::GapFill{State::Partly, tape::GapFill::Judging::TooFew, 400, QStringLiteral("no answer"),
                                   Check::Partly, 1}));
    QVERIFY(m_parts.back().outcome);
    const std::size_t parts = m_parts.size();
    QCoreApplication::processEvents();
    QCOMPARE(m_parts.size(), parts);
}

void TstGapFiller::stoppingWhileItIsGivenGivesTheRest()
{
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    tell(m_orders.front(), 5'000, 6'000);
    QVERIFY(m_parts.empty());
    m_filler->stop();
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QVERIFY(fill.state == State::Filled);
    QCOMPARE(fill.trades, std::uint64_t(1'000));
    QVERIFY(m_pipeline->counters().balanced());
}

void TstGapFiller::theNewestWatchListCountsWhenNothingCameBetween()
{
    play(0, 5'000);
    loseForGood(5'000, 5'500);
    lose(5'500, 6'000);
    QVERIFY(m_pipeline->store().gaps().front().fill.state == State::Fetching);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    QVERIFY(m_orders.front().what == GapOrder::What::Trades);
    QCOMPARE(m_orders.front().underlyings, QStringList({QStringLiteral("NVDA"), QStringLiteral("TSLA")}));
    tell(m_orders.front(), 5'000, 6'000);
    QTRY_VERIFY(!m_parts.empty() && m_parts.back().outcome);
    for (const tape::TradeStore::Gap& gap : m_pipeline->store().gaps())
        QVERIFY(gap.fill.state == State::Filled);
}

void TstGapFiller::aLateReportIsNotHeardBehindTheGap()
{
    static const QRegularExpression conditions(QStringLiteral("\"c\":\\[\\d+"));
    const std::vector<Tick> tape = m_tape;
    const auto restore = qScopeGuard([&] { m_tape = tape; });
    for (Tick& tick : std::span(m_tape).subspan(6'000))
        tick.event.replace(conditions, QStringLiteral("\"c\":[204"));
    QVERIFY(m_tape[6'000].event != tape[6'000].event);
    play(0, 5'000);
    lose(5'000, 6'000);
    play(6'000, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    QVERIFY(m_orders.front().heardBehind.isEmpty());
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

void TstGapFiller::aGapBeforeTheFirstTradeIsOrderedByTheWall_data()
{
    QTest::addColumn<milliseconds>("delay");    // of the feed, as the program was told
    QTest::addColumn<milliseconds>("ahead");    // the wall, of event time
    QTest::addColumn<milliseconds>("quiet");    // until the first trade behind it
    QTest::addColumn<milliseconds>("expected"); // beginning of the order: so long before the first trade
    QTest::newRow("real time") << 0ms << 0ms << 0ms << milliseconds(10min);
    QTest::newRow("nobody traded for a while") << 0ms << 0ms << milliseconds(5min) << milliseconds(15min);
    QTest::newRow("delayed") << milliseconds(15min) << milliseconds(15min) << 0ms << milliseconds(10min);
    QTest::newRow("delayed, and quiet") << milliseconds(15min) << milliseconds(15min) << milliseconds(5min)
                                        << milliseconds(15min);
    QTest::newRow("a clock that is fast") << 0ms << milliseconds(1h) << 0ms << milliseconds(10min);
    QTest::newRow("a clock that was of another year") << 0ms << milliseconds(-24h * 365) << 0ms
                                                      << milliseconds(session::TimeGate::kBehind);
}

// The link went live, and was lost for ten minutes before it had told anything.
void TstGapFiller::aGapBeforeTheFirstTradeIsOrderedByTheWall()
{
    QFETCH(const milliseconds, delay);
    QFETCH(const milliseconds, ahead);
    QFETCH(const milliseconds, quiet);
    QFETCH(const milliseconds, expected);
    m_filler = std::make_unique<GapFiller>(*m_pipeline, nullptr, GapFiller::kMargin, delay);
    connect(m_filler.get(), &GapFiller::ordered, this, [this](const GapOrder& order) { m_orders.push_back(order); });
    const domain::UnixMs back = timeOf(100) + ahead + -quiet; // by the wall
    m_pipeline->apply(domain::FeedGap{back + -10min, back, QStringLiteral("lost")});
    m_filler->addGap({QStringLiteral("NVDA"), QStringLiteral("TSLA")});
    QVERIFY(m_pipeline->store().gaps().front().fill.state == State::Fetching);
    play(100, 101);
    m_filler->poll();
    play(101, 20'000);
    QTRY_COMPARE(m_orders.size(), std::size_t(1));
    QCOMPARE(m_orders.front().from, timeOf(100) + -expected);
    QVERIFY(m_orders.front().to >= timeOf(100) + GapFiller::kMargin);
}

void TstGapFiller::aGapBeforeTheFirstTradeSaysWhyItIsNotFilled_data()
{
    QTest::addColumn<bool>("isChecked"); // for unusual trades
    QTest::newRow("what cannot be fetched") << false;
    QTest::newRow("what is too much to fetch") << true;
}

void TstGapFiller::aGapBeforeTheFirstTradeSaysWhyItIsNotFilled()
{
    QFETCH(const bool, isChecked);
    if (isChecked) {
        loseForGood(0, 100);
    } else {
        m_pipeline->apply(test::gapOf(m_tape, 0, 100));
        m_filler->refuseGap(QStringLiteral("too much"));
    }
    const tape::GapFill& fill = m_pipeline->store().gaps().front().fill;
    QVERIFY(fill.state == State::Failed);
    QCOMPARE(fill.reason, QStringLiteral("too much"));
    play(100, 20'000);
    m_filler->poll();
    QCOMPARE(m_orders.size(), std::size_t(isChecked ? 1 : 0));
}

QTEST_GUILESS_MAIN(TstGapFiller)
#include "tst_gapfiller.moc"

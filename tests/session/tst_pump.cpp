// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/digest.h"
#include "session/pipeline.h"
#include "session/pump.h"
#include "support/fakeclock.h"
#include "tradestream.h"

#include <QLoggingCategory>

#include <memory>

using namespace std::chrono_literals;
using namespace flowglass;
using session::Pump;
using test::frame;
using test::tradeEvent;

namespace {

// Every look at it takes a millisecond, so a slice of 4 ms is over after four steps.
class TickingClock final : public domain::Clock
{
public:
    domain::UnixNs now() const override { return test::FakeClock::kMorning; }
    std::chrono::nanoseconds steady() const override { return m_steady += 1ms; }

private:
    mutable std::chrono::nanoseconds m_steady{1h};
};

// A pump with all that it works on.
struct Rig
{
    explicit Rig(const domain::Clock& clock, const QString& watched = QStringLiteral("NVDA"),
                 Pump::Config config = {})
        : pipeline({domain::WatchList::parse(watched).value(), {}}), pump(config, pipeline, clock)
    {
        QObject::connect(&pump, &Pump::anomalyUpdated, &pump, [this](quint32 id) {
            updates.push_back(id);
            alwaysBalanced = alwaysBalanced && counters.balanced() && counters.stored == store.end();
        });
    }
    void receive(const QString& text, std::chrono::nanoseconds after = 0ns)
    {
        pump.receive(text, {test::FakeClock::kMorning.value + after.count()});
    }
    void ingestAll(const QStringList& frames)
    {
        for (const QString& text : frames)
            receive(text);
        pump.drainAll();
    }

    session::Pipeline pipeline;
    Pump pump;
    const domain::Counters& counters = pipeline.counters();
    const domain::ContractTable& contracts = pipeline.contracts();
    const tape::TradeStore& store = pipeline.store();
    const detect::Engine& engine = pipeline.engine();
    std::vector<quint32> updates;
    bool alwaysBalanced = true;
};

QString nvda(std::int64_t sequence, std::int64_t afterMs = 0, int condition = 209)
{
    return tradeEvent({.sequence = sequence, .timeMs = 1'795'186'800'000 + afterMs, .condition = condition});
}

} // namespace

class TstPump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEventIsCountedOnce_data();
    void everyEventIsCountedOnce();
    void aBusyFeedBalancesAtEverySignal();
    void slicingChangesNothing_data();
    void slicingChangesNothing();
    void worksASliceAtATime();
    void aFrameIsResumedInTheMiddle();
    void overItsCapacityItHoldsTheSenderBack();
    void heldBackIsMeasured();
    void statusesAreHandedOnInOrder();
    void drainingFromWithinASlotFinishesTheTurn();
    void anotherWatchListHoldsFromTheNextTrade();
    void aPostedEventKeepsItsPlaceBetweenFrames();
    void sequencesOfANewDayAreNew();
    void aNamedCancelLeavesTheTotals();
    void latencyAndRateAreMeasured();
};

// What the decoder says about events that are bad on purpose is of no interest here.
void TstPump::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("flowglass.feed.warning=false"));
}

void TstPump::everyEventIsCountedOnce_data()
{
    using C = domain::Counters;
    QTest::addColumn<QString>("watched");
    QTest::addColumn<QString>("text");
    QTest::addColumn<C>("expected");
    const auto row = [](const char* name, const char* watched, const QString& text, C expected) {
        expected.frames = 1;
        expected.bytes = std::uint64_t(text.toUtf8().size());
        expected.backlogPeak = 1;
        QTest::newRow(name) << QString::fromLatin1(watched) << text << expected;
    };
    const QString other = tradeEvent({.ticker = QStringLiteral("O:TSLA261218C00150000"), .sequence = 1});
    const QString adjusted = tradeEvent({.ticker = QStringLiteral("O:NVDA1261218C00150000"), .sequence = 1});
    const QString malformed = tradeEvent({.ticker = QStringLiteral("O:NONSENSE"), .sequence = 1});
    row("one trade", "NVDA", frame({nvda(1)}), {.events = 1, .trades = 1, .watched = 1, .stored = 1});
    row("an empty frame holds nothing", "NVDA", QStringLiteral("[]"), {});
    row("not JSON at all", "NVDA", QStringLiteral("hello"), {.events = 1, .rejected = 1});
    row("text outside ASCII counts its bytes", "NVDA", QStringLiteral("gr\u00fc\u00df \u20ac \U0001F600"),
        {.events = 1, .rejected = 1});
    row("an object instead of an array", "NVDA", nvda(1), {.events = 1, .rejected = 1});
    row("the same sequence twice", "NVDA", frame({nvda(7), nvda(8), nvda(7)}),
        {.events = 3, .trades = 3, .duplicates = 1, .watched = 2, .stored = 2});
    row("no sequence is never a repeat", "NVDA", frame({nvda(0), nvda(0)}),
        {.events = 2, .trades = 2, .watched = 2, .stored = 2});
    row("a repeat of an unwatched trade", "NVDA", frame({other, other}),
        {.events = 2, .trades = 2, .duplicates = 1, .unwatched = 1});
    row("the same sequence of two contracts", "*", frame({nvda(1), other}),
        {.events = 2, .trades = 2, .watched = 2, .stored = 2});
    row("an impossible price", "NVDA", frame({tradeEvent({.price = 0.0}), nvda(1)}),
        {.events = 2, .trades = 1, .rejected = 1, .watched = 1, .stored = 1});
    row("quotes and bars", "NVDA",
        frame({QStringLiteral(R"({"ev":"Q","sym":"O:X"})"), QStringLiteral(R"({"ev":"AM"})")}),
        {.events = 2, .other = 2});
    row("a status", "NVDA", QStringLiteral(R"([{"ev":"status","status":"success","message":"hello"}])"),
        {.events = 1, .status = 1});
    row("an adjusted root is watched with its standard one", "NVDA", frame({adjusted, nvda(1)}),
        {.events = 2, .trades = 2, .watched = 2, .stored = 2});
    row("a symbol that cannot be read is unwatched", "NVDA", frame({malformed}),
        {.events = 1, .trades = 1, .unwatched = 1, .malformedSymbols = 1});
    row("with * it is shown", "*", frame({malformed}),
        {.events = 1, .trades = 1, .watched = 1, .stored = 1, .malformedSymbols = 1});
    row("out of order", "NVDA", frame({nvda(1, 10), nvda(2, 5), nvda(3, 10), nvda(4, 9)}),
        {.events = 4, .trades = 4, .outOfOrder = 2, .watched = 4, .stored = 4});
    row("the order of unwatched trades is nobody's concern", "TSLA", frame({nvda(1, 10), nvda(2, 5)}),
        {.events = 2, .trades = 2, .unwatched = 2});
    row("cancels", "NVDA",
        frame({nvda(1), nvda(2, 1, 201), nvda(3, 2, 203), nvda(4, 3, 205), nvda(5, 4, 207), nvda(6, 5, 202)}),
        {.events = 6, .trades = 6, .cancels = 4, .watched = 6, .stored = 6});
    row("five decimals are rounded", "NVDA",
        QStringLiteral(
            R"([{"ev":"T","sym":"O:NVDA261218C00150000","x":312,"p":2.35125,"s":1,"t":1795186800000,"q":1}])"),
        {.events = 1, .trades = 1, .rounded = 1, .watched = 1, .stored = 1});
    row("a frame that breaks off", "NVDA",
        QStringLiteral("[") + nvda(1) + QStringLiteral(R"(,{"ev":"T","sy)"),
        {.events = 2, .trades = 1, .rejected = 1, .watched = 1, .stored = 1});
}

void TstPump::everyEventIsCountedOnce()
{
    QFETCH(QString, watched);
    QFETCH(QString, text);
    QFETCH(domain::Counters, expected);
    const test::FakeClock clock;
    Rig rig(clock, watched);
    rig.ingestAll({text});
    QVERIFY(rig.counters.balanced());
    rig.pipeline.counters().flagged = rig.pipeline.counters().anomalies = 0; // what is flagged is the detectors' concern
    QVERIFY2(rig.counters == expected, qPrintable(QString::fromUtf8(QTest::currentDataTag())));
    QCOMPARE(rig.store.end(), expected.stored);
}

void TstPump::aBusyFeedBalancesAtEverySignal()
{
    const test::FakeClock clock;
    Rig rig(clock, QStringLiteral("*"));
    test::TradeStream stream(1);
    for (int i = 0; i < 300; ++i)
        rig.ingestAll({frame(stream.next(100))});
    const domain::Counters& made = stream.made();
    QVERIFY(made.duplicates > 10 && made.rejected > 10 && made.other > 10 && made.malformedSymbols > 10);
    QCOMPARE(rig.counters.events, made.events);
    QCOMPARE(rig.counters.trades, made.trades);
    QCOMPARE(rig.counters.duplicates, made.duplicates);
    QCOMPARE(rig.counters.rejected, made.rejected);
    QCOMPARE(rig.counters.other, made.other);
    QCOMPARE(rig.counters.malformedSymbols, made.malformedSymbols);
    QCOMPARE(rig.counters.watched, made.trades - made.duplicates);
    QVERIFY(rig.counters.balanced());
    QVERIFY(rig.updates.size() > 5);
    QVERIFY(rig.alwaysBalanced);
    QCOMPARE(rig.counters.anomalies, std::uint64_t(rig.engine.count()));
    QCOMPARE(rig.counters.flagged, rig.engine.flaggedPrints());
}

void TstPump::slicingChangesNothing_data()
{
    QTest::addColumn<int>("perFrame");
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("byTurns");
    QTest::newRow("one event a frame") << 1 << 64 << false;
    QTest::newRow("ten events a frame, one trade a step, by turns") << 10 << 1 << true;
    QTest::newRow("a thousand events a frame, by turns") << 1'000 << 64 << true;
    QTest::newRow("everything in one frame, seven trades a step, by turns") << 40'000 << 7 << true;
}

void TstPump::slicingChangesNothing()
{
    QFETCH(int, perFrame);
    QFETCH(int, step);
    QFETCH(bool, byTurns);
    const QStringList events = test::TradeStream(3).next(12'000);

    const test::FakeClock still;
    Rig whole(still, QStringLiteral("*"));
    whole.ingestAll({frame(events)});

    const TickingClock ticking;
    Rig sliced(ticking, QStringLiteral("*"), {.step = std::size_t(step)});
    for (qsizetype at = 0; at < events.size(); at += perFrame)
        sliced.receive(frame(events.mid(at, perFrame)));
    if (!byTurns)
        sliced.pump.drainAll();
    QTRY_COMPARE_WITH_TIMEOUT(sliced.counters.events, whole.counters.events, 20'000);

    QVERIFY(whole.engine.count() > 3);
    QVERIFY(whole.alwaysBalanced && sliced.alwaysBalanced);
    QCOMPARE(sliced.updates, whole.updates);
    QCOMPARE(detect::anomalyDigest(sliced.engine, sliced.contracts),
             detect::anomalyDigest(whole.engine, whole.contracts));
    sliced.pipeline.counters().frames = whole.counters.frames;
    sliced.pipeline.counters().bytes = whole.counters.bytes;
    sliced.pipeline.counters().backlogPeak = whole.counters.backlogPeak;
    QVERIFY(sliced.counters == whole.counters);
}

void TstPump::worksASliceAtATime()
{
    const TickingClock clock;
    Rig rig(clock);
    for (int i = 1; i <= 100; ++i)
        rig.receive(frame({nvda(i)}));
    QCOMPARE(rig.counters.events, 0U); // nothing is decoded while the socket is being read
    QCOMPARE(rig.pump.backlog().size(), 100U);
    // In between, others have their turn: this one is queued anew each time it runs.
    int turns = 0;
    std::uint64_t most = 0;
    std::uint64_t before = 0;
    std::function<void()> other = [&] {
        most = std::max(most, rig.counters.events - before);
        before = rig.counters.events;
        ++turns;
        if (rig.counters.events < 100)
            QMetaObject::invokeMethod(&rig.pump, other, Qt::QueuedConnection);
    };
    other();
    QTRY_COMPARE(rig.counters.events, 100U);
    QVERIFY2(turns >= 20, qPrintable(QString::number(turns)));
    QVERIFY2(most <= 4, qPrintable(QString::number(most)));
}

void TstPump::aFrameIsResumedInTheMiddle()
{
    const TickingClock clock;
    Rig rig(clock);
    QStringList events;
    for (int i = 1; i <= 1'000; ++i)
        events << nvda(i);
    rig.receive(frame(events));
    QTRY_VERIFY(rig.counters.trades > 0);
    QCOMPARE(rig.counters.trades, 4U * 64U);
    QVERIFY(rig.counters.balanced());
    rig.receive(frame({nvda(2'000, 1)})); // waits for its turn
    QTRY_COMPARE(rig.counters.trades, 1'001U);
    QCOMPARE(rig.store[1'000].sequence, 2'000U);
    QCOMPARE(rig.counters.outOfOrder, 0U);
}

void TstPump::overItsCapacityItHoldsTheSenderBack()
{
    const test::FakeClock clock;
    constexpr std::size_t kCapacity = 100'000;
    Rig rig(clock, QStringLiteral("NVDA"), {.backlogBytes = kCapacity});
    std::size_t most = 0;
    for (int i = 1; i <= 5'000; ++i) { // the event loop never runs
        rig.receive(frame({nvda(i)}));
        most = std::max(most, rig.pump.backlog().bytes());
    }
    QVERIFY(most <= kCapacity);
    QVERIFY(rig.counters.trades > 4'000);
    QCOMPARE(rig.counters.backlogPeak, std::uint64_t(rig.pump.backlog().peak()));
    rig.pump.drainAll();
    QCOMPARE(rig.counters.stored, 5'000U);
    QVERIFY(rig.counters.balanced());
}

void TstPump::heldBackIsMeasured()
{
    const TickingClock clock;
    Rig rig(clock, QStringLiteral("NVDA"), {.backlogBytes = 20'000});
    rig.receive(frame({nvda(1)}));
    QCOMPARE(rig.pump.backpressure(), 0ns);
    for (int i = 2; i <= 200; ++i)
        rig.receive(frame({nvda(i)}));
    // Each trade costs a look at the clock, and half the backlog is worked off each time.
    QVERIFY(rig.pump.backpressure() >= std::chrono::milliseconds(rig.counters.trades));
    QVERIFY(rig.counters.trades > 50);
}

void TstPump::statusesAreHandedOnInOrder()
{
    const test::FakeClock clock;
    Rig rig(clock);
    QStringList words;
    connect(&rig.pump, &Pump::statusDecoded, this, [&words, &rig](const feed::StatusMessage& status) {
        words << status.status + QLatin1Char('@') + QString::number(rig.counters.trades);
        QVERIFY(rig.counters.balanced());
    });
    const auto status = [](const char* word) {
        return QStringLiteral(R"([{"ev":"status","status":"%1","message":"m"}])").arg(QLatin1String(word));
    };
    rig.ingestAll(
        {status("connected"), frame({nvda(1), nvda(2)}), status("auth_success"), status("success")});
    QCOMPARE(words, (QStringList{QStringLiteral("connected@0"), QStringLiteral("auth_success@2"),
                                 QStringLiteral("success@2")}));
}

void TstPump::drainingFromWithinASlotFinishesTheTurn()
{
    const TickingClock clock;
    Rig rig(clock);
    connect(&rig.pump, &Pump::statusDecoded, this, [&rig] { rig.pump.drainAll(); });
    rig.receive(QStringLiteral(R"([{"ev":"status","status":"success","message":"m"}])"));
    for (int i = 1; i <= 500; ++i)
        rig.receive(frame({nvda(i)}));
    QTRY_VERIFY(rig.counters.status == 1);
    QCOMPARE(rig.counters.trades, 500U);
}

void TstPump::anotherWatchListHoldsFromTheNextTrade()
{
    const test::FakeClock clock;
    Rig rig(clock);
    const auto tsla = [](int sequence) {
        return tradeEvent({.ticker = QStringLiteral("O:TSLA261218C00150000"), .sequence = sequence});
    };
    rig.ingestAll({frame({nvda(1), tsla(1)})});
    rig.pump.post(domain::WatchList::parse(QStringLiteral("TSLA")).value());
    rig.ingestAll({frame({nvda(2), tsla(2)}), frame({nvda(1), tsla(1)})});
    QCOMPARE(rig.counters.watched, 2U);
    QCOMPARE(rig.counters.unwatched, 2U);
    QCOMPARE(rig.counters.duplicates, 2U); // known from before, whatever was watched then
    QCOMPARE(rig.contracts[rig.store[1].contract].ticker, std::string("O:TSLA261218C00150000"));
}

// Posted while frames wait: the frames before it are judged by the old list, those behind it by the new one.
void TstPump::aPostedEventKeepsItsPlaceBetweenFrames()
{
    const test::FakeClock clock;
    Rig rig(clock);
    QList<quint64> watchedWhenApplied;
    connect(&rig.pump, &Pump::eventApplied, &rig.pump, [&] { watchedWhenApplied << rig.counters.watched; });
    rig.receive(frame({nvda(1), nvda(2)}));
    rig.pump.post(domain::WatchList::parse(QStringLiteral("TSLA")).value());
    rig.receive(frame({nvda(3)}));
    rig.pump.post(domain::FeedGap{{1'000}, {3'500}, QStringLiteral("lost")});
    QVERIFY(watchedWhenApplied.isEmpty());
    QTRY_COMPARE(watchedWhenApplied, (QList<quint64>{2, 2}));
    QCOMPARE(rig.counters.unwatched, 1U);
    QCOMPARE(rig.counters.gaps, 1U);
    QCOMPARE(rig.counters.gapMs, 2'500U);
}

void TstPump::sequencesOfANewDayAreNew()
{
    const test::FakeClock clock;
    Rig rig(clock);
    constexpr std::int64_t kDayMs = 86'400'000;
    rig.receive(frame({nvda(1), nvda(2)}));
    rig.receive(frame({nvda(1, kDayMs), nvda(1, kDayMs), nvda(2, kDayMs)}), 24h);
    rig.pump.drainAll();
    QCOMPARE(rig.counters.duplicates, 1U);
    QCOMPARE(rig.counters.stored, 4U);
}

void TstPump::aNamedCancelLeavesTheTotals()
{
    const test::FakeClock clock;
    Rig rig(clock);
    const auto print = [](std::int64_t size, std::int64_t sequence, std::int64_t afterMs, int condition) {
        return tradeEvent({.size = size,
                           .sequence = sequence,
                           .timeMs = 1'795'186'800'000 + afterMs,
                           .condition = condition});
    };
    rig.ingestAll({frame({print(3, 1, 0, 209), print(40, 2, 1'000, 209), print(40, 3, 2'000, 201)})});
    QCOMPARE(rig.counters.cancels, 1U);
    QCOMPARE(rig.store.end(), 3U);
    QVERIFY(rig.store.isTakenBack(1));
    QCOMPARE(rig.store.totals(*rig.contracts.find("O:NVDA261218C00150000")).volume, 3U);
}

void TstPump::latencyAndRateAreMeasured()
{
    test::FakeClock clock;
    Rig rig(clock);
    rig.receive(frame({nvda(1), nvda(2)}));
    clock.advance(20ms);
    rig.pump.drainAll();
    QCOMPARE(rig.pump.latency().untilJudged().count(), 2U);
    QCOMPARE(rig.pump.latency().untilJudged().max(), std::chrono::nanoseconds(20ms));
    QCOMPARE(rig.pump.latency().untilReceived().max(), std::chrono::nanoseconds(0)); // came at its event time
    QCOMPARE(rig.pump.history().peaks(clock.steady()).back(), 1U);
    clock.advance(1s);
    QCOMPARE(rig.pump.rate().perSecond(clock.steady()), 1.0);
}

QTEST_GUILESS_MAIN(TstPump)
#include "tst_pump.moc"

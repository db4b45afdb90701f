// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "market/faults/faultscript.h"
#include "market/faults/feedmischief.h"
#include "market/marketserver.h"
#include "market/tapegenerator.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QLoggingCategory>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace flowglass;
using domain::FeedPhase;
using session::Session;

namespace {

// What a fault must lead to.
struct Outcome
{
    std::optional<FeedPhase> phase{}; // seen while it lasts, with …
    QString reason{};                 // … this in its reason
    bool gap = false;               // one is marked, and all trades outside of it are there
    std::uint64_t rejected = 0;
    std::uint64_t other = 0;
    std::uint64_t duplicates = 0;
    bool isComplete = true; // false: what a mute provider withholds, nobody can know
};

constexpr auto kLost = FeedPhase::Reconnecting;

market::MarketConfig marketConfig()
{
    market::MarketConfig config;
    config.seed = 11;
    config.tradesPerSecond = 2'000.0;
    config.start = domain::lossyToMs(domain::SystemClock().now()); // what is listed depends on the day
    return config;
}

QString printed(FeedPhase phase) { return QString::number(int(phase)); }

} // namespace

Q_DECLARE_METATYPE(Outcome)

// A real session on the simulated market while that does wrong by script. Whatever it does: the state says
// why, the session comes back, every loss is a gap, every trade outside of gaps is stored, counters balance.
class TstFeedFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theFeedSurvives_data();
    void theFeedSurvives();

private:
    void addLosses();
    void addFrames();
    void addHandshakes();
    bool sawStatus(const Outcome& outcome) const;
    bool isBack(std::uint64_t trades);
    QString missing();
    QString history() const;

    domain::SystemClock m_clock;
    std::unique_ptr<market::MarketServer> m_market;
    std::unique_ptr<Session> m_session;
    market::MarketConfig m_marketConfig = marketConfig();
    market::TapeGenerator m_twin{m_marketConfig};
    domain::UnixMs m_started; // the market of this row, by the wall clock
    std::vector<market::TapePrint> m_tape; // of the twin, as far as a row needed it
    QList<domain::FeedStatus> m_statuses; // in order
    bool m_balanced = true;
};

// Bad events and lost links are what this is about.
void TstFeedFaults::initTestCase()
{
    QLoggingCategory::setFilterRules(u"flowglass.feed.warning=false\nflowglass.feed.info=false"_s);
}

void TstFeedFaults::init()
{
    m_started = domain::lossyToMs(m_clock.now());
    m_market = std::make_unique<market::MarketServer>(m_marketConfig);
    QVERIFY(m_market->start().has_value());

    session::SessionConfig config;
    config.watch = domain::WatchList::parse(u"*"_s).value();
    config.feed.url = m_market->feedUrl();
    config.feed.connectTimeout = 400ms;
    config.feed.authTimeout = 400ms;
    config.feed.ackTimeout = 400ms;
    config.feed.pingInterval = 100ms;
    config.feed.stalledAfter = 300ms;
    config.feed.pongTimeout = 1'200ms;
    config.feed.replacedWait = 300ms;
    config.feed.backoff = {.base = 20ms, .cap = 60ms};
    config.rest.off = true;
    config.apiKey = u"any"_s;
    m_session = std::make_unique<Session>(config, m_clock);
    m_statuses.clear();
    m_balanced = true;
    connect(m_session.get(), &Session::feedStatusChanged, this, [this](const domain::FeedStatus& status) {
        m_statuses << status;
        m_balanced = m_balanced && m_session->counters().balanced();
    });
    m_session->start();
    QTRY_VERIFY(m_session->counters().trades > 100);
    m_statuses.clear();
}

void TstFeedFaults::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo().noquote() << history();
    m_session.reset();
    m_market.reset();
}

void TstFeedFaults::addLosses()
{
    const auto lost = [](const char* name, const QString& script, const QString& reason) {
        QTest::newRow(name) << script << Outcome{.phase = kLost, .reason = reason, .gap = true};
    };
    lost("a link that drops without a close frame", u"0s feed drop"_s, u"The connection was lost"_s);
    lost("a polite close", u"0s feed close 1000 \"bye\""_s, u"code 1000: bye"_s);
    lost("a server that goes away", u"0s feed close 1001"_s, u"code 1001"_s);
    QTest::newRow("a policy violation") << u"0s feed close 1008 \"slow\""_s
                                        << Outcome{.phase = FeedPhase::Replaced, .reason = u"code 1008: slow"_s, .gap = true};
    lost("an internal error", u"0s feed close 1011 \"oops\""_s, u"code 1011: oops"_s);
    // Codes that QWebSocket does not know: it reports a breach of protocol in their place.
    lost("a restart", u"0s feed close 1012"_s, u"code 1002"_s);
    lost("try again later", u"0s feed close 1013 \"try again later\""_s, u"code 1002"_s);
    lost("connections refused", u"0s feed refuse for 300ms"_s, u"cannot be reached"_s);
    lost("no answer at all until the link is given up", u"0s feed stall for 3s"_s, u"Nothing was received"_s);
    lost("half a frame, then silence", u"0s feed half-frame"_s, u"Nothing was received"_s);
    lost("bytes that are no frame", u"0s feed garbage-frame"_s, u"code 1002"_s);
    lost("text that is not UTF-8", u"0s feed bad-utf8"_s, u"code 1007"_s);
    lost("a frame over 1 MiB", u"0s feed huge-frame"_s, u"code 1009"_s);
    lost("two drops in a row", u"0s feed drop\n400ms feed drop"_s, u"The connection was lost"_s);
    QTest::newRow("an answer that comes just in time")
        << u"0s feed stall for 700ms"_s
        << Outcome{.phase = FeedPhase::Stalled, .reason = u"stopped answering"_s};
}

void TstFeedFaults::addFrames()
{
    const auto frame = [](const char* name, const QString& script, const Outcome& outcome) {
        QTest::newRow(name) << script << outcome;
    };
    frame("a frame that is not JSON", u"0s feed not-json"_s, {.rejected = 1});
    frame("an object where an array belongs", u"0s feed object-frame"_s, {.rejected = 1});
    frame("a binary frame", u"0s feed binary-frame"_s, {});
    frame("10,000 trades at once", u"0s feed burst 10000"_s, {});
    frame("the last hundred trades again", u"0s feed duplicates 100"_s, {.duplicates = 100});
    frame("trades in reverse order", u"0s feed out-of-order 200"_s, {});
    frame("impossible prices, sizes and times", u"0s feed absurd"_s, {.rejected = market::kAbsurdTrades});
    frame("events of unknown kinds", u"0s feed unknown-events"_s, {.other = market::kUnknownEvents});
    frame("fields nobody knows", u"0s feed unknown-fields for 300ms"_s, {});
    frame("data held back and sent at once", u"0s feed lag for 500ms"_s, {});
    frame("a provider that sends no data for a while", u"0s feed mute for 300ms"_s, {.isComplete = false});
    frame("all of them together",
          u"0s feed absurd\n20ms feed not-json\n40ms feed duplicates 50\n60ms feed unknown-events\n"
          "80ms feed burst 2000"_s,
          {.rejected = market::kAbsurdTrades + 1, .other = market::kUnknownEvents, .duplicates = 50});
}

void TstFeedFaults::addHandshakes()
{
    const auto handshake = [](const char* name, const QString& script, FeedPhase phase, const QString& reason) {
        QTest::newRow(name) << script << Outcome{.phase = phase, .reason = reason, .gap = true};
    };
    handshake("no greeting", u"0s feed no-greeting for 700ms"_s, kLost, u"did not greet in time"_s);
    handshake("no answer to the key", u"0s feed no-auth-answer for 700ms"_s, kLost, u"did not answer the auth"_s);
    handshake("the key is refused", u"0s feed auth-failed for 300ms"_s, FeedPhase::Refused, u"refused the API key"_s);
    handshake("the plan has no WebSocket",
              u"0s feed auth-failed \"Your plan doesn't include websocket access.\" for 300ms"_s, FeedPhase::Refused,
              u"doesn't include websocket access"_s);
    handshake("no authentication seen in time", u"0s feed auth-timeout for 300ms"_s, kLost, {});
    handshake("another program takes the connection", u"0s feed max-connections for 200ms"_s, FeedPhase::Replaced,
              u"Another program"_s);
    handshake("no channel is confirmed", u"0s feed no-acks for 700ms"_s, kLost, u"confirmed none"_s);
    handshake("the plan lacks these trades", u"0s feed not-authorized for 300ms"_s, FeedPhase::Refused,
              u"does not include these trades"_s);
    handshake("the plan has delayed data only", u"0s feed delayed-only for 300ms"_s, FeedPhase::Refused,
              u"no real-time data"_s);
    handshake("a handshake that takes too long", u"0s feed slow-upgrade for 700ms"_s, kLost,
              u"did not answer in time"_s);
    handshake("a handshake that takes its time", u"0s feed slow-upgrade for 200ms"_s, kLost, u"connection was lost"_s);
    handshake("302 in place of an upgrade", u"0s feed upgrade 302 for 300ms"_s, kLost, u"cannot be reached"_s);
    handshake("403 in place of an upgrade", u"0s feed upgrade 403 for 300ms"_s, kLost, u"cannot be reached"_s);
    handshake("503 in place of an upgrade", u"0s feed upgrade 503 for 300ms"_s, kLost, u"cannot be reached"_s);
    handshake("a wrong accept key", u"0s feed wrong-accept for 300ms"_s, kLost, u"cannot be reached"_s);
}

void TstFeedFaults::theFeedSurvives_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<Outcome>("outcome");
    addLosses();
    addFrames();
    addHandshakes();
}

void TstFeedFaults::theFeedSurvives()
{
    QFETCH(QString, script);
    QFETCH(Outcome, outcome);
    const auto parsed = market::FaultScript::parse(script);
    QVERIFY2(parsed.has_value(), parsed ? "" : qPrintable(parsed.error().text));
    const domain::Counters& counters = m_session->counters();
    m_market->simulate(*parsed);

    QTRY_VERIFY(!outcome.phase || sawStatus(outcome));
    if (outcome.gap)
        QTRY_VERIFY(isBack(0) && counters.gaps > 0);
    QTRY_COMPARE(counters.rejected, outcome.rejected);
    QTRY_COMPARE(counters.other, outcome.other);
    QTRY_COMPARE(counters.duplicates, outcome.duplicates);
    const std::uint64_t before = counters.trades;
    QTRY_VERIFY(isBack(before + 500));

    QCOMPARE(counters.gaps > 0, outcome.gap);
    QVERIFY(counters.reconnects >= counters.gaps);
    for (const tape::TradeStore::Gap& gap : m_session->store().gaps())
        QVERIFY(!gap.gap.reason.isEmpty() && gap.gap.to >= gap.gap.from);
    if (outcome.isComplete)
        QCOMPARE(missing(), QString());
    QVERIFY(m_balanced && counters.balanced());
    QCOMPARE(m_session->store().end(), counters.stored);

    QElapsedTimer stopping;
    stopping.start();
    m_session->stop();
    QVERIFY(stopping.elapsed() < 1'000);
}

bool TstFeedFaults::sawStatus(const Outcome& outcome) const
{
    return std::ranges::any_of(m_statuses, [&](const domain::FeedStatus& status) {
        return status.phase == *outcome.phase && status.reason.contains(outcome.reason);
    });
}

// A refusal ends only when the person tries again.
bool TstFeedFaults::isBack(std::uint64_t trades)
{
    const FeedPhase phase = m_session->feedStatus().phase;
    if (phase == FeedPhase::Refused)
        m_session->connection().retryNow();
    return phase == FeedPhase::Live && m_session->counters().trades >= trades;
}

// The first trade of the tape that is not stored though no gap holds it; empty when there is none. A market
// of the same seed makes the same tape, so every sequence number is known. Late prints of a busy machine
// belong to the gap that follows them.
QString TstFeedFaults::missing()
{
    constexpr auto kLate = 500ms;
    const tape::TradeStore& store = m_session->store();
    std::set<std::pair<std::string, std::uint64_t>> stored;
    const std::int64_t first = (store[0].time() - m_marketConfig.start).count(); // ms since the market's start
    for (std::uint64_t row = store.begin(); row < store.end(); ++row)
        stored.emplace(m_session->contracts()[store[row].contract].ticker, store[row].sequence);
    std::size_t next = 0;
    for (std::size_t found = 0; found < stored.size(); ++next) {
        if (next == m_tape.size())
            m_tape.push_back(m_twin.next());
        const market::TapePrint& print = m_tape[next];
        const domain::UnixMs time{m_started.value + print.offsetMs}; // by the wall clock, as gaps are
        if (stored.contains({m_twin.ticker(print), print.sequence})) {
            ++found;
            continue;
        }
        const bool inGap = std::ranges::any_of(store.gaps(), [&](const tape::TradeStore::Gap& gap) {
            return time + kLate >= gap.gap.from && time <= gap.gap.to;
        });
        if (print.offsetMs > first && !inGap)
            return QStringLiteral("%1 #%2 after %3 ms")
                .arg(QString::fromStdString(m_twin.ticker(print)))
                .arg(print.sequence)
                .arg(print.offsetMs);
    }
    return {};
}

QString TstFeedFaults::history() const
{
    QStringList lines;
    for (const domain::FeedStatus& status : m_statuses)
        lines << printed(status.phase) + u' ' + status.reason;
    for (const tape::TradeStore::Gap& gap : m_session->store().gaps())
        lines << QStringLiteral("gap %1 to %2 ms: %3")
                     .arg((gap.gap.from - m_started).count())
                     .arg((gap.gap.to - m_started).count())
                     .arg(gap.gap.reason);
    const domain::Counters& c = m_session->counters();
    lines << QStringLiteral("trades %1 rejected %2 other %3 duplicates %4 gaps %5 reconnects %6")
                 .arg(c.trades)
                 .arg(c.rejected)
                 .arg(c.other)
                 .arg(c.duplicates)
                 .arg(c.gaps)
                 .arg(c.reconnects);
    return lines.join(u'\n');
}

QTEST_GUILESS_MAIN(TstFeedFaults)
#include "tst_feedfaults.moc"

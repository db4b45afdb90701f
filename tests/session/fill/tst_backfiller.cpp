// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/gap/gapnames.h"
#include "detect/digest.h"
#include "markettape.h"
#include "session/session.h"
#include "support/fakeapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QUrlQuery>

#include <algorithm>
#include <span>

using namespace std::chrono_literals;
using namespace flowglass;
using session::Session;
using test::FakeApi;
using test::Tick;
using State = tape::GapFill::State;

namespace {

constexpr std::size_t kTrades = 20'000;
constexpr std::size_t kFrom = 8'000; // of the hole
constexpr std::size_t kTo = 10'000;

QByteArray bytes(const QJsonArray& results)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("results"), results}}).toJson(QJsonDocument::Compact);
}

} // namespace

// From the lost connection to the anomalies of a run without one: by REST and in the program's own time.
class TstBackfiller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aGapIsFilledByRest();
    void aContractThatTheChainLeavesOutIsAskedFor();
    void anotherWatchListMeanwhileTakesNothingAway();
    void whatRestRefusesIsToldAtTheGap();
    void everythingWatchedIsTooMuch();
    void aPlanWithoutTradesIsNotAsked();

private:
    std::unique_ptr<Session> run(const char* watch, FakeApi& api, bool loses);
    FakeApi::Answer chain() const;
    FakeApi::Answer trades(const FakeApi::Request& request) const;
    void play(Session& session, std::size_t from, std::size_t to);

    FakeApi::Answer answer(const FakeApi::Request& request) const;
    std::uint64_t missed() const;

    std::vector<Tick> m_tape;
    QString m_unlisted; // by the chain
    domain::SystemClock m_clock;
};

void TstBackfiller::initTestCase()
{
    m_tape = test::marketTape(41, kTrades);
}

FakeApi::Answer TstBackfiller::chain() const
{
    QMap<QString, qint64> last;
    for (const Tick& tick : m_tape)
        last[tick.ticker] = tick.trade.time.value;
    last.remove(m_unlisted);
    QJsonArray rows;
    for (auto contract = last.begin(); contract != last.end(); ++contract)
        rows.append(QJsonObject{{QStringLiteral("details"), QJsonObject{{QStringLiteral("ticker"), contract.key()}}},
                                {QStringLiteral("open_interest"), 500},
                                {QStringLiteral("last_trade"),
                                 QJsonObject{{QStringLiteral("sip_timestamp"), contract.value()}}}});
    return FakeApi::json(bytes(rows));
}

FakeApi::Answer TstBackfiller::trades(const FakeApi::Request& request) const
{
    const QString ticker = QString::fromUtf8(request.path.split('/').last()).replace(QLatin1String("%3A"), QLatin1String(":"));
    const QUrlQuery query(QString::fromUtf8(request.query));
    const qint64 from = query.queryItemValue(QStringLiteral("timestamp.gte")).toLongLong();
    const qint64 to = query.queryItemValue(QStringLiteral("timestamp.lte")).toLongLong();
    QJsonArray rows;
    for (const Tick& tick : m_tape) {
        const contracts::HistoricTrade& trade = tick.trade;
        if (tick.ticker != ticker || trade.time.value < from || (to > 0 && trade.time.value > to))
            continue;
        rows.append(QJsonObject{{QStringLiteral("sip_timestamp"), qint64(trade.time.value)},
                                {QStringLiteral("price"), trade.price.lossyDollars()},
                                {QStringLiteral("size"), qint64(trade.size)},
                                {QStringLiteral("exchange"), int(trade.exchange.value)},
                                {QStringLiteral("conditions"), QJsonArray{int(trade.conditions.codes()[0])}},
                                {QStringLiteral("sequence_number"), qint64(trade.sequence)}});
    }
    return FakeApi::json(bytes(rows));
}

FakeApi::Answer TstBackfiller::answer(const FakeApi::Request& request) const
{
    if (request.path.startsWith("/v3/trades/"))
        return trades(request);
    return request.path == "/v3/snapshot/options/NVDA" ? chain() : FakeApi::anyContract(request);
}

std::uint64_t TstBackfiller::missed() const
{
    const auto isWatched = [](const Tick& tick) { return contracts::isWithin(tick.ticker, QStringLiteral("NVDA")); };
    return std::uint64_t(std::ranges::count_if(std::span(m_tape).subspan(kFrom, kTo - kFrom), isWatched));
}

void TstBackfiller::play(Session& session, std::size_t from, std::size_t to)
{
    for (const QString& frame : test::framesOf(m_tape, from, to))
        session.ingest(frame, m_clock.now());
    session.flush();
}

std::unique_ptr<Session> TstBackfiller::run(const char* watch, FakeApi& api, bool loses)
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QString::fromLatin1(watch)).value();
    config.detect.flagsPer100k = 300.0;
    config.feed.url = QUrl(QStringLiteral("ws://127.0.0.1:9/options")); // is never connected
    config.rest.base = api.url();
    config.rest.giveUpAfter = 2s;
    config.rest.firstRetry = 10ms;
    config.apiKey = QStringLiteral("a-test-key");
    auto session = std::make_unique<Session>(config, m_clock);
    play(*session, 0, kFrom);
    if (loses)
        session->post(test::gapOf(m_tape, kFrom, kTo));
    play(*session, loses ? kTo : kFrom, kTrades);
    return session;
}

void TstBackfiller::aGapIsFilledByRest()
{
    FakeApi api;
    api.setHandler([this](const FakeApi::Request& request) { return answer(request); });
    const auto clean = run("NVDA", api, false);
    const auto holed = run("NVDA", api, true);
    std::size_t told = 0; // of open interest
    connect(holed.get(), &Session::chainFetched, this, [&told](const std::vector<contracts::ChainRow>& rows) {
        told += std::size_t(std::ranges::count(rows, std::optional(500.0), &contracts::ChainRow::openInterest));
    });
    QSignalSpy judged(holed.get(), &Session::judgedAgain);
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, 60'000);
    QVERIFY(holed->counters().backfilled > 0);
    QVERIFY(told > 0);
    QCOMPARE(holed->counters().stored, clean->counters().stored);
    QVERIFY(holed->store().gaps().front().fill.state == State::Filled);
    QCOMPARE(detect::anomalyDigest(holed->engine(), holed->contracts()),
             detect::anomalyDigest(clean->engine(), clean->contracts()));
    QVERIFY(holed->engine().count() > 0);
    QVERIFY(holed->counters().balanced());
}

// It has expired, say.
void TstBackfiller::aContractThatTheChainLeavesOutIsAskedFor()
{
    const auto unset = qScopeGuard([this] { m_unlisted.clear(); });
    for (std::size_t at = kFrom; m_unlisted.isEmpty(); ++at) {
        const auto isSame = [&](const Tick& tick) { return tick.ticker == m_tape[at].ticker; };
        if (m_tape[at].ticker.startsWith(QLatin1String("O:NVDA")) && std::ranges::any_of(std::span(m_tape).first(kFrom), isSame))
            m_unlisted = m_tape[at].ticker;
    }
    FakeApi api;
    api.setHandler([this](const FakeApi::Request& request) { return answer(request); });
    const auto session = run("NVDA", api, true);
    const tape::GapFill& fill = session->store().gaps().front().fill;
    QTRY_VERIFY_WITH_TIMEOUT(fill.state == State::Filled, 30'000);
    QCOMPARE(fill.trades, missed());
}

void TstBackfiller::anotherWatchListMeanwhileTakesNothingAway()
{
    FakeApi api;
    api.setHandler([this](const FakeApi::Request& request) { return answer(request); });
    const auto session = run("NVDA", api, true);
    session->setWatch(domain::WatchList::parse(QStringLiteral("TSLA")).value());
    const tape::GapFill& fill = session->store().gaps().front().fill;
    QTRY_VERIFY_WITH_TIMEOUT(fill.state == State::Filled, 30'000);
    QCOMPARE(fill.trades, missed());
    QCOMPARE(session->counters().backfilled, missed());
    QVERIFY(session->counters().balanced());
}

void TstBackfiller::whatRestRefusesIsToldAtTheGap()
{
    FakeApi api;
    api.setHandler([](const FakeApi::Request& request) {
        return request.path.startsWith("/v3/snapshot/options/NVDA") ? FakeApi::json("{}", 403)
                                                                    : FakeApi::anyContract(request);
    });
    const auto session = run("NVDA", api, true);
    QTRY_VERIFY_WITH_TIMEOUT(session->store().gaps().front().fill.state == State::Failed, 30'000);
    QVERIFY(!session->store().gaps().front().fill.reason.isEmpty());
    QCOMPARE(session->counters().backfilled, std::uint64_t(0));
    QVERIFY(session->counters().balanced());
}

void TstBackfiller::everythingWatchedIsTooMuch()
{
    FakeApi api;
    const auto session = run("*", api, true);
    QVERIFY(session->store().gaps().front().fill.state == State::Failed);
    QVERIFY(session->store().gaps().front().fill.reason.contains(QLatin1String("everything")));
}

void TstBackfiller::aPlanWithoutTradesIsNotAsked()
{
    FakeApi api;
    api.setHandler(&FakeApi::anyContract);
    const auto session = run("NVDA", api, false);
    domain::PlanReport report;
    report[domain::PlanData::Trades].access = domain::PlanAccess::NotInPlan;
    session->contractService().learnPlan(report);
    session->post(test::gapOf(m_tape, kFrom, kTo));
    session->flush();
    QVERIFY(session->store().gaps().front().fill.state == State::Failed);
    QVERIFY(session->store().gaps().front().fill.reason.contains(QLatin1String("your plan")));
}

QTEST_GUILESS_MAIN(TstBackfiller)
#include "tst_backfiller.moc"

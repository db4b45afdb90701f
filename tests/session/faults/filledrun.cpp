// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledrun.h"

#include "detect/digest.h"
#include "market/faults/faultscript.h"
#include "market/stream/tradeencoder.h"
#include "market/tapegenerator.h"

#include <algorithm>
#include <set>

namespace flowglass::test {

namespace {

using namespace std::chrono_literals;
using session::Session;

market::MarketConfig marketConfig()
{
    market::MarketConfig config;
    config.seed = 23;
    config.tradesPerSecond = 300.0; // the more contracts trade, the more there are to ask for
    config.start = domain::lossyToMs(domain::SystemClock().now());
    return config;
}

session::SessionConfig watching()
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.detect.flagsPer100k = 5'000.0; // enough to compare
    config.rest.off = true;
    return config;
}

session::SessionConfig sessionConfig(const market::MarketServer& market)
{
    session::SessionConfig config = watching();
    config.feed.url = market.feedUrl();
    config.feed.connectTimeout = 400ms;
    config.feed.authTimeout = 400ms;
    config.feed.ackTimeout = 400ms;
    config.feed.pingInterval = 100ms;
    config.feed.stalledAfter = 300ms;
    config.feed.pongTimeout = 900ms;
    config.feed.replacedWait = 300ms;
    config.feed.backoff = {.base = 200ms, .cap = 300ms}; // long enough to miss something
    config.rest.off = false;
    config.rest.base = market.apiUrl();
    config.rest.plan = contracts::RatePlan::HundredPerSecond;
    config.apiKey = QStringLiteral("any");
    config.gapMargin = 200ms;
    return config;
}

std::set<std::pair<std::string, std::uint64_t>> prints(const Session& session)
{
    std::set<std::pair<std::string, std::uint64_t>> prints;
    for (std::uint64_t row = 0; row < session.store().end(); ++row) {
        const domain::Trade& trade = session.store()[row];
        prints.emplace(session.contracts()[trade.contract].ticker, trade.sequence);
    }
    return prints;
}

QString line(const Session& session, quint32 id)
{
    if (id > session.engine().count())
        return QStringLiteral("none");
    const domain::Anomaly& anomaly = session.engine().anomaly(id);
    return QStringLiteral("#%1 %2 at %3, score %4, %5 prints from %6")
        .arg(id)
        .arg(QString::fromStdString(session.contracts()[anomaly.leadingContract()].ticker))
        .arg(anomaly.time.value)
        .arg(anomaly.score, 0, 'f', 2)
        .arg(anomaly.prints.size())
        .arg(anomaly.prints.front().trade.sequence);
}

} // namespace

FilledRun::FilledRun() : m_config(marketConfig()), m_market(m_config)
{
    if (!m_market.start())
        qFatal("the market cannot be started");
    m_session = std::make_unique<Session>(sessionConfig(m_market), m_clock);
    m_session->start();
}

FilledRun::~FilledRun() = default;

void FilledRun::simulate(const QString& script) { m_market.simulate(market::FaultScript::parse(script).value()); }

bool FilledRun::isFilled(std::size_t gaps)
{
    if (m_session->feedStatus().phase == domain::FeedPhase::Refused)
        m_session->connection().retryNow();
    const auto& all = m_session->store().gaps();
    return all.size() >= gaps && std::ranges::all_of(all, [](const tape::TradeStore::Gap& gap) {
        return gap.fill.judging == tape::GapFill::Judging::Done;
    });
}

void FilledRun::stop() { m_session->stop(); }

// The same trades as the tape had them, from the first that was heard to the last.
std::unique_ptr<Session> FilledRun::cleanRun() const
{
    auto clean = std::make_unique<Session>(watching(), m_clock);
    const auto isRow = [&](const market::TapeGenerator& tape, const market::TapePrint& print, std::uint64_t row) {
        const domain::Trade& trade = m_session->store()[row];
        return print.sequence == trade.sequence && tape.ticker(print) == m_session->contracts()[trade.contract].ticker;
    };
    market::TapeGenerator tape(m_config);
    const market::TradeEncoder encoder(tape.listing(), m_config.start);
    market::TapePrint print = tape.next();
    while (!isRow(tape, print, 0))
        print = tape.next();
    while (clean->store().end() < m_session->store().end()) {
        QByteArray frame = "[";
        encoder.append(print, frame);
        clean->ingest(QString::fromUtf8(frame) + QLatin1Char(']'), m_clock.now());
        clean->flush();
        print = tape.next();
    }
    return clean;
}

QString FilledRun::difference() const
{
    const std::unique_ptr<Session> clean = cleanRun();
    if (clean->counters().watched != m_session->counters().watched || prints(*clean) != prints(*m_session))
        return QStringLiteral("other trades");
    for (quint32 id = 1; id <= std::max(m_session->engine().count(), clean->engine().count()); ++id) {
        if (line(*m_session, id) != line(*clean, id))
            return line(*m_session, id) + QStringLiteral(" instead of ") + line(*clean, id);
    }
    const auto digest = [](const Session& session) { return detect::anomalyDigest(session.engine(), session.contracts()); };
    return digest(*clean) == digest(*m_session) ? QString() : QStringLiteral("another digest");
}

} // namespace flowglass::test

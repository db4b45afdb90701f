// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/faults/nonblockingproof.h"

#include "market/faults/faultscript.h"

#include <algorithm>

namespace flowglass::app {

namespace {

using namespace std::chrono_literals;
using market::FaultKind;
using std::chrono::milliseconds;

constexpr double kTradesPerSecond = 10'000.0;
constexpr milliseconds kLook{50};
constexpr milliseconds kQuiet{300};    // after the last trade was sent: what is on the way arrives
constexpr milliseconds kPatience{5'000}; // then it counts as lost
constexpr std::size_t kStoreRows = 1'000'000;

market::MarketConfig marketConfig()
{
    market::MarketConfig config;
    config.tradesPerSecond = kTradesPerSecond;
    return config;
}

session::SessionConfig sessionConfig(const market::MarketServer& market)
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("*")).value();
    config.feed.url = market.feedUrl();
    config.rest.base = market.apiUrl();
    config.apiKey = QStringLiteral("any");
    config.detect.flagsPer100k = 300.0; // keeps REST busy
    config.storeRows = kStoreRows;
    return config;
}

market::FaultScript faultsOver(milliseconds length)
{
    const milliseconds third = length / 3 + 1ms;
    return {{{0ms, {FaultKind::RestHang, 0, {}, third}},
             {third, {FaultKind::RestStatus, 429, {}, third}},
             {2 * third, {FaultKind::RestStatus, 503, {}, third}}}};
}

} // namespace

NonBlockingProof::NonBlockingProof(milliseconds length, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_length(length), m_clock(clock), m_market(marketConfig()), m_stalls(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &NonBlockingProof::look);
}

NonBlockingProof::~NonBlockingProof() = default;

domain::Result<bool> NonBlockingProof::start()
{
    domain::Result<bool> started = m_market.start();
    if (!started)
        return started;
    m_session = std::make_unique<session::Session>(sessionConfig(m_market), m_clock);
    m_session->start();
    m_timer.start(kLook);
    return true;
}

double NonBlockingProof::progress() const
{
    if (m_began.count() == 0)
        return 0.0;
    return std::clamp(double((m_clock.steady() - m_began).count()) / double(std::chrono::nanoseconds(m_length).count()),
                      0.0, 1.0);
}

void NonBlockingProof::look()
{
    const std::chrono::nanoseconds now = m_clock.steady();
    if (m_began.count() == 0 && m_session->counters().trades > 0) {
        m_began = now;
        m_stalls.start();
        m_market.simulate(faultsOver(m_length));
    } else if (m_began.count() != 0 && m_muted.count() == 0 && now - m_began >= m_length) {
        m_muted = now;
        m_market.simulate(market::FaultScript::of(market::usualFault(FaultKind::Mute)));
    } else if (m_muted.count() != 0 && isThrough()) {
        end();
    }
}

bool NonBlockingProof::isThrough() const
{
    const std::chrono::nanoseconds quiet = m_clock.steady() - m_muted;
    const bool isAll = m_session->counters().trades == m_market.tradesSent();
    return (quiet >= kQuiet && isAll) || quiet >= kPatience;
}

void NonBlockingProof::end()
{
    m_timer.stop();
    m_stalls.stop();
    const domain::Counters& counters = m_session->counters();
    const domain::RequestCounters requests = m_session->contractService().counters();
    Figures figures;
    figures.seconds = std::chrono::duration<double>(m_muted - m_began).count();
    figures.sent = m_market.tradesSent();
    figures.received = counters.trades;
    figures.judged = counters.stored + counters.duplicates;
    figures.requests = requests.requests;
    figures.failed = requests.failed;
    figures.worstStall = m_stalls.summary().max();
    figures.stallP99 = m_stalls.summary().quantile(0.99);
    figures.balanced = counters.balanced();
    m_session->stop();
    m_market.stop();
    Q_EMIT finished(figures);
}

} // namespace flowglass::app

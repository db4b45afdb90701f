// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/marketfloor.h"

#include <QHostAddress>
#include <QLoggingCategory>

#include <algorithm>
#include <limits>

namespace flowglass::market {

namespace {

Q_LOGGING_CATEGORY(lcMarket, "flowglass.market")

constexpr std::size_t kHistory = 1'600'000;             // prints kept for REST: an hour and more at 400/s, 64 MB
constexpr std::size_t kMostPerTick = 20'000;           // prints; then the sockets get their turn
constexpr std::int64_t kLateMs = 1'000;

} // namespace

MarketFloor::MarketFloor(MarketConfig config)
    : m_config(std::move(config)), m_feed(m_config, m_faults, this), m_http(std::make_unique<QHttpServer>(this)), m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &MarketFloor::tick);
}

MarketFloor::~MarketFloor() = default;

bool MarketFloor::listen(QString& error)
{
    if (!m_feed.listen()) {
        error = m_feed.errorString();
        return false;
    }
    auto server = std::make_unique<RestDoor>(m_faults);
    if (!server->listen(QHostAddress::LocalHost, m_config.apiPort)) {
        error = server->errorString();
        return false;
    }
    m_apiPort = server->serverPort();
    m_restDoor = server.release();
    m_http->bind(m_restDoor); // which takes it as its child
    m_elapsed.start();
    return true;
}

void MarketFloor::open()
{
    m_generator = std::make_unique<TapeGenerator>(m_config);
    const Listing& listing = m_generator->listing();
    m_history = std::make_unique<DayHistory>(listing.contracts().size(), kHistory);
    QUrl base;
    base.setScheme(QStringLiteral("http"));
    base.setHost(QStringLiteral("127.0.0.1"));
    base.setPort(m_apiPort);
    m_api = std::make_unique<MarketApi>(*m_generator, *m_history, m_config.acceptedKey, base);
    serveRest();
    m_feed.open(listing, m_config.start);
    m_faults.play(m_config.script, std::chrono::milliseconds(0));
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(m_config.tick);
}

void MarketFloor::serveRest()
{
    // One handler for every path, so that routes, keys and errors are decided in one place.
    m_http->setMissingHandler([this](const QHttpServerRequest& request, QHttpServerResponder&& responder) {
        const RestAnswer answer = m_api->answer(request.url(), request.value("Authorization"), marketTime());
        responder.write(answer.body, {{"Content-Type", answer.type}, {"X-Request-ID", answer.requestId}},
                        QHttpServerResponder::StatusCode(answer.status));
    });
    m_restDoor->setAnswer([this](const Fault& fault, const RestDoor::Request& request) {
        const domain::UnixMs now = marketTime();
        return spoiltAnswer(fault, m_api->answer(request.url, request.authorization, now), now);
    });
}

void MarketFloor::simulate(const FaultScript& script)
{
    m_faults.play(script, std::chrono::milliseconds(m_elapsed.elapsed()));
}

void MarketFloor::applyFaults(std::chrono::milliseconds now)
{
    for (const FaultState::Change& change : m_faults.advance(now)) {
        if (infoOf(change.fault.kind).side == FaultSide::Rest)
            m_restDoor->apply(change);
        else
            m_feed.apply(change);
        if (change.fault.kind == FaultKind::Burst)
            m_burst += std::size_t(change.fault.number);
    }
}

void MarketFloor::tick()
{
    const std::int64_t now = m_elapsed.elapsed();
    applyFaults(std::chrono::milliseconds(now));
    takeDue(now);
    m_feed.publish(m_due);
    const bool late = !m_due.empty() && now - m_due.back().offsetMs > kLateMs;
    if (late && !m_late)
        qCWarning(lcMarket) << "this machine cannot make" << m_config.tradesPerSecond
                            << "trades a second: the tape falls behind the clock";
    m_late = late;
}

// Prints of a burst bear the time of now, though their turn would come later: the lull after it is as long.
void MarketFloor::takeDue(std::int64_t now)
{
    constexpr std::int64_t kAnyTime = std::numeric_limits<std::int64_t>::max();
    m_due.clear();
    TapePrint print;
    while (m_due.size() < kMostPerTick && m_generator->nextUntil(m_burst > 0 ? kAnyTime : now, print)) {
        m_burst -= m_burst > 0 ? 1 : 0;
        print.offsetMs = std::min(print.offsetMs, now);
        m_history->add(print, m_generator->toTrade(print, {print.contract}));
        m_due.push_back(print);
    }
}

void MarketFloor::close()
{
    m_timer.stop();
    m_feed.close();
    m_http.reset();
    m_restDoor = nullptr;
    if (m_generator)
        m_planted = m_generator->planted();
}

} // namespace flowglass::market

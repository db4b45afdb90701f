// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "detect/digest.h"
#include "exporting/anomalyjson.h"
#include "exporting/statsjson.h"
#include "session/flaggedprints.h"
#include "session/meters/processmemory.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

Session::Session(SessionConfig config, const domain::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(clock)
    , m_store(m_config.storeRows)
    , m_engine(m_contracts, m_config.detect)
    , m_watch(m_contracts, m_config.watch)
    , m_router(m_watch, m_store, m_engine, m_counters)
    , m_decoder(m_contracts)
    , m_pump(m_config.pump, m_decoder, m_router, m_counters, clock)
    , m_stalls(clock)
    , m_service(m_config.rest, m_config.apiKey, clock)
    , m_anomalyContracts(m_engine, m_contracts, m_service)
    , m_connection(m_config.feed, m_config.apiKey, clock)
{
    m_decoder.setSecret(m_config.apiKey);
    m_connection.setChannels(m_config.watch.channels());
    wire();
}

Session::~Session() = default;

void Session::wire()
{
    using contracts::ContractService;
    using feed::FeedConnection;

    connect(&m_connection, &FeedConnection::frameReceived, &m_pump, &Pump::receive);
    connect(&m_connection, &FeedConnection::statusChanged, this, &Session::onStatusChanged);
    connect(&m_connection, &FeedConnection::gapEnded, this, &Session::onGapEnded);
    connect(&m_pump, &Pump::statusDecoded, &m_connection, &FeedConnection::onStatus);
    connect(&m_pump, &Pump::anomalyUpdated, this, &Session::onAnomalyUpdated);
    connect(&m_anomalyContracts, &AnomalyContracts::contractArrived, this, &Session::anomalyUpdated);
}

void Session::start()
{
    m_stalls.start();
    m_connection.start();
}

void Session::stop()
{
    m_connection.stop();
    flush();
    m_service.abortAll();
    m_stalls.stop();
}

void Session::ingest(const QString& frame)
{
    m_pump.receive(frame);
}

void Session::flush()
{
    m_pump.drainAll();
}

void Session::setWatch(const domain::WatchList& watch)
{
    m_watch.setWatch(watch);
    m_connection.setChannels(watch.channels());
}

void Session::setDetectSettings(const detect::Settings& settings)
{
    m_config.detect = settings;
    m_engine.setSettings(settings);
}

void Session::onAnomalyUpdated(quint32 id)
{
    Q_EMIT anomalyUpdated(id);
    m_anomalyContracts.onUpdated(id);
}

void Session::onStatusChanged(const domain::FeedStatus& status)
{
    m_counters.reconnects = m_connection.reconnects();
    Q_EMIT feedStatusChanged(status);
}

void Session::onGapEnded(const domain::FeedGap& gap)
{
    m_store.addGap(gap);
    ++m_counters.gaps;
    m_counters.gapMs += std::uint64_t(std::max<std::int64_t>((gap.to - gap.from).count(), 0));
    Q_EMIT gapAdded();
}

Health Session::health() const
{
    const std::chrono::nanoseconds now = m_clock.steady();
    const domain::DurationSummary& latency = m_pump.latency().summary();
    Health health;
    health.backlogFrames = m_pump.backlog().size();
    if (!m_pump.backlog().isEmpty())
        health.backlogAge = now - m_pump.backlog().oldest();
    health.worstStall = m_stalls.summary().max();
    health.latencyP50 = latency.quantile(0.5);
    health.latencyP99 = latency.quantile(0.99);
    health.tradesPerSecond = m_pump.rate().perSecond(now);
    health.feedLag = m_pump.latency().feedLag();
    return health;
}

QByteArray Session::statsJson() const
{
    exporting::RunFigures figures;
    figures.latency = exporting::Percentiles::of(m_pump.latency().summary());
    figures.stall = exporting::Percentiles::of(m_stalls.summary());
    figures.rssBytes = residentBytes();
    figures.anomalyDigest = detect::anomalyDigest(m_engine, m_contracts);
    return exporting::statsJson(m_counters, m_service.counters(), figures);
}

QByteArray Session::anomalyJsonLine(quint32 id) const
{
    return exporting::anomalyJsonLine(m_engine.anomaly(id), m_contracts, m_anomalyContracts.termsFor(id));
}

exporting::ExportOrder Session::exportOrder(const QString& path,
                                            std::optional<std::span<const std::uint32_t>> ids) const
{
    exporting::ExportOrder order;
    order.path = path;
    order.rows = flaggedPrints(m_engine, m_contracts, m_service, ids);
    order.created = m_clock.now();
    order.manifest.source = m_config.sourceName;
    order.manifest.feed = m_config.feedName;
    order.manifest.underlyings = watch().entries();
    order.manifest.sensitivity = m_engine.settings().flagsPer100k;
    order.manifest.rules = m_engine.rules();
    for (const tape::TradeStore::Gap& gap : m_store.gaps())
        order.manifest.gaps.push_back(gap.gap);
    order.manifest.anomalyDigest = detect::anomalyDigest(m_engine, m_contracts);
    return order;
}

} // namespace flowglass::session

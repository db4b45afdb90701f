// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/contractservice.h"
#include "detect/engine.h"
#include "domain/time/clock.h"
#include "domain/counters.h"
#include "exporting/exportorder.h"
#include "feed/feedconnection.h"
#include "feed/tradedecoder.h"
#include "session/anomalycontracts.h"
#include "session/health.h"
#include "session/meters/stallmeter.h"
#include "session/pump.h"
#include "session/sessionconfig.h"
#include "session/traderouter.h"
#include "session/watchcache.h"
#include "tape/tradestore.h"

#include <QObject>

#include <optional>
#include <span>

namespace flowglass::session {

// One run: owns the feed, the decoder, the store, the detectors and the contract look-ups, and wires them.
// Complete without a window. A frame goes feed -> pump -> decoder -> router -> store and engine; anomalies
// ask for their contracts; nothing waits for anything. Everything lives on the thread that made it, whose
// event loop must run. The counters balance whenever a signal is emitted.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(SessionConfig config, const domain::Clock& clock, QObject* parent = nullptr);
    ~Session() override;

    void start();
    // Leaves the feed, works off what was received, gives up look-ups. Well below a second.
    void stop();
    void ingest(const QString& frame); // as the feed does
    void flush();                      // works off everything ingested so far

    void setWatch(const domain::WatchList& watch); // of trades from now on
    const domain::WatchList& watch() const { return m_watch.watch(); }
    void setDetectSettings(const detect::Settings& settings); // of trades from now on

    const domain::ContractTable& contracts() const { return m_contracts; }
    const tape::TradeStore& store() const { return m_store; }
    const detect::Engine& engine() const { return m_engine; }
    feed::FeedConnection& connection() { return m_connection; }
    contracts::ContractService& contractService() { return m_service; }
    const feed::TradeDecoder& decoder() const { return m_decoder; } // for its rejects

    const domain::Counters& counters() const { return m_counters; }
    const domain::FeedStatus& feedStatus() const { return m_connection.status(); }
    const SessionConfig& config() const { return m_config; }
    Health health() const;
    QByteArray statsJson() const;                 // interfaces.md section 5
    QByteArray anomalyJsonLine(quint32 id) const; // interfaces.md section 3, as of now

    // A snapshot of the flagged prints of these anomalies, or of all.
    exporting::ExportOrder
    exportOrder(const QString& path, std::optional<std::span<const std::uint32_t>> ids = std::nullopt) const;

Q_SIGNALS:
    void anomalyUpdated(quint32 id); // once per revision, in order
    void feedStatusChanged(const flowglass::domain::FeedStatus& status);
    void gapAdded();

private:
    void wire();
    void onAnomalyUpdated(quint32 id);
    void onStatusChanged(const domain::FeedStatus& status);
    void onGapEnded(const domain::FeedGap& gap);

    SessionConfig m_config;
    const domain::Clock& m_clock;
    domain::Counters m_counters;
    domain::ContractTable m_contracts;
    tape::TradeStore m_store;
    detect::Engine m_engine;
    WatchCache m_watch;
    TradeRouter m_router;
    feed::TradeDecoder m_decoder;
    Pump m_pump;
    StallMeter m_stalls;
    contracts::ContractService m_service;
    AnomalyContracts m_anomalyContracts;
    feed::FeedConnection m_connection;
};

} // namespace flowglass::session

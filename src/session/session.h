// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/contractservice.h"
#include "domain/time/clock.h"
#include "exporting/exportorder.h"
#include "feed/feedconnection.h"
#include "session/fill/backfiller.h"
#include "session/fill/judgementchange.h"
#include "session/health.h"
#include "session/lookups/anomalycontracts.h"
#include "session/lookups/snapshottagger.h"
#include "session/meters/memoryreturn.h"
#include "session/meters/stallmeter.h"
#include "session/pipeline.h"
#include "session/pump.h"
#include "session/sessionconfig.h"
#include "session/sessionrecord.h"
#include "session/watch/feedguard.h"
#include "session/watch/gapwatch.h"

#include <QObject>

#include <optional>
#include <span>

namespace flowglass::session {

// One run: owns the feed, the decoder, the store, the detectors and the look-ups, and wires them. Complete without a
// window. A frame goes feed -> pump -> decoder -> router -> store and engine; anomalies ask for contracts; nothing
// waits. All on the thread that made it, whose event loop must run. The counters balance whenever a signal is emitted.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(SessionConfig config, const domain::Clock& clock, QObject* parent = nullptr);
    ~Session() override;

    void start();
    void stop(); // leaves the feed, works off what was received, gives up look-ups; well below a second
    void ingest(const QString& frame, domain::UnixNs receipt); // as the feed does; receipt by the wall clock
    void flush();                                              // works off everything ingested so far
    void endFrames();                                          // the same, and no more come
    void post(const StreamEvent& event); // as if it happened now: behind everything ingested so far; recorded there
    bool judgesAgain() const { return m_pump.judgesAgain(); } // of a replay: it had better wait with more frames

    void setWatch(const domain::WatchList& watch); // of trades from now on
    const domain::WatchList& watch() const { return m_config.watch; }
    void setDetectSettings(const detect::Settings& settings); // of trades from now on
    // Not what has been received before. The header of `config` is filled in here. Not while one is running.
    domain::Result<bool> startRecording(recording::RecorderConfig config);
    void stopRecording(); // returns at once; recordingChanged() follows
    std::optional<recording::EventEntry> lastingGap(); // until now: as a recording holds it that ends here
    recording::RecorderState recordingState() const { return m_record.state(); }
    const FlightLog& flightLog() const { return m_record.flightLog(); }

    const domain::ContractTable& contracts() const { return m_pipeline.contracts(); }
    const tape::TradeStore& store() const { return m_pipeline.store(); }
    const detect::Engine& engine() const { return m_pipeline.engine(); }
    feed::FeedConnection& connection() { return m_connection; }
    contracts::ContractService& contractService() { return m_service; }
    const contracts::ContractService& contractService() const { return m_service; }
    const feed::TradeDecoder& decoder() const { return m_pipeline.decoder(); } // for its rejects
    LatencyMeter& latency() { return m_pump.latency(); } // told by whoever paints
    std::vector<std::uint32_t> backlogPeaks() const { return m_pump.history().peaks(m_clock.steady()); }
    std::uint64_t unusualTrades() const { return m_pipeline.unusual(); }
    const domain::Counters& counters() const { return m_pipeline.counters(); }
    domain::Counters countersNow() const; // with a gap that lasts still
    const domain::FeedStatus& feedStatus() const { return m_connection.status(); }
    const FeedGuard& guard() const { return m_guard; } // of no use in a replay
    const SessionConfig& config() const { return m_config; }
    Health health() const;
    QByteArray statsJson() const;                 // interfaces.md section 5
    QByteArray anomalyJsonLine(quint32 id) const; // interfaces.md section 3, as of now
    domain::TagSet tags(quint32 id) const; // of an anomaly: from the tape and from its contract's snapshot
    QByteArray anomalyJsonLine(const domain::Anomaly& gone) const; // of JudgementChange

    // A snapshot of the flagged prints of these anomalies, or of all.
    exporting::ExportOrder
    exportOrder(const QString& path, std::optional<std::span<const std::uint32_t>> ids = std::nullopt) const;

Q_SIGNALS:
    void anomalyUpdated(quint32 id); // once per revision, in order
    void anomalyTagged(quint32 id);  // its contract's snapshot added tags
    void feedStatusChanged(const flowglass::domain::FeedStatus& status);
    void gapAdded(); // one has ended
    void chainFetched(const std::vector<flowglass::contracts::ChainRow>& rows); // while a gap is filled, by page
    // The engine holds other anomalies than before, under other ids: everything was judged once more.
    void judgedAgain(const flowglass::session::JudgementChange& change);
    void watchChanged();
    void recordingChanged(const flowglass::recording::RecorderState& state);

private:
    void wire();
    bool hasFeed() const { return !m_config.feed.url.isEmpty(); } // a replay has none
    void onFrame(const QString& frame);
    void onAnomalyUpdated(quint32 id);
    void onStatusChanged(const domain::FeedStatus& status);
    void onEventApplied(const StreamEvent& event);
    std::optional<SessionFacts> facts() const;

    SessionConfig m_config;
    const domain::Clock& m_clock;
    Pipeline m_pipeline;
    Pump m_pump;
    StallMeter m_stalls;
    contracts::ContractService m_service;
    AnomalyContracts m_anomalyContracts;
    SnapshotTagger m_tagger;
    Backfiller m_backfiller;
    feed::FeedConnection m_connection;
    GapWatch m_gapWatch;
    FeedGuard m_guard;
    SessionRecord m_record;
    MemoryReturn m_memoryReturn;
};

} // namespace flowglass::session

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "detect/digest.h"
#include "exporting/anomalyjson.h"
#include "exporting/statsjson.h"
#include "session/flaggedprints.h"
#include "session/meters/processmemory.h"
#include "session/replay/recordedevent.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace flowglass::session {

namespace {

// In the order of GapFill::State.
constexpr std::array<const char*, 6> kFillWords = {"none", "fetching", "filled", "partly", "failed", "open"};

exporting::ExportGap exported(const tape::TradeStore::Gap& gap)
{
    return {gap.gap, QString::fromLatin1(kFillWords[std::size_t(gap.fill.state)]), gap.fill.trades, gap.fill.unusual};
}

} // namespace

Session::Session(SessionConfig config, const domain::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(clock)
    , m_pipeline({m_config.watch, m_config.detect, m_config.storeRows})
    , m_pump(m_config.pump, m_pipeline, clock)
    , m_stalls(clock)
    , m_service(m_config.rest, m_config.apiKey, clock)
    , m_anomalyContracts(m_pipeline.engine(), m_pipeline.contracts(), m_service)
    , m_tagger(m_pipeline.engine(), m_pipeline.store(), m_pipeline.contracts(), m_service)
    , m_backfiller(m_pipeline, m_pump, m_service, clock, m_config.gapMargin,
                   m_config.feed.delayed ? FeedGuard::kDelay : std::chrono::milliseconds(0))
    , m_connection(m_config.feed, m_config.apiKey, clock)
    , m_gapWatch(m_connection, m_pump, m_pipeline, m_config.watch)
    , m_guard({m_config.marketAlwaysOpen, m_config.feed.delayed, m_config.watch.channels()}, m_connection, m_service,
              m_pipeline.counters(), clock)
    , m_record(m_config.apiKey, clock)
    , m_memoryReturn(m_pump)
{
    m_pipeline.decoder().setSecret(m_config.apiKey);
    m_connection.setChannels(m_config.watch.channels());
    wire();
}

Session::~Session() = default;

void Session::wire()
{
    using contracts::ContractService;
    using feed::FeedConnection;

    connect(&m_record, &SessionRecord::changed, this, &Session::recordingChanged);
    connect(&m_connection, &FeedConnection::frameReceived, this, &Session::onFrame);
    connect(&m_connection, &FeedConnection::statusChanged, this, &Session::onStatusChanged);
    connect(&m_connection, &FeedConnection::gapEnded, this, &Session::post);
    if (hasFeed())
        connect(&m_pump, &Pump::statusDecoded, &m_connection, &FeedConnection::onStatus);
    connect(&m_pump, &Pump::anomalyUpdated, this, &Session::onAnomalyUpdated);
    connect(&m_pump, &Pump::eventApplied, this, &Session::onEventApplied);
    connect(&m_backfiller, &Backfiller::posted, this, &Session::post);
    connect(&m_backfiller, &Backfiller::chainFetched, this, &Session::chainFetched);
    connect(&m_anomalyContracts, &AnomalyContracts::contractArrived, this, &Session::anomalyUpdated);
    connect(&m_tagger, &SnapshotTagger::tagged, this, &Session::anomalyTagged);
}

void Session::start()
{
    m_stalls.start();
    m_memoryReturn.start();
    if (!hasFeed())
        return;
    m_connection.start();
    m_guard.start(m_config.feed.url.scheme() == QLatin1String("wss"));
}

void Session::stop()
{
    m_memoryReturn.stop();
    m_guard.stop();
    m_connection.stop();
    m_pump.dropJudging();
    flush(); // so that what was fetched is compared with everything that came
    m_backfiller.stop();
    endFrames();
    m_pipeline.stopJudgingAgain();
    m_service.abortAll();
    m_stalls.stop();
    m_record.finish(facts());
}

void Session::onFrame(const QString& frame)
{
    ingest(frame, m_clock.now());
}

// The raw frame, but for the key, goes into the recording before anything is done with it.
void Session::ingest(const QString& frame, domain::UnixNs receipt)
{
    m_record.add(frame, receipt);
    m_pump.receive(frame, receipt);
}

void Session::flush()
{
    m_pump.drainAll();
}

void Session::endFrames()
{
    flush();
    m_pipeline.endFrames();
}

void Session::post(const StreamEvent& event)
{
    m_record.add(event, hasFeed() ? m_clock.now() : flightLog().newest());
    m_pump.post(event);
}

void Session::setWatch(const domain::WatchList& watch)
{
    m_config.watch = watch;
    Q_EMIT watchChanged();
    m_connection.setChannels(watch.channels());
    m_guard.setChannels(watch.channels());
    m_gapWatch.setWatch(watch);
    post(watch);
}

void Session::setDetectSettings(const detect::Settings& settings)
{
    m_config.detect = settings;
    post(settings);
}

domain::Result<bool> Session::startRecording(recording::RecorderConfig config)
{
    config.header.created = m_clock.now();
    config.header.source = m_config.sourceName;
    config.header.feed = m_config.feedName;
    config.header.underlyings = m_config.watch.entries();
    config.header.sensitivity = m_config.detect.flagsPer100k;
    config.header.version = QStringLiteral(FLOWGLASS_VERSION);
    return m_record.start(std::move(config), m_config.detect);
}

// A gap that lasts ends in the recording where that ends.
void Session::stopRecording()
{
    if (const std::optional<recording::EventEntry> gap = lastingGap())
        m_record.note(*gap);
    m_record.stop(facts());
}

std::optional<recording::EventEntry> Session::lastingGap()
{
    m_gapWatch.look();
    const tape::TradeStore::Gap* gap = store().openGap();
    return gap ? std::optional(recordedForm(gap->gap, m_clock.now())) : std::nullopt;
}

// What a replay of the recording will find, when that is what this session found: it was recorded from the first
// frame, and every frame was judged. Else whoever wants to know judges the file.
std::optional<SessionFacts> Session::facts() const
{
    if (!m_record.isRecording() || !m_record.holdsAll() || !m_pump.isIdle())
        return std::nullopt;
    const domain::Counters counted = countersNow();
    return SessionFacts{0,
                        m_record.firstReceipt(),
                        flightLog().newest(),
                        counted.trades,
                        counted.watched,
                        counted.gaps,
                        counted.anomalies,
                        detect::anomalyDigest(engine(), contracts()),
                        m_config.detect.flagsPer100k,
                        QStringLiteral(FLOWGLASS_VERSION)};
}

void Session::onAnomalyUpdated(quint32 id)
{
    Q_EMIT anomalyUpdated(id);
    m_anomalyContracts.onUpdated(id);
    m_tagger.onUpdated(id);
}

void Session::onStatusChanged(const domain::FeedStatus& status)
{
    m_pipeline.counters().reconnects = m_connection.reconnects();
    if (status.phase == domain::FeedPhase::Live || status.phase == domain::FeedPhase::Delayed) {
        m_record.note({m_clock.now(), QStringLiteral("connected"),
                         {{QStringLiteral("url"), m_config.feed.url.toString()}}});
        m_record.note({m_clock.now(), QStringLiteral("subscription"),
                         {{QStringLiteral("channels"), QJsonArray::fromStringList(watch().channels())}}});
    }
    Q_EMIT feedStatusChanged(status);
}

void Session::onEventApplied(const StreamEvent& event)
{
    if (const auto* gap = std::get_if<domain::FeedGap>(&event)) {
        if (hasFeed())
            m_backfiller.onGap(m_gapWatch.takeWatch(*gap).value_or(m_pipeline.watch()));
        Q_EMIT gapAdded();
    } else if (const auto* part = std::get_if<Backfill>(&event)) {
        if (hasFeed())
            m_backfiller.onBackfill(*part);
    } else if (std::holds_alternative<JudgedAgain>(event)) {
        m_anomalyContracts.onJudgedAgain();
        Q_EMIT judgedAgain(m_pipeline.judgementChange());
        m_tagger.onJudgedAgain(m_pipeline.judgementChange().newIds);
    }
}

Health Session::health() const
{
    const std::chrono::nanoseconds now = m_clock.steady();
    const LatencyMeter& latency = m_pump.latency();
    Health health;
    health.backlogFrames = m_pump.backlog().size();
    if (!m_pump.backlog().isEmpty())
        health.backlogAge = now - m_pump.backlog().oldest();
    health.worstStall = m_stalls.summary().max();
    health.latencyP50 = latency.untilJudged().quantile(0.5);
    health.latencyP99 = latency.untilJudged().quantile(0.99);
    health.screenP50 = latency.untilPainted().quantile(0.5);
    health.screenP99 = latency.untilPainted().quantile(0.99);
    health.feedLagP50 = latency.untilReceived().quantile(0.5);
    health.feedLagP99 = latency.untilReceived().quantile(0.99);
    health.tradesPerSecond = m_pump.rate().perSecond(now);
    return health;
}

domain::Counters Session::countersNow() const
{
    domain::Counters counted = counters();
    if (const tape::TradeStore::Gap* gap = store().openGap()) {
        ++counted.gaps;
        counted.gapMs += std::uint64_t((gap->gap.to - gap->gap.from).count());
    }
    return counted;
}

QByteArray Session::statsJson() const
{
    domain::Counters counted = countersNow();
    counted.recordedFrames = recordingState().frames;
    exporting::RunFigures figures;
    figures.latency = exporting::Percentiles::of(m_pump.latency().untilJudged());
    figures.stall = exporting::Percentiles::of(m_stalls.summary());
    figures.backpressure = m_pump.backpressure();
    figures.rssBytes = residentBytes();
    figures.anomalyDigest = detect::anomalyDigest(engine(), contracts());
    return exporting::statsJson(counted, m_service.counters(), figures);
}

QByteArray Session::anomalyJsonLine(quint32 id) const
{
    return exporting::anomalyJsonLine(engine().anomaly(id), contracts(), m_anomalyContracts.termsFor(id));
}

domain::TagSet Session::tags(quint32 id) const
{
    domain::TagSet tags = engine().anomaly(id).tags;
    tags.add(m_tagger.tags(id));
    return tags;
}

QByteArray Session::anomalyJsonLine(const domain::Anomaly& gone) const
{
    return exporting::anomalyJsonLine(gone, contracts(), nullptr);
}

exporting::ExportOrder Session::exportOrder(const QString& path,
                                            std::optional<std::span<const std::uint32_t>> ids) const
{
    exporting::ExportOrder order;
    order.path = path;
    order.rows = flaggedPrints(engine(), contracts(), m_service, ids);
    order.created = m_clock.now();
    order.manifest.source = m_config.sourceName;
    order.manifest.sourceFile = m_config.sourceFile;
    order.manifest.feed = m_config.feedName;
    order.manifest.underlyings = watch().entries();
    order.manifest.sensitivity = engine().settings().flagsPer100k;
    order.manifest.rules = engine().rules();
    for (const tape::TradeStore::Gap& gap : store().gaps())
        order.manifest.gaps.push_back(exported(gap));
    order.manifest.anomalyDigest = detect::anomalyDigest(engine(), contracts());
    return order;
}

} // namespace flowglass::session

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/stream.h"

#include "market/marketserver.h"

#include <QCoreApplication>

namespace flowglass::app {

namespace {

constexpr QEvent::Type kPainted = QEvent::User;

} // namespace

Stream::Stream(session::SessionConfig config, std::unique_ptr<market::MarketServer> market,
               const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_market(std::move(market)), m_session(std::move(config), clock),
      m_tape(m_session.store(), m_session.contracts(), m_session.engine()),
      m_anomalies(m_session.engine(), m_session.contracts()),
      m_prints(m_session.store(), m_session.contracts(), m_session.engine()), m_clock(clock)
{
    using session::Session;
    connect(&m_session, &Session::anomalyUpdated, &m_tape, &models::TradeTapeModel::onAnomalyUpdated);
    connect(&m_session, &Session::anomalyUpdated, &m_anomalies, &models::AnomalyModel::onUpdated);
    connect(&m_session, &Session::anomalyUpdated, &m_prints, &models::ContractPrintsModel::onAnomalyUpdated);
    connect(&m_session, &Session::anomalyTagged, this, &Stream::onTagged);
    connect(&m_session, &Session::judgedAgain, this, &Stream::onJudgedAgain);
    connect(&m_session.contractService(), &contracts::ContractService::termsSettled, this, &Stream::onContract);
}

Stream::~Stream() { stop(); }

void Stream::setReplay(session::OpenSource open, session::Player::Config how)
{
    m_player = std::make_unique<session::Player>(std::move(open), how, m_session, m_clock);
}

void Stream::start()
{
    m_session.start();
    if (m_player)
        m_player->open();
}

void Stream::stop()
{
    if (m_player)
        m_player->pause();
    m_session.stop();
    if (m_market)
        m_market->stop();
}

models::FeedBadge Stream::badge() const
{
    if (isDemo())
        return models::FeedBadge::Demo;
    return m_session.config().feed.delayed ? models::FeedBadge::Delayed : models::FeedBadge::RealTime;
}

QString Stream::sourceText() const
{
    if (isDemo())
        return tr("Demo market");
    if (m_player)
        return tr("Replay of %1").arg(m_session.config().sourceName);
    const QString host = m_session.config().feed.url.host();
    return m_session.config().feed.delayed ? tr("%1, delayed 15 min").arg(host) : tr("%1, real time").arg(host);
}

void Stream::setZone(const domain::ZoneTime& zone)
{
    m_tape.setZone(zone);
    m_anomalies.setZone(zone);
    m_prints.setZone(zone);
}

// Views paint by an event of low priority that they post now; ours comes after it.
void Stream::flush()
{
    m_session.latency().flushed();
    flushModels();
    QCoreApplication::postEvent(this, new QEvent(kPainted), Qt::LowEventPriority - 1);
}

void Stream::flushUnseen()
{
    flushModels();
    m_session.latency().unseen();
}

void Stream::flushModels()
{
    m_tape.flush();
    m_anomalies.flush();
    m_prints.flush();
}

void Stream::customEvent(QEvent* event)
{
    if (event->type() == kPainted)
        m_session.latency().painted(m_clock.steady());
}

void Stream::onJudgedAgain(const session::JudgementChange& change)
{
    Q_EMIT renumbered(change.newIds);
    m_tape.onJudgedAgain();
    m_anomalies.onJudgedAgain(change.newIds);
    m_prints.onJudgedAgain();
}

// Premiums are at 100 shares until the terms say otherwise.
void Stream::onContract(const QString& ticker)
{
    const domain::ContractDetail* detail = m_session.contractService().detail(ticker);
    const auto contract = m_session.contracts().find(ticker.toStdString());
    if (!contract || !detail || !detail->terms.value || !detail->terms.value->sharesPerContract)
        return;
    const std::int64_t shares = *detail->terms.value->sharesPerContract;
    m_tape.setSharesPerContract(*contract, shares);
    m_anomalies.setSharesPerContract(*contract, shares);
    m_prints.setSharesPerContract(*contract, shares);
}

void Stream::onTagged(quint32 id) { m_anomalies.setTags(id, m_session.tags(id)); }

} // namespace flowglass::app

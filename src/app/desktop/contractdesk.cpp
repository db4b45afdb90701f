// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/contractdesk.h"

#include "models/contractcard.h"
#include "models/evidencecard.h"
#include "models/parts/openinterestgroup.h"
#include "views/contract/contractpane.h"

#include <utility>

namespace flowglass::app {

namespace {
// Ages and figures are read, not watched: five times a second is enough for them and for the chart.
constexpr int kTicksPerUpdate = 6;
} // namespace

ContractDesk::ContractDesk(Stream& stream, views::ContractPane& pane, const session::OpenInterestHistory* past,
                           const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_stream(stream), m_pane(pane), m_past(past), m_clock(clock)
{
    connect(&stream.session().contractService(), &contracts::ContractService::detailChanged, this,
            &ContractDesk::onDetail);
    connect(&stream.session(), &session::Session::anomalyTagged, this, &ContractDesk::onTagged);
    connect(&stream, &Stream::renumbered, this, &ContractDesk::onRenumbered);
}

void ContractDesk::onRenumbered(const std::vector<quint32>& newIds)
{
    if (!m_anomaly)
        return;
    const quint32 now = *m_anomaly <= newIds.size() ? newIds[*m_anomaly - 1] : 0;
    m_anomaly = now != 0 ? std::optional(now) : std::nullopt;
    highlight();
    presentEvidence();
}

void ContractDesk::chooseAnomaly(quint32 id)
{
    choose(m_stream.session().engine().anomaly(id).leadingContract(), id);
}

void ContractDesk::chooseTrade(domain::ContractId contract, quint64 storeRow)
{
    choose(contract, m_stream.session().engine().anomalyOfRow(storeRow));
    m_pane.showPrint(m_stream.prints().rowOf(storeRow));
}

void ContractDesk::choose(domain::ContractId contract, std::optional<quint32> anomaly)
{
    const bool another = m_contract != contract || m_anomaly != anomaly;
    m_contract = contract;
    m_anomaly = anomaly;
    const domain::ContractTable::Entry& entry = m_stream.session().contracts()[contract];
    if (entry.symbol)
        m_stream.session().contractService().request(QString::fromStdString(entry.ticker),
                                                     contracts::Priority::Clicked);
    if (!another)
        return;
    m_stream.prints().setContract(contract);
    m_series.setContract(contract);
    m_revision = 0;
    highlight();
    m_series.update(m_stream.session().store());
    presentCard();
    presentEvidence();
    presentChart();
    m_pane.showContract();
}

void ContractDesk::highlight()
{
    std::vector<std::uint64_t> rows;
    if (m_anomaly) {
        const domain::Anomaly& anomaly = m_stream.session().engine().anomaly(*m_anomaly);
        for (const domain::AnomalyPrint& print : anomaly.prints)
            rows.push_back(print.row);
        m_series.setHighlight(anomaly.prints);
    } else {
        m_series.setHighlight({});
    }
    m_stream.prints().setHighlight(rows);
    m_chartDue = true;
}

void ContractDesk::retry()
{
    if (m_contract)
        m_stream.session().contractService().retry(
            QString::fromStdString(m_stream.session().contracts()[*m_contract].ticker));
}

void ContractDesk::setZone(const domain::ZoneTime& zone)
{
    m_zone = zone;
    if (!m_contract)
        return;
    presentCard();
    presentEvidence();
    presentChart();
}

void ContractDesk::onDetail(const QString& ticker)
{
    if (m_contract && m_stream.session().contracts()[*m_contract].ticker == ticker.toStdString())
        presentCard();
}

void ContractDesk::onTagged(quint32 id)
{
    if (m_anomaly == id)
        presentEvidence();
}

void ContractDesk::tick()
{
    if (!m_contract)
        return;
    if (m_anomaly && m_stream.session().engine().anomaly(*m_anomaly).revision != m_revision) {
        highlight();
        presentEvidence();
    }
    const tape::TradeStore& store = m_stream.session().store();
    const std::uint64_t gaps = store.gaps().size() + store.fillRevision();
    m_chartDue = m_series.update(store) || std::exchange(m_gaps, gaps) != gaps || m_chartDue;
    if (++m_ticks % kTicksPerUpdate != 0)
        return;
    presentCard();
    if (m_chartDue)
        presentChart();
}

std::optional<bool> ContractDesk::isCall() const
{
    const auto& symbol = m_stream.session().contracts()[*m_contract].symbol;
    if (!symbol)
        return std::nullopt;
    return symbol->right == domain::Right::Call;
}

void ContractDesk::presentCard()
{
    const session::Session& session = m_stream.session();
    const domain::ContractTable::Entry& entry = session.contracts()[*m_contract];
    const domain::UnixNs now = m_clock.now();
    std::optional<int> days;
    if (entry.symbol)
        days = domain::daysToExpiry(entry.symbol->expiryDay, domain::lossyToMs(now), m_newYork);
    const domain::ContractDetail* detail
        = m_stream.session().contractService().detail(QString::fromStdString(entry.ticker));
    models::ContractCard card
        = models::contractCard(entry, session.store().totals(*m_contract), detail, now, m_zone);
    if (auto past = m_past ? models::openInterestGroup(m_past->of(entry.ticker)) : std::nullopt)
        card.groups.push_back(std::move(*past));
    m_pane.present(card, days);
}

void ContractDesk::presentEvidence()
{
    if (!m_anomaly)
        return m_pane.presentEvidence(std::nullopt);
    const session::Session& session = m_stream.session();
    const domain::Anomaly& anomaly = session.engine().anomaly(*m_anomaly);
    m_revision = anomaly.revision;
    models::EvidenceCard card
        = models::evidenceCard(anomaly, session.contracts()[anomaly.leadingContract()], m_zone);
    card.tags = m_stream.anomalies().chips(*m_anomaly);
    models::addPictures(card, anomaly, session.store(), session.contracts());
    m_pane.presentEvidence(card);
}

void ContractDesk::presentChart()
{
    m_chartDue = false;
    m_pane.presentGaps(models::gapBands(m_stream.session().store(), m_zone));
    m_pane.presentChart(m_series, isCall(), m_zone);
}

} // namespace flowglass::app

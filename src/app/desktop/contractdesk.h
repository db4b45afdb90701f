// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "domain/time/markettime.h"
#include "models/contractseries.h"
#include "session/openinterest/openinteresthistory.h"

#include <QObject>

#include <optional>

namespace flowglass::views {
class ContractPane;
}

namespace flowglass::app {

// Keeps the contract pane up to date with the contract the person looks at: what the stream knows at once,
// what REST answers as it comes, chart and prints as they grow. Owned beside the stream, which it borrows.
class ContractDesk : public QObject
{
    Q_OBJECT

public:
    // past: outlives it; null: of this stream none is kept.
    ContractDesk(Stream& stream, views::ContractPane& pane, const session::OpenInterestHistory* past,
                 const domain::Clock& clock, QObject* parent = nullptr);

    void chooseAnomaly(quint32 id);
    void chooseTrade(domain::ContractId contract, quint64 storeRow);
    void retry();
    std::optional<quint32> anomaly() const { return m_anomaly; } // the one looked at
    void setZone(const domain::ZoneTime& zone);
    void tick(); // the display tick, after the models' flush

private:
    void choose(domain::ContractId contract, std::optional<quint32> anomaly);
    void onRenumbered(const std::vector<quint32>& newIds);
    void highlight();
    void onDetail(const QString& ticker);
    void onTagged(quint32 id);
    void presentCard();
    void presentEvidence();
    void presentChart();
    std::optional<bool> isCall() const;

    Stream& m_stream;
    views::ContractPane& m_pane;
    const session::OpenInterestHistory* m_past;
    const domain::Clock& m_clock;
    domain::ZoneTime m_zone = domain::ZoneTime::newYork();
    const domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    models::ContractSeries m_series;
    std::optional<domain::ContractId> m_contract;
    std::optional<quint32> m_anomaly;
    std::uint32_t m_revision = 0; // of the anomaly, as shown
    bool m_chartDue = false;
    std::uint64_t m_gaps = 0; // and what became of them, as a count of changes, as shown
    int m_ticks = 0;
};

} // namespace flowglass::app

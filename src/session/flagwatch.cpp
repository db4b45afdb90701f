// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/flagwatch.h"

#include "session/flaggedprints.h"
#include "session/session.h"

#include <algorithm>

namespace flowglass::session {

FlagWatch::FlagWatch(const Session& session, const QString& folder, domain::UnixMs run, QObject* parent)
    : QObject(parent), m_session(session), m_journal(folder, run)
{
    connect(&session, &Session::anomalyUpdated, this, &FlagWatch::onAnomaly);
}

void FlagWatch::onAnomaly(quint32 id)
{
    using State = exporting::FlagJournal::State;
    m_written.resize(std::max<std::size_t>(m_written.size(), id));
    Written& written = m_written[id - 1];
    const domain::Anomaly& anomaly = m_session.engine().anomaly(id);
    exporting::ExportRow row = rowOf(anomaly);
    written.cancelled.resize(anomaly.prints.size());
    for (std::size_t at = 0; at < anomaly.prints.size(); ++at) {
        const domain::AnomalyPrint& print = anomaly.prints[at];
        setTrade(row, print.trade, m_session.contracts(), m_session.contractService());
        if (at >= written.prints)
            m_journal.add(row, State::Flagged);
        if (print.cancelled && !written.cancelled[at])
            m_journal.add(row, State::Cancelled);
        written.cancelled[at] = print.cancelled;
    }
    written.prints = anomaly.prints.size();
}

} // namespace flowglass::session

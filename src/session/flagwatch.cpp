// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/flagwatch.h"

#include "session/flaggedprints.h"
#include "session/session.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

namespace {
constexpr std::chrono::seconds kCheckEvery{2};
} // namespace

FlagWatch::FlagWatch(const Session& session, const QString& folder, domain::UnixMs run, QObject* parent)
    : QObject(parent), m_session(session), m_journal(folder, run)
{
    connect(&session, &Session::anomalyUpdated, this, &FlagWatch::onAnomaly);
    connect(&session, &Session::judgedAgain, this, &FlagWatch::onJudgedAgain);
    connect(&m_check, &QTimer::timeout, this, &FlagWatch::check);
    m_check.start(kCheckEvery);
}

void FlagWatch::check()
{
    const std::optional<domain::Error> error = m_journal.error();
    if (!error)
        return;
    m_check.stop();
    Q_EMIT failed(error->text);
}

void FlagWatch::onAnomaly(quint32 id)
{
    using State = exporting::FlagJournal::State;
    m_written.resize(std::max<std::size_t>(m_written.size(), id));
    Written& written = m_written[id - 1];
    const domain::Anomaly& anomaly = m_session.engine().anomaly(id);
    exporting::ExportRow row = rowOf(anomaly);
    const State standing = anomaly.state == domain::Anomaly::State::Open ? State::Flagged : State::Withdrawn;
    for (const domain::AnomalyPrint& print : anomaly.prints) {
        const State state = print.cancelled ? State::Cancelled : standing;
        const auto [known, isNew] = written.emplace(print.row, State::Flagged);
        if (!isNew && known->second == state)
            continue;
        setTrade(row, print.trade, m_session.contracts(), m_session.contractService());
        if (isNew)
            m_journal.add(row, State::Flagged);
        if (state != State::Flagged)
            m_journal.add(row, state);
        known->second = state;
    }
}

// A finding goes on under its new id; what it no longer is about stays in the journal.
void FlagWatch::onJudgedAgain(const JudgementChange& change)
{
    const std::vector<Written> before = std::exchange(m_written, {});
    for (std::size_t at = 0; at < before.size(); ++at) {
        const std::uint32_t id = change.newIds[at];
        m_written.resize(std::max<std::size_t>(m_written.size(), id));
        if (id != 0)
            m_written[id - 1] = before[at];
    }
    for (std::uint32_t id = 1; id <= m_session.engine().count(); ++id)
        onAnomaly(id);
}

} // namespace flowglass::session

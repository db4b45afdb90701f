// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/flagjournal.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <map>
#include <vector>

namespace flowglass::session {

class Session;
struct JudgementChange;

// Keeps a journal of the flagged trades of a session while it runs. Borrows the session; GUI thread.
class FlagWatch : public QObject
{
    Q_OBJECT

public:
    FlagWatch(const Session& session, const QString& folder, domain::UnixMs run, QObject* parent = nullptr);

    const exporting::FlagJournal& journal() const { return m_journal; }
    domain::Result<bool> close() { return m_journal.close(); }

Q_SIGNALS:
    void failed(const QString& text); // once: what could not be written, for the person

private:
    void check();
    void onAnomaly(quint32 id);
    void onJudgedAgain(const JudgementChange& change);

    using Written = std::map<std::uint64_t, exporting::FlagJournal::State>; // by row of the store: what it says last
    const Session& m_session;
    exporting::FlagJournal m_journal;
    QTimer m_check;
    std::vector<Written> m_written; // by anomaly id - 1
};

} // namespace flowglass::session

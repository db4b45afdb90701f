// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"
#include "exporting/csvrow.h"
#include "exporting/linesink.h"

#include <QString>

#include <memory>
#include <vector>

namespace flowglass::exporting {

// Flagged prints as they are flagged, appended to FOLDER/flagged-YYYY-MM-DD.csv of the print's day in New York:
// the columns of the CSV of flagged trades, then run_utc (when this program began to watch; anomaly ids are of
// one run) and state: flagged, cancelled, or withdrawn when its anomaly was because of another print's cancel. Rows
// are never changed: of a print that is cancelled later another row says so. Each row is handed to the system as it comes, so a crash loses none of them but the last
// half-written one, which the next run cuts off. GUI thread; the writing is done by another.
class FlagJournal
{
public:
    enum class State { Flagged, Cancelled, Withdrawn };

    FlagJournal(QString folder, domain::UnixMs run);

    void add(const ExportRow& row, State state);
    domain::Result<bool> close(); // the first thing that went wrong, if any
    std::optional<domain::Error> error() const; // so far, of any of its files
    QString path() const { return m_path; }     // of the newest file; empty: none yet

private:
    void openDay(std::int32_t day);

    const QString m_folder;
    const QByteArray m_run;
    const domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    const CsvRow m_csv;
    std::int32_t m_day = 0;
    QString m_path;
    std::unique_ptr<LineSink> m_sink;
    std::optional<domain::Error> m_error;
};

} // namespace flowglass::exporting

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runoutputs.h"

#include "exporting/atomicfile.h"
#include "exporting/exportwriter.h"
#include "session/session.h"

#include <QFileInfo>

#include <chrono>

namespace flowglass::app {

namespace {

using domain::Error;
using domain::Result;
using exporting::LineSink;

constexpr std::chrono::milliseconds kCheckInterval{200};
const QLatin1String kStdout("-");

Error named(const char* option, Error error)
{
    const QString prefix = QLatin1String("--") + QLatin1String(option) + QLatin1String(": ");
    error.detail.prepend(prefix);
    error.text.prepend(prefix);
    return error;
}

// Writing as a whole means replacing the file, which must not happen to a device or a pipe.
bool isSpecial(const QString& path)
{
    const QFileInfo file(path);
    return file.exists() && !file.isFile() && !file.isDir();
}

void keepFirst(Result<bool>& first, const Result<bool>& next)
{
    if (first && !next)
        first = next;
}

} // namespace

RunOutputs::RunOutputs(const CommandLine& line, QObject* parent)
    : QObject(parent), m_anomalies(line.anomalies), m_export(line.exportFile), m_stats(line.stats)
{
    m_check.setInterval(kCheckInterval);
    connect(&m_check, &QTimer::timeout, this, &RunOutputs::checkSinks);
}

RunOutputs::~RunOutputs() = default;

Result<bool> RunOutputs::open()
{
    const Result<bool> files = checkFiles();
    return files ? openSinks() : files;
}

Result<bool> RunOutputs::checkFiles() const
{
    if (!m_export.isEmpty()) {
        const Result<bool> csv = isSpecial(m_export)
                                     ? exporting::unwritable(m_export, tr("this is not an ordinary file"))
                                     : exporting::checkWritable(m_export);
        if (!csv)
            return named("export", csv.error());
        const Result<bool> manifest = exporting::checkWritable(exporting::manifestPath(m_export));
        if (!manifest)
            return named("export", manifest.error());
    }
    if (!m_stats.isEmpty() && m_stats != kStdout && !isSpecial(m_stats)) {
        const Result<bool> stats = exporting::checkWritable(m_stats);
        if (!stats)
            return named("stats", stats.error());
    }
    return true;
}

Result<bool> RunOutputs::openSinks()
{
    if (m_anomalies == kStdout || m_stats == kStdout) {
        m_stdout = std::make_unique<LineSink>(kStdout);
        const Result<bool> opened = m_stdout->open();
        if (!opened)
            return named(m_anomalies == kStdout ? "anomalies" : "stats", opened.error());
    }
    if (!m_anomalies.isEmpty() && m_anomalies != kStdout) {
        m_anomalyFile = std::make_unique<LineSink>(m_anomalies);
        const Result<bool> opened = m_anomalyFile->open();
        if (!opened)
            return named("anomalies", opened.error());
    }
    m_check.start();
    return true;
}

LineSink* RunOutputs::sinkFor(const QString& path) const
{
    return path == kStdout ? m_stdout.get() : m_anomalyFile.get();
}

void RunOutputs::follow(const session::Session& session)
{
    LineSink* sink = m_anomalies.isEmpty() ? nullptr : sinkFor(m_anomalies);
    if (!sink)
        return;
    connect(&session, &session::Session::anomalyUpdated, this,
            [sink, &session](quint32 id) { sink->write(session.anomalyJsonLine(id)); });
    connect(&session, &session::Session::judgedAgain, this,
            [sink, &session](const session::JudgementChange& change) {
                for (const quint32 id : change.altered)
                    sink->write(session.anomalyJsonLine(id));
                for (const domain::Anomaly& gone : change.gone)
                    sink->write(session.anomalyJsonLine(gone));
            });
}

Result<bool> RunOutputs::finish(const session::Session& session)
{
    m_check.stop();
    Result<bool> outcome = true;
    if (!m_export.isEmpty()) {
        const Result<qint64> rows =
            exporting::writeExport(session.exportOrder(m_export), [](qint64) { return true; });
        if (!rows)
            outcome = named("export", rows.error());
    }
    keepFirst(outcome, writeStats(session));
    keepFirst(outcome, closeSinks());
    return outcome;
}

Result<bool> RunOutputs::writeStats(const session::Session& session)
{
    if (m_stats.isEmpty())
        return true;
    const QByteArray stats = session.statsJson();
    Result<bool> written = true;
    if (m_stats == kStdout) {
        m_stdout->write(stats); // closeSinks() tells whether it got through
    } else if (isSpecial(m_stats)) {
        LineSink device(m_stats);
        written = device.open();
        device.write(stats);
        keepFirst(written, device.close());
    } else {
        written = exporting::writeWhole(m_stats, stats + '\n');
    }
    return written ? written : Result<bool>(named("stats", written.error()));
}

Result<bool> RunOutputs::closeSinks()
{
    Result<bool> outcome = true;
    for (LineSink* sink : {m_stdout.get(), m_anomalyFile.get()}) {
        const Result<bool> closed = sink ? sink->close() : Result<bool>(true);
        if (!closed)
            keepFirst(outcome, named(m_anomalies.isEmpty() ? "stats" : "anomalies", closed.error()));
    }
    return outcome;
}

void RunOutputs::checkSinks()
{
    for (const LineSink* sink : {m_stdout.get(), m_anomalyFile.get()}) {
        if (!sink || !sink->error())
            continue;
        m_check.stop();
        Q_EMIT failed(named(m_anomalies.isEmpty() ? "stats" : "anomalies", *sink->error()));
        return;
    }
}

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "domain/error.h"
#include "exporting/linesink.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace flowglass::session {
class Session;
}

namespace flowglass::app {

// The files (or stdout) that the command line asks a run to write: anomalies as they come, flagged trades
// and counters at the end. Errors are Unwritable and name the option and the file. GUI thread; lines are
// written by a thread of their own, the files of the end by whoever calls finish().
class RunOutputs : public QObject
{
    Q_OBJECT

public:
    explicit RunOutputs(const CommandLine& line, QObject* parent = nullptr);
    ~RunOutputs() override;

    domain::Result<bool> open();                  // checks them all, those of the end too
    void follow(const session::Session& session); // which must outlive this or stop emitting
    // Once, when the session has stopped. Writes what it can and returns the first error.
    domain::Result<bool> finish(const session::Session& session);

Q_SIGNALS:
    void failed(const flowglass::domain::Error& error); // while running: a reader went away, a disk is full

private:
    domain::Result<bool> openSinks();
    domain::Result<bool> checkFiles() const;
    exporting::LineSink* sinkFor(const QString& path) const;
    domain::Result<bool> writeStats(const session::Session& session);
    domain::Result<bool> closeSinks();
    void checkSinks();

    const QString m_anomalies;
    const QString m_export;
    const QString m_stats;
    std::unique_ptr<exporting::LineSink> m_stdout; // shared by all that goes there
    std::unique_ptr<exporting::LineSink> m_anomalyFile;
    QTimer m_check;
};

} // namespace flowglass::app

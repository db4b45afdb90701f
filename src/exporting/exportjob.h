// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "exporting/exportorder.h"

#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace flowglass::exporting {

// Runs writeExport() on a thread of its own, once. After start() exactly one of finished() and failed()
// comes (Error::Cancelled after cancel()), always through the event loop of the thread this object lives in.
// Deleting the job cancels it and waits for the thread, which stops within kProgressRows rows.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(ExportOrder order, QObject* parent = nullptr);
    ~ExportJob() override;

    void start();
    void cancel(); // any thread; has no effect once the files are in place
    qint64 total() const { return m_total; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(qint64 rows);
    void failed(const flowglass::domain::Error& error);

private:
    void run();
    void report(const domain::Result<qint64>& result);

    ExportOrder m_order;
    qint64 m_total = 0;
    std::atomic<bool> m_cancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace flowglass::exporting

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportjob.h"

#include "exporting/exportwriter.h"

#include <QThread>

namespace flowglass::exporting {

ExportJob::ExportJob(ExportOrder order, QObject* parent)
    : QObject(parent), m_order(std::move(order)), m_total(qint64(m_order.rows.size()))
{
}

ExportJob::~ExportJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void ExportJob::start()
{
    if (m_thread)
        return;
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(QStringLiteral("export"));
    m_thread->start(QThread::LowPriority);
}

void ExportJob::cancel()
{
    m_cancelled = true;
}

void ExportJob::run()
{
    const auto goOn = [this](qint64 done) {
        QMetaObject::invokeMethod(
            this, [this, done] { Q_EMIT progressed(done, m_total); }, Qt::QueuedConnection);
        return !m_cancelled;
    };
    const domain::Result<qint64> result = writeExport(m_order, goOn);
    QMetaObject::invokeMethod(
        this, [this, result] { report(result); }, Qt::QueuedConnection);
}

void ExportJob::report(const domain::Result<qint64>& result)
{
    if (result)
        Q_EMIT finished(*result);
    else
        Q_EMIT failed(result.error());
}

} // namespace flowglass::exporting

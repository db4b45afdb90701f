// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/exportdesk.h"

#include "exporting/exportjob.h"
#include "views/anomaly/anomalypanel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace flowglass::app {

using views::ExportDialog;
using views::ExportScope;

ExportDesk::ExportDesk(Stream& stream, views::AnomalyPanel& list, settings::WindowSettings& settings,
                       const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_stream(stream), m_list(list), m_settings(settings), m_clock(clock)
{
    connect(&stream.session(), &session::Session::judgedAgain, this, &ExportDesk::tick); // behind the models
}

ExportDesk::~ExportDesk() { delete m_dialog; }

void ExportDesk::open(QWidget* window)
{
    if (!m_dialog) {
        m_dialog = new ExportDialog(window);
        m_dialog->setObjectName(QStringLiteral("exportDialog"));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setFile(proposedFile());
        connect(m_dialog, &ExportDialog::exportRequested, this, &ExportDesk::start);
        connect(m_dialog, &ExportDialog::cancelRequested, this, [this] {
            if (m_job)
                m_job->cancel();
        });
        connect(m_dialog, &ExportDialog::folderRequested, this, [](const QString& path) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        });
    }
    tick();
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void ExportDesk::tick()
{
    if (m_dialog)
        m_dialog->setCounts(qint64(m_stream.session().engine().flaggedPrints()),
                            rowsOf(idsOf(ExportScope::NotDismissed)), rowsOf(idsOf(ExportScope::Selected)));
}

std::vector<quint32> ExportDesk::idsOf(ExportScope scope) const
{
    if (scope == ExportScope::Selected)
        return m_list.selectedIds();
    std::vector<quint32> ids;
    for (quint32 id = 1; id <= m_stream.session().engine().count(); ++id) {
        if (scope == ExportScope::All || m_stream.anomalies().triage(id) != models::Triage::Dismissed)
            ids.push_back(id);
    }
    return ids;
}

qint64 ExportDesk::rowsOf(const std::vector<quint32>& ids) const
{
    qint64 rows = 0;
    for (const quint32 id : ids) {
        const domain::Anomaly& anomaly = m_stream.session().engine().anomaly(id);
        if (anomaly.state == domain::Anomaly::State::Open)
            rows += qint64(anomaly.standingPrints().size());
    }
    return rows;
}

QString ExportDesk::proposedFile() const
{
    const QString folder = m_settings.exportFolder.value().isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : m_settings.exportFolder.value();
    const domain::ZoneTime zone = domain::ZoneTime::newYork();
    const domain::UnixMs now = domain::lossyToMs(m_clock.now());
    const QString time = zone.timeText(now).left(5).remove(QLatin1Char(':'));
    return QDir(folder).filePath(QStringLiteral("flowglass-%1-%2.csv").arg(zone.dateText(now), time));
}

void ExportDesk::start(ExportScope scope, const QString& path)
{
    if (m_job)
        return;
    m_path = path;
    m_settings.exportFolder.setValue(QFileInfo(path).absolutePath());
    const std::vector<quint32> ids = idsOf(scope);
    exporting::ExportOrder order = scope == ExportScope::All
                                       ? m_stream.session().exportOrder(path)
                                       : m_stream.session().exportOrder(path, std::span<const std::uint32_t>(ids));
    m_job = new exporting::ExportJob(std::move(order), this);
    connect(m_job, &exporting::ExportJob::progressed, m_dialog, &ExportDialog::showProgress);
    connect(m_job, &exporting::ExportJob::finished, m_dialog,
            [this](qint64 rows) { m_dialog->showFinished(rows, m_path); });
    connect(m_job, &exporting::ExportJob::failed, m_dialog,
            [this](const domain::Error& error) { m_dialog->showFailed(error.text); });
    connect(m_job, &exporting::ExportJob::finished, this, &ExportDesk::end);
    connect(m_job, &exporting::ExportJob::failed, this, &ExportDesk::end);
    m_job->start();
}

void ExportDesk::end()
{
    m_job->deleteLater();
    m_job = nullptr;
}

} // namespace flowglass::app

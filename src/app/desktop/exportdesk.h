// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "settings/windowsettings.h"
#include "views/dialogs/exportdialog.h"

#include <QObject>
#include <QPointer>

namespace flowglass::exporting {
class ExportJob;
}
namespace flowglass::views {
class AnomalyPanel;
}

namespace flowglass::app {

// Carries an export from the dialog to the worker and its result back. One at a time. Borrows the stream.
class ExportDesk : public QObject
{
    Q_OBJECT

public:
    ExportDesk(Stream& stream, views::AnomalyPanel& list, settings::WindowSettings& settings,
               const domain::Clock& clock, QObject* parent = nullptr);
    ~ExportDesk() override;

    void open(QWidget* window); // the dialog; raises it when it is open already
    void tick();                // counts anew while the dialog is open

private:
    void start(views::ExportScope scope, const QString& path);
    void end();
    std::vector<quint32> idsOf(views::ExportScope scope) const;
    qint64 rowsOf(const std::vector<quint32>& ids) const;
    QString proposedFile() const;

    Stream& m_stream;
    views::AnomalyPanel& m_list;
    settings::WindowSettings& m_settings;
    const domain::Clock& m_clock;
    QPointer<views::ExportDialog> m_dialog;
    exporting::ExportJob* m_job = nullptr; // child of this
    QString m_path;
};

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "settings/settings.h"
#include "views/dialogs/diagnosticsdialog.h"
#include "views/dialogs/settingsdialog.h"

#include <QObject>
#include <QPointer>

namespace flowglass::views {
class DetectionPage;
}

namespace flowglass::app {

class KeyDesk;

// The dialogs that belong to no stream: settings and diagnostics. One of each at most, never modal.
class DialogDesk : public QObject
{
    Q_OBJECT

public:
    DialogDesk(settings::Settings& settings, KeyDesk& keys, QWidget* window, QObject* parent = nullptr);

    void openSettings(bool atKey);
    void openDiagnostics(Stream* stream); // null: there is none
    void presentKey();
    views::DetectionPage* detectionPage() const; // null: the settings are not open
    void openDetection();
    void tick(Stream& stream, double watchedPerSecond);

Q_SIGNALS:
    void settingsOpened(flowglass::views::SettingsDialog& dialog);
    void detectionOpened(flowglass::views::DetectionPage& page); // for who can tell what its figures mean

private:
    settings::Settings& m_settings;
    KeyDesk& m_keys;
    QWidget* m_window;
    double m_watchedPerSecond = 0.0;
    QPointer<views::SettingsDialog> m_settingsDialog;
    QPointer<views::DiagnosticsDialog> m_diagnosticsDialog;
    int m_ticks = 0;
};

} // namespace flowglass::app

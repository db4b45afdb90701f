// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogdesk.h"

#include "app/desktop/diagnostics.h"
#include "app/desktop/keydesk.h"

namespace flowglass::app {

namespace {

constexpr int kTicksPerReport = 4;

} // namespace

DialogDesk::DialogDesk(settings::Settings& settings, KeyDesk& keys, QWidget* window, QObject* parent)
    : QObject(parent), m_settings(settings), m_keys(keys), m_window(window)
{
}

void DialogDesk::openSettings(bool atKey)
{
    if (!m_settingsDialog) {
        m_settingsDialog = new views::SettingsDialog(m_settings, m_window);
        m_settingsDialog->setObjectName(QStringLiteral("settingsDialog"));
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settingsDialog, &views::SettingsDialog::keyEntered, &m_keys, &KeyDesk::enter);
        connect(m_settingsDialog, &views::SettingsDialog::keyForgotten, &m_keys, &KeyDesk::forget);
        m_settingsDialog->setRate(m_watchedPerSecond);
        presentKey();
        Q_EMIT settingsOpened(*m_settingsDialog);
        Q_EMIT detectionOpened(m_settingsDialog->detectionPage());
    }
    m_settingsDialog->show();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
    if (atKey)
        m_settingsDialog->focusKey();
}

void DialogDesk::openDetection()
{
    openSettings(false);
    m_settingsDialog->showDetection();
}

views::DetectionPage* DialogDesk::detectionPage() const
{
    return m_settingsDialog ? &m_settingsDialog->detectionPage() : nullptr;
}

void DialogDesk::openDiagnostics(Stream* stream)
{
    if (!m_diagnosticsDialog) {
        m_diagnosticsDialog = new views::DiagnosticsDialog(m_window);
        m_diagnosticsDialog->setObjectName(QStringLiteral("diagnosticsDialog"));
        m_diagnosticsDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    if (stream)
        m_diagnosticsDialog->present(diagnosticsReport(stream->session()));
    m_diagnosticsDialog->show();
    m_diagnosticsDialog->raise();
}

void DialogDesk::presentKey()
{
    if (m_settingsDialog)
        m_settingsDialog->setKeyState(!m_keys.key().isEmpty(), m_keys.stateText());
}

void DialogDesk::tick(Stream& stream, double watchedPerSecond)
{
    m_watchedPerSecond = watchedPerSecond;
    if (m_settingsDialog)
        m_settingsDialog->setRate(watchedPerSecond);
    if (m_diagnosticsDialog && ++m_ticks % kTicksPerReport == 0)
        m_diagnosticsDialog->present(diagnosticsReport(stream.session()));
}

} // namespace flowglass::app

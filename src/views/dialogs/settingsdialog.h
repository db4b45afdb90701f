// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QDialog>

#include <memory>

namespace flowglass::models {
struct CardGroup;
}

namespace flowglass::views {

namespace Ui {
class SettingsDialog;
}
class DetectionPage;

// What the person may set. Values go to the settings on OK and Apply; who owns what they govern listens
// there. The key never goes through the settings: it is handed out by a signal and forgotten here.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(settings::Settings& settings, QWidget* parent = nullptr);
    ~SettingsDialog() override;

    void load(); // shows the settings as they are
    void setRate(double tradesPerSecond); // watched ones, for what a budget of flags means
    void setKeyState(bool hasKey, const QString& text);
    void presentPlan(const models::CardGroup& plan); // what the key in use may see, as far as it is known
    void hidePlan();
    DetectionPage& detectionPage() const;
    void showDetection(); // its page, on the budget of flags
    void focusKey();

Q_SIGNALS:
    void keyEntered(const QString& key);
    void keyForgotten();
    void keyTestRequested(); // of the key in use
    void applied();

private:
    void apply();
    void updateButtons();
    void enterKey();

    settings::Settings& m_settings;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace flowglass::views

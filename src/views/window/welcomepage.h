// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/feedsettings.h"

#include <QWidget>

#include <memory>

namespace flowglass::views {

namespace Ui {
class WelcomePage;
}

// What a person without a key sees first: the demo market, or a key.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);
    ~WelcomePage() override;
    void setHost(settings::FeedHost host);
    void setKeepText(const QString& text); // where an entered key will be kept
    void begin(); // focus on the first choice

Q_SIGNALS:
    void demoRequested();
    void recordingRequested();
    void keyEntered(const QString& key, flowglass::settings::FeedHost host);

private:
    void connectWithKey();

    std::unique_ptr<Ui::WelcomePage> m_ui;
};

// "Real time", "Delayed 15 minutes", …
QString hostName(settings::FeedHost host);

} // namespace flowglass::views

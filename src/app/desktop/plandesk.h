// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/restconfig.h"
#include "domain/feedstatus.h"
#include "domain/planreport.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace flowglass::contracts {
class KeyTest;
}

namespace flowglass::domain {
class Clock;
}

namespace flowglass::views {
class SettingsDialog;
}

namespace flowglass::app {

class KeyDesk;

// Tests the key in use when the person asks for it in the settings, and shows there what its plan includes.
// One test at a time; another key or a closed dialog ends it. GUI thread.
class PlanDesk : public QObject
{
    Q_OBJECT

public:
    using Provider = std::function<contracts::RestConfig()>; // where and how it is asked, as of now

    using Feed = std::function<domain::FeedStatus()>;        // of the key in use, as of now

    PlanDesk(KeyDesk& keys, Provider provider, Feed feed, const domain::Clock& clock, QObject* parent = nullptr);
    ~PlanDesk() override;

    void serve(views::SettingsDialog& dialog);

Q_SIGNALS:
    void tested(const flowglass::domain::PlanReport& report);

private:
    void test();
    void present(const domain::PlanReport& report);
    void onFinished(const domain::PlanReport& report);
    void drop(); // and what was shown of it

    KeyDesk& m_keys;
    Provider m_provider;
    Feed m_feed;
    const domain::Clock& m_clock;
    std::unique_ptr<contracts::KeyTest> m_test;
    QPointer<views::SettingsDialog> m_dialog;
};

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statustexts.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace flowglass::views {

namespace Ui {
class StatusStrip;
}

// How well the program keeps up, in one line of small figures at the foot of the window.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    struct Figures
    {
        models::StatusText rate;
        models::StatusText backlog;
        models::StatusText latency;
        models::StatusText stall;
        int restCalls = 0; // in the last minute
        int restInFlight = 0;
        int restQueued = 0;
        quint64 trades = 0;
        quint64 flagged = 0;
        QString source; // "Demo market", a host
        models::StatusText coverage; // of the day; empty: nothing is missing
    };

    explicit StatusStrip(QWidget* parent = nullptr);
    ~StatusStrip() override;
    void present(const Figures& figures);
    void setNotice(const QString& text); // one sentence that stays until the next; empty: none

private:
    void say(QLabel* label, const models::StatusText& text);
    void say(QLabel* label, const QString& text);

    std::unique_ptr<Ui::StatusStrip> m_ui;
};

} // namespace flowglass::views

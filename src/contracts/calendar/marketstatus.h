// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/calendar/marketanswers.h"
#include "contracts/contractservice.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace flowglass::contracts {

// Asks the provider for the coming holidays and how the market stands: once at the start, then every hour.
// Goes last: only when no look-up of a contract waits and the shared limit leaves a call. What fails is asked
// again later; without an answer nothing is said. The service must outlive it. GUI thread.
class MarketStatus : public QObject
{
    Q_OBJECT

public:
    struct Config
    {
        std::chrono::milliseconds every = std::chrono::hours(1);
        std::chrono::milliseconds afterFailure = std::chrono::minutes(5);
        std::chrono::milliseconds whenBusy = std::chrono::seconds(5);
        std::chrono::milliseconds deadline = std::chrono::seconds(10);
    };

    MarketStatus(ContractService& service, const domain::Clock& clock, Config config, QObject* parent = nullptr);
    ~MarketStatus() override;

    void start(); // nothing when look-ups are off
    void stop();

Q_SIGNALS:
    void upcomingArrived(const std::vector<flowglass::domain::MarketException>& days);
    void nowArrived(bool open, flowglass::domain::UnixMs at); // of the regular session

private:
    enum class Step { Upcoming, Now };
    void ask();
    void onAnswer(const RestAnswer& answer);
    bool take(const RestAnswer& answer); // false: of no use

    ContractService& m_service;
    const domain::Clock& m_clock;
    const Config m_config;
    QTimer m_timer;
    QPointer<RestCall> m_call;
    Step m_step = Step::Upcoming;
    bool m_failed = false; // in this round
};

} // namespace flowglass::contracts

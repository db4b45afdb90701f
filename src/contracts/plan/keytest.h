// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/plan/plananswers.h"
#include "contracts/restclient.h"
#include "domain/planreport.h"

#include <QObject>

namespace flowglass::contracts {

// Finds out what a key may see, by asking for one row of everything that the program uses: at most six calls,
// one after the other, each with config.giveUpAfter. Nothing is asked twice, and nothing after a key was
// refused. Without a contract in the first answer, what needs one is not asked. Does not wait for a limit:
// on a plan of five calls a minute the last one may be refused, which the report tells.
// Destroying it drops the test silently. GUI thread.
class KeyTest : public QObject
{
    Q_OBJECT

public:
    KeyTest(const RestConfig& config, const QString& apiKey, const domain::Clock& clock,
            QObject* parent = nullptr);

    void start(); // once; signals come from the event loop, never from inside this
    const domain::PlanReport& report() const { return m_report; }

Q_SIGNALS:
    void progressed(const flowglass::domain::PlanReport& report); // after each answer but the last
    void finished(const flowglass::domain::PlanReport& report);   // once

private:
    void ask();
    void onAnswer(const RestAnswer& answer);
    void noteBody(domain::PlanAnswer& answer, const QByteArray& body);
    bool isPointless(domain::PlanData data) const;
    bool findNext(); // false: there is none

    RestClient m_client;
    const std::chrono::milliseconds m_deadline;
    domain::PlanReport m_report;
    domain::PlanData m_asking = domain::PlanData::Terms;
    QString m_contract; // a live one
    domain::Timeliness m_quotes = domain::Timeliness::Unsaid; // as the snapshots say
    domain::Timeliness m_trades = domain::Timeliness::Unsaid;
};

} // namespace flowglass::contracts

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/callline.h"
#include "contracts/lookups/lookupqueue.h"
#include "contracts/restconfig.h"
#include "domain/time/clock.h"
#include "domain/contract.h"
#include "domain/counters.h"
#include "domain/planreport.h"
#include "domain/time/markettime.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <deque>
#include <unordered_map>

namespace flowglass::contracts {

// Fetches what REST knows about contracts: terms (kept for the calendar day in New York), then the snapshot
// (kept for config.snapshotLifetime). A look-up is settled at most config.giveUpAfter after its request,
// whatever it waits for; failures are states of the detail, never dialogs. All signals come from the event
// loop, never from inside a call, when the state is consistent. GUI thread; request() costs microseconds.
class ContractService : public QObject
{
    Q_OBJECT

public:
    ContractService(const RestConfig& config, const QString& apiKey, const domain::Clock& clock,
                    QObject* parent = nullptr);
    ~ContractService() override;

    // Asks for terms and snapshot unless both are fresh. One already under way is joined; a click moves it
    // to the front and, when it was automatic, gives it its full time again. What had failed is asked anew.
    void request(const QString& ticker, Priority priority);
    void retry(const QString& ticker); // the person pressed Retry: forgets the failure, asks as Clicked
    // nullptr: never asked. Valid as long as the service.
    const domain::ContractDetail* detail(const QString& ticker) const;

    bool isOff() const { return m_config.off; }
    void setPlan(RatePlan plan);
    // Of a replay: from now on terms are asked for as of that day, and snapshots, which exist of now only, not at all.
    void setAsOf(std::chrono::year_month_day day);
    CallLine& line() { return m_line; } // for those whose calls come after all look-ups
    // What a test of the same key found out: what the plan lacks is not asked for in vain for a while, and its
    // calls count for the limit.
    void learnPlan(const domain::PlanReport& report);
    bool lacksTrades() const { return m_clock.steady() < m_lacksTradesUntil; } // as far as was learnt
    void abortAll(); // at once; what was loading is as before, nothing is emitted for it

    int inFlight() const { return m_queue.running(); }
    int queued() const { return m_queue.waiting(); }
    int callsLastMinute() const { return m_line.limiter().callsLastMinute(m_clock.steady()); }
    domain::RequestCounters counters() const; // of look-ups; rateLimited of all that ask within the limit
    // For others that ask the same provider within the same limit.
    RestClient& client() { return m_line.client(); }
    RateLimiter& limiter() { return m_line.limiter(); }

Q_SIGNALS:
    void detailChanged(const QString& ticker); // any change of state
    // Terms are Ready or Failed: once per look-up, and once per request answered from the cache.
    void termsSettled(const QString& ticker);

private:
    struct News
    {
        QString ticker;
        bool settled; // termsSettled(), else detailChanged()
    };

    bool isFresh(const domain::Fetched<domain::ContractTerms>& terms) const;
    bool isFresh(const domain::Fetched<domain::ContractSnapshot>& snapshot) const;
    bool isSnapshotDenied(Priority priority) const; // the plan lacks it, as far as we remember
    void join(Lookup& lookup, Priority priority);
    void enqueue(const QString& ticker, const domain::OptionSymbol& symbol, Priority priority);

    void wakeSoon();
    void pump();
    void scheduleWake(std::chrono::nanoseconds now);
    void giveUpExpired(std::chrono::nanoseconds now);
    void send(Lookup& lookup, std::chrono::nanoseconds now);
    void onAnswer(const QString& ticker, const RestAnswer& answer);
    bool retriesLater(Lookup& lookup, const RestAnswer& answer, std::chrono::nanoseconds now);
    void onTermsAnswer(Lookup& lookup, const RestAnswer& answer);
    void goOnWithSnapshot(Lookup& lookup);
    void onSnapshotAnswer(Lookup& lookup, const RestAnswer& answer);
    void failTerms(Lookup& lookup, const domain::Error& error);
    void failSnapshot(Lookup& lookup, const domain::Error& error);
    void giveUp(Lookup& lookup, const domain::Error& error);
    void finish(Lookup& lookup);

    void announce(const QString& ticker, bool settled);
    void emitNews();

    RestConfig m_config;
    std::optional<std::chrono::year_month_day> m_asOf;
    const domain::Clock& m_clock;
    domain::ZoneTime m_newYork = domain::ZoneTime::newYork();
    CallLine m_line;
    LookupQueue m_queue;
    std::unordered_map<QString, domain::ContractDetail> m_details; // nodes never move
    std::optional<domain::Error> m_snapshotDenial;                 // the plan lacks snapshots …
    std::chrono::nanoseconds m_deniedUntil{0};                     // … remembered until then (steady)
    std::chrono::nanoseconds m_lacksTradesUntil{0};                // steady
    domain::RequestCounters m_counters; // without rateLimited
    std::deque<News> m_news;
    QTimer m_newsTimer;
    QTimer m_wakeTimer;
};

} // namespace flowglass::contracts

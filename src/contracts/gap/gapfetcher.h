// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/callline.h"
#include "contracts/gap/gaporder.h"
#include "contracts/gap/gapqueue.h"
#include "contracts/historictrade.h"
#include "domain/time/clock.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace flowglass::contracts {

class RestCall;
class TradesPage;

// Fetches the trades of a gap, or the unusual ones of them only. All: the chain snapshots tell which contracts may
// have traded in it (chainpage.h says by which rule), then /v3/trades is asked for just those. The unusual ones: one
// list per underlying; what was read of a list that breaks off is given, too. One or two calls at a time, and only
// when no contract look-up wants one; at the provider's limit it waits and goes on where it stopped, so that nothing
// is fetched twice. Pages are decoded a slice per turn of the event loop. All signals come from the event loop, never
// from inside a call. Destroying it drops everything silently. `line` must outlive it. GUI thread.
class GapFetcher : public QObject
{
    Q_OBJECT

public:
    GapFetcher(CallLine& line, const domain::Clock& clock, GapFetchConfig config = {},
               QObject* parent = nullptr);
    ~GapFetcher() override;

    void fetch(const GapOrder& order); // queued, oldest first
    void abortAll();                   // at once; nothing more is emitted, neither finished()

Q_SIGNALS:
    // Those of one contract in [from, to], at least one: ascending by time, the server's order kept on ties.
    void tradesFetched(quint64 order, const QString& ticker,
                       const std::vector<flowglass::contracts::HistoricTrade>& trades);
    void chainFetched(const std::vector<flowglass::contracts::ChainRow>& rows); // of one page
    void progressed(const flowglass::contracts::GapProgress& progress);
    void finished(quint64 order, const flowglass::contracts::GapOutcome& outcome); // once per order

private:
    struct Running; // a page being fetched or decoded

    void wakeSoon() { m_timer.start(0); }
    void pump();
    bool startNextOrder();
    void workOn(std::size_t running);
    void sendCalls();
    void scheduleWake();
    void send(GapTask task);
    void onAnswer(quint64 serial, const RestAnswer& answer);
    void onFailedCall(GapTask task, const RestAnswer& answer);
    void onChainPage(GapTask task, const QByteArray& body);
    void onChainEnd(const GapTask& task);
    void onTradesPage(GapTask task, const TradesPage& page);
    // What the answer names as its next page; when that may not be followed, the task fails.
    void goOn(GapTask task, const QString& nextUrl);
    void finishTask(GapTask task);
    void failTask(GapTask task, const domain::Error& error); // the others go on
    void give(GapTask&& task);
    void giveNext();
    void endOrder(const std::optional<domain::Error>& error);
    void report(std::optional<std::chrono::nanoseconds> waitingUntil = std::nullopt);

    CallLine& m_line;
    const domain::Clock& m_clock;
    GapFetchConfig m_config;
    std::deque<GapOrder> m_orders;   // not begun yet
    std::optional<GapQueue> m_queue; // of the order under way
    std::vector<std::unique_ptr<Running>> m_running;
    std::deque<std::pair<QString, std::vector<HistoricTrade>>> m_ready; // by ticker; one is given per turn
    GapProgress m_reported;
    QTimer m_timer;
    quint64 m_serial = 0;
};

} // namespace flowglass::contracts

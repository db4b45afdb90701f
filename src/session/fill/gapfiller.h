// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/gap/gaporder.h"
#include "contracts/historictrade.h"
#include "session/streamevent.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <vector>

namespace flowglass::session {

class Pipeline;
class Pump;

// Says what is to be fetched for each gap, and makes of what comes back the parts that are to be posted. In
// event time, which a delayed feed has minutes behind the wall clock: from a little before the newest print
// before the gap to a little after the first one behind it, as soon as the feed is past that, so that what
// arrives by itself is not fetched; what arrives later is not given. Where no print was before the gap, the
// wall clock says when it began. Contracts that have expired are asked for when
// they are known, and where others may have traded the gap is partly filled. What cannot be fetched in full is given,
// and the rest asked for its unusual trades, unless the provider has shown in this run that it does not tell them.
// One gap at a time, oldest first. Borrows both. GUI thread.
class GapFiller : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kMargin{2'000};
    static constexpr std::size_t kRowsPerPart = 250; // posted in one turn of the event loop

    // `pump`: of the pipeline. It gives while that is idle only, so that what it posts takes effect before anything
    // else that comes; null when nothing waits ever. `delay`: of the feed, behind the wall clock.
    explicit GapFiller(Pipeline& pipeline, const Pump* pump = nullptr, std::chrono::milliseconds margin = kMargin,
                       std::chrono::milliseconds delay = {}, QObject* parent = nullptr);

    // The gap that was applied last. `watched`: as GapOrder::underlyings.
    void addGap(const QStringList& watched);
    void refuseGap(const QString& reason); // it can not be filled
    void checkGap(const QStringList& watched, const QString& reason); // neither, but unusual trades may be told
    void poll(); // orders what is due; its own timer asks several times a second
    void stop(); // posts what has come, and that the rest will not

    void onTrades(quint64 order, const QString& ticker, const std::vector<contracts::HistoricTrade>& trades);
    void onFinished(quint64 order, const contracts::GapOutcome& outcome);

Q_SIGNALS:
    void ordered(const flowglass::contracts::GapOrder& order);
    void posted(const flowglass::session::StreamEvent& part); // one Backfill or more for each gap

private:
    struct Found
    {
        contracts::HistoricTrade trade;
        QString ticker;
        bool unusual = false;
    };
    struct Job
    {
        contracts::GapOrder order;
        std::optional<domain::WatchList> watch;
        domain::UnixMs before;         // newest event time before it; 0: no trade had come yet
        std::vector<std::size_t> gaps; // of the store; more than one when nothing came between them
        std::uint64_t routed = 0;      // trades of the feed when it was added
        bool bounded = false;          // order.to is known
        bool due = false;              // need not wait until the feed is past it
        bool isOrdered = false;
        contracts::TradesByTicker known; // the same as `fetched` and `found`, posted or not
        std::vector<Found> fetched;      // of the order under way, as it comes
        std::vector<Found> found;        // of the orders that have ended, in the order of the market
        std::size_t given = 0;           // of `found`, posted
        std::uint64_t compared = 0;      // rows of the store before it were, with what came so far
        QStringList expired;             // roots with contracts that were alive in the gap and no chain tells of any more
        bool isUnderWay = false;         // more will come
        std::optional<Backfill::Outcome> outcome;

        bool isCheck() const { return order.what == contracts::GapOrder::What::Unusual; }
    };

    void addJob(const QStringList& watched, const std::optional<QString>& refusal);
    void beginJob();
    void bound(Job& job) const;
    domain::UnixMs beginningByWall(const Job& job) const;
    void order(Job& job);
    bool wantsCheck(const contracts::GapOutcome& outcome) const;
    void endCheck(Job& job, const contracts::GapOutcome& outcome);
    void strikeArrived(Job& job) const;
    static void sortFetched(Job& job);
    void give();
    void givePart(Job& job);
    Backfill nextPart(const Job& job) const;
    void giveOutcome(const Job& job);
    Job* jobOf(quint64 order);

    Pipeline& m_pipeline;
    const Pump* m_pump;
    const std::chrono::milliseconds m_margin; // "a little" before and after
    const std::chrono::milliseconds m_delay;
    std::deque<Job> m_jobs; // the first one is under way
    quint64 m_lastOrder = 0;
    bool m_lacksUnusual = false; // the provider, or the plan
    QTimer m_poll;
    QTimer m_give;
};

} // namespace flowglass::session

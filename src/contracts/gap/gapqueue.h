// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/gap/chainpage.h"
#include "contracts/gap/gaporder.h"
#include "contracts/historictrade.h"

#include <QSet>
#include <QUrl>

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace flowglass::contracts {

// One thing to ask page by page: the chain of an underlying, the trades of a contract, or the unusual trades of
// an underlying. It carries what has been fetched so far, so that it can wait and go on.
struct GapTask
{
    enum class Kind { Chain, Trades, Unusual };
    Kind kind = Kind::Chain;
    QString name; // underlying as the chain's path wants it, or ticker; of Unusual: root, ticker or `*`
    QUrl page;    // the next; empty: the first
    QSet<QUrl> visited;
    int retries = 0; // of this page
    TradesByTicker trades;
    std::optional<domain::UnixMs> newest; // of a chain: newestSign() of its pages so far
    bool wasOld = false;                  // and is asked for the second time
};

// What is left to ask for one order, and in which order: chains first, then contracts that surely traded,
// then those that possibly did; what was interrupted comes back first. Counts, but knows no network. A value.
class GapQueue
{
public:
    using Steady = std::chrono::nanoseconds;

    GapQueue(GapOrder order, int retryBudget);

    const GapOrder& order() const { return m_order; }
    std::optional<GapTask> take(Steady now); // which then counts as under way
    void putBack(GapTask task, Steady notBefore);
    void addContracts(const std::vector<ChainRow>& rows); // those that may have traded, once each
    bool isOld(const GapTask& chain) const; // read to its end: from before the gap was over, as far as can be told
    void finish(const GapTask& task);
    void fail(const GapTask& task, const domain::Error& error); // the others go on
    bool spendRetry() { return m_retriesLeft-- > 0; }
    void countBadRows(int rows) { m_outcome.badRows += rows; }

    bool isEmpty() const { return m_underWay == 0 && isDrained() && m_delayed.empty(); }
    bool hasReady(Steady now); // a task waits for a call and for nothing else
    std::optional<Steady> nextDelayed() const;
    GapProgress progress() const; // Listing or Fetching
    GapOutcome outcome(const std::optional<domain::Error>& error) const; // `error` ended it early

private:
    bool isDrained() const { return m_chains.empty() && m_sure.empty() && m_possible.empty(); }
    void addUnlisted(const QString& chain); // of the known ones
    void add(GapTask::Kind kind, const QString& name, std::deque<GapTask>& tasks);
    void settle(const GapTask& task);
    void admitDelayed(Steady now);

    GapOrder m_order;
    // The chain of each root; contracts of other roots in the same chain are not wanted.
    std::map<std::string, QString, std::less<>> m_roots;
    std::deque<GapTask> m_chains, m_sure, m_possible;
    std::multimap<Steady, GapTask> m_delayed; // by when they may go on
    QSet<QString> m_listed;                   // contracts that a chain named, whether they traded or not
    QSet<QString> m_known;                    // names of all but chains
    QSet<QString> m_unanswered;               // names, those of the failed ones too
    int m_chainsLeft = 0;                     // neither answered nor failed
    int m_underWay = 0;
    int m_done = 0; // of the known
    int m_retriesLeft;
    GapOutcome m_outcome;
};

} // namespace flowglass::contracts

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/gap/gapqueue.h"

#include "contracts/gap/gapnames.h"
#include "contracts/snapshotunderlying.h"

#include <algorithm>

namespace flowglass::contracts {

namespace {

std::optional<GapTask> takeFirst(std::deque<GapTask>& tasks)
{
    if (tasks.empty())
        return std::nullopt;
    GapTask task = std::move(tasks.front());
    tasks.pop_front();
    return task;
}

} // namespace

GapQueue::GapQueue(GapOrder order, int retryBudget) : m_order(std::move(order)), m_retriesLeft(retryBudget)
{
    for (const QString& name : std::as_const(m_order.underlyings)) {
        if (m_order.what == GapOrder::What::Unusual) {
            add(GapTask::Kind::Unusual, name, m_sure);
            continue;
        }
        if (domain::OptionSymbol::parse(name.toStdString())) {
            add(GapTask::Kind::Trades, name, m_sure);
            continue;
        }
        const QString chain = snapshotUnderlying(name.toStdString());
        m_roots.insert({name.toStdString(), chain});
        if (m_unanswered.contains(chain))
            continue; // that of another root, too
        m_unanswered.insert(chain);
        m_chains.push_back({GapTask::Kind::Chain, chain, {}, {}, 0, {}, {}});
        ++m_chainsLeft;
    }
}

std::optional<GapTask> GapQueue::take(Steady now)
{
    admitDelayed(now);
    for (auto* tasks : {&m_chains, &m_sure, &m_possible}) {
        if (auto task = takeFirst(*tasks)) {
            ++m_underWay;
            return task;
        }
    }
    return std::nullopt;
}

void GapQueue::putBack(GapTask task, Steady notBefore)
{
    --m_underWay;
    m_delayed.emplace(notBefore, std::move(task));
}

void GapQueue::addContracts(const std::vector<ChainRow>& rows)
{
    for (const ChainRow& row : rows) {
        m_listed.insert(row.ticker);
        const Traded traded = tradedSince(row, m_order.from);
        const auto symbol = domain::OptionSymbol::parse(row.ticker.toStdString());
        const auto means = [&symbol](const auto& root) { return isOfRoot(*symbol, root.first); };
        if (traded != Traded::No && symbol && std::ranges::any_of(m_roots, means))
            add(GapTask::Kind::Trades, row.ticker, traded == Traded::Surely ? m_sure : m_possible);
    }
}

void GapQueue::add(GapTask::Kind kind, const QString& name, std::deque<GapTask>& tasks)
{
    if (m_known.contains(name))
        return;
    m_known.insert(name);
    m_unanswered.insert(name);
    tasks.push_back({kind, name, {}, {}, 0, {}, {}});
}

bool GapQueue::isOld(const GapTask& chain) const
{
    return chain.newest && *chain.newest < m_order.to
           && std::ranges::any_of(m_roots, [&](const auto& root) {
                  return root.second == chain.name && m_order.heardBehind.contains(QString::fromStdString(root.first));
              });
}

void GapQueue::addUnlisted(const QString& chain)
{
    for (const auto& [root, itsChain] : m_roots) {
        if (itsChain != chain)
            continue;
        for (const QString& ticker : m_order.known.value(QString::fromStdString(root))) {
            if (!m_listed.contains(ticker))
                add(GapTask::Kind::Trades, ticker, m_possible);
        }
    }
}

void GapQueue::finish(const GapTask& task)
{
    if (task.kind == GapTask::Kind::Chain)
        addUnlisted(task.name);
    m_unanswered.remove(task.name);
    m_outcome.asked += task.kind == GapTask::Kind::Chain ? 0 : 1;
    settle(task);
}

void GapQueue::fail(const GapTask& task, const domain::Error& error)
{
    if (!m_outcome.error)
        m_outcome.error = error;
    settle(task);
}

void GapQueue::settle(const GapTask& task)
{
    --m_underWay;
    if (task.kind == GapTask::Kind::Chain)
        --m_chainsLeft;
    else
        ++m_done;
}

bool GapQueue::hasReady(Steady now)
{
    admitDelayed(now);
    return !isDrained();
}

std::optional<GapQueue::Steady> GapQueue::nextDelayed() const
{
    return m_delayed.empty() ? std::nullopt : std::optional(m_delayed.begin()->first);
}

void GapQueue::admitDelayed(Steady now)
{
    while (!m_delayed.empty() && m_delayed.begin()->first <= now) {
        GapTask& task = m_delayed.begin()->second;
        auto& tasks = task.kind == GapTask::Kind::Chain ? m_chains : m_sure;
        tasks.push_front(std::move(task));
        m_delayed.erase(m_delayed.begin());
    }
}

GapProgress GapQueue::progress() const
{
    const auto state = m_chainsLeft > 0 ? GapProgress::State::Listing : GapProgress::State::Fetching;
    return {m_order.id, state, m_done, int(m_known.size()), {}};
}

GapOutcome GapQueue::outcome(const std::optional<domain::Error>& error) const
{
    GapOutcome outcome = m_outcome;
    for (const auto& [root, chain] : m_roots) {
        if (m_unanswered.contains(chain))
            outcome.missing << QString::fromStdString(root);
    }
    for (const QString& ticker : m_known) {
        if (m_unanswered.contains(ticker))
            outcome.missing << ticker;
    }
    outcome.missing.sort();
    outcome.complete = outcome.missing.isEmpty();
    if (error)
        outcome.error = error;
    return outcome;
}

} // namespace flowglass::contracts

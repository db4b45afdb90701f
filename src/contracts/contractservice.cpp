// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/contractservice.h"

#include "contracts/apierror.h"
#include "contracts/lookups/fetchedmarks.h"
#include "contracts/restcall.h"

#include <QPointer>

namespace flowglass::contracts {

using domain::ContractDetail;
using domain::Error;
using domain::Fetched;

ContractService::ContractService(const RestConfig& config, const QString& apiKey, const domain::Clock& clock,
                                 QObject* parent)
    : QObject(parent)
    , m_config(config)
    , m_clock(clock)
    , m_line(config, apiKey, clock)
{
    m_newsTimer.setSingleShot(true);
    m_wakeTimer.setSingleShot(true);
    m_wakeTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_newsTimer, &QTimer::timeout, this, &ContractService::emitNews);
    connect(&m_wakeTimer, &QTimer::timeout, this, &ContractService::pump);
}

ContractService::~ContractService()
{
    abortAll();
}

void ContractService::request(const QString& ticker, Priority priority)
{
    if (Lookup* underWay = m_queue.find(ticker)) {
        join(*underWay, priority);
        return;
    }
    ContractDetail& detail = m_details[ticker];
    const auto symbol = domain::OptionSymbol::parse(ticker.toStdString());
    if (!symbol || m_config.off) {
        m_counters.failed += std::uint64_t(!m_config.off);
        markFailed(detail.terms, symbol ? lookupsOffError() : unreadableTickerError());
        markFailed(detail.snapshot, *detail.terms.error);
        announce(ticker, true);
        return;
    }
    const bool needsSnapshot = !isFresh(detail.snapshot);
    if (isFresh(detail.terms) && (!needsSnapshot || isSnapshotDenied(priority))) {
        ++m_counters.cacheHits;
        if (needsSnapshot)
            markFailed(detail.snapshot, *m_snapshotDenial);
        announce(ticker, true);
        return;
    }
    enqueue(ticker, *symbol, priority);
}

void ContractService::retry(const QString& ticker)
{
    request(ticker, Priority::Clicked);
}

const ContractDetail* ContractService::detail(const QString& ticker) const
{
    const auto it = m_details.find(ticker);
    return it == m_details.end() ? nullptr : &it->second;
}

domain::RequestCounters ContractService::counters() const
{
    domain::RequestCounters counters = m_counters;
    counters.rateLimited = m_line.rateLimited();
    return counters;
}

void ContractService::setPlan(RatePlan plan)
{
    m_line.limiter().setPlan(plan);
    wakeSoon();
}

void ContractService::setAsOf(std::chrono::year_month_day day)
{
    m_asOf = day;
    m_snapshotDenial = noPastSnapshotError();
}

void ContractService::learnPlan(const domain::PlanReport& report)
{
    using domain::PlanAccess;
    using domain::PlanData;
    const auto now = m_clock.steady();
    for (const domain::PlanAnswer& answer : report.answers) {
        if (answer.wasAsked())
            m_line.limiter().onCall(now);
    }
    const domain::PlanAnswer& snapshot = report[PlanData::Snapshot];
    if (snapshot.access == PlanAccess::NotInPlan && !m_asOf) {
        m_snapshotDenial = snapshot.error;
        m_deniedUntil = now + m_config.planMemory;
    } else if (snapshot.access == PlanAccess::Allowed && !m_asOf) {
        m_snapshotDenial.reset();
    }
    const PlanAccess trades = report[PlanData::Trades].access;
    if (trades == PlanAccess::NotInPlan)
        m_lacksTradesUntil = now + m_config.planMemory;
    else if (trades == PlanAccess::Allowed)
        m_lacksTradesUntil = {};
}

void ContractService::abortAll()
{
    m_wakeTimer.stop();
    m_newsTimer.stop();
    m_news.clear();
    m_queue.forEach([this](Lookup& lookup) {
        if (lookup.call)
            lookup.call->abort();
        ContractDetail& detail = m_details[lookup.ticker];
        unmarkLoading(detail.terms);
        unmarkLoading(detail.snapshot);
    });
    m_queue.clear();
    m_line.setLookupsWait(false);
}

bool ContractService::isFresh(const Fetched<domain::ContractTerms>& terms) const
{
    return terms.state == Fetched<domain::ContractTerms>::State::Ready &&
           m_newYork.day(lossyToMs(terms.fetchedAt)) == m_newYork.day(lossyToMs(m_clock.now()));
}

bool ContractService::isFresh(const Fetched<domain::ContractSnapshot>& snapshot) const
{
    const auto age = m_clock.now() - snapshot.fetchedAt;
    return snapshot.state == Fetched<domain::ContractSnapshot>::State::Ready && age.count() >= 0 &&
           age < m_config.snapshotLifetime;
}

bool ContractService::isSnapshotDenied(Priority priority) const
{
    if (m_asOf)
        return true;
    return priority == Priority::Automatic && m_snapshotDenial && m_clock.steady() < m_deniedUntil;
}

void ContractService::join(Lookup& lookup, Priority priority)
{
    ++m_counters.coalesced;
    if (priority == Priority::Clicked) {
        const bool wasAutomatic = lookup.priority == Priority::Automatic;
        m_queue.promote(lookup, wasAutomatic ? m_clock.steady() + m_config.giveUpAfter : lookup.deadline);
        wakeSoon();
    }
    if (lookup.stage == Lookup::Stage::Snapshot)
        announce(lookup.ticker, true);
}

void ContractService::enqueue(const QString& ticker, const domain::OptionSymbol& symbol, Priority priority)
{
    Lookup* leastWanted = m_queue.leastWanted();
    if (leastWanted && std::size_t(m_queue.waiting()) >= m_config.maxQueued)
        giveUp(*leastWanted, tooManyError());
    ContractDetail& detail = m_details[ticker];
    Lookup lookup;
    lookup.ticker = ticker;
    lookup.symbol = symbol;
    lookup.priority = priority;
    lookup.deadline = m_clock.steady() + m_config.giveUpAfter;
    const bool needsTerms = !isFresh(detail.terms);
    lookup.stage = needsTerms ? Lookup::Stage::Terms : Lookup::Stage::Snapshot;
    lookup.wantsSnapshot = !isFresh(detail.snapshot);
    if (needsTerms)
        markLoading(detail.terms);
    if (lookup.wantsSnapshot)
        markLoading(detail.snapshot);
    m_queue.add(std::move(lookup));
    announce(ticker, !needsTerms);
    wakeSoon();
}

void ContractService::announce(const QString& ticker, bool settled)
{
    m_news.push_back({ticker, false});
    if (settled)
        m_news.push_back({ticker, true});
    if (!m_newsTimer.isActive())
        m_newsTimer.start(0);
}

void ContractService::emitNews()
{
    const QPointer<ContractService> self(this); // a listener may end the session
    for (std::size_t left = m_news.size(); self && left > 0 && !m_news.empty(); --left) {
        const News news = std::move(m_news.front());
        m_news.pop_front();
        if (news.settled)
            Q_EMIT termsSettled(news.ticker);
        else
            Q_EMIT detailChanged(news.ticker);
    }
}

} // namespace flowglass::contracts

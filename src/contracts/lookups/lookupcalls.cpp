// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of the look-ups: when each goes out, what its answer means, what follows. What may be asked
// for, what is known and what is told is in contractservice.cpp.
#include "contracts/contractservice.h"

#include "contracts/apierror.h"
#include "contracts/contractdecoders.h"
#include "contracts/lookups/fetchedmarks.h"
#include "contracts/restcall.h"
#include "contracts/snapshotunderlying.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace flowglass::contracts {

using domain::Error;

namespace {

bool isWorthRetrying(Error::Code code)
{
    return code == Error::Code::Unreachable || code == Error::Code::ServerError ||
           code == Error::Code::TimedOut;
}

// After that error of one path another path of the provider may still work.
bool mayStillAnswer(Error::Code code)
{
    return code != Error::Code::BadKey && code != Error::Code::Unreachable && code != Error::Code::TimedOut;
}

// Doubled with each retry, a quarter more or less so that clients do not knock in step.
std::chrono::nanoseconds retryDelay(std::chrono::nanoseconds first, int retries)
{
    const double jitter = 0.75 + 0.5 * QRandomGenerator::global()->generateDouble();
    return std::chrono::nanoseconds(
        std::llround(double(first.count()) * std::exp2(std::min(retries, 10)) * jitter));
}

} // namespace

// What became ready has the next turn, not whoever can wait.
void ContractService::wakeSoon()
{
    m_line.setLookupsWait(true);
    m_wakeTimer.start(0);
}

void ContractService::pump()
{
    const auto now = m_clock.steady();
    giveUpExpired(now);
    while (m_queue.running() < m_config.maxInFlight && m_line.limiter().mayCall(now)) {
        Lookup* next = m_queue.takeReady(now);
        if (!next)
            break;
        send(*next, now);
    }
    scheduleWake(now);
    m_line.setLookupsWait(m_queue.hasReady(now));
}

void ContractService::scheduleWake(std::chrono::nanoseconds now)
{
    const bool isReady = m_queue.hasReady(now); // before nextDelayed(): what is due is no longer delayed
    auto wake = m_queue.nextDeadline();
    if (!wake)
        return;
    if (const auto delayed = m_queue.nextDelayed())
        wake = std::min(*wake, *delayed);
    if (m_queue.running() < m_config.maxInFlight && isReady)
        wake = std::min(*wake, m_line.limiter().earliest(now));
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*wake - now);
    m_wakeTimer.start(std::max(wait, std::chrono::milliseconds(0)));
}

// Deadlines hold whatever a look-up waits for: its turn, the rate limit, a server that hangs.
void ContractService::giveUpExpired(std::chrono::nanoseconds now)
{
    while (Lookup* lookup = m_queue.expired(now)) {
        const auto until = m_clock.now().value + (m_line.limiter().earliest(now) - now).count();
        const bool waitedForLimit = !lookup->call && m_line.limiter().isAtProvidersLimit(now);
        giveUp(*lookup, waitedForLimit ? rateLimitError(domain::lossyToMs({until}))
                                       : timeoutError(m_config.giveUpAfter));
    }
}

void ContractService::send(Lookup& lookup, std::chrono::nanoseconds now)
{
    if (!lookup.wentToNetwork)
        ++m_counters.requests;
    lookup.wentToNetwork = true;
    m_line.limiter().onCall(now);
    QUrlQuery query;
    QString path = QStringLiteral("/v3/reference/options/contracts/") + lookup.ticker;
    if (lookup.stage == Lookup::Stage::TermsAsOfExpiry)
        query.addQueryItem(QStringLiteral("as_of"), domain::isoDate(lookup.symbol.expiry()));
    else if (m_asOf && lookup.stage == Lookup::Stage::Terms)
        query.addQueryItem(QStringLiteral("as_of"), domain::isoDate(*m_asOf));
    if (lookup.stage == Lookup::Stage::Snapshot) {
        const QString underlying = snapshotUnderlying(m_details[lookup.ticker].terms.value, lookup.symbol);
        path = QStringLiteral("/v3/snapshot/options/") + underlying + QLatin1Char('/') + lookup.ticker;
    }
    lookup.call = m_line.client().get(path, query, m_config.giveUpAfter);
    connect(lookup.call, &RestCall::finished, this,
            [this, ticker = lookup.ticker](const RestAnswer& answer) { onAnswer(ticker, answer); });
}

void ContractService::onAnswer(const QString& ticker, const RestAnswer& answer)
{
    Lookup* lookup = m_queue.find(ticker);
    lookup->call = nullptr;
    const auto now = m_clock.steady();
    m_line.noteAnswer(answer, now);
    if (!retriesLater(*lookup, answer, now)) {
        if (lookup->stage == Lookup::Stage::Snapshot)
            onSnapshotAnswer(*lookup, answer);
        else
            onTermsAnswer(*lookup, answer);
    }
    wakeSoon();
}

// Only what may pass by itself is tried again, and only while there is time.
bool ContractService::retriesLater(Lookup& lookup, const RestAnswer& answer, std::chrono::nanoseconds now)
{
    if (answer.body)
        return false;
    const Error& error = answer.body.error();
    if (error.code == Error::Code::RateLimited) {
        m_queue.putBack(lookup, now); // the limiter holds it back, and all others
        return true;
    }
    if (!isWorthRetrying(error.code))
        return false;
    auto wait = retryDelay(m_config.firstRetry, lookup.retries);
    if (answer.retryAfter)
        wait = std::max<std::chrono::nanoseconds>(wait, *answer.retryAfter);
    if (now + wait >= lookup.deadline)
        return false;
    ++lookup.retries;
    m_queue.putBack(lookup, now + wait);
    return true;
}

void ContractService::onTermsAnswer(Lookup& lookup, const RestAnswer& answer)
{
    auto terms = answer.body ? decodeTerms(*answer.body, lookup.ticker)
                             : domain::Result<domain::ContractTerms>(answer.body.error());
    if (terms) {
        if (m_asOf)
            terms.value().asOf = domain::isoDate(*m_asOf);
        markReady(m_details[lookup.ticker].terms, *terms, m_clock.now());
        announce(lookup.ticker, true);
        goOnWithSnapshot(lookup);
        return;
    }
    const auto now = m_clock.now();
    const bool isExpired = lookup.symbol.expiryDay < m_newYork.day(lossyToMs(now));
    if (terms.error().code == Error::Code::NotFound && isExpired && lookup.stage == Lookup::Stage::Terms) {
        lookup.stage = Lookup::Stage::TermsAsOfExpiry; // an expired contract is known by its date only
        m_queue.putBack(lookup, m_clock.steady());
        return;
    }
    failTerms(lookup, terms.error());
    // A person who clicked gets what can be had: the snapshot may be answered under the symbol's root.
    if (lookup.priority == Priority::Clicked && mayStillAnswer(terms.error().code)) {
        goOnWithSnapshot(lookup);
        return;
    }
    failSnapshot(lookup, terms.error());
    finish(lookup);
}

void ContractService::goOnWithSnapshot(Lookup& lookup)
{
    lookup.stage = Lookup::Stage::Snapshot;
    lookup.retries = 0;
    if (lookup.wantsSnapshot && isSnapshotDenied(lookup.priority)) {
        markFailed(m_details[lookup.ticker].snapshot, *m_snapshotDenial);
        lookup.wantsSnapshot = false;
        announce(lookup.ticker, false);
    }
    if (lookup.wantsSnapshot)
        m_queue.putBack(lookup, m_clock.steady());
    else
        finish(lookup);
}

void ContractService::onSnapshotAnswer(Lookup& lookup, const RestAnswer& answer)
{
    const auto snapshot = answer.body ? decodeSnapshot(*answer.body, lookup.ticker)
                                      : domain::Result<domain::ContractSnapshot>(answer.body.error());
    if (snapshot) {
        m_snapshotDenial.reset();
        markReady(m_details[lookup.ticker].snapshot, *snapshot, m_clock.now());
        announce(lookup.ticker, false);
    } else {
        if (snapshot.error().code == Error::Code::NotInPlan) {
            m_snapshotDenial = snapshot.error();
            m_deniedUntil = m_clock.steady() + m_config.planMemory;
        }
        failSnapshot(lookup, snapshot.error());
    }
    finish(lookup);
}

void ContractService::failTerms(Lookup& lookup, const Error& error)
{
    lookup.failed = true;
    markFailed(m_details[lookup.ticker].terms, error);
    announce(lookup.ticker, true);
}

void ContractService::failSnapshot(Lookup& lookup, const Error& error)
{
    if (!lookup.wantsSnapshot)
        return;
    // What the plan does not include is no failure of the look-up.
    lookup.failed = lookup.failed || error.code != Error::Code::NotInPlan;
    markFailed(m_details[lookup.ticker].snapshot, error);
    announce(lookup.ticker, false);
}

void ContractService::giveUp(Lookup& lookup, const Error& error)
{
    if (lookup.call)
        lookup.call->abort();
    if (lookup.stage != Lookup::Stage::Snapshot)
        failTerms(lookup, error);
    failSnapshot(lookup, error);
    finish(lookup);
}

void ContractService::finish(Lookup& lookup)
{
    m_counters.failed += lookup.failed ? 1 : 0;
    m_queue.remove(lookup);
}

} // namespace flowglass::contracts

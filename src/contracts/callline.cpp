// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/callline.h"

namespace flowglass::contracts {

CallLine::CallLine(const RestConfig& config, const QString& apiKey, const domain::Clock& clock,
                   QObject* parent)
    : QObject(parent), m_client(config, apiKey, clock), m_limiter(config.plan, config.firstRetry)
{
}

void CallLine::noteAnswer(const RestAnswer& answer, std::chrono::nanoseconds now)
{
    for (int more = 1; more < answer.requestsSent; ++more)
        m_limiter.onCall(now); // the provider counts redirects, too
    if (answer.serverTime && m_skew.note(*answer.serverTime))
        QMetaObject::invokeMethod(this, &CallLine::clockOffChanged, Qt::QueuedConnection);
    if (answer.httpStatus == 429) {
        ++m_rateLimited;
        m_limiter.onRejected(now, answer.retryAfter);
    } else if (answer.httpStatus != 0) {
        m_limiter.onAccepted();
    }
}

void CallLine::setLookupsWait(bool wait)
{
    const bool wasWaiting = std::exchange(m_lookupsWait, wait);
    if (wasWaiting && !wait)
        Q_EMIT spare();
}

std::optional<std::chrono::nanoseconds> CallLine::spareAt(std::chrono::nanoseconds now) const
{
    return m_lookupsWait ? std::nullopt : std::optional(m_limiter.earliestSpare(now));
}

} // namespace flowglass::contracts

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/calendar/marketstatus.h"

#include "contracts/restcall.h"

#include <algorithm>

namespace flowglass::contracts {

MarketStatus::MarketStatus(ContractService& service, const domain::Clock& clock, Config config, QObject* parent)
    : QObject(parent), m_service(service), m_clock(clock), m_config(config)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MarketStatus::ask);
}

MarketStatus::~MarketStatus() { stop(); }

void MarketStatus::start()
{
    if (!m_service.isOff())
        m_timer.start(0);
}

void MarketStatus::stop()
{
    m_timer.stop();
    if (m_call)
        m_call->abort();
}

void MarketStatus::ask()
{
    const auto now = m_clock.steady();
    RateLimiter& limiter = m_service.limiter();
    if (m_service.queued() > 0 || !limiter.mayCall(now)) {
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(limiter.earliest(now) - now);
        m_timer.start(std::max(wait, m_config.whenBusy));
        return;
    }
    limiter.onCall(now);
    const QString what = m_step == Step::Upcoming ? QStringLiteral("upcoming") : QStringLiteral("now");
    m_call = m_service.client().get(QStringLiteral("/v1/marketstatus/") + what, {}, m_config.deadline);
    connect(m_call, &RestCall::finished, this, &MarketStatus::onAnswer);
}

void MarketStatus::onAnswer(const RestAnswer& answer)
{
    m_call = nullptr;
    m_service.line().noteAnswer(answer, m_clock.steady());
    m_failed = !take(answer) || m_failed;
    if (m_step == Step::Upcoming) {
        m_step = Step::Now;
        m_timer.start(0);
        return;
    }
    m_step = Step::Upcoming;
    m_timer.start(m_failed ? m_config.afterFailure : m_config.every);
    m_failed = false;
}

bool MarketStatus::take(const RestAnswer& answer)
{
    if (!answer.body)
        return false;
    if (m_step == Step::Upcoming) {
        const auto days = decodeUpcoming(*answer.body);
        if (days)
            Q_EMIT upcomingArrived(*days);
        return days.has_value();
    }
    const auto word = decodeMarketNow(*answer.body);
    if (word)
        Q_EMIT nowArrived(word->open, word->at.value_or(domain::lossyToMs(m_clock.now())));
    return word.has_value();
}

} // namespace flowglass::contracts

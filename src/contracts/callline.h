// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/ratelimiter.h"
#include "contracts/restclient.h"
#include "contracts/restconfig.h"
#include "domain/time/clock.h"

#include <QObject>

#include <cstdint>
#include <optional>

namespace flowglass::contracts {

// The one way to the provider that all REST users of a run share, because it counts calls by key: a client,
// a limit, and who goes first. Contract look-ups take calls as the limiter allows; whoever can wait asks
// spareAt() and gets a turn when no look-up wants one. GUI thread.
class CallLine : public QObject
{
    Q_OBJECT

public:
    CallLine(const RestConfig& config, const QString& apiKey, const domain::Clock& clock,
             QObject* parent = nullptr);

    RestClient& client() { return m_client; }
    RateLimiter& limiter() { return m_limiter; }
    const RateLimiter& limiter() const { return m_limiter; }
    // To be called with each answer: what it tells about the limit and the clock.
    void noteAnswer(const RestAnswer& answer, std::chrono::nanoseconds now);
    std::uint64_t rateLimited() const { return m_rateLimited; } // answers 429, whoever asked

    // Our wall clock minus the provider's, when they certainly differ by more than two seconds.
    std::optional<std::chrono::milliseconds> clockOff() const { return m_skew.off(); }

    void setLookupsWait(bool wait); // for a turn
    // When a call that can wait may go out. Empty: look-ups wait; spare() tells when they no longer do.
    std::optional<std::chrono::nanoseconds> spareAt(std::chrono::nanoseconds now) const;

Q_SIGNALS:
    void spare();
    void clockOffChanged();

private:
    RestClient m_client;
    RateLimiter m_limiter;
    ClockSkew m_skew;
    std::uint64_t m_rateLimited = 0;
    bool m_lookupsWait = false;
};

} // namespace flowglass::contracts

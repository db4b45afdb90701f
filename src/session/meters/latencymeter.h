// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/durationsummary.h"
#include "domain/time/unixtime.h"

namespace flowglass::session {

// How old trades are: from receipt of their frame until they are judged (exact clock, all of them), and
// from the exchange's event time until receipt (wall clocks of two machines, smoothed: a hint only).
class LatencyMeter
{
public:
    void judged(std::chrono::nanoseconds sinceReceipt, std::uint64_t trades)
    {
        m_summary.add(sinceReceipt, trades);
    }
    void received(domain::UnixMs eventTime, domain::UnixNs receipt)
    {
        const std::chrono::duration<double, std::milli> lag = receipt - domain::toNs(eventTime);
        m_feedLag = m_feedLag.count() == 0.0 ? lag : m_feedLag + (lag - m_feedLag) * kWeight;
    }
    const domain::DurationSummary& summary() const { return m_summary; }
    std::chrono::duration<double, std::milli> feedLag() const { return m_feedLag; }

private:
    static constexpr double kWeight = 0.1; // of the newest value

    domain::DurationSummary m_summary;
    std::chrono::duration<double, std::milli> m_feedLag{0.0};
};

} // namespace flowglass::session

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/counters.h"
#include "domain/trade.h"
#include "feed/statusmessage.h"

#include <QString>
#include <QStringView>

#include <memory>
#include <vector>

namespace flowglass::feed {

// What one or more frames held, in order. Reused by the caller so that its memory is kept.
struct DecodedFrame
{
    std::vector<domain::Trade> trades;
    std::vector<StatusMessage> statuses;
    void clear()
    {
        trades.clear();
        statuses.clear();
    }
};

// Turns the provider's text frames into trades and control messages. Not thread-safe, never throws,
// allocates nothing per trade once its buffer has grown to the largest frame.
// Every event ends in exactly one counter: events = trades + rejected + status + other. A frame that is
// no JSON array is one rejected event; when a frame breaks half way the events before count and the rest
// is one rejected event. Values out of range are rejected, never clamped; what a print can do without
// (sequence, exchange, conditions) is left out when it cannot be read, and noted in rejects().
class TradeDecoder
{
public:
    // Counted by reason, with the newest piece of text it was seen in (at most 200 characters).
    struct Reject
    {
        QString reason;
        std::uint64_t count = 0;
        QString sample;
        bool kept = false; // a note: the trade was kept without the part that could not be read
    };

    enum class Log { On, Off }; // of what cannot be read
    explicit TradeDecoder(domain::ContractTable& contracts, Log log = Log::On); // borrowed
    ~TradeDecoder();
    TradeDecoder(const TradeDecoder&) = delete;
    TradeDecoder& operator=(const TradeDecoder&) = delete;

    // Never shown in a sample or a log line, should the provider ever echo it.
    void setSecret(const QString& secret);

    // Appends to `out`. Counts events, status, other, trades, rejected, rounded, malformedSymbols.
    void decode(QStringView frame, DecodedFrame& out, domain::Counters& counters);
    // Of a trade that it gave before and that is not to count after all, because of its time: one rejected event.
    void rejectTime(const domain::Trade& trade, domain::Counters& counters);
    std::vector<Reject> rejects() const;

private:
    class Walk;
    std::unique_ptr<Walk> m_walk;
};

} // namespace flowglass::feed

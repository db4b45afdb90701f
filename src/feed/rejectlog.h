// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/tradedecoder.h"

#include <array>
#include <string>
#include <string_view>

namespace flowglass::feed {

// Counts what the decoder could not use, by reason, and keeps the newest sample of each. Writes the
// 1st, 10th, 100th … of a reason to the log, so that a bad feed cannot fill it. No allocation once a
// sample of each reason has been seen.
class RejectLog
{
public:
    enum class Reason {
        NotAnArray,
        BrokenJson,
        NotAnObject,
        NoKind,
        Status,
        Symbol,
        Price,
        Size,
        Time,
        FarTime, // from that of the trades around it
        TableFull,
        // Notes: the trade was kept.
        ConditionsCut,
        Conditions,
        Exchange,
        Sequence,
        Count
    };
    static constexpr std::size_t kSampleLength = 200; // characters

    explicit RejectLog(TradeDecoder::Log log) : m_log(log) {}
    void setSecret(const QString& secret) { m_secret = secret; }
    // `text` starts where the trouble is; its first 200 characters are kept.
    void add(Reason reason, std::string_view text);
    std::vector<TradeDecoder::Reject> rejects() const; // only what occurred

private:
    struct Row
    {
        std::uint64_t count = 0;
        std::string sample;
    };
    QString readable(const std::string& sample) const;

    TradeDecoder::Log m_log;
    std::array<Row, std::size_t(Reason::Count)> m_rows;
    QString m_secret;
};

} // namespace flowglass::feed

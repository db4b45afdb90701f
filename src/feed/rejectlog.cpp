// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/rejectlog.h"

#include "feed/feedlog.h"
#include "feed/secret.h"

namespace flowglass::feed {

namespace {

constexpr std::array<const char*, std::size_t(RejectLog::Reason::Count)> kWords = {
    "not an array", "broken JSON", "not an object", "no ev",
    "status",       "sym",         "price",         "size",
    "time",         "time far from the others'",
    "too many contracts",
    "conditions cut", "conditions", "exchange", "sequence"};

// Four bytes for a character at most, and the whole key if it straddles the cut.
constexpr std::size_t kBytesKept = RejectLog::kSampleLength * 4;

bool isPowerOfTen(std::uint64_t n)
{
    while (n >= 10 && n % 10 == 0)
        n /= 10;
    return n == 1;
}

} // namespace

void RejectLog::add(Reason reason, std::string_view text)
{
    Row& row = m_rows[std::size_t(reason)];
    ++row.count;
    row.sample.assign(text.substr(0, kBytesKept));
    if (m_log == TradeDecoder::Log::Off || !isPowerOfTen(row.count))
        return;
    const char* word = kWords[std::size_t(reason)];
    if (reason < Reason::ConditionsCut)
        qCWarning(feedLog).noquote() << "event rejected:" << word << "no." << row.count << readable(row.sample);
    else
        qCInfo(feedLog).noquote() << "trade kept without:" << word << "no." << row.count << readable(row.sample);
}

QString RejectLog::readable(const std::string& sample) const
{
    return withoutSecret(QString::fromUtf8(sample), m_secret).left(qsizetype(kSampleLength)).simplified();
}

std::vector<TradeDecoder::Reject> RejectLog::rejects() const
{
    std::vector<TradeDecoder::Reject> rejects;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].count == 0)
            continue;
        rejects.push_back({QString::fromLatin1(kWords[i]), m_rows[i].count, readable(m_rows[i].sample),
                           i >= std::size_t(Reason::ConditionsCut)});
    }
    return rejects;
}

} // namespace flowglass::feed

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/replay/rundifference.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace flowglass::session {

namespace {

// A print as both runs know it; rows and contract ids are of one run only.
using PrintKey = std::tuple<std::string_view, std::int64_t, std::uint64_t, std::int32_t, std::uint32_t>;

PrintKey keyOf(const JudgedAnomaly& judged, const domain::AnomalyPrint& print)
{
    const domain::Trade& trade = print.trade;
    return {judged.subject, trade.time().value, trade.sequence, trade.price.units(), trade.size};
}

bool areSame(const JudgedAnomaly& a, const JudgedAnomaly& b)
{
    const auto cents = [](double score) { return std::llround(score * 100.0); };
    return a.anomaly.kinds == b.anomaly.kinds && a.anomaly.state == b.anomaly.state &&
           cents(a.anomaly.score) == cents(b.anomaly.score) &&
           std::ranges::equal(a.anomaly.prints, b.anomaly.prints, [&](const auto& one, const auto& other) {
               return keyOf(a, one) == keyOf(b, other) && one.cancelled == other.cancelled;
           });
}

domain::UnixMs timeOf(const RunDifference& difference)
{
    return (difference.before ? difference.before : difference.after)->anomaly.time;
}

} // namespace

std::vector<RunDifference> differences(const RecordedRun& before, const RecordedRun& after)
{
    std::map<PrintKey, std::size_t> holders; // of the second run
    for (std::size_t at = 0; at < after.anomalies.size(); ++at)
        for (const domain::AnomalyPrint& print : after.anomalies[at].anomaly.prints)
            holders.emplace(keyOf(after.anomalies[at], print), at);

    std::vector<RunDifference> all;
    std::vector<bool> met(after.anomalies.size());
    for (const JudgedAnomaly& judged : before.anomalies) {
        RunDifference difference{RunDifference::Fate::Lost, &judged, nullptr};
        for (const domain::AnomalyPrint& print : judged.anomaly.prints) {
            const auto holder = holders.find(keyOf(judged, print));
            if (holder == holders.end() || met[holder->second])
                continue;
            met[holder->second] = true;
            difference.after = &after.anomalies[holder->second];
            difference.fate = areSame(judged, *difference.after) ? RunDifference::Fate::Kept
                                                                 : RunDifference::Fate::Changed;
            break;
        }
        all.push_back(difference);
    }
    for (std::size_t at = 0; at < after.anomalies.size(); ++at)
        if (!met[at])
            all.push_back({RunDifference::Fate::New, nullptr, &after.anomalies[at]});
    std::ranges::stable_sort(all, {}, timeOf);
    return all;
}

} // namespace flowglass::session

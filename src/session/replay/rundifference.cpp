// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/replay/rundifference.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>

namespace flowglass::session {

namespace {

// A print as both runs know it; rows and contract ids are of one run only.
using PrintKey = std::tuple<std::string_view, std::int64_t, std::uint64_t, std::int32_t, std::uint32_t>;

// As the engine merges (detect/engine.h).
constexpr std::chrono::seconds kCoolDown{60};
constexpr std::chrono::seconds kUnderlyingCoolDown{300};

bool areOneBurst(const domain::Anomaly& a, const domain::Anomaly& b)
{
    const std::chrono::milliseconds coolDown = a.isOfUnderlying() ? kUnderlyingCoolDown : kCoolDown;
    return a.time <= b.lastTime + coolDown && b.time <= a.lastTime + coolDown;
}

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

// Where the prints of one run stand in.
class Holders
{
public:
    explicit Holders(const RecordedRun& run) : m_run(run)
    {
        for (std::size_t at = 0; at < run.anomalies.size(); ++at) {
            m_ofSubject[run.anomalies[at].subject].push_back(at);
            for (const domain::AnomalyPrint& print : run.anomalies[at].anomaly.prints)
                m_ofPrint.emplace(keyOf(run.anomalies[at], print), at);
        }
    }
    // The first that is the same as `judged`; better one that was not met before.
    std::optional<std::size_t> of(const JudgedAnomaly& judged, const std::vector<bool>& met) const
    {
        std::vector<std::size_t> same;
        for (const domain::AnomalyPrint& print : judged.anomaly.prints) {
            if (const auto holder = m_ofPrint.find(keyOf(judged, print)); holder != m_ofPrint.end())
                same.push_back(holder->second);
        }
        if (const auto subject = m_ofSubject.find(judged.subject); same.empty() && subject != m_ofSubject.end())
            std::ranges::copy_if(subject->second, std::back_inserter(same), [&](std::size_t at) {
                return areOneBurst(m_run.anomalies[at].anomaly, judged.anomaly);
            });
        const auto fresh = std::ranges::find_if_not(same, [&met](std::size_t at) { return met[at]; });
        if (fresh != same.end())
            return *fresh;
        return same.empty() ? std::nullopt : std::optional(same.front());
    }

private:
    const RecordedRun& m_run;
    std::map<PrintKey, std::size_t> m_ofPrint; // places in the run
    std::map<std::string_view, std::vector<std::size_t>> m_ofSubject;
};

} // namespace

std::vector<RunDifference> differences(const RecordedRun& before, const RecordedRun& after)
{
    using Fate = RunDifference::Fate;
    std::vector<RunDifference> all;
    std::vector<bool> met(after.anomalies.size());
    const Holders places(after);
    for (const JudgedAnomaly& judged : before.anomalies) {
        const std::optional<std::size_t> place = places.of(judged, met);
        if (!place) {
            all.push_back({Fate::Lost, &judged, nullptr});
            continue;
        }
        const JudgedAnomaly& now = after.anomalies[*place];
        all.push_back({areSame(judged, now) ? Fate::Kept : Fate::Changed, &judged, &now, false, met[*place]});
        met[*place] = true;
    }
    const Holders earlier(before);
    const std::vector<bool> none(before.anomalies.size());
    for (std::size_t at = 0; at < after.anomalies.size(); ++at) {
        if (met[at])
            continue;
        const JudgedAnomaly& now = after.anomalies[at];
        const std::optional<std::size_t> place = earlier.of(now, none);
        all.push_back(place ? RunDifference{Fate::Changed, &before.anomalies[*place], &now, true, false}
                            : RunDifference{Fate::New, nullptr, &now});
    }
    std::ranges::stable_sort(all, {}, timeOf);
    return all;
}

} // namespace flowglass::session

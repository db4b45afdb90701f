// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fill/judgementchange.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

namespace flowglass::session {

namespace {

using domain::Anomaly;
using Subject = std::tuple<std::int64_t, std::string_view, std::int64_t>; // time, root, contract

Subject subjectOf(const Anomaly& anomaly)
{
    return {anomaly.time.value, anomaly.root, anomaly.contract ? std::int64_t(anomaly.contract->value) : -1};
}

bool overlap(domain::KindSet a, domain::KindSet b)
{
    for (unsigned kind = 0; kind < unsigned(domain::AnomalyKind::Count); ++kind)
        if (a.has(domain::AnomalyKind(kind)) && b.has(domain::AnomalyKind(kind)))
            return true;
    return false;
}

// Late says how it was found, not what.
bool haveSameTags(const Anomaly& a, const Anomaly& b)
{
    const domain::TagSet late = domain::TagSet::of(domain::AnomalyTag::Late);
    domain::TagSet ofA = a.tags;
    domain::TagSet ofB = b.tags;
    ofA.add(late);
    ofB.add(late);
    return ofA == ofB;
}

bool tellTheSame(const Anomaly& a, const Anomaly& b)
{
    const auto cents = [](double score) { return std::llround(score * 100.0); };
    return a.state == b.state && subjectOf(a) == subjectOf(b) && a.kinds == b.kinds && haveSameTags(a, b) &&
           cents(a.score) == cents(b.score) && a.prints == b.prints && a.evidence == b.evidence;
}

} // namespace

JudgementChange changeBetween(const detect::Engine& before, const detect::Engine& after)
{
    JudgementChange change;
    std::multimap<Subject, std::uint32_t> found;
    for (std::uint32_t id = 1; id <= after.count(); ++id) {
        found.emplace(subjectOf(after.anomaly(id)), id);
        if (id > before.count() || !tellTheSame(before.anomaly(id), after.anomaly(id)))
            change.altered.push_back(id);
    }
    for (std::uint32_t id = 1; id <= before.count(); ++id) {
        const Anomaly& anomaly = before.anomaly(id);
        const auto [from, to] = found.equal_range(subjectOf(anomaly));
        const auto same = std::find_if(
            from, to, [&](const auto& other) { return overlap(after.anomaly(other.second).kinds, anomaly.kinds); });
        change.newIds.push_back(same == to ? 0 : same->second);
        if (same != to)
            found.erase(same);
        if (id > after.count())
            change.gone.push_back(anomaly);
    }
    return change;
}

} // namespace flowglass::session

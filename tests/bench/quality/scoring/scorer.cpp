// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/scoring/scorer.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_set>

namespace flowglass::quality {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kFiveMinutesMs = 300'000;
constexpr std::int64_t kHeldMs = 1'000; // an alert without sequences holds an event this long after its end

bool isWithin(const LabelledEvent& event, std::int64_t ms, std::int64_t graceMs)
{
    return ms >= event.fromNs / kNsPerMs && ms <= event.toNs / kNsPerMs + graceMs;
}

bool lasts(EventKind kind)
{
    return kind == EventKind::Burst || kind == EventKind::Repeat;
}

// Before the event's last print: by time, or by place in the tape within a millisecond.
bool isEarly(const LabelledEvent& event, const Alert& alert)
{
    return alert.ms < event.toNs / kNsPerMs ||
           (!alert.sequences.empty() && alert.sequences.back() < event.prints.back().sequence);
}

std::uint64_t keyOf(std::string_view name, std::int64_t time)
{
    return std::hash<std::string_view>()(name) ^ (std::uint64_t(time) * 0x9E3779B97F4A7C15ULL);
}

} // namespace

Share Outcome::total() const
{
    Share sum;
    for (std::size_t kind = 0; kind < kEventKinds; ++kind)
        sum += ofKind(EventKind(kind));
    return sum;
}

Share Outcome::ofKind(EventKind kind) const
{
    Share sum;
    for (const Share& share : shares[std::size_t(kind)])
        sum += share;
    return sum;
}

Share Outcome::ofGrade(Grade grade) const
{
    Share sum;
    for (const auto& kind : shares)
        sum += kind[std::size_t(grade)];
    return sum;
}

double Outcome::precision() const
{
    const double found = total().found;
    return found == 0.0 ? 0.0 : found / (found + double(falseAlarms));
}

Scorer::Scorer(Labels labels) : m_labels(std::move(labels))
{
    for (std::size_t at = 0; at < m_labels.events.size(); ++at) {
        const LabelledEvent& event = m_labels.events[at];
        m_ofUnderlying[event.underlying].push_back(at);
        if (!event.ticker.empty())
            m_ofTicker[event.ticker].push_back(at);
    }
    for (const LabelledNews& news : m_labels.news)
        m_news[news.underlying].push_back(news.ns / kNsPerMs);
}

// Counts ranked alerts one by one.
class Scorer::Tally
{
public:
    explicit Tally(const Labels& labels) : m_labels(labels), m_firsts(labels.events.size()) {}

    void count(const Alert& alert, const Verdict& verdict)
    {
        m_threshold = alert.score;
        if (verdict.worth == Worth::Ignored)
            return;
        const bool fresh = isFresh(alert);
        if (verdict.worth == Worth::False) {
            m_falseAlarms += fresh ? 1 : 0;
            return;
        }
        First& first = m_firsts[verdict.event];
        first.ms = std::min(first.ms.value_or(alert.ms), alert.ms);
        first.early = first.early || isEarly(m_labels.events[verdict.event], alert);
    }
    std::uint64_t falseAlarms() const { return m_falseAlarms; }

    Outcome outcome() const
    {
        Outcome made;
        made.threshold = m_threshold;
        made.falseAlarms = m_falseAlarms;
        for (std::size_t at = 0; at < m_firsts.size(); ++at) {
            const LabelledEvent& event = m_labels.events[at];
            if (event.fromNs < m_labels.scoredFromNs || event.fromNs > m_labels.scoredToNs)
                continue;
            const auto kind = std::size_t(event.kind);
            Share& share = made.shares[kind][std::size_t(event.grade)];
            ++share.of;
            if (!m_firsts[at].ms)
                continue;
            ++share.found;
            const std::int64_t delay = *m_firsts[at].ms - event.fromNs / kNsPerMs;
            made.delays[kind].push_back(double(std::max<std::int64_t>(0, delay)) / 1000.0);
            made.early[kind] += m_firsts[at].early ? 1 : 0;
        }
        return made;
    }

private:
    // Marks the alert's minute and its moment; both must be new.
    bool isFresh(const Alert& alert)
    {
        const std::uint64_t place = alert.ticker.empty()
                                        ? keyOf(alert.underlying, -1 - alert.ms / kFiveMinutesMs)
                                        : keyOf(alert.ticker, alert.ms / kMinuteMs);
        const bool freshPlace = m_places.insert(place).second;
        const bool freshMoment = m_moments.insert(keyOf(alert.underlying, alert.ms)).second;
        return freshPlace && freshMoment;
    }

    const Labels& m_labels;
    struct First
    {
        std::optional<std::int64_t> ms;
        bool early = false;
    };
    std::vector<First> m_firsts; // alerts, by event
    std::unordered_set<std::uint64_t> m_places;
    std::unordered_set<std::uint64_t> m_moments;
    std::uint64_t m_falseAlarms = 0;
    double m_threshold = std::numeric_limits<double>::infinity();
};

std::vector<const Alert*> Scorer::ranked(std::span<const Alert> alerts) const
{
    std::vector<const Alert*> order;
    for (const Alert& alert : alerts) {
        if (alert.ms >= m_labels.scoredFromNs / kNsPerMs && alert.ms <= m_labels.scoredToNs / kNsPerMs)
            order.push_back(&alert);
    }
    std::ranges::stable_sort(order, [](const Alert* a, const Alert* b) { return a->score > b->score; });
    return order;
}

std::array<Outcome, kBudgets.size()> Scorer::atBudgets(std::span<const Alert> alerts) const
{
    const std::vector<const Alert*> order = ranked(alerts);
    std::array<std::size_t, kBudgets.size()> affordable{}; // alerts, from the top
    Tally tally(m_labels);
    for (std::size_t at = 0; at < order.size();) {
        const double score = order[at]->score; // equal scores stand or fall together
        for (; at < order.size() && order[at]->score == score; ++at)
            tally.count(*order[at], judge(*order[at]));
        for (std::size_t budget = 0; budget < kBudgets.size(); ++budget) {
            if (double(tally.falseAlarms()) * 1e5 <= kBudgets[budget] * double(m_labels.scoredPrints))
                affordable[budget] = at;
        }
    }
    std::array<Outcome, kBudgets.size()> outcomes;
    std::ranges::transform(affordable, outcomes.begin(), [&](std::size_t count) {
        return outcome({order.data(), count});
    });
    return outcomes;
}

Outcome Scorer::above(std::span<const Alert> alerts, double threshold) const
{
    const std::vector<const Alert*> order = ranked(alerts);
    const auto end =
        std::ranges::find_if(order, [threshold](const Alert* alert) { return !(alert->score >= threshold); });
    return outcome({order.begin(), end});
}

Outcome Scorer::outcome(std::span<const Alert* const> counted) const
{
    Tally tally(m_labels);
    for (const Alert* alert : counted)
        tally.count(*alert, judge(*alert));
    return tally.outcome();
}

Scorer::Verdict Scorer::judge(const Alert& alert) const
{
    Verdict verdict = alert.ticker.empty() ? judgeUnderlying(alert) : judgeContract(alert);
    if (verdict.worth == Worth::False && isNews(alert))
        verdict.worth = Worth::Ignored;
    return verdict;
}

Scorer::Verdict Scorer::judgeContract(const Alert& alert) const
{
    Verdict verdict;
    if (const auto events = m_ofTicker.find(alert.ticker); events != m_ofTicker.end()) {
        for (const std::size_t at : events->second) {
            const LabelledEvent& event = m_labels.events[at];
            if (holds(event, alert) || (lasts(event.kind) && isWithin(event, alert.ms, kGraceMs)))
                return {Worth::Found, at};
            if (isWithin(event, alert.ms, kGraceMs))
                verdict.worth = Worth::Ignored;
        }
    }
    if (const auto events = m_ofUnderlying.find(alert.underlying); events != m_ofUnderlying.end()) {
        for (const std::size_t at : events->second) {
            const LabelledEvent& event = m_labels.events[at];
            if (event.kind == EventKind::Underlying && isWithin(event, alert.ms, kUnderlyingGraceMs))
                verdict.worth = Worth::Ignored;
        }
    }
    return verdict;
}

Scorer::Verdict Scorer::judgeUnderlying(const Alert& alert) const
{
    Verdict verdict;
    const auto events = m_ofUnderlying.find(alert.underlying);
    if (events == m_ofUnderlying.end())
        return verdict;
    for (const std::size_t at : events->second) {
        const LabelledEvent& event = m_labels.events[at];
        if (event.kind == EventKind::Underlying && isWithin(event, alert.ms, kUnderlyingGraceMs))
            return {Worth::Found, at};
        if (lasts(event.kind) && isWithin(event, alert.ms, kGraceMs))
            verdict.worth = Worth::Ignored;
    }
    return verdict;
}

bool Scorer::isNews(const Alert& alert) const
{
    const auto news = m_news.find(alert.underlying);
    return news != m_news.end() && std::ranges::any_of(news->second, [&alert](std::int64_t ms) {
               return alert.ms >= ms && alert.ms <= ms + kNewsMs;
           });
}

bool Scorer::holds(const LabelledEvent& event, const Alert& alert) const
{
    if (alert.sequences.empty())
        return isWithin(event, alert.ms, kHeldMs);
    return std::ranges::any_of(alert.sequences, [&event](std::uint64_t sequence) {
        return std::ranges::binary_search(event.prints, sequence, {}, &LabelledPrint::sequence);
    });
}

} // namespace flowglass::quality

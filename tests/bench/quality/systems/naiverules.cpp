// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/systems/naiverules.h"

#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace flowglass::quality {

namespace {

constexpr float kNotEligible = -1.0F;
constexpr double kEnough = 10.0; // prints of a contract before its own mean is used
constexpr std::size_t kRecent = 32;
constexpr std::int64_t kHitsMs = 100;
constexpr std::int64_t kSameSizeMs = 300'000;

bool isCancel(std::uint8_t condition)
{
    return condition == 201 || condition == 203 || condition == 205 || condition == 207;
}
bool isSingleLeg(std::uint8_t condition)
{
    return condition == 209 || condition == 219 || condition == 227 || condition == 228;
}

struct Moments
{
    double n = 0.0, sum = 0.0, squares = 0.0;

    void add(double x)
    {
        n += 1.0;
        sum += x;
        squares += x * x;
    }
    double mean() const { return n == 0.0 ? 1.0 : sum / n; }
    double deviation() const
    {
        return n < 2.0 ? 1.0 : std::sqrt(std::max(0.25, squares / n - mean() * mean()));
    }
};

struct Recent
{
    std::int64_t ms = 0;
    std::uint32_t size = 0;
    double premium = 0.0;
};

struct ContractMemory
{
    Moments sizes;
    std::array<Recent, kRecent> recent{};
    std::size_t prints = 0;
    double minute = 0.0, halfHour = 0.0; // fading volumes
    double dayVolume = 0.0;
    std::int32_t day = 0;
    std::int32_t cents = 0;
};

class Watcher
{
public:
    explicit Watcher(const Tape& tape)
        : m_tape(tape), m_contracts(tape.universe.contracts.size()), m_roots(tape.universe.roots.size())
    {
    }

    std::array<double, kNaiveRules> score(const Print& print)
    {
        const ListedContract& listed = m_tape.universe.contracts[print.contract];
        ContractMemory& memory = m_contracts[print.contract];
        Moments& ofRoot = m_roots[listed.root];
        const double size = print.size;
        const double premium = size * print.cents;
        const Moments& sizes = memory.sizes.n >= kEnough ? memory.sizes : ofRoot;
        std::array<double, kNaiveRules> scores{};
        const auto set = [&scores](NaiveRule rule, double score) { scores[std::size_t(rule)] = score; };
        set(NaiveRule::Size, size);
        set(NaiveRule::TimesMean, size / sizes.mean());
        set(NaiveRule::ZScore, std::max(0.0, (size - sizes.mean()) / sizes.deviation()));
        set(NaiveRule::Premium, premium);
        set(NaiveRule::MinuteVolume, minuteVolume(print, memory));
        remember(print, premium, memory);
        set(NaiveRule::VolumeOverOi, memory.dayVolume / std::max(1.0, double(listed.openInterest)));
        set(NaiveRule::SizeOverOi, size / std::max(1.0, double(listed.openInterest)));
        lookBack(print, memory, scores);
        if (memory.cents > 0)
            set(NaiveRule::PriceJump, std::fabs(double(print.cents - memory.cents)) / memory.cents);
        memory.cents = print.cents;
        memory.sizes.add(size);
        ofRoot.add(size);
        return scores;
    }

private:
    static double minuteVolume(const Print& print, ContractMemory& memory)
    {
        constexpr double kFloor = 300.0; // contracts in half an hour
        const double size = print.size;
        if (memory.prints > 0) {
            const Recent& last = memory.recent[(memory.prints - 1) % kRecent];
            const double seconds = std::max(0.0, double(print.ms - last.ms) / 1000.0);
            memory.minute *= std::exp(-seconds / 60.0);
            memory.halfHour *= std::exp(-seconds / 1800.0);
        }
        const double usual = std::max(0.0, memory.halfHour - memory.minute) + kFloor;
        memory.minute += size;
        memory.halfHour += size;
        return memory.minute * 30.0 / usual;
    }

    static void remember(const Print& print, double premium, ContractMemory& memory)
    {
        memory.recent[memory.prints++ % kRecent] = {print.ms, print.size, premium};
        const std::int32_t day = sessions::dayOf(print.ms);
        memory.dayVolume = (day == memory.day ? memory.dayVolume : 0.0) + print.size;
        memory.day = day;
    }

    static void lookBack(const Print& print, const ContractMemory& memory,
                         std::array<double, kNaiveRules>& scores)
    {
        double hits = 0.0;
        double premium = 0.0;
        double same = 0.0;
        for (std::size_t back = 1; back <= std::min(memory.prints, kRecent); ++back) {
            const Recent& recent = memory.recent[(memory.prints - back) % kRecent];
            const std::int64_t age = print.ms - recent.ms;
            if (age > kSameSizeMs)
                break;
            hits += age <= kHitsMs ? 1.0 : 0.0;
            premium += age <= kHitsMs ? recent.premium : 0.0;
            same += recent.size == print.size ? 1.0 : 0.0;
        }
        scores[std::size_t(NaiveRule::Hits)] = std::min(hits / 6.0, premium / 50'000.0);
        scores[std::size_t(NaiveRule::SameSize)] = print.size >= 3 ? same : 0.0;
    }

    const Tape& m_tape;
    std::vector<ContractMemory> m_contracts;
    std::vector<Moments> m_roots;
};

} // namespace

NaiveScores::NaiveScores(const Tape& tape, Eligible eligible) : m_tape(tape)
{
    for (std::vector<float>& scores : m_scores)
        scores.assign(tape.scoredPrints(), kNotEligible);
    Watcher watcher(tape);
    for (std::uint32_t row = 0; row < tape.prints.size(); ++row) {
        const Print& print = tape.prints[row];
        if (isCancel(print.condition) || (eligible == Eligible::SingleLeg && !isSingleLeg(print.condition)))
            continue;
        const std::array<double, kNaiveRules> scores = watcher.score(print);
        if (row < tape.scoredFrom || print.busted)
            continue;
        for (std::size_t rule = 0; rule < kNaiveRules; ++rule)
            m_scores[rule][row - tape.scoredFrom] = float(scores[rule]);
    }
}

std::vector<Alert> NaiveScores::alerts(NaiveRule rule, double least, std::size_t most) const
{
    return best(m_scores[std::size_t(rule)], least, most);
}

std::vector<Alert> NaiveScores::combined(std::span<const NaiveRule> rules, std::size_t most) const
{
    std::vector<float> highest(m_tape.scoredPrints(), kNotEligible);
    for (const NaiveRule rule : rules) {
        const std::vector<float> scores = ranks(rule);
        std::ranges::transform(scores, highest, highest.begin(),
                               [](float a, float b) { return std::max(a, b); });
    }
    return best(highest, 0.0, most);
}

std::vector<float> NaiveScores::ranks(NaiveRule rule) const
{
    const std::vector<float>& scores = m_scores[std::size_t(rule)];
    std::vector<float> sorted;
    std::ranges::copy_if(scores, std::back_inserter(sorted), [](float score) { return score >= 0.0F; });
    std::ranges::sort(sorted, std::greater<>());
    std::vector<float> made(scores.size(), kNotEligible);
    for (std::size_t at = 0; at < scores.size(); ++at) {
        if (scores[at] < 0.0F)
            continue;
        const auto above = std::ranges::upper_bound(sorted, scores[at], std::greater<>()) - sorted.begin();
        made[at] = float(-std::log10(double(above) / double(sorted.size())));
    }
    return made;
}

std::vector<Alert> NaiveScores::best(const std::vector<float>& scores, double least, std::size_t most) const
{
    auto limit = float(std::max(0.0, least));
    if (most < scores.size()) {
        std::vector<float> sorted = scores;
        std::ranges::nth_element(sorted, sorted.begin() + std::ptrdiff_t(most), std::greater<>());
        limit = std::max(limit, sorted[most]);
    }
    std::vector<Alert> made;
    for (std::size_t at = 0; at < scores.size(); ++at) {
        if (scores[at] < limit)
            continue;
        const std::uint64_t row = m_tape.scoredFrom + at;
        const ListedContract& contract = m_tape.universe.contracts[m_tape.prints[row].contract];
        made.push_back({contract.ticker,
                        m_tape.universe.roots[contract.root].name,
                        m_tape.prints[row].ms,
                        double(scores[at]),
                        {row + 1}});
    }
    return made;
}

} // namespace flowglass::quality

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/scoring/labels.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flowglass::quality {

// One finding of a detector. The text lives elsewhere.
struct Alert
{
    std::string_view ticker; // empty: of the whole underlying
    std::string_view underlying;
    std::int64_t ms = 0;                  // of the print that raised it
    double score = 0.0;                   // ranks the alerts; any scale
    std::vector<std::uint64_t> sequences; // of its prints; may be empty
};

inline constexpr std::array<double, 5> kBudgets = {1.0, 5.0, 10.0, 20.0,
                                                   50.0}; // false alarms per 100,000 prints
inline constexpr std::size_t kTen = 2;                    // the budget of ten

struct Share
{
    int found = 0;
    int of = 0;
    double recall() const { return of == 0 ? 0.0 : double(found) / of; }
    Share& operator+=(const Share& other)
    {
        found += other.found;
        of += other.of;
        return *this;
    }
};

// What was found with the alerts above some score.
struct Outcome
{
    double threshold = 0.0; // lowest score that counted; infinite when none did
    std::uint64_t falseAlarms = 0;
    std::array<std::array<Share, kGrades>, kEventKinds> shares;
    std::array<std::vector<double>, kEventKinds>
        delays;                           // seconds from an event's first print to its first alert
    std::array<int, kEventKinds> early{}; // events found before their last print

    Share total() const;
    Share ofKind(EventKind kind) const;
    Share ofGrade(Grade grade) const;
    double precision() const; // events found among these and the false alarms
};

// Holds alerts against labels, by event and without adjustment. The rules:
//   Only alerts and events of the scored day count. Alerts are ranked by score; those above a threshold
//   count. A block, sweep or off price is found by an alert that holds one of its prints; a burst or repeat
//   also by any alert on its contract from its first print to a minute after its last; an underlying's burst
//   by an alert on the underlying until two minutes after its last. No false alarm: on the contract of an
//   event until a minute after it; on a contract while its underlying bursts; on an underlying while one of
//   its contracts bursts or repeats; on either for 20 minutes from news of the underlying. Anything else is a
//   false alarm, once a contract and minute (an underlying and five minutes). Alerts of one underlying at the
//   same millisecond are one: the legs of a package.
class Scorer
{
public:
    explicit Scorer(Labels labels);

    // At the lowest threshold that keeps each budget of false alarms.
    std::array<Outcome, kBudgets.size()> atBudgets(std::span<const Alert> alerts) const;
    Outcome above(std::span<const Alert> alerts, double threshold) const;
    const Labels& labels() const { return m_labels; }

    static constexpr std::int64_t kGraceMs = 60'000;
    static constexpr std::int64_t kUnderlyingGraceMs = 120'000;
    static constexpr std::int64_t kNewsMs = 1'200'000;

private:
    enum class Worth : std::uint8_t { Found, Ignored, False };
    struct Verdict
    {
        Worth worth = Worth::False;
        std::size_t event = 0;
    };
    class Tally;

    Verdict judge(const Alert& alert) const;
    Verdict judgeContract(const Alert& alert) const;
    Verdict judgeUnderlying(const Alert& alert) const;
    bool isNews(const Alert& alert) const;
    bool holds(const LabelledEvent& event, const Alert& alert) const;
    std::vector<const Alert*> ranked(std::span<const Alert> alerts) const;
    Outcome outcome(std::span<const Alert* const> counted) const;

    Labels m_labels;
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_ofTicker;     // events of contracts
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_ofUnderlying; // all its events
    std::unordered_map<std::string_view, std::vector<std::int64_t>> m_news;        // ms
};

} // namespace flowglass::quality

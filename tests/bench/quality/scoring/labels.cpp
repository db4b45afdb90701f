// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/scoring/labels.h"

#include "bench/quality/tape/sessions.h"

namespace flowglass::quality {

namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;

LabelledEvent labelled(const Tape& tape, const PlantedEvent& event, int id)
{
    LabelledEvent made;
    made.id = id;
    made.kind = event.kind;
    made.grade = event.grade;
    made.underlying = tape.universe.roots[event.root].name;
    if (event.contract != PlantedEvent::kNone)
        made.ticker = tape.universe.contracts[event.contract].ticker;
    made.fromNs = event.fromMs * kNsPerMs;
    made.toNs = event.toMs * kNsPerMs;
    for (const std::uint32_t row : event.rows) {
        const Print& print = tape.prints[row];
        made.prints.push_back({tape.universe.contracts[print.contract].ticker, print.ms * kNsPerMs,
                               print.cents / 100.0, print.size, row + 1ULL});
    }
    return made;
}

} // namespace

Labels labelsOf(const Tape& tape)
{
    Labels labels;
    labels.seed = tape.config.seed;
    labels.scoredFromNs = sessions::openMs(sessions::kScoredDay) * kNsPerMs;
    labels.scoredToNs = sessions::closeMs(sessions::kScoredDay) * kNsPerMs;
    labels.scoredPrints = tape.scoredPrints();
    for (const PlantedEvent& event : tape.events)
        labels.events.push_back(labelled(tape, event, int(labels.events.size()) + 1));
    for (const News& news : tape.news)
        labels.news.push_back({tape.universe.roots[news.root].name, news.ms * kNsPerMs});
    return labels;
}

} // namespace flowglass::quality

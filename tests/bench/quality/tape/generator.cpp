// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/generator.h"

#include "bench/quality/tape/cancels.h"
#include "bench/quality/tape/eventplan.h"
#include "bench/quality/tape/orderflow.h"
#include "bench/quality/tape/sessions.h"

#include <algorithm>
#include <tuple>

namespace flowglass::quality {

namespace {

constexpr std::uint64_t kFlowStream = 10'000;
constexpr std::uint64_t kEventStream = 4;
constexpr std::uint64_t kCancelStream = 5;

void sortByTime(std::vector<Print>& prints)
{
    std::ranges::stable_sort(prints, {},
                             [](const Print& print) { return std::tuple(print.ms, print.contract); });
}

// Prints what is planned at the undisturbed quotes, and then lets some of those follow.
std::vector<Print> printEvents(Tape& tape, const MarketPath& path, const Activity& activity, Pricer& pricer)
{
    std::vector<Print> planted;
    Printer printer(tape.universe, pricer, planted);
    Rng rng(tape.config.seed, kEventStream);
    std::vector<PriceShift> shifts;
    for (PlannedEvent& planned : planEvents(tape.config, tape.universe, path, activity, pricer)) {
        printer.setEvent(std::int32_t(tape.events.size()));
        const int day = sessions::dayOf(planned.ms) - path.firstDay();
        printEvent(rng, planned, day, activity, printer, planted);
        if (planned.quoteFollows) {
            const double half = pricer.quote(planned.event.contract, planned.ms).half;
            shifts.push_back({planned.event.contract, planned.ms, planned.halfSpreads * half});
        }
        tape.events.push_back(planned.event);
    }
    for (const PriceShift& shift : shifts)
        pricer.shift(shift);
    return planted;
}

void noteRows(Tape& tape)
{
    const std::int64_t scoredMs = sessions::openMs(sessions::kScoredDay);
    for (std::uint32_t row = 0; row < tape.prints.size(); ++row) {
        const Print& print = tape.prints[row];
        if (print.ms < scoredMs)
            tape.scoredFrom = row + 1;
        if (print.event >= 0)
            tape.events[std::size_t(print.event)].rows.push_back(row);
    }
}

} // namespace

Tape generateTape(const TapeConfig& config)
{
    Tape tape;
    tape.config = config;
    tape.universe = makeUniverse(config);
    const MarketPath path(tape.universe, config);
    const Activity activity(tape.universe, path, config);
    Pricer pricer(tape.universe, path);
    tape.news = path.news();
    std::vector<Print> planted;
    if (config.planted)
        planted = printEvents(tape, path, activity, pricer);
    tape.prints.reserve(std::size_t(config.printsPerDay) * std::size_t(path.days()) * 11 / 10);
    Printer printer(tape.universe, pricer, tape.prints);
    for (int day = 0; day < path.days(); ++day) {
        for (std::uint32_t root = 0; root < tape.universe.roots.size(); ++root) {
            Rng rng(config.seed, kFlowStream * std::uint64_t(day + 1) + root);
            flowOfDay(rng, root, day, tape.universe, path, activity, printer);
        }
    }
    sortByTime(tape.prints);
    Rng rng(config.seed, kCancelStream);
    addCancels(rng, tape.prints);
    tape.prints.insert(tape.prints.end(), planted.begin(), planted.end());
    sortByTime(tape.prints);
    noteRows(tape);
    return tape;
}

} // namespace flowglass::quality

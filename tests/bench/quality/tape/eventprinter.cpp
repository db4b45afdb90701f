// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/tape/eventplan.h"
#include "bench/quality/tape/printer.h"

#include <algorithm>

namespace flowglass::quality {

namespace {

void printBurst(Rng& rng, const PlannedEvent& planned, int day, const Activity& activity, Printer& printer)
{
    const PlantedEvent& event = planned.event;
    const bool ofUnderlying = event.kind == EventKind::Underlying;
    const double mean = 1.0 / planned.extraRate;
    for (double at = rng.exponential(mean); at < planned.seconds; at += rng.exponential(mean)) {
        const std::int64_t ms = planned.ms + std::int64_t(at * 1000.0);
        if (ofUnderlying)
            printer.anyOrder(rng, activity.pick(rng, event.root, day), ms);
        else
            printer.singleLegOrder(rng, event.contract, ms);
    }
}

void printOffPrices(Rng& rng, const PlannedEvent& planned, Printer& printer)
{
    std::int64_t ms = planned.ms;
    for (int at = 0; at < planned.prints; ++at) {
        printer.offPrice(rng, planned.event.contract, ms, planned.halfSpreads);
        ms += std::int64_t(rng.between(0.4, 6.0) * 1000.0);
    }
}

void printRepeats(Rng& rng, const PlannedEvent& planned, Printer& printer)
{
    const int side = rng.chance(0.5) ? 1 : -1;
    std::int64_t ms = planned.ms;
    for (int at = 0; at < planned.prints; ++at) {
        printer.block(rng, planned.event.contract, ms, planned.size, side);
        ms += std::int64_t(rng.between(10.0, 45.0) * 1000.0);
    }
}

} // namespace

void printEvent(Rng& rng, PlannedEvent& planned, int day, const Activity& activity, Printer& printer,
                std::vector<Print>& prints)
{
    PlantedEvent& event = planned.event;
    const std::size_t before = prints.size();
    while (prints.size() == before) { // a weak burst may come out empty by chance
        switch (event.kind) {
        case EventKind::Block:
            printer.block(rng, event.contract, planned.ms, planned.size, rng.chance(0.5) ? 1 : -1);
            break;
        case EventKind::Sweep:
            printer.sweep(rng, event.contract, planned.ms, planned.size, planned.prints,
                          rng.chance(0.5) ? 1 : -1);
            break;
        case EventKind::Burst:
        case EventKind::Underlying:
            printBurst(rng, planned, day, activity, printer);
            break;
        case EventKind::Price:
            printOffPrices(rng, planned, printer);
            break;
        case EventKind::Repeat:
            printRepeats(rng, planned, printer);
            break;
        case EventKind::Count:
            return;
        }
    }
    const auto [first, last] =
        std::ranges::minmax_element(prints.begin() + std::ptrdiff_t(before), prints.end(), {}, &Print::ms);
    event.fromMs = first->ms;
    event.toMs = last->ms;
}

} // namespace flowglass::quality

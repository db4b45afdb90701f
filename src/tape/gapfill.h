// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace flowglass::tape {

// What was done about a gap of the feed afterwards. A value.
struct GapFill
{
    enum class State : std::uint8_t {
        None,    // nothing
        Fetching,
        Filled,  // all that was missed is there
        Partly,  // some contracts could not be fetched
        Failed,  // nothing could be fetched
        Open     // nothing yet: the gap lasts still, and ends where it was looked at last
    };
    enum class Judging : std::uint8_t {
        None,    // nothing to judge
        Waiting, // is being judged, or will be
        Done,    // everything was judged again with these trades at their place
        TooFew,  // so many contracts are missing that the gap stays one for the detectors
        Evicted, // no: older trades have left memory, and judging starts with the first
        Stopped  // no: the run ended before
    };
    // When not filled: the look for those of the missing trades that the provider calls unusual.
    enum class Check : std::uint8_t {
        None,    // not made, broke off with nothing, or the provider has no such list
        Waiting, // is being made, or will be
        Partly,  // broke off
        Done
    };
    State state = State::None;
    Judging judging = Judging::None;
    std::uint64_t trades = 0; // fetched and added to the tape, those of the check left out
    QString reason;           // when not filled, or partly; translated
    Check check = Check::None;
    std::uint64_t unusual = 0; // found by the check and added to the tape; never judged
    bool operator==(const GapFill&) const = default;

    // Whether it is no gap for the detectors any more.
    bool isClosed() const { return judging == Judging::Waiting || judging == Judging::Done; }
};

} // namespace flowglass::tape

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/feedstatus.h"
#include "tape/gapfill.h"

#include <cstdint>
#include <vector>

namespace flowglass::models {

// All that the window shows of a replay. Times are those of receipt, as they stand in the recording. A value.
struct ReplayPicture
{
    enum class State { Opening, Paused, Playing, Seeking, Ended, Failed };
    struct Gap
    {
        domain::FeedGap gap;
        tape::GapFill fill; // as far as it was played
        bool operator==(const Gap&) const = default;
    };

    State state = State::Opening;
    domain::UnixNs first; // of the recording; equal to last while it is not known
    domain::UnixNs last;
    domain::UnixNs position;
    double speed = 1.0; // factor; 0: as fast as it goes
    std::vector<std::uint32_t> density; // trades in equal slices of first to last; may be empty
    std::vector<Gap> gaps;
    std::vector<domain::UnixMs> anomalies;
    QString name;    // of the file
    QString message; // one sentence: how far opening is, why it failed, what was lost; may be empty
    bool operator==(const ReplayPicture&) const = default;
};

} // namespace flowglass::models

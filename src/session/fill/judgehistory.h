// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/settings.h"
#include "session/streamevent.h"

#include <cstdint>
#include <variant>
#include <vector>

namespace flowglass::session {

// What the detectors were told beside the trades, and when: with it and the stored trades everything can be
// judged once more. A value.
struct JudgeHistory
{
    struct Gap
    {
        std::size_t number = 0; // in the store
        domain::UnixMs from;    // event time
        domain::UnixMs to;
    };
    struct Event
    {
        std::uint64_t beforeRow = 0; // of the store
        std::variant<Gap, detect::Settings, LearntBaselines> what;
    };
    detect::Settings initial;
    std::vector<Event> events; // in order
};

} // namespace flowglass::session

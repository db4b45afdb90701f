// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace flowglass::feed {

// Notices that this computer slept, or that this program was stopped: between two looks the time asleep grew,
// which domain::Clock tells, or, where the steady clock does not stand in a sleep, the look came far too
// late. A value.
class WakeWatch
{
public:
    static constexpr std::chrono::seconds kTolerance{15};

    // Look regularly. How long it slept, at the first look afterwards.
    std::optional<std::chrono::milliseconds>
    look(std::chrono::nanoseconds steady, std::chrono::nanoseconds asleep, std::chrono::nanoseconds interval);

private:
    bool m_looked = false;
    std::chrono::nanoseconds m_steady{0};
    std::chrono::nanoseconds m_asleep{0};
};

} // namespace flowglass::feed

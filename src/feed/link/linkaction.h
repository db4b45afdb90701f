// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QString>

#include <algorithm>

namespace flowglass::feed {

// The time by all clocks.
struct LinkNow
{
    std::chrono::nanoseconds steady{0};
    domain::UnixMs wall;
    std::chrono::nanoseconds asleep{0}; // as domain::Clock::asleep()
};

// However the wall clock was set meanwhile. Never negative.
constexpr std::chrono::milliseconds passed(const LinkNow& from, const LinkNow& to)
{
    const std::chrono::nanoseconds slept = std::max(to.asleep - from.asleep, {});
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::max(to.steady - from.steady, {}) +
                                                                 slept);
}

// What is to be done with the socket.
struct LinkAction
{
    enum class Kind {
        Open, // a fresh socket to the configured address
        Send, // the text
        Ping,
        Close // politely when it is open; the socket is done with
    };
    Kind kind = Kind::Open;
    QString text;
    bool operator==(const LinkAction&) const = default;
};

} // namespace flowglass::feed

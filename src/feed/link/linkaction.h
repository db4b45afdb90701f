// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QString>

namespace flowglass::feed {

// The time by both clocks.
struct LinkNow
{
    std::chrono::nanoseconds steady{0};
    domain::UnixMs wall;
};

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

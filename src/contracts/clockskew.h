// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <chrono>
#include <optional>

namespace flowglass::contracts {

// When the server says it answered, in whole seconds, and when we asked and had the answer by our clock.
struct ServerTime
{
    domain::UnixMs said;
    domain::UnixMs sent;
    domain::UnixMs received;
};

// How far this machine's wall clock is from the provider's. Each answer tells it to a second and the time
// the answer took; several together tell it better. Ages and latencies are wrong by as much. A value.
class ClockSkew
{
public:
    static constexpr std::chrono::milliseconds kTolerated{2'000};

    bool note(const ServerTime& time); // true when off() has changed
    // Ours minus the provider's, when that is certainly more than tolerated; else empty.
    std::optional<std::chrono::milliseconds> off() const;

private:
    using Span = std::chrono::milliseconds;
    Span m_least = Span::min(); // what it can be
    Span m_most = Span::max();
};

} // namespace flowglass::contracts

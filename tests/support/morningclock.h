// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakeclock.h"

namespace flowglass::test {

// The system's, moved: when it is made it is FakeClock::kMorning, a moment at which the market is open.
class MorningClock final : public domain::Clock
{
public:
    domain::UnixNs now() const override { return {FakeClock::kMorning.value + m_system.now().value - m_begun.value}; }
    std::chrono::nanoseconds steady() const override { return m_system.steady(); }

private:
    domain::SystemClock m_system;
    domain::UnixNs m_begun = m_system.now();
};

} // namespace flowglass::test

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/meters/memoryreturn.h"

#include "session/meters/processmemory.h"
#include "session/pump.h"

#include <chrono>

namespace flowglass::session {

namespace {
constexpr std::chrono::seconds kInterval{10};
constexpr std::uint64_t kWorthIt = 32 << 20; // bytes
} // namespace

MemoryReturn::MemoryReturn(const Pump& pump, QObject* parent) : QObject(parent), m_pump(pump)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &MemoryReturn::look);
}

void MemoryReturn::look()
{
    if (!m_pump.isIdle() || residentBytes() < m_resting + kWorthIt)
        return;
    returnFreePages();
    m_resting = residentBytes();
}

} // namespace flowglass::session

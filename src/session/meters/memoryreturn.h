// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include <cstdint>

namespace flowglass::session {

class Pump;

// Gives back to the system what bursts took, when it is worth it and no trade waits. Borrows the pump. GUI thread.
class MemoryReturn : public QObject
{
    Q_OBJECT

public:
    explicit MemoryReturn(const Pump& pump, QObject* parent = nullptr);
    void start() { m_timer.start(); }
    void stop() { m_timer.stop(); }
    void look(); // its timer does every ten seconds

private:
    const Pump& m_pump;
    QTimer m_timer;
    std::uint64_t m_resting = 0; // bytes resident after the last time
};

} // namespace flowglass::session

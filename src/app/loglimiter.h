// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <cstdint>
#include <vector>

namespace flowglass::app {

// Keeps a fault that repeats from filling the log: of messages that differ by their numbers only, kMost pass
// in a window of time, and the others are counted, to be told in one line when it is over. A value; times are
// of the steady clock and never go back.
class LogLimiter
{
public:
    static constexpr std::chrono::seconds kWindow{10};
    static constexpr std::uint64_t kMost = 20;
    static constexpr qsizetype kKinds = 256; // more kinds at once than this share one count

    struct HeldBack
    {
        LogLevel level = LogLevel::Info;
        QString text; // the newest of them
        std::uint64_t count = 0;
    };

    // Whether the message may be written now. Call over() first.
    bool admits(LogLevel level, const QString& text, std::chrono::nanoseconds now);
    // What was held back in the windows that have ended.
    std::vector<HeldBack> over(std::chrono::nanoseconds now);
    // In those that have not, too; for the end of the log.
    std::vector<HeldBack> rest();

private:
    struct Window
    {
        std::chrono::nanoseconds begun{0};
        std::uint64_t admitted = 0;
        HeldBack held;
    };
    QHash<QString, Window> m_windows;
    std::chrono::nanoseconds m_nextEnd{0};
};

} // namespace flowglass::app

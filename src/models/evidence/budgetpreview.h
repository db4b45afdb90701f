// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <chrono>
#include <cstdint>

namespace flowglass::models {

// What a choice of settings would mean.
struct BudgetPreview
{
    double perHour = 0.0;   // flags, at the present rate; 0: not known
    double threshold = 0.0; // the score that would flag now; 0: not known
    std::uint64_t anomaliesToday = 0; // that it would have raised: rows of the list
    bool isLeast = false;             // it would have been more
    std::uint64_t judgedToday = 0;    // trades
};

// Today's flags beside the provider's rule for unusual trades.
struct UnusualOverlap
{
    std::uint64_t both = 0;
    std::uint64_t onlyOurs = 0;
    std::uint64_t onlyTheirs = 0;
};

// What was learnt, as the file holds it that was loaded or saved last.
struct BaselineSummary
{
    int days = 0; // 0: nothing
    QDate first;
    QDate last;
    std::uint64_t contracts = 0;
    qint64 bytes = 0;
    std::chrono::seconds age{0}; // since it was saved
};

} // namespace flowglass::models

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <chrono>
#include <cstdint>

namespace flowglass::models {

// What a budget of flags would mean.
struct BudgetPreview
{
    double flagsPer100k = 0.0; // of trades watched
    double perHour = 0.0;      // at the present rate; 0: not known
    double threshold = 0.0;    // the score that would flag now; 0: not known
    std::uint64_t flaggedToday = 0; // that would have been
    std::uint64_t judgedToday = 0;
};

// Today's flags beside the provider's rule for unusual trades.
struct UnusualOverlap
{
    std::uint64_t both = 0;
    std::uint64_t onlyOurs = 0;
    std::uint64_t onlyTheirs = 0;
};

// What was learnt on earlier days.
struct BaselineSummary
{
    int days = 0; // 0: nothing
    QDate first;
    QDate last;
    std::uint64_t contracts = 0;
    qint64 bytes = 0;
    std::chrono::seconds age{0}; // since they were saved
};

} // namespace flowglass::models

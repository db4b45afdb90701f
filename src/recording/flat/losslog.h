// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/flat/linereader.h"
#include "recording/flat/rowparser.h"
#include "recording/framesource.h"

namespace flowglass::recording::flat {

// Counts the rows that are not played, with the place and reason of the first ones.
class LossLog
{
public:
    static constexpr qint64 kSamples = 100;

    void add(Fault fault, const LineReader& at); // the line at hand; not Fault::None
    // At most kSamples rows that cannot be read, the last with their total when there were more; then one
    // for all rows that do not stand.
    std::vector<Loss> losses() const;

private:
    std::vector<Loss> m_unreadable;
    qint64 m_unreadableCount = 0;
    Loss m_firstCorrected;
    qint64 m_correctedCount = 0;
};

} // namespace flowglass::recording::flat

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QRect>

#include <algorithm>
#include <cmath>

namespace flowglass::views {

// Which time stands at which pixel of the timeline. A value.
struct TimelineScale
{
    QRect plot;
    domain::UnixNs first;
    domain::UnixNs last;

    bool isEmpty() const { return last <= first || plot.width() < 2; }
    double span() const { return double((last - first).count()); } // nanoseconds
    double xOf(domain::UnixNs t) const
    {
        return plot.left() + double((t - first).count()) / span() * (plot.width() - 1);
    }
    domain::UnixNs at(double x) const // within first and last
    {
        const double share = std::clamp((x - plot.left()) / (plot.width() - 1), 0.0, 1.0);
        return share >= 1.0 ? last : domain::UnixNs{first.value + std::llround(share * span())};
    }
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordings/replaypicture.h"

namespace flowglass::test {

// 2026-11-20 09:30 in New York.
inline constexpr domain::UnixMs kOpening{1'795'185'000'000};

// A session of 6.5 hours at rest an hour after its start, with trades all the time but for a gap of half an
// hour in the middle, and an anomaly every hour.
inline models::ReplayPicture sessionPicture()
{
    using namespace std::chrono_literals;
    models::ReplayPicture picture;
    picture.state = models::ReplayPicture::State::Paused;
    picture.first = domain::toNs(kOpening);
    picture.last = domain::toNs(kOpening + 390min);
    picture.position = domain::toNs(kOpening + 60min);
    picture.density.assign(650, 400);
    picture.gaps = {{{kOpening + 180min, kOpening + 210min, QStringLiteral("connection lost")}, {}}};
    for (const auto after : {30min, 90min, 150min, 240min, 300min, 360min})
        picture.anomalies.push_back(kOpening + after);
    picture.name = QStringLiteral("nvda.fgr");
    return picture;
}

} // namespace flowglass::test

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <array>

namespace flowglass::fuzz {

std::span<const NamedTarget> allTargets()
{
    static constexpr std::array<NamedTarget, 13> kTargets = {{{"answers", &answers},
                                                              {"baselines", &baselines},
                                                              {"entries", &entries},
                                                              {"events", &events},
                                                              {"filters", &filters},
                                                              {"flatfiles", &flatfiles},
                                                              {"flatrows", &flatrows},
                                                              {"openinterest", &openinterest},
                                                              {"recordings", &recordings},
                                                              {"settings", &settings},
                                                              {"settingsfile", &settingsfile},
                                                              {"symbols", &symbols},
                                                              {"trades", &trades}}};
    return kTargets;
}

} // namespace flowglass::fuzz

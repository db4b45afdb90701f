// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/tags.h"

#include <QString>

#include <vector>

namespace flowglass::models {

// One tag as a word or two, and what it means.
struct TagChip
{
    QString text;
    QString toolTip;
    bool operator==(const TagChip&) const = default;
};

std::vector<TagChip> tagChips(domain::TagSet tags); // in order of AnomalyTag

} // namespace flowglass::models

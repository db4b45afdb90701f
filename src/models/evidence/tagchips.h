// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/premiummarks.h"

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
// The same, with what `premium` means to the person: the definition in use is in the tooltips.
std::vector<TagChip> tagChips(domain::TagSet tags, const domain::PremiumMarks& marks, domain::Premium premium);

} // namespace flowglass::models

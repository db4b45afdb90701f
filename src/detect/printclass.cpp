// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/printclass.h"

#include <algorithm>

namespace flowglass::detect {

PrintClass classOf(domain::Conditions conditions)
{
    if (conditions.isEmpty())
        return PrintClass::SingleLeg;
    const domain::ConditionTraits traits = domain::traitsOf(conditions);
    if (traits.cancel)
        return PrintClass::Cancel;
    if (traits.late || traits.compression || traits.extendedHours)
        return PrintClass::VolumeOnly;
    if (traits.proprietaryFloor)
        return PrintClass::CrossFloor;
    if (traits.multiLeg || traits.stockTied)
        return PrintClass::MultiLeg;
    if (traits.cross || traits.floor)
        return PrintClass::CrossFloor;
    return PrintClass::SingleLeg;
}

bool reopensTrading(domain::Conditions conditions)
{
    return !conditions.isEmpty() && domain::traitsOf(conditions).reopening;
}

} // namespace flowglass::detect

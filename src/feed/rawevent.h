// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conditions.h"
#include "domain/price.h"

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace flowglass::feed {

enum class Field : std::uint8_t {
    Absent, // not there, or null
    Good,
    Bad // there, but not of its type
};

// A number without fraction, written as 2 or 2.0.
struct WholeField
{
    Field state = Field::Absent;
    std::uint64_t value = 0;
};

struct TextField
{
    Field state = Field::Absent;
    std::string_view text; // valid until the next frame
};

// The fields of one event as they stand in the frame, before anything is judged: which of them matter
// is known only when its kind is, and `ev` may come last. Of a key given twice the last counts.
struct RawEvent
{
    TextField kind;
    TextField symbol;
    TextField status;
    TextField message;
    WholeField exchange;
    WholeField size;
    WholeField time;
    WholeField sequence;
    std::optional<domain::Price> price; // empty: absent, no number or out of range
    bool priceRounded = false;          // it had more than four decimals
    domain::Conditions conditions;
    Field conditionsState = Field::Absent;
    bool conditionsCut = false; // more than four: the first four are kept
};

// One pass over the object, in any order of keys; unknown keys are skipped. False when the JSON itself
// is broken: nothing behind that place can be read.
bool readEvent(simdjson::ondemand::object object, RawEvent& event);

} // namespace flowglass::feed

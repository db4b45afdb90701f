// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/rawevent.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace flowglass::feed {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr double kExactIntegers = 9007199254740992.0; // 2^53: above it a double skips integers

bool isNull(ondemand::value& value)
{
    bool null = false;
    return !value.is_null().get(null) && null;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// The text of a scalar as it stands in the frame; its length is known from the index of tokens.
std::string_view tokenOf(ondemand::value& value)
{
    std::string_view token = value.raw_json_token();
    while (!token.empty() && isBlank(token.back()))
        token.remove_suffix(1);
    return token;
}

void readWhole(ondemand::value& value, WholeField& out)
{
    if (!value.get_uint64().get(out.value)) {
        out.state = Field::Good;
        return;
    }
    double number = 0.0;
    if (!value.get_double().get(number)) {
        const bool whole = number >= 0.0 && number < kExactIntegers && std::floor(number) == number;
        out.state = whole ? Field::Good : Field::Bad;
        out.value = whole ? std::uint64_t(number) : 0;
        return;
    }
    out = {isNull(value) ? Field::Absent : Field::Bad, 0};
}

// A view into the frame where the text holds no escape, so that the usual ticker is not copied.
void readText(ondemand::value& value, TextField& out)
{
    const std::string_view token = tokenOf(value);
    const bool plain = token.size() >= 2 && token.front() == '"' && token.back() == '"'
                       && std::memchr(token.data(), '\\', token.size()) == nullptr;
    ondemand::raw_json_string consumed;
    if (plain && !value.get_raw_json_string().get(consumed)) {
        out = {Field::Good, token.substr(1, token.size() - 2)};
        return;
    }
    if (!value.get_string().get(out.text)) {
        out.state = Field::Good;
        return;
    }
    out = {isNull(value) ? Field::Absent : Field::Bad, {}};
}

// The digits at `at`, which moves behind them; their number is returned.
// There is always something behind them to stop at: the buffer is padded with zeros.
std::ptrdiff_t readDigits(const char*& at, std::uint64_t& number)
{
    const char* const first = at;
    std::uint64_t sum = 0;
    for (; *at >= '0' && *at <= '9'; ++at)
        sum = sum * 10 + std::uint64_t(*at - '0');
    number = sum;
    return at - first;
}

bool endsNumber(char c) { return c == ',' || c == '}' || c == ']' || isBlank(c); }

// "12", "12.5" to "12.5000" straight to units, exact; empty for any other form.
std::optional<std::uint64_t> plainPrice(const char* at)
{
    constexpr std::array<std::uint64_t, 5> kScale = {10'000, 1'000, 100, 10, 1};
    std::uint64_t dollars = 0;
    std::uint64_t fraction = 0;
    std::ptrdiff_t decimals = 0;
    const bool leadingZero = *at == '0';
    const std::ptrdiff_t whole = readDigits(at, dollars);
    if (whole == 0 || whole > 6 || (leadingZero && whole > 1))
        return std::nullopt;
    if (*at == '.') {
        ++at;
        decimals = readDigits(at, fraction);
        if (decimals == 0 || decimals >= std::ptrdiff_t(kScale.size()))
            return std::nullopt;
    }
    if (!endsNumber(*at))
        return std::nullopt;
    return dollars * kScale[0] + fraction * kScale[std::size_t(decimals)];
}

void readPrice(ondemand::value& value, RawEvent& event)
{
    constexpr auto kLimit = std::uint64_t(domain::Price::kMaxDollars) * std::uint64_t(domain::kUnitsPerDollar);
    event.price.reset();
    event.priceRounded = false;
    if (const auto units = plainPrice(value.raw_json_token().data())) {
        if (*units > 0 && *units < kLimit)
            event.price = domain::Price::fromUnits(std::int32_t(*units));
        return;
    }
    double dollars = 0.0;
    if (!value.get_double().get(dollars))
        event.price = domain::Price::fromDollars(dollars, &event.priceRounded);
}

// Number, or a number written as text (an old client library types it so).
void readExchange(ondemand::value& value, WholeField& out)
{
    readWhole(value, out);
    if (out.state != Field::Bad)
        return;
    TextField text;
    readText(value, text);
    if (text.state != Field::Good)
        return;
    const char* end = text.text.data() + text.text.size();
    const auto [rest, error] = std::from_chars(text.text.data(), end, out.value);
    out.state = error == std::errc() && rest == end ? Field::Good : Field::Bad;
}

void addCondition(ondemand::value& value, RawEvent& event)
{
    WholeField id;
    readWhole(value, id);
    if (id.state == Field::Absent || (id.state == Field::Good && id.value == 0))
        return; // null or 0: a regular print
    if (id.state == Field::Bad)
        event.conditionsState = Field::Bad;
    constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
    const bool known = id.state == Field::Good && id.value <= kLargest;
    if (!event.conditions.add(known ? std::int64_t(id.value) : -1))
        event.conditionsCut = true;
}

// An array as a rule; also nothing, null or a single number.
bool readConditions(ondemand::value& value, RawEvent& event)
{
    event.conditions = {};
    event.conditionsState = Field::Good;
    event.conditionsCut = false;
    ondemand::array ids;
    if (value.get_array().get(ids)) {
        addCondition(value, event);
        return true;
    }
    for (auto item : ids) {
        ondemand::value id;
        if (std::move(item).get(id))
            return false;
        addCondition(id, event);
    }
    return true;
}

bool readField(const char* key, ondemand::value& value, RawEvent& event)
{
    // Keys stand in the frame up to their closing quote.
    if (key[0] != '"' && key[1] == '"') {
        switch (key[0]) {
        case 'p': readPrice(value, event); break;
        case 's': readWhole(value, event.size); break;
        case 't': readWhole(value, event.time); break;
        case 'q': readWhole(value, event.sequence); break;
        case 'x': readExchange(value, event.exchange); break;
        case 'c': return readConditions(value, event);
        default: break;
        }
        return true;
    }
    if (std::strncmp(key, "ev\"", 3) == 0)
        readText(value, event.kind);
    else if (std::strncmp(key, "sym\"", 4) == 0)
        readText(value, event.symbol);
    else if (std::strncmp(key, "status\"", 7) == 0)
        readText(value, event.status);
    else if (std::strncmp(key, "message\"", 8) == 0)
        readText(value, event.message);
    return true;
}

} // namespace

bool readEvent(ondemand::object object, RawEvent& event)
{
    for (auto item : object) {
        ondemand::field field;
        if (std::move(item).get(field))
            return false;
        const char* key = field.key().raw();
        if (!readField(key, field.value(), event))
            return false;
    }
    return true;
}

} // namespace flowglass::feed

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace flowglass::domain {

// What went wrong, for three readers: code for programs, detail for the log (no key ever in it),
// text for the person (translated).
struct Error
{
    enum class Code {
        Unreachable,     // no connection, DNS, TLS
        TimedOut,        // no complete answer within the time given
        BadKey,          // 401, auth_failed
        NotInPlan,       // 403
        NotInReplay,     // REST is not asked, because it knows the present only
        NotFound,        // 404
        RateLimited,     // 429
        ServerError,     // 5xx
        BadAnswer,       // answered, but not what was asked for
        Unreadable,      // a file or text that cannot be read
        Unwritable,      // a file that cannot be written
        Cancelled
    };
    Code code = Code::BadAnswer;
    QString detail;
    QString text;
    bool operator==(const Error&) const = default;
};

// A value or an Error; shaped like std::expected, which GCC 12 lacks in C++20.
template <class T>
class Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const T* operator->() const { return &value(); }
    const T& operator*() const& { return value(); }
    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace flowglass::domain

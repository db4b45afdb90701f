// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/time/unixtime.h"

#include <QByteArray>
#include <QString>

#include <simdjson.h>

#include <optional>
#include <string_view>

namespace flowglass::contracts {

domain::Error badAnswer(const QString& detail); // answered, but it cannot be read

// Members of one JSON object. Anything wrong with one leaves it empty and the others readable.
class Members
{
public:
    explicit Members(simdjson::dom::object object) : m_object(object) {}

    QString text(std::string_view key) const;
    std::optional<double> number(std::string_view key) const; // finite
    // Integers above 2^53 keep all their digits; a whole number written as 100.0 counts as one.
    std::optional<std::int64_t> integer(std::string_view key) const;
    std::optional<domain::UnixNs> time(std::string_view key) const;
    std::optional<Members> object(std::string_view key) const;
    std::optional<simdjson::dom::array> array(std::string_view key) const
    {
        return read<simdjson::dom::array>(key);
    }

private:
    template <class T>
    std::optional<T> read(std::string_view key) const
    {
        T value;
        if (m_object[key].get(value) != simdjson::SUCCESS)
            return std::nullopt;
        return value;
    }

    simdjson::dom::object m_object;
};

// One answer, parsed as a whole first: the quicker reading on demand takes cut and garbled documents for
// good as far as it looked. What it hands out is valid as long as this.
class JsonAnswer
{
public:
    explicit JsonAnswer(const QByteArray& body);

    std::optional<Members> envelope() const;
    domain::Result<Members> result() const; // `results`, or the only object in its array; NotFound: none
    // `results` of a list; an empty one when it is missing or null.
    domain::Result<std::vector<simdjson::dom::element>> rows() const;

private:
    domain::Error notAnObject() const;

    simdjson::dom::parser m_parser;
    simdjson::dom::object m_envelope;
    simdjson::error_code m_error;
};

} // namespace flowglass::contracts

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/jsonanswer.h"

#include "contracts/contractdecoders.h"

#include <QCoreApplication>

#include <cmath>

namespace flowglass::contracts {

using domain::Error;
using domain::Result;
namespace json = simdjson::dom;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(flowglass::contracts::ContractDecoder)
};

Error notFound()
{
    return {Error::Code::NotFound, QStringLiteral("no results"),
            Texts::tr("The provider has nothing about this contract.")};
}

} // namespace

Error badAnswer(const QString& detail)
{
    return {Error::Code::BadAnswer, detail, Texts::tr("The provider's answer cannot be read.")};
}

QString Members::text(std::string_view key) const
{
    const auto value = read<std::string_view>(key).value_or(std::string_view());
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

std::optional<double> Members::number(std::string_view key) const
{
    const auto value = read<double>(key);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> Members::integer(std::string_view key) const
{
    if (const auto whole = read<std::int64_t>(key))
        return whole;
    const auto real = number(key);
    if (!real || std::abs(*real) > 9.2e18 || *real != std::floor(*real))
        return std::nullopt;
    return std::int64_t(*real);
}

std::optional<domain::UnixNs> Members::time(std::string_view key) const
{
    const auto value = integer(key);
    return value ? scaledTime(*value) : std::nullopt;
}

std::optional<Members> Members::object(std::string_view key) const
{
    const auto inner = read<json::object>(key);
    return inner ? std::optional(Members(*inner)) : std::nullopt;
}

JsonAnswer::JsonAnswer(const QByteArray& body)
    : m_error(m_parser.parse(body.constData(), std::size_t(body.size())).get_object().get(m_envelope))
{
}

Error JsonAnswer::notAnObject() const
{
    return badAnswer(QStringLiteral("not a JSON object: ") +
                     QLatin1String(simdjson::error_message(m_error)));
}

std::optional<Members> JsonAnswer::envelope() const
{
    return m_error ? std::nullopt : std::optional(Members(m_envelope));
}

Result<Members> JsonAnswer::result() const
{
    if (m_error)
        return notAnObject();
    json::element results;
    if (m_envelope["results"].get(results) != simdjson::SUCCESS || results.is_null())
        return notFound();
    json::array list;
    if (results.get_array().get(list) == simdjson::SUCCESS) {
        if (list.size() == 0)
            return notFound();
        results = *list.begin();
    }
    json::object object;
    if (results.get_object().get(object) != simdjson::SUCCESS)
        return badAnswer(QStringLiteral("results is no object"));
    return Members(object);
}

Result<std::vector<json::element>> JsonAnswer::rows() const
{
    if (m_error)
        return notAnObject();
    std::vector<json::element> rows;
    json::element results;
    if (m_envelope["results"].get(results) != simdjson::SUCCESS || results.is_null())
        return rows;
    json::array list;
    if (results.get_array().get(list) != simdjson::SUCCESS)
        return badAnswer(QStringLiteral("results is no array"));
    rows.assign(list.begin(), list.end());
    return rows;
}

} // namespace flowglass::contracts

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/rest/restquery.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace flowglass::market {

namespace {

constexpr std::int64_t kDayNs = 86'400'000'000'000;
constexpr qsizetype kLongestCursor = 4096;

} // namespace

RestQuery::RestQuery(const QUrl& url) : m_path(url.path()), m_query(url.query(QUrl::FullyEncoded))
{
    const QString cursor = text(QStringLiteral("cursor"));
    if (cursor.isEmpty())
        return;
    const QString plain = QString::fromLatin1(
        QByteArray::fromBase64(cursor.left(kLongestCursor).toLatin1(), QByteArray::Base64UrlEncoding));
    bool isNumber = false;
    m_mark = plain.section(QLatin1Char('|'), 0, 0).toLongLong(&isNumber);
    if (!isNumber)
        reject(QStringLiteral("cursor"));
    m_query = QUrlQuery(plain.section(QLatin1Char('|'), 1));
}

QString RestQuery::nextUrl(const QUrl& base, std::int64_t mark) const
{
    QUrlQuery kept = m_query;
    kept.removeAllQueryItems(QStringLiteral("apiKey"));
    const QString plain = QString::number(mark) + QLatin1Char('|') + kept.toString(QUrl::FullyEncoded);
    QUrl url = base;
    url.setPath(m_path);
    url.setQuery(QLatin1String("cursor=")
                 + QString::fromLatin1(plain.toLatin1().toBase64(QByteArray::Base64UrlEncoding
                                                                 | QByteArray::OmitTrailingEquals)));
    return url.toString(QUrl::FullyEncoded);
}

void RestQuery::reject(const QString& name)
{
    if (m_error.isEmpty())
        m_error = QLatin1String("Invalid value for parameter '") + name + QLatin1Char('\'');
}

Range RestQuery::range(const QString& name, const Reader& read)
{
    Range whole;
    const auto bound = [&](const QString& suffix, auto apply) {
        if (!m_query.hasQueryItem(name + suffix))
            return;
        if (const std::optional<Range> value = read(text(name + suffix)))
            apply(*value);
        else
            reject(name + suffix);
    };
    const auto atLeast = [&](std::int64_t v) { whole.from = std::max(whole.from, v); };
    const auto atMost = [&](std::int64_t v) { whole.to = std::min(whole.to, v); };
    bound(QString(), [&](const Range& v) { atLeast(v.from), atMost(v.to); });
    bound(QStringLiteral(".gt"), [&](const Range& v) { atLeast(v.to + 1); });
    bound(QStringLiteral(".gte"), [&](const Range& v) { atLeast(v.from); });
    bound(QStringLiteral(".lt"), [&](const Range& v) { atMost(v.from - 1); });
    bound(QStringLiteral(".lte"), [&](const Range& v) { atMost(v.to); });
    return whole;
}

int RestQuery::limit(int usual, int most)
{
    const QString value = text(QStringLiteral("limit"));
    if (value.isEmpty())
        return usual;
    bool isNumber = false;
    const int limit = value.toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > most)
        reject(QStringLiteral("limit"));
    return std::clamp(limit, 1, most);
}

bool RestQuery::ascending(bool usual)
{
    const QString order = text(QStringLiteral("order"));
    if (order.isEmpty())
        return usual;
    if (order != QLatin1String("asc") && order != QLatin1String("desc"))
        reject(QStringLiteral("order"));
    return order == QLatin1String("asc");
}

std::optional<Range> RestQuery::strike(const QString& text)
{
    bool isNumber = false;
    const double dollars = text.toDouble(&isNumber);
    if (!isNumber || !(std::abs(dollars) < 1e9))
        return std::nullopt;
    const std::int64_t mils = std::llround(dollars * 1000.0);
    return Range{mils, mils};
}

std::optional<Range> RestQuery::day(const QString& text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    const std::int64_t day = QDate(1970, 1, 1).daysTo(date);
    return Range{day, day};
}

std::optional<Range> RestQuery::timestamp(const QString& text)
{
    bool isNumber = false;
    const std::int64_t ns = text.toLongLong(&isNumber);
    if (isNumber)
        return Range{ns, ns};
    const std::optional<Range> whole = day(text);
    if (!whole || std::abs(whole->from) > 100'000) // years far outside what ns can hold
        return std::nullopt;
    return Range{whole->from * kDayNs, (whole->from + 1) * kDayNs - 1};
}

} // namespace flowglass::market

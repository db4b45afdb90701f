// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>

namespace flowglass::market {

// Numbers from `from` to `to`, both included.
struct Range
{
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t to = std::numeric_limits<std::int64_t>::max();
    bool holds(std::int64_t value) const { return value >= from && value <= to; }
};

// The parameters of one request. A page's next_url carries them all in an opaque cursor, with the mark
// where the next page starts. Reading a bad value makes error() say which parameter it was.
class RestQuery
{
public:
    explicit RestQuery(const QUrl& url);

    QString text(const QString& name) const { return m_query.queryItemValue(name, QUrl::FullyDecoded); }
    // name, name.gt, .gte, .lt and .lte together. Values are read by `read`, which gives empty for a bad one.
    using Reader = std::function<std::optional<Range>(const QString&)>;
    Range range(const QString& name, const Reader& read);
    int limit(int usual, int most); // 1..most
    bool ascending(bool usual);     // order=asc|desc
    std::int64_t mark() const { return m_mark; } // 0 on the first page

    QString error() const { return m_error; } // empty: all read well
    QString nextUrl(const QUrl& base, std::int64_t mark) const;

    // A number stands for itself; a date for its day number; a date or ns for a span of ns.
    static std::optional<Range> strike(const QString& text);    // dollars, in 1/1,000
    static std::optional<Range> day(const QString& text);       // YYYY-MM-DD, days since 1970
    static std::optional<Range> timestamp(const QString& text); // ns since 1970, or a whole UTC day

private:
    void reject(const QString& name);

    QString m_path;
    QUrlQuery m_query;
    std::int64_t m_mark = 0;
    QString m_error;
};

} // namespace flowglass::market

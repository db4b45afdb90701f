// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/openinterestgroup.h"

#include "domain/optionsymbol.h"
#include "models/numbertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace flowglass::models {

using domain::OpenInterestOfDay;

namespace {

constexpr std::size_t kMostRows = 10;

QString say(const char* text) { return QCoreApplication::translate("ContractCard", text); }

QString dateOf(const OpenInterestOfDay& value)
{
    const std::chrono::sys_days day{std::chrono::days(value.day)};
    return domain::isoDate(std::chrono::year_month_day(day));
}

// "+1,200 (+10.8%)"; no share of nothing.
QString changeText(std::int64_t before, std::int64_t now, const NumberText& numbers)
{
    const std::int64_t change = now - before;
    const QString sign = change > 0 ? QStringLiteral("+") : change < 0 ? QStringLiteral("−") : QStringLiteral("±");
    QString text = sign + numbers.whole(std::uint64_t(std::abs(change)));
    if (before == 0)
        return text;
    return text + QStringLiteral(" (%1%2)").arg(sign, numbers.percent(double(std::abs(change)) / double(before)));
}

} // namespace

std::optional<CardGroup> openInterestGroup(std::span<const OpenInterestOfDay> days)
{
    if (days.size() < 2)
        return std::nullopt;
    const NumberText numbers;
    CardGroup group;
    group.id = CardGroupId::OpenInterestDays;
    group.title = say(QT_TRANSLATE_NOOP("ContractCard", "Open interest by day"));
    const QString source = say(QT_TRANSLATE_NOOP("ContractCard", "Recorded by Flowglass: the provider keeps no past open interest."));
    for (std::size_t at = days.size(); at-- > 0 && group.rows.size() < kMostRows;) {
        CardRow row{dateOf(days[at]), numbers.whole(std::uint64_t(days[at].contracts)), true, source};
        if (at > 0) {
            const OpenInterestOfDay& before = days[at - 1];
            row.text += QStringLiteral("  ") + changeText(before.contracts, days[at].contracts, numbers);
            row.toolTip += QLatin1Char('\n') + say(QT_TRANSLATE_NOOP("ContractCard", "The change is since %1.")).arg(dateOf(before));
        }
        group.rows.push_back(row);
    }
    return group;
}

} // namespace flowglass::models

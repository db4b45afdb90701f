// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gaps/coveragetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace flowglass::models {

namespace {

using Grade = MinuteCoverage::Grade;

QString say(const char* text) { return QCoreApplication::translate("CoverageText", text); }

QString clockText(const MinuteCoverage& coverage, std::size_t minute)
{
    return domain::ZoneTime::newYork().timeText(coverage.open + std::chrono::minutes(minute)).left(5);
}

} // namespace

QString coveragePercent(double share)
{
    constexpr double kSlack = 1e-6; // of the division, not of the feed
    return NumberText().percent(std::floor(share * 1000.0 + kSlack) / 1000.0);
}

StatusText coverageText(std::optional<double> share)
{
    if (!share || *share >= 1.0)
        return {};
    StatusText text;
    text.severity = Severity::Warning;
    text.brief = say(QT_TRANSLATE_NOOP("CoverageText", "coverage %1")).arg(coveragePercent(*share));
    text.full = say(QT_TRANSLATE_NOOP("CoverageText", "%1 of the open market since the first trade was received, or "
                                                      "fetched later.\nDiagnostics shows it minute by minute."))
                    .arg(coveragePercent(*share));
    return text;
}

QString minuteText(const MinuteCoverage& coverage, std::size_t minute)
{
    const QString clock = clockText(coverage, minute);
    if (coverage.shares[minute])
        return say(QT_TRANSLATE_NOOP("CoverageText", "%1 New York: %2 of the minute received, or fetched later"))
            .arg(clock, coveragePercent(*coverage.shares[minute]));
    return say(QT_TRANSLATE_NOOP("CoverageText", "%1 New York: not watched")).arg(clock);
}

QString dayText(const std::optional<MinuteCoverage>& coverage)
{
    if (!coverage)
        return say(QT_TRANSLATE_NOOP("CoverageText", "Coverage per minute: no trade yet while the market was open."));
    std::array<int, 4> counts{};
    std::optional<std::size_t> worst;
    for (std::size_t at = 0; at < coverage->shares.size(); ++at) {
        ++counts[std::size_t(coverage->grade(at))];
        if (coverage->shares[at] && (!worst || *coverage->shares[at] < *coverage->shares[*worst]))
            worst = at;
    }
    const int missing = counts[std::size_t(Grade::Partly)] + counts[std::size_t(Grade::Poor)];
    QString text = say(QT_TRANSLATE_NOOP("CoverageText", "Coverage per minute since %1 New York: %L2 whole, %L3 with "
                                                         "something missing, %L4 not watched."))
                       .arg(clockText(*coverage, 0))
                       .arg(counts[std::size_t(Grade::Whole)])
                       .arg(missing)
                       .arg(counts[std::size_t(Grade::NotWatched)]);
    if (missing > 0)
        text += QLatin1Char(' ')
                + say(QT_TRANSLATE_NOOP("CoverageText", "The worst: %1, %2."))
                      .arg(clockText(*coverage, *worst), coveragePercent(*coverage->shares[*worst]));
    return text;
}

} // namespace flowglass::models

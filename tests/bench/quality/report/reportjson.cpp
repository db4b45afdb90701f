// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/report/reporttext.h"

#include <QJsonArray>

#include <cmath>

namespace flowglass::quality {

namespace {

template <std::size_t N>
QJsonObject byWord(const std::array<const char*, N>& words, const std::array<double, N>& values)
{
    QJsonObject object;
    for (std::size_t at = 0; at < N; ++at)
        object.insert(QLatin1String(words[at]),
                      std::isnan(values[at]) ? QJsonValue() : QJsonValue(values[at]));
    return object;
}

QJsonObject spreadJson(const Spread& spread)
{
    return {{QStringLiteral("mean"), spread.mean}, {QStringLiteral("sd"), spread.deviation}};
}

// Keyed by what the spreads are at: "10", "0.001".
template <std::size_t N>
QJsonObject byNumber(const std::array<double, N>& numbers, const std::array<Spread, N>& spreads)
{
    QJsonObject object;
    for (std::size_t at = 0; at < N; ++at)
        object.insert(QString::number(numbers[at]), spreadJson(spreads[at]));
    return object;
}

QJsonObject fixedJson(const FixedFigures& rule)
{
    return {{QStringLiteral("rule"), QString::fromStdString(rule.name)},
            {QStringLiteral("false_per_100k"), rule.falsePer100k},
            {QStringLiteral("recall"), rule.recall},
            {QStringLiteral("precision"), rule.precision}};
}

} // namespace

QJsonObject systemJson(const SystemSummary& system)
{
    QJsonObject kinds;
    for (std::size_t kind = 0; kind < kEventKinds; ++kind)
        kinds.insert(QLatin1String(kEventKindWords[kind]), byWord(kGradeWords, system.byKindAndGrade[kind]));
    return {{QStringLiteral("name"), QString::fromStdString(system.name).trimmed()},
            {QStringLiteral("recall_at"), byNumber(kBudgets, system.recall)},
            {QStringLiteral("precision"), spreadJson(system.precision)},
            {QStringLiteral("by_kind"), byWord(kEventKindWords, system.byKind)},
            {QStringLiteral("by_grade"), byWord(kGradeWords, system.byGrade)},
            {QStringLiteral("by_kind_and_grade"), kinds},
            {QStringLiteral("median_delay_s"), byWord(kEventKindWords, system.delay)},
            {QStringLiteral("found_before_last_print"), byWord(kEventKindWords, system.early)}};
}

QJsonObject reportJson(const Summary& summary)
{
    QJsonArray seeds;
    for (const std::uint64_t seed : summary.seeds)
        seeds.append(qint64(seed));
    QJsonArray systems;
    for (const SystemSummary& system : summary.systems)
        systems.append(systemJson(system));
    QJsonArray fixed;
    for (const FixedFigures& rule : summary.fixed)
        fixed.append(fixedJson(rule));
    return {{QStringLiteral("seeds"), seeds},
            {QStringLiteral("systems"), systems},
            {QStringLiteral("fixed_rules"), fixed},
            {QStringLiteral("size_tail_ratio"), byNumber(EngineScores::kTails, summary.tailRatios)},
            {QStringLiteral("budget_transfer"), byNumber(kTargets, summary.transfer)},
            {QStringLiteral("standing_on_cancelled"), summary.standingOnBusted},
            {QStringLiteral("prints_per_second"), summary.printsPerSecond},
            {QStringLiteral("generate_seconds"), summary.generateSeconds}};
}

} // namespace flowglass::quality

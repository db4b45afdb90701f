// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/report/reporttext.h"

#include <cmath>
#include <cstdarg>
#include <cstdio>

namespace flowglass::quality {

namespace {

[[gnu::format(printf, 2, 3)]] void append(QByteArray& out, const char* format, ...)
{
    std::va_list arguments;
    va_start(arguments, format);
    out += QString::vasprintf(format, arguments).toUtf8();
    va_end(arguments);
}

// ".65", "1.00"
QByteArray share(double value)
{
    const QByteArray text = QByteArray::number(value, 'f', 2);
    return text.startsWith("0.") ? text.mid(1) : text;
}

void appendShares(QByteArray& out, std::span<const double> values, int width)
{
    for (const double value : values)
        append(out, " %*s", width, share(value).constData());
}

void appendSeeds(QByteArray& out, std::span<const SeedFigures> seeds)
{
    out += "\nEngine by seed: recall at the five budgets, precision at 10, false alarms then\n";
    for (const SeedFigures& seed : seeds) {
        append(out, "  %-6llu", static_cast<unsigned long long>(seed.seed));
        const Curve& curve = seed.systems.front().curve;
        for (const Outcome& outcome : curve)
            append(out, " %4s", share(outcome.total().recall()).constData());
        append(out, "   %4s   %llu\n", share(curve[kTen].precision()).constData(),
               static_cast<unsigned long long>(curve[kTen].falseAlarms));
    }
}

void appendEngine(QByteArray& out, const Summary& summary)
{
    out += "\nRaw size p on clean tapes, seen over stated (1 is right):";
    for (std::size_t at = 0; at < summary.tailRatios.size(); ++at)
        append(out, "  %g: %.2f", EngineScores::kTails[at], summary.tailRatios[at].mean);
    out += "\nAlerts of the scored day over the target, clean tapes (sd):";
    for (std::size_t at = 0; at < kTargets.size(); ++at)
        append(out, "  %g: %.2f (%.2f)", kTargets[at], summary.transfer[at].mean,
               summary.transfer[at].deviation);
    append(out, "\nAlerts left standing on a cancelled print, at 50 per 100,000: %d\n",
           summary.standingOnBusted);
    append(out, "Judged %.0f prints a second; generated a tape in %.2f s\n", summary.printsPerSecond,
           summary.generateSeconds);
}

} // namespace

QByteArray systemTable(std::span<const SystemSummary> systems)
{
    QByteArray out;
    append(out, "%-34s recall at false alarms of           at 10:\n", "");
    append(out, "%-34s    1    5   10   20   50    sd  prec", "");
    for (const char* word :
         {"block", "sweep", "burst", "under", "price", "repeat", "weak", "medium", "strong"})
        append(out, " %6s", word);
    out += '\n';
    for (const SystemSummary& system : systems) {
        append(out, "%-34s", system.name.c_str());
        for (const Spread& recall : system.recall)
            append(out, " %4s", share(recall.mean).constData());
        append(out, " %5s %5s", share(system.recall[kTen].deviation).constData(),
               share(system.precision.mean).constData());
        appendShares(out, system.byKind, 6);
        appendShares(out, system.byGrade, 6);
        out += '\n';
    }
    return out;
}

QByteArray gradeTable(const SystemSummary& system)
{
    QByteArray out;
    append(out, "%-12s %6s %6s %6s   %14s   %s\n", "at 10", "weak", "medium", "strong", "median delay",
           "found before its last print");
    for (std::size_t kind = 0; kind < kEventKinds; ++kind) {
        append(out, "%-12s", kEventKindWords[kind]);
        appendShares(out, system.byKindAndGrade[kind], 6);
        if (std::isnan(system.delay[kind]))
            out += "   not found\n";
        else
            append(out, "   %12.2f s   %s\n", system.delay[kind], share(system.early[kind]).constData());
    }
    return out;
}

QByteArray reportText(const Summary& summary, std::span<const SeedFigures> seeds)
{
    QByteArray out;
    append(out, "Means over %zu seeds; budgets are false alarms per 100,000 prints of the scored day\n\n",
           summary.seeds.size());
    out += systemTable(summary.systems);
    out += "\nEngine\n";
    out += gradeTable(summary.systems.front());
    if (!summary.fixed.empty())
        out += "\nNaive rules at their usual settings: false alarms per 100,000, recall, precision\n";
    for (const FixedFigures& rule : summary.fixed)
        append(out, "  %-34s %7.0f  %4s  %.3f\n", rule.name.c_str(), rule.falsePer100k,
               share(rule.recall).constData(), rule.precision);
    appendSeeds(out, seeds);
    appendEngine(out, summary);
    return out;
}

} // namespace flowglass::quality

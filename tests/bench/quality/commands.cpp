// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/commands.h"

#include "bench/quality/files/anomalyfile.h"
#include "bench/quality/files/flatfile.h"
#include "bench/quality/files/labelfile.h"
#include "bench/quality/files/spotfile.h"
#include "bench/quality/report/reporttext.h"
#include "bench/quality/tape/generator.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>
#include <optional>

namespace flowglass::quality {

namespace {

enum Exit { Done = 0, BadUsage = 2, Unreadable = 4, Unwritable = 5 };

int fail(int code, const QString& text)
{
    std::fprintf(stderr, "detection_quality: %s\n", qPrintable(text));
    return code;
}

void print(const QByteArray& text)
{
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    std::fflush(stdout);
}

bool parse(QCommandLineParser& parser, const QStringList& arguments)
{
    if (parser.parse(QStringList(QStringLiteral("detection_quality")) + arguments) &&
        parser.positionalArguments().isEmpty())
        return true;
    const QString stray = parser.positionalArguments().value(0);
    fail(BadUsage, stray.isEmpty() ? parser.errorText() : QStringLiteral("unexpected \"%1\"").arg(stray));
    return false;
}

// "1-5,101": each number and each range, in order. Empty when it cannot be read.
std::vector<std::uint64_t> seedsOf(const QString& list)
{
    constexpr std::uint64_t kMost = 1'000;
    std::vector<std::uint64_t> seeds;
    for (const QString& part : list.split(QLatin1Char(','))) {
        bool firstReads = false;
        bool lastReads = false;
        const std::uint64_t first = part.section(QLatin1Char('-'), 0, 0).toULongLong(&firstReads);
        const std::uint64_t last = part.section(QLatin1Char('-'), -1).toULongLong(&lastReads);
        if (!firstReads || !lastReads || last < first || last - first >= kMost)
            return {};
        for (std::uint64_t seed = first; seed <= last; ++seed)
            seeds.push_back(seed);
    }
    return seeds;
}

std::optional<QByteArray> readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

bool writeAll(const QString& path, const QByteArray& text)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

} // namespace

int runCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("seeds"), {}, QStringLiteral("list"), QStringLiteral("1-5")},
                       {QStringLiteral("warmup-days"), {}, QStringLiteral("days"), QStringLiteral("1")},
                       {QStringLiteral("no-baselines"), {}},
                       {QStringLiteral("json"), {}}});
    if (!parse(parser, arguments))
        return BadUsage;
    const std::vector<std::uint64_t> seeds = seedsOf(parser.value(QStringLiteral("seeds")));
    const int warmupDays = parser.value(QStringLiteral("warmup-days")).toInt();
    if (seeds.empty() || warmupDays < 1 || warmupDays > 3)
        return fail(BadUsage,
                    QStringLiteral("--seeds takes numbers and ranges (1-5,101), --warmup-days 1 to 3"));
    std::vector<SeedFigures> figures;
    for (const std::uint64_t seed : seeds) {
        TapeConfig config;
        config.seed = seed;
        config.warmupDays = warmupDays;
        figures.push_back(measure(config, parser.isSet(QStringLiteral("no-baselines")) ? Baselines::Without
                                                                                       : Baselines::With));
        std::fprintf(stderr, "seed %llu done\n", static_cast<unsigned long long>(seed));
    }
    const Summary summary = summaryOf(figures);
    print(parser.isSet(QStringLiteral("json")) ? QJsonDocument(reportJson(summary)).toJson()
                                               : reportText(summary, figures));
    return Done;
}

int generateCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("seed"), {}, QStringLiteral("number"), QStringLiteral("1")},
                       {QStringLiteral("out"), {}, QStringLiteral("folder")},
                       {QStringLiteral("clean"), {}},
                       {QStringLiteral("spot"), {}}});
    if (!parse(parser, arguments))
        return BadUsage;
    TapeConfig config;
    bool reads = false;
    config.seed = parser.value(QStringLiteral("seed")).toULongLong(&reads);
    config.planted = !parser.isSet(QStringLiteral("clean"));
    const QString out = parser.value(QStringLiteral("out"));
    if (!reads || out.isEmpty())
        return fail(BadUsage, QStringLiteral("generate needs --out FOLDER, and a number for --seed"));
    const QDir folder(out);
    if (!folder.mkpath(QStringLiteral(".")))
        return fail(Unwritable, QStringLiteral("cannot make %1").arg(out));
    const Tape tape = generateTape(config);
    if (const auto error = writeFlatFile(tape, folder.filePath(QStringLiteral("tape.csv.gz"))))
        return fail(Unwritable, error->text);
    if (!writeAll(folder.filePath(QStringLiteral("labels.jsonl")), labelText(labelsOf(tape))) ||
        (parser.isSet(QStringLiteral("spot")) &&
         !writeAll(folder.filePath(QStringLiteral("spot.csv")), spotText(tape))))
        return fail(Unwritable, QStringLiteral("cannot write into %1").arg(out));
    return Done;
}

int scoreCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("labels"), {}, QStringLiteral("file")},
                       {QStringLiteral("anomalies"), {}, QStringLiteral("file")},
                       {QStringLiteral("json"), {}}});
    if (!parse(parser, arguments))
        return BadUsage;
    const std::optional<QByteArray> labelBytes = readAll(parser.value(QStringLiteral("labels")));
    const std::optional<QByteArray> anomalyBytes = readAll(parser.value(QStringLiteral("anomalies")));
    if (!labelBytes || !anomalyBytes)
        return fail(Unreadable,
                    QStringLiteral("score needs --labels FILE and --anomalies FILE, both readable"));
    const domain::Result<Labels> labels = parseLabels(*labelBytes);
    if (!labels)
        return fail(Unreadable, QStringLiteral("labels, ") + labels.error().text);
    const domain::Result<AnomalyFile> anomalies = parseAnomalies(*anomalyBytes);
    if (!anomalies)
        return fail(Unreadable, QStringLiteral("anomalies, ") + anomalies.error().text);
    const Curve curve = Scorer(labels.value()).atBudgets(anomalies->alerts);
    const SystemSummary summary = summaryOf("anomalies", std::span(&curve, 1));
    print(parser.isSet(QStringLiteral("json"))
              ? QJsonDocument(systemJson(summary)).toJson()
              : systemTable(std::span(&summary, 1)) + '\n' + gradeTable(summary));
    return Done;
}

} // namespace flowglass::quality

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints what opening a provider's flat file costs, whole and filtered to one underlying, as csv.gz and as
// csv, beside a bare inflation of the same file in the same run: use the ratios.
//   flatfile-bench FOLDER [--rows N] [--contracts N]
// The files (some 700 MB for 10 million rows) are made in FOLDER and deleted afterwards.
#include "flatfilemaker.h"

#include "feed/tradedecoder.h"
#include "recording/flatfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <limits>
#include <memory>
#include <optional>

using namespace flowglass;

namespace {

constexpr int kRounds = 3; // the least of them counts

// Peak memory of this process since the last call of forgetPeak(); Linux.
double peakMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0.0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').first().toDouble() / 1024.0;
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

// The time of the clock, and of all cores together: the second does not mind other work on the machine.
struct Cost
{
    double seconds = std::numeric_limits<double>::max();
    double cpu = seconds;
};

class Stopwatch
{
public:
    Stopwatch() { m_timer.start(); }
    // The least of what was seen before and now.
    Cost least(Cost before) const
    {
        return {std::min(before.seconds, double(m_timer.nsecsElapsed()) / 1e9),
                std::min(before.cpu, double(std::clock() - m_begun) / CLOCKS_PER_SEC)};
    }

private:
    QElapsedTimer m_timer;
    std::clock_t m_begun = std::clock();
};

// Inflates the file and throws it away.
void bareInflate(const QString& path)
{
    const gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
    gzbuffer(file, 1U << 20);
    const auto buffer = std::make_unique<char[]>(std::size_t(1) << 20);
    while (gzread(file, buffer.get(), 1U << 20) > 0) {
    }
    gzclose(file);
}

recording::FlatFileConfig configOf(const QString& path, const QString& folder, bool filtered)
{
    recording::FlatFileConfig config;
    config.path = path;
    config.temporaryFolder = folder;
    if (filtered)
        config.wanted = [](std::string_view ticker) { return ticker.starts_with(bench::kWantedPrefix); };
    return config;
}

// Reads all frames and judges them: every row there, and in order of time.
bool readAll(recording::FrameSource& source, qint64 rows)
{
    domain::ContractTable contracts;
    feed::TradeDecoder decoder(contracts);
    domain::Counters counters;
    feed::DecodedFrame frame;
    domain::UnixNs received;
    domain::UnixMs time;
    bool inOrder = true;
    std::vector<recording::Entry> entries;
    while (*source.read(entries)) {
        for (const recording::Entry& entry : entries) {
            const auto& one = std::get<recording::FrameEntry>(entry);
            frame.clear();
            decoder.decode(one.text, frame, counters);
            inOrder = inOrder && received <= one.received;
            received = one.received;
            for (const domain::Trade& trade : frame.trades) {
                inOrder = inOrder && time <= trade.time();
                time = trade.time();
            }
        }
        entries.clear();
    }
    if (!inOrder)
        std::fprintf(stderr, "out of order\n");
    if (qint64(counters.trades) != rows || counters.rejected > 0)
        std::fprintf(stderr, "%llu trades, not %lld\n", static_cast<unsigned long long>(counters.trades),
                     static_cast<long long>(rows));
    return inOrder && qint64(counters.trades) == rows && counters.rejected == 0;
}

// Opens it some times, bare inflating and opening in turn so that both meet the same load, and reads it once.
bool benchOpen(const char* what, const bench::MadeFile& file, const recording::FlatFileConfig& config)
{
    const bool compressed = file.path.endsWith(QLatin1String(".gz"));
    Cost bare;
    Cost cost;
    std::unique_ptr<recording::FrameSource> source;
    forgetPeak();
    for (int round = 0; round < kRounds; ++round) {
        source.reset();
        if (compressed) {
            const Stopwatch watch;
            bareInflate(file.path);
            bare = watch.least(bare);
        }
        const Stopwatch watch;
        auto opened = recording::openFlatFile(config);
        cost = watch.least(cost);
        if (!opened) {
            std::fprintf(stderr, "%s\n", qPrintable(opened.error().text));
            return false;
        }
        source = std::move(opened).value();
    }
    std::printf("%-14s open %5.2f s (cpu %5.2f s) %9.0f rows/s, peak %4.0f MiB", what, cost.seconds, cost.cpu,
                double(file.rows) / cost.seconds, peakMiB());
    if (compressed)
        std::printf(", bare inflate %5.2f s (cpu %5.2f s), ratio %.2f (cpu %.2f)", bare.seconds, bare.cpu,
                    cost.seconds / bare.seconds, cost.cpu / bare.cpu);
    std::fflush(stdout);
    const qint64 expected = config.wanted ? file.wantedRows : file.rows;
    const Stopwatch watch;
    const bool good = readAll(*source, expected) && source->losses().empty();
    const double reading = watch.least({}).seconds;
    std::printf("; read and decode %5.2f s %9.0f rows/s, peak %4.0f MiB\n", reading,
                double(expected) / reading, peakMiB());
    return good;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("for the big files"));
    parser.addOption({QStringLiteral("rows"), {}, QStringLiteral("N"), QStringLiteral("10000000")});
    parser.addOption({QStringLiteral("contracts"), {}, QStringLiteral("N"), QStringLiteral("300000")});
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QTemporaryDir folder(parser.positionalArguments().constFirst() +
                               QStringLiteral("/flatfile-XXXXXX"));
    const bench::FlatFileSpec spec{parser.value(QStringLiteral("rows")).toLongLong(),
                                   parser.value(QStringLiteral("contracts")).toInt(), 1};
    bool good = folder.isValid();
    for (const char* const name : {"day.csv.gz", "day.csv"}) {
        const QString path = folder.filePath(QLatin1String(name));
        const std::optional<bench::MadeFile> file = bench::makeFlatFile(path, spec);
        if (!file) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
            return 1;
        }
        std::printf("%s: %lld rows, %lld MiB\n", name, static_cast<long long>(file->rows),
                    static_cast<long long>(QFile(path).size() >> 20));
        good = benchOpen("one underlying", *file, configOf(path, folder.path(), true)) && good;
        good = benchOpen("all rows", *file, configOf(path, folder.path(), false)) && good;
        QFile::remove(path);
    }
    return good ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordingbench.h"

#include "recording/recorder.h"
#include "recording/recordingindex.h"
#include "recording/recordingreader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace flowglass::bench {

namespace {

double megabytes(double bytes)
{
    return bytes / 1e6;
}

// Of this thread: what others do on the machine does not count.
double cpuSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

// Of add() alone, and of all until it is on the disk.
void record(const QString& path, const std::vector<QString>& frames, double text)
{
    const domain::SystemClock clock;
    recording::RecorderConfig config;
    config.path = path;
    config.queueBytes = std::size_t(2) << 30; // frames come far faster here than any feed sends them
    recording::Recorder recorder(config, clock);
    if (!recorder.start())
        return;
    std::vector<qint64> costs;
    costs.reserve(frames.size());
    const domain::UnixNs received = clock.now();
    QElapsedTimer whole;
    whole.start();
    const double cpu = cpuSeconds();
    for (const QString& frame : frames) {
        const std::chrono::nanoseconds before = clock.steady();
        recorder.add(frame, received);
        costs.push_back((clock.steady() - before).count());
    }
    const double added = (cpuSeconds() - cpu) * 1e9;
    recorder.finish();
    const double written = double(whole.nsecsElapsed());
    std::ranges::sort(costs);
    const double count = double(frames.size());
    std::printf("record, %.0f bytes a frame: add() %.0f ns of CPU, median %lld, p99 %lld, worst %.1f us; "
                "on disk at %.0f MB/s of text, %.1f times smaller\n",
                text / count, added / count, static_cast<long long>(costs[costs.size() / 2]),
                static_cast<long long>(costs[costs.size() * 99 / 100]), double(costs.back()) / 1e3,
                megabytes(text) / written * 1e9, text / double(recorder.state().bytes));
}

void read(const QString& path, double text)
{
    const double start = cpuSeconds();
    const auto reader = recording::RecordingReader::open(path);
    if (!reader)
        return;
    std::size_t count = 0;
    std::vector<recording::Entry> entries;
    while (*(*reader)->read(entries)) {
        count += entries.size();
        entries.clear();
    }
    const double seconds = cpuSeconds() - start;
    std::printf("read: %.0f MB/s of text and CPU, %.0f frames/s\n", megabytes(text) / seconds,
                double(count) / seconds);
}

void index(const QString& path, double text)
{
    QFile::remove(recording::indexPath(path));
    const double start = cpuSeconds();
    const auto built = recording::loadIndex(path, {});
    const double building = cpuSeconds() - start;
    const auto kept = recording::loadIndex(path, {});
    const double loading = cpuSeconds() - start - building;
    if (built && kept)
        std::printf(
            "index: built at %.0f MB/s of text and CPU (%llu trades, %zu blocks), loaded in %.1f ms\n",
            megabytes(text) / building, static_cast<unsigned long long>(built->trades()), kept->blocks.size(),
            loading * 1e3);
}

} // namespace

void benchRecording(const FrameSpec& spec)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.fgr"));
    std::vector<QString> frames;
    double text = 0;
    for (const QByteArray& frame : makeFrames(spec)) {
        frames.push_back(QString::fromLatin1(frame));
        text += double(frame.size());
    }
    record(path, frames, text);
    read(path, text);
    index(path, text);
    std::fflush(stdout);
}

} // namespace flowglass::bench

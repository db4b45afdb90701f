// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recorder.h"
#include "recording/recordingfixture.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace flowglass;
using namespace flowglass::recording;

namespace {

// The child: records until it is killed. Fast: blocks are full before they are flushed.
int record(const QString& path, bool fast)
{
    const domain::SystemClock clock;
    RecorderConfig config;
    config.path = path;
    config.header = fixture::header();
    config.warnFreeBytes = 0;
    config.stopFreeBytes = 0;
    Recorder recorder(config, clock);
    if (!recorder.start())
        return 1;
    int number = 0;
    QTimer feed;
    QObject::connect(&feed, &QTimer::timeout, &recorder, [&] {
        for (int i = 0; i < (fast ? 30 : 1); ++i)
            recorder.add(fixture::frame(number++).text, clock.now());
        std::putchar('.'); // progress, by which the parent chooses its moment
        std::fflush(stdout);
    });
    feed.start(fast ? 1 : 20);
    return QCoreApplication::exec();
}

} // namespace

// kill -9 while a recording is written: nothing that is older than a flush is lost, nothing is unreadable.
class TestRecordingKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedAnywhere();
};

void TestRecordingKill::killedAnywhere()
{
    constexpr int kKills = 20;
    std::mt19937 random(20261120);
    const domain::SystemClock clock;
    std::chrono::nanoseconds mostLost{0};
    std::size_t frames = 0;
    int torn = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("day.fgr"));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {kill % 2 == 0 ? QStringLiteral("fast") : QStringLiteral("slow"), path});
        QVERIFY(child.waitForStarted());
        const domain::UnixNs started = clock.now();
        const qsizetype wanted = kill % 2 == 0 ? qsizetype(100 + random() % 1'200) : qsizetype(5 + random() % 60);
        qsizetype progress = 0;
        while (progress < wanted) {
            QVERIFY(child.waitForReadyRead());
            progress += child.readAllStandardOutput().size();
        }
        const domain::UnixNs killed = clock.now();
        child.kill();
        QVERIFY(child.waitForFinished());

        if (QFileInfo(path).size() == 0) { // before the first flush
            mostLost = std::max(mostLost, killed - started);
            continue;
        }
        const fixture::Contents contents = fixture::readFile(path);
        QVERIFY2(contents.error.isEmpty(), qPrintable(contents.error));
        QVERIFY(contents.header == fixture::header());
        QVERIFY(contents.losses.size() <= 1);
        torn += int(contents.losses.size());
        const std::vector<FrameEntry> read = contents.frames();
        for (std::size_t number = 0; number < read.size(); ++number)
            QCOMPARE(read[number].text, fixture::frame(int(number)).text);
        frames += read.size();
        mostLost = std::max(mostLost, killed - (read.empty() ? started : read.back().received));
    }
    qInfo("%d kills, %zu frames read back, %d torn tails, at most %lld ms lost", kKills, frames, torn,
          qint64(mostLost.count() / 1'000'000));
    QVERIFY(frames > 0);
    QVERIFY(mostLost < std::chrono::seconds(2));
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QByteArray mode(argc == 3 ? argv[1] : "");
    if (mode == "fast" || mode == "slow")
        return record(QString::fromLocal8Bit(argv[2]), mode == "fast");
    TestRecordingKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recordingkill.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recorder.h"
#include "recording/recordingfixture.h"
#include "recording/recordingindex.h"
#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>
#include <limits>
#include <sys/resource.h>

using namespace flowglass;
using namespace flowglass::recording;
using Phase = RecorderState::Phase;

namespace {

// Files of this process grow no further: write() takes a part of the last block, then fails.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        m_set = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    bool isSet() const { return m_set; }

private:
    rlimit m_before{};
    bool m_set = false;
    void (*m_handler)(int) = nullptr;
};

} // namespace

// Limits, full disks, files that cannot be made: said in words, and nothing that was written is lost.
class TestRecorderFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fileThatCannotBeMadeIsNamed_data();
    void fileThatCannotBeMadeIsNamed();
    void anExistingFileIsLeftAlone();
    void stopsAtTheCap();
    void aNearlyFullDiskIsSaid();
    void tooFullADiskStops();
    void aWriteThatFailsHalfWayLeavesWholeBlocks();
    void aFileWithoutItsHeaderIsNotLeftBehind();
    void aRollThatFailsLeavesTheFileBefore();
    void aDiskTooSlowStops();

private:
    RecorderConfig config() const;
    QString path(const char* name = "day.fgr") const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
};

void TestRecorderFaults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

RecorderConfig TestRecorderFaults::config() const
{
    RecorderConfig config;
    config.path = path();
    config.header = fixture::header();
    config.warnFreeBytes = 0;
    config.stopFreeBytes = 0;
    config.flushEvery = std::chrono::milliseconds(20);
    return config;
}

void TestRecorderFaults::fileThatCannotBeMadeIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such folder") << QStringLiteral("missing/day.fgr");
    QTest::newRow("a file for a folder") << QStringLiteral("plain/day.fgr");
    QTest::newRow("a folder for a file") << QStringLiteral(".");
    QTest::newRow("a file system that takes none") << QStringLiteral("/proc/day.fgr");
}

void TestRecorderFaults::fileThatCannotBeMadeIsNamed()
{
    QFETCH(QString, name);
    QVERIFY(fixture::write(path("plain"), "x"));
    RecorderConfig bad = config();
    bad.path = QDir(m_folder->path()).filePath(name);
    Recorder recorder(bad, m_clock);
    QSignalSpy changed(&recorder, &Recorder::stateChanged);
    const domain::Result<bool> started = recorder.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, domain::Error::Code::Unwritable);
    QVERIFY2(started.error().text.contains(bad.path), qPrintable(started.error().text));
    recorder.add(u"[]", {1});
    QVERIFY(recorder.finish());
    QVERIFY(recorder.state().phase == Phase::Idle);
    QCOMPARE(changed.size(), 0);
}

void TestRecorderFaults::anExistingFileIsLeftAlone()
{
    QVERIFY(fixture::write(path(), "precious"));
    Recorder recorder(config(), m_clock);
    const domain::Result<bool> started = recorder.start();
    QVERIFY(!started);
    QVERIFY2(started.error().text.contains(path()), qPrintable(started.error().text));
    QCOMPARE(fixture::bytesOf(path()), QByteArray("precious"));
}

void TestRecorderFaults::stopsAtTheCap()
{
    RecorderConfig capped = config();
    capped.capBytes = 400'000;
    capped.rollBytes = 150'000;
    Recorder recorder(capped, m_clock);
    QSignalSpy stopped(&recorder, &Recorder::stopped);
    QVERIFY(recorder.start());
    for (const FrameEntry& frame : fixture::frames(20'000))
        recorder.add(frame.text, frame.received);
    QVERIFY(stopped.wait());
    QVERIFY(recorder.state().phase == Phase::Stopped);
    QVERIFY(!recorder.state().error);
    QVERIFY(recorder.finish());
    qint64 bytes = 0;
    std::vector<FrameEntry> read;
    for (const QString& file : recorder.files()) {
        bytes += QFileInfo(file).size();
        const std::vector<FrameEntry> frames = fixture::readFile(file).frames();
        read.insert(read.end(), frames.begin(), frames.end());
    }
    QVERIFY(bytes <= capped.capBytes);
    QVERIFY(bytes > capped.capBytes / 2);
    QCOMPARE(recorder.state().bytes, bytes);
    QVERIFY(read == fixture::frames(int(read.size())));
}

void TestRecorderFaults::aNearlyFullDiskIsSaid()
{
    RecorderConfig low = config();
    low.warnFreeBytes = std::numeric_limits<qint64>::max();
    Recorder recorder(low, m_clock);
    QVERIFY(recorder.start());
    QTRY_VERIFY(recorder.state().phase == Phase::LowDisk);
    QVERIFY(recorder.state().freeBytes > 0);
    QVERIFY(!recorder.state().error);
    recorder.add(u"[]", {1});
    QVERIFY(recorder.finish());
    QCOMPARE(fixture::readFile(path()).frames().size(), std::size_t(1));
}

void TestRecorderFaults::tooFullADiskStops()
{
    RecorderConfig full = config();
    full.stopFreeBytes = std::numeric_limits<qint64>::max();
    Recorder recorder(full, m_clock);
    QSignalSpy stopped(&recorder, &Recorder::stopped);
    QVERIFY(recorder.start());
    QVERIFY(stopped.wait());
    QVERIFY(recorder.state().phase == Phase::Failed);
    const QString text = recorder.state().error->text;
    QVERIFY2(text.contains(path()) && text.contains(QLatin1String("nearly full")), qPrintable(text));
    QVERIFY(!recorder.finish());
    const fixture::Contents contents = fixture::readFile(path());
    QCOMPARE(contents.error, QString());
    QVERIFY(contents.header == fixture::header());
}

void TestRecorderFaults::aWriteThatFailsHalfWayLeavesWholeBlocks()
{
    const std::vector<FrameEntry> tape = fixture::frames(10'000);
    Recorder recorder(config(), m_clock);
    QSignalSpy stopped(&recorder, &Recorder::stopped);
    {
        const FileSizeLimit limit(400'000);
        QVERIFY(limit.isSet());
        QVERIFY(recorder.start());
        for (const FrameEntry& frame : tape)
            recorder.add(frame.text, frame.received);
        QVERIFY(stopped.wait());
    }
    QVERIFY(recorder.state().phase == Phase::Failed);
    const QString text = recorder.state().error->text;
    QVERIFY2(text.contains(path()) && text.contains(QLatin1String("File too large")), qPrintable(text));

    const QByteArray bytes = fixture::bytesOf(path());
    QVERIFY(bytes.size() < 400'000);
    QCOMPARE(recorder.state().bytes, bytes.size());
    QVERIFY(!fixture::zstdText(bytes).isNull());
    const fixture::Contents contents = fixture::readFile(path());
    QVERIFY(contents.losses.empty());
    QVERIFY(contents.frames().size() > 1'000);
    QVERIFY(contents.frames() ==
            std::vector<FrameEntry>(tape.begin(), tape.begin() + qsizetype(contents.frames().size())));
    const domain::Result<RecordingIndex> index = loadIndex(path(), {});
    QVERIFY(index);
    QCOMPARE(index->frames(), quint64(contents.frames().size()));
}

void TestRecorderFaults::aFileWithoutItsHeaderIsNotLeftBehind()
{
    Recorder recorder(config(), m_clock);
    QSignalSpy stopped(&recorder, &Recorder::stopped);
    {
        const FileSizeLimit limit(10);
        QVERIFY(limit.isSet());
        QVERIFY(recorder.start());
        QVERIFY(stopped.wait());
    }
    QVERIFY(recorder.state().phase == Phase::Failed);
    QVERIFY(recorder.state().error->text.contains(path()));
    QVERIFY(recorder.files().isEmpty());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestRecorderFaults::aRollThatFailsLeavesTheFileBefore()
{
    RecorderConfig rolling = config();
    QDir(m_folder->path()).mkdir(QStringLiteral("in"));
    rolling.path = path("in/day.fgr");
    rolling.rollBytes = 1'000;
    Recorder recorder(rolling, m_clock);
    QSignalSpy stopped(&recorder, &Recorder::stopped);
    QVERIFY(recorder.start());
    recorder.add(fixture::frame(0).text, fixture::frame(0).received);
    QTRY_COMPARE(fixture::readFile(path("in/day.fgr")).frames().size(), std::size_t(1));
    QVERIFY(QDir().rename(path("in"), path("away")));
    for (const FrameEntry& frame : fixture::frames(100))
        recorder.add(frame.text, frame.received);
    QVERIFY(stopped.wait());
    QVERIFY(recorder.state().phase == Phase::Failed);
    const QString text = recorder.state().error->text;
    QVERIFY2(text.contains(path("in/day-2.fgr")), qPrintable(text));
    QCOMPARE(recorder.files(), QStringList{rolling.path});
    QVERIFY(fixture::readFile(path("away/day.fgr")).frames() == fixture::frames(1));
}

void TestRecorderFaults::aDiskTooSlowStops()
{
    RecorderConfig slow = config();
    slow.queueBytes = 100'000; // less than one block: full whatever the disk does
    Recorder recorder(slow, m_clock);
    QSignalSpy stopped(&recorder, &Recorder::stopped);
    QVERIFY(recorder.start());
    recorder.add(u"[]", {1});
    QTRY_COMPARE(fixture::readFile(path()).frames().size(), std::size_t(1));
    recorder.add(QString(300'000, QLatin1Char('x')), {2});
    QVERIFY(recorder.state().phase == Phase::Stopping);
    QVERIFY(recorder.state().error);
    recorder.add(u"[]", {3});
    QVERIFY(stopped.wait());
    QVERIFY(recorder.state().phase == Phase::Failed);
    const QString text = recorder.state().error->text;
    QVERIFY2(text.contains(path()) && text.contains(QLatin1String("too slow")), qPrintable(text));
    QVERIFY(!recorder.finish());
    QCOMPARE(stopped.size(), 1);
    QVERIFY(fixture::readFile(path()).frames() == (std::vector<FrameEntry>{{{1}, QStringLiteral("[]")}}));
}

QTEST_GUILESS_MAIN(TestRecorderFaults)
#include "tst_recorderfaults.moc"

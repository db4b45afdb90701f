// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recorder.h"
#include "recording/recordingfixture.h"
#include "recording/recordingindex.h"
#include "support/fakeclock.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <zstd.h>

using namespace flowglass;
using namespace flowglass::recording;
using Phase = RecorderState::Phase;

// What lands on the disk when all goes well.
class TestRecorder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyEntryComesBack();
    void blocksStandAlone();
    void theFileIsThereBeforeTheEnd();
    void statesComeInOrder();
    void figuresComeWhileItRuns();
    void onlyBetweenStartAndStop();
    void deletingWritesEverything();
    void rollsBySize();
    void rollsByDayInNewYork();
    void rollsPastTakenNames();

private:
    RecorderConfig config() const;
    QString path(const char* name = "day.fgr") const { return m_folder->filePath(QLatin1String(name)); }
    static void addAll(Recorder& recorder, const std::vector<FrameEntry>& frames);

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
};

void TestRecorder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

RecorderConfig TestRecorder::config() const
{
    RecorderConfig config;
    config.path = path();
    config.header = fixture::header();
    config.warnFreeBytes = 0;
    config.stopFreeBytes = 0;
    return config;
}

void TestRecorder::addAll(Recorder& recorder, const std::vector<FrameEntry>& frames)
{
    for (const FrameEntry& frame : frames)
        recorder.add(frame.text, frame.received);
}

void TestRecorder::everyEntryComesBack()
{
    std::vector<Entry> entries;
    for (const FrameEntry& frame : fixture::frames(5'000))
        entries.emplace_back(frame);
    for (const QStringView odd :
         {u"", u"[\n{}\r\n]", u"\\n\\\\", u"~\t#", u"Zürich 東京 \U0001F4C8", u"\uFEFF[]"})
        entries.insert(entries.begin() + 100, FrameEntry{{7}, odd.toString()});
    entries.insert(entries.begin() + 50,
                   EventEntry{{8},
                              QStringLiteral("gap"),
                              {{QStringLiteral("from_ms"), 5},
                               {QStringLiteral("to_ms"), 9},
                               {QStringLiteral("reason"), QStringLiteral("Gerät\nweg")}}});
    Recorder recorder(config(), m_clock);
    QVERIFY(recorder.start());
    QByteArray expected = headerLine(fixture::header());
    expected += '\n';
    for (const Entry& entry : entries) {
        if (const auto* frame = std::get_if<FrameEntry>(&entry)) {
            recorder.add(frame->text, frame->received);
            appendLine(expected, frame->text, frame->received);
        } else {
            recorder.add(std::get<EventEntry>(entry));
            appendLine(expected, std::get<EventEntry>(entry));
        }
    }
    QVERIFY(recorder.finish());
    QCOMPARE(recorder.state().frames, entries.size() - 1);
    QCOMPARE(recorder.state().bytes, QFileInfo(path()).size());
    QVERIFY(fixture::zstdText(fixture::bytesOf(path())) == expected);

    const fixture::Contents contents = fixture::readFile(path());
    QCOMPARE(contents.error, QString());
    QVERIFY(contents.header == fixture::header());
    QVERIFY(contents.losses.empty());
    QVERIFY(contents.entries == entries);
    QCOMPARE(QFileInfo(path()).permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
             QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void TestRecorder::blocksStandAlone()
{
    const std::vector<FrameEntry> tape = fixture::frames(10'000);
    Recorder recorder(config(), m_clock);
    QVERIFY(recorder.start());
    addAll(recorder, tape);
    QVERIFY(recorder.finish());
    const std::vector<QByteArray> blocks = fixture::zstdFrames(fixture::bytesOf(path()));
    const qsizetype text = fixture::lines(tape).size();
    QVERIFY(qsizetype(blocks.size()) >= text / (300 << 10)); // of 256 KiB, and the header's
    for (const QByteArray& block : blocks) {
        QVERIFY2(block.at(4) & 0x04, "the checksum flag of the frame header");
        const QByteArray lines = fixture::zstdText(block);
        QVERIFY(lines.endsWith('\n'));
        QCOMPARE(ZSTD_getFrameContentSize(block.constData(), std::size_t(block.size())),
                 static_cast<unsigned long long>(lines.size()));
    }
}

void TestRecorder::theFileIsThereBeforeTheEnd()
{
    RecorderConfig quick = config();
    quick.flushEvery = std::chrono::milliseconds(20);
    Recorder recorder(quick, m_clock);
    QVERIFY(recorder.start());
    std::vector<FrameEntry> added;
    for (int number = 0; number < 3; ++number) {
        added.push_back(fixture::frame(number));
        addAll(recorder, {added.back()});
        QTRY_VERIFY(fixture::readFile(path()).frames() == added);
    }
    QVERIFY(recorder.state().phase == Phase::Recording);
}

void TestRecorder::statesComeInOrder()
{
    Recorder recorder(config(), m_clock);
    std::vector<RecorderState> states;
    QSet<QThread*> threads;
    const auto note = [&](const RecorderState& state) {
        if (states.empty() || states.back().phase != state.phase)
            states.push_back(state);
        threads.insert(QThread::currentThread());
    };
    connect(&recorder, &Recorder::stateChanged, &recorder, note, Qt::DirectConnection);
    QSignalSpy stopped(&recorder, &Recorder::stopped);
    QVERIFY(recorder.state().phase == Phase::Idle);
    QVERIFY(recorder.start());
    addAll(recorder, fixture::frames(3'000));
    recorder.stop();
    QVERIFY(recorder.state().phase == Phase::Stopping);
    QVERIFY(stopped.wait());
    QVERIFY(recorder.finish());

    QCOMPARE(states.size(), std::size_t(3));
    QVERIFY(states[0].phase == Phase::Recording);
    QVERIFY(states[1].phase == Phase::Stopping);
    QVERIFY(states[2].phase == Phase::Stopped);
    QCOMPARE(states[0].path, path());
    QCOMPARE(states[0].since.value, m_clock.now().value);
    QCOMPARE(states[2].frames, quint64(3'000));
    QCOMPARE(states[2].bytes, QFileInfo(path()).size());
    QVERIFY(states[2].freeBytes > 0);
    QVERIFY(!states[2].error);
    QCOMPARE(stopped.size(), 1);
    QCOMPARE(threads, QSet<QThread*>{QThread::currentThread()});
}

void TestRecorder::figuresComeWhileItRuns()
{
    RecorderConfig quick = config();
    quick.flushEvery = std::chrono::milliseconds(20);
    Recorder recorder(quick, m_clock);
    QSignalSpy changed(&recorder, &Recorder::stateChanged);
    QVERIFY(recorder.start());
    addAll(recorder, fixture::frames(200));
    QTRY_VERIFY(changed.last().first().value<RecorderState>().bytes > 5'000);
    QCOMPARE(changed.last().first().value<RecorderState>().frames, quint64(200));
    QVERIFY2(changed.size() <= 5, "figures are told once a second, not once a block");
}

void TestRecorder::onlyBetweenStartAndStop()
{
    Recorder recorder(config(), m_clock);
    addAll(recorder, fixture::frames(2));
    recorder.stop();
    QVERIFY(recorder.finish());
    QVERIFY(recorder.state().phase == Phase::Idle);
    QVERIFY(!QFileInfo::exists(path()));
    QVERIFY(recorder.start());
    addAll(recorder, {fixture::frame(5)});
    recorder.stop();
    addAll(recorder, {fixture::frame(6)});
    recorder.add(EventEntry{{1}, QStringLiteral("watch"), {}});
    QVERIFY(recorder.finish());
    QCOMPARE(recorder.state().frames, quint64(1));
    QVERIFY(fixture::readFile(path()).entries == std::vector<Entry>{fixture::frame(5)});
}

void TestRecorder::deletingWritesEverything()
{
    const std::vector<FrameEntry> tape = fixture::frames(4'000);
    {
        Recorder recorder(config(), m_clock);
        QVERIFY(recorder.start());
        addAll(recorder, tape);
    }
    QVERIFY(fixture::readFile(path()).frames() == tape);
}

void TestRecorder::rollsBySize()
{
    const std::vector<FrameEntry> tape = fixture::frames(20'000);
    RecorderConfig rolling = config();
    rolling.rollBytes = 300'000;
    Recorder recorder(rolling, m_clock);
    QVERIFY(recorder.start());
    addAll(recorder, tape);
    QVERIFY(recorder.finish());
    const QStringList files = recorder.files();
    QVERIFY(files.size() >= 4);
    QCOMPARE(files[0], path());
    QCOMPARE(files[1], path("day-2.fgr"));
    QCOMPARE(files[2], path("day-3.fgr"));
    std::vector<FrameEntry> read;
    qint64 bytes = 0;
    for (const QString& file : files) {
        QVERIFY(QFileInfo(file).size() <= rolling.rollBytes);
        bytes += QFileInfo(file).size();
        const fixture::Contents contents = fixture::readFile(file);
        QCOMPARE(contents.header.source, fixture::header().source);
        const std::vector<FrameEntry> frames = contents.frames();
        QVERIFY(!frames.empty());
        if (file != files.first())
            QCOMPARE(contents.header.created.value / 1'000'000, frames.front().received.value / 1'000'000);
        read.insert(read.end(), frames.begin(), frames.end());
        QVERIFY(QFileInfo::exists(indexPath(file)));
    }
    QVERIFY(read == tape);
    QCOMPARE(recorder.state().bytes, bytes);
    QCOMPARE(recorder.state().path, files.last());
}

void TestRecorder::rollsByDayInNewYork()
{
    // 23:59:59.999 and 00:00 in New York, twice: before and after the clocks went back on 2026-11-01.
    const std::int64_t times[] = {1'793'505'599'999, 1'793'505'600'000, 1'793'595'599'999, 1'793'595'600'000};
    RecorderConfig daily = config();
    daily.rollDaily = true;
    Recorder recorder(daily, m_clock);
    QVERIFY(recorder.start());
    for (const std::int64_t time : times)
        recorder.add(u"[]", domain::toNs({time}));
    // A clock that is set back does not bring yesterday's file back.
    recorder.add(u"[1]", domain::toNs({times[0]}));
    QVERIFY(recorder.finish());
    QCOMPARE(recorder.files(), (QStringList{path(), path("day-2.fgr"), path("day-3.fgr")}));
    const std::size_t entries[] = {1, 2, 2};
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    for (int file = 0; file < 3; ++file) {
        const std::vector<FrameEntry> frames = fixture::readFile(recorder.files()[file]).frames();
        QCOMPARE(frames.size(), entries[file]);
        QCOMPARE(newYork.dateText(lossyToMs(frames.front().received)),
                 QStringLiteral("2026-%1").arg(QStringList{QStringLiteral("10-31"), QStringLiteral("11-01"),
                                                           QStringLiteral("11-02")}[file]));
    }
}

void TestRecorder::rollsPastTakenNames()
{
    QVERIFY(fixture::write(path("day-2.fgr"), "another one"));
    RecorderConfig daily = config();
    daily.rollDaily = true;
    Recorder recorder(daily, m_clock);
    QVERIFY(recorder.start());
    for (int day = 0; day < 2; ++day)
        recorder.add(u"[]", {test::FakeClock::kMorning.value + day * 86'400'000'000'000});
    QVERIFY(recorder.finish());
    QCOMPARE(recorder.files(), (QStringList{path(), path("day-3.fgr")}));
    QCOMPARE(fixture::bytesOf(path("day-2.fgr")), QByteArray("another one"));
}

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"

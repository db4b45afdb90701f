// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recorder.h"
#include "recording/recordingfixture.h"
#include "recording/recordingindex.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>

#include <random>

using namespace flowglass;
using namespace flowglass::recording;
using fixture::Contents;

// One real recording of many blocks, cut and damaged at random: what is whole comes back exactly, what is not
// is said, and nothing comes back that was not recorded.
class TestRecordingDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cutAnywhere();
    void oneByteChangedAnywhere();
    void manyBytesChanged();

private:
    struct Block
    {
        qsizetype begin = 0; // in the file
        qsizetype end = 0;
        std::vector<FrameEntry> frames;
    };
    std::vector<FrameEntry> framesOf(const std::function<bool(const Block&)>& wanted) const;

    static constexpr int kRounds = 500;
    static constexpr unsigned kSeed = 20261120;
    QByteArray m_file;
    std::vector<Block> m_blocks; // the first is the header's
};

void TestRecordingDamage::initTestCase()
{
    const QTemporaryDir folder;
    const test::FakeClock clock;
    RecorderConfig config;
    config.path = folder.filePath(QStringLiteral("day.fgr"));
    config.header = fixture::header();
    config.flushEvery = std::chrono::milliseconds(1);
    Recorder recorder(config, clock);
    QVERIFY(recorder.start());
    int number = 0;
    for (int block = 0; block < 70; ++block) {
        const qint64 before = QFileInfo(config.path).size();
        for (int frame = 0; frame < 1 + block % 40; ++frame, ++number)
            recorder.add(fixture::frame(number).text, fixture::frame(number).received);
        QTRY_VERIFY(QFileInfo(config.path).size() > before);
    }
    QVERIFY(recorder.finish());
    m_file = fixture::bytesOf(config.path);
    qsizetype begin = 0;
    for (const QByteArray& bytes : fixture::zstdFrames(m_file)) {
        m_blocks.push_back({begin, begin + bytes.size(), {}});
        if (begin > 0)
            m_blocks.back().frames = fixture::readBytes(fixture::zstdFrames(m_file).front() + bytes).frames();
        begin += bytes.size();
    }
    QVERIFY(m_blocks.size() > 60);
    QVERIFY(framesOf([](const Block&) { return true; }) == fixture::frames(number));
    qInfo("%zu blocks, %lld bytes, seed %u", m_blocks.size(), qint64(m_file.size()), kSeed);
}

std::vector<FrameEntry> TestRecordingDamage::framesOf(const std::function<bool(const Block&)>& wanted) const
{
    std::vector<FrameEntry> frames;
    for (const Block& block : m_blocks) {
        if (wanted(block))
            frames.insert(frames.end(), block.frames.begin(), block.frames.end());
    }
    return frames;
}

void TestRecordingDamage::cutAnywhere()
{
    std::mt19937 random(kSeed);
    int unreadable = 0;
    for (int round = 0; round < kRounds; ++round) {
        // Every tenth cut lies at the end of a block or one byte before it, some within the header.
        qsizetype cut = qsizetype(random() % std::size_t(m_file.size()));
        if (round % 10 == 0)
            cut = m_blocks[random() % m_blocks.size()].end - qsizetype(random() % 2);
        if (round % 50 == 1)
            cut = qsizetype(random() % std::size_t(m_blocks.front().end));
        const Contents contents = fixture::readBytes(m_file.left(cut));
        const QByteArray where = QStringLiteral("cut at %1").arg(cut).toLatin1();
        if (cut < m_blocks.front().end) {
            // Without its checksum alone the header is read all the same, as a loss.
            QVERIFY2(!contents.error.isEmpty() || contents.losses.size() == 1, where.constData());
            QVERIFY2(contents.entries.empty(), where.constData());
            ++unreadable;
            continue;
        }
        QVERIFY2(contents.error.isEmpty(), where.constData());
        QVERIFY2(contents.header == fixture::header(), where.constData());
        QVERIFY2(contents.events().empty(), where.constData());
        QVERIFY2(contents.frames() == framesOf([cut](const Block& block) { return block.end <= cut; }),
                 where.constData());
        const bool atAnEnd =
            std::ranges::any_of(m_blocks, [cut](const Block& block) { return block.end == cut; });
        QVERIFY2(contents.losses.empty() == atAnEnd, where.constData());
    }
    qInfo("%d cuts, %d of them within the header", kRounds, unreadable);
}

void TestRecordingDamage::oneByteChangedAnywhere()
{
    std::mt19937 random(kSeed + 1);
    const std::vector<FrameEntry> all = framesOf([](const Block&) { return true; });
    int harmless = 0;
    int headers = 0;
    for (int round = 0; round < kRounds; ++round) {
        // Every third one hits the first bytes of a block: magic, sizes, flags.
        qsizetype at = qsizetype(random() % std::size_t(m_file.size()));
        if (round % 3 == 0)
            at = m_blocks[random() % m_blocks.size()].begin + qsizetype(random() % 12);
        if (round % 25 == 1)
            at = qsizetype(random() % std::size_t(m_blocks.front().end));
        const char change = char(1 + random() % 255);
        QByteArray file = m_file;
        file[at] = char(file[at] ^ change);
        const Contents contents = fixture::readBytes(file);
        const QByteArray where = QStringLiteral("byte %1 changed by %2").arg(at).arg(int(change)).toLatin1();
        QVERIFY2(contents.error.isEmpty(), where.constData());
        QVERIFY2(contents.header == fixture::header() || contents.header == RecordingHeader(),
                 where.constData());
        headers += contents.header == RecordingHeader() ? 1 : 0;
        const std::vector<FrameEntry> frames = contents.frames();
        const bool missing = frames.size() < all.size();
        if (missing) {
            QVERIFY2(frames ==
                         framesOf([at](const Block& block) { return at < block.begin || at >= block.end; }),
                     where.constData());
            QVERIFY2(contents.events().size() == (at >= m_blocks.back().begin ? 0U : 1U), where.constData());
        } else {
            QVERIFY2(frames == all, where.constData());
            ++harmless;
        }
        QVERIFY2(!contents.losses.empty() || (!missing && contents.header == fixture::header()),
                 where.constData());
    }
    qInfo("%d changes, %d without a frame lost, %d with the header lost", kRounds, harmless, headers);
}

void TestRecordingDamage::manyBytesChanged()
{
    std::mt19937 random(kSeed + 2);
    const std::vector<FrameEntry> all = framesOf([](const Block&) { return true; });
    int unreadable = 0;
    for (int round = 0; round < 100; ++round) {
        QByteArray file = m_file;
        for (int change = 0; change < 1 + round; ++change) {
            const qsizetype at = qsizetype(random() % std::size_t(file.size()));
            const qsizetype length = qsizetype(random() % 40);
            if (change % 3 == 0)
                file.remove(at, length);
            else if (change % 3 == 1)
                file.insert(at, QByteArray(length, char(random())));
            else
                file.replace(at, length,
                             m_file.mid(qsizetype(random() % std::size_t(m_file.size())), length));
        }
        const Contents contents = fixture::readBytes(file);
        unreadable += contents.error.isEmpty() ? 0 : 1;
        std::size_t next = 0;
        for (const FrameEntry& frame : contents.frames()) {
            while (next < all.size() && !(all[next] == frame))
                ++next;
            QVERIFY2(next < all.size(), qPrintable(frame.text));
        }
        QVERIFY(contents.frames().size() == all.size() || !contents.losses.empty() ||
                !contents.error.isEmpty());
    }
    qInfo("100 files with up to 100 changes, %d of them unreadable", unreadable);
}

QTEST_GUILESS_MAIN(TestRecordingDamage)
#include "tst_recordingdamage.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recorder.h"
#include "recording/recordingfixture.h"
#include "recording/recordingindex.h"
#include "recording/recordingreader.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QTemporaryDir>

using namespace flowglass;
using namespace flowglass::recording;
using fixture::zstdFrame;

class TestRecordingIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theWritersIsTheReaders();
    void countsWhatIsThere();
    void everyBlockCanBeReadFrom();
    void staleOnesAreMadeAnew_data();
    void staleOnesAreMadeAnew();
    void notBeingKeptIsNoError();
    void damageIsInIt();
    void filesOfOthersHaveOneBlock();
    void findsTheBlockOfATime();
    void anEmptyRecordingHasNone();
    void unreadableIsSaid();
    void canBeCancelled();

private:
    // Some blocks, with a gap between.
    void record();
    QString path() const { return m_folder->filePath(QStringLiteral("day.fgr")); }
    domain::Result<RecordingIndex> load() const { return loadIndex(path(), {}); }
    // What reading it through gives, whatever lies beside it.
    RecordingIndex builtAnew() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
};

void TestRecordingIndex::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestRecordingIndex::record()
{
    RecorderConfig config;
    config.path = path();
    config.header = fixture::header();
    Recorder recorder(config, m_clock);
    QVERIFY(recorder.start());
    for (int number = 0; number < 6'000; ++number) {
        recorder.add(fixture::frame(number).text, fixture::frame(number).received);
        const auto gap = [&](int from, int to) {
            recorder.add(EventEntry{fixture::frame(number).received,
                                    QStringLiteral("gap"),
                                    {{QStringLiteral("from_ms"), from},
                                     {QStringLiteral("to_ms"), to},
                                     {QStringLiteral("reason"), QStringLiteral("reconnected")}}});
        };
        if (number == 100)
            gap(17, 18);
        if (number == 200)
            gap(30, 20); // the clock was set back meanwhile
    }
    QVERIFY(recorder.finish());
}

RecordingIndex TestRecordingIndex::builtAnew() const
{
    const QTemporaryDir elsewhere;
    const QString copy = elsewhere.filePath(QStringLiteral("copy.fgr"));
    QFile::copy(path(), copy);
    const domain::Result<RecordingIndex> index = loadIndex(copy, {});
    return index ? *index : RecordingIndex();
}

void TestRecordingIndex::theWritersIsTheReaders()
{
    record();
    QVERIFY(QFileInfo::exists(indexPath(path())));
    const QByteArray kept = fixture::bytesOf(indexPath(path()));
    const domain::Result<RecordingIndex> index = loadIndex(path(), [](qint64, qint64) { return false; });
    QVERIFY2(index, "the writer's is taken, or this would have been cancelled");
    QVERIFY(*index == builtAnew());
    QCOMPARE(fixture::bytesOf(indexPath(path())), kept);
    QVERIFY(
        !(QFileInfo(indexPath(path())).permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup)));
}

void TestRecordingIndex::countsWhatIsThere()
{
    record();
    const RecordingIndex index = builtAnew();
    QVERIFY(index.blocks.size() >= 4);
    QCOMPARE(index.frames(), quint64(6'000));
    QCOMPARE(index.trades(), quint64(6'000));
    QCOMPARE(index.first().value, fixture::frame(0).received.value);
    QCOMPARE(index.last().value, fixture::frame(5'999).received.value);
    QCOMPARE(index.gaps, (std::vector<domain::FeedGap>{{{17}, {18}, QStringLiteral("reconnected")},
                                                       {{30}, {30}, QStringLiteral("reconnected")}}));
    QVERIFY(index.losses.empty());

    const QByteArray lines =
        "1\t[{\"ev\":\"T\"},{\"ev\":\"Q\"},{\"ev\":\"T\"}]\n2\t[]\n3\t[{\"ev\":\"T\"}]\n";
    QVERIFY(fixture::write(path(), zstdFrame(headerLine(fixture::header()) + "\n" + lines)));
    const domain::Result<RecordingIndex> small = load();
    QVERIFY(small);
    QCOMPARE(small->frames(), quint64(3));
    QCOMPARE(small->trades(), quint64(3));
}

void TestRecordingIndex::everyBlockCanBeReadFrom()
{
    record();
    const domain::Result<RecordingIndex> index = load();
    QVERIFY(index);
    const auto reader = RecordingReader::open(path());
    QVERIFY(reader);
    quint64 before = 0;
    for (const RecordingIndex::Block& block : index->blocks) {
        QVERIFY(*(*reader)->seek(block.offset));
        std::vector<Entry> entries;
        while (*(*reader)->read(entries)) {
        }
        std::erase_if(entries, [](const Entry& entry) { return std::holds_alternative<EventEntry>(entry); });
        QCOMPARE(entries.size(), std::size_t(index->frames() - before));
        QVERIFY(entries.front() == Entry(fixture::frame(int(before))));
        QCOMPARE(block.first.value, fixture::frame(int(before)).received.value);
        before += block.frames;
        QCOMPARE(block.last.value, fixture::frame(int(before) - 1).received.value);
    }
    QCOMPARE(before, index->frames());
}

void TestRecordingIndex::staleOnesAreMadeAnew_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("there is none") << 0;
    QTest::newRow("it is cut off") << 1;
    QTest::newRow("it is damaged") << 2;
    QTest::newRow("it is something else") << 3;
    QTest::newRow("it is empty") << 4;
    QTest::newRow("the recording grew") << 5;
    QTest::newRow("the recording was cut off") << 6;
    QTest::newRow("the recording was touched") << 7;
    QTest::newRow("it belongs to another recording") << 8;
}

void TestRecordingIndex::staleOnesAreMadeAnew()
{
    QFETCH(int, what);
    record();
    const QString beside = indexPath(path());
    QByteArray kept = fixture::bytesOf(beside);
    const QByteArray file = fixture::bytesOf(path());
    if (what == 0)
        QVERIFY(QFile::remove(beside));
    if (what == 1)
        QVERIFY(fixture::write(beside, kept.chopped(10)));
    if (what == 2) {
        kept[kept.size() / 2] = char(kept[kept.size() / 2] ^ 1);
        QVERIFY(fixture::write(beside, kept));
    }
    if (what == 3)
        QVERIFY(fixture::write(beside, QByteArray(1'000, 'x')));
    if (what == 4)
        QVERIFY(fixture::write(beside, {}));
    if (what == 5)
        QVERIFY(fixture::write(path(), file + zstdFrame("1\t[]\n")));
    if (what == 6)
        QVERIFY(fixture::write(path(), file.chopped(10)));
    if (what == 7) {
        QFile touched(path());
        QVERIFY(touched.open(QIODevice::ReadWrite));
        QVERIFY(
            touched.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    }
    if (what == 8)
        QVERIFY(fixture::write(path(), zstdFrame(headerLine(fixture::header()) + "\n1\t[]\n")));
    const auto giveUp = [](qint64, qint64) { return false; };
    QVERIFY2(!loadIndex(path(), giveUp), "it must be made by reading the recording");
    const domain::Result<RecordingIndex> index = load();
    QVERIFY(index);
    QVERIFY(*index == builtAnew());
    QVERIFY2(loadIndex(path(), giveUp), "and is kept");
    QVERIFY(*loadIndex(path(), giveUp) == *index);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void TestRecordingIndex::notBeingKeptIsNoError()
{
    record();
    QVERIFY(QFile::remove(indexPath(path())));
    QVERIFY(QDir().mkdir(indexPath(path()))); // nothing can be written under this name
    const domain::Result<RecordingIndex> index = load();
    QVERIFY(index);
    QCOMPARE(index->frames(), quint64(6'000));
}

void TestRecordingIndex::damageIsInIt()
{
    record();
    QByteArray file = fixture::bytesOf(path());
    const RecordingIndex whole = builtAnew();
    const RecordingIndex::Block lost = whole.blocks[1];
    file[qsizetype(lost.offset + 1'000)] = char(file[qsizetype(lost.offset + 1'000)] ^ 0x55);
    QVERIFY(fixture::write(path(), file));
    const domain::Result<RecordingIndex> index = load();
    QVERIFY(index);
    QCOMPARE(index->blocks.size(), whole.blocks.size() - 1);
    QCOMPARE(index->frames(), whole.frames() - lost.frames);
    QCOMPARE(index->losses, fixture::readFile(path()).losses);
    QCOMPARE(index->losses.size(), std::size_t(1));
    QCOMPARE(index->losses[0].offset, lost.offset);
    QCOMPARE(index->gaps.size(), whole.gaps.size() + 1);
    QCOMPARE(index->gaps.back().from.value, lossyToMs(whole.blocks[0].last).value);
    QCOMPARE(index->gaps.back().to.value, lossyToMs(whole.blocks[2].first).value);
    QVERIFY(*load() == *index);
}

void TestRecordingIndex::filesOfOthersHaveOneBlock()
{
    const QByteArray text = headerLine(fixture::header()) + "\n" + fixture::lines(fixture::frames(300));
    QByteArray crossing;
    for (qsizetype at = 0, size = 0; at < text.size(); at += size) {
        size = text.mid(at, 777).endsWith('\n') && at + 777 < text.size() ? 776 : 777;
        crossing += zstdFrame(text.mid(at, size));
    }
    for (const QByteArray& file : {zstdFrame(text), crossing}) {
        QVERIFY(fixture::write(path(), file));
        const domain::Result<RecordingIndex> index = load();
        QVERIFY(index);
        QCOMPARE(index->blocks.size(), std::size_t(1));
        QCOMPARE(index->blocks[0].offset, 0);
        QCOMPARE(index->frames(), quint64(300));
    }
}

void TestRecordingIndex::findsTheBlockOfATime()
{
    RecordingIndex index;
    for (const int first : {100, 200, 300})
        index.blocks.push_back({first, {first}, {first + 50}, 1, 1});
    QCOMPARE(index.blockAt({0}).offset, 100);
    QCOMPARE(index.blockAt({100}).offset, 100);
    QCOMPARE(index.blockAt({199}).offset, 100);
    QCOMPARE(index.blockAt({200}).offset, 200);
    QCOMPARE(index.blockAt({10'000}).offset, 300);
}

void TestRecordingIndex::anEmptyRecordingHasNone()
{
    QVERIFY(fixture::write(path(), zstdFrame(headerLine(fixture::header()) + "\n")));
    const domain::Result<RecordingIndex> index = load();
    QVERIFY(index);
    QVERIFY(index->blocks.empty());
    QCOMPARE(index->first().value, 0);
    QCOMPARE(index->last().value, 0);
    QCOMPARE(index->frames(), quint64(0));
}

void TestRecordingIndex::unreadableIsSaid()
{
    QCOMPARE(load().error().code, domain::Error::Code::Unreadable);
    QVERIFY(fixture::write(path(), QByteArray(1'000, 'x')));
    QCOMPARE(load().error().code, domain::Error::Code::Unreadable);
    QVERIFY(load().error().text.contains(path()));
    QVERIFY(!QFileInfo::exists(indexPath(path())));
}

void TestRecordingIndex::canBeCancelled()
{
    record();
    QVERIFY(QFile::remove(indexPath(path())));
    qint64 total = 0;
    const domain::Result<RecordingIndex> index = loadIndex(path(), [&](qint64 done, qint64 of) {
        total = of;
        return done < 1;
    });
    QVERIFY(!index);
    QCOMPARE(index.error().code, domain::Error::Code::Cancelled);
    QCOMPARE(total, QFileInfo(path()).size());
    QVERIFY(!QFileInfo::exists(indexPath(path())));

    // 32 MiB of lines without an entry are asked about too, though the file is small.
    QVERIFY(fixture::write(path(), zstdFrame(headerLine(fixture::header()) + "\n") +
                                       zstdFrame(QByteArray("# nothing\n").repeated(1 << 22))));
    int asked = 0;
    QVERIFY(!loadIndex(path(), [&asked](qint64, qint64) { return ++asked < 3; }));
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(TestRecordingIndex)
#include "tst_recordingindex.moc"

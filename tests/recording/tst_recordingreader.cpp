// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recordingfixture.h"
#include "recording/recordingreader.h"

#include <QBuffer>
#include <QTemporaryDir>

#include <sys/resource.h>

using namespace flowglass;
using namespace flowglass::recording;
using fixture::Contents;
using fixture::zstdFrame;

namespace {

QByteArray headerText()
{
    QByteArray line = headerLine(fixture::header());
    line += '\n';
    return line;
}

// As the recorder writes it: the header, then blocks of `perBlock` frames.
QByteArray recorded(const std::vector<FrameEntry>& tape, std::size_t perBlock)
{
    QByteArray file = zstdFrame(headerText());
    for (std::size_t at = 0; at < tape.size(); at += perBlock)
        file += zstdFrame(fixture::lines(
            {tape.begin() + qsizetype(at), tape.begin() + qsizetype(std::min(at + perBlock, tape.size()))}));
    return file;
}

// A zstd frame of unknown size of `blocks` runs of 128 KiB of one byte.
QByteArray bomb(int blocks, char byte)
{
    QByteArray file = QByteArray::fromHex("28b52ffd0038"); // 128 KiB window, nothing else
    for (int block = 0; block < blocks; ++block) {
        const quint32 head = (128U << 10 << 3) | 2U | (block + 1 == blocks ? 1U : 0U);
        file += char(head & 0xFF);
        file += char(head >> 8 & 0xFF);
        file += char(head >> 16 & 0xFF);
        file += byte;
    }
    return file;
}

qint64 peakMemory() // bytes
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) << 10;
}

} // namespace

// Files of others, damaged files and no recordings at all.
class TestRecordingReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfOthersAreRead_data();
    void filesOfOthersAreRead();
    void aLargeSingleFrameIsStreamed();
    void aReadIsBounded();
    void aTornSingleFrameGivesWhatItHas();
    void aTornTailEndsIt();
    void damageIsPassedOver_data();
    void damageIsPassedOver();
    void theFirstBlockMayBeLost();
    void halfALineIsNoEntry();
    void linesThatAreNoEntriesAreLost();
    void joinedRecordingsAreOne();
    void bombsTakeTimeNotMemory();
    void whatIsNoRecordingIsRefused_data();
    void whatIsNoRecordingIsRefused();
    void goesOnAtABlock();
};

void TestRecordingReader::filesOfOthersAreRead_data()
{
    QTest::addColumn<QByteArray>("file");
    const std::vector<FrameEntry> tape = fixture::frames(500);
    const QByteArray text = headerText() + fixture::lines(tape);
    QTest::newRow("one zstd frame") << zstdFrame(text);
    QTest::newRow("one without checksum and size") << zstdFrame(text, {false, false});
    QByteArray crossing;
    QByteArray bare;
    for (qsizetype at = 0; at < text.size(); at += 777) {
        crossing += zstdFrame(text.mid(at, 777));
        bare += zstdFrame(text.mid(at, 777), {false, false});
    }
    QTest::newRow("lines across zstd frames") << crossing;
    QTest::newRow("the same without checksums and sizes") << bare;
    QByteArray skippable = QByteArray::fromHex("502a4d1804000000") + "abcd";
    QTest::newRow("skippable and empty frames between") << skippable + zstdFrame({}) +
                                                               zstdFrame(headerText()) + skippable +
                                                               zstdFrame(fixture::lines(tape)) + skippable;
}

void TestRecordingReader::filesOfOthersAreRead()
{
    QFETCH(QByteArray, file);
    const Contents contents = fixture::readBytes(file);
    QCOMPARE(contents.error, QString());
    QVERIFY(contents.header == fixture::header());
    QVERIFY(contents.losses.empty());
    QVERIFY(contents.frames() == fixture::frames(500));
    QCOMPARE(contents.entries.size(), std::size_t(500));
}

void TestRecordingReader::aLargeSingleFrameIsStreamed()
{
    const std::vector<FrameEntry> part = fixture::frames(1'000);
    const QByteArray lines = fixture::lines(part);
    const int times = int((80 << 20) / lines.size());
    const QByteArray file = zstdFrame(headerText() + lines.repeated(times));
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(file);
    buffer->open(QIODevice::ReadOnly);
    const auto reader = RecordingReader::open(std::move(buffer), QStringLiteral("memory.fgr"));
    QVERIFY(reader);
    std::size_t count = 0;
    std::vector<Entry> entries;
    while (*(*reader)->read(entries)) {
        for (const Entry& entry : entries) {
            QVERIFY(entry == Entry(part[count % part.size()]));
            ++count;
        }
        entries.clear();
    }
    QCOMPARE(count, part.size() * std::size_t(times));
    QVERIFY((*reader)->losses().empty());
    QCOMPARE((*reader)->done(), (*reader)->total());
    QCOMPARE((*reader)->total(), file.size());
}

void TestRecordingReader::aReadIsBounded()
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(recorded(fixture::frames(20'000), 5'000));
    buffer->open(QIODevice::ReadOnly);
    const auto reader = RecordingReader::open(std::move(buffer), QStringLiteral("memory.fgr"));
    QVERIFY(reader);
    std::vector<Entry> entries;
    while (*(*reader)->read(entries)) {
        qsizetype text = 0;
        for (const Entry& entry : entries)
            text += std::get<FrameEntry>(entry).text.size();
        QVERIFY(text <= 512 << 10);
        QVERIFY(text >= 64 << 10 || (*reader)->done() == (*reader)->total());
        entries.clear();
    }
}

void TestRecordingReader::aTornSingleFrameGivesWhatItHas()
{
    const std::vector<FrameEntry> tape = fixture::frames(5'000);
    const QByteArray whole = zstdFrame(headerText() + fixture::lines(tape));
    const Contents contents = fixture::readBytes(whole.left(whole.size() / 2));
    QCOMPARE(contents.error, QString());
    QVERIFY(contents.header == fixture::header());
    const std::vector<FrameEntry> frames = contents.frames();
    QVERIFY(frames.size() > 1'500);
    QVERIFY(frames == fixture::frames(int(frames.size())));
    QCOMPARE(contents.losses.size(), std::size_t(1));
}

void TestRecordingReader::aTornTailEndsIt()
{
    const QByteArray whole = recorded(fixture::frames(100), 10);
    const qint64 last = whole.size() - fixture::zstdFrames(whole).back().size();
    const Contents contents = fixture::readBytes(whole.chopped(5));
    QVERIFY(contents.frames() == fixture::frames(90));
    QVERIFY2(contents.events().empty(), "nothing comes after it, so there is no gap to show");
    QCOMPARE(contents.losses.size(), std::size_t(1));
    QCOMPARE(contents.losses[0].offset, last);
    QCOMPARE(contents.losses[0].bytes, whole.size() - 5 - last);
    QVERIFY2(contents.losses[0].reason.contains(QLatin1String("ends in the middle")),
             qPrintable(contents.losses[0].reason));
}

void TestRecordingReader::damageIsPassedOver_data()
{
    QTest::addColumn<int>("at"); // in the third block
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("inserted");
    QTest::newRow("the checksum") << -1 << QByteArray("\xFF") << false;
    QTest::newRow("the data") << 200 << QByteArray("damage") << false;
    QTest::newRow("the magic") << 0 << QByteArray("\x29") << false;
    QTest::newRow("the header, into that of an old version") << 0 << QByteArray("\x27") << false;
    QTest::newRow("all of its begin") << 0 << QByteArray(100, '\0') << false;
    QTest::newRow("a false magic in the data") << 200 << QByteArray::fromHex("28b52ffd04") << false;
    QTest::newRow("a skippable frame beyond the end")
        << 0 << QByteArray::fromHex("502a4d18ffffff7f") << false;
    QTest::newRow("something between") << 0 << QByteArray("garbage") << true;
}

void TestRecordingReader::damageIsPassedOver()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, inserted);
    QByteArray file = recorded(fixture::frames(100), 10);
    const std::vector<QByteArray> blocks = fixture::zstdFrames(file);
    const qsizetype begin = blocks[0].size() + blocks[1].size() + blocks[2].size();
    const qsizetype where = begin + (at < 0 ? blocks[3].size() + at : at);
    file.replace(where, inserted ? 0 : bytes.size(), bytes);

    const Contents contents = fixture::readBytes(file);
    QVERIFY(contents.header == fixture::header());
    std::vector<FrameEntry> kept = fixture::frames(100);
    if (!inserted)
        kept.erase(kept.begin() + 20, kept.begin() + 30);
    QVERIFY(contents.frames() == kept);
    QCOMPARE(contents.losses.size(), std::size_t(1));
    QCOMPARE(contents.losses[0].offset, begin);
    QCOMPARE(contents.losses[0].bytes, inserted ? bytes.size() : blocks[3].size());
    QVERIFY(!contents.losses[0].reason.isEmpty());

    const std::size_t after = inserted ? 20 : 30;
    QCOMPARE(contents.events().size(), std::size_t(1));
    QVERIFY((contents.entries[20] == Entry(contents.events()[0])));
    const EventEntry gap = contents.events()[0];
    QCOMPARE(gap.kind, QStringLiteral("gap"));
    QCOMPARE(gap.time.value, fixture::frame(int(after)).received.value);
    QCOMPARE(gap.data.value(QLatin1String("from_ms")).toInteger(),
             lossyToMs(fixture::frame(19).received).value);
    QCOMPARE(gap.data.value(QLatin1String("to_ms")).toInteger(), lossyToMs(gap.time).value);
    QCOMPARE(gap.data.value(QLatin1String("reason")).toString(), contents.losses[0].reason);
}

void TestRecordingReader::theFirstBlockMayBeLost()
{
    QByteArray file = recorded(fixture::frames(100), 10);
    file[20] = char(file[20] ^ 0x55);
    const Contents contents = fixture::readBytes(file);
    QCOMPARE(contents.error, QString());
    QVERIFY(contents.header == RecordingHeader());
    QVERIFY(contents.frames() == fixture::frames(100));
    QCOMPARE(contents.losses.size(), std::size_t(1));
    QCOMPARE(contents.losses[0].offset, 0);
    QCOMPARE(contents.events().size(), std::size_t(1));
}

void TestRecordingReader::halfALineIsNoEntry()
{
    // Cut inside the times of two lines: what follows the damage begins with digits and a tab all the same.
    const QByteArray text = headerText() + fixture::lines(fixture::frames(100));
    const qsizetype first = text.indexOf("\n", text.size() / 3) + 5;
    const qsizetype second = text.indexOf("\n", 2 * text.size() / 3) + 5;
    QByteArray lost = zstdFrame(text.mid(first, second - first));
    lost[lost.size() / 2] = char(lost[lost.size() / 2] ^ 0x55);
    const Contents contents =
        fixture::readBytes(zstdFrame(text.left(first)) + lost + zstdFrame(text.mid(second)));
    const std::vector<FrameEntry> tape = fixture::frames(100);
    QVERIFY(contents.frames().size() > 60);
    for (const FrameEntry& frame : contents.frames())
        QVERIFY2(std::ranges::find(tape, frame) != tape.end(), qPrintable(frame.text));

    // A last line without its break may be half of one.
    const Contents open = fixture::readBytes(zstdFrame(text.chopped(1)));
    QVERIFY(open.frames() == fixture::frames(99));
    QCOMPARE(open.losses.size(), std::size_t(1));
}

void TestRecordingReader::linesThatAreNoEntriesAreLost()
{
    const QByteArray lines =
        "1\tone\n# a comment\nno entry\n2~\tbad \\x escape\n3\tthree\n#4\tstrange\t{\"a\":1}\n"
        "#5 a comment too\n6\tsix\n";
    const Contents contents = fixture::readBytes(zstdFrame(headerText()) + zstdFrame(lines));
    QVERIFY(contents.frames() == (std::vector<FrameEntry>{{{1}, QStringLiteral("one")},
                                                          {{3}, QStringLiteral("three")},
                                                          {{6}, QStringLiteral("six")}}));
    QCOMPARE(contents.losses.size(), std::size_t(1));
    QCOMPARE(contents.losses[0].offset, zstdFrame(headerText()).size());
    QCOMPARE(contents.losses[0].bytes, qint64(qstrlen("no entry2~\tbad \\x escape")));
    const std::vector<EventEntry> events = contents.events();
    QVERIFY(
        std::ranges::any_of(events, [](const EventEntry& e) { return e.kind == QLatin1String("strange"); }));
    QVERIFY(std::ranges::any_of(events, [](const EventEntry& e) { return e.kind == QLatin1String("gap"); }));
}

void TestRecordingReader::joinedRecordingsAreOne()
{
    const QByteArray one = recorded(fixture::frames(50), 10);
    const Contents contents = fixture::readBytes(one + one);
    QVERIFY(contents.losses.empty());
    QCOMPARE(contents.entries.size(), std::size_t(100));
}

void TestRecordingReader::bombsTakeTimeNotMemory()
{
    const qint64 before = peakMemory();
    const std::vector<FrameEntry> tape = fixture::frames(10);
    const QByteArray good = zstdFrame(fixture::lines(tape));
    auto buffer = std::make_unique<QBuffer>();
    // 1 GiB without a line break, then line breaks alone, from 40 KiB of file.
    buffer->setData(zstdFrame(headerText()) + good + bomb(8'192, 'a') + bomb(64, '\n') + good);
    buffer->open(QIODevice::ReadOnly);
    const auto reader = RecordingReader::open(std::move(buffer), QStringLiteral("memory.fgr"));
    QVERIFY(reader);
    std::vector<Entry> entries;
    int reads = 0;
    while (*(*reader)->read(entries))
        ++reads;
    QVERIFY2(reads > 100, "who reads is asked from time to time");
    QCOMPARE(
        std::ranges::count_if(entries, [](const Entry& e) { return std::holds_alternative<FrameEntry>(e); }),
        20);
    QVERIFY(!(*reader)->losses().empty());
    const qint64 grown = peakMemory() - before;
    QVERIFY2(grown < (qint64(400) << 20), qPrintable(QString::number(grown)));
}

void TestRecordingReader::whatIsNoRecordingIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("says");
    const QByteArray good = recorded(fixture::frames(5), 10);
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("empty");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1A\n").append(QByteArray(5'000, 'x'))
                               << QStringLiteral("not a recording");
    QTest::newRow("a few bytes") << QByteArray("abc") << QStringLiteral("not a recording");
    QTest::newRow("text that was never compressed") << headerText() << QStringLiteral("not a recording");
    QTest::newRow("something else, compressed")
        << zstdFrame("hello\nworld\n") << QStringLiteral("not a recording");
    QTest::newRow("compressed nothing") << zstdFrame({}) << QStringLiteral("not a recording");
    QTest::newRow("a later format") << zstdFrame("{\"flowglass_recording\":2}\n")
                                    << QStringLiteral("newer version");
    QTest::newRow("cut off in its first block") << good.left(60) << QStringLiteral("ends in the middle");
    QTest::newRow("damaged from end to end")
        << good.left(4) + QByteArray(good.size(), '\x7F') << QStringLiteral("damaged");
}

void TestRecordingReader::whatIsNoRecordingIsRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("odd.fgr"));
    QVERIFY(fixture::write(path, file));
    const auto reader = RecordingReader::open(path);
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, domain::Error::Code::Unreadable);
    const QString text = reader.error().text;
    QVERIFY2(text.contains(path) && text.contains(says), qPrintable(text));
    QVERIFY(!RecordingReader::open(folder.filePath(QStringLiteral("missing.fgr"))));
    QVERIFY(!RecordingReader::open(folder.path()));
}

void TestRecordingReader::goesOnAtABlock()
{
    QByteArray file = recorded(fixture::frames(100), 10);
    const std::vector<QByteArray> blocks = fixture::zstdFrames(file);
    qint64 fourth = 0;
    for (int block = 0; block < 4; ++block)
        fourth += blocks[std::size_t(block)].size();
    file[qsizetype(fourth - 1)] = char(file[qsizetype(fourth - 1)] ^ 0x55); // of the third
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(file);
    buffer->open(QIODevice::ReadOnly);
    const auto reader = RecordingReader::open(std::move(buffer), QStringLiteral("memory.fgr"));
    QVERIFY(reader);
    const std::vector<FrameEntry> tape = fixture::frames(100);
    for (int round = 0; round < 2; ++round) {
        std::vector<Entry> entries;
        QVERIFY(*(*reader)->seek(fourth));
        while (*(*reader)->read(entries)) {
        }
        QVERIFY(entries == std::vector<Entry>(tape.begin() + 30, tape.end()));
        entries.clear();
        QVERIFY(*(*reader)->seek(0));
        while (*(*reader)->read(entries)) {
        }
        QCOMPARE(entries.size(), std::size_t(91)); // all but the third block, and its gap
        QVERIFY2((*reader)->losses().size() == 1, "what is read twice is lost once");
    }
    QVERIFY(!(*reader)->seek(-1));
    QVERIFY(!(*reader)->seek(file.size() + 1));
}

QTEST_GUILESS_MAIN(TestRecordingReader)
#include "tst_recordingreader.moc"

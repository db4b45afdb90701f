// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "session/openinterest/openinterestfile.h"

#include <QDir>
#include <QTemporaryDir>

using namespace flowglass;
using domain::OpenInterestOfDay;
using session::OpenInterestHistory;
using session::ReadOpenInterest;

namespace {

constexpr const char* kCall = "O:NVDA261218C00150000";
constexpr const char* kExpired = "O:NVDA261113C00150000";
constexpr std::int32_t kDay = 20'776; // 2026-11-19
constexpr std::int32_t kToday = kDay + 1;

std::string contract(int number)
{
    return "O:NVDA261218C" + QString::number(number).rightJustified(8, QLatin1Char('0')).toStdString();
}

OpenInterestHistory someDays()
{
    OpenInterestHistory history;
    for (int number = 1; number <= 5; ++number) {
        for (int day = 0; day < 3; ++day)
            history.add(contract(number), {kDay - 3 + day, number * 1'000 + day}, {});
    }
    return history;
}

using Entries = std::vector<std::pair<std::string, OpenInterestOfDay>>;
Entries entriesOf(const OpenInterestHistory& history)
{
    Entries entries;
    history.forEach([&entries](const std::string& ticker, const OpenInterestOfDay& value) { entries.emplace_back(ticker, value); });
    return entries;
}

bool isPartOf(const OpenInterestHistory& part, const Entries& whole)
{
    return std::ranges::all_of(entriesOf(part), [&whole](const auto& entry) {
        return std::ranges::find(whole, entry) != whole.end();
    });
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

struct Rig
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("openinterest.txt"));
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files); }
};

} // namespace

class TstOpenInterestFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesArePlainText();
    void whatIsWrittenIsRead();
    void theLaterLineOfADayHolds();
    void expiredContractsAreLeftOut();
    void tornAnywhereItLosesItsTailOnly();
    void aFlippedBitCostsItsLineOnly();
    void badLines_data();
    void badLines();
    void otherFilesAreNotRead_data();
    void otherFilesAreNotRead();
    void nothingThereIsNothingSaid();
    void aGoodFileIsNotTouched();
    void oneThatHoldsTooMuchIsShortened();
    void aDamagedOneIsKeptAsideAndItsRestGoesOn();
    void whereNothingCanBeKeptAsideItStaysAsItIs();
    void aForeignOneIsKeptAside();
};

void TstOpenInterestFile::linesArePlainText()
{
    const QByteArray line = session::openInterestLine(kCall, {kDay, 12'345});
    QVERIFY2(line.startsWith("O:NVDA261218C00150000 2026-11-19 12345 "), line.constData());
    QCOMPARE(line.size(), QByteArray("O:NVDA261218C00150000 2026-11-19 12345 abcd").size());
}

void TstOpenInterestFile::whatIsWrittenIsRead()
{
    const OpenInterestHistory history = someDays();
    const ReadOpenInterest read = session::readOpenInterest(session::openInterestText(history), kToday);
    QVERIFY(entriesOf(read.history) == entriesOf(history));
    QCOMPARE(read.lines, std::size_t(15));
    QCOMPARE(read.damaged, std::size_t(0));
    QVERIFY(!read.foreign);
}

void TstOpenInterestFile::theLaterLineOfADayHolds()
{
    QByteArray text = session::openInterestHead();
    for (const std::int64_t contracts : {100, 100, 130})
        text += '\n' + session::openInterestLine(kCall, {kDay, contracts});
    const ReadOpenInterest read = session::readOpenInterest(text + '\n', kToday);
    QCOMPARE(read.lines, std::size_t(3));
    QVERIFY(read.history.of(kCall) == (std::vector<OpenInterestOfDay>{{kDay, 130}}));
}

void TstOpenInterestFile::expiredContractsAreLeftOut()
{
    OpenInterestHistory history = someDays();
    history.add(kExpired, {kDay - 7, 5}, {});
    const QByteArray text = session::openInterestText(history);
    QCOMPARE(session::readOpenInterest(text, kToday).history.size(), std::size_t(15));
    constexpr std::int32_t kItsDay = 20'770; // 2026-11-13
    QCOMPARE(session::readOpenInterest(text, kItsDay).history.size(), std::size_t(16));
    QCOMPARE(session::readOpenInterest(text, kItsDay + 1).history.size(), std::size_t(15));
}

void TstOpenInterestFile::tornAnywhereItLosesItsTailOnly()
{
    const QByteArray text = session::openInterestText(someDays());
    const Entries whole = entriesOf(someDays());
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const ReadOpenInterest read = session::readOpenInterest(text.left(size), kToday);
        const auto lines = std::size_t(std::max<qsizetype>(text.left(size).count('\n') - 1, 0));
        if (read.foreign || read.damaged > 0 || read.lines != lines || read.history.size() != lines
            || !isPartOf(read.history, whole))
            QFAIL(qPrintable(QStringLiteral("torn after %1 bytes").arg(size)));
    }
}

void TstOpenInterestFile::aFlippedBitCostsItsLineOnly()
{
    const QByteArray text = session::openInterestText(someDays());
    const Entries whole = entriesOf(someDays());
    const qsizetype head = session::openInterestHead().size() + 1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray flipped = text;
            flipped[at] = char(flipped[at] ^ (1 << bit));
            const ReadOpenInterest read = session::readOpenInterest(flipped, kToday);
            // A line end that is none costs two lines, at the end of the file it tears one.
            const bool isWhole = at < head ? read.foreign && read.history.size() == 0
                                           : !read.foreign && read.history.size() >= whole.size() - 2
                                                 && read.history.size() < whole.size()
                                                 && (read.damaged > 0 || at == text.size() - 1);
            if (!isWhole || !isPartOf(read.history, whole))
                QFAIL(qPrintable(QStringLiteral("bit %1 of byte %2").arg(bit).arg(at)));
        }
    }
}

void TstOpenInterestFile::badLines_data()
{
    QTest::addColumn<QByteArray>("line");
    const auto sealed = [](const QByteArray& line) -> QByteArray {
        const QByteArray checksum = QByteArray::number(qChecksum(line), 16).rightJustified(4, '0');
        return line + ' ' + checksum;
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("without a checksum") << QByteArray("O:NVDA261218C00150000 2026-11-19 12345");
    QTest::newRow("a wrong checksum") << QByteArray("O:NVDA261218C00150000 2026-11-19 12345 0000");
    QTest::newRow("no contract") << sealed("NVDA 2026-11-19 12345");
    QTest::newRow("no day") << sealed("O:NVDA261218C00150000 2026-02-30 12345");
    QTest::newRow("below zero") << sealed("O:NVDA261218C00150000 2026-11-19 -5");
    QTest::newRow("no whole number") << sealed("O:NVDA261218C00150000 2026-11-19 1.5");
    QTest::newRow("written in another way") << sealed("O:NVDA261218C00150000 2026-11-19 +5");
    QTest::newRow("beyond integers") << sealed("O:NVDA261218C00150000 2026-11-19 99999999999999999999");
    QTest::newRow("one field more") << sealed("O:NVDA261218C00150000 2026-11-19 5 5");
}

void TstOpenInterestFile::badLines()
{
    QFETCH(QByteArray, line);
    QByteArray text = session::openInterestHead();
    text += '\n' + session::openInterestLine(kCall, {kDay - 1, 1}) + '\n' + line + '\n';
    text += session::openInterestLine(kCall, {kDay, 2}) + '\n';
    const ReadOpenInterest read = session::readOpenInterest(text, kToday);
    QCOMPARE(read.damaged, std::size_t(1));
    QCOMPARE(read.lines, std::size_t(2));
    QCOMPARE(read.history.size(), std::size_t(2));
}

void TstOpenInterestFile::otherFilesAreNotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray newer = session::openInterestText(someDays());
    newer.replace("flowglass open interest 1", "flowglass open interest 2");
    QTest::newRow("another version") << newer;
    QTest::newRow("another file") << QByteArray("nonsense");
    QTest::newRow("no first line") << session::openInterestText(someDays()).mid(session::openInterestHead().size() + 1);
}

void TstOpenInterestFile::otherFilesAreNotRead()
{
    QFETCH(QByteArray, text);
    const ReadOpenInterest read = session::readOpenInterest(text, kToday);
    QVERIFY(read.foreign);
    QCOMPARE(read.history.size(), std::size_t(0));
}

void TstOpenInterestFile::nothingThereIsNothingSaid()
{
    Rig rig;
    const session::KeptOpenInterest kept = session::loadOpenInterest(rig.path, kToday);
    QVERIFY(kept.notice.isEmpty());
    QCOMPARE(kept.history.size(), std::size_t(0));
    write(rig.path, {});
    QVERIFY(session::loadOpenInterest(rig.path, kToday).notice.isEmpty());
    QCOMPARE(rig.files(), QStringList{QStringLiteral("openinterest.txt")});
}

void TstOpenInterestFile::aGoodFileIsNotTouched()
{
    Rig rig;
    const QByteArray text = session::openInterestText(someDays()) + "O:NVDA2612"; // killed while it was written
    write(rig.path, text);
    const session::KeptOpenInterest kept = session::loadOpenInterest(rig.path, kToday);
    QVERIFY(kept.notice.isEmpty());
    QVERIFY(entriesOf(kept.history) == entriesOf(someDays()));
    QCOMPARE(contentOf(rig.path), text);
    QCOMPARE(rig.files().size(), 1);
}

void TstOpenInterestFile::oneThatHoldsTooMuchIsShortened()
{
    Rig rig;
    QByteArray text = session::openInterestText(someDays());
    text += session::openInterestLine(kExpired, {kDay - 7, 5}) + '\n';
    text += session::openInterestLine(contract(1), {kDay - 1, 7}) + '\n'; // known otherwise above
    write(rig.path, text);
    const session::KeptOpenInterest kept = session::loadOpenInterest(rig.path, kToday);
    QVERIFY(kept.notice.isEmpty());
    QCOMPARE(contentOf(rig.path), session::openInterestText(kept.history));
    QCOMPARE(contentOf(rig.path).count('\n'), 16);
    QCOMPARE(kept.history.of(contract(1)).back().contracts, 7);
    QCOMPARE(rig.files().size(), 1);
}

void TstOpenInterestFile::aDamagedOneIsKeptAsideAndItsRestGoesOn()
{
    Rig rig;
    QByteArray text = session::openInterestText(someDays());
    text[session::openInterestHead().size() + 5] = '?';
    write(rig.path, text);
    const session::KeptOpenInterest kept = session::loadOpenInterest(rig.path, kToday);
    QVERIFY(kept.notice.contains(QStringLiteral("kept aside")));
    QCOMPARE(kept.history.size(), std::size_t(14));
    QCOMPARE(contentOf(rig.path), session::openInterestText(kept.history));
    QCOMPARE(contentOf(rig.path + QStringLiteral(".corrupt")), text);
    QVERIFY(session::loadOpenInterest(rig.path, kToday).notice.isEmpty()); // told once
}

// The name is taken by a folder with something in it.
void TstOpenInterestFile::whereNothingCanBeKeptAsideItStaysAsItIs()
{
    Rig rig;
    QVERIFY(QDir().mkpath(rig.path + QStringLiteral(".corrupt/x")));
    QByteArray damaged = session::openInterestHead();
    damaged += "\nO:NVDA261218C00150000 2026-11-19 12 0000\n";
    for (const QByteArray& content : {damaged, QByteArray("another program's\nfile")}) {
        write(rig.path, content);
        const auto kept = session::loadOpenInterest(rig.path, kToday);
        QVERIFY(!kept.notice.isEmpty());
        QVERIFY(!kept.notice.contains(QStringLiteral("aside")));
        QCOMPARE(kept.mayGoOn, content == damaged); // lines behind those of another program would be no good
        QCOMPARE(contentOf(rig.path), content);
    }
}

void TstOpenInterestFile::aForeignOneIsKeptAside()
{
    Rig rig;
    write(rig.path, "nonsense");
    const session::KeptOpenInterest kept = session::loadOpenInterest(rig.path, kToday);
    QVERIFY(kept.notice.contains(QStringLiteral("kept aside")));
    QCOMPARE(kept.history.size(), std::size_t(0));
    QCOMPARE(rig.files(), QStringList{QStringLiteral("openinterest.txt.corrupt")});
}

QTEST_GUILESS_MAIN(TstOpenInterestFile)
#include "tst_openinterestfile.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/logfile.h"

#include <QDir>
#include <QTemporaryDir>

#include <atomic>

using flowglass::app::LogFile;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void mustNotFail(const QString& reason)
{
    qFatal("%s", qPrintable(reason));
}

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereTheLastRunEnded();
    void rotatesAndKeepsFiveFiles();
    void followsWhenAnotherCopyHasRotated();
    void aFullDiskIsToldOnceAndHarmsNobody();
};

void TestLogFile::goesOnWhereTheLastRunEnded()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.log"));
    for (const char* line : {"first", "second"})
        LogFile(path, mustNotFail).write(line);
    QCOMPARE(contentOf(path), QByteArray("first\nsecond\n"));
}

void TestLogFile::rotatesAndKeepsFiveFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.log"));
    const QByteArray filler(990, '.');
    int number = 0;
    for (int part = 0; part < 8; ++part) { // each as much as may wait, and as one file holds
        LogFile file(path, mustNotFail);
        for (int i = 0; i < 1'040; ++i)
            file.write(QByteArray::number(100'000 + number++) + filler);
    }
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files, (QStringList{QStringLiteral("a.log"), QStringLiteral("a.log.1"), QStringLiteral("a.log.2"),
                                 QStringLiteral("a.log.3"), QStringLiteral("a.log.4")}));
    // Newest last, without a hole, each line whole.
    QByteArray all;
    for (int i = 4; i >= 1; --i)
        all += contentOf(path + QLatin1Char('.') + QString::number(i));
    all += contentOf(path);
    int expected = number - int(all.count('\n'));
    for (const QByteArray& line : all.trimmed().split('\n')) {
        QCOMPARE(line.size(), 996);
        QCOMPARE(line.left(6).toInt(), 100'000 + expected++);
    }
    QCOMPARE(expected, number);
    for (const QString& name : files)
        QVERIFY(QFileInfo(folder.filePath(name)).size() <= LogFile::kFileBytes + 128 * 1024);
}

void TestLogFile::followsWhenAnotherCopyHasRotated()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.log"));
    const QByteArray filler(100'000, '.');
    LogFile file(path, mustNotFail);
    for (int i = 0; i < 10; ++i)
        file.write(filler);
    QTRY_COMPARE(QFileInfo(path).size(), 1'000'010);
    QVERIFY(QFile::rename(path, path + QStringLiteral(".1")));
    file.write(filler); // still to the file it has, which is full then
    QTRY_COMPARE(QFileInfo(path + QStringLiteral(".1")).size(), 1'100'011);
    file.write("behind");
    QTRY_COMPARE(contentOf(path), QByteArray("behind\n"));
    QVERIFY(!QFile::exists(path + QStringLiteral(".2")));
}

void TestLogFile::aFullDiskIsToldOnceAndHarmsNobody()
{
    std::atomic<int> told = 0;
    {
        LogFile file(QStringLiteral("/dev/full"), [&told](const QString& reason) {
            QVERIFY(!reason.isEmpty());
            ++told;
        });
        for (int i = 0; i < 1'000; ++i)
            file.write("line");
        QTRY_COMPARE(told.load(), 1);
        file.write("line");
    }
    QCOMPARE(told.load(), 1);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"

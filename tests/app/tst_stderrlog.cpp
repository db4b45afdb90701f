// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/stderrlog.h"
#include "support/fakeclock.h"

#include <QLoggingCategory>
#include <QTemporaryDir>

#include <string>

#include <fcntl.h>
#include <unistd.h>

using namespace flowglass;
using app::LogLevel;
using app::StderrLog;

namespace {

// Takes stderr into a pipe for its lifetime.
class Captured
{
public:
    Captured()
    {
        if (::pipe2(m_pipe, O_NONBLOCK) != 0)
            qFatal("no pipe");
        m_saved = ::dup(STDERR_FILENO);
        ::dup2(m_pipe[1], STDERR_FILENO);
    }
    ~Captured()
    {
        ::dup2(m_saved, STDERR_FILENO);
        for (const int fd : {m_saved, m_pipe[0], m_pipe[1]})
            ::close(fd);
    }
    QString text() const
    {
        QByteArray all;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(m_pipe[0], buffer, sizeof buffer)) > 0;)
            all.append(buffer, got);
        return QString::fromUtf8(all);
    }

private:
    int m_pipe[2];
    int m_saved;
};

} // namespace

class TstStderrLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsBelowAreSilent_data();
    void levelsBelowAreSilent();
    void theKeyIsCutOut();
    void aLineHasTimeAndLevel();
    void nobodyReadingIsNoReasonToWait();
    void theHandlerBeforeIsPutBack();
    void whatRepeatsIsHeldBackAndCounted();
    void theFileHoldsTheSameLinesWithTheirDate();
    void aFolderThatCannotBeWrittenIsToldOnce();
};

void TstStderrLog::levelsBelowAreSilent_data()
{
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<int>("lines");
    QTest::newRow("debug") << LogLevel::Debug << 3;
    QTest::newRow("info") << LogLevel::Info << 2;
    QTest::newRow("warning") << LogLevel::Warning << 1;
    QTest::newRow("error") << LogLevel::Error << 0;
}

void TstStderrLog::levelsBelowAreSilent()
{
    QFETCH(LogLevel, level);
    QFETCH(int, lines);
    const test::FakeClock clock;
    QString text;
    {
        const Captured captured;
        const StderrLog log(level, clock);
        qDebug("one");
        qInfo("two");
        qWarning("three");
        text = captured.text();
    }
    QCOMPARE(text.count(QLatin1Char('\n')), lines);
}

void TstStderrLog::theKeyIsCutOut()
{
    const test::FakeClock clock;
    QString text;
    {
        const Captured captured;
        StderrLog log(LogLevel::Debug, clock);
        log.setSecret(QStringLiteral("s3cr3t"));
        qWarning("auth with s3cr3t and s3cr3t failed");
        log.write(LogLevel::Error, QStringLiteral("s3cr3t"));
        text = captured.text();
    }
    QVERIFY(!text.contains(QStringLiteral("s3cr3t")));
    QVERIFY(text.contains(QStringLiteral("auth with *** and *** failed")));
}

void TstStderrLog::aLineHasTimeAndLevel()
{
    const test::FakeClock clock;
    QString text;
    {
        const Captured captured;
        StderrLog log(LogLevel::Info, clock);
        log.write(LogLevel::Error, QStringLiteral("no key"));
        text = captured.text();
    }
    QCOMPARE(text, QStringLiteral("15:00:00.000 error: no key\n"));
}

void TstStderrLog::nobodyReadingIsNoReasonToWait()
{
    const test::FakeClock clock;
    QString first;
    QString second;
    {
        const Captured captured; // a pipe holds 64 KiB
        const StderrLog log(LogLevel::Info, clock);
        for (int i = 0; i < 10'000; ++i) // of many kinds, or the limiter would hold them back
            qInfo("%s", std::string(std::size_t(i % 250) + 1, 'x').c_str());
        first = captured.text();
        qInfo("back again");
        second = captured.text();
    }
    QVERIFY(first.size() > 10'000);
    QVERIFY2(second.contains(QStringLiteral("lines dropped before")), qPrintable(second));
}

void TstStderrLog::theHandlerBeforeIsPutBack()
{
    const test::FakeClock clock;
    {
        const StderrLog log(LogLevel::Error, clock);
    }
    QTest::ignoreMessage(QtWarningMsg, "heard by the test again");
    qWarning("heard by the test again");
}

void TstStderrLog::whatRepeatsIsHeldBackAndCounted()
{
    test::FakeClock clock;
    QString text;
    {
        const Captured captured;
        StderrLog log(LogLevel::Info, clock);
        for (int i = 1; i <= 1'254; ++i)
            qWarning("refused, try %d", i);
        clock.advance(std::chrono::seconds(10));
        qWarning("something else");
        text = captured.text();
    }
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 22);
    QCOMPARE(lines.at(19), QStringLiteral("15:00:00.000 warning: refused, try 20"));
    QCOMPARE(lines.at(20), QStringLiteral("15:00:10.000 warning: repeated 1,234 times in 10 s: refused, try 1254"));
    QCOMPARE(lines.at(21), QStringLiteral("15:00:10.000 warning: something else"));
}

void TstStderrLog::theFileHoldsTheSameLinesWithTheirDate()
{
    const test::FakeClock clock;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new/folder/flowglass.log"));
    {
        const Captured captured;
        StderrLog log(LogLevel::Info, clock);
        log.setSecret(QStringLiteral("s3cr3t/+key"));
        log.keepIn(path);
        qWarning("said: s3cr3t/+key or s3cr3t%%2F%%2Bkey or %s\nand more",
                 QByteArray("s3cr3t/+key").toBase64().constData());
        qDebug("too fine");
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("2026-11-20T15:00:00.000Z warning: said: *** or *** or ***= and more\n"));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TstStderrLog::aFolderThatCannotBeWrittenIsToldOnce()
{
    const test::FakeClock clock;
    const QTemporaryDir folder;
    QFile blocking(folder.filePath(QStringLiteral("log")));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    QString text;
    {
        const Captured captured;
        {
            StderrLog log(LogLevel::Info, clock);
            log.keepIn(folder.filePath(QStringLiteral("log/flowglass.log")));
            for (const char* word : {"one", "two", "three"})
                qInfo("%s", word);
        }
        text = captured.text();
    }
    QCOMPARE(text.count(QStringLiteral("no log is kept in")), 1);
    QVERIFY(text.contains(QStringLiteral("three")));
}

QTEST_GUILESS_MAIN(TstStderrLog)
#include "tst_stderrlog.moc"

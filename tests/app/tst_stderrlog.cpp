// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/stderrlog.h"
#include "support/fakeclock.h"

#include <QLoggingCategory>

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
        for (int i = 0; i < 10'000; ++i)
            qInfo("line after line that nobody reads, number %d", i);
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

QTEST_GUILESS_MAIN(TstStderrLog)
#include "tst_stderrlog.moc"

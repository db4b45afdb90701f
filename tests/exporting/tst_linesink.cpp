// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/exportfixture.h"
#include "exporting/linesink.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace flowglass;
using namespace flowglass::exporting;

namespace {

// Stands a pipe in for stdout while it lives. What Qt Test prints meanwhile waits in stdio.
class PipedStdout
{
public:
    PipedStdout()
    {
        std::fflush(stdout);
        m_saved = ::dup(STDOUT_FILENO);
        if (::pipe(m_ends) != 0 || ::dup2(m_ends[1], STDOUT_FILENO) < 0)
            qFatal("no pipe");
        ::close(m_ends[1]);
    }
    ~PipedStdout() { restore(); }
    void restore()
    {
        if (m_saved < 0)
            return;
        ::dup2(m_saved, STDOUT_FILENO);
        ::close(m_saved);
        m_saved = -1;
    }
    QByteArray readToEnd()
    {
        restore(); // the last writing end closes, so the pipe ends
        QFile reader;
        return reader.open(m_ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) ? reader.readAll()
                                                                                         : QByteArray();
    }
    void hangUp() { ::close(m_ends[0]); }

private:
    int m_saved = -1;
    int m_ends[2] = {-1, -1};
};

QByteArray numbered(int n)
{
    return "{\"id\":" + QByteArray::number(n) + "}";
}

} // namespace

class TestLineSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replacesAFileByLines();
    void writesToStdout();
    void openNamesPathAndReason_data();
    void openNamesPathAndReason();
    void fullDeviceIsAnError();
    void partialLinesAreCutOff();
    void readerThatLeftIsAnError();
    void readerThatSleepsHoldsNobodyUp();
    void linesBeyondTheCapacityAreCounted();
    void unopenedSinkDoesNothing();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("anomalies.jsonl")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLineSink::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestLineSink::replacesAFileByLines()
{
    QVERIFY(fixture::place(path(), "an older run\nof two lines\n"));
    LineSink sink(path());
    QVERIFY(sink.open().has_value());
    QByteArray expected;
    for (int n = 0; n < 10'000; ++n) {
        sink.write(numbered(n));
        expected += numbered(n) + '\n';
    }
    QVERIFY(sink.close().has_value());
    QCOMPARE(fixture::contentOf(path()), expected);
    QCOMPARE(sink.linesLost(), 0U);
    QVERIFY(sink.close().has_value()); // twice does no harm
}

void TestLineSink::writesToStdout()
{
    PipedStdout piped;
    LineSink sink(QStringLiteral("-"));
    const bool opened = sink.open().has_value();
    sink.write("one");
    sink.write("two");
    const bool closed = sink.close().has_value();
    const bool stillOpen = ::fcntl(STDOUT_FILENO, F_GETFD) >= 0;
    const QByteArray read = piped.readToEnd();
    QVERIFY(opened && closed);
    QVERIFY2(stillOpen, "stdout is not the sink's to close");
    QCOMPARE(read, QByteArray("one\ntwo\n"));
}

void TestLineSink::openNamesPathAndReason_data()
{
    QTest::addColumn<QString>("relative");
    QTest::addColumn<QString>("reason");
    QTest::newRow("the folder is missing") << QStringLiteral("no/out") << QStringLiteral("No such file");
    QTest::newRow("the file is a folder") << QStringLiteral(".") << QStringLiteral("Is a directory");
}

void TestLineSink::openNamesPathAndReason()
{
    QFETCH(QString, relative);
    QFETCH(QString, reason);
    const QString name = m_folder->filePath(relative);
    LineSink sink(name);
    const auto opened = sink.open();
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, domain::Error::Code::Unwritable);
    QVERIFY2(opened.error().text.contains(name), qPrintable(opened.error().text));
    QVERIFY2(opened.error().text.contains(reason), qPrintable(opened.error().text));
}

void TestLineSink::fullDeviceIsAnError()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("needs /dev/full");
    LineSink sink(QStringLiteral("/dev/full"));
    QVERIFY(sink.open().has_value());
    sink.write("one");
    QTRY_VERIFY(sink.error().has_value()); // seen before the end
    sink.write("two");
    const auto closed = sink.close();
    QVERIFY(!closed.has_value());
    QVERIFY2(closed.error().text.contains(QLatin1String("No space left")), qPrintable(closed.error().text));
    QCOMPARE(sink.linesLost(), 2U);
}

void TestLineSink::partialLinesAreCutOff()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{10'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    LineSink sink(path());
    const bool opened = sink.open().has_value();
    for (int n = 0; n < 200; ++n)
        sink.write(QByteArray(99, 'x') + (n == 99 ? "y" : "z")); // 101 bytes each
    const auto closed = sink.close();
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(opened);
    QVERIFY(!closed.has_value());
    const QByteArray content = fixture::contentOf(path());
    QCOMPARE(content.size(), 99 * 101);
    QVERIFY(content.endsWith("z\n"));
    QCOMPARE(sink.linesLost(), 101U);
}

void TestLineSink::readerThatLeftIsAnError()
{
    PipedStdout piped;
    piped.hangUp();
    LineSink sink(QStringLiteral("-"));
    const bool opened = sink.open().has_value();
    sink.write("one");
    const auto closed = sink.close();
    piped.restore();
    QVERIFY(opened);
    QVERIFY(!closed.has_value());
    QVERIFY2(closed.error().text.contains(QLatin1String("Broken pipe")), qPrintable(closed.error().text));
}

void TestLineSink::readerThatSleepsHoldsNobodyUp()
{
    PipedStdout piped;
    QElapsedTimer timer;
    timer.start();
    LineSink sink(QStringLiteral("-"));
    const bool opened = sink.open().has_value();
    const QByteArray line(1000, 'x');
    for (int n = 0; n < 1000; ++n)
        sink.write(line);
    const auto closed = sink.close(std::chrono::milliseconds(200));
    const qint64 took = timer.elapsed();
    piped.restore();
    QVERIFY(opened);
    QVERIFY(!closed.has_value());
    QVERIFY2(took < 1500, qPrintable(QString::number(took)));
    QVERIFY(sink.linesLost() > 0);
}

void TestLineSink::linesBeyondTheCapacityAreCounted()
{
    PipedStdout piped;
    LineSink sink(QStringLiteral("-"), 10'000);
    const bool opened = sink.open().has_value();
    const QByteArray line(999, 'x');
    for (int n = 0; n < 500; ++n)
        sink.write(line); // 64 KiB fit into the pipe, 10 wait here, at most 10 are under way
    const std::uint64_t lost = sink.linesLost();
    const auto closed = sink.close(std::chrono::milliseconds(100));
    piped.restore();
    QVERIFY(opened);
    QVERIFY2(lost >= 400, qPrintable(QString::number(lost)));
    QVERIFY(!closed.has_value());
}

void TestLineSink::unopenedSinkDoesNothing()
{
    LineSink sink(path());
    sink.write("one");
    QVERIFY(sink.close().has_value());
    QVERIFY(!QFile::exists(path()));
}

QTEST_GUILESS_MAIN(TestLineSink)
#include "tst_linesink.moc"

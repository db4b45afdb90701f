// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/atomicfile.h"
#include "program.h"
#include "recording/recordingreader.h"
#include "settings/settings.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>

using namespace flowglass;
using test::Ended;
using test::Program;

namespace {

// No file can grow beyond `bytes` while it lives: what a full disk looks like to who writes.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit less{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &less);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// A disk without room costs what does not fit on it, is told, and harms nothing that was there.
class TstFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileReplacedAsAWholeStaysAsItWas();
    void settingsStayAsTheyWereAndItIsTold();
    void aRunEndsWithFiveAndLeavesWhatCanBeRead();
};

void TstFullDisk::aFileReplacedAsAWholeStaysAsItWas()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("baselines.fgb"));
    QVERIFY(exporting::writeWhole(path, "what was learnt"));
    {
        const FullDisk full(4'096);
        const auto written = exporting::writeWhole(path, QByteArray(100'000, 'x'));
        QVERIFY(!written);
        QVERIFY(written.error().text.contains(QStringLiteral("baselines.fgb")));
    }
    QCOMPARE(contentOf(path), QByteArray("what was learnt"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TstFullDisk::settingsStayAsTheyWereAndItIsTold()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("flowglass.conf"));
    {
        settings::SettingsStore store(path);
        settings::Settings all(store);
        all.watch.underlyings.setValue(QStringLiteral("SPY"));
        QVERIFY(store.save());
    }
    const QByteArray before = contentOf(path);
    {
        settings::SettingsStore store(path);
        settings::Settings all(store);
        const FullDisk full(4);
        all.watch.underlyings.setValue(QStringLiteral("QQQ"));
        const auto saved = store.save();
        QVERIFY(!saved);
        QVERIFY(saved.error().text.contains(QStringLiteral("flowglass.conf")));
        QCOMPARE(contentOf(path), before);
    }
}

void TstFullDisk::aRunEndsWithFiveAndLeavesWhatCanBeRead()
{
    const QTemporaryDir folder;
    const auto file = [&folder](const char* name) { return folder.filePath(QLatin1String(name)); };
    Program program(folder.path());
    {
        const FullDisk full(60'000); // for the child, which inherits it
        program.start({QStringLiteral("--headless"), QStringLiteral("--demo"), QStringLiteral("--demo-rate"),
                       QStringLiteral("5000"), QStringLiteral("--record"), file("day.fgr"), QStringLiteral("--stats"),
                       QStringLiteral("-"), QStringLiteral("--duration"), QStringLiteral("4")},
                      false);
        QVERIFY(program.process().waitForStarted());
    }
    const Ended end = program.ended();
    QCOMPARE(end.code, 5);
    QVERIFY2(end.err.contains("day.fgr"), end.err.constData());
    const auto reader = recording::RecordingReader::open(file("day.fgr"));
    QVERIFY2(reader, qPrintable(reader ? QString() : reader.error().text));
    std::vector<recording::Entry> entries;
    while (*(*reader)->read(entries)) {}
    QVERIFY(entries.size() > 10);
    QVERIFY((*reader)->losses().empty()); // what did not fit was cut off again
    // The detector went on: nothing was shed.
    const QJsonObject stats = test::json(test::linesOf(end.out).constLast()); // behind the anomalies
    const auto number = [&stats](const char* key) { return stats.value(QLatin1String(key)).toDouble(); };
    QVERIFY(number("trades") > 1'000);
    QCOMPARE(number("events"), number("trades") + number("rejected") + number("status") + number("other"));
}

QTEST_GUILESS_MAIN(TstFullDisk)
#include "tst_fulldisk.moc"

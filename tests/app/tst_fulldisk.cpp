// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "blocks.h"
#include "exporting/atomicfile.h"
#include "program.h"
#include "recording/recordingreader.h"
#include "session/flagwatch.h"
#include "session/openinterest/openinterestfile.h"
#include "session/openinterest/openinterestrecord.h"
#include "session/replay/sessionfacts.h"
#include "session/session.h"
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

constexpr std::int32_t kDay = 20'776; // 2026-11-19
constexpr domain::UnixNs kTold{1'795'186'800'000'000'000}; // on the day after

QString tickerOf(int number) { return QStringLiteral("O:NVDA261218C%1").arg(number, 8, 10, QLatin1Char('0')); }

// Writes it while there is room.
QByteArray someOpenInterest(const QString& path)
{
    session::OpenInterestHistory history;
    for (int number = 1; number <= 50; ++number)
        history.add(tickerOf(number).toStdString(), {kDay - 1, number}, {});
    const QByteArray text = session::openInterestText(history);
    return exporting::writeWhole(path, text) ? text : QByteArray();
}

session::SessionConfig quietConfig() // no feed, no look-ups
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.rest.off = true;
    config.detect.flagsPer100k = 1'000.0;
    return config;
}

} // namespace

// A disk without room costs what does not fit on it, is told, and harms nothing that was there.
class TstFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileReplacedAsAWholeStaysAsItWas();
    void settingsStayAsTheyWereAndItIsTold();
    void openInterestIsKeptAsFarAsItFits();
    void openInterestThatCannotBeShortenedStaysAsItWas();
    void theJournalOfFlagsIsKeptAsFarAsItFits();
    void factsOfARecordingStayAsTheyWere();
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

void TstFullDisk::openInterestIsKeptAsFarAsItFits()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("openinterest.txt"));
    const QByteArray before = someOpenInterest(path);
    const domain::SystemClock clock;
    session::Session session(quietConfig(), clock);
    session::OpenInterestRecord record(path, clock);
    QSignalSpy loaded(&record, &session::OpenInterestRecord::loaded);
    QSignalSpy failed(&record, &session::OpenInterestRecord::failed);
    {
        const FullDisk full(rlim_t(before.size()) + 100);
        record.follow(session);
        QVERIFY(loaded.wait());
        QVERIFY(failed.isEmpty());
        for (int number = 1; number <= 50; ++number)
            record.add(tickerOf(number), number + 5, kTold);
        QVERIFY(failed.wait(10'000));
    }
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("openinterest.txt")));
    QCOMPARE(record.history().size(), std::size_t(100)); // still shown
    QVERIFY(contentOf(path).startsWith(before) && contentOf(path).endsWith('\n'));
    const auto read = session::readOpenInterest(contentOf(path), kDay);
    QCOMPARE(read.damaged, std::size_t(0));
    QVERIFY(read.lines > 50 && read.lines < 100);
}

void TstFullDisk::openInterestThatCannotBeShortenedStaysAsItWas()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("openinterest.txt"));
    QByteArray before = someOpenInterest(path);
    before += session::openInterestLine(tickerOf(1).toStdString(), {kDay - 1, 7});
    before += '\n';
    QVERIFY(exporting::writeWhole(path, before));
    {
        const FullDisk full(100);
        const auto kept = session::loadOpenInterest(path, kDay);
        QVERIFY(kept.notice.contains(QStringLiteral("openinterest.txt")));
        QCOMPARE(kept.history.size(), std::size_t(50));
    }
    QCOMPARE(contentOf(path), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

void TstFullDisk::theJournalOfFlagsIsKeptAsFarAsItFits()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("flagged-2026-11-20.csv"));
    const domain::SystemClock clock;
    const auto judge = [&clock](session::Session& session) {
        for (int number = 0; number < 20'000;)
            session.ingest(test::nextFrame(number), clock.now());
        session.flush();
    };
    {
        session::Session session(quietConfig(), clock);
        session::FlagWatch watch(session, folder.path(), {1});
        judge(session);
        QVERIFY(watch.close());
    }
    const QByteArray before = contentOf(path);
    QVERIFY(before.count('\n') > 10);
    session::Session session(quietConfig(), clock);
    session::FlagWatch watch(session, folder.path(), {2});
    QSignalSpy failed(&watch, &session::FlagWatch::failed);
    {
        const FullDisk full(rlim_t(before.size()) + 1'000);
        judge(session);
        QVERIFY(failed.wait(10'000));
    }
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("flagged-2026-11-20.csv")));
    QVERIFY(contentOf(path).startsWith(before) && contentOf(path).endsWith("\r\n"));
    QVERIFY(!watch.close());
}

void TstFullDisk::factsOfARecordingStayAsTheyWere()
{
    const QTemporaryDir folder;
    const QString recording = folder.filePath(QStringLiteral("day.fgr"));
    QVERIFY(exporting::writeWhole(recording, "frames"));
    session::SessionFacts facts;
    facts.fileBytes = 6;
    facts.trades = 5;
    QVERIFY(session::saveFacts(recording, facts));
    {
        const FullDisk full(20);
        session::SessionFacts others = facts;
        others.trades = 7;
        const auto saved = session::saveFacts(recording, others);
        QVERIFY(!saved);
        QVERIFY(saved.error().text.contains(QStringLiteral("day.fgr.facts.json")));
    }
    QVERIFY(session::loadFacts(recording) == facts);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
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

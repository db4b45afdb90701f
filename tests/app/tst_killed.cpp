// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "blocks.h"
#include "detect/engine.h"
#include "domain/time/clock.h"
#include "domain/time/openinterestday.h"
#include "program.h"
#include "recording/recordingreader.h"
#include "session/keptfiles.h"
#include "session/openinterest/openinterestfile.h"
#include "session/replay/sessionfacts.h"
#include "settings/settings.h"
#include "support/fakeapi.h"
#include "support/fakefeed.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

#include <random>

using namespace flowglass;
using test::FakeApi;
using test::FakeFeed;
using test::json;
using test::nextFrame;
using test::Program;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Tally
{
    int recordings = 0;
    int torn = 0;
    int csv = 0;
    int baselines = 0;
    int facts = 0;
    std::size_t openInterest = 0; // values
    qsizetype journal = 0;        // rows
    quint64 frames = 0;
    std::chrono::milliseconds mostLost{0};
};

} // namespace

// kill -9 at any moment, with and without a window, also while the files of the end are being written: whatever is
// there afterwards can be read. FLOWGLASS_KILLS says how often; 10 times otherwise.
class TstKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("QT_QPA_PLATFORM", "offscreen"); } // for the window
    void nothingUnreadableIsLeftBehind();

private:
    static void chooseJournal(const QString& folder);
    static QStringList options(const QString& folder, bool inWindow);
    void runAndKill(const QString& folder, QStringList options, bool whileEnding, std::mt19937& random);
    void checkRecording(const QString& path, domain::UnixNs killed);
    void checkExport(const QString& path);
    void checkSettings(const QString& path);
    void checkFacts(const QString& recording);
    void checkOpenInterest(const QString& path);
    void checkJournal(const QString& folder);
    void checkLog(const QString& path, bool inWindow);

    Tally m_tally;
};

void TstKilled::nothingUnreadableIsLeftBehind()
{
    const int kills = qEnvironmentVariableIsSet("FLOWGLASS_KILLS") ? qEnvironmentVariableIntValue("FLOWGLASS_KILLS") : 10;
    std::mt19937 random(20261120);
    const domain::SystemClock clock;
    for (int kill = 0; kill < kills; ++kill) {
        const QTemporaryDir folder;
        const auto file = [&folder](const char* name) { return folder.filePath(QLatin1String(name)); };
        const bool inWindow = kill % 4 >= 2; // which alone keeps a journal
        chooseJournal(folder.path());
        runAndKill(folder.path(), options(folder.path(), inWindow), kill % 2 == 1, random);
        const domain::UnixNs killed = clock.now();
        checkRecording(file("day.fgr"), kill % 2 == 1 ? domain::UnixNs() : killed);
        checkExport(file("flags.csv"));
        checkSettings(file("flowglass.conf"));
        checkFacts(file("day.fgr"));
        checkOpenInterest(session::openInterestPath(file("flowglass.conf")));
        checkJournal(file("journal"));
        checkLog(file("flowglass/flowglass/log/flowglass.log"), inWindow);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("after kill %1").arg(kill)));
    }
    qInfo("%d kills: %d recordings with %llu frames (%d torn tails, at most %lld ms lost), %d exports, %d baselines, "
          "%d facts, %zu values of open interest, %lld rows of journals",
          kills, m_tally.recordings, m_tally.frames, m_tally.torn, qint64(m_tally.mostLost.count()), m_tally.csv,
          m_tally.baselines, m_tally.facts, m_tally.openInterest, qint64(m_tally.journal));
    QVERIFY(m_tally.frames > 0);
    const bool isTold = domain::openInterestDay(clock.now(), domain::ZoneTime::newYork()).has_value();
    QVERIFY(m_tally.openInterest > 0 || !isTold); // at night it is not known of which day it is
    QVERIFY(m_tally.journal > 0);
}

void TstKilled::chooseJournal(const QString& folder)
{
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/journal")));
    settings::SettingsStore store(folder + QStringLiteral("/flowglass.conf"));
    settings::Settings all(store);
    all.recording.journal.setValue(true);
    all.recording.journalFolder.setValue(folder + QStringLiteral("/journal"));
    QVERIFY(store.save());
}

QStringList TstKilled::options(const QString& folder, bool inWindow)
{
    QStringList options{QStringLiteral("--anomalies"),   QStringLiteral("-"),
                        QStringLiteral("--sensitivity"), QStringLiteral("1000"),
                        QStringLiteral("--record"),      folder + QStringLiteral("/day.fgr"),
                        QStringLiteral("--export"),      folder + QStringLiteral("/flags.csv"),
                        QStringLiteral("--settings"),    folder + QStringLiteral("/flowglass.conf")};
    if (!inWindow)
        options << QStringLiteral("--headless");
    return options;
}

// Kills a random time after so many anomalies were found, or after it was then asked to end.
void TstKilled::runAndKill(const QString& folder, QStringList options, bool whileEnding, std::mt19937& random)
{
    FakeFeed feed;
    FakeApi api;
    api.setHandler(&FakeApi::anyContract);
    int number = 0;
    QTimer pace;
    connect(&pace, &QTimer::timeout, &feed, [&feed, &number] { feed.send(nextFrame(number)); });
    connect(&feed, &FakeFeed::subscribed, &pace, [&pace] { pace.start(1); });
    connect(&feed, &FakeFeed::clientGone, &pace, &QTimer::stop);

    options << QStringLiteral("--feed-url") << feed.url().toString() << QStringLiteral("--api-url") << api.url().toString();
    Program program(folder);
    program.start(options);
    QProcess& child = program.process();
    const auto wanted = int(1 + random() % 60);
    int lines = 0;
    QSignalSpy finished(&child, &QProcess::finished);
    QSignalSpy progress(&child, &QProcess::readyReadStandardOutput);
    while (lines < wanted) {
        QVERIFY2(progress.count() > 0 || progress.wait(20'000), child.readAllStandardError().constData());
        progress.clear();
        lines += int(child.readAllStandardOutput().count('\n'));
    }
    QTimer::singleShot(int(random() % (whileEnding ? 120 : 2'500)), &child, &QProcess::kill);
    if (whileEnding)
        child.terminate();
    QVERIFY(finished.count() > 0 || finished.wait(20'000));
}

void TstKilled::checkRecording(const QString& path, domain::UnixNs killed)
{
    if (QFileInfo(path).size() == 0) // killed before its first second was over
        return;
    const auto reader = recording::RecordingReader::open(path);
    QVERIFY2(reader, qPrintable(reader ? QString() : reader.error().text));
    std::vector<recording::Entry> entries;
    while (*(*reader)->read(entries)) {}
    ++m_tally.recordings;
    m_tally.torn += int((*reader)->losses().size());
    QVERIFY((*reader)->losses().size() <= 1);
    int number = 0;
    for (const recording::Entry& entry : entries) {
        const auto* frame = std::get_if<recording::FrameEntry>(&entry);
        if (!frame || frame->text.contains(QStringLiteral("\"status\"")))
            continue;
        QCOMPARE(frame->text, nextFrame(number));
        ++m_tally.frames;
    }
    if (killed.value == 0 || entries.empty())
        return;
    const auto lost = std::chrono::duration_cast<std::chrono::milliseconds>(killed - timeOf(entries.back()));
    m_tally.mostLost = std::max(m_tally.mostLost, lost);
    QVERIFY2(lost < std::chrono::seconds(3), qPrintable(QString::number(lost.count())));
}

void TstKilled::checkExport(const QString& path)
{
    if (!QFile::exists(path)) // its manifest may be there already: it comes first
        return;
    ++m_tally.csv;
    QVERIFY(contentOf(path).endsWith("\r\n"));
    QCOMPARE(json(contentOf(path + QStringLiteral(".json"))).value(QLatin1String("csv_sha256")).toString().toLatin1(),
             QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256).toHex());
}

void TstKilled::checkSettings(const QString& path)
{
    const settings::SettingsStore store(path);
    QCOMPARE(store.loadNotice(), QString());
    const auto text = session::readKept(session::baselinePath(path));
    QVERIFY(text);
    if (text->isEmpty())
        return;
    ++m_tally.baselines;
    domain::ContractTable contracts;
    detect::Engine engine(contracts, {});
    QVERIFY(engine.loadBaselines(*text));
}

// A file of another size makes them void, but a torn one there must not be.
void TstKilled::checkFacts(const QString& recording)
{
    const QByteArray text = contentOf(session::factsPath(recording));
    if (text.isEmpty())
        return;
    ++m_tally.facts;
    QVERIFY(session::loadFacts(recording));
}

void TstKilled::checkOpenInterest(const QString& path)
{
    const auto kept = session::loadOpenInterest(path, 0); // nothing has expired
    QCOMPARE(kept.notice, QString());
    m_tally.openInterest += kept.history.size();
}

void TstKilled::checkJournal(const QString& folder)
{
    const QByteArray text = contentOf(folder + QStringLiteral("/flagged-2026-11-20.csv"));
    QList<QByteArray> lines = text.left(text.lastIndexOf('\n') + 1).split('\n'); // the next run cuts off the rest
    lines.removeLast();
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].endsWith(i == 0 ? ",run_utc,state\r" : ",flagged\r"), lines[i].constData());
    m_tally.journal += std::max<qsizetype>(lines.size() - 1, 0);
}

void TstKilled::checkLog(const QString& path, bool inWindow)
{
    const QByteArray log = contentOf(path);
    QVERIFY(inWindow || log.contains("info: feed: live")); // the window says it itself
    for (const QByteArray& line : test::linesOf(log))
        QVERIFY2(QDateTime::fromString(QString::fromLatin1(line.left(24)), Qt::ISODateWithMs).isValid(), line.constData());
}

QTEST_GUILESS_MAIN(TstKilled)
#include "tst_killed.moc"

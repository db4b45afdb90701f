// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/engine.h"
#include "domain/time/clock.h"
#include "program.h"
#include "recording/recordingreader.h"
#include "session/keptfiles.h"
#include "settings/settings.h"
#include "support/fakeapi.h"
#include "support/fakefeed.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTimer>

#include <random>

using namespace flowglass;
using test::FakeApi;
using test::FakeFeed;
using test::json;
using test::Program;

namespace {

// Some hundred contracts in turn; now and then a block that no detector misses.
QString nextFrame(int& number)
{
    QStringList events;
    for (int i = 0; i < 20; ++i, ++number) {
        events << QStringLiteral(R"({"ev":"T","sym":"O:NVDA261218C%1","x":312,"p":2.5,"s":%2,"c":[209],"t":%3,"q":%4})")
                      .arg(100'000 + number / 200 % 400 * 500, 8, 10, QLatin1Char('0'))
                      .arg(number % 200 == 199 ? 5'000 : 1 + number % 4)
                      .arg(1'795'186'800'000LL + number * 100LL)
                      .arg(1 + number);
    }
    return QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
}

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
    quint64 frames = 0;
    std::chrono::milliseconds mostLost{0};
};

} // namespace

// kill -9 at any moment, also while the files of the end are being written: whatever is there afterwards can be
// read. FLOWGLASS_KILLS says how often; 10 times otherwise.
class TstKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingUnreadableIsLeftBehind();

private:
    void runAndKill(const QString& folder, bool whileEnding, std::mt19937& random);
    void checkRecording(const QString& path, domain::UnixNs killed);
    void checkExport(const QString& path);
    void checkSettings(const QString& path);
    void checkLog(const QString& path);

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
        runAndKill(folder.path(), kill % 2 == 1, random);
        const domain::UnixNs killed = clock.now();
        checkRecording(file("day.fgr"), kill % 2 == 1 ? domain::UnixNs() : killed);
        checkExport(file("flags.csv"));
        checkSettings(file("flowglass.conf"));
        checkLog(file("flowglass/flowglass/log/flowglass.log"));
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("after kill %1").arg(kill)));
    }
    qInfo("%d kills: %d recordings with %llu frames (%d torn tails, at most %lld ms lost), %d exports, %d baselines",
          kills, m_tally.recordings, m_tally.frames, m_tally.torn, qint64(m_tally.mostLost.count()), m_tally.csv,
          m_tally.baselines);
    QVERIFY(m_tally.frames > 0);
}

// Kills a random time after so many anomalies were found, or after it was then asked to end.
void TstKilled::runAndKill(const QString& folder, bool whileEnding, std::mt19937& random)
{
    FakeFeed feed;
    FakeApi api;
    api.setHandler(&FakeApi::anyContract);
    int number = 0;
    QTimer pace;
    connect(&pace, &QTimer::timeout, &feed, [&feed, &number] { feed.send(nextFrame(number)); });
    connect(&feed, &FakeFeed::subscribed, &pace, [&pace] { pace.start(1); });
    connect(&feed, &FakeFeed::clientGone, &pace, &QTimer::stop);

    Program program(folder);
    program.start({QStringLiteral("--headless"), QStringLiteral("--feed-url"), feed.url().toString(),
                   QStringLiteral("--api-url"), api.url().toString(), QStringLiteral("--anomalies"),
                   QStringLiteral("-"), QStringLiteral("--sensitivity"), QStringLiteral("1000"), QStringLiteral("--record"), folder + QStringLiteral("/day.fgr"),
                   QStringLiteral("--export"), folder + QStringLiteral("/flags.csv"), QStringLiteral("--settings"),
                   folder + QStringLiteral("/flowglass.conf")});
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

void TstKilled::checkLog(const QString& path)
{
    const QByteArray log = contentOf(path);
    QVERIFY(log.contains("info: feed: live"));
    for (const QByteArray& line : test::linesOf(log))
        QVERIFY2(QDateTime::fromString(QString::fromLatin1(line.left(24)), Qt::ISODateWithMs).isValid(), line.constData());
}

QTEST_GUILESS_MAIN(TstKilled)
#include "tst_killed.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recordedday.h"
#include "session/replay/catalogue.h"
#include "session/replay/opensource.h"
#include "session/replay/recordedevent.h"
#include "session/replay/rundifference.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace flowglass;
using session::RecordedRun;
using session::RunDifference;

namespace {

RecordedRun judged(const QString& path, session::RunSettings settings = {})
{
    auto run = session::judgeRecording(session::openReplayFile(path, settings.watch.value_or(domain::WatchList())), settings, [](qint64, qint64) { return true; });
    if (!run)
        qFatal("%s", qPrintable(run.error().text));
    return std::move(run).value();
}

int count(const std::vector<RunDifference>& differences, RunDifference::Fate fate)
{
    return int(std::ranges::count(differences, fate, &RunDifference::fate));
}

} // namespace

// What is known about recordings without playing them, and how two runs differ.
class TstReplayFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void factsAreKeptBesideTheRecording();
    void factsOfAnotherFileAreVoid();
    void theFolderIsListed();
    void removingTakesTheCompanionsAlong();
    void onlyOldRecordingsOfOursAreRemoved();
    void namesTellTheDemoApart();
    void theSameRunDiffersInNothing();
    void aLowerBudgetLosesAnomalies();
    void aFileThatSaysNothingIsJudgedAsAsked();
    void eventsComeBackAsTheyWere();

private:
    QTemporaryDir m_folder;
    QString m_file;
};

void TstReplayFiles::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("flowglass-day.fgr"));
    test::recordDay(m_file, 3, 30'000);
}

void TstReplayFiles::factsAreKeptBesideTheRecording()
{
    QTRY_VERIFY(session::loadFacts(m_file)); // the recording session left them
    const std::optional<session::SessionFacts> left = session::loadFacts(m_file);
    const RecordedRun run = judged(m_file);
    const session::SessionFacts facts = session::factsOf(run, QFileInfo(m_file).size());
    QCOMPARE(left->digest, facts.digest);
    QCOMPARE(left->trades, facts.trades);
    QCOMPARE(left->anomalies, facts.anomalies);
    QVERIFY(session::saveFacts(m_file, facts));
    QVERIFY(session::loadFacts(m_file) == facts);
    QVERIFY(facts.trades >= 30'000 && facts.digest.size() == 64);
}

void TstReplayFiles::factsOfAnotherFileAreVoid()
{
    const QString copy = m_folder.filePath(QStringLiteral("copy.fgr"));
    QVERIFY(QFile::copy(m_file, copy));
    session::SessionFacts facts;
    facts.fileBytes = QFileInfo(copy).size();
    QVERIFY(session::saveFacts(copy, facts));
    QVERIFY(session::loadFacts(copy));
    QVERIFY(QFile::resize(copy, facts.fileBytes - 1));
    QVERIFY(!session::loadFacts(copy));
    QVERIFY(QFile::remove(copy));
    QVERIFY(QFile::remove(session::factsPath(copy)));
}

void TstReplayFiles::theFolderIsListed()
{
    QFile broken(m_folder.filePath(QStringLiteral("broken.fgr")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no recording at all") > 0);
    broken.close();
    const QString flat = m_folder.filePath(QStringLiteral("2026-11-20.csv"));
    const std::vector<session::CataloguedSession> sessions =
        session::listSessions(m_folder.path(), {flat, m_file}); // the one is gone, the other is listed already
    QCOMPARE(sessions.size(), std::size_t(2));
    QVERIFY(!sessions[0].problem.isEmpty());
    QCOMPARE(sessions[1].path, m_file);
    QVERIFY(sessions[1].problem.isEmpty());
    QCOMPARE(sessions[1].header.underlyings, QStringList{QStringLiteral("*")});
    QVERIFY(sessions[1].header.sensitivity);
    QVERIFY(broken.remove());
}

void TstReplayFiles::removingTakesTheCompanionsAlong()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.fgr"));
    QVERIFY(QFile::copy(m_file, path));
    session::SessionFacts facts;
    facts.fileBytes = QFileInfo(path).size();
    QVERIFY(session::saveFacts(path, facts));
    QVERIFY(session::removeSession(path));
    QVERIFY(QDir(folder.path()).isEmpty());
    QVERIFY(!session::removeSession(path));
}

void TstReplayFiles::onlyOldRecordingsOfOursAreRemoved()
{
    QTemporaryDir folder;
    for (const char* name : {"flowglass-20260101-093000.fgr", "flowglass-20261120-093000.fgr", "mine.fgr"})
        QVERIFY(QFile::copy(m_file, folder.filePath(QLatin1String(name))));
    const auto age = [&](const char* name, qint64 days) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadWrite)
               && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days), QFileDevice::FileModificationTime);
    };
    QVERIFY(age("flowglass-20260101-093000.fgr", 100) && age("mine.fgr", 100));
    const domain::UnixMs limit{QDateTime::currentMSecsSinceEpoch() - 10LL * 86'400'000};
    QCOMPARE(session::removeSessionsBefore(folder.path(), limit), 1);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
             (QStringList{QStringLiteral("flowglass-20261120-093000.fgr"), QStringLiteral("mine.fgr")}));
}

void TstReplayFiles::namesTellTheDemoApart()
{
    const domain::UnixMs morning = domain::lossyToMs(test::FakeClock::kMorning);
    QCOMPARE(session::recordingName(QStringLiteral("realtime"), morning),
             QStringLiteral("flowglass-20261120-100000.fgr"));
    QCOMPARE(session::recordingName(QStringLiteral("demo"), morning),
             QStringLiteral("flowglass-demo-20261120-100000.fgr"));
}

void TstReplayFiles::theSameRunDiffersInNothing()
{
    const RecordedRun one = judged(m_file);
    const RecordedRun other = judged(m_file);
    const std::vector<RunDifference> all = session::differences(one, other);
    QCOMPARE(all.size(), one.anomalies.size());
    QVERIFY(!all.empty());
    QCOMPARE(count(all, RunDifference::Fate::Kept), int(all.size()));
}

void TstReplayFiles::aLowerBudgetLosesAnomalies()
{
    session::RunSettings few;
    few.detect = test::flags(2.0);
    session::RunSettings many;
    many.detect = test::flags(2'000.0);
    const RecordedRun before = judged(m_file, many);
    const RecordedRun after = judged(m_file, few);
    QVERIFY(before.anomalies.size() > after.anomalies.size());
    const std::vector<RunDifference> all = session::differences(before, after);
    const int lost = count(all, RunDifference::Fate::Lost);
    const int fresh = count(all, RunDifference::Fate::New);
    QVERIFY(lost > 0);
    QCOMPARE(int(before.anomalies.size()) - lost, int(after.anomalies.size()) - fresh);
    QVERIFY(std::ranges::is_sorted(all, {}, [](const RunDifference& d) {
        return (d.before ? d.before : d.after)->anomaly.time;
    }));
}

void TstReplayFiles::aFileThatSaysNothingIsJudgedAsAsked()
{
    const QString flat = m_folder.filePath(QStringLiteral("says-nothing.csv"));
    QFile file(flat);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("ticker,conditions,correction,exchange,price,sip_timestamp,size\n");
    for (int i = 0; i < 3'000; ++i)
        file.write(QStringLiteral("O:NVDA261218C00150000,209,0,302,2.5,%1,%2\n")
                       .arg((1'795'186'800'000 + i * 2'000LL) * 1'000'000)
                       .arg(i % 300 == 299 ? 100 + i : 1 + i % 7)
                       .toLatin1());
    file.close();
    const domain::WatchList nvda = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    session::RunSettings seldom;
    seldom.watch = nvda;
    seldom.otherwise = test::flags(5'000.0);
    seldom.otherwise.leastPremium = domain::Premium::fromUnits(std::int64_t(1e13));
    session::RunSettings often;
    often.watch = nvda;
    often.otherwise = test::flags(5'000.0);
    QVERIFY(!judged(flat, often).anomalies.empty());
    QVERIFY(judged(flat, seldom).anomalies.empty());
    QCOMPARE(judged(flat, often).flagsPer100k, 5'000.0);
    session::RunSettings said;
    said.otherwise = often.otherwise;
    QCOMPARE(judged(m_file, said).digest, judged(m_file).digest); // a recording says
}

void TstReplayFiles::eventsComeBackAsTheyWere()
{
    const domain::UnixNs time{5};
    const std::vector<session::StreamEvent> events = {
        domain::FeedGap{{1'000}, {2'500}, QStringLiteral("no network")},
        domain::WatchList::parse(QStringLiteral("NVDA,O:TSLA261218C00150000")).value(),
        domain::WatchList::parse(QStringLiteral("*")).value(),
        session::LearntBaselines{QByteArray("\0any bytes\xff", 11)},
        session::Backfill{{1'000}, {2'500}, {}, {}, std::nullopt, true,
                          domain::WatchList::parse(QStringLiteral("NVDA,TSLA")).value()},
        session::Backfill{{1'000}, {2'500}, {}, {}, std::nullopt},
    };
    for (const session::StreamEvent& event : events) {
        const recording::EventEntry entry = session::recordedForm(event, time);
        QCOMPARE(entry.time, time);
        QVERIFY(session::replayedForm(entry) == event);
    }
    const auto settings =
        session::replayedForm(session::recordedForm(test::flags(12.5), time));
    QVERIFY(settings && std::get<detect::Settings>(*settings).flagsPer100k == 12.5);
    for (const char* kind : {"connected", "gap", "watch", "detect", "something"})
        QVERIFY(!session::replayedForm({time, QLatin1String(kind), {}}));
    // Values that no feed and no setting can have.
    const auto number = [time](const char* kind, const char* json) {
        return session::replayedForm({time, QLatin1String(kind), QJsonDocument::fromJson(json).object()});
    };
    QVERIFY(number("gap", R"({"from_ms":1,"to_ms":9999999999999})"));
    QVERIFY(!number("gap", R"({"from_ms":1,"to_ms":10000000000000})"));
    QVERIFY(!number("gap", R"({"from_ms":2})"));
    QVERIFY(!number("gap", R"({"from_ms":10000000000000,"to_ms":1})"));
    const auto turned = number("gap", R"({"from_ms":2,"to_ms":1})"); // the clock was set back meanwhile
    QVERIFY(turned && std::get<domain::FeedGap>(*turned) == (domain::FeedGap{{2}, {2}, {}}));
    const auto fillOfIt = number("backfill", R"({"from_ms":2,"to_ms":1})");
    QVERIFY(fillOfIt && std::get<session::Backfill>(*fillOfIt).to == domain::UnixMs{2});
    QVERIFY(!number("gap", R"({"from_ms":-5,"to_ms":1e300})"));
    QVERIFY(!number("detect", R"({"flags_per_100k":1e300,"least_premium":0})"));
    QVERIFY(!number("detect", R"({"flags_per_100k":-1,"least_premium":0})"));
    QVERIFY(!number("detect", R"({"flags_per_100k":10,"least_premium":-1})"));
}

QTEST_GUILESS_MAIN(TstReplayFiles)
#include "tst_replayfiles.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "markettape.h"
#include "recordedday.h"
#include "session/flagwatch.h"
#include "session/replay/opensource.h"
#include "session/replay/recordedrun.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using namespace flowglass;
using session::Backfill;
using session::JudgementChange;
using session::Player;
using session::Session;
using test::RunResult;
using test::Tick;
using Judging = tape::GapFill::Judging;

namespace {

constexpr std::size_t kTrades = 30'000;

// As of a live feed, which is not connected: its frames are handed in.
session::SessionConfig liveConfig()
{
    session::SessionConfig config = test::replaySession();
    config.feed.url = QUrl(QStringLiteral("ws://127.0.0.1:9/options"));
    return config;
}

// The event loop runs so long.
bool passes(std::chrono::milliseconds time)
{
    QTimer timer;
    QSignalSpy over(&timer, &QTimer::timeout);
    timer.start(time);
    return over.wait();
}

QJsonObject json(const QByteArray& line)
{
    return QJsonDocument::fromJson(line).object();
}

} // namespace

// A session whose gap is filled: live, recorded and replayed it ends as one without the gap.
class TstFilledDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void liveEndsAsWithoutTheGap();
    void liveTradesGoOnWhileItIsJudged();
    void theRecordingReplaysTheSame_data();
    void theRecordingReplaysTheSame();
    void theRecordingIsJudgedTheSameOnAThread();
    void whatTheFeedTellsAfterAllIsADuplicate();
    void jsonLinesTellWhatChanged();
    void theJournalHoldsEachFlaggedPrintOnce();
    void stoppingWhileItIsJudgedLeavesWhatWasJudged();
    void benchmarkStallWhileJudging();

private:
    void play(Session& session, std::size_t from, std::size_t to);
    void lose(Session& session);
    void fill(Session& session, const std::vector<Tick>& tape, std::size_t from, std::size_t to);
    RunResult clean();

    std::vector<Tick> m_tape;
    QTemporaryDir m_folder;
    QString m_file;
    RunResult m_live; // recorded in m_file
    domain::SystemClock m_clock;
};

void TstFilledDay::play(Session& session, std::size_t from, std::size_t to)
{
    for (const QString& frame : test::framesOf(m_tape, from, to))
        session.ingest(frame, m_clock.now());
    session.flush();
}

void TstFilledDay::lose(Session& session)
{
    play(session, 0, 10'000);
    session.post(test::gapOf(m_tape, 10'000, 14'000));
}

void TstFilledDay::fill(Session& session, const std::vector<Tick>& tape, std::size_t from, std::size_t to)
{
    const domain::FeedGap gap = test::gapOf(tape, from, to);
    for (std::size_t at = from; at < to; at += 250)
        session.post(test::backfillOf(tape, at, std::min(to, at + 250), gap));
    session.post(Backfill{gap.from, gap.to, {}, {}, Backfill::Outcome{tape::GapFill::State::Filled, true, {}}});
}

RunResult TstFilledDay::clean()
{
    Session session(liveConfig(), m_clock);
    play(session, 0, kTrades);
    return test::resultOf(session);
}

void TstFilledDay::initTestCase()
{
    m_tape = test::marketTape(31, kTrades);
    m_file = m_folder.filePath(QStringLiteral("filled.fgr"));
    Session session(liveConfig(), m_clock);
    recording::RecorderConfig recorder;
    recorder.path = m_file;
    QVERIFY(session.startRecording(std::move(recorder)));
    QSignalSpy judged(&session, &Session::judgedAgain);
    lose(session);
    play(session, 14'000, 20'000);
    fill(session, m_tape, 10'000, 14'000);
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, 60'000);
    play(session, 20'000, kTrades);
    session.stop();
    m_live = test::resultOf(session);
}

void TstFilledDay::liveEndsAsWithoutTheGap()
{
    const RunResult without = clean();
    QCOMPARE(m_live.digest, without.digest);
    QCOMPARE(m_live.counters.stored, without.counters.stored);
    QCOMPARE(m_live.counters.anomalies, without.counters.anomalies);
    QCOMPARE(m_live.counters.flagged, without.counters.flagged);
    QCOMPARE(m_live.counters.backfilled, std::uint64_t(4'000));
    QVERIFY(m_live.counters.balanced());
    QVERIFY(m_live.counters.anomalies > 3);
}

void TstFilledDay::liveTradesGoOnWhileItIsJudged()
{
    Session session(liveConfig(), m_clock);
    QSignalSpy judged(&session, &Session::judgedAgain);
    lose(session);
    play(session, 14'000, 20'000);
    fill(session, m_tape, 10'000, 14'000);
    std::size_t at = 20'000;
    QTRY_VERIFY_WITH_TIMEOUT((at < kTrades ? play(session, at, at + 20), at += 20 : at, judged.count() == 1), 60'000);
    QVERIFY(at > 20'100);
    play(session, at, kTrades);
    QCOMPARE(test::resultOf(session).digest, m_live.digest);
}

void TstFilledDay::theRecordingReplaysTheSame_data()
{
    QTest::addColumn<double>("speed");
    QTest::newRow("max") << 0.0;
    QTest::newRow("1000x") << 1'000.0;
}

void TstFilledDay::theRecordingReplaysTheSame()
{
    QFETCH(double, speed);
    Player::Config how;
    how.speed = speed;
    test::Replay replay(m_file, how, m_clock);
    QSignalSpy judged(&replay.session, &Session::judgedAgain);
    QVERIFY(replay.waitFor(Player::State::Ended));
    replay.session.stop();
    QCOMPARE(judged.count(), 1);
    const RunResult run = test::resultOf(replay.session);
    QCOMPARE(run.digest, m_live.digest);
    QCOMPARE(run.jsonLines, m_live.jsonLines);
    QCOMPARE(run.counters.backfilled, std::uint64_t(4'000));
    QVERIFY(run.counters.balanced());
    QVERIFY(replay.session.store().gaps().front().fill.judging == Judging::Done);
}

void TstFilledDay::theRecordingIsJudgedTheSameOnAThread()
{
    const auto run = session::judgeRecording(session::openReplayFile(m_file, test::replaySession().watch), {},
                                             [](qint64, qint64) { return true; });
    QVERIFY(run);
    QCOMPARE(run->digest, m_live.digest);
}

// REST numbers nothing, and the feed tells what it missed after all: live and from the recording.
void TstFilledDay::whatTheFeedTellsAfterAllIsADuplicate()
{
    const QString path = m_folder.filePath(QStringLiteral("late.fgr"));
    std::vector<Tick> unnumbered = m_tape;
    for (Tick& tick : unnumbered)
        tick.trade.sequence = 0;
    Session session(liveConfig(), m_clock);
    recording::RecorderConfig recorder;
    recorder.path = path;
    QVERIFY(session.startRecording(std::move(recorder)));
    QSignalSpy judged(&session, &Session::judgedAgain);
    lose(session);
    play(session, 14'000, 20'000);
    fill(session, unnumbered, 10'000, 14'000);
    play(session, 10'000, 14'000);
    play(session, 12'000, 12'500); // and once more
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, 60'000);
    play(session, 20'000, kTrades);
    session.stop();
    const RunResult run = test::resultOf(session);
    QCOMPARE(run.counters.backfilled, std::uint64_t(4'000));
    QCOMPARE(run.counters.duplicates, std::uint64_t(4'500));
    QCOMPARE(run.counters.stored, m_live.counters.stored);
    QVERIFY(run.counters.balanced());
    const auto replayed = session::judgeRecording(session::openReplayFile(path, test::replaySession().watch), {},
                                                  [](qint64, qint64) { return true; });
    QVERIFY(replayed);
    QCOMPARE(replayed->digest, run.digest);
    QCOMPARE(replayed->counters.duplicates, run.counters.duplicates);
}

// Whoever keeps the newest line of each id has what the engine has.
void TstFilledDay::jsonLinesTellWhatChanged()
{
    Session session(liveConfig(), m_clock);
    QMap<int, QJsonObject> known;
    int fallen = 0;
    const auto tell = [&](const QByteArray& line) {
        const QJsonObject object = json(line);
        QJsonObject& last = known[object.value(QLatin1String("id")).toInt()];
        fallen += int(object.value(QLatin1String("revision")).toInt() < last.value(QLatin1String("revision")).toInt());
        last = object;
    };
    connect(&session, &Session::anomalyUpdated, this, [&](quint32 id) { tell(session.anomalyJsonLine(id)); });
    connect(&session, &Session::judgedAgain, this, [&](const JudgementChange& change) {
        for (const quint32 id : change.altered)
            tell(session.anomalyJsonLine(id));
        for (const domain::Anomaly& gone : change.gone)
            tell(session.anomalyJsonLine(gone));
    });
    QSignalSpy judged(&session, &Session::judgedAgain);
    lose(session);
    play(session, 14'000, 20'000);
    fill(session, m_tape, 10'000, 14'000);
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, 60'000);
    const auto count = int(session.engine().count());
    QVERIFY(!judged.front().isEmpty());
    for (auto line = known.begin(); line != known.end(); ++line) {
        if (line.key() > count) {
            QCOMPARE(line->value(QLatin1String("state")).toString(), QStringLiteral("withdrawn"));
            continue;
        }
        QJsonObject now = json(session.anomalyJsonLine(quint32(line.key())));
        now.remove(QLatin1String("revision"));
        line->remove(QLatin1String("revision"));
        QCOMPARE(*line, now);
    }
    QVERIFY(known.size() >= count);
    QCOMPARE(fallen, 0);
}

void TstFilledDay::theJournalHoldsEachFlaggedPrintOnce()
{
    QTemporaryDir folder;
    Session session(liveConfig(), m_clock);
    session::FlagWatch journal(session, folder.path(), domain::lossyToMs(m_clock.now()));
    QSignalSpy judged(&session, &Session::judgedAgain);
    lose(session);
    play(session, 14'000, 20'000);
    fill(session, m_tape, 10'000, 14'000);
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, 60'000);
    play(session, 20'000, kTrades);
    QVERIFY(journal.close());
    QFile file(journal.journal().path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QMap<QByteArray, int> prints; // ticker and number of the flagged ones
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QByteArrayList cells = line.split(',');
        if (line.trimmed().endsWith("flagged"))
            ++prints[cells[2] + cells[12]];
    }
    for (quint32 id = 1; id <= session.engine().count(); ++id) {
        for (const domain::AnomalyPrint& print : session.engine().anomaly(id).prints) {
            const QByteArray ticker = QByteArray::fromStdString(session.contracts()[print.trade.contract].ticker);
            QVERIFY(prints.contains(ticker + QByteArray::number(qulonglong(print.trade.sequence))));
        }
    }
}

void TstFilledDay::stoppingWhileItIsJudgedLeavesWhatWasJudged()
{
    const QString path = m_folder.filePath(QStringLiteral("stopped.fgr"));
    RunResult before;
    {
        Session session(liveConfig(), m_clock);
        recording::RecorderConfig recorder;
        recorder.path = path;
        QVERIFY(session.startRecording(std::move(recorder)));
        QSignalSpy judged(&session, &Session::judgedAgain);
        lose(session);
        play(session, 14'000, kTrades);
        before = test::resultOf(session);
        fill(session, m_tape, 10'000, 14'000);
        QTRY_VERIFY(session.store().gaps().front().fill.judging == Judging::Waiting);
        QVERIFY(passes(50ms)); // some of its slices, by far not all
        QCOMPARE(judged.count(), 0);
        QVERIFY(session.store().gaps().front().fill.judging == Judging::Waiting);
        session.stop();
        QVERIFY(passes(50ms));
        QCOMPARE(judged.count(), 0);
        QCOMPARE(test::resultOf(session).digest, before.digest);
        QVERIFY(session.counters().balanced());
        QVERIFY(session.store().gaps().front().fill.judging == Judging::Stopped);
    }
    const auto run = session::judgeRecording(session::openReplayFile(path, test::replaySession().watch), {},
                                             [](qint64, qint64) { return true; });
    QVERIFY(run);
    QCOMPARE(run->digest, before.digest);
    QCOMPARE(run->counters.backfilled, std::uint64_t(4'000));
}

void TstFilledDay::benchmarkStallWhileJudging()
{
    Session session(liveConfig(), m_clock);
    QSignalSpy judged(&session, &Session::judgedAgain);
    lose(session);
    play(session, 14'000, kTrades);
    QElapsedTimer worst;
    QTimer beat;
    std::chrono::nanoseconds longest{0};
    worst.start();
    connect(&beat, &QTimer::timeout, this, [&] {
        longest = std::max(longest, std::chrono::nanoseconds(worst.nsecsElapsed()));
        worst.restart();
    });
    fill(session, m_tape, 10'000, 14'000);
    QElapsedTimer whole;
    whole.start();
    worst.restart();
    beat.start(0);
    QEventLoop loop;
    connect(&session, &Session::judgedAgain, &loop, &QEventLoop::quit);
    loop.exec();
    beat.stop();
    QCOMPARE(judged.count(), 1);
    qInfo("%zu rows judged again in %lld ms at a low share, longest turn %.1f ms", kTrades, whole.elapsed(),
          double(longest.count()) / 1e6);
}

QTEST_GUILESS_MAIN(TstFilledDay)
#include "tst_filledday.moc"

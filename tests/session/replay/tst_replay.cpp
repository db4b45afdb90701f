// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recordedday.h"
#include "session/replay/opensource.h"
#include "session/replay/recordedrun.h"

#include <QTemporaryDir>

#include <atomic>

using namespace std::chrono_literals;
using namespace flowglass;
using session::Player;
using test::FastClock;
using test::Replay;
using test::RunResult;

namespace {

Player::Config playing(double speed)
{
    Player::Config how;
    how.speed = speed;
    return how;
}

// A few trades, the last of which is dated an hour ahead; ends, or goes on with nothing
// until it breaks off.
class DoubtfulEnd final : public recording::FrameSource
{
public:
    explicit DoubtfulEnd(const std::atomic_bool* isBroken) : m_isBroken(isBroken) {} // null: ends
    const recording::RecordingHeader& header() const override { return m_header; }
    domain::Result<bool> read(std::vector<recording::Entry>& out) override
    {
        for (; m_read < kTrades; ++m_read) {
            const domain::UnixMs receipt = domain::lossyToMs(test::FakeClock::kMorning) + 1s * m_read;
            const domain::UnixMs made = m_read == kTrades - 1 ? receipt + 1h : receipt;
            out.push_back(recording::FrameEntry{
                domain::toNs(receipt),
                QStringLiteral(R"([{"ev":"T","sym":"O:NVDA261218C00150000","x":302,"p":2.5,"s":1,"t":%1}])")
                    .arg(made.value)});
        }
        if (m_isBroken && *m_isBroken)
            return domain::Error{domain::Error::Code::Unreadable, {}, {}};
        return m_isBroken || !out.empty();
    }
    std::vector<recording::Loss> losses() const override { return {}; }
    qint64 done() const override { return m_read; }
    qint64 total() const override { return kTrades; }

    static constexpr int kTrades = 10;

private:
    recording::RecordingHeader m_header;
    const std::atomic_bool* m_isBroken;
    int m_read = 0;
};

// What REST or the clock decides is not part of it.
void compareRuns(const RunResult& run, const RunResult& recorded)
{
    QCOMPARE(run.digest, recorded.digest);
    QCOMPARE(run.jsonLines, recorded.jsonLines);
    domain::Counters expected = recorded.counters;
    expected.backlogPeak = run.counters.backlogPeak;
    QCOMPARE(run.counters, expected);
    QVERIFY(run.counters.balanced());
}

} // namespace

// A recording gives what was found when it was made, however it is played.
class TstReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySpeedGivesTheSame_data();
    void everySpeedGivesTheSame();
    void afterGoingBackToTheStartToo();
    void judgedOnAThreadToo();
    void pausesAndStepsFrameByFrame();
    void seeksToATime();
    void seeksToTheNextAnomaly();
    void speedOneKeepsTheRecordedPace();
    void aSpeedThatCannotBeKeptMakesTimeWait();
    void aForeignSensitivityIsTheSessionsOwn();
    void whatIsHeldAtTheEndIsCounted_data();
    void whatIsHeldAtTheEndIsCounted();
    void aMissingFileFails();
    void aTornFileEndsWithWhatItHas();

private:
    QTemporaryDir m_folder;
    QString m_file;
    RunResult m_recorded;
};

void TstReplay::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("day.fgr"));
    m_recorded = test::recordDay(m_file, 7, 60'000);
    QVERIFY(m_recorded.counters.anomalies > 10);
    QVERIFY(m_recorded.counters.unwatched > 0); // the list was narrower for a while
    QCOMPARE(m_recorded.counters.gaps, 1U);
}

void TstReplay::everySpeedGivesTheSame_data()
{
    QTest::addColumn<double>("speed");
    QTest::addColumn<double>("clockFactor");
    QTest::newRow("1x") << 1.0 << 20.0;
    QTest::newRow("50x") << 50.0 << 1.0;
    QTest::newRow("max") << 0.0 << 1.0;
}

void TstReplay::everySpeedGivesTheSame()
{
    QFETCH(double, speed);
    QFETCH(double, clockFactor);
    const FastClock clock(clockFactor);
    Replay replay(m_file, playing(speed), clock);
    QVERIFY(replay.waitFor(Player::State::Ended));
    compareRuns(test::resultOf(replay.session), m_recorded);
    QVERIFY(replay.player.losses().empty());
}

// Going back is a new session that is played up to there; then on at another speed.
void TstReplay::afterGoingBackToTheStartToo()
{
    const FastClock clock(5.0);
    {
        Replay first(m_file, playing(0.0), clock);
        QVERIFY(first.waitUntil([&] { return first.player.frames() > 500; }));
    }
    Replay again(m_file, playing(1.0), clock);
    again.player.seek({test::FakeClock::kMorning.value + 20'000'000'000});
    QVERIFY(again.waitFor(Player::State::Playing));
    again.player.setSpeed(0.0);
    QVERIFY(again.waitFor(Player::State::Ended));
    compareRuns(test::resultOf(again.session), m_recorded);
}

void TstReplay::judgedOnAThreadToo()
{
    std::optional<domain::Result<session::RecordedRun>> run;
    std::thread worker([&] {
        run = session::judgeRecording(session::openReplayFile(m_file, {}), {}, [](qint64, qint64) { return true; });
    });
    worker.join();
    QVERIFY(run && *run);
    QCOMPARE((*run)->digest, m_recorded.digest);
    QCOMPARE((*run)->anomalies.size(), std::size_t(m_recorded.counters.anomalies));
    QCOMPARE((*run)->counters.trades, m_recorded.counters.trades);
    const auto stopped =
        session::judgeRecording(session::openReplayFile(m_file, {}), {}, [](qint64, qint64) { return false; });
    QVERIFY(!stopped && stopped.error().code == domain::Error::Code::Cancelled);
}

void TstReplay::pausesAndStepsFrameByFrame()
{
    const FastClock clock(1.0);
    Player::Config how = playing(1.0);
    how.playing = false;
    Replay replay(m_file, how, clock);
    QVERIFY(replay.waitFor(Player::State::Paused));
    QCOMPARE(replay.player.frames(), 0U);
    for (std::uint64_t frames = 1; frames <= 5; ++frames) {
        replay.player.step();
        QTRY_COMPARE(replay.player.frames(), frames);
        QCOMPARE(replay.session.counters().frames, frames);
    }
    QVERIFY(replay.session.counters().trades >= 5);
    QVERIFY(replay.player.state() == Player::State::Paused);
}

void TstReplay::seeksToATime()
{
    const FastClock clock(1.0);
    Player::Config how = playing(1.0);
    how.playing = false;
    Replay replay(m_file, how, clock);
    const domain::UnixNs target{test::FakeClock::kMorning.value + 30'000'000'000};
    replay.player.seek(target);
    QVERIFY(replay.waitFor(Player::State::Seeking));
    QVERIFY(replay.waitFor(Player::State::Paused));
    QCOMPARE(replay.player.position(), target);
    const std::uint64_t frames = replay.player.frames();
    QVERIFY(frames > 100);
    replay.player.step();
    QTRY_COMPARE(replay.player.frames(), frames + 1);
    QVERIFY(replay.player.position() > target); // the next frame was the first one behind it
}

void TstReplay::seeksToTheNextAnomaly()
{
    const FastClock clock(1.0);
    Player::Config how = playing(0.0);
    how.playing = false;
    Replay replay(m_file, how, clock);
    QVERIFY(replay.waitFor(Player::State::Paused));
    for (std::uint64_t found = 1; found <= 3; ++found) {
        const std::uint64_t before = replay.session.counters().anomalies;
        replay.player.seekAnomaly();
        QVERIFY(replay.waitFor(Player::State::Paused));
        QVERIFY(replay.session.counters().anomalies > before);
        QVERIFY(replay.session.counters().anomalies < m_recorded.counters.anomalies);
    }
}

// With a clock of the test: after 10 s of it 10 s of the recording were played, neither more nor less.
void TstReplay::speedOneKeepsTheRecordedPace()
{
    test::FakeClock clock;
    Replay replay(m_file, playing(1.0), clock);
    QVERIFY(replay.waitFor(Player::State::Playing));
    QTRY_VERIFY(replay.player.frames() > 0);
    clock.advance(10s);
    const domain::UnixNs due{test::FakeClock::kMorning.value + 10'000'000'000};
    std::uint64_t frames = 0;
    QVERIFY(QTest::qWaitFor([&] { return std::exchange(frames, replay.player.frames()) == frames && frames > 10; }));
    QVERIFY(replay.player.position() <= due);
    QVERIFY((due - replay.player.position()) < 1s);
    QVERIFY(replay.session.counters().trades < m_recorded.counters.trades);
}

// The position stays at what is being judged; it does not run on to the end before the tape.
void TstReplay::aSpeedThatCannotBeKeptMakesTimeWait()
{
    const FastClock clock(1.0);
    Replay replay(m_file, playing(100'000.0), clock);
    bool ranAway = false;
    QVERIFY(replay.waitUntil([&] {
        const auto ahead = replay.player.position() - replay.session.flightLog().newest();
        ranAway = ranAway || (replay.player.frames() > 0 && ahead > 30s && replay.player.state() == Player::State::Playing);
        return replay.player.state() == Player::State::Ended;
    }));
    QVERIFY(!ranAway);
}

void TstReplay::aForeignSensitivityIsTheSessionsOwn()
{
    const FastClock clock(1.0);
    Player::Config how = playing(0.0);
    how.followSensitivity = false;
    Replay replay(m_file, how, clock);
    replay.session.setDetectSettings(test::flags(1'000.0));
    QVERIFY(replay.waitFor(Player::State::Ended));
    QVERIFY(replay.session.counters().anomalies > m_recorded.counters.anomalies);
    QCOMPARE(replay.session.engine().settings().flagsPer100k, 1'000.0);
}

void TstReplay::whatIsHeldAtTheEndIsCounted_data()
{
    QTest::addColumn<bool>("breaksOff");
    QTest::newRow("of a recording") << false;
    QTest::newRow("of what can be read of it") << true;
}

// As by a run without a window.
void TstReplay::whatIsHeldAtTheEndIsCounted()
{
    QFETCH(const bool, breaksOff);
    std::atomic_bool isBroken = false;
    const session::OpenSource open = [source = breaksOff ? &isBroken : nullptr](const recording::Progress&) {
        return domain::Result<std::unique_ptr<recording::FrameSource>>(std::make_unique<DoubtfulEnd>(source));
    };
    const FastClock clock(1.0);
    session::Session session(test::replaySession(), clock);
    Player player(open, playing(0.0), session, clock);
    player.open();
    QTRY_COMPARE(session.counters().frames, std::uint64_t(DoubtfulEnd::kTrades));
    isBroken = true;
    QTRY_COMPARE(player.state(), breaksOff ? Player::State::Failed : Player::State::Ended);
    QCOMPARE(session.counters().trades, std::uint64_t(DoubtfulEnd::kTrades - 1));
    QCOMPARE(session.counters().rejected, 1U);
    QVERIFY(session.counters().balanced());
    if (breaksOff)
        return;
    const auto run = session::judgeRecording(open, {}, [](qint64, qint64) { return true; });
    QVERIFY(run);
    QCOMPARE(session.counters().events, run->counters.events);
    QCOMPARE(session.counters().rejected, run->counters.rejected);
}

void TstReplay::aMissingFileFails()
{
    const FastClock clock(1.0);
    const QString path = m_folder.filePath(QStringLiteral("none.fgr"));
    Replay replay(path, playing(0.0), clock);
    QVERIFY(replay.waitFor(Player::State::Failed));
    QVERIFY(replay.error && replay.error->code == domain::Error::Code::Unreadable);
    QVERIFY2(replay.error->text.contains(path), qPrintable(replay.error->text));
}

void TstReplay::aTornFileEndsWithWhatItHas()
{
    const QString torn = m_folder.filePath(QStringLiteral("torn.fgr"));
    QVERIFY(QFile::copy(m_file, torn));
    QVERIFY(QFile::resize(torn, QFileInfo(torn).size() * 6 / 10));
    const FastClock clock(1.0);
    Replay replay(torn, playing(0.0), clock);
    QVERIFY(replay.waitFor(Player::State::Ended));
    QVERIFY(!replay.error);
    QCOMPARE(replay.player.losses().size(), std::size_t(1));
    const std::uint64_t trades = replay.session.counters().trades;
    QVERIFY(trades > m_recorded.counters.trades / 4 && trades < m_recorded.counters.trades);
}

QTEST_GUILESS_MAIN(TstReplay)
#include "tst_replay.moc"

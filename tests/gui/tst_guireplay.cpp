// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "desktopfixture.h"
#include "markettape.h"
#include "recordedday.h"
#include "session/replay/opensource.h"
#include "session/replay/player.h"
#include "session/replay/recordedevent.h"
#include "session/replay/recordedrun.h"
#include "session/replay/sessionfacts.h"
#include "views/replay/replaybar.h"
#include "views/replay/replaytimeline.h"
#include "views/window/topbar.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QToolButton>

using namespace flowglass;
using session::Player;
using test::Desktop;

namespace {

constexpr int kPatience = 20'000; // ms

// By the menu, as it can be read afterwards; empty when it failed.
std::vector<recording::Entry> savedReport(Desktop& desktop)
{
    desktop.find<QAction>("bundleAction")->trigger();
    const QLabel* notice = desktop.find<QLabel>("noticeLabel");
    std::vector<recording::Entry> entries;
    if (!QTest::qWaitFor([notice] { return notice->text().contains(QLatin1String("flowglass-report-")); }))
        return entries;
    const QStringList names = QDir(desktop.folder.path()).entryList({QStringLiteral("flowglass-report-*.fgr")});
    const auto source =
        session::openReplayFile(desktop.folder.filePath(names.value(0)), {})([](qint64, qint64) { return true; });
    while (source && *source.value()->read(entries)) {
    }
    return entries;
}

} // namespace

// Recording from the window, and playing again what was recorded, clicked through.
class TstGuiReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aReplaySaysSoEverywhere();
    void itIsPausedSteppedAndPlayed();
    void goingBackGivesTheSameAgain();
    void theNextAnomalyIsFound();
    void aFilledGapIsShownAsFilled();
    void aSecondJudgementMovesTheMarks();
    void lookUpsAreOffWithoutAKey();
    void closingGoesBackToTheFeed();
    void recordingIsStartedAndStoppedByHand();
    void theBrowserListsAndOpens();
    void aDiskThatCannotBeWrittenToIsSaid();
    void theJournalIsKept();
    void aReportIsSavedWithoutTheKey();
    void aReportHoldsAGapThatLasts();

private:
    std::unique_ptr<Desktop> replaying(double speed = 0.0);
    static Player* player(const Desktop& desktop) { return desktop.run->stream()->player(); }
    static void press(const Desktop& desktop, const char* button)
    {
        auto* pressed = desktop.find<QToolButton>(button);
        QTRY_VERIFY_WITH_TIMEOUT(pressed->isEnabled(), kPatience);
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    static bool reaches(const Desktop& desktop, Player::State state)
    {
        return QTest::qWaitFor([&] { return desktop.run->stream() && player(desktop)->state() == state; }, kPatience);
    }

    QTemporaryDir m_folder;
    QString m_file;
    test::RunResult m_recorded;
};

void TstGuiReplay::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("flowglass-demo-20261120-100000.fgr"));
    m_recorded = test::recordDay(m_file, 5, 20'000);
    QVERIFY(m_recorded.counters.anomalies > 3);
}

std::unique_ptr<Desktop> TstGuiReplay::replaying(double speed)
{
    auto desktop = std::make_unique<Desktop>(QString());
    desktop->line.replay = m_file;
    desktop->line.speed = speed;
    desktop->start();
    return desktop;
}

void TstGuiReplay::aReplaySaysSoEverywhere()
{
    const auto desktop = replaying(1.0);
    QVERIFY(reaches(*desktop, Player::State::Playing));
    QTRY_VERIFY(desktop->find<QLabel>("feedStateLabel")->text().contains(QStringLiteral("REPLAY")));
    QTRY_VERIFY(desktop->find<QLabel>("feedStateLabel")->text().contains(QStringLiteral("2026-11-20")));
    QVERIFY(desktop->run->window().windowTitle().startsWith(QStringLiteral("Flowglass")));
    QVERIFY(desktop->run->window().windowTitle().contains(QStringLiteral("flowglass-demo-20261120-100000.fgr")));
    QVERIFY(desktop->find<views::ReplayBar>("replayBar")->isVisible());
    QVERIFY(!desktop->find<QAction>("recordAction")->isEnabled());
    QCOMPARE(desktop->feed.connections(), 0); // nothing was asked of the provider
    QTRY_VERIFY(desktop->table("tapeTable")->model()->rowCount() > 0);
}

void TstGuiReplay::itIsPausedSteppedAndPlayed()
{
    const auto desktop = replaying(1.0);
    QVERIFY(reaches(*desktop, Player::State::Playing));
    press(*desktop, "replayPlayButton");
    QVERIFY(reaches(*desktop, Player::State::Paused));
    const std::uint64_t frames = player(*desktop)->frames();
    press(*desktop, "replayStepButton");
    QTRY_COMPARE(player(*desktop)->frames(), frames + 1);
    auto* speeds = desktop->find<QComboBox>("replaySpeedCombo");
    speeds->setCurrentIndex(speeds->count() - 1);
    Q_EMIT speeds->activated(speeds->currentIndex()); // as a choice by hand does
    QCOMPARE(player(*desktop)->speed(), 0.0);
    press(*desktop, "replayPlayButton");
    QVERIFY(reaches(*desktop, Player::State::Ended));
    QCOMPARE(test::resultOf(desktop->run->stream()->session()).digest, m_recorded.digest);
}

void TstGuiReplay::goingBackGivesTheSameAgain()
{
    const auto desktop = replaying();
    QVERIFY(reaches(*desktop, Player::State::Ended));
    const QPointer<app::Stream> first = desktop->run->stream();
    press(*desktop, "replayStartButton");
    QTRY_VERIFY(!first && desktop->run->stream());
    QVERIFY(reaches(*desktop, Player::State::Paused));
    QCOMPARE(desktop->run->stream()->session().counters().frames, 0U);
    press(*desktop, "replayPlayButton");
    QVERIFY(reaches(*desktop, Player::State::Ended));
    QCOMPARE(test::resultOf(desktop->run->stream()->session()).digest, m_recorded.digest);
    QTRY_COMPARE(desktop->table("anomalyTable")->model()->rowCount(), int(m_recorded.counters.anomalies));
}

void TstGuiReplay::theNextAnomalyIsFound()
{
    const auto desktop = replaying(1.0);
    QVERIFY(reaches(*desktop, Player::State::Playing));
    press(*desktop, "replayNextAnomalyButton");
    QVERIFY(reaches(*desktop, Player::State::Paused));
    QCOMPARE(desktop->run->stream()->session().counters().anomalies, 1U);
    QTRY_COMPARE(desktop->table("anomalyTable")->model()->rowCount(), 1);
}

// Three trades, a minute apart, with a gap between the first two that is filled after the second.
void TstGuiReplay::aFilledGapIsShownAsFilled()
{
    using State = tape::GapFill::State;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("filled.fgr"));
    test::FakeClock clock;
    session::Session session(test::replaySession(), clock);
    recording::RecorderConfig recorder;
    recorder.path = file;
    QVERIFY(session.startRecording(std::move(recorder)));
    const auto trade = [&] {
        clock.advance(std::chrono::minutes(1));
        const QString event = QStringLiteral(R"([{"ev":"T","sym":"O:NVDA261218C00150000","x":302,"p":2,"s":1,"t":%1}])");
        session.ingest(event.arg(domain::lossyToMs(clock.now()).value), clock.now());
    };
    trade();
    const domain::UnixMs from = domain::lossyToMs(clock.now());
    const domain::FeedGap gap{from, from + std::chrono::seconds(30), QStringLiteral("lost")};
    session.post(gap);
    trade();
    session.post(session::Backfill{gap.from, gap.to, {}, {}, session::Backfill::Outcome{State::Filled, false, {}}});
    trade();
    session.stop();

    Desktop desktop{QString()};
    desktop.line.replay = file;
    desktop.line.speed = 1.0;
    desktop.start();
    QVERIFY(reaches(desktop, Player::State::Playing));
    const auto* timeline = desktop.run->window().findChild<views::ReplayTimeline*>();
    QTRY_COMPARE(timeline->picture().gaps.size(), std::size_t(1)); // from the file's index
    QVERIFY(timeline->picture().gaps[0].fill.state == State::None);
    player(desktop)->setSpeed(0.0);
    QVERIFY(reaches(desktop, Player::State::Ended));
    QTRY_VERIFY(timeline->picture().gaps[0].fill.state == State::Filled);
    press(desktop, "replayStartButton"); // and stays, as the anomalies do
    QVERIFY(reaches(desktop, Player::State::Paused));
    QTRY_COMPARE(timeline->picture().state, models::ReplayPicture::State::Paused);
    QVERIFY(timeline->picture().gaps[0].fill.state == State::Filled);
}

// The marks are of the anomalies that stand, whatever stood before the gap was filled.
void TstGuiReplay::aSecondJudgementMovesTheMarks()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("judged.fgr"));
    const domain::SystemClock clock;
    const std::vector<test::Tick> tape = test::marketTape(31, 16'000);
    session::SessionConfig live = test::replaySession();
    live.feed.url = QUrl(QStringLiteral("ws://127.0.0.1:9/options")); // not connected: its frames are handed in
    session::Session session(live, clock);
    recording::RecorderConfig recorder;
    recorder.path = file;
    QVERIFY(session.startRecording(std::move(recorder)));
    const auto play = [&](std::size_t from, std::size_t to) {
        for (const QString& frame : test::framesOf(tape, from, to))
            session.ingest(frame, clock.now());
        session.flush();
    };
    QSignalSpy judged(&session, &session::Session::judgedAgain);
    play(0, 5'000);
    const domain::FeedGap gap = test::gapOf(tape, 5'000, 9'000);
    session.post(gap);
    play(9'000, 12'000);
    session.post(test::backfillOf(tape, 5'000, 9'000, gap));
    session.post(session::Backfill{
        gap.from, gap.to, {}, {}, session::Backfill::Outcome{tape::GapFill::State::Filled, true, {}}});
    QTRY_COMPARE_WITH_TIMEOUT(judged.count(), 1, kPatience);
    play(12'000, tape.size());
    session.stop();

    Desktop desktop{QString()};
    desktop.line.replay = file;
    desktop.line.speed = 0.0;
    desktop.start();
    QVERIFY(reaches(desktop, Player::State::Ended));
    const detect::Engine& engine = desktop.run->stream()->session().engine();
    QVERIFY(engine.count() > 1);
    std::vector<domain::UnixMs> times;
    for (std::uint32_t id = 1; id <= engine.count(); ++id)
        times.push_back(engine.anomaly(id).time);
    std::ranges::sort(times);
    times.erase(std::ranges::unique(times).begin(), times.end());
    const auto* timeline = desktop.run->window().findChild<views::ReplayTimeline*>();
    QTRY_VERIFY(timeline->picture().anomalies == times);
}

void TstGuiReplay::lookUpsAreOffWithoutAKey()
{
    const auto desktop = replaying();
    QVERIFY(reaches(*desktop, Player::State::Ended));
    QTRY_VERIFY(desktop->table("anomalyTable")->model()->rowCount() > 0);
    Desktop::click(desktop->table("anomalyTable"), 0);
    const auto saysSo = [&] {
        const QList<QLabel*> labels = desktop->find<QWidget>("contractPane")->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [](QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("only when there is an API key"));
        });
    };
    QTRY_VERIFY(saysSo());
    QVERIFY(desktop->api.requests().isEmpty());
}

void TstGuiReplay::closingGoesBackToTheFeed()
{
    Desktop desktop;
    desktop.line.replay = m_file;
    desktop.start();
    QVERIFY(reaches(desktop, Player::State::Playing));
    press(desktop, "replayCloseButton");
    QTRY_VERIFY(!desktop.find<views::ReplayBar>("replayBar")->isVisible());
    QTRY_VERIFY(!desktop.run->stream() || desktop.phase() == domain::FeedPhase::Live);
}

void TstGuiReplay::recordingIsStartedAndStoppedByHand()
{
    Desktop desktop;
    QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
    QVERIFY(desktop.startLive());
    auto* record = desktop.find<QAction>("recordAction");
    record->trigger();
    QVERIFY(record->isChecked());
    desktop.trade(500);
    desktop.sweep(Desktop::ticker(150));
    QTRY_COMPARE(desktop.run->stream()->session().counters().watched, 504U);
    record->trigger();
    const auto files = [&] { return QDir(desktop.folder.path()).entryList({QStringLiteral("*.fgr")}); };
    QTRY_VERIFY(desktop.run->stream()->session().recordingState().phase == recording::RecorderState::Phase::Stopped);
    QTRY_VERIFY(!record->isChecked());
    QCOMPARE(files().size(), 1);
    const auto run = session::judgeRecording(
        session::openReplayFile(desktop.folder.filePath(files().first()), {}), {}, [](qint64, qint64) { return true; });
    QVERIFY(run);
    QCOMPARE(run->counters.trades, 504U);
}

void TstGuiReplay::theBrowserListsAndOpens()
{
    Desktop desktop;
    QVERIFY(desktop.settings.recording.folder.setValue(m_folder.path()));
    QVERIFY(desktop.startLive());
    desktop.find<QAction>("replayAction")->trigger();
    auto* table = desktop.table("sessionTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    Desktop::click(table, 0);
    QTest::mouseClick(desktop.find<QAbstractButton>("sessionAnalyseButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(session::loadFacts(m_file), kPatience);
    QCOMPARE(session::loadFacts(m_file)->digest, m_recorded.digest);
    QTRY_VERIFY(desktop.find<QAbstractButton>("sessionOpenButton")->isEnabled());
    QTest::mouseClick(desktop.find<QAbstractButton>("sessionOpenButton"), Qt::LeftButton);
    QTRY_VERIFY(desktop.run->stream() && desktop.run->stream()->player());
    QTRY_VERIFY(desktop.find<views::ReplayBar>("replayBar")->isVisible());
}

void TstGuiReplay::aDiskThatCannotBeWrittenToIsSaid()
{
    Desktop desktop;
    QFile blocker(desktop.folder.filePath(QStringLiteral("file")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    QVERIFY(desktop.settings.recording.folder.setValue(blocker.fileName() + QStringLiteral("/below")));
    QVERIFY(desktop.startLive());
    auto* record = desktop.find<QAction>("recordAction");
    record->trigger();
    QVERIFY(!record->isChecked());
    QTRY_VERIFY(desktop.find<QLabel>("noticeLabel")->text().contains(QStringLiteral("below")));
    QVERIFY(desktop.phase() == domain::FeedPhase::Live);
}

void TstGuiReplay::theJournalIsKept()
{
    Desktop desktop;
    QVERIFY(desktop.settings.recording.journal.setValue(true));
    QVERIFY(desktop.settings.recording.journalFolder.setValue(desktop.folder.filePath(QStringLiteral("journal"))));
    QVERIFY(desktop.startLive());
    desktop.trade(500);
    desktop.sweep(Desktop::ticker(150));
    QTRY_VERIFY(desktop.run->stream()->session().counters().flagged >= 4);
    const QDir journal(desktop.folder.filePath(QStringLiteral("journal")));
    QTRY_COMPARE(journal.entryList(QDir::Files).size(), 1);
    QFile file(journal.filePath(journal.entryList(QDir::Files).first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto lines = [&] { return file.seek(0) ? file.readAll().count('\n') : 0; };
    QTRY_COMPARE(quint64(lines()), desktop.run->stream()->session().counters().flagged + 1);
}

void TstGuiReplay::aReportIsSavedWithoutTheKey()
{
    const QString key = QStringLiteral("k3y-of-the-test-0123456789");
    Desktop desktop(key);
    QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
    QVERIFY(desktop.startLive());
    desktop.trade(200);
    desktop.feed.send(QStringLiteral(R"([{"ev":"status","status":"success","message":"%1"}])").arg(key));
    QTRY_COMPARE(desktop.run->stream()->session().counters().trades, 200U);
    const std::vector<recording::Entry> entries = savedReport(desktop);
    QByteArray text;
    for (const recording::Entry& entry : entries) {
        if (const auto* frame = std::get_if<recording::FrameEntry>(&entry))
            recording::appendLine(text, frame->text, frame->received);
        else
            recording::appendLine(text, std::get<recording::EventEntry>(entry));
    }
    QVERIFY(text.contains("\tbundle\t") && text.contains("\"counters\"") && text.contains("\"settings\""));
    QVERIFY(text.count("\"ev\":\"T\"") >= 200);
    QVERIFY(!text.contains(key.toUtf8()));
}

void TstGuiReplay::aReportHoldsAGapThatLasts()
{
    Desktop desktop;
    QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
    QVERIFY(desktop.startLive());
    desktop.trade(200);
    const tape::TradeStore& store = desktop.run->stream()->session().store();
    QTRY_COMPARE(store.end(), 200U);
    desktop.feed.setListening(false);
    desktop.feed.dropTcp();
    QTRY_VERIFY(store.openGap());
    const std::vector<recording::Entry> entries = savedReport(desktop);
    QVERIFY(!entries.empty());
    const auto* last = std::get_if<recording::EventEntry>(&entries.back());
    const auto event = last ? session::replayedForm(*last) : std::nullopt;
    QVERIFY(event && std::holds_alternative<domain::FeedGap>(*event));
    QCOMPARE(std::get<domain::FeedGap>(*event).from, store.openGap()->gap.from);
    QVERIFY(std::get<domain::FeedGap>(*event).to <= domain::lossyToMs(last->time));
}

QTEST_MAIN(TstGuiReplay)
#include "tst_guireplay.moc"

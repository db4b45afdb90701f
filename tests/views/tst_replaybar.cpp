// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "views/look/elidedlabel.h"
#include "views/look/pill.h"
#include "views/replay/replaybar.h"
#include "views/replay/replaytimeline.h"
#include "views/replayfixture.h"

#include <QComboBox>
#include <QToolButton>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;
using State = models::ReplayPicture::State;

namespace {

struct Shown
{
    ReplayBar bar;
    models::ReplayPicture picture = sessionPicture();
    explicit Shown(State state = State::Paused)
    {
        bar.resize(1080, bar.sizeHint().height());
        bar.show();
        show(state);
    }
    void show(State state)
    {
        picture.state = state;
        bar.present(picture, domain::ZoneTime::newYork());
    }
    template <class T>
    T* part(const char* name) const
    {
        T* found = bar.findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QToolButton* button(const char* name) const { return part<QToolButton>(name); }
};

} // namespace

class TestReplayBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void everyButtonAsksForWhatItSays_data()
    {
        using Signal = void (ReplayBar::*)();
        QTest::addColumn<Signal>("signal");
        QTest::newRow("replayPlayButton") << Signal(&ReplayBar::playToggled);
        QTest::newRow("replayStepButton") << Signal(&ReplayBar::stepRequested);
        QTest::newRow("replayStartButton") << Signal(&ReplayBar::startRequested);
        QTest::newRow("replayNextAnomalyButton") << Signal(&ReplayBar::nextAnomalyRequested);
        QTest::newRow("replayCloseButton") << Signal(&ReplayBar::closeRequested);
    }
    void everyButtonAsksForWhatItSays()
    {
        using Signal = void (ReplayBar::*)();
        QFETCH(Signal, signal);
        Shown shown;
        QSignalSpy asked(&shown.bar, signal);
        QToolButton* button = shown.button(QTest::currentDataTag());
        QVERIFY(!button->accessibleName().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(asked.count(), 2);
    }

    void statesTellWhatCanBeDone_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("plays"); // play, start, speed and seeking
        QTest::addColumn<bool>("steps");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, State state, bool plays, bool steps, const char* word) {
            QTest::newRow(name) << int(state) << plays << steps << QString::fromLatin1(word);
        };
        row("opening", State::Opening, false, false, "Play");
        row("paused", State::Paused, true, true, "Play");
        row("playing", State::Playing, true, true, "Pause");
        row("seeking", State::Seeking, true, false, "Play");
        row("ended", State::Ended, true, false, "Play");
        row("failed", State::Failed, false, false, "Play");
    }
    void statesTellWhatCanBeDone()
    {
        QFETCH(int, state);
        QFETCH(bool, plays);
        QFETCH(bool, steps);
        Shown shown{State(state)};
        QTEST(shown.button("replayPlayButton")->text(), "word");
        for (const char* name : {"replayPlayButton", "replayStartButton"})
            QCOMPARE(shown.button(name)->isEnabled(), plays);
        QCOMPARE(shown.part<QComboBox>("replaySpeedCombo")->isEnabled(), plays);
        for (const char* name : {"replayStepButton", "replayNextAnomalyButton"})
            QCOMPARE(shown.button(name)->isEnabled(), steps);
        QVERIFY(shown.button("replayCloseButton")->isEnabled());
        QSignalSpy played(&shown.bar, &ReplayBar::playToggled);
        QSignalSpy stepped(&shown.bar, &ReplayBar::stepRequested);
        shown.bar.togglePlay(); // the key does no more than the button
        shown.bar.step();
        QCOMPARE(played.count(), plays ? 1 : 0);
        QCOMPARE(stepped.count(), steps ? 1 : 0);
    }

    void itSaysThatThisIsAReplayAndWhere()
    {
        Shown shown(State::Playing);
        QCOMPARE(shown.part<Pill>("replayPill")->text(), QStringLiteral("REPLAY"));
        QCOMPARE(shown.part<QLabel>("replayDateLabel")->text(), QStringLiteral("Fri 2026-11-20"));
        QCOMPARE(shown.part<QLabel>("replayTimeLabel")->text(), QStringLiteral("10:30:00.000 New York"));
        QCOMPARE(shown.part<ElidedLabel>("replayMessageLabel")->text(), QStringLiteral("Playing · nvda.fgr"));
        shown.picture.message = QStringLiteral("nvda.fgr: disk error");
        shown.show(State::Failed);
        QCOMPARE(shown.part<ElidedLabel>("replayMessageLabel")->text(), QStringLiteral("Failed · nvda.fgr: disk error"));
        QCOMPARE(shown.part<Pill>("replayPill")->tone(), Pill::Tone::Bad);
        QCOMPARE(shown.part<ReplayTimeline>("replayTimeline")->accessibleName(), QStringLiteral("Position in the recording"));
    }

    void speedsAreChosen()
    {
        Shown shown;
        auto* combo = shown.part<QComboBox>("replaySpeedCombo");
        QCOMPARE(combo->count(), 8);
        QCOMPARE(combo->currentText(), QStringLiteral("1×"));
        QSignalSpy chosen(&shown.bar, &ReplayBar::speedChosen);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_End);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.last().first().toDouble(), 0.0);
        shown.picture.speed = 10.0;
        shown.show(State::Playing);
        QCOMPARE(combo->currentText(), QStringLiteral("10×"));
        QCOMPARE(chosen.count(), 1); // shown, not chosen
        shown.bar.faster();
        QCOMPARE(chosen.last().first().toDouble(), 50.0);
        shown.bar.slower();
        shown.bar.slower();
        QCOMPARE(chosen.last().first().toDouble(), 5.0);
    }

    void theEndsOfTheSpeedsHold()
    {
        Shown shown;
        QSignalSpy chosen(&shown.bar, &ReplayBar::speedChosen);
        shown.picture.speed = 0.0;
        shown.show(State::Playing);
        shown.bar.faster();
        shown.picture.speed = 0.5;
        shown.show(State::Playing);
        shown.bar.slower();
        QCOMPARE(chosen.count(), 0);
    }

    void aSpeedOfTheCommandLineHasItsPlace()
    {
        Shown shown;
        shown.picture.speed = 3.0;
        shown.show(State::Playing);
        auto* combo = shown.part<QComboBox>("replaySpeedCombo");
        QCOMPARE(combo->currentText(), QStringLiteral("3×"));
        QSignalSpy chosen(&shown.bar, &ReplayBar::speedChosen);
        shown.bar.faster();
        QCOMPARE(chosen.last().first().toDouble(), 5.0);
    }

    void theTimelineSeeks()
    {
        Shown shown;
        QSignalSpy seeks(&shown.bar, &ReplayBar::seekRequested);
        auto* timeline = shown.part<ReplayTimeline>("replayTimeline");
        QTest::mouseClick(timeline, Qt::LeftButton, {}, {5, 20});
        QCOMPARE(seeks.count(), 1);
        QCOMPARE(seeks.last().first().value<domain::UnixNs>().value, shown.picture.first.value);
    }

    void aLongMessageTakesNoRoomFromTheButtons()
    {
        Shown shown;
        const int least = shown.bar.minimumSizeHint().width();
        shown.picture.message = QString(500, QLatin1Char('x'));
        shown.show(State::Paused);
        QCOMPARE(shown.bar.minimumSizeHint().width(), least);
        QVERIFY(least <= 1'100);
    }
};

QTEST_MAIN(TestReplayBar)
#include "tst_replaybar.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/atomicfile.h"
#include "recordedday.h"
#include "session/keptfiles.h"
#include "session/replay/opensource.h"
#include "session/replay/recordedrun.h"

#include <QTemporaryDir>

using namespace flowglass;

// What is learnt on one day is brought to the next, live and in its replay.
class TstLearntDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theNextDayBeginsWithThem();
    void aReplayOfTheNextDayBeginsWithThemToo();
    void aFileThatIsNoGoodIsPutAside();
    void noFileIsNoError();

private:
    QTemporaryDir m_folder;
    QByteArray m_learnt;
};

void TstLearntDays::initTestCase()
{
    test::recordDay(m_folder.filePath(QStringLiteral("first.fgr")), 11, 20'000, {}, &m_learnt);
    QVERIFY(m_learnt.size() > 1'000);
}

void TstLearntDays::theNextDayBeginsWithThem()
{
    const QString path = session::baselinePath(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(exporting::writeWhole(path, m_learnt));
    const domain::Result<QByteArray> text = session::readKept(path);
    QVERIFY(text);
    QCOMPARE(*text, m_learnt);
    test::FakeClock clock;
    session::Session session(test::replaySession(), clock);
    session.post(session::LearntBaselines{*text});
    const detect::BaselineInfo info = session.engine().baselines();
    QCOMPARE(info.days, 1);
    QVERIFY(info.contracts > 100);
}

void TstLearntDays::aReplayOfTheNextDayBeginsWithThemToo()
{
    const QString path = m_folder.filePath(QStringLiteral("second.fgr"));
    const test::RunResult with = test::recordDay(path, 12, 20'000, m_learnt);
    const test::RunResult without =
        test::recordDay(m_folder.filePath(QStringLiteral("second-anew.fgr")), 12, 20'000);
    QVERIFY2(with.digest != without.digest, "or nothing would be shown by what follows");
    const auto run = session::judgeRecording(session::openReplayFile(path, {}), {}, [](qint64, qint64) { return true; });
    QVERIFY(run);
    QCOMPARE(run->digest, with.digest);
    test::FastClock clock(1.0);
    session::Player::Config how;
    how.speed = 0.0;
    test::Replay replay(path, how, clock);
    QVERIFY(replay.waitFor(session::Player::State::Ended));
    QCOMPARE(test::resultOf(replay.session).digest, with.digest);
}

void TstLearntDays::aFileThatIsNoGoodIsPutAside()
{
    const QString path = m_folder.filePath(QStringLiteral("baselines.fgb"));
    QByteArray damaged = m_learnt;
    damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 1);
    QVERIFY(exporting::writeWhole(path, damaged));
    test::FakeClock clock;
    session::Session session(test::replaySession(), clock);
    session.post(session::LearntBaselines{*session::readKept(path)});
    QCOMPARE(session.engine().baselines().days, 0);
    session::keepAside(path);
    QVERIFY(!QFile::exists(path));
    QVERIFY(QFile::exists(path + QStringLiteral(".corrupt")));
}

void TstLearntDays::noFileIsNoError()
{
    const domain::Result<QByteArray> text = session::readKept(QStringLiteral("/nonexistent/baselines.fgb"));
    QVERIFY(text && text->isEmpty());
    QVERIFY(!session::readKept(m_folder.path())); // a folder
}

QTEST_GUILESS_MAIN(TstLearntDays)
#include "tst_learntdays.moc"

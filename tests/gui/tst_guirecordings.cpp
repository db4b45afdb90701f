// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "desktopfixture.h"
#include "recordedday.h"
#include "session/replay/opensource.h"
#include "session/replay/player.h"
#include "session/replay/recordedrun.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QSignalSpy>

using namespace flowglass;
using test::Desktop;

namespace {

constexpr int kPatience = 20'000; // ms

QStringList recordings(const QString& folder)
{
    return QDir(folder).entryList({QStringLiteral("*.fgr")}, QDir::Files, QDir::Name);
}

} // namespace

// What the settings say about recordings, and what is done with them in the browser.
class TstGuiRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsFromTheFirstFrameWhenSetSo();
    void whatIsTooOldGoes();
    void aFullFolderIsSaid();
    void aReplayWithAKeyAsksAsOfItsDay();
    void twoRecordingsAreCompared();
    void oneIsDeletedInTheBrowser();

private:
    // Two recordings of one day in the browser of a live window.
    static void browse(Desktop& desktop)
    {
        test::recordDay(desktop.folder.filePath(QStringLiteral("flowglass-a.fgr")), 5, 8'000);
        test::recordDay(desktop.folder.filePath(QStringLiteral("flowglass-b.fgr")), 6, 8'000);
        QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
        QVERIFY(desktop.startLive());
        desktop.find<QAction>("replayAction")->trigger();
        QTRY_COMPARE(desktop.table("sessionTable")->model()->rowCount(), 2);
    }
};

void TstGuiRecordings::recordsFromTheFirstFrameWhenSetSo()
{
    Desktop desktop;
    QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
    QVERIFY(desktop.settings.recording.alwaysOn.setValue(true));
    QVERIFY(desktop.startLive());
    QVERIFY(desktop.find<QAction>("recordAction")->isChecked());
    desktop.trade(300);
    QTRY_COMPARE(desktop.run->stream()->session().counters().watched, 300U);
    const std::uint64_t frames = desktop.run->stream()->session().counters().frames;
    QSignalSpy finished(desktop.run.get(), &app::DesktopRun::finished);
    desktop.run->stop();
    QVERIFY(finished.wait());
    QCOMPARE(recordings(desktop.folder.path()).size(), 1);
    const auto run = session::judgeRecording(
        session::openReplayFile(desktop.folder.filePath(recordings(desktop.folder.path()).first()), {}), {},
        [](qint64, qint64) { return true; });
    QVERIFY(run);
    QCOMPARE(run->counters.frames, frames); // the greeting included
    QCOMPARE(run->counters.watched, 300U);
}

void TstGuiRecordings::whatIsTooOldGoes()
{
    Desktop desktop;
    const QDateTime now = QDateTime::currentDateTime();
    for (const int days : {1, 9, 40}) {
        QFile file(desktop.folder.filePath(QStringLiteral("flowglass-%1.fgr").arg(days)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("old") == 3 && file.flush());
        QVERIFY(file.setFileTime(now.addDays(-days), QFileDevice::FileModificationTime));
    }
    QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
    QVERIFY(desktop.settings.recording.retentionDays.setValue(10));
    QVERIFY(desktop.startLive());
    QTRY_COMPARE(recordings(desktop.folder.path()),
                 QStringList({QStringLiteral("flowglass-1.fgr"), QStringLiteral("flowglass-9.fgr")}));
}

void TstGuiRecordings::aFullFolderIsSaid()
{
    Desktop desktop;
    QFile large(desktop.folder.filePath(QStringLiteral("flowglass-large.fgr")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(qint64(1'100'000'000))); // a hole: it takes no room
    QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
    QVERIFY(desktop.settings.recording.capGigabytes.setValue(1));
    QVERIFY(desktop.startLive());
    desktop.find<QAction>("recordAction")->trigger();
    QVERIFY(!desktop.find<QAction>("recordAction")->isChecked());
    QTRY_VERIFY(desktop.find<QLabel>("noticeLabel")->text().contains(QStringLiteral("1 GB")));
    QCOMPARE(recordings(desktop.folder.path()).size(), 1);
    QVERIFY(desktop.phase() == domain::FeedPhase::Live);
}

void TstGuiRecordings::aReplayWithAKeyAsksAsOfItsDay()
{
    Desktop desktop;
    desktop.line.replay = desktop.folder.filePath(QStringLiteral("flowglass-day.fgr"));
    desktop.line.speed = 0.0;
    QVERIFY(test::recordDay(desktop.line.replay, 5, 20'000).counters.anomalies > 0);
    desktop.start();
    QTRY_VERIFY_WITH_TIMEOUT(desktop.api.count("/v3/reference/options/contracts/") > 0, kPatience);
    for (const test::FakeApi::Request& request : desktop.api.requests())
        QVERIFY2(request.query.contains("as_of=2026-11-20"), request.query.constData());
    QCOMPARE(desktop.api.count("/v3/snapshot/"), 0); // those are of now
}

void TstGuiRecordings::twoRecordingsAreCompared()
{
    Desktop desktop;
    browse(desktop);
    auto* table = desktop.table("sessionTable");
    table->selectAll();
    auto* compare = desktop.find<QAbstractButton>("sessionCompareButton");
    QTRY_VERIFY(compare->isEnabled());
    QTest::mouseClick(compare, Qt::LeftButton);
    const auto shown = [&] { return desktop.run->window().findChild<QWidget*>(QStringLiteral("compareDialog")); };
    QTRY_VERIFY_WITH_TIMEOUT(shown() && shown()->isVisible(), kPatience);
    QVERIFY(shown()->findChild<views::RowTable*>(QStringLiteral("compareTable"))->model()->rowCount() > 0);
}

void TstGuiRecordings::oneIsDeletedInTheBrowser()
{
    Desktop desktop;
    browse(desktop);
    auto* table = desktop.table("sessionTable");
    Desktop::click(table, 0);
    QTest::mouseClick(desktop.find<QAbstractButton>("sessionDeleteButton"), Qt::LeftButton);
    QTRY_VERIFY(desktop.find<QAbstractButton>("confirmDeleteButton")->isVisible());
    QCOMPARE(recordings(desktop.folder.path()).size(), 2); // not before it is confirmed
    QTest::mouseClick(desktop.find<QAbstractButton>("confirmDeleteButton"), Qt::LeftButton);
    QTRY_COMPARE(recordings(desktop.folder.path()).size(), 1);
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

QTEST_MAIN(TstGuiRecordings)
#include "tst_guirecordings.moc"

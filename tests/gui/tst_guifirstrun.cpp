// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "gui/desktopfixture.h"
#include "views/window/feedbanner.h"
#include "views/window/welcomepage.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using domain::FeedPhase;

// From the first start to data, whatever stands in the way; never a dead end, never a modal dialog.
class TestGuiFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<app::ExitCode>(); }

    void withoutAKeyTheWelcomePageLeadsToTheDemo()
    {
        Desktop desktop{QString()};
        desktop.start();
        QTRY_VERIFY(desktop.run->window().welcomePage().isVisible());
        QVERIFY(!desktop.run->window().isAtWork());
        QTest::mouseClick(desktop.find<QWidget>("welcomePage")->findChild<QPushButton*>(QStringLiteral("demoButton")),
                          Qt::LeftButton);
        QVERIFY(desktop.run->window().isAtWork());
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.table("tapeTable")->model()->rowCount() > 50, 15'000);
        QVERIFY(desktop.run->window().windowTitle().contains(QStringLiteral("Demo")));
        QTRY_VERIFY(desktop.find<QLabel>("feedStateLabel")->text().contains(QStringLiteral("demo")));
        QCOMPARE(desktop.feed.connections(), 0);
    }

    void aKeyEnteredConnectsAndIsKept_data()
    {
        QTest::addColumn<bool>("keychain");
        QTest::addColumn<QString>("said");
        QTest::newRow("in the system keychain") << true << QStringLiteral("kept in the system keychain");
        QTest::newRow("for this run, said plainly") << false << QStringLiteral("this run only");
    }
    void aKeyEnteredConnectsAndIsKept()
    {
        QFETCH(bool, keychain);
        QFETCH(QString, said);
        Desktop desktop{QString()};
        desktop.keychain.present = keychain;
        desktop.start();
        QTRY_VERIFY(desktop.run->window().welcomePage().isVisible());
        auto* page = &desktop.run->window().welcomePage();
        QTest::keyClicks(page->findChild<QLineEdit*>(QStringLiteral("keyEdit")), QStringLiteral("s3cret"));
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("connectButton")), Qt::LeftButton);
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        QVERIFY(desktop.feed.said().join(QLatin1Char(' ')).contains(QStringLiteral("s3cret")));
        QTRY_VERIFY(page->findChild<QLabel*>(QStringLiteral("keepLabel"))->text().contains(said));
        QCOMPARE(desktop.keychain.key, keychain ? QStringLiteral("s3cret") : QString());
        QVERIFY(desktop.store.save());
        QFile file(desktop.store.fileName());
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("s3cret"));
    }

    void aKeptKeyConnectsWithoutAsking()
    {
        Desktop desktop(QStringLiteral("kept"));
        QVERIFY(desktop.startLive());
        QVERIFY(desktop.run->window().isAtWork());
        QVERIFY(desktop.run->window().isVisible());
    }

    void arefusedKeyIsSaidInTheWindowWithWaysOn()
    {
        Desktop desktop(QStringLiteral("wrong"));
        desktop.feed.setScript({.greets = true, .auth = FakeFeed::Auth::Failed, .acceptedKey = {}, .acks = FakeFeed::Acks::All});
        desktop.start();
        views::FeedBanner* banner = &desktop.run->window().feedBanner();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(banner->findChild<QPushButton*>(QStringLiteral("keyButton"))->isVisible());
        QTest::mouseClick(banner->findChild<QPushButton*>(QStringLiteral("demoButton")), Qt::LeftButton);
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        QTRY_VERIFY(!banner->isVisible());
    }

    void aLostFeedCanBeTriedAgainAtOnce()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(30);
        QTRY_COMPARE(desktop.table("tapeTable")->model()->rowCount(), 30);
        desktop.feed.setListening(false);
        desktop.feed.dropTcp();
        QTRY_COMPARE(desktop.phase(), FeedPhase::Reconnecting);
        auto* retry = desktop.find<QWidget>("topBar")->findChild<QPushButton*>(QStringLiteral("retryButton"));
        QTRY_VERIFY(retry->isVisible());
        desktop.feed.setListening(true);
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        desktop.trade(10);
        QTRY_COMPARE(desktop.table("tapeTable")->model()->rowCount(), 41); // and the gap between them
    }

    void closingTheWindowEndsTheRunWithItsFiles()
    {
        Desktop desktop;
        desktop.line.exportFile = desktop.folder.filePath(QStringLiteral("end.csv"));
        QVERIFY(desktop.startLive());
        QSignalSpy finished(desktop.run.get(), &app::DesktopRun::finished);
        desktop.run->window().close();
        QVERIFY(finished.wait(2000));
        QCOMPARE(finished.first().first().value<app::ExitCode>(), app::ExitCode::Done);
        QVERIFY(QFile::exists(desktop.line.exportFile));
    }
};

QTEST_MAIN(TestGuiFirstRun)
#include "tst_guifirstrun.moc"

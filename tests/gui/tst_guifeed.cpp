// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "gui/desktopfixture.h"
#include "models/tradetapemodel.h"
#include "views/tape/tapepanel.h"
#include "views/window/feedbanner.h"

#include <QLabel>
#include <QNetworkProxy>
#include <QPushButton>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

using namespace flowglass;
using namespace flowglass::test;
using domain::FeedPhase;

namespace {

struct Banner
{
    explicit Banner(const Desktop& desktop) : widget(&desktop.run->window().feedBanner()) {}
    QPushButton* button(const char* name) const { return widget->findChild<QPushButton*>(QLatin1String(name)); }
    QString text() const { return widget->findChild<QLabel*>(QStringLiteral("textLabel"))->text(); }
    bool isVisible() const { return widget->isVisible(); }
    QWidget* widget;
};

// The seconds that a countdown stands at; -1: there is none.
int secondsIn(const QString& text)
{
    const auto match = QRegularExpression(QStringLiteral("in (\\d+) s")).match(text);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

QString pill(const Desktop& desktop) { return desktop.find<QLabel>("feedStateLabel")->text(); }

QPushButton* topRetry(const Desktop& desktop)
{
    return desktop.find<QWidget>("topBar")->findChild<QPushButton*>(QStringLiteral("retryButton"));
}

void setMarket(Desktop& desktop, const QByteArray& now)
{
    desktop.api.always("/v1/marketstatus/now", FakeApi::json("{\"market\":\"" + now + "\"}"));
}

// What would leave this machine goes here instead, and no further: it says which host was asked.
class Exit : public QTcpServer
{
public:
    Exit()
    {
        listen(QHostAddress::LocalHost);
        QNetworkProxyFactory::setApplicationProxyFactory(new Ways(serverPort()));
    }
    ~Exit() override { QNetworkProxyFactory::setApplicationProxyFactory(nullptr); }
    QString asked() // "host:port"
    {
        if (!m_socket)
            m_socket = nextPendingConnection();
        if (m_socket)
            m_read += m_socket->readAll();
        return QString::fromLatin1(m_read).section(QLatin1Char(' '), 1, 1);
    }

private:
    class Ways : public QNetworkProxyFactory
    {
    public:
        explicit Ways(quint16 port) : m_port(port) {}
        QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
        {
            if (QHostAddress(query.peerHostName()).isLoopback())
                return {QNetworkProxy(QNetworkProxy::NoProxy)};
            return {QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_port)};
        }

    private:
        quint16 m_port;
    };
    QTcpSocket* m_socket = nullptr;
    QByteArray m_read;
};

} // namespace

// What the window says and offers when no trade comes by itself.
class TestGuiFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<app::ExitCode>(); }

    void aLostFeedCountsDownToTheNextTry()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.feed.setListening(false);
        desktop.feed.dropTcp();
        QTRY_VERIFY(desktop.phase() == FeedPhase::Reconnecting && secondsIn(pill(desktop)) >= 3); // after some tries
        const int first = secondsIn(pill(desktop));
        QTRY_VERIFY(secondsIn(pill(desktop)) >= 0 && secondsIn(pill(desktop)) < first);
        QCOMPARE(topRetry(desktop)->text(), QStringLiteral("Retry now"));
        desktop.feed.setListening(true);
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        QTRY_VERIFY(!topRetry(desktop)->isVisible());
    }

    void aGapThatLastsIsShownInTheTapeAndTheCoverage()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(50);
        const QAbstractItemModel* tape = desktop.table("tapeTable")->model();
        QTRY_COMPARE(tape->rowCount(), 50);
        const auto newest = [tape] {
            return tape->index(0, int(models::TradeTapeModel::Column::Contract)).data().toString();
        };
        const auto covered = [&desktop] { return desktop.find<QLabel>("coverageLabel")->text(); };
        desktop.feed.setListening(false);
        desktop.feed.dropTcp();
        QTRY_VERIFY2(newest().endsWith(QLatin1String("; lasts still")), qPrintable(newest()));
        QTRY_VERIFY2(covered().startsWith(QLatin1String("coverage ")), qPrintable(covered()));
        QVERIFY(desktop.find<QLabel>("coverageLabel")->isVisible());
        const QString text = newest();
        const QString share = covered();
        QTRY_VERIFY(newest() != text && covered() != share); // both go on
        QCOMPARE(tape->rowCount(), 51);
        desktop.feed.setListening(true);
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        QTRY_VERIFY2(!newest().contains(QLatin1String("lasts still")), qPrintable(newest()));
        QCOMPARE(tape->rowCount(), 51);
    }

    void anotherProgramCanBeTakenOverFrom()
    {
        Desktop desktop;
        setMarket(desktop, "open");
        QVERIFY(desktop.startLive());
        desktop.feed.sendStatus(QStringLiteral("max_connections"), QStringLiteral("Maximum number exceeded."));
        QTRY_COMPARE(desktop.phase(), FeedPhase::Replaced);
        const Banner banner(desktop);
        QVERIFY(banner.isVisible());
        QVERIFY2(secondsIn(banner.text()) > 50, qPrintable(banner.text()));
        const int first = secondsIn(banner.text());
        QTRY_VERIFY(secondsIn(banner.text()) < first);
        QVERIFY(banner.text().contains(QStringLiteral("Maximum number exceeded.")));
        QCOMPARE(banner.button("retryButton")->text(), QStringLiteral("Connect here instead"));
        QVERIFY(!banner.button("keyButton")->isVisible());
        QCOMPARE(topRetry(desktop)->text(), QStringLiteral("Connect here instead"));
        QCOMPARE(desktop.feed.connections(), 1); // it does not fight
        QTest::mouseClick(banner.button("retryButton"), Qt::LeftButton);
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        QTRY_VERIFY(!banner.isVisible());
        QVERIFY(!QApplication::activeModalWidget());
    }

    void closedWith1008IsSaidToo()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.feed.close(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("bye"));
        QTRY_COMPARE(desktop.phase(), FeedPhase::Replaced);
        const Banner banner(desktop);
        QVERIFY(banner.isVisible());
        QVERIFY2(banner.text().contains(QStringLiteral("1008")), qPrintable(banner.text()));
    }

    void aPlanWithoutRealTimeIsSaidWithTheKeyButton()
    {
        Desktop desktop;
        FakeFeed::Script script;
        script.acks = FakeFeed::Acks::NoRealTime;
        desktop.feed.setScript(script);
        desktop.start();
        const Banner banner(desktop);
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.text().contains(QStringLiteral("real-time")));
        QVERIFY(banner.button("keyButton")->isVisible());
        QVERIFY(!banner.button("delayedButton")->isVisible()); // the address was given by hand: there is no other
    }

    void aDelayedPlanIsLedToTheDelayedHost()
    {
        Desktop desktop;
        desktop.line.feedUrl.reset();
        desktop.settings.feed.feedUrl.setValue(desktop.feed.url());
        FakeFeed::Script script;
        script.acks = FakeFeed::Acks::NoRealTime;
        desktop.feed.setScript(script);
        desktop.start();
        const Banner banner(desktop);
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.button("delayedButton")->isVisible());
        const int before = desktop.feed.connections();
        Exit exit;
        QTest::mouseClick(banner.button("delayedButton"), Qt::LeftButton);
        QTRY_COMPARE(exit.asked(), QStringLiteral("delayed.massive.com:443"));
        QCOMPARE(desktop.run->stream()->session().config().feedName, QStringLiteral("delayed"));
        QCOMPARE(desktop.settings.feed.host.value(), settings::FeedHost::Delayed);
        QVERIFY(desktop.settings.feed.feedUrl.value().isEmpty()); // it does not come back with the next start
        QCOMPARE(desktop.feed.connections(), before);
    }

    void aHostChosenInTheSettingsIsAsked()
    {
        Desktop desktop;
        desktop.line.feedUrl.reset();
        desktop.settings.feed.feedUrl.setValue(desktop.feed.url());
        QVERIFY(desktop.startLive());
        Exit exit;
        desktop.settings.feed.host.setValue(settings::FeedHost::Business);
        QTRY_COMPARE(exit.asked(), QStringLiteral("business.massive.com:443"));
    }

    void aStallIsAmberAndCanBeRetried()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.run->stream()->session().connection().noteDataStall(QStringLiteral("No trade for 42 s"), false);
        QTRY_COMPARE(pill(desktop), QStringLiteral("Silent"));
        QVERIFY(desktop.find<QLabel>("feedStateLabel")->toolTip().contains(QStringLiteral("No trade for 42 s")));
        QTRY_VERIFY(topRetry(desktop)->isVisible());
        QTest::mouseClick(topRetry(desktop), Qt::LeftButton);
        QTRY_COMPARE(desktop.phase(), FeedPhase::Live);
        QCOMPARE(desktop.feed.connections(), 2);
    }

    void aClosedMarketSaysSoAndOffersAReplay()
    {
        Desktop desktop;
        setMarket(desktop, "closed");
        QVERIFY(desktop.startLive());
        QTRY_VERIFY2(pill(desktop).startsWith(QStringLiteral("Market closed, opens ")), qPrintable(pill(desktop)));
        const Banner banner(desktop);
        QTRY_VERIFY(banner.isVisible());
        QVERIFY(banner.text().contains(QStringLiteral("09:30 (in ")));
        QVERIFY(!banner.button("retryButton")->isVisible());
        QVERIFY(banner.button("replayButton")->isVisible());
        QVERIFY(desktop.find<QLabel>("feedStateLabel")->toolTip().contains(QStringLiteral("As the provider says.")));
        // Trades prove the contrary.
        desktop.trade(5);
        QTRY_COMPARE(pill(desktop), QStringLiteral("Live"));
        QTRY_VERIFY(!banner.isVisible());
    }

    void theDemoIsOfferedAndNeverClosed()
    {
        Desktop desktop;
        setMarket(desktop, "closed");
        QVERIFY(desktop.startLive());
        const Banner banner(desktop);
        QTRY_VERIFY(banner.isVisible());
        QTest::mouseClick(banner.button("demoButton"), Qt::LeftButton);
        QTRY_COMPARE(pill(desktop), QStringLiteral("Live (demo)"));
        QVERIFY(!banner.isVisible());
    }

    void anOpenMarketIsOnlyLive()
    {
        Desktop desktop;
        setMarket(desktop, "open");
        QVERIFY(desktop.startLive());
        QTRY_COMPARE(pill(desktop), QStringLiteral("Live"));
        QVERIFY(!Banner(desktop).isVisible());
    }
};

QTEST_MAIN(TestGuiFeed)
#include "tst_guifeed.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/feedconnection.h"
#include "feed/tradedecoder.h"
#include "support/fakefeed.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpSocket>

using namespace std::chrono_literals;
using namespace flowglass;
using domain::FeedPhase;
using feed::FeedConfig;
using feed::FeedConnection;
using test::FakeFeed;
using test::RawFeed;

Q_DECLARE_METATYPE(flowglass::test::FakeFeed::Script)

namespace {

const QString kKey = QStringLiteral("sEcRetKey42");

// Comes back quickly, and is as patient as on a slow machine: a test of a timeout sets it.
FeedConfig quick(const QUrl& url)
{
    FeedConfig config;
    config.url = url;
    config.stableAfter = 500ms;
    config.replacedWait = 1s;
    config.backoff = {50ms, 2.0, 400ms, 0.25};
    return config;
}

// A connection with what stands behind it in the program: frames are decoded and the control messages
// given back. Lets a frame wait a turn of the event loop, as the backlog does.
class Client : public QObject
{
public:
    explicit Client(const FeedConfig& config, const QStringList& channels = {QStringLiteral("T.*")})
        : connection(config, kKey, m_clock)
    {
        connect(&connection, &FeedConnection::frameReceived, this, &Client::onFrame);
        connect(&connection, &FeedConnection::statusChanged, this, &Client::onStatus);
        connect(&connection, &FeedConnection::gapEnded, this,
                [this](const domain::FeedGap& gap) { gaps.push_back(gap); });
        connection.setChannels(channels);
        phases.clear();
    }

    FeedPhase phase() const { return connection.status().phase; }
    // A phase may be over before the test looks.
    bool saw(FeedPhase wanted) const { return phases.contains(wanted); }
    QString reasonIn(FeedPhase wanted) const { return m_reasons.value(wanted); } // the newest
    QString reason() const { return connection.status().reason; }
    std::size_t trades() const { return m_out.trades.size(); }

private:
    void onFrame(const QString& frame)
    {
        frames << frame;
        QMetaObject::invokeMethod(this, [this, frame] { decode(frame); }, Qt::QueuedConnection);
    }
    void decode(const QString& frame)
    {
        m_out.statuses.clear();
        m_decoder.decode(frame, m_out, m_counters);
        for (const feed::StatusMessage& message : m_out.statuses)
            connection.onStatus(message);
    }
    void onStatus(const domain::FeedStatus& status)
    {
        if (phases.isEmpty() || phases.last() != status.phase)
            phases << status.phase;
        if (!status.reason.isEmpty())
            m_reasons.insert(status.phase, status.reason);
        hadNextTry = hadNextTry || status.nextTry.has_value();
        if (stopWhen && *stopWhen == status.phase)
            connection.stop();
    }

    domain::SystemClock m_clock;
    domain::ContractTable m_contracts;
    feed::TradeDecoder m_decoder{m_contracts};
    feed::DecodedFrame m_out;
    domain::Counters m_counters;
    QMap<FeedPhase, QString> m_reasons;

public:
    FeedConnection connection;
    QList<FeedPhase> phases; // in order, each change once
    QStringList frames;
    bool hadNextTry = false;
    std::vector<domain::FeedGap> gaps;
    std::optional<FeedPhase> stopWhen;
};

QString order(const char* action, const QString& params)
{
    const QJsonObject object{{QStringLiteral("action"), QLatin1String(action)},
                             {QStringLiteral("params"), params}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Of a server on this machine, signed by itself. The key in the file is for this test only.
QSslConfiguration serverTls()
{
    QFile file(QFINDTESTDATA("loopback.pem"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("loopback.pem is missing");
    const QByteArray pem = file.readAll();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(pem));
    tls.setPrivateKey(QSslKey(pem, QSsl::Ec));
    return tls;
}

QString tradeFrame()
{
    return QStringLiteral("[{\"ev\":\"T\",\"sym\":\"O:NVDA261218C00150000\",\"p\":5.5,\"s\":1,"
                          "\"t\":1765227583506,\"q\":1}]");
}

} // namespace

class TestFeedConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyTradesOrTheLastWordEndAGap_data();
    void onlyTradesOrTheLastWordEndAGap();
    void nonsenseDoesNotEndTheBackoff();
    void aGapThatLastsIsToldByStop();
    void handshakeInOrder();
    void saysNothingUntilGreeted();
    void subscribesOnlyAfterTheAnswer();
    void handsOnFrames();
    void manyChannelsInPieces();
    void changesChannels();
    void refusals_data();
    void refusals();
    void replacedWaitsAndComesBack();
    void comesBackAfterALoss_data();
    void comesBackAfterALoss();
    void closedWith1008AloneCountsAsReplaced();
    void wokenConnectsAnewAtOnce();
    void comesBackAfterTheServerWasAway();
    void silentServerStallsAndIsLeft();
    void shortSilenceIsOnlyAStall();
    void largeFrameArrives_data();
    void largeFrameArrives();
    void tooLargeFrameIsRefusedWithItsCode();
    void floodOfLargeFramesArrives();
    void readBufferStaysSmallUnderAFlood();
    void answersThatAreNoWebSocket_data();
    void answersThatAreNoWebSocket();
    void brokenFramesEndTheConnectionWithTheirCode_data();
    void brokenFramesEndTheConnectionWithTheirCode();
    void stopsPolitely();
    void stopsInEveryPhase_data();
    void stopsInEveryPhase();
    void stopFromWithinASlot_data();
    void stopFromWithinASlot();
    void startsAgainAfterAStop();
    void retryNowDoesNotWait();
    void goesAwayWhileConnected();
    void plainAddressElsewhereIsNeverDialled();
    void tlsIsAttemptedAndItsFailureTold();
    void certificateNobodyKnowsIsNeverAccepted();
    void worksOverTls();
};

void TestFeedConnection::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("flowglass.feed=false"));
}

void TestFeedConnection::handshakeInOrder()
{
    FakeFeed server;
    Client client(quick(server.url()));
    QCOMPARE(client.phase(), FeedPhase::Offline);
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QCOMPARE(client.phases, QList<FeedPhase>({FeedPhase::Connecting, FeedPhase::Authenticating,
                                              FeedPhase::Subscribing, FeedPhase::Live}));
    QCOMPARE(server.said(),
             QStringList({order("auth", kKey), order("subscribe", QStringLiteral("T.*"))}));
    QCOMPARE(server.connections(), 1);
    QCOMPARE(client.connection.status().channelsWanted, 1);
    QCOMPARE(client.connection.status().channelsConfirmed, 1);
    QVERIFY(client.gaps.empty());
    QCOMPARE(client.connection.reconnects(), std::uint64_t(0));
}

void TestFeedConnection::saysNothingUntilGreeted()
{
    FakeFeed server;
    FakeFeed::Script mute;
    mute.greets = false;
    server.setScript(mute);
    FeedConfig config = quick(server.url());
    config.authTimeout = 500ms;
    Client client(config);
    client.connection.start();
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QVERIFY(client.reasonIn(FeedPhase::Reconnecting).contains(QLatin1String("greet")));
    QCOMPARE(server.said(), QStringList());
    server.setScript({});
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
}

void TestFeedConnection::subscribesOnlyAfterTheAnswer()
{
    FakeFeed server;
    FakeFeed::Script never;
    never.auth = FakeFeed::Auth::Never;
    server.setScript(never);
    FeedConfig config = quick(server.url());
    config.authTimeout = 500ms;
    config.backoff = {1h, 2.0, 1h, 0.0};
    Client client(config);
    client.connection.start();
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QCOMPARE(server.said(), QStringList{order("auth", kKey)});
}

void TestFeedConnection::handsOnFrames()
{
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    client.frames.clear();
    QStringList sent;
    for (int i = 0; i < 500; ++i)
        sent << tradeFrame() + QString(i % 7, u' ');
    for (const QString& frame : std::as_const(sent))
        server.send(frame);
    QTRY_COMPARE(client.trades(), std::size_t(500));
    QCOMPARE(client.frames, sent);
    QCOMPARE(client.phases.last(), FeedPhase::Live);
}

void TestFeedConnection::manyChannelsInPieces()
{
    FakeFeed server;
    FakeFeed::Script script;
    script.acks = FakeFeed::Acks::AllInOneFrame;
    server.setScript(script);
    QStringList channels;
    for (int i = 0; i < 1000; ++i)
        channels << QStringLiteral("T.O:NVDA261218C%1").arg(i * 1000, 8, 10, QLatin1Char('0'));
    Client client(quick(server.url()), channels);
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QCOMPARE(server.said().size(), 1 + 4);
    QCOMPARE(client.connection.status().channelsConfirmed, 1000);
    QCOMPARE(client.reason(), QString());
}

void TestFeedConnection::changesChannels()
{
    FakeFeed server;
    Client client(quick(server.url()), {QStringLiteral("T.O:A"), QStringLiteral("T.O:B")});
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    client.connection.setChannels({QStringLiteral("T.O:B"), QStringLiteral("T.O:C")});
    QTRY_COMPARE(client.connection.status().channelsConfirmed, 2);
    QTRY_COMPARE(server.said().size(), 4);
    QCOMPARE(server.said().mid(2), QStringList({order("subscribe", QStringLiteral("T.O:C")),
                                                order("unsubscribe", QStringLiteral("T.O:A"))}));
    QCOMPARE(client.phases.last(), FeedPhase::Live);
    server.dropTcp();
    QTRY_COMPARE(server.said().size(), 6); // the new set is what it comes back with
    QCOMPARE(server.said().last(), order("subscribe", QStringLiteral("T.O:B,T.O:C")));
}

void TestFeedConnection::refusals_data()
{
    QTest::addColumn<FakeFeed::Script>("script");
    QTest::addColumn<QString>("words");
    FakeFeed::Script script;
    script.acceptedKey = QStringLiteral("another");
    QTest::newRow("wrong key, and the link drops without a close frame")
        << script << QStringLiteral("authentication failed");
    script = {};
    script.auth = FakeFeed::Auth::PlanLacks;
    QTest::newRow("plan without WebSocket") << script << QStringLiteral("doesn't include websocket access");
    script = {};
    script.acks = FakeFeed::Acks::NotAuthorized;
    QTest::newRow("plan without the channel") << script << QStringLiteral("not authorized");
    script.acks = FakeFeed::Acks::NoRealTime;
    QTest::newRow("plan without real-time data") << script << QStringLiteral("delayed feed");
}

void TestFeedConnection::refusals()
{
    QFETCH(FakeFeed::Script, script);
    QFETCH(QString, words);
    FakeFeed server;
    server.setScript(script);
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Refused);
    QVERIFY2(client.reason().contains(words), qPrintable(client.reason()));
    QTRY_VERIFY(!server.hasClient());
    // Longer than every wait there is: no further try by itself.
    QSignalSpy connections(&server, &FakeFeed::clientSaid);
    QVERIFY(!connections.wait(700));
    QCOMPARE(server.connections(), 1);
    QCOMPARE(client.phase(), FeedPhase::Refused);
    QVERIFY(!client.reason().contains(kKey));
    server.setScript({});
    client.connection.retryNow();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
}

void TestFeedConnection::replacedWaitsAndComesBack()
{
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QElapsedTimer waited;
    waited.start();
    server.sendStatus(QStringLiteral("max_connections"), QStringLiteral("Maximum number exceeded.\nSorry."));
    server.close(QWebSocketProtocol::CloseCodePolicyViolated, QString());
    QTRY_VERIFY(client.saw(FeedPhase::Replaced));
    QVERIFY(client.reasonIn(FeedPhase::Replaced).contains(QLatin1String("Maximum number exceeded. Sorry.")));
    QVERIFY(client.hadNextTry);
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QVERIFY2(waited.elapsed() >= 950, qPrintable(QString::number(waited.elapsed())));
    QCOMPARE(server.connections(), 2);
    QCOMPARE(client.gaps.size(), std::size_t(1));
    QVERIFY2(client.gaps[0].reason.contains(QLatin1String("Maximum number")), qPrintable(client.gaps[0].reason));
}

void TestFeedConnection::comesBackAfterALoss_data()
{
    QTest::addColumn<int>("code"); // 0: no close frame
    QTest::addColumn<QString>("words");
    QTest::newRow("dropped without a close frame") << 0 << QStringLiteral("lost");
    QTest::newRow("closed normally") << 1000 << QStringLiteral("1000: bye");
    QTest::newRow("server goes away") << 1001 << QStringLiteral("1001: bye");
}

void TestFeedConnection::comesBackAfterALoss()
{
    QFETCH(int, code);
    QFETCH(QString, words);
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    server.send(tradeFrame());
    QTRY_COMPARE(client.trades(), std::size_t(1));
    const domain::UnixMs afterData = domain::lossyToMs(domain::SystemClock().now());
    if (code == 0)
        server.dropTcp();
    else
        server.close(static_cast<QWebSocketProtocol::CloseCode>(code), QStringLiteral("bye"));
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QVERIFY2(client.reasonIn(FeedPhase::Reconnecting).contains(words), qPrintable(client.reasonIn(FeedPhase::Reconnecting)));
    QVERIFY(client.hadNextTry);
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QCOMPARE(client.reason(), QString());
    QCOMPARE(server.said().size(), 4); // authenticated and subscribed again
    QCOMPARE(client.connection.reconnects(), std::uint64_t(1));
    QCOMPARE(client.gaps.size(), std::size_t(1));
    QVERIFY(client.gaps[0].from <= afterData);
    QVERIFY(client.gaps[0].to > client.gaps[0].from);
    QVERIFY2(client.gaps[0].reason.contains(words), qPrintable(client.gaps[0].reason));
    server.send(tradeFrame());
    QTRY_COMPARE(client.trades(), std::size_t(2));
}

void TestFeedConnection::closedWith1008AloneCountsAsReplaced()
{
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QElapsedTimer waited;
    waited.start();
    server.close(QWebSocketProtocol::CloseCodePolicyViolated, QStringLiteral("bye"));
    QTRY_COMPARE(client.phase(), FeedPhase::Replaced);
    QVERIFY2(client.reason().contains(QLatin1String("1008: bye")), qPrintable(client.reason()));
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QVERIFY2(waited.elapsed() >= 950, qPrintable(QString::number(waited.elapsed())));
    QCOMPARE(client.gaps.size(), std::size_t(1));
}

void TestFeedConnection::wokenConnectsAnewAtOnce()
{
    FakeFeed server;
    FeedConfig config = quick(server.url());
    config.backoff.base = 1h; // a wait would be seen
    config.backoff.cap = 1h;
    Client client(config);
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    client.connection.noteWoken(2h);
    QCOMPARE(client.gaps.size(), std::size_t(1)); // marked at once
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QCOMPARE(server.connections(), 2);
    server.setListening(false);
    server.dropTcp();
    QTRY_COMPARE(client.phase(), FeedPhase::Reconnecting);
    server.setListening(true);
    client.connection.noteNetworkBack();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
}

void TestFeedConnection::comesBackAfterTheServerWasAway()
{
    FakeFeed server;
    server.setListening(false);
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QVERIFY2(client.reasonIn(FeedPhase::Reconnecting).contains(QLatin1String("cannot be reached")), qPrintable(client.reasonIn(FeedPhase::Reconnecting)));
    QTRY_VERIFY(client.phases.count(FeedPhase::Reconnecting) >= 3);
    server.setListening(true);
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QVERIFY(client.gaps.empty()); // it was never live before
}

void TestFeedConnection::silentServerStallsAndIsLeft()
{
    FakeFeed server;
    FeedConfig config = quick(server.url());
    config.pingInterval = 100ms;
    config.stalledAfter = 300ms;
    config.pongTimeout = 1s;
    Client client(config);
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    client.phases.clear();
    server.stall();
    QTRY_COMPARE(server.connections(), 2);
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QCOMPARE(client.phases.mid(0, 2), QList<FeedPhase>({FeedPhase::Stalled, FeedPhase::Reconnecting}));
    const QString reason = client.reasonIn(FeedPhase::Reconnecting);
    QVERIFY2(reason.contains(QLatin1String("Nothing was received")), qPrintable(reason));
    QCOMPARE(client.gaps.size(), std::size_t(1));
}

void TestFeedConnection::shortSilenceIsOnlyAStall()
{
    FakeFeed server;
    FeedConfig config = quick(server.url());
    config.pingInterval = 100ms;
    config.stalledAfter = 300ms;
    Client client(config);
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    server.stall();
    QTRY_COMPARE(client.phase(), FeedPhase::Stalled);
    server.resume();
    server.send(tradeFrame());
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QCOMPARE(server.connections(), 1);
    QVERIFY(client.gaps.empty());
}

void TestFeedConnection::largeFrameArrives_data()
{
    QTest::addColumn<int>("bytes");
    QTest::newRow("above the usual read buffer of a socket") << 70'000;
    QTest::newRow("a little below the read buffer") << 131'072 - 20;
    QTest::newRow("as large as the read buffer, header not counted") << 131'072;
    QTest::newRow("a little above the read buffer") << 131'072 + 20;
    QTest::newRow("a quarter of a megabyte") << 262'144;
    QTest::newRow("a million bytes") << 1'000'000;
    QTest::newRow("exactly the largest accepted") << (1 << 20);
}

void TestFeedConnection::largeFrameArrives()
{
    QFETCH(int, bytes);
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    client.frames.clear();
    const QString large = tradeFrame() + QString(bytes - tradeFrame().size(), u' ');
    server.send(large, quint64(bytes)); // in one frame
    server.send(tradeFrame());
    QTRY_COMPARE(client.trades(), std::size_t(2));
    QCOMPARE(client.frames, QStringList({large, tradeFrame()}));
    QCOMPARE(client.phase(), FeedPhase::Live);
    QCOMPARE(server.connections(), 1);
}

void TestFeedConnection::tooLargeFrameIsRefusedWithItsCode()
{
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    client.frames.clear();
    const int bytes = 1'500'000;
    server.send(QString(bytes, u' '), quint64(bytes));
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QVERIFY2(client.reasonIn(FeedPhase::Reconnecting).contains(QLatin1String("1009")), qPrintable(client.reasonIn(FeedPhase::Reconnecting)));
    for (const QString& frame : std::as_const(client.frames)) // those of the way back may be here already
        QVERIFY(frame.size() < bytes);
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
}

void TestFeedConnection::floodOfLargeFramesArrives()
{
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    const int bytes = 900'000;
    const QString large = tradeFrame() + QString(bytes - tradeFrame().size(), u' ');
    for (int i = 0; i < 20; ++i) {
        server.send(large, quint64(bytes));
        server.send(tradeFrame());
    }
    QTRY_COMPARE(client.trades(), std::size_t(40));
    QCOMPARE(client.phase(), FeedPhase::Live);
    QVERIFY(client.gaps.empty());
}

// The read buffer bounds how long one turn of the event loop takes.
void TestFeedConnection::readBufferStaysSmallUnderAFlood()
{
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    auto* tcp = client.connection.findChild<QTcpSocket*>();
    QVERIFY2(tcp != nullptr, "without it the buffer is always the largest");
    qint64 largest = 0;
    connect(&client.connection, &FeedConnection::frameReceived, &client,
            [&largest, tcp] { largest = std::max(largest, tcp->readBufferSize()); });
    const QString frame = tradeFrame() + QString(2000, u' ');
    for (int i = 0; i < 3000; ++i)
        server.send(frame);
    QTRY_COMPARE(client.trades(), std::size_t(3000));
    QCOMPARE(largest, 128 * 1024);
    server.send(tradeFrame() + QString(500'000, u' '), 1'000'000);
    QTRY_COMPARE(client.trades(), std::size_t(3001));
    QCOMPARE(tcp->readBufferSize(), 128 * 1024);
}

void TestFeedConnection::answersThatAreNoWebSocket_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("accepts and says nothing") << QByteArray();
    QTest::newRow("403") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("a redirect") << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\n\r\n");
    QTest::newRow("a wrong accept key") << RawFeed::goodUpgrade().replace("@", "d3Jvbmc=");
    QTest::newRow("half an answer") << RawFeed::goodUpgrade().left(40);
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n");
}

void TestFeedConnection::answersThatAreNoWebSocket()
{
    QFETCH(QByteArray, answer);
    RawFeed server(answer);
    FeedConfig config = quick(server.url());
    config.connectTimeout = 300ms;
    Client client(config);
    client.connection.start();
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QVERIFY(!client.reasonIn(FeedPhase::Reconnecting).isEmpty());
    QTRY_VERIFY(server.connections() >= 3); // and keeps trying
    QVERIFY(!client.phases.contains(FeedPhase::Authenticating));
}

void TestFeedConnection::brokenFramesEndTheConnectionWithTheirCode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("text that is no UTF-8") << QByteArray("\x81\x02\xff\xfe", 4) << QStringLiteral("1007");
    QTest::newRow("a reserved bit") << QByteArray("\xc1\x02[]", 4) << QStringLiteral("1002");
    QTest::newRow("an announced size of 2 GiB")
        << QByteArray("\x81\x7f\x00\x00\x00\x00\x80\x00\x00\x00", 10) << QStringLiteral("1009");
}

void TestFeedConnection::brokenFramesEndTheConnectionWithTheirCode()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    RawFeed server(RawFeed::goodUpgrade());
    FeedConfig config = quick(server.url());
    Client client(config);
    QSignalSpy upgraded(&server, &RawFeed::upgraded);
    client.connection.start();
    QVERIFY(upgraded.wait());
    server.raw(bytes);
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QVERIFY2(client.reasonIn(FeedPhase::Reconnecting).contains(code), qPrintable(client.reasonIn(FeedPhase::Reconnecting)));
}

void TestFeedConnection::stopsPolitely()
{
    FakeFeed server;
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    client.phases.clear();
    client.frames.clear();
    for (int i = 0; i < 50; ++i)
        server.send(tradeFrame());
    client.connection.stop();
    QCOMPARE(client.phase(), FeedPhase::Offline);
    QTRY_VERIFY(!server.hasClient());
    QCOMPARE(server.lastCloseCode(), 1000);
    QCOMPARE(client.phases, QList<FeedPhase>{FeedPhase::Offline});
    QCOMPARE(client.frames, QStringList());
    QSignalSpy said(&server, &FakeFeed::clientSaid);
    QVERIFY(!said.wait(300));
    QCOMPARE(server.connections(), 1);
}

void TestFeedConnection::stopsInEveryPhase_data()
{
    QTest::addColumn<FakeFeed::Script>("script");
    QTest::addColumn<FeedPhase>("phase");
    FakeFeed::Script script;
    script.greets = false;
    QTest::newRow("while connecting") << script << FeedPhase::Connecting;
    script = {};
    script.auth = FakeFeed::Auth::Never;
    QTest::newRow("while authenticating") << script << FeedPhase::Authenticating;
    script = {};
    script.acks = FakeFeed::Acks::None;
    QTest::newRow("while subscribing") << script << FeedPhase::Subscribing;
    script = {};
    script.auth = FakeFeed::Auth::TimedOut;
    QTest::newRow("while waiting for the next try") << script << FeedPhase::Reconnecting;
    script.auth = FakeFeed::Auth::MaxConnections;
    QTest::newRow("while replaced") << script << FeedPhase::Replaced;
}

void TestFeedConnection::stopsInEveryPhase()
{
    QFETCH(FakeFeed::Script, script);
    QFETCH(FeedPhase, phase);
    FakeFeed server;
    server.setScript(script);
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), phase);
    const int connections = server.connections();
    client.phases.clear();
    client.connection.stop();
    client.connection.stop();
    QCOMPARE(client.phases, QList<FeedPhase>{FeedPhase::Offline});
    QTRY_VERIFY(!server.hasClient()); // what was sent before the stop has arrived
    QSignalSpy said(&server, &FakeFeed::clientSaid);
    QVERIFY(!said.wait(200));
    QVERIFY(server.connections() <= connections + 1); // one may have been under way
    QCOMPARE(client.phases, QList<FeedPhase>{FeedPhase::Offline});
    QVERIFY(!server.hasClient());
}

void TestFeedConnection::stopFromWithinASlot_data()
{
    QTest::addColumn<FeedPhase>("phase");
    QTest::newRow("told that it connects") << FeedPhase::Connecting;
    QTest::newRow("told that it authenticates") << FeedPhase::Authenticating;
    QTest::newRow("told that it subscribes") << FeedPhase::Subscribing;
    QTest::newRow("told that it is live") << FeedPhase::Live;
}

void TestFeedConnection::stopFromWithinASlot()
{
    QFETCH(FeedPhase, phase);
    FakeFeed server;
    Client client(quick(server.url()));
    client.stopWhen = phase;
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Offline);
    QCOMPARE(client.phases.last(), FeedPhase::Offline);
    QCOMPARE(client.phases.count(FeedPhase::Offline), 1);
    QSignalSpy said(&server, &FakeFeed::clientSaid);
    said.wait(200); // what was sent before the stop may still arrive
    QVERIFY(!server.hasClient());
    QCOMPARE(client.phase(), FeedPhase::Offline);
}

void TestFeedConnection::startsAgainAfterAStop()
{
    FakeFeed server;
    Client client(quick(server.url()));
    for (int i = 0; i < 3; ++i) {
        client.connection.start();
        QTRY_COMPARE(client.phase(), FeedPhase::Live);
        client.connection.stop();
        QCOMPARE(client.phase(), FeedPhase::Offline);
    }
    QVERIFY(client.gaps.empty());
    QTRY_VERIFY(!server.hasClient());
}

void TestFeedConnection::retryNowDoesNotWait()
{
    FakeFeed server;
    FeedConfig config = quick(server.url());
    config.backoff = {1h, 2.0, 1h, 0.0};
    Client client(config);
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    server.dropTcp();
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    client.connection.retryNow();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
}

void TestFeedConnection::goesAwayWhileConnected()
{
    FakeFeed server;
    {
        Client client(quick(server.url()));
        client.connection.start();
        QTRY_COMPARE(client.phase(), FeedPhase::Live);
    }
    QTRY_VERIFY(!server.hasClient());
    QCOMPARE(server.lastCloseCode(), 1000);
}

void TestFeedConnection::plainAddressElsewhereIsNeverDialled()
{
    Client client(quick(QUrl(QStringLiteral("ws://192.0.2.1:9/options"))));
    client.connection.start();
    QCOMPARE(client.phase(), FeedPhase::Refused);
    QVERIFY(client.reason().contains(QLatin1String("wss://")));
}

// A server that does not speak TLS: the failure is told, and the key was never sent.
void TestFeedConnection::tlsIsAttemptedAndItsFailureTold()
{
    FakeFeed server;
    QUrl url = server.url();
    url.setScheme(QStringLiteral("wss"));
    FeedConfig config = quick(url);
    config.connectTimeout = 500ms;
    Client client(config);
    client.connection.start();
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    QVERIFY(!client.reasonIn(FeedPhase::Reconnecting).isEmpty());
    QCOMPARE(server.said(), QStringList());
}

void TestFeedConnection::certificateNobodyKnowsIsNeverAccepted()
{
    FakeFeed server(serverTls(), nullptr);
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_VERIFY(client.saw(FeedPhase::Reconnecting));
    const QString reason = client.reasonIn(FeedPhase::Reconnecting);
    QVERIFY2(reason.contains(QLatin1String("self-signed")), qPrintable(reason));
    QCOMPARE(server.said(), QStringList());
    QVERIFY(!client.saw(FeedPhase::Authenticating));
}

void TestFeedConnection::worksOverTls()
{
    const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&usual] { QSslConfiguration::setDefaultConfiguration(usual); });
    const QSslConfiguration tls = serverTls();
    QSslConfiguration trusting = usual;
    trusting.addCaCertificate(tls.localCertificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    FakeFeed server(tls, nullptr);
    Client client(quick(server.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    // The read buffer is another one here.
    const QString large = tradeFrame() + QString(1'000'000 - tradeFrame().size(), u' ');
    for (int i = 0; i < 5; ++i) {
        server.send(large, 1'000'000);
        server.send(tradeFrame());
    }
    QTRY_COMPARE(client.trades(), std::size_t(10));
    QCOMPARE(client.phase(), FeedPhase::Live);
}

void TestFeedConnection::onlyTradesOrTheLastWordEndAGap_data()
{
    QTest::addColumn<bool>("trade");
    QTest::newRow("the last confirmation, with blanks") << false;
    QTest::newRow("a trade, with blanks") << true;
}

void TestFeedConnection::onlyTradesOrTheLastWordEndAGap()
{
    QFETCH(bool, trade);
    FakeFeed feed;
    Client client(quick(feed.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    feed.setScript({.greets = false, .auth = FakeFeed::Auth::Never, .acceptedKey = {}, .acks = FakeFeed::Acks::None});
    feed.dropTcp();
    QTRY_VERIFY(feed.connections() == 2 && feed.hasClient());
    const auto say = [&](const char* word, const char* message) {
        feed.send(QStringLiteral("[ { \"ev\" : \"status\", \"status\" : \"%1\", \"message\" : \"%2\" } ]")
                      .arg(QLatin1String(word), QLatin1String(message)));
    };
    say("connected", "");
    QTRY_COMPARE(client.phase(), FeedPhase::Authenticating);
    for (const char* nonsense : {"hello", "{}", "[{\"ev\":\"T\"", "[{\"ev\":\"T\",\"sym\":\"O:A\",\"p\":-1}]", "[]"})
        feed.send(QLatin1String(nonsense));
    say("auth_success", "");
    QTRY_COMPARE(client.phase(), FeedPhase::Subscribing);
    QCOMPARE(client.gaps.size(), std::size_t(0));
    if (trade)
        feed.send(tradeFrame().replace(QLatin1Char(':'), QStringLiteral(" : ")).replace(QStringLiteral("O : "), QStringLiteral("O:")));
    else
        say("success", "subscribed to: T.*");
    QTRY_COMPARE(client.gaps.size(), std::size_t(1));
    QCOMPARE(client.phase() == FeedPhase::Live, !trade);
}

void TestFeedConnection::nonsenseDoesNotEndTheBackoff()
{
    FakeFeed feed;
    connect(&feed, &FakeFeed::subscribed, &feed, [&feed] {
        feed.send(QStringLiteral("no JSON"));
        feed.close(QWebSocketProtocol::CloseCodeNormal, QStringLiteral("bye"));
    });
    FeedConfig config = quick(feed.url());
    config.stableAfter = 60s;
    config.backoff = {50ms, 2.0, 60s, 0.0};
    Client client(config);
    domain::SystemClock clock;
    std::chrono::milliseconds longest(0);
    connect(&client.connection, &FeedConnection::statusChanged, &feed, [&](const domain::FeedStatus& status) {
        if (status.nextTry)
            longest = std::max(longest, *status.nextTry - domain::lossyToMs(clock.now()));
    });
    client.connection.start();
    QTRY_COMPARE(feed.connections(), 5);
    QVERIFY2(longest > 300ms, qPrintable(QString::number(longest.count()))); // 50, 100, 200, 400
}

void TestFeedConnection::aGapThatLastsIsToldByStop()
{
    FakeFeed feed;
    Client client(quick(feed.url()));
    client.connection.start();
    QTRY_COMPARE(client.phase(), FeedPhase::Live);
    QVERIFY(!client.connection.openGap());
    feed.setListening(false);
    feed.dropTcp();
    QTRY_VERIFY(client.connection.openGap());
    client.connection.stop();
    QCOMPARE(client.gaps.size(), std::size_t(1));
    QVERIFY(!client.gaps[0].reason.isEmpty() && client.gaps[0].from <= client.gaps[0].to);
    QVERIFY(!client.connection.openGap());
}

QTEST_GUILESS_MAIN(TestFeedConnection)
#include "tst_feedconnection.moc"

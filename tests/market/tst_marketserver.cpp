// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/time/clock.h"
#include "domain/optionsymbol.h"
#include "market/marketserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>

#include <map>
#include <memory>

using namespace flowglass;
using namespace Qt::StringLiterals;
using namespace flowglass::market;

namespace {

// A client as the provider's documentation describes one, keeping what it was sent.
class Client : public QObject
{
public:
    explicit Client(const QUrl& url)
    {
        connect(&socket, &QWebSocket::textMessageReceived, this, &Client::keep);
        socket.open(url);
    }
    void send(const char* action, const QString& params)
    {
        const QJsonObject request{{QStringLiteral("action"), QLatin1String(action)},
                                  {QStringLiteral("params"), params}};
        socket.sendTextMessage(QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact)));
    }
    void keep(const QString& frame)
    {
        const QJsonDocument document = QJsonDocument::fromJson(frame.toUtf8());
        wellFormed = wellFormed && document.isArray() && !document.array().isEmpty();
        ++frames;
        for (const QJsonValue& event : document.array()) {
            if (event[QLatin1String("ev")] == QLatin1String("status"))
                statuses << event[QLatin1String("status")].toString() + QLatin1String(": ")
                                + event[QLatin1String("message")].toString();
            else
                trades.append(event.toObject());
        }
    }
    QWebSocket socket;
    QStringList statuses;
    QList<QJsonObject> trades;
    int frames = 0;
    bool wellFormed = true;
};

const QString kConnected = QStringLiteral("connected: Connected Successfully");
const QString kAccepted = QStringLiteral("auth_success: authenticated");

} // namespace

class TestMarketServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void handshakeThenWildcard();
    void wrongKeyIsRefusedAndDropped();
    void nobodyMayWaitForEverWithItsKey();
    void subscribingComesAfterTheKey();
    void exactContractsOnly();
    void subscriptions_data();
    void subscriptions();
    void unsubscribingStopsTheTrades();
    void twoClientsSeeOneTape();
    void otherPathsAreClosed();
    void nonsenseIsIgnored();
    void slowReadersAreDropped();
    void restTellsWhatTheFeedSent();
    void restErrorsOnTheWire();
    void portsInUseAreAnError();
    void stopsWithClientsConnected();

private:
    void start(const MarketConfig& config);
    std::unique_ptr<Client> subscribed(const QString& channels);
    QByteArray get(const QString& path, int& status, const QByteArray& key = "k");

    std::unique_ptr<MarketServer> m_server;
    QNetworkAccessManager m_network;
};

void TestMarketServer::init()
{
    MarketConfig config;
    config.seed = 4;
    config.tradesPerSecond = 2'000;
    config.acceptedKey = QStringLiteral("k");
    start(config);
}

void TestMarketServer::cleanup() { m_server.reset(); }

void TestMarketServer::start(const MarketConfig& config)
{
    m_server = std::make_unique<MarketServer>(config);
    QVERIFY(m_server->start().has_value());
}

std::unique_ptr<Client> TestMarketServer::subscribed(const QString& channels)
{
    auto client = std::make_unique<Client>(m_server->feedUrl());
    [&] { QTRY_COMPARE(client->statuses, QStringList{kConnected}); }();
    client->send("auth", QStringLiteral("k"));
    [&] { QTRY_VERIFY(client->statuses.contains(kAccepted)); }();
    client->statuses.clear();
    client->send("subscribe", channels);
    return client;
}

QByteArray TestMarketServer::get(const QString& path, int& status, const QByteArray& key)
{
    QNetworkRequest request(m_server->apiUrl().resolved(QUrl(path)));
    if (!key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + key);
    std::unique_ptr<QNetworkReply> reply(m_network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!finished.wait())
        return {};
    status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

void TestMarketServer::handshakeThenWildcard()
{
    QCOMPARE(m_server->feedUrl().path(), QStringLiteral("/options"));
    QCOMPARE(m_server->feedUrl().host(), QStringLiteral("127.0.0.1"));
    const qint64 before = domain::lossyToMs(domain::SystemClock().now()).value;
    const auto client = subscribed(QStringLiteral("T.*"));
    QTRY_COMPARE(client->statuses, QStringList{QStringLiteral("success: subscribed to: T.*")});
    QTRY_VERIFY(client->trades.size() > 1'000);
    QVERIFY(client->wellFormed);
    for (const QJsonObject& trade : client->trades) {
        QCOMPARE(trade.keys(), (QStringList{QStringLiteral("c"), QStringLiteral("ev"), QStringLiteral("p"),
                                            QStringLiteral("q"), QStringLiteral("s"), QStringLiteral("sym"),
                                            QStringLiteral("t"), QStringLiteral("x")}));
        QCOMPARE(trade[QLatin1String("ev")].toString(), QStringLiteral("T"));
        QVERIFY(domain::OptionSymbol::parse(trade[QLatin1String("sym")].toString().toStdString()).has_value());
        QVERIFY(trade[QLatin1String("p")].toDouble() > 0.0);
        QVERIFY(trade[QLatin1String("s")].toInteger() >= 1);
        QVERIFY(trade[QLatin1String("x")].toInt() >= 300);
        QCOMPARE(trade[QLatin1String("c")].toArray().size(), 1);
        const qint64 now = domain::lossyToMs(domain::SystemClock().now()).value;
        const qint64 stamp = trade[QLatin1String("t")].toInteger();
        QVERIFY(stamp >= before - 2'000 && stamp <= now + 50); // real time
    }
}

void TestMarketServer::wrongKeyIsRefusedAndDropped()
{
    Client client(m_server->feedUrl());
    QSignalSpy dropped(&client.socket, &QWebSocket::disconnected);
    QTRY_COMPARE(client.statuses, QStringList{kConnected});
    client.send("auth", QStringLiteral("wrong"));
    QTRY_COMPARE(client.statuses.size(), 2);
    QCOMPARE(client.statuses.last(), QStringLiteral("auth_failed: authentication failed"));
    QTRY_COMPARE(dropped.size(), 1);
    QVERIFY(client.trades.isEmpty());
}

void TestMarketServer::nobodyMayWaitForEverWithItsKey()
{
    MarketConfig config;
    config.authTimeout = std::chrono::milliseconds(50);
    start(config);
    Client client(m_server->feedUrl());
    QSignalSpy closed(&client.socket, &QWebSocket::disconnected);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(client.statuses.last(), QStringLiteral("auth_timeout: No authentication request received."));
}

void TestMarketServer::subscribingComesAfterTheKey()
{
    Client client(m_server->feedUrl());
    QTRY_COMPARE(client.statuses, QStringList{kConnected});
    client.send("subscribe", QStringLiteral("T.*"));
    QTRY_COMPARE(client.statuses.size(), 2);
    QCOMPARE(client.statuses.last(), QStringLiteral("error: not authorized"));
    client.send("auth", QStringLiteral("k"));
    QTRY_COMPARE(client.statuses.size(), 3);
    QVERIFY(client.trades.isEmpty());
}

void TestMarketServer::exactContractsOnly()
{
    const auto all = subscribed(QStringLiteral("T.*"));
    QTRY_VERIFY(all->trades.size() > 2'000);
    std::map<QString, int> counts;
    QString busiest;
    for (const QJsonObject& trade : all->trades) {
        const QString symbol = trade[QLatin1String("sym")].toString();
        if (++counts[symbol] > counts[busiest])
            busiest = symbol;
    }
    const auto one = subscribed(QLatin1String("T.") + busiest);
    QTRY_VERIFY(one->trades.size() >= 3);
    for (const QJsonObject& trade : one->trades)
        QCOMPARE(trade[QLatin1String("sym")].toString(), busiest);
}

void TestMarketServer::subscriptions_data()
{
    QTest::addColumn<QString>("channels");
    QTest::addColumn<QStringList>("answers");
    const QString refused = QStringLiteral("error: not authorized");
    const QString done = QStringLiteral("success: subscribed to: ");
    const QString marker = QStringLiteral("T.O:NOBODY261218C00001000"); // acked: unknown tickers are
    QTest::newRow("a contract nobody knows is acked") << marker << QStringList{done + marker};
    QTest::newRow("a prefix wildcard is acked too") << "T.O:NVDA*" << QStringList{done + "T.O:NVDA*"_L1};
    QTest::newRow("each channel has its own ack") << marker + ",T.O:AAPL*"_L1
                                                  << QStringList{done + marker, done + "T.O:AAPL*"_L1};
    QTest::newRow("a topic nobody knows is passed over in silence")
        << "ZZ.NVDA,"_L1 + marker << QStringList{done + marker};
    QTest::newRow("a channel held already has no second ack")
        << marker + ","_L1 + marker << QStringList{done + marker};
    QTest::newRow("quotes are not in this plan, and no channel is named")
        << "Q.O:NVDA261218C00150000,"_L1 + marker << QStringList{refused, done + marker};
    QTest::newRow("nor are bars") << "AM.*,A.*,"_L1 + marker << QStringList{refused, refused, done + marker};
}

void TestMarketServer::subscriptions()
{
    QFETCH(QString, channels);
    const auto client = subscribed(channels);
    QFETCH(QStringList, answers);
    QTRY_COMPARE(client->statuses, answers);
    QVERIFY(client->trades.isEmpty());
}

void TestMarketServer::unsubscribingStopsTheTrades()
{
    const auto client = subscribed(QStringLiteral("T.*"));
    QTRY_VERIFY(client->trades.size() > 10);
    client->send("unsubscribe", QStringLiteral("T.*,T.O:NEVER261218C00001000"));
    QTRY_COMPARE(client->statuses.last(), QStringLiteral("success: unsubscribed to: T.*"));
    const qsizetype count = client->trades.size();
    const auto other = subscribed(QStringLiteral("T.*"));
    QTRY_VERIFY(other->trades.size() > 200);
    QCOMPARE(client->trades.size(), count);
}

void TestMarketServer::twoClientsSeeOneTape()
{
    const auto a = subscribed(QStringLiteral("T.*"));
    const auto b = subscribed(QStringLiteral("T.*"));
    QTRY_VERIFY(b->trades.size() > 500);
    const QJsonObject first = b->trades.first();
    QTRY_VERIFY(a->trades.contains(first));
    const qsizetype at = a->trades.indexOf(first);
    QTRY_VERIFY(a->trades.size() >= at + 500);
    for (qsizetype i = 0; i < 500; ++i)
        QCOMPARE(a->trades[at + i], b->trades[i]);
}

void TestMarketServer::otherPathsAreClosed()
{
    QUrl stocks = m_server->feedUrl();
    stocks.setPath(QStringLiteral("/stocks"));
    Client client(stocks);
    QSignalSpy closed(&client.socket, &QWebSocket::disconnected);
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(client.statuses.isEmpty());
}

void TestMarketServer::nonsenseIsIgnored()
{
    const auto client = subscribed(QStringLiteral("T.O:NOBODY261218C00001000"));
    for (const char* text : {"", "hello", "[]", "{}", "{\"action\":7}", "{\"action\":\"dance\",\"params\":\"T.*\"}",
                             "{\"action\":\"subscribe\"}", "{\"action\":\"subscribe\",\"params\":\",,T.,.\"}"})
        client->socket.sendTextMessage(QLatin1String(text));
    client->send("subscribe", QStringLiteral("T.*"));
    QTRY_COMPARE(client->statuses.size(), 2);
    QTRY_VERIFY(!client->trades.isEmpty());
}

void TestMarketServer::slowReadersAreDropped()
{
    MarketConfig config;
    config.tradesPerSecond = 20'000;
    config.maxUnsentBytes = 128 * 1024;
    start(config);
    // By hand, because a QWebSocket reads whenever it can: upgrade, then requests masked with zeros.
    QTcpSocket slow;
    slow.setReadBufferSize(2'048);
    slow.connectToHost(m_server->feedUrl().host(), quint16(m_server->feedUrl().port()));
    QTRY_COMPARE(slow.state(), QAbstractSocket::ConnectedState);
    QByteArray heard;
    const auto reading = connect(&slow, &QTcpSocket::readyRead, &slow, [&] { heard += slow.readAll(); });
    const auto request = [&slow](const QByteArray& text) {
        slow.write(QByteArray("\x81") + char(0x80 | text.size()) + QByteArray(4, '\0') + text);
    };
    slow.write("GET /options HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    QTRY_VERIFY(heard.contains("Connected Successfully"));
    request(R"({"action":"auth","params":"x"})");
    QTRY_VERIFY(heard.contains("auth_success"));
    request(R"({"action":"subscribe","params":"T.*"})");
    QTRY_VERIFY(heard.contains("\"ev\":\"T\""));
    disconnect(reading); // from here on it reads no more

    const auto healthy = std::make_unique<Client>(m_server->feedUrl());
    QTRY_COMPARE(healthy->statuses, QStringList{kConnected});
    healthy->send("auth", QStringLiteral("x"));
    healthy->send("subscribe", QStringLiteral("T.*"));
    QTRY_VERIFY_WITH_TIMEOUT(healthy->trades.size() > 120'000, 60'000); // some 12 MB that `slow` has not read
    QSignalSpy dropped(&slow, &QTcpSocket::disconnected);
    slow.setReadBufferSize(0); // it reads again, and finds that it has been dropped
    slow.readAll();
    QTRY_COMPARE(dropped.size(), 1);
    QCOMPARE(healthy->socket.state(), QAbstractSocket::ConnectedState);
}

void TestMarketServer::restTellsWhatTheFeedSent()
{
    const auto client = subscribed(QStringLiteral("T.*"));
    QTRY_VERIFY(client->trades.size() > 3'000);
    std::map<QString, QList<QJsonObject>> perContract;
    for (const QJsonObject& trade : client->trades) {
        const QString symbol = trade[QLatin1String("sym")].toString();
        if (symbol.startsWith(QLatin1String("O:NVDA2")))
            perContract[symbol].append(trade);
    }
    const auto busiest = std::max_element(perContract.begin(), perContract.end(), [](const auto& a, const auto& b) {
        return a.second.size() < b.second.size();
    });
    QVERIFY(busiest->second.size() > 5);

    int status = 0;
    const QJsonArray rows = QJsonDocument::fromJson(
        get(QLatin1String("/v3/trades/") + busiest->first + QLatin1String("?limit=50000"), status))
                                [QLatin1String("results")].toArray();
    QCOMPARE(status, 200);
    std::map<qint64, QJsonObject> bySequence;
    for (const QJsonValue& row : rows)
        bySequence[row[QLatin1String("sequence_number")].toInteger()] = row.toObject();
    for (const QJsonObject& trade : busiest->second) {
        const QJsonObject row = bySequence[trade[QLatin1String("q")].toInteger()];
        QCOMPARE(row[QLatin1String("price")], trade[QLatin1String("p")]);
        QCOMPARE(row[QLatin1String("size")], trade[QLatin1String("s")]);
        QCOMPARE(row[QLatin1String("exchange")], trade[QLatin1String("x")]);
        QCOMPARE(row[QLatin1String("conditions")], trade[QLatin1String("c")]);
        QCOMPARE(row[QLatin1String("sip_timestamp")].toInteger() / 1'000'000, trade[QLatin1String("t")].toInteger());
    }
    const QJsonObject snapshot = QJsonDocument::fromJson(
        get(QLatin1String("/v3/snapshot/options/NVDA/") + busiest->first, status)).object();
    QCOMPARE(status, 200);
    const QJsonValue day = snapshot[QLatin1String("results")][QLatin1String("day")];
    QVERIFY(day[QLatin1String("volume")].toInteger() > 0);
    QVERIFY(day[QLatin1String("low")].toDouble() <= day[QLatin1String("high")].toDouble());
}

void TestMarketServer::restErrorsOnTheWire()
{
    int status = 0;
    QVERIFY(get(QStringLiteral("/v3/reference/exchanges"), status, QByteArray()).contains("API Key was not provided"));
    QCOMPARE(status, 401);
    QVERIFY(get(QStringLiteral("/v3/reference/exchanges"), status, "wrong").contains("Unknown API Key"));
    QCOMPARE(status, 401);
    QVERIFY(get(QStringLiteral("/v3/reference/options/contracts/O:NONE"), status).contains("NOT_FOUND"));
    QCOMPARE(status, 404);
    QCOMPARE(get(QStringLiteral("/elsewhere"), status), QByteArray("404 page not found"));
    QCOMPARE(status, 404);
    get(QStringLiteral("/v3/reference/options/contracts?limit=-1"), status);
    QCOMPARE(status, 400);
    get(QStringLiteral("/v3/reference/conditions?apiKey=k"), status, QByteArray());
    QCOMPARE(status, 200);
    get(QStringLiteral("/v3/reference/options/contracts/O%3ANONE?apiKey=k"), status, QByteArray());
    QCOMPARE(status, 404);
}

void TestMarketServer::portsInUseAreAnError()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    for (const bool feed : {true, false}) {
        MarketConfig config;
        (feed ? config.port : config.apiPort) = other.serverPort();
        MarketServer server(config);
        const auto started = server.start();
        QVERIFY(!started.has_value());
        QVERIFY(started.error().code == domain::Error::Code::Unreachable);
        QVERIFY(!started.error().text.isEmpty());
        server.stop();
    }
}

void TestMarketServer::stopsWithClientsConnected()
{
    const auto client = subscribed(QStringLiteral("T.*"));
    QTRY_VERIFY(!client->trades.isEmpty());
    QElapsedTimer timer;
    timer.start();
    m_server->stop();
    QVERIFY(timer.elapsed() < 1'000);
    m_server->stop(); // and once more is nothing
    QTRY_COMPARE(client->socket.state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestMarketServer)
#include "tst_marketserver.moc"

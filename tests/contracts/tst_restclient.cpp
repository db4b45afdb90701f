// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/apierror.h"
#include "contracts/restcall.h"
#include "contracts/restclient.h"
#include "support/fakeapi.h"
#include "support/fakeclock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

using namespace flowglass;
using namespace flowglass::contracts;
using namespace std::chrono_literals;
using domain::Error;
using test::FakeApi;

namespace {

const QString kKey = QStringLiteral("s3cret+Key/42=");
const QString kPath = QStringLiteral("/v3/reference/options/contracts/O:NVDA261218C00150000");

// Collects the answers of one call.
struct Listener : QObject
{
    std::vector<RestAnswer> answers;
    explicit Listener(RestCall* call)
    {
        connect(call, &RestCall::finished, this,
                [this](const RestAnswer& answer) { answers.push_back(answer); });
    }
    bool done() const { return !answers.empty(); }
};

} // namespace

class TestRestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsTheProviderWantsIt();
    void answersWithTheBody_data();
    void answersWithTheBody();
    void mapsFaultsToErrors_data();
    void mapsFaultsToErrors();
    void reachesNobody();
    void endsAtTheDeadlineWhateverTheServerDoes_data();
    void endsAtTheDeadlineWhateverTheServerDoes();
    void refusesAnEndlessBody();
    void followsRedirectsOfItsOwnOrigin();
    void givesTheKeyToNobodyElse_data();
    void givesTheKeyToNobodyElse();
    void stopsRedirectLoops();
    void asksNobodyInClear_data();
    void asksNobodyInClear();
    void neverTalksToAnUnknownCertificate();
    void sendsNoKeyItCannotSend_data();
    void sendsNoKeyItCannotSend();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void scrubsTheKeyFromWhatTheProviderSays();
    void saysNothingAfterAbort();
    void isDestroyedQuicklyWithCallsInFlight();

private:
    RestConfig configFor(const QUrl& base) const
    {
        RestConfig config;
        config.base = base;
        return config;
    }

    test::FakeClock m_clock;
};

void TestRestClient::asksAsTheProviderWantsIt()
{
    FakeApi api;
    api.setHandler(&FakeApi::anyContract);
    for (const QString& suffix :
         {QString(), QStringLiteral("/"), QStringLiteral("/proxy"), QStringLiteral("/proxy/")}) {
        RestClient client(configFor(QUrl(api.url().toString() + suffix)), kKey, m_clock);
        Listener listener(client.get(kPath, QUrlQuery(QStringLiteral("as_of=2026-12-18")), 5s));
        QVERIFY(!listener.done());
        QTRY_VERIFY(listener.done());
        const FakeApi::Request request = api.requests().last();
        QVERIFY(request.raw.startsWith("GET "));
        const QByteArray prefix = suffix.startsWith(QLatin1String("/proxy")) ? "/proxy" : "";
        QCOMPARE(request.path, prefix + kPath.toLatin1()); // with a literal colon
        QCOMPARE(request.query, QByteArray("as_of=2026-12-18"));
        QCOMPARE(request.headers.value("authorization"), "Bearer " + kKey.toLatin1());
        QCOMPARE(request.headers.value("accept"), QByteArray("application/json"));
        QVERIFY(request.headers.value("user-agent").startsWith("Flowglass/"));
        QVERIFY(!request.headers.contains("cookie"));
        QVERIFY(!request.path.contains("cret") && !request.query.contains("cret"));
    }
}

void TestRestClient::answersWithTheBody_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("in one piece") << int(FakeApi::Mode::Whole) << QByteArray("application/json");
    QTest::newRow("byte by byte, within the deadline")
        << int(FakeApi::Mode::Trickles) << QByteArray("application/json");
    QTest::newRow("ended by the connection")
        << int(FakeApi::Mode::WithoutLength) << QByteArray("application/json");
    QTest::newRow("with the wrong content type") << int(FakeApi::Mode::Whole) << QByteArray("image/png");
}

void TestRestClient::answersWithTheBody()
{
    QFETCH(int, mode);
    QFETCH(QByteArray, type);
    FakeApi api;
    FakeApi::Answer scripted = FakeApi::fault(FakeApi::Mode(mode), R"({"results":{}})");
    scripted.headers = {{"Content-Type", type}};
    api.always(kPath.toLatin1(), scripted);
    RestClient client(configFor(api.url()), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QVERIFY(listener.answers[0].body);
    QCOMPARE(*listener.answers[0].body, QByteArray(R"({"results":{}})"));
    QCOMPARE(listener.answers[0].httpStatus, 200);
    QCOMPARE(listener.answers[0].requestsSent, 1);
}

void TestRestClient::mapsFaultsToErrors_data()
{
    QTest::addColumn<FakeApi::Answer>("scripted");
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    const auto plain = [](int status, const QByteArray& body) { return FakeApi::json(body, status); };
    QTest::newRow("400") << plain(400, R"({"status":"ERROR","error":"bad strike"})") << Error::Code::BadAnswer
                         << 400 << "bad strike";
    QTest::newRow("401, unknown key") << plain(401, R"({"status":"ERROR","error":"Unknown API Key"})")
                                      << Error::Code::BadKey << 401 << "Unknown API Key";
    QTest::newRow("403, not in the plan")
        << plain(403, R"({"status":"NOT_AUTHORIZED","message":"You are not entitled to this data."})")
        << Error::Code::NotInPlan << 403 << "You are not entitled";
    QTest::newRow("404, unknown contract")
        << plain(404, R"({"status":"NOT_FOUND","message":"Option Ticker not found."})")
        << Error::Code::NotFound << 404 << "Option Ticker not found.";
    QTest::newRow("404 in plain text")
        << plain(404, "404 page not found") << Error::Code::NotFound << 404 << "";
    QTest::newRow("404 although the status member says OK")
        << plain(404, R"({"status":"OK"})") << Error::Code::NotFound << 404 << "";
    QTest::newRow("429") << FakeApi::tooMany() << Error::Code::RateLimited << 429
                         << "exceeded the maximum requests";
    for (const int status : {402, 405, 406, 408, 409, 410, 413, 414, 415, 422, 431, 451, 499})
        QTest::addRow("%d", status) << plain(status, "{}") << Error::Code::BadAnswer << status
                                    << QStringLiteral("HTTP %1").arg(status);
    for (const int status : {501, 504, 505, 507, 511, 520, 599})
        QTest::addRow("%d", status) << plain(status, "") << Error::Code::ServerError << status
                                    << QStringLiteral("HTTP %1").arg(status);
    QTest::newRow("500") << plain(500, "{}") << Error::Code::ServerError << 500 << "HTTP 500";
    QTest::newRow("502 as HTML") << FakeApi::html(502) << Error::Code::ServerError << 502 << "HTTP 502";
    QTest::newRow("503 without a body") << plain(503, "") << Error::Code::ServerError << 503 << "HTTP 503";
    QTest::newRow("a redirect without a target")
        << plain(302, "") << Error::Code::BadAnswer << 302 << "HTTP 302";
    QTest::newRow("304 that nobody asked for")
        << plain(304, "") << Error::Code::BadAnswer << 304 << "HTTP 304";
    QTest::newRow("a body cut short")
        << FakeApi::fault(FakeApi::Mode::Truncates, R"({"results":{"ticker":"O:X"}})")
        << Error::Code::Unreachable << 200 << "";
    QTest::newRow("closed at once") << FakeApi::fault(FakeApi::Mode::ClosesAtOnce) << Error::Code::Unreachable
                                    << 0 << "";
}

void TestRestClient::mapsFaultsToErrors()
{
    QFETCH(FakeApi::Answer, scripted);
    QFETCH(Error::Code, code);
    QFETCH(int, status);
    QFETCH(QString, says);
    FakeApi api;
    api.always(kPath.toLatin1(), scripted);
    RestClient client(configFor(api.url()), kKey, m_clock);
    QPointer<RestCall> call = client.get(kPath, {}, 5s);
    Listener listener(call);
    QTRY_VERIFY(listener.done());
    const RestAnswer& answer = listener.answers[0];
    QVERIFY(!answer.body);
    QCOMPARE(answer.body.error().code, code);
    QCOMPARE(answer.httpStatus, status);
    QVERIFY2(answer.body.error().text.contains(says), qPrintable(answer.body.error().text));
    QVERIFY(!answer.body.error().text.isEmpty());
    QTRY_VERIFY(!call); // deletes itself
    QCOMPARE(listener.answers.size(), std::size_t(1));
}

void TestRestClient::reachesNobody()
{
    QUrl nobody;
    {
        FakeApi gone;
        nobody = gone.url();
    }
    RestClient client(configFor(nobody), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QCOMPARE(listener.answers[0].body.error().code, Error::Code::Unreachable);
    QCOMPARE(listener.answers[0].httpStatus, 0);
}

void TestRestClient::endsAtTheDeadlineWhateverTheServerDoes_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("never answers") << int(FakeApi::Mode::NeverAnswers);
    QTest::newRow("hangs after the headers") << int(FakeApi::Mode::HangsAfterHeaders);
    QTest::newRow("trickles a byte at a time") << int(FakeApi::Mode::Trickles);
}

void TestRestClient::endsAtTheDeadlineWhateverTheServerDoes()
{
    QFETCH(int, mode);
    FakeApi api;
    api.trickleMs = 20;
    api.always(kPath.toLatin1(), FakeApi::fault(FakeApi::Mode(mode), QByteArray(5000, ' ')));
    RestClient client(configFor(api.url()), kKey, m_clock);
    QElapsedTimer timer;
    timer.start();
    Listener listener(client.get(kPath, {}, 300ms));
    QTRY_VERIFY(listener.done());
    QVERIFY2(timer.elapsed() >= 299 && timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(listener.answers[0].body.error().code, Error::Code::TimedOut);
    QVERIFY(listener.answers[0].body.error().text.contains(QLatin1String("0.3 s")));
    QTRY_COMPARE(api.open(), 0); // the connection is let go
}

void TestRestClient::refusesAnEndlessBody()
{
    FakeApi api;
    api.always(kPath.toLatin1(), FakeApi::json(QByteArray(3'000'000, 'x')));
    RestConfig config = configFor(api.url());
    config.maxAnswerBytes = 100'000;
    RestClient client(config, kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QCOMPARE(listener.answers[0].body.error().code, Error::Code::BadAnswer);
}

void TestRestClient::followsRedirectsOfItsOwnOrigin()
{
    FakeApi api;
    api.once(kPath.toLatin1(), FakeApi::redirect(QUrl(QStringLiteral("/moved/here?x=1")), 301));
    api.once("/moved/here", FakeApi::redirect(QUrl(api.url().toString() + QStringLiteral("/there")), 307));
    api.always("/there", FakeApi::json(R"({"results":{"ok":true}})"));
    RestClient client(configFor(api.url()), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QVERIFY(listener.answers[0].body);
    QCOMPARE(listener.answers[0].requestsSent, 3); // for the rate limit
    QCOMPARE(api.requests().size(), 3);
    for (const FakeApi::Request& request : api.requests())
        QCOMPARE(request.headers.value("authorization"), "Bearer " + kKey.toLatin1());
}

void TestRestClient::givesTheKeyToNobodyElse_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("scheme");
    QTest::newRow("another port") << QStringLiteral("127.0.0.1") << QStringLiteral("http");
    QTest::newRow("another name of the same machine")
        << QStringLiteral("localhost") << QStringLiteral("http");
    QTest::newRow("another scheme") << QStringLiteral("127.0.0.1") << QStringLiteral("https");
    QTest::newRow("a file") << QString() << QStringLiteral("file");
}

void TestRestClient::givesTheKeyToNobodyElse()
{
    QFETCH(QString, host);
    QFETCH(QString, scheme);
    FakeApi api;
    FakeApi other;
    other.setHandler([](const FakeApi::Request&) { return FakeApi::json("{}"); });
    QUrl target = other.url();
    target.setScheme(scheme);
    target.setHost(host);
    target.setPath(QStringLiteral("/steal"));
    api.always(kPath.toLatin1(), FakeApi::redirect(target, 308));
    RestClient client(configFor(api.url()), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QCOMPARE(listener.answers[0].body.error().code, Error::Code::BadAnswer);
    QCOMPARE(other.requests().size(), 0); // not even without the key
    QCOMPARE(api.requests().size(), 1);
}

void TestRestClient::stopsRedirectLoops()
{
    FakeApi api;
    api.setHandler([](const FakeApi::Request&) { return FakeApi::redirect(QUrl(QStringLiteral("/again"))); });
    RestClient client(configFor(api.url()), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QCOMPARE(listener.answers[0].body.error().code, Error::Code::BadAnswer);
    QCOMPARE(api.requests().size(), 5);
}

void TestRestClient::asksNobodyInClear_data()
{
    QTest::addColumn<QString>("base");
    QTest::newRow("plain http to the provider") << QStringLiteral("http://api.example");
    QTest::newRow("plain http to another machine near by") << QStringLiteral("http://192.168.0.7:8080");
    QTest::newRow("a name that only begins like this machine") << QStringLiteral("http://localhost.example");
    QTest::newRow("another protocol") << QStringLiteral("ftp://api.example");
}

void TestRestClient::asksNobodyInClear()
{
    QFETCH(QString, base);
    RestClient client(configFor(QUrl(base)), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QVERIFY(!listener.done()); // never from inside get()
    QTRY_VERIFY(listener.done());
    QCOMPARE(listener.answers[0].body.error(), plainAddressError());
    QCOMPARE(listener.answers[0].requestsSent, 0);
}

// Signed by itself: the handshake ends before anything is said.
void TestRestClient::neverTalksToAnUnknownCertificate()
{
    QFile file(QFINDTESTDATA("../feed/loopback.pem"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pem = file.readAll();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(pem));
    tls.setPrivateKey(QSslKey(pem, QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray heard;
    int tried = 0;
    connect(&server, &QSslServer::startedEncryptionHandshake, this, [&tried] { ++tried; });
    connect(&server, &QSslServer::pendingConnectionAvailable, this, [&server, &heard] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &heard] { heard += socket->readAll(); });
    });
    const QString base = QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort());
    RestClient client(configFor(QUrl(base)), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QCOMPARE(tried, 1);
    QVERIFY(!listener.answers[0].body);
    QCOMPARE(listener.answers[0].body.error().code, Error::Code::Unreachable);
    QVERIFY2(listener.answers[0].body.error().text.contains(QLatin1String("certificate")),
             qPrintable(listener.answers[0].body.error().text));
    QCOMPARE(heard, QByteArray());
}

void TestRestClient::sendsNoKeyItCannotSend_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("no key, as on the demo market") << QString();
    QTest::newRow("a key of spaces") << QStringLiteral("   ");
    QTest::newRow("a key that would smuggle in a header") << QStringLiteral("abc\r\nX-Evil: 1");
    QTest::newRow("a key that is no ASCII") << QStringLiteral("schlüssel");
}

void TestRestClient::sendsNoKeyItCannotSend()
{
    QFETCH(QString, key);
    FakeApi api;
    api.setHandler(&FakeApi::anyContract);
    RestClient client(configFor(api.url()), key, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QVERIFY(listener.answers[0].body);
    QVERIFY(!api.requests().first().headers.contains("authorization"));
    QVERIFY(!api.requests().first().headers.contains("x-evil"));
}

void TestRestClient::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("ms"); // -1: none
    QTest::newRow("seconds") << QByteArray("7") << qint64(7'000);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("negative") << QByteArray("-3") << qint64(-1);
    QTest::newRow("a date in the future") << QByteArray("Fri, 20 Nov 2026 15:00:30 GMT") << qint64(30'000);
    QTest::newRow("a date in the past") << QByteArray("Fri, 20 Nov 2026 14:00:00 GMT") << qint64(0);
    QTest::newRow("a day of another age")
        << QByteArray("Fri, 20 Nov 2099 15:00:00 GMT") << qint64(86'400'000);
    QTest::newRow("more seconds than a day") << QByteArray("99999999999") << qint64(86'400'000);
    QTest::newRow("a number beyond 64 bits") << QByteArray("99999999999999999999999") << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    QTest::newRow("no header") << QByteArray() << qint64(-1);
}

void TestRestClient::readsRetryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, ms);
    FakeApi api;
    api.always(kPath.toLatin1(), FakeApi::tooMany(header));
    RestClient client(configFor(api.url()), kKey, m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    QCOMPARE(listener.answers[0].retryAfter.value_or(-1ms).count(), ms);
}

void TestRestClient::scrubsTheKeyFromWhatTheProviderSays()
{
    FakeApi api;
    const QByteArray encoded = QUrl::toPercentEncoding(kKey);
    api.always(kPath.toLatin1(), FakeApi::json(R"({"error":"Unknown API Key )" + kKey.toLatin1() +
                                                   " at /x?apiKey=" + encoded + R"("})",
                                               401));
    RestClient client(configFor(api.url()), QStringLiteral(" ") + kKey + QStringLiteral("\n"), m_clock);
    Listener listener(client.get(kPath, {}, 5s));
    QTRY_VERIFY(listener.done());
    const Error error = listener.answers[0].body.error();
    QVERIFY(error.text.contains(QLatin1String("Unknown API Key [key] at /x?apiKey=[key]")));
    for (const QString& text : {error.text, error.detail}) {
        QVERIFY(!text.contains(kKey));
        QVERIFY(!text.contains(QString::fromLatin1(encoded)));
    }
}

void TestRestClient::saysNothingAfterAbort()
{
    FakeApi api;
    api.setHandler(&FakeApi::anyContract);
    RestClient client(configFor(api.url()), kKey, m_clock);
    QPointer<RestCall> before = client.get(kPath, {}, 50ms);
    Listener early(before);
    before->abort();
    QPointer<RestCall> during = client.get(kPath, {}, 50ms);
    Listener late(during);
    QSignalSpy asked(&api, &FakeApi::requested);
    QVERIFY(asked.wait());
    during->abort();
    Listener after(client.get(kPath, {}, 5s));
    QTRY_VERIFY(after.done());
    QTRY_VERIFY(!before && !during);
    QVERIFY(!early.done());
    QVERIFY(!late.done());
}

void TestRestClient::isDestroyedQuicklyWithCallsInFlight()
{
    FakeApi api;
    api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    auto client = std::make_unique<RestClient>(configFor(api.url()), kKey, m_clock);
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 4; ++i)
        listeners.push_back(std::make_unique<Listener>(client->get(kPath, {}, 10s)));
    QTRY_COMPARE(api.open(), 4);
    QElapsedTimer timer;
    timer.start();
    client.reset();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE(api.open(), 0);
    for (const auto& listener : listeners)
        QVERIFY(!listener->done());
}

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"

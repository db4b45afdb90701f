// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "settings/serviceurl.h"

using namespace flowglass;
using namespace flowglass::settings;

class TestServiceUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void slashesAtTheEndOfAnApiAreDropped();
};

void TestServiceUrl::addresses_data()
{
    QTest::addColumn<bool>("feed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* name, bool feed, const char* text, bool accepted) {
        QTest::newRow(name) << feed << QString::fromUtf8(text) << accepted;
    };
    row("an encrypted feed", true, "wss://socket.example.com/options", true);
    row("an encrypted API", false, "https://api.example.com", true);
    row("spaces around it", true, "  wss://socket.example.com/options ", true);
    row("a plain feed on 127.0.0.1", true, "ws://127.0.0.1:9001/options", true);
    row("a plain feed on localhost", true, "ws://localhost:9001/options", true);
    row("a plain feed on ::1", true, "ws://[::1]:9001/options", true);
    row("a plain API on another loopback address", false, "http://127.8.9.1:80", true);
    row("a plain feed elsewhere", true, "ws://socket.example.com/options", false);
    row("a plain API elsewhere", false, "http://10.0.0.1", false);
    row("a host that only looks like loopback", true, "ws://127.0.0.1.example.com/options", false);
    row("a host that only starts like localhost", true, "ws://localhost.example.com/options", false);
    row("an API address as feed", true, "https://api.example.com", false);
    row("a feed address as API", false, "wss://socket.example.com", false);
    row("a file", false, "file:///tmp/x", false);
    row("a key in the address", false, "https://api.example.com?apiKey=abc", false);
    row("a user in the address", true, "wss://me:secret@socket.example.com/options", false);
    row("a fragment in the address", true, "wss://socket.example.com/options#x", false);
    row("nothing", true, "", false);
    row("a bare host", true, "socket.example.com", false);
    row("no host", true, "wss:///options", false);
    row("spaces inside", true, "wss://socket example/options", false);
}

void TestServiceUrl::addresses()
{
    QFETCH(bool, feed);
    QFETCH(QString, text);
    QFETCH(bool, accepted);
    const auto url = feed ? parseFeedUrl(text) : parseApiUrl(text);
    QCOMPARE(url.has_value(), accepted);
    if (accepted)
        return;
    QVERIFY(!url.error().text.isEmpty());
    const QString told = url.error().text + url.error().detail;
    for (const char* secret : {"abc", "secret"})
        QVERIFY(!told.contains(QLatin1String(secret)));
}

void TestServiceUrl::slashesAtTheEndOfAnApiAreDropped()
{
    QCOMPARE(parseApiUrl(QStringLiteral("https://api.example.com//")).value().toString(),
             QStringLiteral("https://api.example.com"));
    QCOMPARE(parseApiUrl(QStringLiteral("https://api.example.com/v/")).value().toString(),
             QStringLiteral("https://api.example.com/v"));
    QCOMPARE(parseFeedUrl(QStringLiteral("wss://socket.example.com/options")).value().path(),
             QStringLiteral("/options"));
}

QTEST_GUILESS_MAIN(TestServiceUrl)
#include "tst_serviceurl.moc"

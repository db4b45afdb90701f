// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/feedurl.h"

class TestFeedUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyNeverTravelsInTheClear_data();
    void keyNeverTravelsInTheClear();
};

void TestFeedUrl::keyNeverTravelsInTheClear_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char* name, const char* url, bool allowed) {
        QTest::newRow(name) << QString::fromLatin1(url) << allowed;
    };
    row("the provider, encrypted", "wss://socket.massive.com/options", true);
    row("encrypted with a port", "wss://example.org:8443/options", true);
    row("upper-case scheme", "WSS://socket.massive.com/options", true);
    row("plain to 127.0.0.1", "ws://127.0.0.1:9001/options", true);
    row("plain to another loopback address", "ws://127.0.0.2:9001/options", true);
    row("plain to localhost", "ws://localhost:9001/options", true);
    row("plain to LOCALHOST", "ws://LOCALHOST:9001/options", true);
    row("plain to ::1", "ws://[::1]:9001/options", true);
    row("plain to the provider", "ws://socket.massive.com/options", false);
    row("plain to the local network", "ws://192.168.1.2:9001/options", false);
    row("plain to any address", "ws://0.0.0.0:9001/options", false);
    row("a host that only begins like loopback", "ws://localhost.example.org/options", false);
    row("a host that only looks like a loopback address", "ws://127.0.0.1.example.org/options", false);
    row("http", "http://127.0.0.1/options", false);
    row("https", "https://socket.massive.com/options", false);
    row("a user name in it", "wss://user@socket.massive.com/options", false);
    row("a password in it", "wss://user:secret@socket.massive.com/options", false);
    row("no host", "wss:///options", false);
    row("no scheme", "socket.massive.com/options", false);
    row("nothing", "", false);
}

void TestFeedUrl::keyNeverTravelsInTheClear()
{
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    QCOMPARE(flowglass::feed::isAllowedUrl(QUrl(url)), allowed);
}

QTEST_GUILESS_MAIN(TestFeedUrl)
#include "tst_feedurl.moc"

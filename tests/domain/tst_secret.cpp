// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/text/secret.h"

#include <QUrl>

using namespace flowglass::domain;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isBlottedOut_data();
    void isBlottedOut();
};

void TestSecret::isBlottedOut_data()
{
    const QString key = QStringLiteral("aB3/x+Y=z_9 q");
    const QByteArray bytes = key.toUtf8();
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& text, const char* expected) {
        QTest::newRow(name) << text << QString::fromLatin1(expected);
    };
    row("plain", QStringLiteral("no ") + key + QStringLiteral(", ") + key, "no ***, ***");
    row("in another case", key.toUpper(), "***");
    row("percent-encoded", QStringLiteral("?apiKey=") + QString::fromLatin1(QUrl::toPercentEncoding(key)),
        "?apiKey=***");
    row("percent-encoded in small letters",
        QString::fromLatin1(QUrl::toPercentEncoding(key)).replace(QStringLiteral("%2F"), QStringLiteral("%2f")),
        "***");
    row("base64", QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)), "***");
    row("base64 for addresses",
        QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)), "***");
    row("escaped as in JSON", QStringLiteral(R"("no \u0061\u0042\u0033\u002f\u0078\u002B\u0059=z_9 q!")"), R"("no ***!")");
    row("a slash escaped", QStringLiteral(R"(aB3\/x+Y=z_9 q, aB3\/x+Y=z_9 q)"), "***, ***");
    row("escaped twice", QStringLiteral(R"({\"a\":\"\\u0061B3\\/x+Y=z_9 q\"})"), R"({\"a\":\"***\"})");
    row("percent-encoded, then escaped", QStringLiteral(R"(\u0061B3%2\u0046x%2BY%3Dz_9%20q)"), "***");
    QString letters = QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
    row("base64 with letters escaped", letters.replace(QLatin1Char('Q'), QStringLiteral("\\u0051")), "***");
    QVERIFY(letters.contains(QLatin1Char('\\')));
    row("other escapes", QStringLiteral(R"(C:\users\u00g1 \u12 \n\")"), R"(C:\users\u00g1 \u12 \n\")");
    row("a backslash at the end", QStringLiteral(R"(aB3\)"), R"(aB3\)");
    row("nothing of the kind", QStringLiteral("all is well"), "all is well");
    // Behind it something else: only what the last byte of the key shares with it is left.
    const QString basic = QString::fromLatin1(QByteArray(bytes + ':').toBase64());
    row("as a user name", basic, qPrintable(QStringLiteral("***") + basic.mid(bytes.size() / 3 * 4)));
}

void TestSecret::isBlottedOut()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(withoutSecret(text, QStringLiteral("aB3/x+Y=z_9 q")), expected);
    QCOMPARE(withoutSecret(text, QString()), text);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"

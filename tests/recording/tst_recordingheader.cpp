// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/recordingfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace flowglass;
using namespace flowglass::recording;

class TestRecordingHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack();
    void hasTheFixedKeys();
    void optionalKeysMayBeMissing();
    void timesThatCannotBeAreLeftOut_data();
    void timesThatCannotBeAreLeftOut();
    void otherLinesAreRefused_data();
    void otherLinesAreRefused();
};

void TestRecordingHeader::comesBack()
{
    const RecordingHeader header = fixture::header();
    const QByteArray line = headerLine(header);
    QVERIFY(!line.contains('\n'));
    const domain::Result<RecordingHeader> parsed = parseHeaderLine(line);
    QVERIFY(parsed);
    QVERIFY(*parsed == header);
}

void TestRecordingHeader::hasTheFixedKeys()
{
    const QJsonObject line = QJsonDocument::fromJson(headerLine(fixture::header())).object();
    QCOMPARE(line.value(QLatin1String("flowglass_recording")).toInt(), 1);
    QCOMPARE(line.value(QLatin1String("created_utc")).toString(), QStringLiteral("2026-11-20T15:00:00.000Z"));
    QCOMPARE(line.value(QLatin1String("source")).toString(), QStringLiteral("demo seed 1"));
    QCOMPARE(line.value(QLatin1String("feed")).toString(), QStringLiteral("demo"));
    QVERIFY(line.value(QLatin1String("underlyings")).isArray());
}

void TestRecordingHeader::optionalKeysMayBeMissing()
{
    const domain::Result<RecordingHeader> parsed = parseHeaderLine(
        R"({"flowglass_recording":1,"created_utc":"2026-11-20T15:00:00Z","source":"s","feed":"f","underlyings":["*"]})");
    QVERIFY(parsed);
    QCOMPARE(parsed->created.value, 1'795'186'800'000'000'000);
    QCOMPARE(parsed->underlyings, QStringList{QStringLiteral("*")});
    QVERIFY(!parsed->sensitivity);
    QVERIFY(parsed->version.isEmpty());
}

void TestRecordingHeader::timesThatCannotBeAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::newRow("no time") << QByteArray("\"soon\"");
    QTest::newRow("a number") << QByteArray("17");
    QTest::newRow("beyond what nanoseconds hold") << QByteArray("\"9999-12-31T23:59:59Z\"");
    QTest::newRow("before the epoch") << QByteArray("\"1066-10-14T09:00:00Z\"");
}

void TestRecordingHeader::timesThatCannotBeAreLeftOut()
{
    QFETCH(QByteArray, time);
    QByteArray line(R"({"flowglass_recording":1,"source":"s","created_utc":)");
    line += time;
    line += '}';
    const domain::Result<RecordingHeader> parsed = parseHeaderLine(line);
    QVERIFY(parsed);
    QCOMPARE(parsed->created.value, 0);
    QCOMPARE(parsed->source, QStringLiteral("s"));
}

void TestRecordingHeader::otherLinesAreRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("not a recording");
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << QStringLiteral("not a recording");
    QTest::newRow("an entry") << QByteArray("17\t[]") << QStringLiteral("not a recording");
    QTest::newRow("a later format") << QByteArray("{\"flowglass_recording\":2}")
                                    << QStringLiteral("newer version");
}

void TestRecordingHeader::otherLinesAreRefused()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, says);
    const domain::Result<RecordingHeader> parsed = parseHeaderLine(line);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, domain::Error::Code::Unreadable);
    QVERIFY2(parsed.error().text.contains(says), qPrintable(parsed.error().text));
}

QTEST_GUILESS_MAIN(TestRecordingHeader)
#include "tst_recordingheader.moc"

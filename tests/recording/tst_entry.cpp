// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "recording/entry.h"

using namespace flowglass;
using namespace flowglass::recording;

class TestEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesComeBackExactly_data();
    void framesComeBackExactly();
    void framesLookAsTheFormatSays();
    void eventsComeBack();
    void otherLinesAreNoEntries_data();
    void otherLinesAreNoEntries();
};

void TestEntry::framesComeBackExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a trade") << QStringLiteral(R"([{"ev":"T","sym":"O:NVDA261218C00150000","p":2.35}])");
    QTest::newRow("empty") << QString();
    QTest::newRow("line breaks") << QStringLiteral("[\r\n  {}\n]\r");
    QTest::newRow("backslashes alone stay as they are") << QStringLiteral(R"(["\n","\\","\"])");
    QTest::newRow("backslashes beside a line break") << QStringLiteral("\\n\n\\\\\r\\");
    QTest::newRow("tabs and a tilde") << QStringLiteral("~\t~\t");
    QTest::newRow("beyond ASCII") << QStringLiteral("Zürich 東京 \U0001F4C8 \u2028");
    QTest::newRow("a byte order mark") << QStringLiteral("\uFEFF[]");
    QTest::newRow("a byte order mark and a line break") << QStringLiteral("\uFEFF[\n]");
    QTest::newRow("a zero byte") << QString::fromUtf8(QByteArray("a\0b", 3));
    QTest::newRow("like an event") << QStringLiteral("#1\tgap\t{}");
}

void TestEntry::framesComeBackExactly()
{
    QFETCH(QString, text);
    const domain::UnixNs received{1'795'186'800'123'456'789};
    QByteArray line;
    appendLine(line, text, received);
    QVERIFY(line.endsWith('\n'));
    line.chop(1);
    QVERIFY(!line.contains('\n'));
    QCOMPARE(lineTime(line), received);
    const std::optional<Entry> entry = parseLine(line);
    QVERIFY(entry);
    QVERIFY((*entry == Entry(FrameEntry{received, text})));
}

void TestEntry::framesLookAsTheFormatSays()
{
    QByteArray lines;
    appendLine(lines, u"[{\"a\":\"\\n\"}]", {17});
    appendLine(lines, u"[\n\\]\r", {18});
    QCOMPARE(lines, QByteArray("17\t[{\"a\":\"\\n\"}]\n"
                               "18~\t[\\n\\\\]\\r\n"));
}

void TestEntry::eventsComeBack()
{
    const EventEntry gap{{1'795'186'800'000'000'001},
                         QStringLiteral("gap"),
                         {{QStringLiteral("from_ms"), qint64(1'795'186'700'000)},
                          {QStringLiteral("reason"), QStringLiteral("line\nbreak, tab\t, Übertragung")}}};
    QByteArray line;
    appendLine(line, gap);
    QCOMPARE(line.count('\n'), 1);
    line.chop(1);
    QVERIFY(isEventLine(line));
    QCOMPARE(lineTime(line), gap.time);
    const std::optional<Entry> entry = parseLine(line);
    QVERIFY(entry);
    QVERIFY(*entry == Entry(gap));
}

void TestEntry::otherLinesAreNoEntries_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no time") << QByteArray("\t[]");
    QTest::newRow("no tab") << QByteArray("17");
    QTest::newRow("a blank for the tab") << QByteArray("17 []");
    QTest::newRow("a time below zero") << QByteArray("-17\t[]");
    QTest::newRow("a time beyond 64 bits") << QByteArray("99999999999999999999\t[]");
    QTest::newRow("a header") << QByteArray("{\"flowglass_recording\":1}");
    QTest::newRow("a comment") << QByteArray("# made by hand");
    QTest::newRow("an unknown escape") << QByteArray("17~\t\\t");
    QTest::newRow("half an escape") << QByteArray("17~\t\\");
    QTest::newRow("an event without a kind") << QByteArray("#17\t\t{}");
    QTest::newRow("an event without data") << QByteArray("#17\tgap");
    QTest::newRow("an event whose data is no object") << QByteArray("#17\tgap\t[]");
    QTest::newRow("an event with a tilde") << QByteArray("#17~\tgap\t{}");
}

void TestEntry::otherLinesAreNoEntries()
{
    QFETCH(QByteArray, line);
    QVERIFY(!parseLine(line));
}

QTEST_GUILESS_MAIN(TestEntry)
#include "tst_entry.moc"

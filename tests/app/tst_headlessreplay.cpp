// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "program.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>

using namespace flowglass::test;

// Recording and replaying as others do it: two runs of the program, and what they print.
class TstHeadlessReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aReplayPrintsTheSameLines();
    void theManifestNamesFileAndHash();
    void aTornRecordingIsZeroWithAWarning();
    void anUnreadableInputIsFour_data();
    void anUnreadableInputIsFour();
    void anExistingFileIsNeverOverwritten();
    void anotherSensitivityJudgesAnew();
    void aSignalEndsAReplay();
    void aFlatFileIsPlayed();

private:
    QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    Ended replay(const QString& path, QStringList more = {});

    QTemporaryDir m_folder;
    Program m_program{m_folder.path()};
    QJsonObject m_stats; // of the recorded run
};

void TstHeadlessReplay::initTestCase()
{
    m_program.start({QStringLiteral("--headless"), QStringLiteral("--demo"), QStringLiteral("--demo-rate"),
                     QStringLiteral("3000"), QStringLiteral("--underlying"), QStringLiteral("NVDA,SPY,TSLA"),
                     QStringLiteral("--duration"), QStringLiteral("5"), QStringLiteral("--sensitivity"),
                     QStringLiteral("300"), QStringLiteral("--record"), file("day.fgr"), QStringLiteral("--stats"),
                     QStringLiteral("-")},
                    false);
    const Ended end = m_program.ended();
    QVERIFY2(end.code == 0, end.err.constData());
    m_stats = json(linesOf(end.out).last());
    QVERIFY(m_stats[QStringLiteral("trades")].toInteger() > 5'000);
    QVERIFY(m_stats[QStringLiteral("anomalies")].toInteger() > 3);
    QCOMPARE(m_stats[QStringLiteral("recorded_frames")], m_stats[QStringLiteral("frames")]);
}

Ended TstHeadlessReplay::replay(const QString& path, QStringList more)
{
    more = QStringList{QStringLiteral("--headless"), QStringLiteral("--replay"), path} + more;
    m_program.start(more, false);
    return m_program.ended(60'000);
}

void TstHeadlessReplay::aReplayPrintsTheSameLines()
{
    QByteArray first;
    for (const char* speed : {"max", "1", "50"}) {
        const Ended end = replay(file("day.fgr"), {QStringLiteral("--speed"), QLatin1String(speed), QStringLiteral("--stats"),
                                                   QStringLiteral("-")});
        QVERIFY2(end.code == 0, end.err.constData());
        const QList<QByteArray> lines = linesOf(end.out);
        const QJsonObject stats = json(lines.last());
        for (const char* key : {"anomaly_digest", "frames", "events", "trades", "watched", "flagged", "anomalies", "gaps"})
            QCOMPARE(stats[QLatin1String(key)], m_stats[QLatin1String(key)]);
        const QByteArray anomalies = lines.mid(0, lines.size() - 1).join('\n');
        if (first.isEmpty())
            first = anomalies;
        QVERIFY2(anomalies == first, "byte for byte, at any speed");
    }
    QVERIFY(!first.isEmpty());
}

void TstHeadlessReplay::theManifestNamesFileAndHash()
{
    const Ended end = replay(file("day.fgr"), {QStringLiteral("--speed"), QStringLiteral("max"), QStringLiteral("--export"),
                                               file("flags.csv")});
    QVERIFY2(end.code == 0, end.err.constData());
    QFile recording(file("day.fgr"));
    QVERIFY(recording.open(QIODevice::ReadOnly));
    const QByteArray hash = QCryptographicHash::hash(recording.readAll(), QCryptographicHash::Sha256).toHex();
    QFile manifest(file("flags.csv.json"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QJsonObject object = json(manifest.readAll());
    QCOMPARE(object[QStringLiteral("source")].toString(),
             QStringLiteral("day.fgr, SHA-256 ") + QString::fromLatin1(hash));
    QCOMPARE(object[QStringLiteral("feed")].toString(), QStringLiteral("replay"));
    QCOMPARE(object[QStringLiteral("sensitivity")].toDouble(), 300.0); // as recorded
    QCOMPARE(object[QStringLiteral("rows")].toInteger(), m_stats[QStringLiteral("flagged")].toInteger());
}

void TstHeadlessReplay::aTornRecordingIsZeroWithAWarning()
{
    QVERIFY(QFile::copy(file("day.fgr"), file("torn.fgr")));
    QVERIFY(QFile::resize(file("torn.fgr"), QFileInfo(file("torn.fgr")).size() * 2 / 3));
    const Ended end = replay(file("torn.fgr"), {QStringLiteral("--speed"), QStringLiteral("max"), QStringLiteral("--stats"),
                                                QStringLiteral("-")});
    QVERIFY2(end.code == 0, end.err.constData());
    QVERIFY2(end.err.contains("torn.fgr") && end.err.contains("warning"), end.err.constData());
    const qint64 trades = json(linesOf(end.out).last())[QStringLiteral("trades")].toInteger();
    QVERIFY(trades > 0 && trades < m_stats[QStringLiteral("trades")].toInteger());
}

void TstHeadlessReplay::anUnreadableInputIsFour_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not there") << QStringLiteral("none.fgr") << QByteArray();
    QTest::newRow("no recording") << QStringLiteral("text.fgr") << QByteArray("hello\n");
    QTest::newRow("no flat file") << QStringLiteral("text.csv") << QByteArray("a,b,c\n1,2,3\n");
    QTest::newRow("a flat file that is not there") << QStringLiteral("none.csv.gz") << QByteArray();
    QTest::newRow("a torn flat file") << QStringLiteral("torn.csv.gz") << QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03K", 11);
}

void TstHeadlessReplay::anUnreadableInputIsFour()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const QString path = m_folder.filePath(name);
    if (!content.isEmpty()) {
        QFile input(path);
        QVERIFY(input.open(QIODevice::WriteOnly) && input.write(content) == content.size());
    }
    const Ended end = replay(path);
    QCOMPARE(end.code, 4);
    QVERIFY2(end.err.contains(name.toUtf8()), end.err.constData());
    QVERIFY(end.out.isEmpty());
}

void TstHeadlessReplay::anExistingFileIsNeverOverwritten()
{
    const qint64 size = QFileInfo(file("day.fgr")).size();
    m_program.start({QStringLiteral("--headless"), QStringLiteral("--demo"), QStringLiteral("--duration"), QStringLiteral("20"),
                     QStringLiteral("--record"), file("day.fgr")},
                    false);
    const Ended end = m_program.ended();
    QCOMPARE(end.code, 5);
    QVERIFY2(end.err.contains("--record: ") && end.err.contains("day.fgr"), end.err.constData());
    QVERIFY(end.tookMs < 10'000);
    QCOMPARE(QFileInfo(file("day.fgr")).size(), size);
}

void TstHeadlessReplay::anotherSensitivityJudgesAnew()
{
    const Ended end = replay(file("day.fgr"), {QStringLiteral("--speed"), QStringLiteral("max"), QStringLiteral("--sensitivity"),
                                               QStringLiteral("5000"), QStringLiteral("--stats"), QStringLiteral("-")});
    QVERIFY2(end.code == 0, end.err.constData());
    const QJsonObject stats = json(linesOf(end.out).last());
    QVERIFY(stats[QStringLiteral("anomalies")].toInteger() > m_stats[QStringLiteral("anomalies")].toInteger());
    QCOMPARE(stats[QStringLiteral("watched")], m_stats[QStringLiteral("watched")]);
}

void TstHeadlessReplay::aSignalEndsAReplay()
{
    m_program.start({QStringLiteral("--headless"), QStringLiteral("--replay"), file("day.fgr"), QStringLiteral("--speed"),
                     QStringLiteral("0.01"), QStringLiteral("--stats"), QStringLiteral("-")},
                    false);
    QSignalSpy told(&m_program.process(), &QProcess::readyReadStandardError);
    QVERIFY(told.wait(10'000));
    QCOMPARE(::kill(pid_t(m_program.process().processId()), SIGTERM), 0);
    const Ended end = m_program.ended();
    QVERIFY2(end.code == 0, end.err.constData());
    QVERIFY(json(linesOf(end.out).last())[QStringLiteral("trades")].toInteger()
            < m_stats[QStringLiteral("trades")].toInteger());
}

// Of the file only what is watched is read; rows of equal content are prints of their own.
void TstHeadlessReplay::aFlatFileIsPlayed()
{
    QFile flat(file("2026-11-20.csv"));
    QVERIFY(flat.open(QIODevice::WriteOnly));
    flat.write("ticker,conditions,correction,exchange,price,sip_timestamp,size\n"
               "O:NVDA261218C00150000,209,0,312,2.5,1795186800000000000,1\n"
               "O:NVDA261218C00150000,209,0,312,2.5,1795186800000000000,1\n"
               "O:NVDA261218C00150000,209,0,302,2.55,1795186801000000000,3\n"
               "O:TSLA261218C00400000,209,0,302,9,1795186800500000000,2\n");
    flat.close();
    for (const auto& [list, watched] : {std::pair{"NVDA", 3}, std::pair{"*", 4}}) {
        const Ended end = replay(flat.fileName(), {QStringLiteral("--underlying"), QLatin1String(list), QStringLiteral("--speed"),
                                                   QStringLiteral("max"), QStringLiteral("--stats"), QStringLiteral("-")});
        QVERIFY2(end.code == 0, end.err.constData());
        const QJsonObject stats = json(linesOf(end.out).last());
        QCOMPARE(stats[QStringLiteral("watched")].toInteger(), watched);
        QCOMPARE(stats[QStringLiteral("trades")].toInteger(), watched);
        QCOMPARE(stats[QStringLiteral("duplicates")].toInteger(), 0);
    }
}

QTEST_GUILESS_MAIN(TstHeadlessReplay)
#include "tst_headlessreplay.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/faultscript.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

#include <csignal>

using namespace Qt::StringLiterals;

// The executable: its options, its one line of output, its end.
class TestFlowglassMarket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongUse_data();
    void wrongUse();
    void announcesItsPortsAndEndsOnASignal_data();
    void announcesItsPortsAndEndsOnASignal();
    void endsAfterItsDurationAndWritesLabels();
    void aWrongScriptIsNamedByItsLine();
    void theListOfFaultsIsAScript();
};

void TestFlowglassMarket::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("an option nobody knows") << QStringList{u"--speed"_s} << 2 << "speed";
    QTest::newRow("a rate in words") << QStringList{u"--rate"_s, u"fast"_s} << 2 << "--rate";
    QTest::newRow("a rate below zero") << QStringList{u"--rate=-1"_s} << 2 << "--rate";
    QTest::newRow("a seed that is no number") << QStringList{u"--seed"_s, u"x"_s} << 2 << "--seed";
    QTest::newRow("a port too high") << QStringList{u"--port"_s, u"70000"_s} << 2 << "--port";
    QTest::newRow("a duration of nothing") << QStringList{u"--duration"_s, u"0"_s} << 2 << "--duration";
    QTest::newRow("a word too many") << QStringList{u"now"_s} << 2 << "now";
    QTest::newRow("labels that cannot be written") << QStringList{u"--labels"_s, u"/nowhere/at/all"_s} << 5 << "--labels";
}

void TestFlowglassMarket::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(FLOWGLASS_MARKET), arguments);
    QVERIFY(finished.wait());
    QTEST(process.exitCode(), "code");
    QVERIFY(process.readAllStandardError().contains(named.toUtf8()));
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

void TestFlowglassMarket::announcesItsPortsAndEndsOnASignal_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestFlowglassMarket::announcesItsPortsAndEndsOnASignal()
{
    QFETCH(int, number);
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(FLOWGLASS_MARKET), {QStringLiteral("--seed"), QStringLiteral("3")});
    QTRY_VERIFY(process.canReadLine());
    const QJsonObject urls = QJsonDocument::fromJson(process.readLine()).object();
    for (const char* name : {"feed", "api"}) {
        const QUrl url(urls[QLatin1String(name)].toString());
        QCOMPARE(url.host(), QStringLiteral("127.0.0.1"));
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    }
    ::kill(pid_t(process.processId()), number);
    QVERIFY(finished.wait());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestFlowglassMarket::endsAfterItsDurationAndWritesLabels()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("labels.jsonl"));
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(FLOWGLASS_MARKET),
                  {QStringLiteral("--duration"), QStringLiteral("8.5"), QStringLiteral("--labels"), path});
    QVERIFY(finished.wait(30'000));
    QCOMPARE(process.exitCode(), 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject label = QJsonDocument::fromJson(file.readLine()).object();
    QCOMPARE(label[QLatin1String("kind")].toString(), QStringLiteral("sweep"));
    QCOMPARE(label[QLatin1String("strength")].toString(), QStringLiteral("strong"));
    QVERIFY(label[QLatin1String("sequences")].isArray());
    QVERIFY(label[QLatin1String("to_ms")].toInteger() >= label[QLatin1String("from_ms")].toInteger());
}

void TestFlowglassMarket::aWrongScriptIsNamedByItsLine()
{
    QTemporaryDir folder;
    QFile script(folder.filePath(u"faults.txt"_s));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("# good\n5s feed drop\n6s feed explode\n");
    script.close();
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(FLOWGLASS_MARKET), {u"--script"_s, script.fileName()});
    QVERIFY(finished.wait());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("--script") && said.contains("line 3") && said.contains("explode"), said.constData());
}

// Every line that --faults prints can be put into a script as it is, with a time before it.
void TestFlowglassMarket::theListOfFaultsIsAScript()
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(FLOWGLASS_MARKET), {u"--faults"_s});
    QVERIFY(finished.wait());
    QCOMPARE(process.exitCode(), 0);
    QByteArray text;
    const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
    for (const QByteArray& line : lines)
        text += "1s " + line.left(29) + '\n';
    const auto script = flowglass::market::FaultScript::parse(QString::fromUtf8(text));
    QVERIFY2(script.has_value(), text.constData());
    QCOMPARE(script->steps.size(), flowglass::market::faultKinds().size());
    for (const auto& step : script->steps)
        QCOMPARE(step.fault, flowglass::market::usualFault(step.fault.kind));
}

QTEST_GUILESS_MAIN(TestFlowglassMarket)
#include "tst_flowglassmarket.moc"

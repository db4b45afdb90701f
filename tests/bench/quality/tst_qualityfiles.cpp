// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/commands.h"
#include "bench/quality/files/anomalyfile.h"
#include "bench/quality/files/flatfile.h"
#include "bench/quality/files/labelfile.h"
#include "bench/quality/files/spotfile.h"
#include "bench/quality/qualityfixture.h"
#include "support/testmain.h"

#include <zlib.h>

#include <algorithm>

using namespace flowglass;
using namespace flowglass::quality;

class TestQualityFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_tape = generateTape(tests::smallTape(7, 8'000)); }
    void theFlatFileHoldsTheTape();
    void aZippedFlatFileHoldsTheSame();
    void labelsComeBack();
    void brokenLabelsNameTheLine();
    void theLastRevisionStands();
    void brokenAnomaliesNameTheLine();
    void spotsAreOnceAMinute();
    void scoringFromFiles();
    void badUsageIsSaid();

private:
    Tape m_tape;
};

void TestQualityFiles::theFlatFileHoldsTheTape()
{
    const QList<QByteArray> lines = flatFileText(m_tape).trimmed().split('\n');
    QCOMPARE(lines.first(), QByteArray("ticker,conditions,correction,exchange,price,sip_timestamp,size"));
    QCOMPARE(std::size_t(lines.size()) - 1, m_tape.prints.size());
    std::vector<QList<QByteArray>> rows;
    for (const QByteArray& line : lines.mid(1))
        rows.push_back(line.split(','));
    QVERIFY(std::ranges::is_sorted(rows, {},
                                   [](const auto& row) { return std::pair(row[0], row[5].toLongLong()); }));
    // As a replay does: by time, ties in the order of the file.
    std::ranges::stable_sort(rows, {}, [](const auto& row) { return row[5].toLongLong(); });
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const Print& print = m_tape.prints[at];
        QCOMPARE(rows[at][0].toStdString(), m_tape.universe.contracts[print.contract].ticker);
        QCOMPARE(rows[at][1].toInt(), int(print.condition));
        QCOMPARE(rows[at][3].toInt(), int(print.exchange));
        QCOMPARE(qRound(rows[at][4].toDouble() * 100.0), print.cents);
        QCOMPARE(rows[at][5].toLongLong(), qlonglong(print.ms) * 1'000'000);
        QCOMPARE(rows[at][6].toUInt(), print.size);
    }
}

void TestQualityFiles::aZippedFlatFileHoldsTheSame()
{
    QTemporaryDir folder;
    for (const QString& name : {QStringLiteral("tape.csv"), QStringLiteral("tape.csv.gz")}) {
        const QString path = folder.filePath(name);
        QVERIFY(!writeFlatFile(m_tape, path));
        QByteArray read(20'000'000, '\0');
        gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
        read.resize(gzread(file, read.data(), unsigned(read.size())));
        gzclose(file);
        QVERIFY(read == flatFileText(m_tape));
    }
    QVERIFY(QFileInfo(folder.filePath(QStringLiteral("tape.csv.gz"))).size() <
            QFileInfo(folder.filePath(QStringLiteral("tape.csv"))).size() / 2);
    const auto error = writeFlatFile(m_tape, folder.filePath(QStringLiteral("missing/tape.csv")));
    QCOMPARE(error->code, domain::Error::Code::Unwritable);
}

void TestQualityFiles::labelsComeBack()
{
    const Labels labels = labelsOf(m_tape);
    const domain::Result<Labels> read = parseLabels(labelText(labels));
    QVERIFY(read.has_value());
    QVERIFY(read.value() == labels);
}

void TestQualityFiles::brokenLabelsNameTheLine()
{
    const QByteArray good = labelText(labelsOf(m_tape));
    const domain::Result<Labels> torn = parseLabels(good + "{\"id\":1,");
    QVERIFY(!torn && torn.error().text.contains(QStringLiteral("line %1").arg(good.count('\n') + 1)));
    const domain::Result<Labels> headless = parseLabels(good.mid(good.indexOf('\n') + 1));
    QVERIFY(!headless && headless.error().text.contains(QLatin1String("line 1")));
    QVERIFY(!parseLabels(good + "{\"id\":1,\"kind\":\"riot\",\"grade\":\"weak\"}\n"));
}

void TestQualityFiles::theLastRevisionStands()
{
    const domain::Result<AnomalyFile> read = parseAnomalies(
        R"({"id":1,"revision":1,"state":"open","time_utc":"2026-11-20T15:00:00.125Z","ticker":"O:X","underlying":"QAA","score":5.5,"sequences":[3]}
{"id":2,"time_utc":"2026-11-20T15:00:01.000Z","ticker":null,"underlying":"QAA","score":4}
{"id":3,"state":"open","time_utc":"2026-11-20T15:00:02.000Z","ticker":"O:Y","underlying":"QAA","score":7}

{"id":1,"revision":2,"state":"open","time_utc":"2026-11-20T15:00:00.125Z","ticker":"O:X","underlying":"QAA","score":6.5,"sequences":[3,9]}
{"id":3,"state":"withdrawn","time_utc":"2026-11-20T15:00:02.000Z","ticker":"O:Y","underlying":"QAA","score":7}
)");
    QVERIFY(read.has_value());
    QCOMPARE(read->withdrawn, std::size_t(1));
    QCOMPARE(read->alerts.size(), std::size_t(2));
    const Alert& first = read->alerts[0];
    QCOMPARE(first.ticker, std::string_view("O:X"));
    QCOMPARE(first.score, 6.5);
    QCOMPARE(first.ms, 1'795'186'800'125);
    QCOMPARE(first.sequences, (std::vector<std::uint64_t>{3, 9}));
    QVERIFY(read->alerts[1].ticker.empty());
    QCOMPARE(read->alerts[1].underlying, std::string_view("QAA"));
}

void TestQualityFiles::brokenAnomaliesNameTheLine()
{
    const domain::Result<AnomalyFile> torn = parseAnomalies("\n{\"id\":1,");
    QVERIFY(!torn && torn.error().text.contains(QLatin1String("line 2")));
    QVERIFY(!parseAnomalies("{\"id\":1,\"score\":3,\"time_utc\":\"yesterday\"}"));
}

void TestQualityFiles::spotsAreOnceAMinute()
{
    const QList<QByteArray> lines = spotText(m_tape).trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 10 * 2 * 391);
    QVERIFY(lines[1].startsWith("QAA,1795098600000000000,"));
    QVERIFY(lines[1].split(',')[2].toDouble() > 5.0);
}

void TestQualityFiles::scoringFromFiles()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const QByteArray& text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(QStringLiteral("labels.jsonl"), labelText(labelsOf(m_tape))));
    QVERIFY(write(QStringLiteral("none.jsonl"), {}));
    const QStringList arguments = {
        QStringLiteral("--labels"), folder.filePath(QStringLiteral("labels.jsonl")),
        QStringLiteral("--anomalies"), folder.filePath(QStringLiteral("none.jsonl"))};
    QCOMPARE(scoreCommand(arguments), 0);
    QCOMPARE(scoreCommand(arguments.mid(0, 2)), 4);
    QVERIFY(write(QStringLiteral("none.jsonl"), "nothing"));
    QCOMPARE(scoreCommand(arguments), 4);
}

void TestQualityFiles::badUsageIsSaid()
{
    QCOMPARE(runCommand({QStringLiteral("--seeds"), QStringLiteral("5-1")}), 2);
    QCOMPARE(runCommand({QStringLiteral("--seeds"), QStringLiteral("1,x")}), 2);
    QCOMPARE(runCommand({QStringLiteral("--warmup-days"), QStringLiteral("9")}), 2);
    QCOMPARE(runCommand({QStringLiteral("--speed")}), 2);
    QCOMPARE(runCommand({QStringLiteral("stray")}), 2);
    QCOMPARE(generateCommand({QStringLiteral("--seed"), QStringLiteral("1")}), 2);
    QCOMPARE(generateCommand({QStringLiteral("--out"), QStringLiteral("/dev/null/folder")}), 5);
}

QTEST_GUILESS_MAIN(TestQualityFiles)
#include "tst_qualityfiles.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/csvrow.h"
#include "exporting/exportfixture.h"
#include "exporting/exportwriter.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace flowglass;
using namespace flowglass::exporting;

namespace {

bool always(qint64)
{
    return true;
}

ExportRow adjustedPut()
{
    ExportRow row = fixture::row({.ticker = "O:NVDA1261218P00002500",
                                  .timeMs = 1'772'953'200'000,
                                  .dollars = 0.0001,
                                  .exchange = 999,
                                  .conditions = {232, 211},
                                  .sequence = 0});
    row.anomaly = 2;
    row.kinds = {};
    row.kinds.add(domain::AnomalyKind::Activity);
    row.score = 12.345001;
    row.explanation = QStringLiteral("says \"unusual\"");
    row.sharesPerContract = 10;
    return row;
}

ExportRow unreadableSymbol()
{
    ExportRow row = fixture::row({.ticker = R"(=HYPERLINK("http://x",1))",
                                  .timeMs = 1'793'512'799'999,
                                  .dollars = 1200.05,
                                  .size = 10'000'000,
                                  .exchange = 0,
                                  .sequence = 18'446'744'073'709'551'615ULL});
    row.anomaly = 3;
    row.score = 0.0;
    row.explanation = QStringLiteral("+1 is more than nothing");
    return row;
}

ExportRow indexCall(std::uint32_t size, std::uint64_t sequence, const QString& explanation)
{
    ExportRow row = fixture::row({.ticker = "O:SPXW261120C05000000",
                                  .timeMs = 1'793'512'800'000,
                                  .dollars = 3,
                                  .size = size,
                                  .exchange = 321,
                                  .conditions = {209},
                                  .sequence = sequence});
    row.anomaly = 4;
    row.kinds = {};
    row.kinds.add(domain::AnomalyKind::Price);
    row.score = 7.0;
    row.explanation = explanation;
    return row;
}

ExportRow sweptCall()
{
    ExportRow row =
        fixture::row({.timeMs = 1'772'953'199'999, .size = 850, .conditions = {219}, .sequence = 12345});
    row.kinds.add(domain::AnomalyKind::Sweep);
    row.score = 6.4;
    row.explanation = QStringLiteral("850 contracts, 3 venues");
    return row;
}

ExportManifest manifest()
{
    ExportManifest manifest;
    manifest.source = QStringLiteral("demo seed 1");
    manifest.feed = QStringLiteral("demo");
    manifest.underlyings = {QStringLiteral("NVDA"), QStringLiteral("SPXW")};
    manifest.sensitivity = 10;
    manifest.rules = QJsonObject{{QStringLiteral("size"), QJsonObject{{QStringLiteral("decay"), 0.5}}}};
    manifest.gaps = {{{{1'795'187'000'000}, {1'795'187'001'500}, QStringLiteral("link \"lost\"\n")},
                      QStringLiteral("partly"),
                      412,
                      3}};
    manifest.anomalyDigest = QByteArray("abc123");
    return manifest;
}

} // namespace

class TestCsvExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fields_data();
    void fields();
    void writesTheGoldenFile();
    void manifestSaysWhatWasWritten();
    void manifestKeysStandInTheDocumentedOrder();
    void emptyExportHasHeaderAndNoTimes();
    void rowsStandInTimeOrder();
};

void TestCsvExport::fields_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char* name, const char* value, const char* field) {
        QTest::newRow(name) << QByteArray(value) << QByteArray(field);
    };
    row("plain text stands as it is", "NVDA", "NVDA");
    row("an empty field stays empty", "", "");
    row("spaces at the ends are kept", " a ", " a ");
    row("a comma is quoted", "a,b", "\"a,b\"");
    row("a quote is doubled inside quotes", "a\"b", "\"a\"\"b\"");
    row("a line break is quoted", "a\nb", "\"a\nb\"");
    row("a carriage return is quoted", "a\rb", "\"a\rb\"");
    row("a semicolon needs no quotes", "a;b", "a;b");
    row("= makes a formula", "=1+1", "'=1+1");
    row("@ makes a formula", "@SUM(A1)", "'@SUM(A1)");
    row("+ makes a formula", "+A1", "'+A1");
    row("- makes a formula", "-A1", "'-A1");
    row("a tab in front makes a formula", "\tx", "'\tx");
    row("a carriage return in front makes a formula", "\rx", "\"'\rx\"");
    row("a formula with a comma gets both", "=A(1,2)", "\"'=A(1,2)\"");
    row("a negative number is a number", "-12.5", "-12.5");
    row("a number with an exponent is a number", "-1e-05", "-1e-05");
    row("a number with a plus is a number", "+7", "+7");
    row("a lone minus is no number", "-", "'-");
    row("minus infinity is no number", "-inf", "'-inf");
    row("two numbers are no number", "-1-1", "'-1-1");
    row("a number with an open end is no number", "-1.", "'-1.");
    row("an exponent without digits is no number", "-1e", "'-1e");
    row("a sign inside is harmless", "a=b", "a=b");
}

void TestCsvExport::fields()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, field);
    QCOMPARE(csvField(value), field);
}

void TestCsvExport::writesTheGoldenFile()
{
    QTemporaryDir folder;
    ExportOrder order;
    order.path = folder.filePath(QStringLiteral("out.csv"));
    order.rows = {indexCall(7, 9, QStringLiteral("two\nlines")), adjustedPut(), unreadableSymbol(),
                  sweptCall(), indexCall(8, 8, QString::fromUtf8("größer – 5 > 3"))};
    const auto rows = writeExport(order, always);
    QVERIFY2(rows.has_value(), rows ? "" : qPrintable(rows.error().detail));
    QCOMPARE(*rows, 5);
    const QByteArray written = fixture::contentOf(order.path);
    const QByteArray golden = fixture::contentOf(QStringLiteral(FLOWGLASS_GOLDEN_CSV));
    const QList<QByteArray> lines = written.split('\n');
    const QList<QByteArray> goldenLines = golden.split('\n');
    for (qsizetype n = 0; n < std::min(lines.size(), goldenLines.size()); ++n)
        QCOMPARE(lines[n], goldenLines[n]);
    QCOMPARE(written, golden);
}

void TestCsvExport::manifestSaysWhatWasWritten()
{
    QTemporaryDir folder;
    ExportOrder order = fixture::order(folder.filePath(QStringLiteral("out.csv")), 3);
    order.manifest = manifest();
    QVERIFY(writeExport(order, always).has_value());

    const QByteArray csv = fixture::contentOf(order.path);
    QJsonParseError error;
    const QJsonObject json =
        QJsonDocument::fromJson(fixture::contentOf(manifestPath(order.path)), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    QCOMPARE(text("app"), QStringLiteral("flowglass"));
    QCOMPARE(text("version"), QStringLiteral(FLOWGLASS_VERSION));
    QCOMPARE(text("created_utc"), QStringLiteral("2026-11-20T16:00:00.000Z"));
    QCOMPARE(text("source"), QStringLiteral("demo seed 1"));
    QCOMPARE(text("feed"), QStringLiteral("demo"));
    QCOMPARE(json[QStringLiteral("underlyings")].toArray(),
             (QJsonArray{QStringLiteral("NVDA"), QStringLiteral("SPXW")}));
    QCOMPARE(json[QStringLiteral("sensitivity")].toDouble(), 10.0);
    QCOMPARE(json[QStringLiteral("rules")].toObject(), order.manifest.rules);
    QCOMPARE(text("from_utc"), QStringLiteral("2026-11-20T15:03:20.000Z"));
    QCOMPARE(text("to_utc"), QStringLiteral("2026-11-20T15:03:20.002Z"));
    const QJsonObject gap{{QStringLiteral("from_utc"), QStringLiteral("2026-11-20T15:03:20.000Z")},
                          {QStringLiteral("to_utc"), QStringLiteral("2026-11-20T15:03:21.500Z")},
                          {QStringLiteral("reason"), QStringLiteral("link \"lost\"\n")},
                          {QStringLiteral("fill"), QStringLiteral("partly")},
                          {QStringLiteral("fetched"), 412},
                          {QStringLiteral("unusual"), 3}};
    QCOMPARE(json[QStringLiteral("gaps")].toArray(), QJsonArray{gap});
    QCOMPARE(json[QStringLiteral("rows")].toInt(), 3);
    QCOMPARE(text("csv_sha256"),
             QString::fromLatin1(QCryptographicHash::hash(csv, QCryptographicHash::Sha256).toHex()));
    QCOMPARE(text("anomaly_digest"), QStringLiteral("abc123"));
    QVERIFY(text("notice").contains(QLatin1String("terms")));
}

void TestCsvExport::manifestKeysStandInTheDocumentedOrder()
{
    QTemporaryDir folder;
    const ExportOrder order = fixture::order(folder.filePath(QStringLiteral("out.csv")), 1);
    QVERIFY(writeExport(order, always).has_value());
    const QByteArray text = fixture::contentOf(manifestPath(order.path));
    QByteArrayList keys;
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("  \""))
            keys << line.mid(3, line.indexOf('"', 3) - 3);
    }
    QCOMPARE(keys, (QByteArrayList{"app", "version", "created_utc", "source", "feed", "underlyings",
                                   "sensitivity", "rules", "from_utc", "to_utc", "gaps", "rows", "csv_sha256",
                                   "anomaly_digest", "notice"}));
}

void TestCsvExport::emptyExportHasHeaderAndNoTimes()
{
    QTemporaryDir folder;
    const ExportOrder order = fixture::order(folder.filePath(QStringLiteral("out.csv")), 0);
    const auto rows = writeExport(order, always);
    QVERIFY(rows.has_value());
    QCOMPARE(*rows, 0);
    QCOMPARE(fixture::contentOf(order.path), CsvRow::header());
    const QJsonObject json = QJsonDocument::fromJson(fixture::contentOf(manifestPath(order.path))).object();
    QVERIFY(json[QStringLiteral("from_utc")].isNull());
    QVERIFY(json[QStringLiteral("to_utc")].isNull());
    QCOMPARE(json[QStringLiteral("gaps")].toArray(), QJsonArray());
    QCOMPARE(json[QStringLiteral("rows")].toInt(-1), 0);
}

void TestCsvExport::rowsStandInTimeOrder()
{
    QTemporaryDir folder;
    const ExportOrder order = fixture::order(folder.filePath(QStringLiteral("out.csv")), 5000);
    QVERIFY(writeExport(order, always).has_value());
    const QList<QByteArray> lines = fixture::contentOf(order.path).split('\n');
    QCOMPARE(lines.size(), 5002); // the header, the rows, nothing behind the last line end
    for (qsizetype n = 1; n <= 5000; ++n)
        QCOMPARE(lines[n].split(',').value(12), QByteArray::number(n - 1));
}

QTEST_GUILESS_MAIN(TestCsvExport)
#include "tst_csvexport.moc"

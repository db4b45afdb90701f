// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flatfixture.h"

using namespace flowglass;
using namespace flowglass::tests;
using domain::Error;
using recording::openFlatFile;

namespace {

constexpr char kRow[] = "O:A260618C00100000,227,0,309,16.2,1779458509681000000,3\n";
constexpr char kTrade[] = "O:A260618C00100000 16.2 x3 @309 t1779458509681 q1 c227";

// A row of seven columns at `ms` after a fixed time.
QByteArray rowAt(std::int64_t ns, const char* ticker = "O:A", int size = 1)
{
    return QByteArray(ticker) + ",209,0,302,1.5," +
           QByteArray::number(qint64(1'779'458'509'000'000'000 + ns)) + ',' + QByteArray::number(size) + '\n';
}

QStringList sizes(const Played& played)
{
    QStringList sizes;
    for (const QString& trade : played.trades)
        sizes << trade.section(QLatin1Char(' '), 2, 2);
    return sizes;
}

} // namespace

class TestFlatFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreFoundByName_data();
    void columnsAreFoundByName();
    void eventsHaveTheShapeOfTheStream();
    void headerSaysWhereItComesFrom();
    void headerWithoutAColumnIsRefused_data();
    void headerWithoutAColumnIsRefused();
    void missingFileIsRefused();
    void numbersArePassedOnExactly_data();
    void numbersArePassedOnExactly();
    void badRowIsALoss_data();
    void badRowIsALoss();
    void manyBadRowsAreCounted();
    void offsetsAreOfTheFile();
    void lastLineWithoutEndIsALoss();
    void correctedRowsAreLeftOutAndCounted();
    void framesHoldWhatIsFiveMillisecondsApart();
    void framesHoldAHundredTradesAtMost();
    void equalTimesKeepTheOrderOfTheFile();
    void duplicatesAreKept();
    void filterIsAskedOncePerRun();
    void cancelEndsItAtOnce();
    void progressIsToldInBytesOfTheFile();
};

void TestFlatFile::columnsAreFoundByName_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray seven(kSevenColumns);
    QTest::newRow("seven columns of the real files") << QByteArray(seven + kRow);
    QTest::newRow("eight columns of the documentation")
        << QByteArray("ticker,conditions,correction,exchange,participant_timestamp,price,sip_timestamp,size\n"
                      "O:A260618C00100000,227,0,309,1,16.2,1779458509681000000,3\n");
    QTest::newRow("any order, ticker last")
        << QByteArray("size,price,sip_timestamp,exchange,correction,conditions,ticker\n"
                      "3,16.2,1779458509681000000,309,,227,O:A260618C00100000\n");
    QTest::newRow("no column for corrections")
        << QByteArray("ticker,conditions,exchange,price,sip_timestamp,size\n"
                      "O:A260618C00100000,227,309,16.2,1779458509681000000,3\n");
    QTest::newRow("unknown column") << QByteArray(
        "id,ticker,conditions,correction,exchange,price,sip_timestamp,size\n"
        "\"a,b\",O:A260618C00100000,227,0,309,16.2,1779458509681000000,3\n");
    QTest::newRow("all quoted") << QByteArray(
        "\"ticker\",\"conditions\",\"correction\",\"exchange\",\"price\",\"sip_timestamp\",\"size\"\n"
        "\"O:A260618C00100000\",\"227\",\"0\",\"309\",\"16.2\",\"1779458509681000000\",\"3\"\n");
    QTest::newRow("CRLF") << QByteArray(seven + kRow).replace("\n", "\r\n");
    QTest::newRow("empty lines") << QByteArray(seven + "\n" + kRow + "\r\n\n");
}

void TestFlatFile::columnsAreFoundByName()
{
    QFETCH(QByteArray, file);
    const FlatFixture fixture;
    const auto source = openFlatFile(fixture.config(file));
    QVERIFY2(source, qPrintable(source ? QString() : source.error().text));
    QCOMPARE(play(**source).trades, QStringList{QLatin1String(kTrade)});
    QVERIFY((*source)->losses().empty());
}

void TestFlatFile::eventsHaveTheShapeOfTheStream()
{
    const FlatFixture fixture;
    const QByteArray rows = "O:B,,,,0.05,1779458509681999999,10\n"
                            "O:A,\"12,37\",0,309,16.20,1779458509681000001,3\n";
    QCOMPARE(
        play(fixture.config(kSevenColumns + rows)).frames,
        QStringList{QStringLiteral(
            R"(1779458509681999999 [{"ev":"T","sym":"O:A","x":309,"p":16.20,"s":3,"c":[12,37],)"
            R"("t":1779458509681,"q":1},{"ev":"T","sym":"O:B","p":0.05,"s":10,"t":1779458509681,"q":2}])")});
}

void TestFlatFile::headerSaysWhereItComesFrom()
{
    const FlatFixture fixture;
    FlatFileConfig config = fixture.config(kSevenColumns + rowAt(2) + rowAt(1), "2026-05-22.csv");
    config.underlyings = {QStringLiteral("NVDA")};
    const auto source = openFlatFile(config);
    QVERIFY(source);
    const recording::RecordingHeader& header = (*source)->header();
    QCOMPARE(header.source, QStringLiteral("2026-05-22.csv"));
    QCOMPARE(header.feed, QStringLiteral("flatfile"));
    QCOMPARE(header.underlyings, config.underlyings);
    QCOMPARE(header.created.value, 1'779'458'509'000'000'001);
    QCOMPARE((*source)->total(), 2);
    QCOMPARE((*source)->done(), 0);
    play(**source);
    QCOMPARE((*source)->done(), 2);
}

void TestFlatFile::headerWithoutAColumnIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("column");
    QTest::newRow("empty file") << QByteArray() << QStringLiteral("ticker");
    QTest::newRow("no header") << QByteArray(kRow) << QStringLiteral("ticker");
    QTest::newRow("something else") << QByteArray(3'000'000, '\0') << QStringLiteral("ticker");
    for (const char* column : {"ticker", "conditions", "exchange", "price", "sip_timestamp", "size"}) {
        const QByteArray header = QByteArray(kSevenColumns).replace(column, "other");
        QTest::addRow("without %s", column) << QByteArray(header + kRow) << QString::fromLatin1(column);
    }
}

void TestFlatFile::headerWithoutAColumnIsRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, column);
    const FlatFixture fixture;
    const auto source = openFlatFile(fixture.config(file));
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::Unreadable);
    for (const QString& part : {QStringLiteral("day.csv"), QStringLiteral("line 1"), column}) {
        QVERIFY2(source.error().text.contains(part), qPrintable(source.error().text));
        QVERIFY2(source.error().detail.contains(part), qPrintable(source.error().detail));
    }
}

void TestFlatFile::missingFileIsRefused()
{
    const FlatFixture fixture;
    FlatFileConfig config = fixture.config({});
    for (const QString& path : QStringList{config.path + QStringLiteral(".not"), fixture.temporaryFolder()}) {
        config.path = path;
        const auto source = openFlatFile(config);
        QVERIFY(!source);
        QCOMPARE(source.error().code, Error::Code::Unreadable);
        QVERIFY2(source.error().text.contains(path), qPrintable(source.error().text));
    }
}

void TestFlatFile::numbersArePassedOnExactly_data()
{
    QTest::addColumn<QByteArray>("price");
    QTest::addColumn<QByteArray>("size");
    QTest::addColumn<QString>("counts"); // trades, rejected, rounded, as the decoder counts them
    QTest::newRow("plain") << QByteArray("16.2") << QByteArray("3") << QStringLiteral("1 0 0");
    QTest::newRow("zeros behind") << QByteArray("16.2000") << QByteArray("3.0") << QStringLiteral("1 0 0");
    QTest::newRow("zeros in front") << QByteArray("0.0001") << QByteArray("1") << QStringLiteral("1 0 0");
    QTest::newRow("more than four decimals")
        << QByteArray("1.00005") << QByteArray("1") << QStringLiteral("1 0 1");
    QTest::newRow("beyond a double") << QByteArray("16.2000000000000001") << QByteArray("1")
                                     << QStringLiteral("1 0 0");
    QTest::newRow("large size") << QByteArray("1") << QByteArray("9999999") << QStringLiteral("1 0 0");
    QTest::newRow("impossible size") << QByteArray("1") << QByteArray("123456789012345678")
                                     << QStringLiteral("0 1 0");
    QTest::newRow("fraction of a contract")
        << QByteArray("1") << QByteArray("2.5") << QStringLiteral("0 1 0");
    QTest::newRow("no contract") << QByteArray("1") << QByteArray("0") << QStringLiteral("0 1 0");
    QTest::newRow("negative price") << QByteArray("-0.05") << QByteArray("1") << QStringLiteral("0 1 0");
    QTest::newRow("price of nothing") << QByteArray("0") << QByteArray("1") << QStringLiteral("0 1 0");
}

void TestFlatFile::numbersArePassedOnExactly()
{
    QFETCH(QByteArray, price);
    QFETCH(QByteArray, size);
    QFETCH(QString, counts);
    const FlatFixture fixture;
    const QByteArray row = "O:A,209,0,302," + price + ",1779458509681000000," + size + "\n";
    const Played played = play(fixture.config(kSevenColumns + row));
    const QString text =
        QStringLiteral(R"("p":%1,"s":%2,"c")").arg(QString::fromLatin1(price), QString::fromLatin1(size));
    QVERIFY2(played.frames.value(0).contains(text), qPrintable(played.frames.value(0)));
    QCOMPARE(QStringLiteral("%1 %2 %3")
                 .arg(played.counters.trades)
                 .arg(played.counters.rejected)
                 .arg(played.counters.rounded),
             counts);
}

void TestFlatFile::badRowIsALoss_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("reason");
    const auto bad = [](const char* name, const QByteArray& row, const char* reason) {
        QTest::newRow(name) << row << QString::fromLatin1(reason);
    };
    const char* const columns = "fields";
    bad("too few fields", "O:A,209,0,302,1.5,1779458509681000000", columns);
    bad("too many fields", "O:A,209,0,302,1.5,1779458509681000000,1,1", columns);
    bad("comma behind", "O:A,209,0,302,1.5,1779458509681000000,1,", columns);
    bad("quote that stays open", "O:A,\"209,0,302,1.5,1779458509681000000,1", columns);
    bad("quote that ends early", "O:A,\"209\"x,0,302,1.5,1779458509681000000,1", columns);
    bad("no ticker", ",209,0,302,1.5,1779458509681000000,1", "ticker");
    bad("ticker with a quote", "O:\"A,209,0,302,1.5,1779458509681000000,1", "ticker");
    bad("ticker with a control character", "O:\x01,209,0,302,1.5,1779458509681000000,1", "ticker");
    bad("ticker that is no ASCII", "O:\xC3\xA4,209,0,302,1.5,1779458509681000000,1", "ticker");
    bad("endless ticker", QByteArray(65, 'A') + ",209,0,302,1.5,1779458509681000000,1", "ticker");
    bad("no price", "O:A,209,0,302,,1779458509681000000,1", "price");
    bad("price of two points", "O:A,209,0,302,1.5.1,1779458509681000000,1", "price");
    bad("price ends in its point", "O:A,209,0,302,1.,1779458509681000000,1", "price");
    bad("price begins with its point", "O:A,209,0,302,.5,1779458509681000000,1", "price");
    bad("price is a point", "O:A,209,0,302,.,1779458509681000000,1", "price");
    bad("price is a sign", "O:A,209,0,302,-,1779458509681000000,1", "price");
    bad("price with an exponent", "O:A,209,0,302,1e-2,1779458509681000000,1", "price");
    bad("price beyond 64 bits", "O:A,209,0,302,12345678901234567.89,1779458509681000000,1", "price");
    bad("price in words", "O:A,209,0,302,NaN,1779458509681000000,1", "price");
    bad("no size", "O:A,209,0,302,1.5,1779458509681000000,", "size");
    bad("size in words", "O:A,209,0,302,1.5,1779458509681000000,many", "size");
    bad("no time", "O:A,209,0,302,1.5,,1", "time");
    bad("time in ms", "O:A,209,0,302,1.5,1779458509681,1", "time");
    bad("time before the epoch", "O:A,209,0,302,1.5,-1779458509681000000,1", "time");
    bad("time beyond 64 bits", "O:A,209,0,302,1.5,17794585096810000000,1", "time");
    bad("time in words", "O:A,209,0,302,1.5,2026-05-22,1", "time");
    bad("exchange in letters", "O:A,209,0,XCBO,1.5,1779458509681000000,1", "exchange");
    bad("exchange out of range", "O:A,209,0,65536,1.5,1779458509681000000,1", "exchange");
    bad("condition in letters", "O:A,ISOI,0,302,1.5,1779458509681000000,1", "conditions");
    bad("condition missing in a list", "O:A,\"209,,219\",0,302,1.5,1779458509681000000,1", "conditions");
    bad("condition list with an end", "O:A,\"209,\",0,302,1.5,1779458509681000000,1", "conditions");
    bad("condition with zeros in front", "O:A,0209,0,302,1.5,1779458509681000000,1", "conditions");
    bad("correction in letters", "O:A,209,x,302,1.5,1779458509681000000,1", "correction");
    bad("endless line", QByteArray(3'000'000, 'x'), "too long");
    bad("zero bytes", QByteArray(200, '\0'), "ticker");
}

void TestFlatFile::badRowIsALoss()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, reason);
    const FlatFixture fixture;
    const QByteArray before = kSevenColumns + rowAt(1, "O:A", 1);
    const auto source = openFlatFile(fixture.config(before + row + '\n' + rowAt(2, "O:A", 2)));
    QVERIFY(source);
    const std::vector<recording::Loss> losses = (*source)->losses();
    QCOMPARE(losses.size(), 1U);
    QCOMPARE(losses[0].offset, before.size());
    QCOMPARE(losses[0].bytes, row.size() + 1);
    QVERIFY2(losses[0].reason.contains(QLatin1String("line 3")), qPrintable(losses[0].reason));
    QVERIFY2(losses[0].reason.contains(reason), qPrintable(losses[0].reason));
    QCOMPARE(sizes(play(**source)), (QStringList{QStringLiteral("x1"), QStringLiteral("x2")}));
}

void TestFlatFile::manyBadRowsAreCounted()
{
    const FlatFixture fixture;
    QByteArray file(kSevenColumns);
    for (int i = 0; i < 150; ++i)
        file += rowAt(i) + "bad\n";
    const auto source = openFlatFile(fixture.config(file));
    QVERIFY(source);
    const std::vector<recording::Loss> losses = (*source)->losses();
    QCOMPARE(losses.size(), 100U);
    QVERIFY2(losses[0].reason.startsWith(QLatin1String("line 3:")), qPrintable(losses[0].reason));
    QVERIFY(!losses[98].reason.contains(QLatin1String("150")));
    QVERIFY2(losses[99].reason.contains(QLatin1String("150")), qPrintable(losses[99].reason));
    QCOMPARE((*source)->total(), 150);
}

// Over the borders of the blocks that a file is read in, too.
void TestFlatFile::offsetsAreOfTheFile()
{
    const FlatFixture fixture;
    QByteArray file(kSevenColumns);
    std::vector<qint64> expected;
    while (file.size() < 1'200'000) {
        file += rowAt(file.size());
        if (expected.size() < 100 && file.size() > qsizetype(expected.size() + 1) * 10'007) {
            expected.push_back(file.size());
            file += "bad row\r\n";
        }
    }
    const auto source = openFlatFile(fixture.config(file));
    QVERIFY(source);
    std::vector<qint64> offsets;
    for (const recording::Loss& loss : (*source)->losses()) {
        offsets.push_back(loss.offset);
        QCOMPARE(loss.bytes, 9);
    }
    QCOMPARE(offsets, expected);
}

void TestFlatFile::lastLineWithoutEndIsALoss()
{
    const FlatFixture fixture;
    const QByteArray before = kSevenColumns + rowAt(1, "O:A", 1);
    const QByteArray torn = rowAt(2, "O:A", 25).chopped(2);
    const auto source = openFlatFile(fixture.config(before + torn));
    QVERIFY(source);
    QCOMPARE((*source)->losses().size(), 1U);
    QCOMPARE((*source)->losses()[0].offset, before.size());
    QCOMPARE((*source)->losses()[0].bytes, torn.size());
    QCOMPARE(sizes(play(**source)), QStringList{QStringLiteral("x1")});
    // The checksum of gzip vouches for the end.
    const Played whole = play(fixture.config(gzipped(before + torn), "day.csv.gz"));
    QCOMPARE(sizes(whole), (QStringList{QStringLiteral("x1"), QStringLiteral("x2")}));
}

void TestFlatFile::correctedRowsAreLeftOutAndCounted()
{
    const FlatFixture fixture;
    const QByteArray rows = rowAt(1, "O:A", 1) +
                            "O:A,209,8,302,1.5,1779458509000000002,2\n"
                            "O:A,209,12,302,1.5,1779458509000000003,3\n" +
                            rowAt(4, "O:A", 4);
    const auto source = openFlatFile(fixture.config(kSevenColumns + rows));
    QVERIFY(source);
    const std::vector<recording::Loss> losses = (*source)->losses();
    QCOMPARE(losses.size(), 1U);
    QVERIFY2(losses[0].reason.startsWith(QLatin1String("line 3:")), qPrintable(losses[0].reason));
    QVERIFY2(losses[0].reason.contains(QLatin1String("in all: 2")), qPrintable(losses[0].reason));
    QCOMPARE(sizes(play(**source)), (QStringList{QStringLiteral("x1"), QStringLiteral("x4")}));
}

void TestFlatFile::framesHoldWhatIsFiveMillisecondsApart()
{
    const FlatFixture fixture;
    QByteArray file(kSevenColumns);
    for (const std::int64_t ns : {0, 3'000'000, 5'000'000, 5'000'001, 10'000'001, 20'000'000})
        file += rowAt(ns);
    constexpr std::int64_t kBase = 1'779'458'509'000'000'000;
    const Played played = play(fixture.config(file));
    QCOMPARE(played.received,
             (std::vector<std::int64_t>{kBase + 5'000'000, kBase + 10'000'001, kBase + 20'000'000}));
    QCOMPARE(played.frames[0].count(QLatin1String("\"ev\"")), 3);
    QCOMPARE(played.frames[1].count(QLatin1String("\"ev\"")), 2);
}

void TestFlatFile::framesHoldAHundredTradesAtMost()
{
    const FlatFixture fixture;
    QByteArray file(kSevenColumns);
    for (int i = 0; i < 250; ++i)
        file += rowAt(i);
    const Played played = play(fixture.config(file));
    QCOMPARE(played.frames.size(), 3);
    QCOMPARE(played.frames[1].count(QLatin1String("\"ev\"")), 100);
    QCOMPARE(played.counters.trades, 250U);
    QVERIFY(played.trades[249].contains(QLatin1String(" q250 ")));
}

void TestFlatFile::equalTimesKeepTheOrderOfTheFile()
{
    const FlatFixture fixture;
    const QByteArray file = kSevenColumns + rowAt(9, "O:A", 1) + rowAt(5, "O:B", 2) + rowAt(9, "O:B", 3) +
                            rowAt(5, "O:C", 4) + rowAt(9, "O:C", 5) + rowAt(5, "O:A", 6);
    QCOMPARE(sizes(play(fixture.config(file))).join(QLatin1Char(' ')), QStringLiteral("x2 x4 x6 x1 x3 x5"));
}

void TestFlatFile::duplicatesAreKept()
{
    const FlatFixture fixture;
    const Played played = play(fixture.config(QByteArray(kSevenColumns) + kRow + kRow + kRow));
    QCOMPARE(played.counters.trades, 3U);
}

void TestFlatFile::filterIsAskedOncePerRun()
{
    const FlatFixture fixture;
    QByteArray file(kSevenColumns);
    for (int i = 0; i < 1000; ++i)
        file += rowAt(i, i < 400 ? "O:A" : i < 700 ? "O:AB" : "O:B");
    file += "O:A,not,looked,at\n" + rowAt(2000, "O:AB", 7);
    FlatFileConfig config = fixture.config(file);
    QStringList asked;
    config.wanted = [&asked](std::string_view ticker) {
        asked << QString::fromLatin1(ticker.data(), qsizetype(ticker.size()));
        return ticker == "O:AB";
    };
    const auto source = openFlatFile(config);
    QVERIFY(source);
    QCOMPARE(asked.join(QLatin1Char(' ')), QStringLiteral("O:A O:AB O:B O:A O:AB"));
    QVERIFY((*source)->losses().empty());
    const Played played = play(**source);
    QCOMPARE(played.trades.size(), 301);
    QCOMPARE(played.trades.filter(QLatin1String("O:AB ")).size(), 301);
    QVERIFY(played.trades.last().contains(QLatin1String(" q301 ")));
}

void TestFlatFile::cancelEndsItAtOnce()
{
    const FlatFixture fixture;
    FlatFileConfig config = fixture.config(kSevenColumns + rowAt(1));
    int asked = 0;
    config.wanted = [&asked](std::string_view) { return ++asked > 0; };
    config.progress = [](qint64, qint64) { return false; };
    const auto source = openFlatFile(config);
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::Cancelled);
    QCOMPARE(asked, 0);
}

void TestFlatFile::progressIsToldInBytesOfTheFile()
{
    const FlatFixture fixture;
    const QByteArray packed = gzipped(kSevenColumns + rowAt(1));
    FlatFileConfig config = fixture.config(packed, "day.csv.gz");
    std::vector<qint64> told;
    config.progress = [&told](qint64 done, qint64 total) {
        told = {done, total};
        return true;
    };
    QVERIFY(openFlatFile(config));
    QCOMPARE(told, (std::vector<qint64>{packed.size(), packed.size()}));
}

QTEST_GUILESS_MAIN(TestFlatFile)
#include "tst_flatfile.moc"

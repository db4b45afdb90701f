// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flatfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>

#if defined(Q_OS_UNIX)
#include <csignal>
#include <sys/resource.h>
#endif

using namespace flowglass;
using namespace flowglass::tests;
using domain::Error;
using recording::openFlatFile;

namespace {

constexpr std::size_t kTiny = 4'000; // bytes: a hundred rows

struct RandomRow
{
    std::int64_t time = 0;
    QByteArray line;
    QString trade; // as textOf() has it, but for the sequence, which is #
};

// A file like the provider's, sorted by ticker, with many equal times.
std::vector<RandomRow> randomRows(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<RandomRow> rows;
    for (int i = 0; i < count; ++i) {
        const std::int64_t time = 1'779'458'509'000'000'000 + std::int64_t(random.bounded(3'000)) * 1'000'000;
        const QString ticker = QStringLiteral("O:A%1").arg(i / 37, 5, 10, QLatin1Char('0'));
        const int units = 1 + random.bounded(1'000'000);
        const QString price =
            QStringLiteral("%1.%2").arg(units / 10'000).arg(units % 10'000, 4, 10, QLatin1Char('0'));
        const int size = 1 + random.bounded(1000);
        const int exchange = 300 + random.bounded(25);
        const int codes = random.bounded(4);
        QStringList conditions;
        for (int k = 0; k < codes; ++k)
            conditions << QString::number(201 + random.bounded(48));
        const QString list = conditions.join(QLatin1Char(','));
        rows.push_back({time,
                        QStringLiteral("%1,%2,0,%3,%4,%5,%6\n")
                            .arg(ticker, codes > 1 ? QLatin1Char('"') + list + QLatin1Char('"') : list)
                            .arg(exchange)
                            .arg(price)
                            .arg(time)
                            .arg(size)
                            .toLatin1(),
                        QStringLiteral("%1 %2 x%3 @%4 t%5 q# c%6")
                            .arg(ticker, domain::decimalText(units))
                            .arg(size)
                            .arg(exchange)
                            .arg(time / 1'000'000)
                            .arg(list)});
    }
    return rows;
}

QByteArray fileOf(const std::vector<RandomRow>& rows)
{
    QByteArray file(kSevenColumns);
    for (const RandomRow& row : rows)
        file += row.line;
    return file;
}

QStringList inOrderOfTime(std::vector<RandomRow> rows)
{
    std::ranges::stable_sort(rows, {}, &RandomRow::time);
    QStringList trades;
    for (RandomRow& row : rows)
        trades << row.trade.replace(QLatin1Char('#'), QString::number(trades.size() + 1));
    return trades;
}

qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries).size();
}

} // namespace

// Sorting by time, in memory and through the disk.
class TestFlatFileSort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeInOrderOfTimeExactly_data();
    void rowsComeInOrderOfTimeExactly();
    void runsOnDiskChangeNothing();
    void filteredFileIsAPartOfTheWhole_data();
    void filteredFileIsAPartOfTheWhole();
    void diskIsUsedOnlyWhenNeeded();
    void nothingIsLeftBehind();
    void cancelLeavesNothing();
    void fullDiskIsAnError();
};

void TestFlatFileSort::rowsComeInOrderOfTimeExactly_data()
{
    QTest::addColumn<int>("memory");
    QTest::newRow("in memory") << (1 << 24);
    QTest::newRow("in two runs") << 500'000;
    QTest::newRow("in many runs") << int(kTiny);
    QTest::newRow("in as little memory as there can be") << 0;
}

void TestFlatFileSort::rowsComeInOrderOfTimeExactly()
{
    QFETCH(int, memory);
    const FlatFixture fixture;
    const std::vector<RandomRow> rows = randomRows(20'000, 7);
    FlatFileConfig config = fixture.config(fileOf(rows));
    config.memoryBytes = std::size_t(memory);
    const Played played = play(config);
    QCOMPARE(played.trades, inOrderOfTime(rows));
    QVERIFY(std::ranges::is_sorted(played.received));
    QCOMPARE(played.counters.rejected, 0U);
}

void TestFlatFileSort::runsOnDiskChangeNothing()
{
    const FlatFixture fixture;
    for (const quint32 seed : {1U, 2U, 3U}) {
        FlatFileConfig config = fixture.config(gzipped(fileOf(randomRows(9'999, seed))), "day.csv.gz");
        const Played inMemory = play(config);
        QCOMPARE(inMemory.trades.size(), 9'999);
        config.memoryBytes = kTiny;
        QCOMPARE(play(config).frames, inMemory.frames);
    }
}

void TestFlatFileSort::filteredFileIsAPartOfTheWhole_data()
{
    QTest::addColumn<bool>("tickerFirst");
    QTest::newRow("ticker in front") << true;
    QTest::newRow("ticker behind another column") << false;
}

// Over the borders of the blocks that a file is read in, with a line that cannot be read at the end.
void TestFlatFileSort::filteredFileIsAPartOfTheWhole()
{
    QFETCH(bool, tickerFirst);
    const FlatFixture fixture;
    std::vector<RandomRow> rows = randomRows(30'000, 11);
    QByteArray file = tickerFirst ? QByteArray(kSevenColumns) : "id," + QByteArray(kSevenColumns);
    for (const RandomRow& row : rows)
        file += (tickerFirst ? "" : "7,") + row.line;
    file += QByteArray(tickerFirst ? "" : "7,") + "O:A99995,bad,0,302,1,1,1\n";
    FlatFileConfig config = fixture.config(file);
    config.wanted = [](std::string_view ticker) { return ticker.ends_with('5'); };
    const auto source = openFlatFile(config);
    QVERIFY(source);
    QCOMPARE((*source)->losses().size(), 1U);
    QVERIFY2((*source)->losses()[0].reason.startsWith(QLatin1String("line 30002:")),
             qPrintable((*source)->losses()[0].reason));
    std::erase_if(rows, [](const RandomRow& row) { return row.line[row.line.indexOf(',') - 1] != '5'; });
    QVERIFY(rows.size() > 2'000);
    QCOMPARE(play(**source).trades, inOrderOfTime(rows));
}

void TestFlatFileSort::diskIsUsedOnlyWhenNeeded()
{
    const FlatFixture fixture;
    FlatFileConfig config = fixture.config(fileOf(randomRows(1'000, 1)));
    config.temporaryFolder = fixture.temporaryFolder() + QStringLiteral("/not/there");
    QVERIFY(openFlatFile(config));
    config.memoryBytes = kTiny;
    const auto source = openFlatFile(config);
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::Unwritable);
    QVERIFY2(source.error().text.contains(config.temporaryFolder), qPrintable(source.error().text));
}

void TestFlatFileSort::nothingIsLeftBehind()
{
    const FlatFixture fixture;
    FlatFileConfig config = fixture.config(fileOf(randomRows(5'000, 1)));
    config.memoryBytes = kTiny;
    const qsizetype before = openFiles();
    {
        const auto source = openFlatFile(config);
        QVERIFY(source);
        std::vector<recording::Entry> entries;
        QVERIFY(*(*source)->read(entries)); // not to the end
    }
    QVERIFY(fixture.leftNothing());
    QCOMPARE(openFiles(), before);
}

void TestFlatFileSort::cancelLeavesNothing()
{
    const FlatFixture fixture;
    FlatFileConfig config = fixture.config(fileOf(randomRows(50'000, 1)));
    config.memoryBytes = kTiny;
    // Cancels when runs lie on the disk. The progress is told again only after a while, so let it pass.
    int tickers = 0;
    config.wanted = [&tickers](std::string_view) {
        QElapsedTimer timer;
        timer.start();
        while (tickers == 200 && !timer.hasExpired(150)) {
        }
        return ++tickers > 0;
    };
    config.progress = [&tickers](qint64, qint64) { return tickers < 200; };
    const qsizetype before = openFiles();
    const auto source = openFlatFile(config);
    QVERIFY(fixture.leftNothing());
    QCOMPARE(openFiles(), before);
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::Cancelled);
    QVERIFY2(tickers < 50'000 / 37, "the rest of the file is not read");
}

void TestFlatFileSort::fullDiskIsAnError()
{
#if defined(Q_OS_UNIX)
    const FlatFixture fixture;
    FlatFileConfig config = fixture.config(fileOf(randomRows(20'000, 1)));
    config.memoryBytes = 100'000;
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{250'000, before.rlim_max}; // not a multiple of a run
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto source = openFlatFile(config);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::Unwritable);
    QVERIFY2(source.error().text.contains(fixture.temporaryFolder()), qPrintable(source.error().text));
    QVERIFY(fixture.leftNothing());
#else
    QSKIP("needs a limit on the size of files");
#endif
}

QTEST_GUILESS_MAIN(TestFlatFileSort)
#include "tst_flatfilesort.moc"

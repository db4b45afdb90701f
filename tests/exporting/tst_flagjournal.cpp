// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/flagjournal.h"

#include <QFile>
#include <QTemporaryDir>

using namespace flowglass;
using exporting::FlagJournal;

namespace {

constexpr domain::UnixMs kRun{1'795'184'000'000};
constexpr std::int64_t kMorning = 1'795'186'800'000; // 2026-11-20 10:00 in New York

exporting::ExportRow row(std::int64_t timeMs, std::uint64_t sequence)
{
    exporting::ExportRow row;
    row.ticker = "O:NVDA261218C00150000";
    row.symbol = domain::OptionSymbol::parse(row.ticker);
    row.trade.setTime({timeMs});
    row.trade.sequence = sequence;
    row.trade.size = 5;
    row.trade.price = domain::Price::fromUnits(25'000);
    row.anomaly = 1;
    row.kinds.add(domain::AnomalyKind::Size);
    row.explanation = QStringLiteral("big");
    return row;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TstFlagJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreAppendedUnderOneHeader();
    void aDayHasAFileOfItsOwn();
    void aTornLineIsCutOff_data();
    void aTornLineIsCutOff();
    void aFolderThatIsNotThereIsAnError();
};

void TstFlagJournal::rowsAreAppendedUnderOneHeader()
{
    QTemporaryDir folder;
    QString path;
    for (int run = 0; run < 2; ++run) {
        FlagJournal journal(folder.path(), {kRun.value + run * 1'000});
        journal.add(row(kMorning, 1), FlagJournal::State::Flagged);
        journal.add(row(kMorning, 1), FlagJournal::State::Cancelled);
        path = journal.path();
        QVERIFY(journal.close());
    }
    QCOMPARE(path, folder.filePath(QStringLiteral("flagged-2026-11-20.csv")));
    const QList<QByteArray> lines = contents(path).split('\n');
    QCOMPARE(lines.size(), 6); // the last one is empty
    QByteArray header = exporting::CsvRow::header();
    header.chop(2);
    QCOMPARE(lines[0], QByteArray(header + ",run_utc,state\r"));
    QVERIFY(lines[1].endsWith(",2026-11-20T14:13:20.000Z,flagged\r"));
    QVERIFY(lines[2].endsWith(",2026-11-20T14:13:20.000Z,cancelled\r"));
    QVERIFY(lines[3].endsWith(",2026-11-20T14:13:21.000Z,flagged\r"));
    QVERIFY(lines[5].isEmpty());
}

void TstFlagJournal::aDayHasAFileOfItsOwn()
{
    QTemporaryDir folder;
    FlagJournal journal(folder.path(), kRun);
    journal.add(row(kMorning, 1), FlagJournal::State::Flagged);
    journal.add(row(kMorning + 86'400'000, 2), FlagJournal::State::Flagged);
    QVERIFY(journal.close());
    QCOMPARE(contents(folder.filePath(QStringLiteral("flagged-2026-11-20.csv"))).count('\n'), 2);
    QCOMPARE(contents(folder.filePath(QStringLiteral("flagged-2026-11-21.csv"))).count('\n'), 2);
}

void TstFlagJournal::aTornLineIsCutOff_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("a half line") << QByteArray("head\r\none\r\ntw") << QByteArray("head\r\none\r\n");
    QTest::newRow("a long half line") << QByteArray("head\r\n") + QByteArray(20'000, 'x') << QByteArray("head\r\n");
    QTest::newRow("nothing torn") << QByteArray("head\r\none\r\n") << QByteArray("head\r\none\r\n");
    QTest::newRow("no whole line at all") << QByteArray("hea") << QByteArray();
}

void TstFlagJournal::aTornLineIsCutOff()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, kept);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("flagged-2026-11-20.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
    file.close();
    FlagJournal journal(folder.path(), kRun);
    journal.add(row(kMorning, 1), FlagJournal::State::Flagged);
    QVERIFY(journal.close());
    const QByteArray after = contents(path);
    QVERIFY(after.startsWith(kept));
    QCOMPARE(after.count('\n'), kept.count('\n') + (kept.isEmpty() ? 2 : 1)); // the header first, where there is none
    QVERIFY(after.endsWith(",flagged\r\n"));
}

void TstFlagJournal::aFolderThatIsNotThereIsAnError()
{
    FlagJournal journal(QStringLiteral("/nonexistent/folder"), kRun);
    journal.add(row(kMorning, 1), FlagJournal::State::Flagged);
    QTRY_VERIFY(journal.error());
    QVERIFY(journal.error()->text.contains(QStringLiteral("/nonexistent/folder/flagged-2026-11-20.csv")));
    QVERIFY(!journal.close());
}

QTEST_GUILESS_MAIN(TstFlagJournal)
#include "tst_flagjournal.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/blocks.h"
#include "session/flagwatch.h"
#include "session/session.h"

#include <QFile>
#include <QTemporaryDir>

using namespace flowglass;

namespace {

session::SessionConfig quietConfig() // no feed, no look-ups
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.rest.off = true;
    config.detect.flagsPer100k = 1'000.0;
    return config;
}

QString print(int size, int exchange, qint64 ms, int sequence, int condition = 209)
{
    return QStringLiteral(
               R"([{"ev":"T","sym":"O:NVDA261218C00100000","x":%1,"p":4.25,"s":%2,"c":[%3],"t":%4,"q":%5}])")
        .arg(exchange)
        .arg(size)
        .arg(condition)
        .arg(ms)
        .arg(sequence);
}

} // namespace

class TestFlagWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecameOfEachPrint();
};

// A block and a print of the same order; the block is cancelled, which takes the ground from under both.
void TestFlagWatch::saysWhatBecameOfEachPrint()
{
    const QTemporaryDir folder;
    const domain::SystemClock clock;
    session::Session session(quietConfig(), clock);
    session::FlagWatch watch(session, folder.path(), {1});
    for (int number = 0; number < 6'000;)
        session.ingest(test::nextFrame(number), clock.now());
    const qint64 ms = 1'795'186'800'000LL + 6'000 * 100;
    session.ingest(print(9'000, 313, ms, 900'001), clock.now());
    session.ingest(print(77, 314, ms + 5, 900'002), clock.now());
    session.ingest(print(9'000, 313, ms + 9'000, 900'003, 201), clock.now());
    session.flush();
    QVERIFY(watch.close());
    QFile file(folder.filePath(QStringLiteral("flagged-2026-11-20.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QByteArray> ofBlock;
    QList<QByteArray> ofMate;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QByteArray state = line.mid(line.lastIndexOf(',') + 1).trimmed();
        if (line.contains(",900001,"))
            ofBlock << state;
        if (line.contains(",900002,"))
            ofMate << state;
    }
    QCOMPARE(ofBlock, (QList<QByteArray>{"flagged", "cancelled"}));
    QCOMPARE(ofMate, (QList<QByteArray>{"flagged", "withdrawn"}));
}

QTEST_GUILESS_MAIN(TestFlagWatch)
#include "tst_flagwatch.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flatfixture.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace flowglass;
using namespace flowglass::tests;
using recording::openFlatFile;

namespace {

QByteArray goodFile()
{
    QByteArray file(kSevenColumns);
    for (int i = 0; i < 150; ++i) {
        file += "O:A26061" + QByteArray::number(i / 25) + "C00100000," + (i % 3 == 0 ? "\"12,37\"" : "227") +
                ",0,309,16." + QByteArray::number(i) + ',' +
                QByteArray::number(1'779'458'509'681'000'000 + i * 7'777'777LL % 300) + ',' +
                QByteArray::number(i % 9 + 1) + (i % 5 == 0 ? "\r\n" : "\n");
    }
    return file;
}

// Bytes changed, taken out, doubled, or replaced by what has a meaning in CSV.
QByteArray mutated(QByteArray file, QRandomGenerator& random)
{
    static const QByteArray kMeaningful("\",\n\r.-0\0eO:\xff", 12);
    const int changes = 1 + random.bounded(40);
    for (int i = 0; i < changes && !file.isEmpty(); ++i) {
        const qsizetype at = random.bounded(int(file.size()));
        const qsizetype length = random.bounded(30);
        switch (random.bounded(5)) {
        case 0:
            file[at] = char(random.bounded(256));
            break;
        case 1:
            file[at] = kMeaningful[random.bounded(int(kMeaningful.size()))];
            break;
        case 2:
            file.remove(at, length);
            break;
        case 3:
            file.insert(at, file.mid(random.bounded(int(file.size())), length));
            break;
        default:
            if (random.bounded(20) == 0)
                file.truncate(at);
        }
    }
    return file;
}

} // namespace

// Whatever a file holds, reading it ends, in an error or in frames that the decoder counts event by event.
class TestFlatFileGarbage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damageNeverGetsThrough_data();
    void damageNeverGetsThrough();
};

void TestFlatFileGarbage::damageNeverGetsThrough_data()
{
    QTest::addColumn<bool>("packed");
    QTest::addColumn<bool>("damagedBefore"); // before packing
    QTest::newRow("csv") << false << true;
    QTest::newRow("text damaged, then packed") << true << true;
    QTest::newRow("damaged when packed") << true << false;
}

void TestFlatFileGarbage::damageNeverGetsThrough()
{
    QFETCH(bool, packed);
    QFETCH(bool, damagedBefore);
    const FlatFixture fixture;
    const QByteArray good = goodFile();
    QRandomGenerator random(20'260'522);
    int opened = 0;
    for (int round = 0; round < 500; ++round) {
        QByteArray file = damagedBefore ? mutated(good, random) : good;
        if (packed)
            file = gzipped(file);
        if (!damagedBefore)
            file = mutated(file, random);
        FlatFileConfig config = fixture.config(file);
        config.memoryBytes = 3'000;
        const auto source = openFlatFile(config);
        if (!source) {
            QCOMPARE(source.error().code, domain::Error::Code::Unreadable);
            continue;
        }
        ++opened;
        const Played played = play(**source);
        QCOMPARE(played.counters.events, quint64((*source)->total()));
        QCOMPARE(played.counters.events, played.counters.trades + played.counters.rejected);
        QVERIFY(std::ranges::is_sorted(played.received));
        QVERIFY((*source)->losses().size() <= 101U);
    }
    QVERIFY(damagedBefore ? opened > 250 : opened < 250);
    QVERIFY(fixture.leftNothing());
}

QTEST_GUILESS_MAIN(TestFlatFileGarbage)
#include "tst_flatfilegarbage.moc"

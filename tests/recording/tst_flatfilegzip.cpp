// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flatfixture.h"

using namespace flowglass;
using namespace flowglass::tests;
using domain::Error;
using recording::openFlatFile;

namespace {

// `rows` rows that do not compress well.
QByteArray someRows(int rows)
{
    QByteArray text;
    std::uint32_t noise = 1;
    for (int i = 0; i < rows; ++i) {
        noise = noise * 1'664'525 + 1'013'904'223;
        text += "O:A,209,0,302,1.5," + QByteArray::number(1'779'458'509'000'000'000 + qint64(noise)) + ",1\n";
    }
    return text;
}

} // namespace

// Compressed flat files, whole and damaged.
class TestFlatFileGzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentDecidesNotTheName();
    void membersAreOneText_data();
    void membersAreOneText();
    void tornFileIsRefused_data();
    void tornFileIsRefused();
    void damagedFileIsRefused();
    void garbageBehindIsRefused();
};

void TestFlatFileGzip::contentDecidesNotTheName()
{
    const FlatFixture fixture;
    const QByteArray text = kSevenColumns + someRows(10);
    const QStringList expected = play(fixture.config(text, "day.csv")).frames;
    QVERIFY(!expected.isEmpty());
    QCOMPARE(play(fixture.config(text, "plain.csv.gz")).frames, expected);
    QCOMPARE(play(fixture.config(gzipped(text), "packed.csv")).frames, expected);
}

void TestFlatFileGzip::membersAreOneText_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray text = kSevenColumns + someRows(40'000);
    QTest::newRow("one member") << gzipped(text);
    QByteArray many;
    for (qsizetype at = 0; at < text.size(); at += 99'991)
        many += gzipped(text.mid(at, 99'991));
    QTest::newRow("many members, rows across them") << many;
    QTest::newRow("an empty member between")
        << gzipped(text.left(1234)) + gzipped({}) + gzipped(text.mid(1234));
    QTest::newRow("zeros behind") << gzipped(text) + QByteArray(5000, '\0');
}

void TestFlatFileGzip::membersAreOneText()
{
    QFETCH(QByteArray, file);
    const FlatFixture fixture;
    const QStringList expected = play(fixture.config(kSevenColumns + someRows(40'000), "plain.csv")).frames;
    QVERIFY(expected.size() > 400);
    QCOMPARE(play(fixture.config(file, "day.csv.gz")).frames, expected);
}

void TestFlatFileGzip::tornFileIsRefused_data()
{
    QTest::addColumn<qsizetype>("bytes"); // that are left; from the end when negative
    QTest::newRow("after its mark") << qsizetype(2);
    QTest::newRow("in its header") << qsizetype(7);
    QTest::newRow("in the first block") << qsizetype(100);
    QTest::newRow("in the middle") << qsizetype(60'000);
    QTest::newRow("in its checksum") << qsizetype(-3);
}

void TestFlatFileGzip::tornFileIsRefused()
{
    QFETCH(qsizetype, bytes);
    const FlatFixture fixture;
    const QByteArray whole = gzipped(kSevenColumns + someRows(20'000));
    const QByteArray torn = bytes < 0 ? whole.chopped(-bytes) : whole.first(bytes);
    for (const QByteArray& before : {QByteArray(), gzipped(kSevenColumns + someRows(10))}) {
        const auto source = openFlatFile(fixture.config(before + torn, "day.csv.gz"));
        QVERIFY(!source);
        QCOMPARE(source.error().code, Error::Code::Unreadable);
        const QString offset = QString::number(before.size() + torn.size());
        for (const QString& part : {QStringLiteral("day.csv.gz"), QStringLiteral("cut off"), offset}) {
            QVERIFY2(source.error().text.contains(part), qPrintable(source.error().text));
            QVERIFY2(source.error().detail.contains(part), qPrintable(source.error().detail));
        }
    }
}

void TestFlatFileGzip::damagedFileIsRefused()
{
    const FlatFixture fixture;
    QByteArray file = gzipped(kSevenColumns + someRows(20'000));
    const qsizetype at = file.size() / 2;
    file.replace(at, 64, QByteArray(64, '\xff'));
    const auto source = openFlatFile(fixture.config(file, "day.csv.gz"));
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::Unreadable);
    QVERIFY2(source.error().text.contains(QLatin1String("damaged")), qPrintable(source.error().text));
    // Near the damage: inflating notices within what one code can reach.
    const QString offset =
        source.error().text.section(QLatin1String("byte "), 1).section(QLatin1Char(' '), 0, 0);
    QVERIFY2(offset.toLongLong() >= at && offset.toLongLong() <= file.size(),
             qPrintable(source.error().text));
}

void TestFlatFileGzip::garbageBehindIsRefused()
{
    const FlatFixture fixture;
    const QByteArray whole = gzipped(kSevenColumns + someRows(10));
    const auto source = openFlatFile(fixture.config(whole + "garbage", "day.csv.gz"));
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::Unreadable);
}

QTEST_GUILESS_MAIN(TestFlatFileGzip)
#include "tst_flatfilegzip.moc"

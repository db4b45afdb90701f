// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/contractstate.h"
#include "detect/enginefixture.h"

using namespace flowglass;
using domain::Anomaly;
using tests::EngineFixture;

namespace {

const QString kCall = QStringLiteral("O:XYZ261218C00120000");
const QString kPut = QStringLiteral("O:XYZ261218P00110000");

QString leg(const QString& ticker, int size, const char* rest = "@305 232", const char* time = "11:00:00.000")
{
    return QLatin1String(time) + QLatin1Char(' ') + ticker + QStringLiteral(" 4.00 x%1 ").arg(size) +
           QLatin1String(rest);
}

} // namespace

class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void legsOfOnePackageAreOneAlert();
    void aLegThatIsNoNewsItselfIsInItToo();
    void whatDoesNotBelongTogetherStaysApart_data();
    void whatDoesNotBelongTogetherStaysApart();
    void anotherPackageOfTheSameLegsIsAnUpdate();
    void inAnotherOrderItIsAnUpdateToo();
    void aLegsOwnContractKeepsItsOwnAlerts();
    void cancellingTheLegsWithdrawsIt();
    void smallRatiosBelongTogether_data();
    void smallRatiosBelongTogether();
};

void TestPackages::legsOfOnePackageAreOneAlert()
{
    EngineFixture f;
    f.background(50);
    const auto first = f.feed(leg(kCall, 90'000));
    const auto second = f.feed(leg(kPut, 90'000));
    QCOMPARE(first.size(), std::size_t(1));
    QCOMPARE(second, first);
    const Anomaly& anomaly = f.engine.anomaly(first[0]);
    QVERIFY(anomaly.isPackage());
    QCOMPARE(anomaly.contract, std::optional(f.text.id("O:XYZ261218C00120000")));
    QCOMPARE(anomaly.prints.size(), std::size_t(2));
    QCOMPARE(anomaly.prints[1].trade.contract, f.text.id("O:XYZ261218P00110000"));
    QCOMPARE(f.engine.anomalyOfRow(f.lastRow()), std::optional(first[0]));
    QVERIFY(f.explain(first[0]).contains(QLatin1String("a leg of a multi-leg order")));
}

void TestPackages::aLegThatIsNoNewsItselfIsInItToo()
{
    EngineFixture f;
    f.background(50);
    for (int at = 0; at < 200; ++at)
        f.feed(leg(kCall, 1 + at % 20, "@305 232", "10:55:00.000"));
    QVERIFY(f.feed(leg(kCall, 60)).empty());
    const auto raised = f.feed(leg(kPut, 480));
    QCOMPARE(raised.size(), std::size_t(1));
    const Anomaly& anomaly = f.engine.anomaly(raised[0]);
    QCOMPARE(anomaly.prints.size(), std::size_t(2));
    QCOMPARE(anomaly.prints[0].trade.size, 60U); // in order of arrival
    QCOMPARE(anomaly.contract, std::optional(f.text.id("O:XYZ261218P00110000")));
}

void TestPackages::whatDoesNotBelongTogetherStaysApart_data()
{
    QTest::addColumn<QString>("other");
    QTest::newRow("another moment") << leg(kPut, 90'000, "@305 232", "11:00:00.001");
    QTest::newRow("another exchange") << leg(kPut, 90'000, "@306 232");
    QTest::newRow("a crooked ratio") << leg(kPut, 90'001);
    QTest::newRow("another underlying") << leg(QStringLiteral("O:ABC261218P00110000"), 90'000);
    QTest::newRow("a single leg") << leg(kPut, 90'000, "@305 209");
}

void TestPackages::whatDoesNotBelongTogetherStaysApart()
{
    QFETCH(QString, other);
    EngineFixture f;
    f.background(50);
    const auto first = f.feed(leg(kCall, 90'000));
    const auto second = f.feed(other);
    QCOMPARE(first.size(), std::size_t(1));
    QCOMPARE(second.size(), std::size_t(1));
    QVERIFY(first != second);
}

void TestPackages::anotherPackageOfTheSameLegsIsAnUpdate()
{
    EngineFixture f;
    f.background(50);
    const auto first = f.feed(leg(kCall, 90'000));
    f.feed(leg(kPut, 90'000));
    QCOMPARE(f.feed(leg(kCall, 200'000, "@305 232", "11:00:20.000")), first);
    QCOMPARE(f.feed(leg(kPut, 200'000, "@305 232", "11:00:20.000")), first);
    QCOMPARE(f.engine.anomaly(first.at(0)).prints.size(), std::size_t(4));
}

void TestPackages::inAnotherOrderItIsAnUpdateToo()
{
    EngineFixture f;
    f.background(50);
    const auto first = f.feed(leg(kCall, 90'000));
    f.feed(leg(kPut, 90'000));
    QCOMPARE(f.feed(leg(kPut, 200'000, "@305 232", "11:00:20.000")), first);
    QCOMPARE(f.feed(leg(kCall, 200'000, "@305 232", "11:00:20.000")), first);
    QCOMPARE(f.engine.count(), 1U);
    QCOMPARE(f.engine.anomaly(first.at(0)).prints.size(), std::size_t(4));
    // Not a minute and more later.
    QVERIFY(f.feed(leg(kPut, 2'000'000, "@305 232", "11:02:00.000")) != first);
}

void TestPackages::aLegsOwnContractKeepsItsOwnAlerts()
{
    EngineFixture f;
    f.background(50);
    const auto package = f.feed(leg(kCall, 90'000));
    f.feed(leg(kPut, 90'000));
    const auto own = f.feed(leg(kPut, 90'000, "@305 209", "11:00:05.000"));
    QCOMPARE(own.size(), std::size_t(1));
    QVERIFY(own != package);
    QVERIFY(!f.engine.anomaly(own[0]).isPackage());
}

void TestPackages::cancellingTheLegsWithdrawsIt()
{
    EngineFixture f;
    f.background(50);
    const auto id = f.feed(leg(kCall, 90'000));
    f.feed(leg(kPut, 90'000));
    QCOMPARE(f.feed(leg(kPut, 90'000, "@305 201", "11:00:05.000")), id);
    QVERIFY(f.engine.anomaly(id.at(0)).state == Anomaly::State::Open);
    QCOMPARE(f.engine.anomaly(id[0]).size(), std::uint64_t(90'000));
    QCOMPARE(f.feed(leg(kCall, 90'000, "@305 201", "11:00:06.000")), id);
    QVERIFY(f.engine.anomaly(id[0]).state == Anomaly::State::Withdrawn);
}

void TestPackages::smallRatiosBelongTogether_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<bool>("joins");
    QTest::newRow("one to one") << 37 << 37 << true;
    QTest::newRow("one to two") << 10 << 20 << true;
    QTest::newRow("two to three") << 100 << 150 << true;
    QTest::newRow("one to eight") << 80 << 10 << true;
    QTest::newRow("one to nine") << 10 << 90 << false;
    QTest::newRow("ten to eleven") << 10 << 11 << false;
}

void TestPackages::smallRatiosBelongTogether()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(bool, joins);
    tests::TapeText text;
    detect::ContractState state;
    detect::Package package;
    QVERIFY(!package.joins(text(leg(kCall, first))));
    package.start(text(leg(kCall, first)), 7, state);
    QCOMPARE(package.joins(text(leg(kPut, second))), joins);
    for (std::size_t at = 1; at < detect::Package::kMostLegs; ++at)
        package.join(8);
    QCOMPARE(package.legs().size(), detect::Package::kMostLegs);
    QVERIFY(!package.joins(text(leg(kPut, second)))); // full
}

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_packages.moc"

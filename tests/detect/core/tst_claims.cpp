// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/core/claims.h"

#include <cmath>

using namespace flowglass;
using detect::Claims;
using detect::LostOrder;
using domain::AnomalyKind;

namespace {

Claims::Claim claim(AnomalyKind kind, double surprise, std::vector<std::uint64_t> rows, bool flags = true)
{
    Claims::Claim made;
    made.evidence.kind = kind;
    made.evidence.surprise = surprise;
    made.basis.rows = std::move(rows);
    made.threshold = flags ? surprise : surprise + 0.5;
    return made;
}

// Of contract 1, fading in 30 s.
Claims::Basis basis(double orders, std::int64_t untilMs)
{
    Claims::Basis made;
    made.orders = detect::CountedOrders{{orders, 10.0, 20.0, 30.0}, domain::ContractId(1), untilMs, std::uint32_t(untilMs)};
    return made;
}

Claims::Claim count(double surprise, double orders, std::int64_t untilMs)
{
    Claims::Claim made = claim(AnomalyKind::Activity, surprise, {});
    made.evidence.slope = 1.0;
    made.basis = basis(orders, untilMs);
    return made;
}

// Times count from the same moment as of the event time 1'000'000'000.
LostOrder order(std::int64_t baselineMs, std::uint32_t serial = 0)
{
    return {domain::ContractId(1), "XYZ", {1'000'000'000 + baselineMs}, baselineMs, serial, 5, true, true};
}

} // namespace

class TestClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheMostSurprisingOfEachKind();
    void keepsTheBestOfTheSamePrints();
    void keepsManyThatRestOnOtherPrints();
    void keepsTheBestOfOverlappingCounts();
    void aCountLosesAnOrder();
    void aCancelledRowLeavesTheNextBest();
    void whatOnlySupportsDoesNotFlag();
};

void TestClaims::tellsTheMostSurprisingOfEachKind()
{
    Claims claims;
    claims.add(claim(AnomalyKind::Price, 6.0, {1}));
    claims.add(claim(AnomalyKind::Size, 5.0, {1}));
    claims.add(claim(AnomalyKind::Price, 8.0, {2}));
    claims.add(claim(AnomalyKind::Size, 4.0, {3}));
    domain::Anomaly anomaly;
    claims.tell(anomaly);
    QCOMPARE(anomaly.evidence.size(), std::size_t(2));
    QVERIFY(anomaly.evidence[0].kind == AnomalyKind::Size);
    QCOMPARE(anomaly.evidence[0].surprise, 5.0);
    QCOMPARE(anomaly.evidence[1].surprise, 8.0);
    QCOMPARE(anomaly.score, 8.0);
    QVERIFY(anomaly.kinds.has(AnomalyKind::Price) && anomaly.kinds.has(AnomalyKind::Size));
    QCOMPARE(claims.surprise(AnomalyKind::Price), 8.0);
    QCOMPARE(claims.surprise(AnomalyKind::Surge), 0.0);
}

void TestClaims::keepsTheBestOfTheSamePrints()
{
    Claims claims;
    std::vector<std::uint64_t> rows;
    for (std::uint64_t row = 0; row < 20; ++row) { // an order that grows
        rows.push_back(row);
        claims.add(claim(AnomalyKind::Size, double(row), rows));
    }
    QVERIFY(!claims.wants(AnomalyKind::Size, 15.9, {{0, 1}, {}}));
    QVERIFY(claims.wants(AnomalyKind::Size, 16.5, {{0, 1}, {}}));
    QVERIFY(claims.wants(AnomalyKind::Size, 0.1, {{50}, {}}));
    QVERIFY(claims.wants(AnomalyKind::Price, 0.1, {{0}, {}}));
    for (std::uint64_t row = 19; row > 15; --row) {
        QCOMPARE(claims.surprise(AnomalyKind::Size), double(row));
        QVERIFY(claims.dropRestingOn(row));
    }
    QVERIFY(!claims.anyFlags());
}

void TestClaims::keepsManyThatRestOnOtherPrints()
{
    Claims claims;
    for (std::uint64_t row = 1; row <= Claims::kMostOfKind; ++row)
        claims.add(claim(AnomalyKind::Price, 5.0 + double(row), {row}));
    QVERIFY(!claims.wants(AnomalyKind::Price, 5.5, {{1'000}, {}}));
    QVERIFY(claims.wants(AnomalyKind::Price, 6.5, {{1'000}, {}}));
    claims.add(claim(AnomalyKind::Price, 6.5, {1'000})); // in place of the weakest
    QVERIFY(!claims.dropRestingOn(1));
    for (std::uint64_t row = 2; row <= Claims::kMostOfKind; ++row)
        QVERIFY(claims.dropRestingOn(row));
    QCOMPARE(claims.surprise(AnomalyKind::Price), 6.5);
}

void TestClaims::keepsTheBestOfOverlappingCounts()
{
    Claims claims;
    claims.add(count(5.0, 100.0, 0)); // long before the others
    for (int at = 0; at < 10; ++at)
        claims.add(count(6.0 + at, 100.0, 600'000 + at * 1'000));
    for (const std::int64_t ms : {600'000, 605'000}) {
        QVERIFY(!claims.wants(AnomalyKind::Activity, 11.9, basis(100.0, ms)));
        QVERIFY(claims.wants(AnomalyKind::Activity, 12.1, basis(100.0, ms)));
    }
    QVERIFY(claims.wants(AnomalyKind::Activity, 5.1, basis(100.0, 1'000)));
    LostOrder lost = order(600'000);
    lost.serial = 600'000;
    while (claims.takeOut(lost)) {
    }
    QCOMPARE(claims.surprise(AnomalyKind::Activity), 5.0); // nothing of it was lost
    QVERIFY(claims.anyFlags());
}

void TestClaims::aCountLosesAnOrder()
{
    Claims claims;
    Claims::Claim burst = count(5.0, 40.0, 100'000);
    burst.evidence.value = 40.0;
    burst.evidence.prints = 50;
    burst.evidence.time = {1'000'100'000};
    burst.evidence.window = std::chrono::seconds(60);
    burst.evidence.slope = 0.5;
    burst.evidence.offset = 1.0;
    burst.evidence.raw = burst.basis.orders->fading.surprise();
    burst.evidence.surprise = burst.evidence.raw / 0.5 + 1.0;
    burst.threshold = burst.evidence.surprise - 0.5;
    claims.add(burst);
    const auto told = [&claims] {
        domain::Anomaly anomaly;
        claims.tell(anomaly);
        return anomaly.evidence.at(0);
    };
    QVERIFY(!claims.takeOut(order(100'001, 100'001))); // it came after
    LostOrder other = order(90'000);
    other.contract = domain::ContractId(9);
    QVERIFY(!claims.takeOut(other));
    LostOrder part = order(90'000);
    part.isWhole = false;
    QVERIFY(!claims.takeOut(part));
    LostOrder soon = order(90'000);
    soon.counted = false;
    QVERIFY(!claims.takeOut(soon));

    QVERIFY(claims.takeOut(order(100'000)));
    QCOMPARE(told().value, 39.0);
    QCOMPARE(told().prints, 49);
    QCOMPARE(told().raw, detect::countSurprise(39.0, 10.0, 20.0));
    QCOMPARE(told().surprise, told().raw / 0.5 + 1.0);
    QVERIFY(claims.takeOut(order(40'000))); // at the edge of the window: not told, but it weighed 1/e² of the fading 30 s
    QCOMPARE(told().value, 39.0);
    QCOMPARE(told().raw, detect::countSurprise(39.0 - std::exp(-2.0), 10.0, 20.0));
    while (claims.takeOut(order(100'000))) {
    }
    QVERIFY(!claims.anyFlags());
    domain::Anomaly left;
    claims.tell(left);
    QVERIFY(left.evidence.empty()); // less than what supports is not told
}

void TestClaims::aCancelledRowLeavesTheNextBest()
{
    Claims claims;
    claims.add(claim(AnomalyKind::Sweep, 5.0, {1}));
    claims.add(claim(AnomalyKind::Sweep, 7.0, {1, 2}));
    claims.add(claim(AnomalyKind::Activity, 6.0, {}));
    QVERIFY(!claims.dropRestingOn(3));
    QVERIFY(claims.dropRestingOn(2));
    domain::Anomaly anomaly;
    claims.tell(anomaly);
    QCOMPARE(anomaly.score, 6.0);
    QCOMPARE(claims.surprise(AnomalyKind::Sweep), 5.0);
    QVERIFY(claims.dropRestingOn(1));
    claims.tell(anomaly);
    QVERIFY(!anomaly.kinds.has(AnomalyKind::Sweep));
    QVERIFY(claims.anyFlags());
}

void TestClaims::whatOnlySupportsDoesNotFlag()
{
    Claims claims;
    claims.add(claim(AnomalyKind::Size, 7.0, {1}));
    claims.add(claim(AnomalyKind::Price, 4.5, {2}, false));
    QVERIFY(claims.anyFlags());
    QVERIFY(claims.dropRestingOn(1));
    QVERIFY(!claims.anyFlags());
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/core/claims.h"

using namespace flowglass;
using detect::Claims;
using domain::AnomalyKind;

namespace {

Claims::Claim claim(AnomalyKind kind, double surprise, std::vector<std::uint64_t> rows, bool flags = true)
{
    Claims::Claim made;
    made.evidence.kind = kind;
    made.evidence.surprise = surprise;
    made.rows = std::move(rows);
    made.flags = flags;
    return made;
}

} // namespace

class TestClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheMostSurprisingOfEachKind();
    void keepsTheBestOfAKindOnly();
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

void TestClaims::keepsTheBestOfAKindOnly()
{
    Claims claims;
    for (std::uint64_t row = 0; row < 20; ++row)
        claims.add(claim(AnomalyKind::Size, double(row), {row}));
    QVERIFY(!claims.wants(AnomalyKind::Size, 15.9));
    QVERIFY(claims.wants(AnomalyKind::Size, 16.5));
    QVERIFY(claims.wants(AnomalyKind::Price, 0.1));
    for (std::uint64_t row = 19; row > 15; --row) {
        QCOMPARE(claims.surprise(AnomalyKind::Size), double(row));
        QVERIFY(claims.dropRestingOn(row));
    }
    QVERIFY(!claims.anyFlags());
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

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/stats/countsurprise.h"
#include "detect/stats/sessionprofile.h"
#include "support/tapetext.h"

#include <cmath>

using flowglass::detect::countSurprise;
using flowglass::detect::SessionProfile;

class TestCountSurprise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expectedCountsDoNotSurprise_data();
    void expectedCountsDoNotSurprise();
    void boundsTheExactTailFromAbove_data();
    void boundsTheExactTailFromAbove();
    void risesWithTheCountAndFallsWithDoubt();
    void paceHasAMeanOfOneAndAddsUp();
    void marketTimeRunsOnOutsideTheSession();
    void summerTimeMovesTheOpen();
};

void TestCountSurprise::expectedCountsDoNotSurprise_data()
{
    QTest::addColumn<double>("count");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    QTest::newRow("below the mean") << 3.0 << 4.0 << 4.0;
    QTest::newRow("at the mean") << 4.0 << 4.0 << 4.0;
    QTest::newRow("no mean") << 4.0 << 0.0 << 1.0;
    QTest::newRow("no variance") << 4.0 << 1.0 << 0.0;
    QTest::newRow("not a number") << 4.0 << std::nan("") << 1.0;
    QTest::newRow("a count that is none") << std::nan("") << 1.0 << 1.0;
}

void TestCountSurprise::expectedCountsDoNotSurprise()
{
    QFETCH(double, count);
    QFETCH(double, mean);
    QFETCH(double, variance);
    QCOMPARE(countSurprise(count, mean, variance), 0.0);
}

void TestCountSurprise::boundsTheExactTailFromAbove_data()
{
    QTest::addColumn<double>("count");
    QTest::newRow("twice the mean") << 10.0;
    QTest::newRow("three times the mean") << 15.0;
    QTest::newRow("ten times the mean") << 50.0;
}

// Mean 5 and variance 5: a Gamma of shape 5, whose tail is that of a Poisson count below 5.
void TestCountSurprise::boundsTheExactTailFromAbove()
{
    QFETCH(double, count);
    double term = 1.0;
    double sum = 1.0;
    for (int k = 1; k < 5; ++k)
        sum += term *= count / k;
    const double exact = -std::log10(sum * std::exp(-count));
    const double bound = countSurprise(count, 5.0, 5.0);
    QVERIFY(bound <= exact);
    QVERIFY2(exact - bound < 2.0, qPrintable(QString::number(exact - bound)));
}

void TestCountSurprise::risesWithTheCountAndFallsWithDoubt()
{
    double last = 0.0;
    for (double count = 2.0; count < 200.0; count *= 1.3) {
        const double surprise = countSurprise(count, 1.4, 1.0);
        QVERIFY(surprise > last);
        QVERIFY(countSurprise(count, 1.4, 3.0) < surprise);
        last = surprise;
    }
}

void TestCountSurprise::paceHasAMeanOfOneAndAddsUp()
{
    SessionProfile profile;
    const std::int64_t open = flowglass::tests::TapeText::kMidnightMs + 34'200'000;
    double sum = 0.0;
    for (int second = 0; second < 23'400; ++second) {
        const SessionProfile::Moment& moment = profile.at({open + second * 1000LL});
        QVERIFY(std::fabs(moment.elapsed - sum / 23'400.0) < 2e-3);
        sum += moment.pace;
    }
    QVERIFY(std::fabs(sum / 23'400.0 - 1.0) < 1e-2);
    QVERIFY(profile.at({open}).pace > 2.0);
    QVERIFY(profile.at({open + 10'000'000}).pace < 1.0);
}

void TestCountSurprise::marketTimeRunsOnOutsideTheSession()
{
    SessionProfile profile;
    const std::int64_t midnight = flowglass::tests::TapeText::kMidnightMs;
    double last = -10.0;
    for (std::int64_t ms = midnight; ms < midnight + 86'400'000; ms += 60'000) {
        const double now = profile.at({ms}).elapsed;
        QVERIFY(now > last);
        QVERIFY(profile.at({ms}).pace > 0.5);
        last = now;
    }
}

void TestCountSurprise::summerTimeMovesTheOpen()
{
    SessionProfile profile;
    const std::int64_t july = 1'783'344'600'000; // 2026-07-06T13:30:00Z, 9:30 in New York
    QVERIFY(std::fabs(profile.at({july}).elapsed) < 1e-9);
    QCOMPARE(profile.at({july}).day, 20'640);
}

QTEST_GUILESS_MAIN(TestCountSurprise)
#include "tst_countsurprise.moc"

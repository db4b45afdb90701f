// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/backoff.h"

using namespace std::chrono_literals;
using flowglass::feed::Backoff;

class TestBackoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesUntilTheCap();
    void jitterGoesBothWays_data();
    void jitterGoesBothWays();
    void startsAfreshAfterAReset();
    void neverOverflows();
};

void TestBackoff::doublesUntilTheCap()
{
    Backoff backoff; // as the program has it
    for (const auto wait : {500ms, 1'000ms, 2'000ms, 4'000ms, 8'000ms, 16'000ms, 32'000ms, 60'000ms, 60'000ms})
        QCOMPARE(backoff.next(0.5), std::chrono::milliseconds(wait));
}

void TestBackoff::jitterGoesBothWays_data()
{
    QTest::addColumn<double>("jitter");
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("ms");
    QTest::newRow("no jitter: the random number does not matter") << 0.0 << 0.9 << 1000;
    QTest::newRow("a quarter, lowest draw: three quarters of the wait") << 0.25 << 0.0 << 750;
    QTest::newRow("a quarter, middle draw: the wait") << 0.25 << 0.5 << 1000;
    QTest::newRow("a quarter, highest draw: a quarter more") << 0.25 << 1.0 << 1250;
    QTest::newRow("a draw above one counts as one") << 0.25 << 7.0 << 1250;
    QTest::newRow("a draw below zero counts as zero") << 0.25 << -1.0 << 750;
}

void TestBackoff::jitterGoesBothWays()
{
    QFETCH(double, jitter);
    QFETCH(double, random);
    QFETCH(int, ms);
    Backoff backoff({1s, 2.0, 60s, jitter});
    QCOMPARE(backoff.next(random), std::chrono::milliseconds(ms));
}

void TestBackoff::startsAfreshAfterAReset()
{
    Backoff backoff({100ms, 3.0, 60s, 0.0});
    QCOMPARE(backoff.next(0.0), 100ms);
    QCOMPARE(backoff.next(0.0), 300ms);
    QCOMPARE(backoff.failures(), 2);
    backoff.reset();
    QCOMPARE(backoff.failures(), 0);
    QCOMPARE(backoff.next(0.0), 100ms);
}

void TestBackoff::neverOverflows()
{
    Backoff backoff({500ms, 10.0, 60s, 0.25});
    for (int i = 0; i < 100'000; ++i) {
        const auto wait = backoff.next(double(i % 100) / 100.0);
        QVERIFY(wait > 0ms && wait <= 75s);
    }
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"

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
    void jitterOnlyShortens_data();
    void jitterOnlyShortens();
    void startsAfreshAfterAReset();
    void neverOverflows();
};

void TestBackoff::doublesUntilTheCap()
{
    Backoff backoff({500ms, 2.0, 3s, 0.25});
    QCOMPARE(backoff.next(0.0), 500ms);
    QCOMPARE(backoff.next(0.0), 1000ms);
    QCOMPARE(backoff.next(0.0), 2000ms);
    QCOMPARE(backoff.next(0.0), 3000ms);
    QCOMPARE(backoff.next(0.0), 3000ms);
}

void TestBackoff::jitterOnlyShortens_data()
{
    QTest::addColumn<double>("jitter");
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("ms");
    QTest::newRow("no jitter: the random number does not matter") << 0.0 << 0.9 << 1000;
    QTest::newRow("a quarter, lowest draw: the whole wait") << 0.25 << 0.0 << 1000;
    QTest::newRow("a quarter, middle draw") << 0.25 << 0.5 << 875;
    QTest::newRow("a quarter, highest draw: three quarters of the wait") << 0.25 << 1.0 << 750;
    QTest::newRow("a draw above one counts as one") << 0.25 << 7.0 << 750;
    QTest::newRow("a draw below zero counts as zero") << 0.25 << -1.0 << 1000;
}

void TestBackoff::jitterOnlyShortens()
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
        QVERIFY(wait > 0ms && wait <= 60s);
    }
}

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"

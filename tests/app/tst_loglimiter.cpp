// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/loglimiter.h"

using namespace std::chrono_literals;
using namespace flowglass::app;

class TestLogLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterAFewTheyAreHeldBack();
    void eachKindHasItsOwnCount();
    void aNewWindowBeginsAfresh();
    void manyKindsShareOneCount();
};

void TestLogLimiter::afterAFewTheyAreHeldBack()
{
    LogLimiter limiter;
    int admitted = 0;
    for (int i = 0; i < 100; ++i)
        admitted += limiter.admits(LogLevel::Warning, QStringLiteral("try %1").arg(i), 1s) ? 1 : 0;
    QCOMPARE(admitted, int(LogLimiter::kMost));
    QVERIFY(limiter.over(10s).empty());
    const auto held = limiter.over(11s);
    QCOMPARE(held.size(), 1U);
    QCOMPARE(held.front().count, 80U);
    QCOMPARE(held.front().text, QStringLiteral("try 99"));
    QCOMPARE(held.front().level, LogLevel::Warning);
    QVERIFY(limiter.over(30s).empty());
}

void TestLogLimiter::eachKindHasItsOwnCount()
{
    LogLimiter limiter;
    for (int i = 0; i < 30; ++i)
        limiter.admits(LogLevel::Info, QStringLiteral("noise"), 0s);
    QVERIFY(!limiter.admits(LogLevel::Info, QStringLiteral("noise"), 0s));
    QVERIFY(limiter.admits(LogLevel::Info, QStringLiteral("news"), 0s));
    QVERIFY(limiter.admits(LogLevel::Error, QStringLiteral("noise"), 0s));
    QCOMPARE(limiter.rest().size(), 1U);
}

void TestLogLimiter::aNewWindowBeginsAfresh()
{
    LogLimiter limiter;
    for (int i = 0; i < 21; ++i)
        limiter.admits(LogLevel::Info, QStringLiteral("noise"), 0s);
    limiter.admits(LogLevel::Info, QStringLiteral("later"), 5s); // its window ends later
    QCOMPARE(limiter.over(10s).size(), 1U);
    QVERIFY(limiter.admits(LogLevel::Info, QStringLiteral("noise"), 10s));
    QVERIFY(limiter.rest().empty());
}

void TestLogLimiter::manyKindsShareOneCount()
{
    LogLimiter limiter;
    int admitted = 0;
    for (int i = 0; i < 10'000; ++i) {
        const QString text(i / 100 + 1, QChar(u'a' + i % 26));
        admitted += limiter.admits(LogLevel::Info, text, 0s) ? 1 : 0;
    }
    QVERIFY2(admitted <= int(LogLimiter::kKinds + 1) * int(LogLimiter::kMost), qPrintable(QString::number(admitted)));
    std::uint64_t held = 0;
    for (const LogLimiter::HeldBack& one : limiter.rest())
        held += one.count;
    QCOMPARE(held + std::uint64_t(admitted), 10'000U);
}

QTEST_GUILESS_MAIN(TestLogLimiter)
#include "tst_loglimiter.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/ratelimiter.h"

using namespace flowglass::contracts;
using namespace std::chrono_literals;
using Steady = RateLimiter::Steady;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverExceedsItsPlanInAnyWindow_data();
    void neverExceedsItsPlanInAnyWindow();
    void theFirst429TeachesTheFreePlan();
    void aPlanThatIsSetIsNotUnlearnt();
    void retryAfterIsHonoured_data();
    void retryAfterIsHonoured();
    void pausesDoubleWhenTheProviderNamesNone();
    void callsThatWentOutTogetherCountAsOneRejection();
    void countsTheCallsOfTheLastMinute();
    void settingThePlanKeepsTheCallsAlreadyMade();
    void callsThatCanWaitLeaveSomeToOthers_data();
    void callsThatCanWaitLeaveSomeToOthers();

private:
    static constexpr Steady kStart = 1h;
};

void TestRateLimiter::neverExceedsItsPlanInAnyWindow_data()
{
    QTest::addColumn<RatePlan>("plan");
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("windowMs");
    QTest::newRow("the free plan makes five calls in any minute")
        << RatePlan::FivePerMinute << 5 << qint64(60'000);
    QTest::newRow("a paid plan makes a hundred calls in any second")
        << RatePlan::HundredPerSecond << 100 << qint64(1'000);
    QTest::newRow("the unknown plan begins as a paid one") << RatePlan::Learn << 100 << qint64(1'000);
}

void TestRateLimiter::neverExceedsItsPlanInAnyWindow()
{
    QFETCH(RatePlan, plan);
    QFETCH(int, limit);
    QFETCH(qint64, windowMs);
    RateLimiter limiter(plan);
    std::vector<Steady> calls;
    Steady now = kStart;
    // An impatient caller with odd pauses: calls as soon as it may, sometimes later.
    for (int i = 0; i < limit * 7; ++i) {
        now = limiter.earliest(now);
        QVERIFY(limiter.mayCall(now));
        limiter.onCall(now);
        calls.push_back(now);
        if (i % 3 == 0)
            now += 37ms;
    }
    for (std::size_t i = std::size_t(limit); i < calls.size(); ++i)
        QVERIFY2(calls[i] - calls[i - std::size_t(limit)] >= std::chrono::milliseconds(windowMs),
                 qPrintable(QStringLiteral("call %1").arg(i)));
    // And it is not needlessly slow: a whole window is used.
    QVERIFY(calls[std::size_t(limit) - 1] - calls[0] < std::chrono::milliseconds(windowMs) * 2);
}

void TestRateLimiter::theFirst429TeachesTheFreePlan()
{
    RateLimiter limiter(RatePlan::Learn);
    for (int i = 0; i < 5; ++i)
        limiter.onCall(kStart + i * 1ms);
    QVERIFY(limiter.mayCall(kStart + 5ms));
    limiter.onCall(kStart + 5ms);
    QVERIFY(!limiter.isFivePerMinute());
    limiter.onRejected(kStart + 50ms, std::nullopt);
    QVERIFY(limiter.isFivePerMinute());
    QCOMPARE(limiter.plan(), RatePlan::Learn);
    QVERIFY(limiter.earliest(kStart + 50ms) >= kStart + 60s);
    QVERIFY(limiter.isAtProvidersLimit(kStart + 50ms));
    QVERIFY(limiter.mayCall(kStart + 62s));
    QVERIFY(!limiter.isAtProvidersLimit(kStart + 62s));
}

void TestRateLimiter::aPlanThatIsSetIsNotUnlearnt()
{
    RateLimiter limiter(RatePlan::HundredPerSecond, 500ms);
    for (int i = 0; i < 50; ++i)
        limiter.onCall(kStart);
    for (int i = 0; i < 50; ++i)
        limiter.onCall(kStart);
    QVERIFY(!limiter.mayCall(kStart));
    QVERIFY(!limiter.isAtProvidersLimit(kStart)); // our own pace
    limiter.onRejected(kStart + 1s, std::nullopt);
    QVERIFY(limiter.isAtProvidersLimit(kStart + 1s));
    QVERIFY(!limiter.isFivePerMinute());
    QCOMPARE(limiter.earliest(kStart).count(), Steady(kStart + 1500ms).count());
}

void TestRateLimiter::retryAfterIsHonoured_data()
{
    QTest::addColumn<qint64>("retryMs");
    QTest::addColumn<qint64>("pauseMs");
    QTest::newRow("two seconds") << qint64(2'000) << qint64(2'000);
    QTest::newRow("nothing") << qint64(0) << qint64(0);
    QTest::newRow("the past is now") << qint64(-5'000) << qint64(0);
    QTest::newRow("more than an hour is not believed") << qint64(86'400'000) << qint64(3'600'000);
}

void TestRateLimiter::retryAfterIsHonoured()
{
    QFETCH(qint64, retryMs);
    QFETCH(qint64, pauseMs);
    RateLimiter limiter(RatePlan::HundredPerSecond);
    limiter.onCall(kStart);
    limiter.onRejected(kStart, std::chrono::milliseconds(retryMs));
    QCOMPARE(Steady(limiter.earliest(kStart) - kStart).count(),
             Steady(std::chrono::milliseconds(pauseMs)).count());
    limiter.onRejected(kStart, 0ms); // a shorter one does not shorten it
    QCOMPARE(Steady(limiter.earliest(kStart) - kStart).count(),
             Steady(std::chrono::milliseconds(pauseMs)).count());
}

void TestRateLimiter::pausesDoubleWhenTheProviderNamesNone()
{
    RateLimiter limiter(RatePlan::HundredPerSecond, 500ms);
    Steady now = kStart;
    QList<qint64> pauses;
    for (int i = 0; i < 8; ++i) {
        limiter.onRejected(now, std::nullopt);
        const Steady next = limiter.earliest(now);
        pauses.append((next - now) / 1ms);
        now = next;
    }
    QCOMPARE(pauses, QList<qint64>({500, 1000, 2000, 4000, 8000, 16000, 16000, 16000}));
    limiter.onAccepted();
    limiter.onRejected(now, std::nullopt);
    QCOMPARE((limiter.earliest(now) - now) / 1ms, qint64(500));
}

void TestRateLimiter::callsThatWentOutTogetherCountAsOneRejection()
{
    RateLimiter limiter(RatePlan::HundredPerSecond, 500ms);
    for (int i = 0; i < 4; ++i)
        limiter.onRejected(kStart + i * 10ms, std::nullopt);
    QCOMPARE((limiter.earliest(kStart) - kStart) / 1ms, qint64(500));
}

void TestRateLimiter::countsTheCallsOfTheLastMinute()
{
    RateLimiter limiter(RatePlan::HundredPerSecond);
    QCOMPARE(limiter.callsLastMinute(kStart), 0);
    for (int i = 0; i < 90; ++i)
        limiter.onCall(kStart + i * 1s);
    QCOMPARE(limiter.callsLastMinute(kStart + 89s), 60);
    QCOMPARE(limiter.callsLastMinute(kStart + 119s), 30);
    QCOMPARE(limiter.callsLastMinute(kStart + 10min), 0);
}

void TestRateLimiter::settingThePlanKeepsTheCallsAlreadyMade()
{
    RateLimiter limiter(RatePlan::HundredPerSecond);
    for (int i = 0; i < 30; ++i)
        limiter.onCall(kStart + i * 100ms);
    const Steady now = kStart + 3s;
    QVERIFY(limiter.mayCall(now));
    limiter.setPlan(RatePlan::FivePerMinute);
    QVERIFY(limiter.earliest(now) >= kStart + 2500ms + 60s);
    limiter.setPlan(RatePlan::Learn);
    QVERIFY(limiter.mayCall(now));
}

void TestRateLimiter::callsThatCanWaitLeaveSomeToOthers_data()
{
    QTest::addColumn<RatePlan>("plan");
    QTest::addColumn<int>("spare");
    QTest::addColumn<int>("all");
    QTest::newRow("five a minute") << RatePlan::FivePerMinute << 3 << 5;
    QTest::newRow("a hundred a second") << RatePlan::HundredPerSecond << 80 << 100;
}

void TestRateLimiter::callsThatCanWaitLeaveSomeToOthers()
{
    QFETCH(RatePlan, plan);
    RateLimiter limiter(plan);
    int calls = 0;
    for (; limiter.earliestSpare(kStart) <= kStart; ++calls)
        limiter.onCall(kStart);
    QTEST(calls, "spare");
    for (; limiter.mayCall(kStart); ++calls)
        limiter.onCall(kStart);
    QTEST(calls, "all");
    QVERIFY(limiter.earliestSpare(kStart) >= limiter.earliest(kStart));
    limiter.pauseUntil(kStart + 10min);
    QCOMPARE(limiter.earliestSpare(kStart), Steady(kStart + 10min)); // a pause is everyone's
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"

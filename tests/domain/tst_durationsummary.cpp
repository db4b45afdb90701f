// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/time/durationsummary.h"

using namespace flowglass::domain;
using namespace std::chrono_literals;

class TestDurationSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreWithinABin();
    void extremesDoNotBreakIt();
};

void TestDurationSummary::quantilesAreWithinABin()
{
    DurationSummary summary;
    for (int i = 1; i <= 10'000; ++i)
        summary.add(std::chrono::microseconds(i));
    const auto near = [](std::chrono::nanoseconds got, std::chrono::nanoseconds want) {
        return std::abs(double(got.count()) / double(want.count()) - 1.0) < 0.05;
    };
    QVERIFY(near(summary.quantile(0.5), 5000us));
    QVERIFY(near(summary.quantile(0.99), 9900us));
    QCOMPARE(summary.max(), std::chrono::nanoseconds(10'000us));
    QCOMPARE(summary.count(), std::uint64_t(10'000));
    summary.clear();
    QCOMPARE(summary.quantile(0.5), 0ns);
}

void TestDurationSummary::extremesDoNotBreakIt()
{
    DurationSummary summary;
    summary.add(0ns);
    summary.add(-5ms);
    summary.add(std::chrono::hours(100));
    QCOMPARE(summary.quantile(1.0), std::chrono::nanoseconds(summary.max()));
    QVERIFY(summary.quantile(0.1) <= 2us);
}

QTEST_GUILESS_MAIN(TestDurationSummary)
#include "tst_durationsummary.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/history/settingslog.h"

#include <map>
#include <random>

using namespace flowglass;
using detect::Settings;
using detect::SettingsLog;

namespace {

Settings numbered(int number) { return {double(number)}; }

// Rows 0 to 999 came by themselves, but for some that nobody judges; parts behind them were fetched for gaps and
// are judged at their places. What is missing between the parts comes by itself again.
std::vector<std::uint64_t> orderOfJudging(std::mt19937& random)
{
    std::map<std::uint64_t, std::vector<std::uint64_t>> inserted; // before a row
    std::vector<bool> isFetched(1'000, false);
    for (std::uint64_t part = 400 + random() % 50; part + 30 < 1'000; part += 30 + random() % 90) {
        const std::uint64_t end = part + 1 + random() % 20;
        std::vector<std::uint64_t>& rows = inserted[random() % part];
        for (std::uint64_t row = part; row < end; ++row) {
            rows.push_back(row);
            isFetched[row] = true;
        }
    }
    std::vector<std::uint64_t> order;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        const auto here = inserted.find(row);
        if (here != inserted.end())
            order.insert(order.end(), here->second.begin(), here->second.end());
        if (!isFetched[row] && random() % 20 != 0)
            order.push_back(row);
    }
    return order;
}

} // namespace

class TestSettingsLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsKnowWhatTheyWereJudgedWith_data()
    {
        QTest::addColumn<int>("between"); // changes
        QTest::newRow("never") << 100'000;
        QTest::newRow("now and then") << 200;
        QTest::newRow("often") << 5;
    }
    void rowsKnowWhatTheyWereJudgedWith()
    {
        QFETCH(int, between);
        for (unsigned seed = 1; seed <= 100; ++seed) {
            std::mt19937 random(seed);
            int number = 1;
            SettingsLog log(numbered(number));
            std::map<std::uint64_t, int> expected;
            for (const std::uint64_t row : orderOfJudging(random)) {
                while (int(random() % unsigned(between)) == 0)
                    log.change(numbered(++number));
                log.judged(row);
                expected[row] = number;
            }
            for (const auto& [row, settings] : expected)
                QCOMPARE(log.at(row).flagsPer100k, double(settings));
        }
    }

    void aChangeBeforeTheFirstRowIsOfAll()
    {
        SettingsLog log(numbered(1));
        log.change(numbered(2));
        log.judged(7);
        QCOMPARE(log.at(7).flagsPer100k, 2.0);
    }
};

QTEST_GUILESS_MAIN(TestSettingsLog)
#include "tst_settingslog.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/parts/rowranges.h"

using namespace flowglass::models;

class TestRowRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactRangesJoinNeighbours()
    {
        const std::vector<RowRange> expected = {{0, 0}, {3, 5}, {9, 9}};
        QVERIFY(exactRanges({5, 3, 4, 9, 0, 4}) == expected);
        QVERIFY(exactRanges({}).empty());
    }

    void changedRangesAreExactWhileFew()
    {
        const std::vector<RowRange> expected = {{2, 3}, {50, 50}};
        QVERIFY(changedRanges({3, 50, 2}, 1000) == expected);
        QVERIFY(changedRanges({}, 10).empty());
    }

    void changedRangesBecomeOneOverHalfTheTable()
    {
        const std::vector<RowRange> expected = {{0, 9}};
        QVERIFY(changedRanges({0, 2, 4, 6, 8, 9}, 10) == expected);
    }

    void changedRangesCoverAllAndStayFew()
    {
        std::vector<int> rows;
        for (int row = 0; row < 100'000; row += 7 + row % 13)
            rows.push_back(row);
        const auto ranges = changedRanges(rows, 1'000'000);
        QVERIFY(ranges.size() <= kMaxRanges);
        for (const int row : rows) {
            QVERIFY(std::ranges::any_of(
                ranges, [&](const RowRange& range) { return range.first <= row && row <= range.last; }));
        }
    }

    void theLargestHolesStayOpen()
    {
        // Nine rows in a hundred steps of two, then one far away: the far one keeps its own range.
        std::vector<int> rows;
        for (int row = 0; row < 40; row += 2)
            rows.push_back(row);
        rows.push_back(90'000);
        const auto ranges = changedRanges(rows, 100'000);
        QVERIFY(ranges.size() <= kMaxRanges);
        QVERIFY((ranges.back() == RowRange{90'000, 90'000}));
        QVERIFY(ranges[ranges.size() - 2].last == 38);
    }
};

QTEST_GUILESS_MAIN(TestRowRanges)
#include "tst_rowranges.moc"

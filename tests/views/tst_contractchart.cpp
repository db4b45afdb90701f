// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/contractseries.h"
#include "models/tapefixture.h"
#include "views/contract/contractchart.h"
#include "views/look/theme.h"

#include <QCategoryAxis>
#include <QChart>

#include <algorithm>
#include <cmath>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;
using namespace std::chrono_literals;

namespace {

// Ten minutes of prints, one a second.
struct Shown
{
    Shown()
    {
        for (int i = 0; i <= 600; ++i)
            tape.add({.price = 25'000 + i % 50 * 10, .size = 1, .atMs = i * 1000});
        series.setContract(*tape.contracts.find("O:NVDA261218C00150000"));
        series.update(tape.store);
        chart.setPalette(paletteOf(kLight));
        chart.resize(640, 260);
        chart.show();
        chart.present(series, true, domain::ZoneTime::newYork());
    }

    QImage picture() { return chart.grab().toImage(); }
    double xOf(domain::UnixMs time) const
    {
        const auto* times = qobject_cast<QCategoryAxis*>(chart.chart()->axes(Qt::Horizontal).constFirst());
        const QRectF plot = chart.chart()->plotArea();
        return plot.left() + (double(time.value) - times->min()) / (times->max() - times->min()) * plot.width();
    }

    Tape tape;
    models::ContractSeries series;
    ContractChart chart;
};

models::GapBand gapAt(std::chrono::milliseconds from, std::chrono::milliseconds to, bool filled = false)
{
    return {kMorning + from, kMorning + to, QStringLiteral("lost"), filled};
}

// The columns in which two pictures differ, left to right.
std::vector<int> changedColumns(const QImage& a, const QImage& b)
{
    std::vector<int> columns;
    for (int x = 0; x < a.width(); ++x) {
        for (int y = 0; y < a.height(); ++y) {
            if (a.pixel(x, y) == b.pixel(x, y))
                continue;
            columns.push_back(x);
            break;
        }
    }
    return columns;
}

// As far as a line with smooth edges reaches.
bool isNear(int column, double x) { return std::abs(double(column) - x) <= 2.0; }

} // namespace

class TestContractChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGapIsABandOfItsTime_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("two minutes") << 120 << 240;
        QTest::newRow("a minute later on") << 420 << 480;
    }
    void aGapIsABandOfItsTime()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        Shown shown;
        const QImage without = shown.picture();
        const models::GapBand gap = gapAt(std::chrono::seconds(from), std::chrono::seconds(to));
        shown.chart.setGaps({gap});
        const std::vector<int> band = changedColumns(without, shown.picture());
        QVERIFY(!band.empty());
        const double left = shown.xOf(gap.from);
        const double right = shown.xOf(gap.to);
        QVERIFY(right - left > 40.0);
        QVERIFY2(isNear(band.front(), left), qPrintable(QStringLiteral("%1 for %2").arg(band.front()).arg(left)));
        QVERIFY2(isNear(band.back(), right), qPrintable(QStringLiteral("%1 for %2").arg(band.back()).arg(right)));
        QVERIFY(double(band.size()) >= right - left - 2.0); // hatched all over
        shown.chart.setGaps({});
        QCOMPARE(shown.picture(), without);
    }

    void aFilledGapHasEdgesOnly()
    {
        Shown shown;
        const QImage without = shown.picture();
        const models::GapBand gap = gapAt(120s, 240s, true);
        shown.chart.setGaps({gap});
        const std::vector<int> band = changedColumns(without, shown.picture());
        QVERIFY(!band.empty());
        QVERIFY(isNear(band.front(), shown.xOf(gap.from)) && isNear(band.back(), shown.xOf(gap.to)));
        QVERIFY(std::ranges::all_of(band, [&](int column) {
            return isNear(column, shown.xOf(gap.from)) || isNear(column, shown.xOf(gap.to));
        }));
    }

    void theShortestGapIsSeen()
    {
        Shown shown;
        const QImage without = shown.picture();
        shown.chart.setGaps({gapAt(300s, 300'001ms)});
        const std::vector<int> band = changedColumns(without, shown.picture());
        QVERIFY(!band.empty());
        QVERIFY(isNear(band.front(), shown.xOf(kMorning + 300s)) && isNear(band.back(), shown.xOf(kMorning + 300s)));
    }

    void aGapMovesWithTheZoom()
    {
        Shown shown;
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        const QImage without = shown.picture();
        const models::GapBand gap = gapAt(270s, 330s);
        const models::GapBand outside = gapAt(0s, 10s);
        shown.chart.setGaps({gap, outside});
        const std::vector<int> band = changedColumns(without, shown.picture());
        QVERIFY(!band.empty());
        QVERIFY(isNear(band.front(), shown.xOf(gap.from)) && isNear(band.back(), shown.xOf(gap.to)));
    }
};

QTEST_MAIN(TestContractChart)
#include "tst_contractchart.moc"

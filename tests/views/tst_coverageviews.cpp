// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/gaps/coveragetext.h"
#include "views/dialogs/coveragestrip.h"
#include "views/dialogs/diagnosticsdialog.h"
#include "views/look/theme.h"
#include "views/window/statusstrip.h"

#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QToolTip>

using namespace flowglass;
using namespace flowglass::views;

namespace {

// Ten minutes, of which five are over.
models::MinuteCoverage day()
{
    models::MinuteCoverage day;
    day.open = domain::UnixMs{1'795'185'000'000}; // 2026-11-20 09:30 in New York
    day.minutesOfDay = 10;
    day.shares = {std::nullopt, 1.0, 0.75, 0.0, 1.0};
    return day;
}

} // namespace

class TestCoverageViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QToolTip::hideText(); }

    void eachMinuteIsAColumn()
    {
        CoverageStrip strip;
        strip.setPalette(paletteOf(kLight));
        strip.resize(100, 40);
        strip.present(day());
        const QImage image = strip.grab().toImage();
        const auto at = [&](int minute, int y) { return image.pixel(minute * 10 + 5, y); };
        const QRgb empty = at(7, 20); // the minutes that are still to come
        QCOMPARE(at(0, 0), empty);
        QCOMPARE(at(0, 39), kLight.muted);
        QCOMPARE(at(1, 0), kLight.good);
        QCOMPARE(at(1, 39), kLight.good);
        QCOMPARE(at(2, 9), kLight.warn); // a quarter of it
        QCOMPARE(at(2, 10), empty);      // and what tells the parts apart without a hue
        QCOMPARE(at(2, 11), kLight.good);
        QCOMPARE(at(3, 0), kLight.bad);
        QCOMPARE(at(3, 39), kLight.bad);
        QCOMPARE(at(4, 20), kLight.good);
    }

    void aSecondIsSeenToo()
    {
        models::MinuteCoverage one = day();
        one.shares[1] = 59.0 / 60.0;
        CoverageStrip strip;
        strip.setPalette(paletteOf(kDark));
        strip.resize(100, 26);
        strip.present(one);
        QCOMPARE(strip.grab().toImage().pixel(15, 3), kDark.warn);
    }

    void theTooltipNamesTheMinute()
    {
        CoverageStrip strip;
        strip.resize(100, 40);
        strip.show();
        QVERIFY(QTest::qWaitForWindowExposed(&strip));
        const auto tip = [&](int x) {
            QHelpEvent help(QEvent::ToolTip, {x, 10}, strip.mapToGlobal(QPoint(x, 10)));
            QCoreApplication::sendEvent(&strip, &help);
            return QToolTip::text();
        };
        QVERIFY(tip(25).isEmpty()); // nothing presented
        strip.present(day());
        QCOMPARE(tip(25), models::minuteText(day(), 2));
        QVERIFY(tip(25).contains(QLatin1String("09:32")) && tip(25).contains(QLatin1String("75.0%")));
        QVERIFY(tip(5).contains(QLatin1String("not watched")));
    }

    void diagnosticsSayItInWordsToo()
    {
        DiagnosticsDialog dialog;
        DiagnosticsDialog::Report report;
        dialog.present(report);
        auto* strip = dialog.findChild<CoverageStrip*>(QStringLiteral("coverageStrip"));
        QCOMPARE(strip->accessibleName(), QStringLiteral("Coverage per minute"));
        QCOMPARE(strip->accessibleDescription(), models::dayText(std::nullopt));
        report.coverage = day();
        dialog.present(report);
        QCOMPARE(strip->accessibleDescription(), models::dayText(day()));
        QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("coverageLabel"))->text(), models::dayText(day()));
    }

    void theFootOfTheWindowSaysWhatIsMissing()
    {
        StatusStrip strip;
        auto* label = strip.findChild<QLabel*>(QStringLiteral("coverageLabel"));
        strip.present({});
        QVERIFY(label->isHidden());
        StatusStrip::Figures figures;
        figures.coverage = models::coverageText(0.992);
        strip.present(figures);
        QVERIFY(!label->isHidden());
        QCOMPARE(label->text(), QStringLiteral("coverage 99.2%"));
        QVERIFY(label->toolTip().contains(QLatin1String("99.2%")));
        strip.present({});
        QVERIFY(label->isHidden());
    }
};

QTEST_MAIN(TestCoverageViews)
#include "tst_coverageviews.moc"

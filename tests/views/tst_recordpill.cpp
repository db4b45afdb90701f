// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "views/look/theme.h"
#include "views/window/recordpill.h"
#include "views/window/topbar.h"

using namespace flowglass;
using namespace flowglass::views;
using namespace std::chrono_literals;
using Phase = models::RecordingFigures::Phase;

namespace {

models::RecordingFigures figures(Phase phase)
{
    models::RecordingFigures figures;
    figures.phase = phase;
    figures.elapsed = 754s;
    figures.bytes = 18'000'000;
    figures.error = QStringLiteral("the disk is gone");
    return figures;
}

} // namespace

class TestRecordPill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsThereWhileThereIsSomethingToSay()
    {
        TopBar bar;
        bar.show();
        auto* pill = bar.findChild<RecordPill*>(QStringLiteral("recordPill"));
        QVERIFY(pill);
        QVERIFY(!pill->isVisible());
        bar.presentRecording(figures(Phase::Recording));
        QVERIFY(pill->isVisible());
        QCOMPARE(pill->text(), QStringLiteral("REC 00:12:34 · 18 MB"));
        QCOMPARE(pill->accessibleName(), QStringLiteral("Recording"));
        QCOMPARE(pill->accessibleDescription(), pill->text());
        bar.presentRecording(figures(Phase::Failed));
        QVERIFY(pill->toolTip().contains(QStringLiteral("the disk is gone")));
        bar.presentRecording(figures(Phase::Idle));
        QVERIFY(!pill->isVisible());
    }

    void itCanBeClickedAndPressed()
    {
        TopBar bar;
        bar.show();
        bar.presentRecording(figures(Phase::Recording));
        auto* pill = bar.findChild<RecordPill*>(QStringLiteral("recordPill"));
        QSignalSpy clicked(&bar, &TopBar::recordingClicked);
        QTest::mouseClick(pill, Qt::LeftButton);
        pill->setFocus();
        QTest::keyClick(pill, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
    }

    // The sign before the words has another shape in every phase, seen without any colour.
    void everyPhaseHasItsOwnSign_data()
    {
        QTest::addColumn<const Theme*>("theme");
        QTest::newRow("light") << &kLight;
        QTest::newRow("dark") << &kDark;
        QTest::newRow("high contrast") << &kHighContrast;
    }
    void everyPhaseHasItsOwnSign()
    {
        QFETCH(const Theme*, theme);
        RecordPill pill;
        pill.setPalette(paletteOf(*theme));
        std::vector<QImage> signs;
        for (const Phase phase : {Phase::Recording, Phase::LowDisk, Phase::Stopping, Phase::Failed}) {
            pill.present(figures(phase));
            pill.resize(pill.sizeHint());
            const QImage sign = pill.grab(QRect(0, 0, 26, pill.height())).toImage().convertToFormat(QImage::Format_Mono);
            QVERIFY(std::ranges::find(signs, sign) == signs.end());
            signs.push_back(sign);
        }
    }
};

QTEST_MAIN(TestRecordPill)
#include "tst_recordpill.moc"

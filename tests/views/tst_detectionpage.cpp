// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "settings/settings.h"
#include "views/dialogs/detectionpage.h"
#include "views/dialogs/settingsdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>

using namespace flowglass;
using namespace flowglass::views;
using domain::AnomalyKind;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    settings::SettingsStore store{folder.filePath(QStringLiteral("s.ini"))};
    settings::Settings settings{store};
    SettingsDialog dialog{settings};

    Fixture()
    {
        dialog.show();
        dialog.showDetection();
    }
    template <class T>
    T* part(const char* name)
    {
        T* found = dialog.findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QString text(const char* name) { return part<QLabel>(name)->text(); }
    QPushButton* applyButton() { return part<QDialogButtonBox>("buttonBox")->button(QDialogButtonBox::Apply); }
    void click(const char* name) { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    void toggle(const char* name) { QTest::mouseClick(part<QCheckBox>(name), Qt::LeftButton, {}, {8, 8}); }
};

} // namespace

class TestDetectionPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void marksAreKeptWhenTheyCanBeRead()
    {
        Fixture f;
        f.part<QSpinBox>("goldenSpin")->setValue(2'000'000);
        auto* tiers = f.part<QLineEdit>("tiersEdit");
        tiers->setText(QStringLiteral("1m, 10k"));
        QVERIFY(!f.applyButton()->isEnabled());
        tiers->setText(QStringLiteral("10k, 1m"));
        QVERIFY(f.applyButton()->isEnabled());
        QTest::mouseClick(f.applyButton(), Qt::LeftButton);
        QCOMPARE(f.settings.detect.marks().golden.lossyDollars(), 2'000'000.0);
        QCOMPARE(f.settings.detect.marks().tiers.size(), std::size_t(2));
    }

    void theSliderIsLogarithmicAndFollowsTheField()
    {
        Fixture f;
        auto* slider = f.part<QSlider>("budgetSlider");
        auto* spin = f.part<QDoubleSpinBox>("sensitivitySpin");
        QCOMPARE(f.dialog.focusWidget(), slider);
        QCOMPARE(spin->value(), 10.0);
        const int ten = slider->value();
        spin->setValue(100.0);
        const int hundred = slider->value();
        spin->setValue(1000.0);
        QCOMPARE(slider->value() - hundred, hundred - ten);
        slider->setValue(slider->maximum());
        QCOMPARE(spin->value(), settings::kMaxSensitivity);
        slider->setValue(slider->minimum());
        QCOMPARE(spin->value(), settings::kMinSensitivity);
        slider->setValue(ten);
        QCOMPARE(spin->value(), 10.0);
        QTest::keyClick(slider, Qt::Key_PageUp);
        QVERIFY(spin->value() > 15.0);
    }

    void movingItSaysWhatWouldHaveBeenFlaggedBeforeItIsApplied()
    {
        Fixture f;
        std::vector<settings::DetectChoice> asked;
        f.dialog.detectionPage().setPreview([&asked](const settings::DetectChoice& choice) {
            asked.push_back(choice);
            const double flags = choice.flagsPer100k;
            return models::BudgetPreview{flags * 1.2, 5.2, std::uint64_t(flags * 2), flags > 9'000.0, 123'456};
        });
        QVERIFY2(f.text("perHourLabel").contains(QStringLiteral("12 flags")), qPrintable(f.text("perHourLabel")));
        f.part<QSlider>("budgetSlider")->triggerAction(QAbstractSlider::SliderPageStepAdd);
        const double flags = f.part<QDoubleSpinBox>("sensitivitySpin")->value();
        QVERIFY(flags > 10.0);
        QVERIFY(std::ranges::find(asked, flags, &settings::DetectChoice::flagsPer100k) != asked.end());
        const QString today = f.text("todayLabel");
        QVERIFY2(today.contains(QStringLiteral("123,456")), qPrintable(today));
        QVERIFY(today.contains(QStringLiteral("trades: %1.").arg(int(flags * 2))));
        QVERIFY(today.contains(QStringLiteral("in use: 20")));
        QVERIFY(today.contains(QStringLiteral("5.2")));
        QCOMPARE(f.settings.detect.sensitivity.value(), 10.0);
        f.click("revertButton");
        QCOMPARE(f.part<QDoubleSpinBox>("sensitivitySpin")->value(), 10.0);
        QVERIFY(!f.part<QPushButton>("revertButton")->isEnabled());
        QVERIFY(!f.text("todayLabel").contains(QStringLiteral("in use")));
        f.part<QDoubleSpinBox>("sensitivitySpin")->setValue(10'000.0);
        QVERIFY(f.text("todayLabel").contains(QStringLiteral("more than 20,000")));
    }

    void detectorsAndPremiumAreToldOfBeforeTheyAreApplied()
    {
        Fixture f;
        settings::DetectChoice asked;
        f.dialog.detectionPage().setPreview([&asked](const settings::DetectChoice& choice) {
            asked = choice.kinds.has(AnomalyKind::Size) ? asked : choice; // not the one in use
            return models::BudgetPreview{12.0, 5.2, choice.kinds.has(AnomalyKind::Size) ? 7U : 3U, false, 1'000};
        });
        QVERIFY(f.text("todayLabel").contains(QStringLiteral("trades: 7.")));
        f.part<QSpinBox>("premiumSpin")->setValue(250'000);
        f.toggle("sizeCheck");
        QCOMPARE(asked.leastPremium, 250'000);
        QVERIFY(!asked.kinds.has(AnomalyKind::Size) && asked.kinds.has(AnomalyKind::Sweep));
        QVERIFY(f.text("todayLabel").contains(QStringLiteral("trades: 3. With the settings in use: 7.")));
    }

    void theTabKeyFollowsThePage()
    {
        Fixture f;
        QStringList visited;
        QWidget* at = f.part<QSlider>("budgetSlider");
        while (at->objectName() != QLatin1String("tiersEdit")) {
            at = at->nextInFocusChain();
            if (at->focusPolicy() != Qt::NoFocus && at->isVisibleTo(&f.dialog.detectionPage()) && !at->focusProxy())
                visited << at->objectName();
        }
        visited.removeAll(QStringLiteral("qt_spinbox_lineedit"));
        const QStringList expected{QStringLiteral("sensitivitySpin"), QStringLiteral("sizeCheck"),   QStringLiteral("sweepCheck"), QStringLiteral("activityCheck"), QStringLiteral("priceCheck"),
                                   QStringLiteral("repeatCheck"),     QStringLiteral("surgeCheck"), QStringLiteral("premiumSpin"), QStringLiteral("goldenSpin"),   QStringLiteral("tiersEdit")};
        QCOMPARE(visited, expected);
    }

    void withoutAPreviewTheRateTells()
    {
        Fixture f;
        QVERIFY(f.text("todayLabel").isEmpty());
        f.dialog.setRate(100.0);
        QVERIFY(f.text("perHourLabel").contains(QStringLiteral("36 flags")));
    }

    void detectorsAndPremiumAreTakenOnApply()
    {
        Fixture f;
        f.toggle("surgeCheck");
        f.toggle("priceCheck");
        f.part<QSpinBox>("premiumSpin")->setValue(250'000);
        QVERIFY(f.settings.detect.choice().kinds.has(AnomalyKind::Surge));
        QTest::mouseClick(f.applyButton(), Qt::LeftButton);
        QCOMPARE(f.settings.detect.kinds.value(), QStringLiteral("size,sweep,activity,repeat"));
        QCOMPARE(f.settings.detect.leastPremium.value(), 250'000);
        QVERIFY(!f.part<QPushButton>("revertButton")->isEnabled());
        f.dialog.load();
        QVERIFY(!f.part<QCheckBox>("surgeCheck")->isChecked());
        QVERIFY(f.part<QCheckBox>("sizeCheck")->isChecked());
    }

    void oneDetectorMustBeOn()
    {
        Fixture f;
        for (const char* box : {"sizeCheck", "sweepCheck", "activityCheck", "priceCheck", "repeatCheck", "surgeCheck"}) {
            QVERIFY(f.applyButton()->isEnabled());
            QVERIFY(!f.part<QCheckBox>(box)->accessibleDescription().isEmpty());
            f.toggle(box);
        }
        QVERIFY(!f.applyButton()->isEnabled());
        QVERIFY(f.part<QLabel>("noneLabel")->isVisible());
        QVERIFY(!f.part<QPushButton>("tryButton")->isEnabled());
        f.toggle("sweepCheck");
        QVERIFY(f.applyButton()->isEnabled());
    }

    void whatIsTriedIsWhatStandsHere()
    {
        Fixture f;
        std::optional<settings::DetectChoice> tried;
        connect(&f.dialog.detectionPage(), &DetectionPage::tryRequested, this,
                [&tried](const settings::DetectChoice& choice) { tried = choice; });
        f.part<QDoubleSpinBox>("sensitivitySpin")->setValue(33.0);
        f.toggle("repeatCheck");
        f.click("tryButton");
        QVERIFY(tried.has_value());
        QCOMPARE(tried->flagsPer100k, 33.0);
        QVERIFY(!tried->kinds.has(AnomalyKind::Repeat));
        QCOMPARE(tried->leastPremium, domain::kLeastPremiumDollars);
        QCOMPARE(f.settings.detect.sensitivity.value(), 10.0);
    }

    void baselinesAreForgottenOnlyWhenConfirmed()
    {
        Fixture f;
        QSignalSpy reset(&f.dialog.detectionPage(), &DetectionPage::resetBaselinesRequested);
        QVERIFY(!f.part<QPushButton>("resetButton")->isEnabled()); // nothing to forget
        f.dialog.detectionPage().setBaselines(
            {3, QDate(2026, 11, 17), QDate(2026, 11, 19), 31'000, 4'200'000, std::chrono::seconds(46)});
        const QString learnt = f.text("baselineLabel");
        for (const char* part : {"3 day", "31,000 contracts", "from 11/17/26 to 11/19/26", "4.2 MB", "saved 46 s ago"})
            QVERIFY2(learnt.contains(QLatin1String(part)), qPrintable(learnt));
        f.dialog.detectionPage().setBaselines({1, QDate(2026, 11, 19), QDate(2026, 11, 19), 20, 2'000, {}});
        const QString first = f.text("baselineLabel");
        QVERIFY2(first.contains(QStringLiteral("11/19/26: 20 contracts, 2.0 kB, saved just now.")), qPrintable(first));
        f.click("resetButton");
        QVERIFY(f.part<QPushButton>("confirmButton")->isVisible());
        QCOMPARE(f.dialog.focusWidget(), f.part<QPushButton>("keepButton"));
        f.click("keepButton");
        QVERIFY(!f.part<QPushButton>("confirmButton")->isVisible());
        QCOMPARE(reset.count(), 0);
        f.click("resetButton");
        f.click("confirmButton");
        QCOMPARE(reset.count(), 1);
        QVERIFY(f.part<QPushButton>("resetButton")->isVisible());
    }

    void theProvidersRuleIsCompared()
    {
        Fixture f;
        QVERIFY(f.text("overlapLabel").contains(QStringLiteral("Nothing to compare")));
        f.dialog.detectionPage().setOverlap(models::UnusualOverlap{12, 5, 2'400});
        for (const char* figure : {"12 flagged", "5 only here", "2,400 only"})
            QVERIFY2(f.text("overlapLabel").contains(QLatin1String(figure)), qPrintable(f.text("overlapLabel")));
    }

    void aFinerValueIsKeptUntilItIsChanged()
    {
        Fixture f;
        f.settings.detect.sensitivity.setValue(2.53);
        f.dialog.load();
        QVERIFY(!f.part<QPushButton>("revertButton")->isEnabled());
        QTest::mouseClick(f.applyButton(), Qt::LeftButton);
        QCOMPARE(f.settings.detect.sensitivity.value(), 2.53);
    }
};

QTEST_MAIN(TestDetectionPage)
#include "tst_detectionpage.moc"

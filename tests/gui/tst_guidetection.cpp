// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "desktopfixture.h"
#include "models/numbertext.h"
#include "recordedday.h"
#include "session/keptfiles.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>

using namespace flowglass;
using test::Desktop;

// What a person can ask of the detectors, asked for real.
class TstGuiDetection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whyATradeWasNotFlagged();
    void theSliderTellsBeforeItIsApplied();
    void settingsReachTheEngine();
    void otherSettingsAreTriedOnARecording();
    void whatIsLearntIsKeptForTheNextRun();
    void damagedBaselinesAreSaidAndPutAside();

private:
    static bool openPage(Desktop& desktop)
    {
        QTest::mouseClick(desktop.find<QAbstractButton>("budgetButton"), Qt::LeftButton);
        return QTest::qWaitFor([&] { return desktop.run->window().findChild<QSlider*>(QStringLiteral("budgetSlider")); });
    }
    static void apply(const Desktop& desktop)
    {
        auto* box = desktop.find<QDialog>("settingsDialog")->findChild<QDialogButtonBox*>(QStringLiteral("buttonBox"));
        QVERIFY(box);
        QPushButton* button = box->button(QDialogButtonBox::Apply);
        QTest::mouseClick(button ? button : box->button(QDialogButtonBox::Ok), Qt::LeftButton);
    }
};

void TstGuiDetection::whyATradeWasNotFlagged()
{
    Desktop desktop;
    QVERIFY(desktop.startLive());
    desktop.trade(500);
    auto* tape = desktop.table("tapeTable");
    QTRY_COMPARE(tape->model()->rowCount(), 500);
    const auto answer = [&](int row) {
        desktop.run->window().activateWindow(); // a dialog before may have taken the keys
        static_cast<void>(QTest::qWaitForWindowActive(&desktop.run->window()));
        Desktop::click(tape, row);
        QTest::keyClick(tape, Qt::Key_W);
        auto* dialog = desktop.run->window().findChild<QDialog*>(QStringLiteral("whyNotDialog"));
        if (!dialog)
            return QString();
        const QString verdict = dialog->findChild<QLabel*>(QStringLiteral("verdictLabel"))->text();
        delete dialog;
        return verdict;
    };
    const QString ordinary = answer(3);
    QVERIFY2(ordinary.startsWith(QStringLiteral("Not flagged")), qPrintable(ordinary));
    desktop.sweep(Desktop::ticker(150));
    QTest::keyClick(tape, Qt::Key_End); // a chosen row holds the tape still
    QTRY_COMPARE(tape->model()->rowCount(), 504);
    const QString swept = answer(0);
    QVERIFY2(swept.startsWith(QStringLiteral("Flagged")), qPrintable(swept));
}

void TstGuiDetection::theSliderTellsBeforeItIsApplied()
{
    Desktop desktop;
    QVERIFY(desktop.startLive());
    desktop.trade(2'000);
    desktop.sweep(Desktop::ticker(150));
    QTRY_COMPARE(desktop.run->stream()->session().counters().watched, 2'004U);
    QVERIFY(openPage(desktop));
    auto* slider = desktop.find<QSlider>("budgetSlider");
    auto* today = desktop.find<QLabel>("todayLabel");
    slider->setValue(slider->minimum());
    const QString few = today->text();
    slider->setValue(slider->maximum());
    QVERIFY(!few.isEmpty());
    QVERIFY2(today->text() != few, qPrintable(few));
    QVERIFY2(few.contains(QStringLiteral("in 2,004 judged trades: 1. With the settings in use: 1.")), qPrintable(few));
    const auto toggle = [&desktop](const char* box) { QTest::mouseClick(desktop.find<QAbstractButton>(box), Qt::LeftButton, {}, {8, 8}); };
    for (const char* box : {"sizeCheck", "sweepCheck", "activityCheck", "priceCheck", "repeatCheck"})
        toggle(box);
    slider->setValue(slider->minimum());
    const QString surges = today->text();
    QVERIFY2(surges.contains(QStringLiteral("trades: 0. With the settings in use: 1.")), qPrintable(surges));
    for (const char* box : {"sizeCheck", "sweepCheck", "activityCheck", "priceCheck", "repeatCheck"})
        toggle(box);
    slider->setValue(slider->maximum());
    QCOMPARE(desktop.run->stream()->session().engine().settings().flagsPer100k, 10.0); // not applied yet
    apply(desktop);
    QTRY_VERIFY(desktop.run->stream()->session().engine().settings().flagsPer100k > 1'000.0);
}

void TstGuiDetection::settingsReachTheEngine()
{
    Desktop desktop;
    QVERIFY(desktop.startLive());
    settings::DetectChoice choice;
    choice.kinds.remove(domain::AnomalyKind::Price);
    choice.leastPremium = 50'000;
    desktop.settings.detect.setChoice(choice);
    const detect::Settings now = desktop.run->stream()->session().engine().settings();
    QVERIFY(!now.kinds.has(domain::AnomalyKind::Price) && now.kinds.has(domain::AnomalyKind::Size));
    QCOMPARE(now.leastPremium.units(), std::int64_t(50'000) * domain::kUnitsPerDollar);
}

void TstGuiDetection::otherSettingsAreTriedOnARecording()
{
    Desktop desktop;
    test::recordDay(desktop.folder.filePath(QStringLiteral("flowglass-demo-20261120-100000.fgr")), 5, 20'000);
    QVERIFY(desktop.settings.recording.folder.setValue(desktop.folder.path()));
    QVERIFY(desktop.startLive());
    QVERIFY(openPage(desktop));
    desktop.find<QSlider>("budgetSlider")->setValue(desktop.find<QSlider>("budgetSlider")->maximum());
    QTest::mouseClick(desktop.find<QAbstractButton>("tryButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.run->window().findChild<QTableView*>(QStringLiteral("compareTable")), 20'000);
    QVERIFY(desktop.find<QTableView>("compareTable")->model()->rowCount() > 0);
}

void TstGuiDetection::whatIsLearntIsKeptForTheNextRun()
{
    Desktop desktop;
    QVERIFY(desktop.startLive());
    desktop.trade(500);
    QTRY_COMPARE(desktop.run->stream()->session().counters().watched, 500U);
    QCOMPARE(desktop.run->stream()->session().engine().baselines().bytes, 0U);
    QVERIFY(openPage(desktop));
    QVERIFY(desktop.find<QLabel>("baselineLabel")->text().startsWith(QStringLiteral("Nothing learnt")));
    desktop.run.reset();
    QFile file(session::baselinePath(desktop.store.fileName()));
    const QDateTime saved = QDateTime::fromMSecsSinceEpoch(domain::lossyToMs(desktop.clock.now()).value - 46'000);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(saved, QFileDevice::FileModificationTime));
    const models::NumberText numbers;
    const QString size = numbers.bytes(file.size());
    file.close();
    QVERIFY(desktop.startLive());
    QCOMPARE(desktop.run->stream()->session().engine().baselines().days, 1);
    desktop.trade(500);
    QTRY_COMPARE(desktop.run->stream()->session().counters().watched, 500U);
    QVERIFY(openPage(desktop));
    const QString learnt = desktop.find<QLabel>("baselineLabel")->text();
    for (const QString& part : {QStringLiteral("Learnt on 1 day"), QStringLiteral("20 contracts"), size})
        QVERIFY2(learnt.contains(part), qPrintable(learnt));
    const QRegularExpressionMatch age = QRegularExpression(QStringLiteral("saved (\\d+) s ago")).match(learnt);
    QVERIFY2(age.hasMatch() && age.captured(1).toInt() >= 46, qPrintable(learnt));
}

void TstGuiDetection::damagedBaselinesAreSaidAndPutAside()
{
    Desktop desktop;
    const QString path = session::baselinePath(desktop.store.fileName());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no baselines") > 0);
    file.close();
    QVERIFY(desktop.startLive());
    QTRY_VERIFY(desktop.find<QLabel>("noticeLabel")->text().contains(QStringLiteral("kept aside")));
    QVERIFY(!QFile::exists(path) && QFile::exists(path + QStringLiteral(".corrupt")));
}

QTEST_MAIN(TstGuiDetection)
#include "tst_guidetection.moc"

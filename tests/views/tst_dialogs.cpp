// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/feedstatus.h"
#include "domain/watchlist.h"
#include "settings/settings.h"
#include "views/dialogs/diagnosticsdialog.h"
#include "views/dialogs/exportdialog.h"
#include "views/dialogs/settingsdialog.h"
#include "views/window/feedbanner.h"
#include "views/window/sparkline.h"
#include "views/window/welcomepage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>

using namespace flowglass;
using namespace flowglass::views;

namespace {

template <class T>
T* part(const QWidget& widget, const char* name)
{
    T* found = widget.findChild<T*>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<ExportScope>();
        qRegisterMetaType<settings::FeedHost>();
    }

    void theExportSaysHowMuchItIs()
    {
        ExportDialog dialog;
        dialog.setCounts(1234, 900, 0);
        QVERIFY(part<QLabel>(dialog, "previewLabel")->text().contains(QStringLiteral("1,234")));
        QVERIFY(!part<QRadioButton>(dialog, "selectionRadio")->isEnabled());
        part<QRadioButton>(dialog, "visibleRadio")->click();
        QVERIFY(part<QLabel>(dialog, "previewLabel")->text().contains(QStringLiteral("900")));
        dialog.setCounts(1234, 900, 12);
        part<QRadioButton>(dialog, "selectionRadio")->click();
        QCOMPARE(dialog.scope(), ExportScope::Selected);
        dialog.setCounts(1234, 900, 0); // the selection went away
        QCOMPARE(dialog.scope(), ExportScope::All);
    }

    void theExportRunsShowsProgressAndEnds()
    {
        ExportDialog dialog;
        dialog.show();
        dialog.setCounts(100, 100, 0);
        auto* go = part<QPushButton>(dialog, "exportButton");
        QVERIFY(!go->isEnabled()); // no file yet
        dialog.setFile(QStringLiteral("/tmp/flags"));
        QSignalSpy requested(&dialog, &ExportDialog::exportRequested);
        go->click();
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.first().at(0).value<ExportScope>(), ExportScope::All);
        QCOMPARE(requested.first().at(1).toString(), QStringLiteral("/tmp/flags.csv"));
        QVERIFY(!go->isEnabled());
        dialog.showProgress(50, 100);
        QCOMPARE(part<QProgressBar>(dialog, "progressBar")->value(), 500);
        QSignalSpy cancelled(&dialog, &ExportDialog::cancelRequested);
        part<QPushButton>(dialog, "closeButton")->click(); // while it runs it cancels and stays
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(dialog.isVisible());
        dialog.showFinished(100, QStringLiteral("/tmp/flags.csv"));
        QVERIFY(part<QLabel>(dialog, "resultLabel")->text().contains(QStringLiteral("/tmp/flags.csv")));
        QVERIFY(part<QPushButton>(dialog, "folderButton")->isVisible());
        part<QPushButton>(dialog, "closeButton")->click();
        QVERIFY(!dialog.isVisible());
    }

    void aFailedExportSaysWhyAndCanBeTriedAgain()
    {
        ExportDialog dialog;
        dialog.show();
        dialog.setFile(QStringLiteral("/nowhere/x.csv"));
        part<QPushButton>(dialog, "exportButton")->click();
        dialog.showFailed(QStringLiteral("/nowhere/x.csv: no such folder"));
        QCOMPARE(part<QLabel>(dialog, "resultLabel")->text(), QStringLiteral("/nowhere/x.csv: no such folder"));
        QVERIFY(part<QPushButton>(dialog, "exportButton")->isEnabled());
        QVERIFY(!part<QPushButton>(dialog, "folderButton")->isVisible());
    }

    void settingsAreTakenOnApply()
    {
        QTemporaryDir folder;
        settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
        settings::Settings settings(store);
        SettingsDialog dialog(settings);
        part<QLineEdit>(dialog, "underlyingsEdit")->setText(QStringLiteral("nvda,aapl"));
        part<QDoubleSpinBox>(dialog, "sensitivitySpin")->setValue(25.0);
        auto* theme = part<QComboBox>(dialog, "themeCombo");
        theme->setCurrentIndex(theme->findData(int(settings::Theme::Dark)));
        auto* host = part<QComboBox>(dialog, "hostCombo");
        host->setCurrentIndex(host->findData(int(settings::FeedHost::Delayed)));
        QCOMPARE(settings.detect.sensitivity.value(), settings.detect.sensitivity.defaultValue());
        part<QDialogButtonBox>(dialog, "buttonBox")->button(QDialogButtonBox::Apply)->click();
        QVERIFY(domain::WatchList::parse(settings.watch.underlyings.value()).value()
                == domain::WatchList::parse(QStringLiteral("AAPL,NVDA")).value());
        QCOMPARE(settings.detect.sensitivity.value(), 25.0);
        QCOMPARE(settings.window.theme.value(), settings::Theme::Dark);
        QCOMPARE(settings.feed.host.value(), settings::FeedHost::Delayed);
    }

    void recordingIsSetOnItsOwnPage()
    {
        QTemporaryDir folder;
        settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
        settings::Settings settings(store);
        SettingsDialog dialog(settings);
        dialog.show();
        part<QTabWidget>(dialog, "tabs")->setCurrentWidget(part<QWidget>(dialog, "recordingPage"));
        auto* edit = part<QLineEdit>(dialog, "recordingFolderEdit");
        auto* journal = part<QLineEdit>(dialog, "journalFolderEdit");
        auto* ok = part<QDialogButtonBox>(dialog, "buttonBox")->button(QDialogButtonBox::Ok);
        QVERIFY(edit->text().isEmpty());
        QVERIFY(edit->placeholderText().contains(QStringLiteral("recordings"))); // where they go until one is chosen
        QVERIFY(!journal->isEnabled());
        QTest::mouseClick(part<QCheckBox>(dialog, "journalCheck"), Qt::LeftButton, {}, {8, 8});
        QVERIFY(journal->isEnabled());
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("here"));
        QVERIFY(!ok->isEnabled());
        edit->clear();
        QTest::mouseClick(part<QPushButton>(dialog, "recordingFolderButton"), Qt::LeftButton);
        Q_EMIT part<QFileDialog>(dialog, "recordingFolderEditDialog")->fileSelected(folder.path());
        QCOMPARE(edit->text(), QDir::toNativeSeparators(folder.path()));
        part<QSpinBox>(dialog, "retentionSpin")->setValue(30);
        part<QSpinBox>(dialog, "fileSpin")->setValue(250);
        part<QSpinBox>(dialog, "capSpin")->setValue(5);
        part<QCheckBox>(dialog, "alwaysCheck")->click();
        QVERIFY(!settings.recording.alwaysOn.value());
        QVERIFY(ok->isEnabled());
        QTest::mouseClick(ok, Qt::LeftButton);
        QCOMPARE(settings.recording.folder.value(), folder.path());
        QCOMPARE(settings.recording.retentionDays.value(), 30);
        QCOMPARE(settings.recording.fileMegabytes.value(), 250);
        QCOMPARE(settings.recording.capGigabytes.value(), 5);
        QVERIFY(settings.recording.alwaysOn.value());
        QVERIFY(settings.recording.journal.value());
        QVERIFY(settings.recording.journalFolder.value().isEmpty());
    }

    void theKeyFieldIsFoundFromAnyPage()
    {
        QTemporaryDir folder;
        settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
        settings::Settings settings(store);
        SettingsDialog dialog(settings);
        dialog.show();
        part<QTabWidget>(dialog, "tabs")->setCurrentIndex(1);
        dialog.focusKey();
        QVERIFY(part<QLineEdit>(dialog, "keyEdit")->isVisible());
    }

    void wrongUnderlyingsCannotBeApplied()
    {
        QTemporaryDir folder;
        settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
        settings::Settings settings(store);
        SettingsDialog dialog(settings);
        part<QLineEdit>(dialog, "underlyingsEdit")->setText(QStringLiteral("!!"));
        QVERIFY(!part<QDialogButtonBox>(dialog, "buttonBox")->button(QDialogButtonBox::Ok)->isEnabled());
    }

    void theSensitivityIsSaidPerHour()
    {
        QTemporaryDir folder;
        settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
        settings::Settings settings(store);
        SettingsDialog dialog(settings);
        part<QDoubleSpinBox>(dialog, "sensitivitySpin")->setValue(10.0);
        dialog.setRate(100.0); // 360,000 an hour, 36 flags
        QVERIFY2(part<QLabel>(dialog, "perHourLabel")->text().contains(QStringLiteral("36 ")),
                 qPrintable(part<QLabel>(dialog, "perHourLabel")->text()));
    }

    void theKeyIsHandedOutAndForgotten()
    {
        QTemporaryDir folder;
        settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
        settings::Settings settings(store);
        SettingsDialog dialog(settings);
        auto* edit = part<QLineEdit>(dialog, "keyEdit");
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QSignalSpy entered(&dialog, &SettingsDialog::keyEntered);
        edit->setText(QStringLiteral("  s3cret "));
        part<QPushButton>(dialog, "keyButton")->click();
        QCOMPARE(entered.first().first().toString(), QStringLiteral("s3cret"));
        QVERIFY(edit->text().isEmpty());
        QVERIFY(store.save());
        QFile file(store.fileName());
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("s3cret"));
    }

    void theWelcomeOffersDemoOrKey()
    {
        WelcomePage page;
        QSignalSpy demo(&page, &WelcomePage::demoRequested);
        QSignalSpy key(&page, &WelcomePage::keyEntered);
        QSignalSpy recording(&page, &WelcomePage::recordingRequested);
        part<QPushButton>(page, "recordingButton")->click();
        QCOMPARE(recording.count(), 1);
        part<QPushButton>(page, "demoButton")->click();
        QCOMPARE(demo.count(), 1);
        auto* edit = part<QLineEdit>(page, "keyEdit");
        auto* go = part<QPushButton>(page, "connectButton");
        QVERIFY(!go->isEnabled());
        edit->setText(QStringLiteral("   "));
        QVERIFY(!go->isEnabled());
        page.setHost(settings::FeedHost::Delayed);
        edit->setText(QStringLiteral(" abc "));
        go->click();
        QCOMPARE(key.count(), 1);
        QCOMPARE(key.first().at(0).toString(), QStringLiteral("abc"));
        QCOMPARE(key.first().at(1).value<settings::FeedHost>(), settings::FeedHost::Delayed);
        QVERIFY(edit->text().isEmpty());
    }

    void theBannerIsThereOnlyWhenItIsNeeded()
    {
        QWidget window;
        FeedBanner banner(&window);
        window.show();
        banner.present({});
        QVERIFY(!banner.isVisible());
        models::FeedNotice notice;
        notice.text = QStringLiteral("the key is unknown");
        notice.retry = QStringLiteral("Connect here instead");
        notice.asksForKey = true;
        banner.present(notice);
        QVERIFY(banner.isVisible());
        QCOMPARE(part<QLabel>(banner, "textLabel")->text(), notice.text);
        QCOMPARE(part<QPushButton>(banner, "retryButton")->text(), notice.retry);
        QVERIFY(part<QPushButton>(banner, "keyButton")->isVisible());
        for (const char* other : {"delayedButton", "replayButton", "demoButton"})
            QVERIFY(!part<QPushButton>(banner, other)->isVisible());
        notice = {.text = QStringLiteral("the market is closed"), .retry = {}, .isCalm = true, .offersReplay = true, .offersDemo = true};
        banner.present(notice);
        QVERIFY(!part<QPushButton>(banner, "retryButton")->isVisible());
        QSignalSpy replay(&banner, &FeedBanner::replayRequested);
        QSignalSpy demo(&banner, &FeedBanner::demoRequested);
        part<QPushButton>(banner, "replayButton")->click();
        part<QPushButton>(banner, "demoButton")->click();
        QCOMPARE(replay.count(), 1);
        QCOMPARE(demo.count(), 1);
        banner.present({});
        QVERIFY(!banner.isVisible());
    }

    void diagnosticsCanBeReadAndCopied()
    {
        DiagnosticsDialog dialog;
        DiagnosticsDialog::Report report;
        report.balance = QStringLiteral("balanced");
        report.counters = {{QStringLiteral("frames"), QStringLiteral("12"), QStringLiteral("received")}};
        report.backlogText = QStringLiteral("at most 7");
        report.backlog = {0, 7, 1};
        report.rejects = {{QStringLiteral("no price"), QStringLiteral("3"), QStringLiteral("{}")}};
        dialog.present(report);
        auto* counters = part<QTableWidget>(dialog, "countersTable");
        QCOMPARE(counters->rowCount(), 1);
        QCOMPARE(counters->item(0, 1)->text(), QStringLiteral("12"));
        part<QPushButton>(dialog, "copyButton")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("balanced\nCoverage per minute: no trade yet while the market was open.\nat most 7\n"
                                                                "frames\t12\treceived\nno price\t3\t{}\n"));
        auto* line = part<SparkLine>(dialog, "historyLine");
        const QImage drawn = line->grab().toImage();
        const auto tall = [&drawn](int x) {
            int pixels = 0;
            for (int y = 0; y < drawn.height(); ++y)
                pixels += drawn.pixel(x, y) != drawn.pixel(0, 0) ? 1 : 0;
            return pixels;
        };
        const int third = drawn.width() / 3;
        QCOMPARE(tall(third / 2), 0);
        QCOMPARE(tall(third + third / 2), drawn.height() * 7 / 8);
        QCOMPARE(tall(2 * third + third / 2), drawn.height() / 8);
        report.counters.clear();
        dialog.present(report);
        QCOMPARE(counters->rowCount(), 0);
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"

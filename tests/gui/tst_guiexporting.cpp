// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "gui/desktopfixture.h"
#include "views/dialogs/exportdialog.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace flowglass;
using namespace flowglass::test;
using views::ExportDialog;

// File > Export, the dialog, and the file read back.
class TestGuiExporting : public QObject
{
    Q_OBJECT

private:
    static QStringList linesOf(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"));
        if (!lines.isEmpty() && lines.constLast().isEmpty())
            lines.removeLast();
        return lines;
    }
    static ExportDialog* openDialog(Desktop& desktop)
    {
        desktop.run->window().actions().exportFlagged->trigger();
        return desktop.run->window().findChild<ExportDialog*>(QStringLiteral("exportDialog"));
    }
    static void exportTo(ExportDialog* dialog, const QString& path)
    {
        dialog->findChild<QLineEdit*>(QStringLiteral("fileEdit"))->setText(path);
        dialog->findChild<QPushButton*>(QStringLiteral("exportButton"))->click();
    }
    static QString result(const ExportDialog* dialog)
    {
        return dialog->findChild<QLabel*>(QStringLiteral("resultLabel"))->text();
    }
    // Three anomalies of four prints each.
    static void raiseThree(Desktop& desktop)
    {
        QVERIFY(desktop.startLive());
        desktop.trade(400);
        for (const int strike : {145, 150, 155})
            desktop.sweep(Desktop::ticker(strike));
        QTRY_COMPARE(desktop.table("anomalyTable")->model()->rowCount(), 3);
    }

private Q_SLOTS:
    void allFlaggedTradesAreWrittenWithTheirManifest()
    {
        Desktop desktop;
        raiseThree(desktop);
        ExportDialog* dialog = openDialog(desktop);
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("previewLabel"))->text().contains(QStringLiteral("12")));
        const QString path = desktop.folder.filePath(QStringLiteral("flags.csv"));
        exportTo(dialog, path);
        QTRY_VERIFY2(result(dialog).contains(path), qPrintable(result(dialog)));
        const QStringList lines = linesOf(path);
        QCOMPARE(lines.size(), 13);
        QVERIFY(lines.constFirst().startsWith(QStringLiteral("time_utc,time_new_york,ticker")));
        QCOMPARE(lines.filter(QStringLiteral("O:NVDA261218C00150000")).size(), 4);
        QFile csv(path);
        QFile manifest(path + QStringLiteral(".json"));
        QVERIFY(csv.open(QIODevice::ReadOnly) && manifest.open(QIODevice::ReadOnly));
        const QJsonObject told = QJsonDocument::fromJson(manifest.readAll()).object();
        QCOMPARE(told.value(QStringLiteral("rows")).toInt(), 12);
        QCOMPARE(told.value(QStringLiteral("csv_sha256")).toString().toLatin1(),
                 QCryptographicHash::hash(csv.readAll(), QCryptographicHash::Sha256).toHex());
    }

    void dismissedOnesCanBeLeftOut()
    {
        Desktop desktop;
        raiseThree(desktop);
        desktop.run->stream()->anomalies().setTriage({1}, models::Triage::Dismissed);
        ExportDialog* dialog = openDialog(desktop);
        dialog->findChild<QRadioButton*>(QStringLiteral("visibleRadio"))->click();
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("previewLabel"))->text().startsWith(QStringLiteral("8")));
        const QString path = desktop.folder.filePath(QStringLiteral("visible.csv"));
        exportTo(dialog, path);
        QTRY_VERIFY(result(dialog).contains(path));
        QCOMPARE(linesOf(path).size(), 9);
        QVERIFY(linesOf(path).filter(QStringLiteral("C00145000")).isEmpty());
    }

    void theSelectionAloneCanBeWritten()
    {
        Desktop desktop;
        raiseThree(desktop);
        Desktop::click(desktop.table("anomalyTable"), 0); // the newest: 155
        ExportDialog* dialog = openDialog(desktop);
        dialog->findChild<QRadioButton*>(QStringLiteral("selectionRadio"))->click();
        const QString path = desktop.folder.filePath(QStringLiteral("one.csv"));
        exportTo(dialog, path);
        QTRY_VERIFY(result(dialog).contains(path));
        QCOMPARE(linesOf(path).size(), 5);
        QCOMPARE(linesOf(path).filter(QStringLiteral("C00155000")).size(), 4);
    }

    // A sweep of the gap comes to stand before the others, so that all have other ids.
    void anOpenDialogFollowsASecondJudgement()
    {
        using tape::GapFill;
        Desktop desktop;
        desktop.line.underlying = domain::WatchList::parse(QStringLiteral("*")).value(); // so that nothing is fetched
        QVERIFY(desktop.startLive());
        session::Session& session = desktop.run->stream()->session();
        desktop.trade(400);
        QTRY_COMPARE(session.counters().watched, 400U);
        const domain::UnixMs last = session.store()[session.store().end() - 1].time();
        const domain::FeedGap gap{last, last + std::chrono::seconds(4), QStringLiteral("lost")};
        session.post(gap);
        for (const int strike : {145, 150, 155})
            desktop.sweep(Desktop::ticker(strike));
        QTRY_COMPARE(desktop.table("anomalyTable")->model()->rowCount(), 3);
        Desktop::click(desktop.table("anomalyTable"), 0); // the newest: 155
        ExportDialog* dialog = openDialog(desktop);
        const auto* preview = dialog->findChild<QLabel*>(QStringLiteral("previewLabel"));
        QVERIFY2(preview->text().startsWith(QStringLiteral("12")), qPrintable(preview->text()));

        session::Backfill missed{gap.from, gap.to, {Desktop::ticker(158).toStdString()}, {}, std::nullopt};
        for (int venue = 0; venue < 4; ++venue) {
            domain::Trade print = session.store()[session.store().end() - 1];
            print.setTime(last + std::chrono::milliseconds(2'000 + venue * 5));
            print.setExchange({std::uint16_t(302 + venue)});
            print.sequence = 0;
            missed.rows.push_back({0, print});
        }
        QStringList shown;
        connect(&session, &session::Session::judgedAgain, this, [&] { shown << preview->text(); });
        session.post(missed);
        session.post(session::Backfill{gap.from, gap.to, {}, {}, session::Backfill::Outcome{GapFill::State::Filled, true, {}}});
        QTRY_COMPARE(shown.size(), 1);
        QVERIFY2(shown.first().startsWith(QStringLiteral("16")), qPrintable(shown.first())); // at once
        QCOMPARE(session.engine().anomaly(1).prints.front().trade.time(), last + std::chrono::milliseconds(2'000));

        dialog->findChild<QRadioButton*>(QStringLiteral("selectionRadio"))->click();
        QVERIFY(preview->text().startsWith(QStringLiteral("4 ")));
        const QString path = desktop.folder.filePath(QStringLiteral("one.csv"));
        exportTo(dialog, path);
        QTRY_VERIFY(result(dialog).contains(path));
        QCOMPARE(linesOf(path).size(), 5);
        QCOMPARE(linesOf(path).filter(QStringLiteral("C00155000")).size(), 4);
    }

    void aFolderThatIsNotThereIsSaid()
    {
        Desktop desktop;
        raiseThree(desktop);
        ExportDialog* dialog = openDialog(desktop);
        exportTo(dialog, QStringLiteral("/nowhere/at/all.csv"));
        QTRY_VERIFY(result(dialog).contains(QStringLiteral("/nowhere/at/all.csv")));
        QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("exportButton"))->isEnabled());
    }

    void theTapeGoesOnBesideTheDialog()
    {
        Desktop desktop;
        raiseThree(desktop);
        ExportDialog* dialog = openDialog(desktop);
        const int before = desktop.table("tapeTable")->model()->rowCount();
        desktop.trade(50);
        QTRY_COMPARE(desktop.table("tapeTable")->model()->rowCount(), before + 50);
        QVERIFY(dialog->isVisible());
        QCOMPARE(openDialog(desktop), dialog); // one, however often it is asked for
    }
};

QTEST_MAIN(TestGuiExporting)
#include "tst_guiexporting.moc"

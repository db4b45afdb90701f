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

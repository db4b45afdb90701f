// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/recordings/sessionlistmodel.h"
#include "settings/settings.h"
#include "views/dialogs/sessionbrowser.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace flowglass;
using namespace flowglass::views;
using models::SessionRow;
using Column = models::SessionListModel::Column;

namespace {

SessionRow session(int day)
{
    SessionRow row;
    row.path = QStringLiteral("/data/%1.fgr").arg(day);
    row.name = QStringLiteral("%1.fgr").arg(day);
    row.first = domain::toNs({1'795'185'000'000 + day * 86'400'000LL});
    row.last = {row.first.value + 1'000'000'000};
    row.created = row.first;
    row.feed = QStringLiteral("realtime");
    row.digest = QByteArray(64, 'd');
    row.bytes = 10'000'000;
    return row;
}

struct Shown
{
    QTemporaryDir folder;
    settings::SettingsStore store{folder.filePath(QStringLiteral("s.ini"))};
    settings::Settings settings{store};
    models::SessionListModel model;
    SessionBrowser browser{settings.recording};

    explicit Shown(int rows = 4)
    {
        std::vector<SessionRow> list;
        for (int day = 0; day < rows; ++day)
            list.push_back(session(day));
        model.setRows(std::move(list));
        browser.setModel(&model);
        browser.show();
    }
    template <class T>
    T* part(const char* name) const
    {
        T* found = browser.findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QPushButton* button(const char* name) const { return part<QPushButton>(name); }
    QTableView* table() const { return part<QTableView>("sessionTable"); }
    QPoint cell(int row) const { return table()->visualRect(model.index(row, 0)).center(); }
    void click(int row, Qt::KeyboardModifiers keys = {}) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, keys, cell(row));
    }
};

QStringList paths(const QSignalSpy& asked) { return asked.last().first().toStringList(); }

} // namespace

class TestSessionBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void withoutRecordingsItSaysHowToMakeOne()
    {
        Shown shown(0);
        auto* empty = shown.part<QLabel>("emptyLabel");
        QVERIFY(empty->isVisible());
        QVERIFY(!shown.table()->isVisible());
        QVERIFY(empty->text().contains(QStringLiteral("Ctrl+R")));
        shown.browser.setFolder(QStringLiteral("/data/elsewhere"));
        QVERIFY(empty->text().contains(QStringLiteral("/data/elsewhere")));
        for (const char* name : {"sessionOpenButton", "sessionAnalyseButton", "sessionCompareButton", "sessionDeleteButton"})
            QVERIFY2(!shown.button(name)->isEnabled(), name);
        QVERIFY(shown.button("sessionImportButton")->isEnabled());
        shown.model.updateRow(session(1));
        QVERIFY(shown.table()->isVisible());
        QCOMPARE(shown.table()->accessibleName(), QStringLiteral("Recorded sessions"));
    }

    void oneIsOpenedByButtonDoubleClickOrEnter()
    {
        Shown shown;
        QSignalSpy opened(&shown.browser, &SessionBrowser::openRequested);
        shown.click(1);
        QTest::mouseClick(shown.button("sessionOpenButton"), Qt::LeftButton);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(paths(opened), QStringList{session(2).path}); // the newest is on top
        shown.click(0);
        QTest::mouseDClick(shown.table()->viewport(), Qt::LeftButton, {}, shown.cell(0));
        QCOMPARE(opened.count(), 2);
        QCOMPARE(paths(opened), QStringList{session(3).path});
        shown.table()->setFocus();
        QTest::keyClick(shown.table(), Qt::Key_Down);
        QTest::keyClick(shown.table(), Qt::Key_Return);
        QCOMPARE(opened.count(), 3);
        QCOMPARE(paths(opened), QStringList{session(2).path});
    }

    void theDetailsAreThereBeforeItIsOpened()
    {
        Shown shown;
        QVERIFY(shown.part<QLabel>("hintLabel")->isVisible());
        shown.click(0);
        QStringList values;
        const QList<QLineEdit*> lines = shown.browser.findChildren<QLineEdit*>();
        for (const QLineEdit* line : lines) {
            if (line->isVisible() && line->objectName().startsWith(QLatin1String("sessionDetail")))
                values << line->text();
        }
        QVERIFY(values.contains(session(3).path));
        QVERIFY(values.contains(QString(64, QLatin1Char('d'))));
        shown.click(1, Qt::ControlModifier);
        QVERIFY(shown.part<QLabel>("hintLabel")->text().contains(QStringLiteral("20 MB")));
    }

    void exactlyTwoAreComparedTheOlderFirst()
    {
        Shown shown;
        QPushButton* compare = shown.button("sessionCompareButton");
        QSignalSpy compared(&shown.browser, &SessionBrowser::compareRequested);
        shown.click(0);
        QVERIFY(!compare->isEnabled());
        shown.click(2, Qt::ControlModifier);
        QVERIFY(compare->isEnabled());
        QVERIFY(!shown.button("sessionOpenButton")->isEnabled());
        QTest::mouseClick(compare, Qt::LeftButton);
        QCOMPARE(paths(compared), QStringList({session(1).path, session(3).path}));
        shown.click(3, Qt::ControlModifier);
        QVERIFY(!compare->isEnabled());
    }

    void analysesBeginAndAreCancelled()
    {
        Shown shown;
        QSignalSpy begun(&shown.browser, &SessionBrowser::analyseRequested);
        QSignalSpy cancelled(&shown.browser, &SessionBrowser::cancelRequested);
        shown.click(0);
        shown.click(1, Qt::ControlModifier);
        QVERIFY(!shown.button("sessionCancelButton")->isVisible());
        QTest::mouseClick(shown.button("sessionAnalyseButton"), Qt::LeftButton);
        QCOMPARE(paths(begun), QStringList({session(3).path, session(2).path}));
        SessionRow busy = session(3);
        busy.busy = true;
        shown.model.updateRow(busy);
        QTest::mouseClick(shown.button("sessionAnalyseButton"), Qt::LeftButton);
        QCOMPARE(paths(begun), QStringList({session(2).path})); // not the one under way
        QVERIFY(shown.button("sessionCancelButton")->isVisible());
        QVERIFY(!shown.button("sessionDeleteButton")->isEnabled());
        QTest::mouseClick(shown.button("sessionCancelButton"), Qt::LeftButton);
        QCOMPARE(paths(cancelled), QStringList({session(3).path}));
        shown.model.updateRow(session(3));
        QVERIFY(!shown.button("sessionCancelButton")->isVisible());
    }

    void deletingAsksInsideTheDialog()
    {
        Shown shown;
        QSignalSpy deleted(&shown.browser, &SessionBrowser::deleteRequested);
        auto* card = shown.part<QWidget>("confirmCard");
        shown.click(0);
        QVERIFY(!card->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(&shown.browser));
        QTest::keyClick(shown.table(), Qt::Key_Delete);
        QVERIFY(card->isVisible());
        QVERIFY(shown.part<QLabel>("confirmLabel")->text().contains(QStringLiteral("10 MB")));
        QVERIFY(shown.button("confirmKeepButton")->hasFocus()); // Enter keeps
        QCOMPARE(shown.button("confirmKeepButton")->accessibleDescription(), shown.part<QLabel>("confirmLabel")->text());
        QCOMPARE(deleted.count(), 0);
        QTest::keyClick(shown.button("confirmKeepButton"), Qt::Key_Return);
        QVERIFY(!card->isVisible());
        QCOMPARE(deleted.count(), 0);
        QTest::mouseClick(shown.button("sessionDeleteButton"), Qt::LeftButton);
        QTest::mouseClick(shown.button("confirmDeleteButton"), Qt::LeftButton);
        QCOMPARE(deleted.count(), 1);
        QCOMPARE(paths(deleted), QStringList{session(3).path});
        QVERIFY(!card->isVisible());
    }

    void escapeTakesTheQuestionBackBeforeItCloses()
    {
        Shown shown;
        shown.click(0);
        QTest::mouseClick(shown.button("sessionDeleteButton"), Qt::LeftButton);
        QTest::keyClick(&shown.browser, Qt::Key_Escape);
        QVERIFY(!shown.part<QWidget>("confirmCard")->isVisible());
        QVERIFY(shown.browser.isVisible());
        QTest::keyClick(&shown.browser, Qt::Key_Escape);
        QVERIFY(!shown.browser.isVisible());
    }

    void anotherSelectionTakesTheQuestionBack()
    {
        Shown shown;
        QSignalSpy deleted(&shown.browser, &SessionBrowser::deleteRequested);
        shown.click(0);
        QTest::mouseClick(shown.button("sessionDeleteButton"), Qt::LeftButton);
        shown.click(1);
        QVERIFY(!shown.part<QWidget>("confirmCard")->isVisible());
        QCOMPARE(deleted.count(), 0);
    }

    void theSelectionOutlivesANewListing()
    {
        Shown shown;
        shown.click(1);
        shown.model.setRows({session(7), session(2), session(0)});
        QCOMPARE(shown.browser.selectedPaths(), QStringList{session(2).path});
        QVERIFY(shown.button("sessionOpenButton")->isEnabled());
        shown.model.removeRow(session(2).path);
        QVERIFY(!shown.button("sessionOpenButton")->isEnabled());
    }

    void aClickOnATitleSorts()
    {
        Shown shown;
        QHeaderView* header = shown.table()->horizontalHeader();
        SessionRow large = session(1);
        large.bytes = 1'000'000'000;
        shown.model.updateRow(large);
        const int column = int(Column::Size);
        const QPoint title(header->sectionViewportPosition(column) + 8, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, title);
        QCOMPARE(header->sortIndicatorSection(), column);
        const int row = shown.model.indexOf(large.path).row();
        QCOMPARE(row, header->sortIndicatorOrder() == Qt::DescendingOrder ? 0 : 3);
    }

    void filesFromElsewhereAreChosen()
    {
        Shown shown(0);
        QSignalSpy imported(&shown.browser, &SessionBrowser::importRequested);
        QTest::mouseClick(shown.button("sessionImportButton"), Qt::LeftButton);
        auto* dialog = shown.part<QFileDialog>("sessionImportDialog");
        QVERIFY(dialog->nameFilters().first().contains(QStringLiteral("*.csv.gz")));
        Q_EMIT dialog->filesSelected({QStringLiteral("/data/day.csv.gz")});
        QCOMPARE(paths(imported), QStringList{QStringLiteral("/data/day.csv.gz")});
    }

    void theFolderAndNotices()
    {
        Shown shown;
        QSignalSpy asked(&shown.browser, &SessionBrowser::folderRequested);
        QTest::mouseClick(shown.button("sessionFolderButton"), Qt::LeftButton);
        QCOMPARE(paths(asked), QStringList());
        shown.click(0);
        QTest::mouseClick(shown.button("sessionFolderButton"), Qt::LeftButton);
        QCOMPARE(paths(asked), QStringList{session(3).path});
        auto* notice = shown.part<QLabel>("noticeLabel");
        QVERIFY(!notice->isVisible());
        shown.browser.setNotice(QStringLiteral("2.fgr could not be deleted."));
        QVERIFY(notice->isVisible());
        shown.browser.setNotice({});
        QVERIFY(!notice->isVisible());
    }

    void theModelMayGo()
    {
        Shown shown;
        shown.click(0);
        shown.browser.setModel(nullptr);
        QVERIFY(shown.part<QLabel>("emptyLabel")->isVisible());
        QVERIFY(shown.browser.selectedPaths().isEmpty());
    }
};

QTEST_MAIN(TestSessionBrowser)
#include "tst_sessionbrowser.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "gui/desktopfixture.h"
#include "exporting/atomicfile.h"
#include "models/roles.h"
#include "session/keptfiles.h"
#include "session/openinterest/openinterestfile.h"
#include "views/contract/contractpane.h"
#include "views/contract/evidencepanel.h"
#include "views/tape/tapepanel.h"

#include <QLabel>
#include <QPushButton>

using namespace flowglass;
using namespace flowglass::test;

namespace {

QString shownText(const QWidget& widget)
{
    QString text;
    const QList<QLabel*> labels = widget.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->isVisible())
            text += label->text() + QLatin1Char('\n');
    }
    return text;
}

const QString kSwept = QStringLiteral("O:NVDA261218C00150000");
const QString kFar = QStringLiteral("O:NVDA991218C00150000"); // does not expire before this test

} // namespace

// An anomaly or a trade is clicked, and its contract is there.
class TestGuiInspecting : public QObject
{
    Q_OBJECT

private:
    // A live window with one anomaly in the list.
    static void raise(Desktop& desktop, const QString& swept = kSwept)
    {
        QVERIFY(desktop.startLive());
        desktop.trade(400);
        desktop.sweep(swept);
        QTRY_COMPARE(desktop.table("anomalyTable")->model()->rowCount(), 1);
    }

private Q_SLOTS:
    void clickingAnAnomalyFillsThePane()
    {
        Desktop desktop;
        raise(desktop);
        const auto* pane = desktop.find<QWidget>("contractPane");
        QVERIFY(shownText(*pane).contains(QStringLiteral("Select an anomaly")));
        Desktop::click(desktop.table("anomalyTable"), 0);
        QTRY_VERIFY(shownText(*pane).contains(QStringLiteral("NVDA 18 Dec 26 150 C")));
        QVERIFY(desktop.find<QWidget>("evidenceCard")->isVisible());
        QVERIFY(shownText(*desktop.find<QWidget>("evidenceCard")).contains(QStringLiteral("4 exchange")));
        // Then what the provider knows, by itself.
        QTRY_VERIFY2(shownText(*pane).contains(QStringLiteral("American")), qPrintable(shownText(*pane)));
        // The snapshot's open interest is below the sweep.
        QTRY_VERIFY(shownText(*desktop.find<QWidget>("evidenceCard")).contains(QStringLiteral("Opening")));
        using Column = models::AnomalyModel::Column;
        const auto kinds = desktop.table("anomalyTable")->model()->index(0, int(Column::Kinds));
        QTRY_VERIFY(kinds.data().toString().contains(QStringLiteral("(golden)")));
        QVERIFY(kinds.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Opening")));
        auto* prints = desktop.table("contractPrintsTable");
        QVERIFY(prints->model()->rowCount() >= 4);
        QVERIFY(prints->model()->index(0, 0).data(models::HighlightRole).toBool());
        for (int row = 0; row < prints->model()->rowCount(); ++row)
            QCOMPARE(prints->model()->index(row, 0).data(models::ContractRole),
                     prints->model()->index(0, 0).data(models::ContractRole));
    }

    void clickingATradeOpensItsContractAndHoldsTheTape()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(100);
        auto* tape = desktop.table("tapeTable");
        QTRY_COMPARE(tape->model()->rowCount(), 100);
        const QString contract = tape->model()->index(5, 1).data().toString();
        Desktop::click(tape, 5);
        const auto* pane = desktop.find<QWidget>("contractPane");
        QTRY_VERIFY(shownText(*pane).contains(contract));
        QVERIFY(!desktop.find<QWidget>("evidenceCard")->isVisible());
        QVERIFY(desktop.run->window().tapePanel().isPaused());
    }

    void openInterestByDayIsShownFromTheSecondDayOn()
    {
        Desktop desktop;
        const QString path = session::openInterestPath(desktop.store.fileName());
        raise(desktop, kFar);
        const auto* pane = desktop.find<QWidget>("contractPane");
        const QString title = QStringLiteral("Open interest by day");
        Desktop::click(desktop.table("anomalyTable"), 0);
        QTRY_VERIFY(shownText(*pane).contains(QStringLiteral("8,133")));
        QVERIFY(!shownText(*pane).contains(title)); // one day is no history
        desktop.run.reset();
        session::OpenInterestHistory history = session::loadOpenInterest(path, 0).history;
        QCOMPARE(history.of(kFar.toStdString()).size(), std::size_t(1)); // of this run
        history.add(kFar.toStdString(), {history.of(kFar.toStdString()).front().day - 1, 8'000}, {});
        QVERIFY(exporting::writeWhole(path, session::openInterestText(history)));
        // The next run knows both.
        Desktop next;
        QVERIFY(QFile::copy(path, session::openInterestPath(next.store.fileName())));
        raise(next, kFar);
        pane = next.find<QWidget>("contractPane");
        Desktop::click(next.table("anomalyTable"), 0);
        QTRY_VERIFY2(shownText(*pane).contains(title), qPrintable(shownText(*pane)));
        QVERIFY(shownText(*pane).contains(QStringLiteral("8,133  +133 (+1.7%)")));
        // Another contract has none: the section goes.
        Desktop::click(next.table("tapeTable"), 6);
        QTRY_VERIFY(!shownText(*pane).contains(title));
    }

    void damagedOpenInterestIsSaidAndPutAside()
    {
        Desktop desktop;
        const QString path = session::openInterestPath(desktop.store.fileName());
        QVERIFY(exporting::writeWhole(path, "no open interest"));
        QVERIFY(desktop.startLive());
        QTRY_VERIFY(desktop.find<QLabel>("noticeLabel")->text().contains(QStringLiteral("open interest")));
        QVERIFY(QFile::exists(path + QStringLiteral(".corrupt")));
    }

    void theDemoKeepsNoOpenInterest()
    {
        Desktop desktop;
        desktop.line.demo = true;
        desktop.start();
        QTRY_VERIFY_WITH_TIMEOUT(desktop.table("anomalyTable")->model() && desktop.table("anomalyTable")->model()->rowCount() > 0,
                                 30'000);
        Desktop::click(desktop.table("anomalyTable"), 0);
        const auto* pane = desktop.find<QWidget>("contractPane");
        QTRY_VERIFY(shownText(*pane).contains(QStringLiteral("the previous trading day")));
        desktop.run.reset();
        QVERIFY(!QFile::exists(session::openInterestPath(desktop.store.fileName())));
    }

    void aProviderThatNeverAnswersHoldsNothingUp()
    {
        Desktop desktop;
        desktop.api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
        raise(desktop);
        Desktop::click(desktop.table("anomalyTable"), 0);
        const auto* pane = desktop.find<QWidget>("contractPane");
        QTRY_VERIFY(shownText(*pane).contains(QStringLiteral("NVDA 18 Dec 26 150 C")));
        QTRY_VERIFY(shownText(*pane).contains(QStringLiteral("oading")));
        for (int i = 0; i < 5; ++i)
            desktop.trade(100);
        QTRY_COMPARE(desktop.table("tapeTable")->model()->rowCount(), 904);
        QVERIFY(desktop.run->stream()->session().counters().balanced());
    }

    void aFailureIsSaidWithRetryAndRetryMendsIt()
    {
        Desktop desktop;
        bool works = false;
        desktop.api.setHandler([&works](const FakeApi::Request& request) {
            return works ? FakeApi::anyContract(request) : FakeApi::json("{\"status\":\"NOT_FOUND\"}", 404);
        });
        raise(desktop);
        Desktop::click(desktop.table("anomalyTable"), 0);
        auto* pane = desktop.find<QWidget>("contractPane");
        const auto shownRetry = [pane]() -> QPushButton* {
            const QList<QPushButton*> buttons = pane->findChildren<QPushButton*>(QStringLiteral("retryButton"));
            for (QPushButton* button : buttons) {
                if (!button->isHidden())
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(shownRetry());
        works = true;
        shownRetry()->click();
        QTRY_VERIFY(shownText(*pane).contains(QStringLiteral("American")));
        QTRY_VERIFY(!shownRetry());
    }

    void aWholeListIsWorkedOffByKeys()
    {
        Desktop desktop;
        QVERIFY(desktop.startLive());
        desktop.trade(400);
        auto* list = desktop.table("anomalyTable");
        for (const int strike : {145, 150, 155})
            desktop.sweep(Desktop::ticker(strike));
        QTRY_COMPARE(list->model()->rowCount(), 3);
        list->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&desktop.run->window()));
        QTest::keyClick(list, Qt::Key_J);
        QTest::keyClick(list, Qt::Key_X);
        QTest::keyClick(list, Qt::Key_X);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(list, Qt::Key_U);
        QTRY_COMPARE(list->model()->rowCount(), 2);
    }
};

QTEST_MAIN(TestGuiInspecting)
#include "tst_guiinspecting.moc"

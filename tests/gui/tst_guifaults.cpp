// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/desktop/faults/proofdesk.h"
#include "gui/desktopfixture.h"
#include "market/faults/faultscript.h"
#include "market/marketserver.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QElapsedTimer>
#include <QMenu>
#include <QLabel>

using namespace std::chrono_literals;
using namespace flowglass;
using namespace flowglass::test;
using domain::FeedPhase;

// The demo's faults and the proof of the Help menu, as a person uses them; and how the window closes.
class TestGuiFaults : public QObject
{
    Q_OBJECT

private:
    static bool startDemo(Desktop& desktop)
    {
        desktop.line.demo = true;
        desktop.start();
        return QTest::qWaitFor([&desktop] { return desktop.phase() == FeedPhase::Live; }, 10'000);
    }
    static QAction* fault(Desktop& desktop, const char* name) { return desktop.find<QAction>(name); }

private Q_SLOTS:
    void theMenuIsThereWithTheDemoOnly()
    {
        Desktop live;
        QVERIFY(live.startLive());
        QVERIFY(!live.run->window().findChild<QMenu*>(QStringLiteral("faultMenu")));
        Desktop demo;
        QVERIFY(startDemo(demo));
        const QList<QAction*> actions = demo.find<QMenu>("faultMenu")->findChildren<QAction*>();
        const auto named = std::ranges::count_if(
            actions, [](const QAction* action) { return action->objectName().startsWith(QLatin1String("fault ")); });
        QCOMPARE(std::size_t(named), market::faultKinds().size());
    }

    void aDropIsToldAndSurvived()
    {
        Desktop desktop;
        QVERIFY(startDemo(desktop));
        fault(desktop, "fault drop")->trigger();
        const QList<QLabel*> labels = desktop.run->window().findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel* label) { return label->text().startsWith(QLatin1String("Simulated: Drop")); }));
        const session::Session& session = desktop.run->stream()->session();
        QTRY_COMPARE_WITH_TIMEOUT(session.counters().gaps, 1U, 10'000);
        QCOMPARE(desktop.phase(), FeedPhase::Live);
        QVERIFY(session.counters().balanced());
    }

    void nothingBlocks()
    {
        Desktop desktop;
        QVERIFY(startDemo(desktop));
        auto* desk = desktop.run->window().findChild<app::ProofDesk*>();
        QVERIFY(desk);
        desk->setLength(900ms);
        desktop.run->window().actions().proof->trigger();
        QDialog* dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(
            (dialog = desktop.run->window().findChild<QDialog*>(QStringLiteral("proofDialog"))) != nullptr, 30'000);
        QString text;
        const QList<QLabel*> pages = dialog->findChildren<QLabel*>();
        for (const QLabel* page : pages)
            text += page->text();
        QVERIFY2(text.contains(QLatin1String("No trade was lost.")), qPrintable(text));
        QVERIFY(!desktop.run->window().findChild<QWidget*>(QStringLiteral("proofProgress"))
                || !desktop.find<QWidget>("proofProgress")->isVisible());
    }

    void theProofCountsWhatWasSent()
    {
        const domain::SystemClock clock;
        app::NonBlockingProof proof(900ms, clock);
        app::NonBlockingProof::Figures figures;
        bool finished = false;
        connect(&proof, &app::NonBlockingProof::finished, this, [&](const app::NonBlockingProof::Figures& found) {
            figures = found;
            finished = true;
        });
        QVERIFY(proof.start().has_value());
        QTRY_VERIFY_WITH_TIMEOUT(finished, 30'000);
        QVERIFY(figures.sent > 5'000);
        QCOMPARE(figures.lost(), 0U);
        QCOMPARE(figures.judged, figures.sent);
        QVERIFY(figures.balanced && figures.requests > 0);
        QVERIFY(figures.worstStall.count() > 0);
    }

    void theWindowClosesWithCallsInFlight()
    {
        Desktop desktop;
        QVERIFY(startDemo(desktop));
        session::Session& session = desktop.run->stream()->session();
        fault(desktop, "fault hang")->trigger();
        QTRY_VERIFY(session.store().end() > 0);
        const QString ticker = QString::fromStdString(session.contracts()[session.store()[0].contract].ticker);
        session.contractService().request(ticker, contracts::Priority::Clicked);
        QTRY_VERIFY_WITH_TIMEOUT(session.contractService().inFlight() > 0, 10'000);
        QSignalSpy finished(desktop.run.get(), &app::DesktopRun::finished);
        QElapsedTimer closing;
        closing.start();
        desktop.run->window().close();
        QVERIFY(finished.count() == 1 || finished.wait(5'000));
        desktop.run.reset();
        QVERIFY2(closing.elapsed() < 1'000, qPrintable(QString::number(closing.elapsed())));
    }
};

QTEST_MAIN(TestGuiFaults)
#include "tst_guifaults.moc"

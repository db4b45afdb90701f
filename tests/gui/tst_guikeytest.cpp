// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "gui/desktopfixture.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace flowglass;
using namespace flowglass::test;

namespace {

const QString kKey = QStringLiteral("s3cret-key");

FakeApi::Answer notEntitled()
{
    return FakeApi::json(R"({"status":"NOT_AUTHORIZED","message":"You are not entitled to this data."})", 403);
}

// A plan with everything, trades 15 minutes late.
FakeApi::Answer wholePlan(const FakeApi::Request& request)
{
    if (request.path == "/v3/reference/options/contracts")
        return FakeApi::json(R"({"results":[{"ticker":"O:NVDA261218C00150000"}]})");
    if (request.path.startsWith("/v3/snapshot/options/"))
        return FakeApi::json(R"({"results":{"last_quote":{"timeframe":"REAL-TIME"},"last_trade":{"timeframe":"DELAYED"}}})");
    return FakeApi::json("{}");
}

// The program with its settings open, and what stands there about the plan.
struct Opened : Desktop
{
    explicit Opened(const QString& key = kKey) : Desktop(key) {}
    void open()
    {
        startLive();
        run->window().actions().preferences->trigger();
    }
    QDialog* dialog() const { return run->window().findChild<QDialog*>(QStringLiteral("settingsDialog")); }
    QPushButton* button() const { return dialog()->findChild<QPushButton*>(QStringLiteral("testKeyButton")); }
    QWidget* plan() const { return dialog()->findChild<QWidget*>(QStringLiteral("planGroup")); }
    QLabel* answer(const char* what) const
    {
        for (QLabel* label : plan()->findChildren<QLabel*>()) {
            if (label->accessibleName().startsWith(QLatin1String(what)))
                return label;
        }
        return nullptr;
    }
    QString said(const char* what) const { return answer(what) ? answer(what)->text() : QString(); }
    int asked(const char* path) const
    {
        return int(std::ranges::count_if(api.requests(), [path](const auto& request) { return request.path == path; }));
    }
    bool showsTheKey() const
    {
        for (const QLabel* label : dialog()->findChildren<QLabel*>()) {
            if (label->text().contains(kKey) || label->toolTip().contains(kKey))
                return true;
        }
        return false;
    }
};

} // namespace

// "Test key" in the settings: the matrix of what the plan has, and what follows from it.
class TestGuiKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatThePlanHas()
    {
        Opened desktop;
        desktop.api.setHandler(wholePlan);
        desktop.open();
        QVERIFY(desktop.button()->isEnabled());
        QVERIFY(!desktop.plan()->isVisible());
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QVERIFY(desktop.plan()->isVisible()); // at once, still waiting
        QTRY_COMPARE(desktop.said("Holidays"), QStringLiteral("yes"));
        QCOMPARE(desktop.said("Live trades"), QStringLiteral("yes, real time"));
        QCOMPARE(desktop.said("Contract terms"), QStringLiteral("yes"));
        QCOMPARE(desktop.said("Quotes, greeks"), QStringLiteral("yes, real time"));
        QCOMPARE(desktop.said("Trades by REST"), QStringLiteral("yes, 15 minutes late"));
        QVERIFY(desktop.answer("Contract terms")->isVisible());
        QVERIFY(!desktop.showsTheKey());
        QCOMPARE(desktop.asked("/v3/trades/O:NVDA261218C00150000"), 1);
        QVERIFY(!desktop.run->stream()->session().contractService().lacksTrades());
    }

    void greysWhatAPlanLacksAndDoesNotAskForIt()
    {
        Opened desktop;
        desktop.api.setHandler([](const FakeApi::Request& request) {
            const bool lacks = request.path.startsWith("/v3/snapshot/") || request.path.startsWith("/v3/trades/");
            if (request.path.startsWith("/v3/reference/options/contracts/"))
                return FakeApi::anyContract(request);
            return lacks ? notEntitled() : wholePlan(request);
        });
        desktop.open();
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QTRY_COMPARE(desktop.said("Holidays"), QStringLiteral("yes"));
        QLabel* snapshot = desktop.answer("Quotes, greeks");
        QCOMPARE(snapshot->text(), QStringLiteral("not in your plan"));
        QCOMPARE(snapshot->foregroundRole(), QPalette::PlaceholderText);
        QVERIFY(snapshot->toolTip().contains(QStringLiteral("You are not entitled")));
        QCOMPARE(desktop.said("Trades by REST"), QStringLiteral("not in your plan"));
        contracts::ContractService& service = desktop.run->stream()->session().contractService();
        QVERIFY(service.lacksTrades());

        const QString ticker = Desktop::ticker(140);
        service.request(ticker, contracts::Priority::Automatic);
        QTRY_VERIFY(service.detail(ticker)->snapshot.error);
        QCOMPARE(service.detail(ticker)->snapshot.error->code, domain::Error::Code::NotInPlan);
        QCOMPARE(desktop.asked(QByteArray("/v3/snapshot/options/NVDA/" + ticker.toLatin1()).constData()), 0);
    }

    void aRefusedKeyIsSaid()
    {
        Opened desktop;
        desktop.api.setHandler([](const FakeApi::Request&) {
            return FakeApi::json(R"({"status":"ERROR","error":"Unknown API Key s3cret-key"})", 401);
        });
        desktop.open();
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QTRY_COMPARE(desktop.said("Contract terms"), QStringLiteral("key not accepted"));
        QCOMPARE(desktop.said("Holidays"), QStringLiteral("not asked"));
        QVERIFY(desktop.said("Reason").contains(QStringLiteral("Unknown API Key [key]")));
        QVERIFY(!desktop.showsTheKey());
    }

    void anUnreachableProviderIsSaid()
    {
        Opened desktop;
        {
            const FakeApi gone;
            desktop.line.apiUrl = gone.url();
        }
        desktop.open();
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.said("Holidays"), QStringLiteral("no answer"), 15'000);
        QCOMPARE(desktop.said("Trades by REST"), QStringLiteral("not asked"));
        QVERIFY(desktop.answer("Reason")->isVisible());
        QVERIFY(desktop.said("Reason").contains(QStringLiteral("cannot be reached")));
        QVERIFY(!QApplication::activeModalWidget());
    }

    void aSecondClickDoesNotAskTwice()
    {
        Opened desktop;
        desktop.api.setHandler(wholePlan);
        desktop.open();
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QTRY_COMPARE(desktop.said("Holidays"), QStringLiteral("yes"));
        QCOMPARE(desktop.asked("/v3/reference/options/contracts"), 1);
        QTest::mouseClick(desktop.button(), Qt::LeftButton); // but a later one does
        QTRY_COMPARE(desktop.asked("/v3/reference/options/contracts"), 2);
    }

    void closingTheDialogEndsTheTest()
    {
        Opened desktop;
        desktop.api.setHandler([](const FakeApi::Request& request) {
            return request.path == "/v3/snapshot/options/NVDA" ? FakeApi::fault(FakeApi::Mode::NeverAnswers)
                                                               : wholePlan(request);
        });
        desktop.open();
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QTRY_COMPARE(desktop.asked("/v3/snapshot/options/NVDA"), 1);
        QTRY_COMPARE(desktop.api.open(), 1);
        desktop.dialog()->close();
        QTRY_COMPARE(desktop.api.open(), 0);
        QCOMPARE(desktop.asked("/v3/trades/O:NVDA261218C00150000"), 0);
        desktop.run->window().actions().preferences->trigger(); // and a new one begins anew
        QTRY_VERIFY(desktop.dialog() && desktop.dialog()->isVisible() && !desktop.plan()->isVisible());
    }

    void anotherKeyTakesTheAnswersAway()
    {
        Opened desktop;
        desktop.api.setHandler(wholePlan);
        desktop.open();
        QTest::mouseClick(desktop.button(), Qt::LeftButton);
        QTRY_COMPARE(desktop.said("Holidays"), QStringLiteral("yes"));
        auto* edit = desktop.dialog()->findChild<QLineEdit*>(QStringLiteral("keyEdit"));
        QTest::keyClicks(edit, QStringLiteral("another"));
        QTest::mouseClick(desktop.dialog()->findChild<QPushButton*>(QStringLiteral("keyButton")), Qt::LeftButton);
        QVERIFY(!desktop.plan()->isVisible());
        QVERIFY(desktop.button()->isEnabled());
        QTest::mouseClick(desktop.dialog()->findChild<QPushButton*>(QStringLiteral("forgetButton")), Qt::LeftButton);
        QTRY_VERIFY(!desktop.button()->isEnabled()); // there is no key to test
    }
};

QTEST_MAIN(TestGuiKeyTest)
#include "tst_guikeytest.moc"

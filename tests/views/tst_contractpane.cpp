// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/contractprintsmodel.h"
#include "models/contractseries.h"
#include "models/tapefixture.h"
#include "settings/settings.h"
#include "views/contract/contractchart.h"
#include "views/contract/contractpane.h"
#include "views/contract/evidencepanel.h"
#include "views/contract/valuegroup.h"

#include <QCategoryAxis>
#include <QChart>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace flowglass;
using namespace flowglass::test;
using namespace flowglass::views;

namespace {

models::CardGroup group(models::CardState state)
{
    models::CardGroup group;
    group.id = models::CardGroupId::Quote;
    group.title = QStringLiteral("Quote");
    group.state = state;
    group.rows = {{QStringLiteral("Bid"), QStringLiteral("2.10 × 5"), true, {}},
                  {QStringLiteral("Ask"), QStringLiteral("not provided"), false, QStringLiteral("why")}};
    return group;
}

QStringList shownTexts(const QWidget& widget)
{
    QStringList texts;
    const QList<QLabel*> labels = widget.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (!label->isHidden() && !label->text().isEmpty())
            texts << label->text();
    }
    return texts;
}

} // namespace

class TestContractPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGroupShowsItsRowsAndItsAge()
    {
        ValueGroup view;
        models::CardGroup ready = group(models::CardState::Ready);
        ready.ageText = QStringLiteral("12 s ago");
        view.present(ready);
        const QStringList texts = shownTexts(view);
        for (const char* text : {"Quote", "12 s ago", "Bid", "2.10 × 5", "Ask", "not provided"})
            QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
        QVERIFY(view.findChild<QPushButton*>()->isHidden());
    }

    void retryIsOfferedWhereItHelps_data()
    {
        QTest::addColumn<models::CardState>("state");
        QTest::addColumn<bool>("retry");
        QTest::newRow("failed: yes") << models::CardState::Failed << true;
        QTest::newRow("not in the plan: no") << models::CardState::NotInPlan << false;
        QTest::newRow("loading: no") << models::CardState::Loading << false;
        QTest::newRow("from the tape: no") << models::CardState::Live << false;
    }
    void retryIsOfferedWhereItHelps()
    {
        QFETCH(models::CardState, state);
        QFETCH(bool, retry);
        ValueGroup view;
        models::CardGroup shown = group(state);
        shown.stateText = QStringLiteral("state");
        shown.errorText = QStringLiteral("The provider did not answer.");
        view.present(shown);
        auto* button = view.findChild<QPushButton*>();
        QCOMPARE(!button->isHidden(), retry);
        QVERIFY(shownTexts(view).contains(QStringLiteral("The provider did not answer.")));
        QSignalSpy retried(&view, &ValueGroup::retryRequested);
        button->click();
        QCOMPARE(retried.count(), 1);
    }

    void fewerRowsLeaveNoneBehind()
    {
        ValueGroup view;
        view.present(group(models::CardState::Ready));
        models::CardGroup fewer = group(models::CardState::Ready);
        fewer.rows.resize(1);
        view.present(fewer);
        QVERIFY(!shownTexts(view).contains(QStringLiteral("Ask")));
        view.present(group(models::CardState::Ready));
        QVERIFY(shownTexts(view).contains(QStringLiteral("Ask")));
    }

    void theEvidenceIsASentenceAndTheNumbers()
    {
        EvidencePanel panel;
        models::EvidenceCard card;
        card.headline = QStringLiteral("swept 3 exchanges in 80 ms");
        card.score = QStringLiteral("6.40");
        models::EvidenceRow sweep;
        sweep.name = QStringLiteral("Sweep");
        sweep.value = QStringLiteral("850 <contracts>");
        sweep.historyNote = QStringLiteral("Little history.");
        card.evidence = {sweep};
        for (int i = 0; i < 7; ++i)
            card.prints.push_back({0, QStringLiteral("+%1 ms").arg(i), QStringLiteral("BOX"), {}, {}, {}, false});
        panel.present(card);
        const QString all = shownTexts(panel).join(QLatin1Char('\n'));
        QVERIFY(all.contains(QStringLiteral("Swept 3 exchanges in 80 ms.")));
        QVERIFY(all.contains(QStringLiteral("6.40")));
        QVERIFY(all.contains(QStringLiteral("850&nbsp;&lt;contracts&gt;"))); // what comes from outside is no markup
        QVERIFY(all.contains(QStringLiteral("Little history.")));
        QVERIFY(all.contains(QStringLiteral("+4 ms")));
        QVERIFY(!all.contains(QStringLiteral("+5 ms")));
        QVERIFY(all.contains(QStringLiteral("2 more print")));
    }

    void thePaneBeginsWithASentence()
    {
        ContractPane pane;
        pane.show();
        auto* empty = pane.findChild<QLabel*>(QStringLiteral("emptyLabel"));
        QVERIFY(empty->isVisible());
        models::ContractCard card;
        card.title = QStringLiteral("NVDA 18 Dec 26 150 C");
        card.groups = {group(models::CardState::Loading)};
        pane.present(card, 28);
        pane.presentEvidence(std::nullopt);
        pane.showContract();
        QVERIFY(!empty->isVisible());
        QVERIFY(shownTexts(pane).contains(card.title));
        QVERIFY(!pane.findChild<EvidencePanel*>(QStringLiteral("evidenceCard"))->isVisible());
        pane.presentEvidence(models::EvidenceCard{});
        QVERIFY(pane.findChild<EvidencePanel*>(QStringLiteral("evidenceCard"))->isVisible());
        pane.showNothing();
        QVERIFY(empty->isVisible());
    }

    void daysToExpiryAreWords_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("text");
        QTest::newRow("today") << 0 << QStringLiteral("expires today");
        QTest::newRow("later") << 5 << QStringLiteral("expires in 5 day");
        QTest::newRow("gone") << -1 << QStringLiteral("expired");
    }
    void daysToExpiryAreWords()
    {
        QFETCH(int, days);
        QFETCH(QString, text);
        ContractPane pane;
        pane.present({}, days);
        QVERIFY(pane.findChild<QLabel*>(QStringLiteral("dteLabel"))->text().startsWith(text));
    }

    void anAdjustedContractIsSaidToBe()
    {
        ContractPane pane;
        models::ContractCard card;
        pane.present(card, {});
        QVERIFY(pane.findChild<QLabel*>(QStringLiteral("adjustedPill"))->isHidden());
        card.adjusted = true;
        pane.present(card, {});
        QVERIFY(!pane.findChild<QLabel*>(QStringLiteral("adjustedPill"))->isHidden());
    }

    void theChartDrawsWhatTheSeriesHolds()
    {
        Tape tape;
        for (int i = 0; i < 300; ++i)
            tape.add({.price = 25'000 + i * 10, .size = 1 + std::uint32_t(i % 9), .atMs = i * 1000});
        models::ContractSeries series;
        series.setContract(*tape.contracts.find("O:NVDA261218C00150000"));
        ContractChart chart;
        chart.resize(600, 240);
        chart.show();
        const QImage blank = chart.grab().toImage();
        chart.present(series, true, domain::ZoneTime::newYork());
        series.update(tape.store);
        chart.present(series, true, domain::ZoneTime::newYork());
        QVERIFY(chart.grab().toImage() != blank);
        auto* times = qobject_cast<QCategoryAxis*>(chart.chart()->axes(Qt::Horizontal).constFirst());
        QVERIFY(times->min() <= double(series.first().value));
        QVERIFY(times->max() >= double(series.last().value));
        QVERIFY(times->categoriesLabels().size() >= 2);
        QVERIFY2(times->categoriesLabels().constFirst().startsWith(QStringLiteral("10:0")),
                 qPrintable(times->categoriesLabels().constFirst()));
        QVERIFY(times->categoriesLabels().size() <= 6);
    }

    void theChartStaysWhereItWasZoomed()
    {
        Tape tape;
        const auto add = [&tape](int from, int to) {
            for (int i = from; i < to; ++i)
                tape.add({.size = 1, .atMs = i * 1000});
        };
        add(0, 600);
        models::ContractSeries series;
        series.setContract(*tape.contracts.find("O:NVDA261218C00150000"));
        series.update(tape.store);
        ContractChart chart;
        chart.resize(600, 240);
        chart.show();
        chart.present(series, true, domain::ZoneTime::newYork());
        auto* times = qobject_cast<QCategoryAxis*>(chart.chart()->axes(Qt::Horizontal).constFirst());
        const double whole = times->max() - times->min();
        QTest::keyClick(&chart, Qt::Key_Plus);
        const double from = times->min();
        const double to = times->max();
        QVERIFY(to - from < whole * 0.75);
        add(600, 700);
        series.update(tape.store);
        chart.present(series, true, domain::ZoneTime::newYork());
        QCOMPARE(times->min(), from);
        QCOMPARE(times->max(), to);
        QTest::keyClick(&chart, Qt::Key_0);
        QVERIFY(times->max() >= double(series.last().value));
    }
};

QTEST_MAIN(TestContractPane)
#include "tst_contractpane.moc"

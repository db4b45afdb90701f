// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/plan/plancard.h"

using namespace flowglass;
using domain::FeedPhase;
using domain::FeedStatus;
using domain::PlanAccess;
using domain::PlanAnswer;
using domain::PlanData;
using domain::PlanReport;
using domain::Timeliness;
using models::CardGroup;
using models::CardState;

namespace {

CardGroup planCard(const PlanReport& report)
{
    return models::planCard(report, {});
}

PlanReport reportOf(PlanAccess access)
{
    PlanReport report;
    for (PlanAnswer& answer : report.answers) {
        answer.access = access;
        if (answer.wasAsked() && access != PlanAccess::Allowed)
            answer.error.text = QStringLiteral("Said so.");
    }
    return report;
}

QStringList lines(const CardGroup& card)
{
    QStringList lines;
    for (const models::CardRow& row : card.rows)
        lines << row.label + QStringLiteral(" | ") + row.text;
    return lines;
}

} // namespace

class TestPlanCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAPlanRowByRow();
    void saysEachAnswer_data();
    void saysEachAnswer();
    void theFeedSpeaksForItself_data();
    void theFeedSpeaksForItself();
    void waitsUntilAllIsAnswered();
    void saysFirstWhatStandsInTheWayOfAll();
};

void TestPlanCard::saysAPlanRowByRow()
{
    PlanReport report = reportOf(PlanAccess::Allowed);
    report[PlanData::Snapshot].access = PlanAccess::NotInPlan;
    report[PlanData::Chain].lacksQuotes = true;
    report[PlanData::Trades].timeliness = Timeliness::Delayed;
    report[PlanData::Quotes].timeliness = Timeliness::RealTime;
    const CardGroup card = planCard(report);
    const QStringList said{QStringLiteral("Live trades | not known: not connected"),
                           QStringLiteral("Contract terms | yes"),
                           QStringLiteral("Quotes, greeks, open interest | not in your plan"),
                           QStringLiteral("All contracts of an underlying at once | yes, without quotes"),
                           QStringLiteral("Trades by REST (filling of gaps) | yes, 15 minutes late"),
                           QStringLiteral("Past quotes | yes, real time"),
                           QStringLiteral("Holidays and market hours | yes")};
    QCOMPARE(lines(card), said);
    QCOMPARE(card.state, CardState::Ready);
    QVERIFY(card.stateText.isEmpty() && card.errorText.isEmpty());
    QVERIFY(card.rows[1].provided);
    QVERIFY(!card.rows[2].provided);
}

void TestPlanCard::saysEachAnswer_data()
{
    QTest::addColumn<PlanAccess>("access");
    QTest::addColumn<QString>("said");
    QTest::newRow("waiting") << PlanAccess::Waiting << QStringLiteral("asking…");
    QTest::newRow("not asked") << PlanAccess::NotAsked << QStringLiteral("not asked");
    QTest::newRow("not in the plan") << PlanAccess::NotInPlan << QStringLiteral("not in your plan");
    QTest::newRow("bad key") << PlanAccess::BadKey << QStringLiteral("key not accepted");
    QTest::newRow("rate limited") << PlanAccess::RateLimited << QStringLiteral("not known: request limit reached");
    QTest::newRow("unreachable") << PlanAccess::Unreachable << QStringLiteral("no answer");
    QTest::newRow("failed, in the provider's words") << PlanAccess::Failed << QStringLiteral("Said so.");
}

void TestPlanCard::saysEachAnswer()
{
    QFETCH(PlanAccess, access);
    QFETCH(QString, said);
    const PlanReport report = reportOf(access);
    const CardGroup card = planCard(report);
    QCOMPARE(card.rows.size(), domain::kPlanDataCount + 1);
    for (std::size_t i = 0; i < domain::kPlanDataCount; ++i) {
        const models::CardRow& row = card.rows[i + 1];
        QCOMPARE(row.text, said);
        QVERIFY(!row.provided);
        QCOMPARE(row.toolTip, report.answers[i].error.text);
    }
}

void TestPlanCard::theFeedSpeaksForItself_data()
{
    QTest::addColumn<FeedPhase>("phase");
    QTest::addColumn<QString>("said");
    QTest::newRow("live") << FeedPhase::Live << QStringLiteral("yes, real time");
    QTest::newRow("delayed") << FeedPhase::Delayed
                             << QStringLiteral("yes, 15 minutes late, as chosen in the settings");
    QTest::newRow("stalled") << FeedPhase::Stalled << QStringLiteral("connected, nothing comes at present");
    QTest::newRow("refused") << FeedPhase::Refused << QStringLiteral("refused");
    QTest::newRow("replaced") << FeedPhase::Replaced << QStringLiteral("another program has the connection");
    QTest::newRow("lost") << FeedPhase::Reconnecting << QStringLiteral("not known: not connected");
}

void TestPlanCard::theFeedSpeaksForItself()
{
    QFETCH(FeedPhase, phase);
    QFETCH(QString, said);
    FeedStatus feed;
    feed.phase = phase;
    feed.reason = QStringLiteral("Why.");
    const models::CardRow row = models::planCard(reportOf(PlanAccess::Allowed), feed).rows.front();
    const bool isThere = phase == FeedPhase::Live || phase == FeedPhase::Delayed;
    QCOMPARE(row.text, said);
    QCOMPARE(row.provided, isThere);
    QCOMPARE(row.toolTip, isThere ? QString() : feed.reason);
}

void TestPlanCard::waitsUntilAllIsAnswered()
{
    PlanReport report = reportOf(PlanAccess::Allowed);
    report[PlanData::MarketStatus].access = PlanAccess::Waiting;
    QCOMPARE(planCard(report).state, CardState::Loading);
    QCOMPARE(planCard(report).stateText, QStringLiteral("asking…"));
    report[PlanData::MarketStatus].access = PlanAccess::NotAsked;
    QCOMPARE(planCard(report).state, CardState::Ready);
}

void TestPlanCard::saysFirstWhatStandsInTheWayOfAll()
{
    PlanReport report = reportOf(PlanAccess::NotAsked);
    QVERIFY(planCard(report).errorText.isEmpty());
    report[PlanData::Chain].access = PlanAccess::RateLimited;
    QVERIFY(planCard(report).errorText.contains(QStringLiteral("Test again in a minute.")));
    report[PlanData::Trades] = {PlanAccess::Unreachable, {}, false, {{}, {}, QStringLiteral("Cannot be reached.")}};
    QCOMPARE(planCard(report).errorText, QStringLiteral("Cannot be reached."));
    report[PlanData::Terms] = {PlanAccess::BadKey, {}, false, {{}, {}, QStringLiteral("Unknown key.")}};
    QCOMPARE(planCard(report).errorText, QStringLiteral("Unknown key."));
}

QTEST_GUILESS_MAIN(TestPlanCard)
#include "tst_plancard.moc"

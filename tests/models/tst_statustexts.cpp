// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "models/parts/feednotice.h"
#include "models/parts/markettext.h"
#include "models/statustexts.h"

#include <QLocale>

using namespace flowglass;
using namespace flowglass::models;
using namespace std::chrono_literals;
using domain::FeedPhase;

Q_DECLARE_METATYPE(domain::FeedPhase)
Q_DECLARE_METATYPE(models::FeedBadge)
Q_DECLARE_METATYPE(models::Severity)

class TestStatusTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_US"))); }

    void feedState_data()
    {
        QTest::addColumn<FeedPhase>("phase");
        QTest::addColumn<int>("nextTryMs"); // from now; -1: none
        QTest::addColumn<FeedBadge>("badge");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<Severity>("severity");
        const auto row = [](const char* name, FeedPhase phase, int next, FeedBadge badge, const char* brief,
                            Severity severity) {
            QTest::newRow(name) << phase << next << badge << QString::fromUtf8(brief) << severity;
        };
        const auto none = FeedBadge::RealTime;
        row("offline", FeedPhase::Offline, -1, none, "Offline", Severity::Warning);
        row("connecting", FeedPhase::Connecting, -1, none, "Connecting…", Severity::Waiting);
        row("signing in", FeedPhase::Authenticating, -1, none, "Signing in…", Severity::Waiting);
        row("subscribing", FeedPhase::Subscribing, -1, none, "Subscribing…", Severity::Waiting);
        row("live", FeedPhase::Live, -1, none, "Live", Severity::Good);
        row("the demo says so", FeedPhase::Live, -1, FeedBadge::Demo, "Live (demo)", Severity::Good);
        row("delayed is not said twice", FeedPhase::Delayed, -1, FeedBadge::Delayed, "Delayed 15 min", Severity::Good);
        row("a delayed host is named while connecting", FeedPhase::Connecting, -1, FeedBadge::Delayed,
            "Connecting… (delayed)", Severity::Waiting);
        row("silent", FeedPhase::Stalled, -1, none, "Silent", Severity::Warning);
        row("counts down in whole seconds, rounded up", FeedPhase::Reconnecting, 3'001, none, "Reconnecting in 4 s",
            Severity::Warning);
        row("never says 0 seconds", FeedPhase::Reconnecting, 0, none, "Reconnecting…", Severity::Warning);
        row("without a time", FeedPhase::Reconnecting, -1, none, "Reconnecting…", Severity::Warning);
        row("refused", FeedPhase::Refused, -1, none, "Refused", Severity::Bad);
        row("replaced", FeedPhase::Replaced, -1, none, "Replaced by another client", Severity::Bad);
    }
    void feedState()
    {
        QFETCH(FeedPhase, phase);
        QFETCH(int, nextTryMs);
        QFETCH(FeedBadge, badge);
        QFETCH(QString, brief);
        QFETCH(Severity, severity);
        domain::FeedStatus status;
        status.phase = phase;
        const domain::UnixMs now{1'000'000};
        if (nextTryMs >= 0)
            status.nextTry = domain::UnixMs{now.value + nextTryMs};
        const StatusText text = feedStateText(status, now, badge);
        QCOMPARE(text.brief, brief);
        QVERIFY(!text.full.isEmpty());
        QCOMPARE(int(text.severity), int(severity));
    }

    void theFullTextHoldsReasonAndChannels()
    {
        domain::FeedStatus status;
        status.phase = FeedPhase::Refused;
        status.reason = QStringLiteral("auth_failed: Authentication failed");
        status.channelsWanted = 12;
        status.channelsConfirmed = 3;
        const QString full = feedStateText(status, {}, FeedBadge::Demo).full;
        QVERIFY(full.contains(status.reason));
        QVERIFY(full.contains(QStringLiteral("3 of 12")));
        QVERIFY(full.contains(QStringLiteral("simulated")));
    }

    void replacedCountsDownInTheFullText()
    {
        domain::FeedStatus status;
        status.phase = FeedPhase::Replaced;
        status.nextTry = domain::UnixMs{60'000};
        QVERIFY(feedStateText(status, {1'000}, FeedBadge::RealTime).full.contains(QStringLiteral("59 s")));
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& text, const char* expected) {
            QTest::newRow(name) << text << QString::fromUtf8(expected);
        };
        row("no trades", rateText(0).brief, "0 trades/s");
        row("a slow tape has a decimal", rateText(0.44).brief, "0.4 trades/s");
        row("a quick tape is grouped", rateText(12'345.6).brief, "12,346 trades/s");
        row("no backlog", backlogText(0, 0ns).brief, "No backlog");
        row("a backlog has count and age", backlogText(1'200, 340ms).brief, "Backlog 1,200, 340 ms");
        row("the worst stall", stallText(7'300us).brief, "Worst stall 7.3 ms");
        row("latencies", latencyText(90us, 1'200us, 0us, 0us).brief, "Latency 0.1 ms, 99%: 1.2 ms");
        row("nothing new", newRowsText(0), "");
    }
    void numbers()
    {
        QFETCH(QString, text);
        QTEST(text, "expected");
    }

    void aClosedMarketSaysWhenItOpens_data()
    {
        QTest::addColumn<qint64>("now"); // ms
        QTest::addColumn<FeedBadge>("badge");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("inFull");
        const auto row = [](const char* name, qint64 now, FeedBadge badge, const char* brief, const char* inFull) {
            QTest::newRow(name) << now << badge << QString::fromLatin1(brief) << QString::fromLatin1(inFull);
        };
        const auto none = FeedBadge::RealTime;
        constexpr qint64 friday = 1'795'186'800'000; // 2026-11-20 10:00 in New York
        constexpr qint64 hour = 3'600'000;
        row("in the evening", friday + 10 * hour, none, "Market closed, opens Mon 09:30 (in 3 d)", "built-in calendar");
        row("in the morning", friday - 2 * hour, none, "Market closed, opens Fri 09:30 (in 90 min)", "2028-12-31");
        row("on a holiday", friday + 6 * 24 * hour, none, "Market closed, opens Fri 09:30 (in 24 h)",
            "Holiday: Thanksgiving.");
        row("after a half day", friday + 7 * 24 * hour + 5 * hour, none, "Market closed, opens Mon 09:30 (in 3 d)",
            "Today was a half day (Thanksgiving).");
        row("its validity is over", 1'861'990'200'000, none, "Market closed, opens Tue 09:30 (in 19 h)", "may be wrong");
        row("delayed trades come later", friday - 2 * hour, FeedBadge::Delayed,
            "Market closed, delayed trades from Fri 09:30 (in 90 min)", "New York");
    }
    void aClosedMarketSaysWhenItOpens()
    {
        QFETCH(qint64, now);
        QFETCH(FeedBadge, badge);
        QFETCH(QString, brief);
        QFETCH(QString, inFull);
        const domain::MarketState state = domain::MarketCalendar().stateAt({now});
        const StatusText text = closedMarketText(state, {now}, badge);
        QVERIFY(!state.open);
        QCOMPARE(text.brief, brief);
        QVERIFY2(text.full.contains(inFull), qPrintable(text.full));
        QCOMPARE(halfDayText(state), QString());
    }

    void aHalfDaySaysWhenItCloses()
    {
        const domain::MarketCalendar calendar;
        const domain::UnixMs morning{1'795'186'800'000 + 7 * 86'400'000LL}; // the day after Thanksgiving
        QCOMPARE(halfDayText(calendar.stateAt(morning)),
                 QStringLiteral("Half day (Thanksgiving): closes at 13:15 in New York."));
    }

    void theNoticeOffersTheWaysOn_data()
    {
        QTest::addColumn<FeedPhase>("phase");
        QTest::addColumn<QString>("retry");
        QTest::addColumn<bool>("shown");
        QTest::addColumn<bool>("key");
        QTest::newRow("refused: another key, the delayed host") << FeedPhase::Refused << "Retry now" << true << true;
        QTest::newRow("replaced: take over") << FeedPhase::Replaced << "Connect here instead" << true << false;
        QTest::newRow("reconnecting: the top bar counts down") << FeedPhase::Reconnecting << "Retry now" << false << false;
        QTest::newRow("stalled") << FeedPhase::Stalled << "Retry now" << false << false;
        QTest::newRow("live") << FeedPhase::Live << "" << false << false;
    }
    void theNoticeOffersTheWaysOn()
    {
        QFETCH(FeedPhase, phase);
        QFETCH(QString, retry);
        QFETCH(bool, shown);
        QFETCH(bool, key);
        domain::FeedStatus status;
        status.phase = phase;
        status.reason = QStringLiteral("the reason");
        status.nextTry = domain::UnixMs{42'000};
        QCOMPARE(retryText(phase), retry);
        const FeedNotice notice = feedNotice(status, {500}, true, true);
        QCOMPARE(!notice.text.isEmpty(), shown);
        QCOMPARE(notice.asksForKey, key);
        QCOMPARE(notice.offersDelayed, key);
        QVERIFY(!notice.offersReplay);
        if (shown)
            QVERIFY(notice.text.contains(status.reason) && notice.retry == retry && notice.offersDemo);
        if (phase == FeedPhase::Replaced)
            QVERIFY2(notice.text.contains(QStringLiteral("in 42 s")), qPrintable(notice.text));
        QVERIFY(!feedNotice(status, {500}, false, false).offersDelayed);
    }

    void theNoticeOfAClosedMarketIsCalm()
    {
        domain::FeedStatus status;
        status.phase = FeedPhase::Live;
        const FeedNotice notice = feedNotice(status, {}, true, true, StatusText{QStringLiteral("Market closed"), {}, {}});
        QVERIFY(notice.text.startsWith(QStringLiteral("Market closed. ")));
        QVERIFY(notice.isCalm && notice.offersReplay && notice.offersDemo && notice.retry.isEmpty());
        status.phase = FeedPhase::Refused; // what is wrong comes first
        QVERIFY(!feedNotice(status, {}, true, true, StatusText{QStringLiteral("Market closed"), {}, {}}).isCalm);
    }

    void newRowsCarriesTheCount() { QVERIFY(newRowsText(17).contains(QStringLiteral("17"))); }

    void severityFollowsTheNumbers()
    {
        QCOMPARE(int(backlogText(5, 20ms).severity), int(Severity::Good));
        QCOMPARE(int(backlogText(5, 200ms).severity), int(Severity::Warning));
        QCOMPARE(int(backlogText(5, 3s).severity), int(Severity::Bad));
        QCOMPARE(int(stallText(16ms).severity), int(Severity::Good));
        QCOMPARE(int(stallText(60ms).severity), int(Severity::Warning));
        QVERIFY(latencyText(1ms, 2ms, 21ms, 45ms).full.endsWith(QStringLiteral("To the screen 21 ms, 99%: 45 ms")));
        QCOMPARE(int(latencyText(1ms, 600ms, 0ms, 0ms).severity), int(Severity::Bad));
    }
};

QTEST_GUILESS_MAIN(TestStatusTexts)
#include "tst_statustexts.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/connectionmachine.h"

#include <QRegularExpression>

#include <map>
#include <random>
#include <set>

using namespace std::chrono_literals;
using namespace flowglass;
using domain::FeedPhase;
using feed::ConnectionMachine;
using feed::LinkEvent;
using feed::LinkStage;

namespace {

constexpr int kStages = int(LinkStage::Count);
constexpr int kEvents = int(LinkEvent::Count);
const QStringList kStageNames = QStringLiteral("Offline Waiting Replaced Refused Opening Greeting Authenticating "
                                               "Subscribing Live Silent Dry").split(QLatin1Char(' '));
const QStringList kEventNames =
    QStringLiteral("Start Stop Retry Forbidden Opened Greeted Authenticated Settled Unconfirmed Due Lost Refusal Taken "
                   "TurnedAway Silence Inbound Data DataStall DataDead MarketClosed Woken NetworkBack").split(QLatin1Char(' '));

// Written from the rules, by stage; every event that is not named means nothing there.
const std::map<QString, QString> kRules{
    {QStringLiteral("Offline"), QStringLiteral("Start:Opening Forbidden:Refused")},
    {QStringLiteral("Waiting"), QStringLiteral("Stop:Offline Retry:Opening Due:Opening Refusal:Refused Taken:Replaced "
                                               "Woken:Opening NetworkBack:Opening")},
    {QStringLiteral("Replaced"),
     QStringLiteral("Stop:Offline Retry:Opening Due:Opening Refusal:Refused Taken:Replaced")},
    {QStringLiteral("Refused"), QStringLiteral("Stop:Offline Retry:Opening Forbidden:Refused")},
    {QStringLiteral("Opening"), QStringLiteral("Stop:Offline Opened:Greeting Due:Waiting Lost:Waiting Refusal:Refused "
                                               "Taken:Replaced Woken:Opening NetworkBack:Opening")},
    {QStringLiteral("Greeting"),
     QStringLiteral("Stop:Offline Greeted:Authenticating Due:Waiting Lost:Waiting Refusal:Refused Taken:Replaced "
                    "TurnedAway:Replaced Woken:Opening NetworkBack:Greeting")},
    {QStringLiteral("Authenticating"),
     QStringLiteral("Stop:Offline Authenticated:Subscribing Due:Waiting Lost:Waiting Refusal:Refused Taken:Replaced "
                    "TurnedAway:Replaced Woken:Opening NetworkBack:Authenticating")},
    {QStringLiteral("Subscribing"),
     QStringLiteral("Stop:Offline Settled:Live Unconfirmed:Waiting Due:Subscribing Lost:Waiting Refusal:Refused "
                    "Taken:Replaced TurnedAway:Replaced Woken:Opening NetworkBack:Subscribing")},
    {QStringLiteral("Live"),
     QStringLiteral("Stop:Offline Unconfirmed:Waiting Due:Live Lost:Waiting Refusal:Refused Taken:Replaced "
                    "TurnedAway:Replaced Silence:Silent DataStall:Dry DataDead:Waiting Woken:Opening NetworkBack:Live")},
    {QStringLiteral("Silent"),
     QStringLiteral("Stop:Offline Retry:Opening Unconfirmed:Waiting Due:Silent Lost:Waiting Refusal:Refused "
                    "Taken:Replaced TurnedAway:Replaced Inbound:Live Data:Live DataDead:Waiting "
                    "Woken:Opening NetworkBack:Silent")},
    {QStringLiteral("Dry"),
     QStringLiteral("Stop:Offline Retry:Opening Unconfirmed:Waiting Due:Dry Lost:Waiting Refusal:Refused Taken:Replaced "
                    "TurnedAway:Replaced Silence:Silent Data:Live DataStall:Dry DataDead:Waiting "
                    "MarketClosed:Live Woken:Opening NetworkBack:Dry")}};

QString expectedFor(const QString& stage, const QString& event)
{
    const QRegularExpression rule(QStringLiteral("(?:^| )") + event + QStringLiteral(":(\\w+)"));
    return rule.match(kRules.at(stage)).captured(1);
}

// The machine with its clock, and the one call per event that raises it.
class Driver
{
public:
    explicit Driver(const char* url = "wss://feed.example/options")
        : machine(configFor(url), QStringLiteral("key"), [] { return 0.5; })
    {
        machine.want({QStringLiteral("T.*")}, now());
    }
    static feed::FeedConfig configFor(const char* url)
    {
        feed::FeedConfig config;
        config.url = QUrl(QLatin1String(url));
        return config;
    }
    ConnectionMachine::Now now() const
    {
        return {time, {1'765'000'000'000 + std::chrono::duration_cast<std::chrono::milliseconds>(time).count()}};
    }
    void status(const char* word, const char* message = "")
    {
        machine.onStatus({QLatin1String(word), QLatin1String(message)}, now());
    }
    void reach(LinkStage stage)
    {
        if (stage == LinkStage::Offline)
            return;
        machine.start(now());
        const LinkEvent last = stage == LinkStage::Waiting    ? LinkEvent::Lost
                               : stage == LinkStage::Replaced ? LinkEvent::Taken
                               : stage == LinkStage::Refused  ? LinkEvent::Refusal
                               : stage == LinkStage::Silent   ? LinkEvent::Silence
                               : stage == LinkStage::Dry      ? LinkEvent::DataStall
                                                              : LinkEvent::Count;
        for (const LinkEvent event :
             {LinkEvent::Opened, LinkEvent::Greeted, LinkEvent::Authenticated, LinkEvent::Settled}) {
            if (machine.stage() != stage)
                raise(event);
        }
        if (last != LinkEvent::Count)
            raise(last);
    }
    void raise(LinkEvent event)
    {
        switch (event) {
        case LinkEvent::Start: machine.start(now()); break;
        case LinkEvent::Stop: machine.stop(now()); break;
        case LinkEvent::Retry: machine.retryNow(now()); break;
        case LinkEvent::Opened: machine.onOpened(now()); break;
        case LinkEvent::Greeted: status("connected"); break;
        case LinkEvent::Authenticated: status("auth_success"); break;
        case LinkEvent::Settled: status("success", "subscribed to: T.*"); break;
        case LinkEvent::Unconfirmed: // the one channel is exchanged for another, which nobody confirms
            machine.want({QStringLiteral("T.O:A")}, now());
            goOn(10s, true);
            break;
        case LinkEvent::Due: due(); break;
        case LinkEvent::Lost: machine.onClosed(QStringLiteral("lost"), now()); break;
        case LinkEvent::Refusal: status("auth_failed"); break;
        case LinkEvent::Taken: status("max_connections"); break;
        case LinkEvent::TurnedAway: machine.onTurnedAway(QStringLiteral("1008"), now()); break;
        case LinkEvent::Silence: goOn(25s, false); break;
        case LinkEvent::Inbound: machine.onPong(time); break;
        case LinkEvent::Data: machine.onFrame(true, time); break;
        case LinkEvent::DataStall: machine.onDataStall(QStringLiteral("dry"), false, now()); break;
        case LinkEvent::DataDead: machine.onDataStall(QStringLiteral("dead"), true, now()); break;
        case LinkEvent::MarketClosed: machine.onMarketClosed(); break;
        case LinkEvent::Woken: machine.onWoken(1h, now()); break;
        case LinkEvent::NetworkBack: machine.onNetworkBack(now()); break;
        case LinkEvent::Forbidden:
        case LinkEvent::Count: break;
        }
    }
    void goOn(std::chrono::nanoseconds by, bool answered)
    {
        time += by;
        if (answered)
            machine.onPong(time);
        machine.onTime(now());
    }
    // Lets the time of the stage run out while the provider lives.
    void due()
    {
        for (int second = 0; second < 61; ++second) {
            const LinkStage before = machine.stage();
            time += 1s;
            if (isConnected(before) && before != LinkStage::Silent)
                machine.onPong(time);
            machine.onTime(now());
            if (machine.stage() != before)
                return;
        }
    }

    std::chrono::nanoseconds time = 5000s;
    ConnectionMachine machine;
};

} // namespace

class TestConnectionTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCell();
    void theMachineObeysEveryCell_data();
    void theMachineObeysEveryCell();
    void phases();
    void anythingInAnyOrder_data();
    void anythingInAnyOrder();
};

void TestConnectionTable::everyCell()
{
    QCOMPARE(kStageNames.size(), kStages);
    QCOMPARE(kEventNames.size(), kEvents);
    for (int stage = 0; stage < kStages; ++stage) {
        for (int event = 0; event < kEvents; ++event) {
            const auto next = feed::nextStage(LinkStage(stage), LinkEvent(event));
            const QString got = next ? kStageNames[int(*next)] : QString();
            QVERIFY2(got == expectedFor(kStageNames[stage], kEventNames[event]),
                     qPrintable(kStageNames[stage] + QLatin1Char('/') + kEventNames[event] + QLatin1Char(':') + got));
        }
    }
}

void TestConnectionTable::theMachineObeysEveryCell_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("event");
    for (int stage = 0; stage < kStages; ++stage) {
        for (int event = 0; event < kEvents; ++event) {
            if (LinkEvent(event) != LinkEvent::Forbidden)
                QTest::addRow("%s in %s", qPrintable(kEventNames[event]), qPrintable(kStageNames[stage])) << stage << event;
        }
    }
}

void TestConnectionTable::theMachineObeysEveryCell()
{
    QFETCH(int, stage);
    QFETCH(int, event);
    Driver driver;
    driver.reach(LinkStage(stage));
    QCOMPARE(kStageNames[int(driver.machine.stage())], kStageNames[stage]);
    const bool timed = LinkEvent(event) == LinkEvent::Silence || LinkEvent(event) == LinkEvent::Unconfirmed;
    if (timed && !feed::nextStage(LinkStage(stage), LinkEvent(event)))
        return; // while the time passes other things are due there
    driver.raise(LinkEvent(event));
    QString expected = expectedFor(kStageNames[stage], kEventNames[event]);
    if (LinkStage(stage) == LinkStage::Silent && LinkEvent(event) == LinkEvent::Due)
        expected = QStringLiteral("Waiting"); // the silence goes on
    if (LinkStage(stage) == LinkStage::Silent && LinkEvent(event) == LinkEvent::Unconfirmed)
        expected = QStringLiteral("Waiting");
    if (LinkStage(stage) == LinkStage::Subscribing && LinkEvent(event) == LinkEvent::Due)
        expected = QStringLiteral("Waiting"); // none was confirmed
    QCOMPARE(kStageNames[int(driver.machine.stage())], expected.isEmpty() ? kStageNames[stage] : expected);
    const auto deadline = driver.machine.deadline();
    QVERIFY(!deadline || *deadline > driver.time);
}

void TestConnectionTable::phases()
{
    std::set<FeedPhase> shown;
    for (int stage = 0; stage < kStages; ++stage) {
        shown.insert(feed::phaseOf(LinkStage(stage), false));
        const bool differs = feed::phaseOf(LinkStage(stage), true) != feed::phaseOf(LinkStage(stage), false);
        QCOMPARE(differs, LinkStage(stage) == LinkStage::Live);
    }
    QCOMPARE(shown.size(), std::size_t(9)); // all but Delayed
}

void TestConnectionTable::anythingInAnyOrder_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U, 4U})
        QTest::addRow("seed %u", seed) << seed;
}

// 4 x 30,000 events: every change is a step of the table, nobody is woken for the past, and every loss is told.
void TestConnectionTable::anythingInAnyOrder()
{
    QFETCH(quint32, seed);
    std::set<std::pair<int, int>> legal;
    for (int stage = 0; stage < kStages; ++stage) {
        for (int event = 0; event < kEvents; ++event) {
            if (const auto next = feed::nextStage(LinkStage(stage), LinkEvent(event)))
                legal.insert({stage, int(*next)});
        }
    }
    std::mt19937 random(seed);
    Driver driver;
    std::vector<domain::FeedGap> gaps;
    bool owed = false;  // a gap is open: it must be told before, or when, it is live again or stopped
    bool heard = false; // data or the last word of the handshake, on this connection
    std::set<LinkStage> visited;
    for (int i = 0; i < 30'000; ++i) {
        const LinkStage before = driver.machine.stage();
        // Steps on the way up are as likely as all the rest, or nothing would ever be live.
        constexpr std::array kUp{LinkEvent::Start, LinkEvent::Retry, LinkEvent::Opened, LinkEvent::Greeted,
                                 LinkEvent::Authenticated, LinkEvent::Settled};
        auto event = LinkEvent(random() % std::uint32_t(kEvents));
        if (random() % 2 == 0)
            event = kUp[random() % kUp.size()];
        const bool timed =
            event == LinkEvent::Due || event == LinkEvent::Silence || event == LinkEvent::Unconfirmed;
        if (event == LinkEvent::Silence)
            driver.goOn(25s + std::chrono::milliseconds(random() % 5'000), false);
        else if (timed)
            driver.goOn(std::chrono::milliseconds(random() % 12'000), random() % 3 != 0);
        else
            driver.raise(event);
        const LinkStage after = driver.machine.stage();
        visited.insert(after);
        const bool isStep = before == after || legal.contains({int(before), int(after)});
        QVERIFY2(isStep, qPrintable(kStageNames[int(before)] + QStringLiteral(" -> ") + kStageNames[int(after)]));
        const auto deadline = driver.machine.deadline();
        QVERIFY(!deadline || *deadline > driver.time);
        QCOMPARE(driver.machine.status().phase, feed::phaseOf(after, false));
        heard = (heard || isEstablished(before) || (event == LinkEvent::Data && isConnected(before))) && holdsSocket(before);
        const bool stopped = after == LinkStage::Offline && before != LinkStage::Offline;
        const bool wasQuiet = before == LinkStage::Silent || before == LinkStage::Dry;
        owed = owed || (stopped ? wasQuiet : heard && !isConnected(after));
        const auto told = driver.machine.takeGaps();
        for (const domain::FeedGap& gap : told) {
            QVERIFY(owed);
            QVERIFY(gap.from <= gap.to);
            QVERIFY(gap.to <= driver.now().wall);
        }
        const bool data = event == LinkEvent::Data && isConnected(before);
        if ((isEstablished(after) || data || stopped) && owed) {
            QVERIFY(!told.empty());
            owed = false;
        }
        driver.machine.takeActions();
    }
    QCOMPARE(visited.size(), std::size_t(kStages));
}

QTEST_GUILESS_MAIN(TestConnectionTable)
#include "tst_connectiontable.moc"

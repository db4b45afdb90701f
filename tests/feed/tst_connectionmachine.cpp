// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "feed/connectionmachine.h"

using namespace std::chrono_literals;
using namespace flowglass;
using domain::FeedPhase;
using feed::ConnectionMachine;
using feed::FeedConfig;
using Kind = ConnectionMachine::Action::Kind;

Q_DECLARE_METATYPE(flowglass::domain::FeedPhase)
Q_DECLARE_METATYPE(std::chrono::nanoseconds)

namespace {

const QString kKey = QStringLiteral("k3y\"\\");
constexpr std::int64_t kWallOffset = 1'765'000'000'000;

FeedConfig config()
{
    FeedConfig config;
    config.url = QUrl(QStringLiteral("wss://feed.example/options"));
    config.backoff = {1s, 2.0, 60s, 0.0};
    return config;
}

// What is sent, `params` as it stands in JSON.
QString order(const char* action, const char* params)
{
    return QStringLiteral("{\"action\":\"%1\",\"params\":\"%2\"}")
        .arg(QLatin1String(action), QLatin1String(params));
}

// The machine with a clock that the test moves, and what it did since last asked.
class Bench
{
public:
    explicit Bench(const FeedConfig& with = config(), const QString& key = kKey)
        : machine(with, key, [] { return 0.0; })
    {
    }

    ConnectionMachine::Now now() const
    {
        const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(time + clockSet + asleep);
        return {time, {kWallOffset + wall.count()}, asleep};
    }
    // Lets the time pass, waking the machine whenever it asked for it.
    void pass(std::chrono::nanoseconds by)
    {
        const auto end = time + by;
        for (int wakes = 0; machine.deadline() && *machine.deadline() <= end; ++wakes) {
            if (wakes > 1000)
                qFatal("the machine asks to be woken without end");
            time = std::max(time, *machine.deadline());
            machine.onTime(now());
        }
        time = end;
    }
    // What it did: "open", "close", "ping" or what it sent.
    QStringList did()
    {
        QStringList words;
        for (const ConnectionMachine::Action& action : machine.takeActions()) {
            switch (action.kind) {
            case Kind::Open: words << QStringLiteral("open"); break;
            case Kind::Close: words << QStringLiteral("close"); break;
            case Kind::Ping: words << QStringLiteral("ping"); break;
            case Kind::Send: words << action.text; break;
            }
        }
        return words;
    }
    void status(const char* word, const QString& message = {})
    {
        machine.onStatus({QString::fromLatin1(word), message}, now());
    }
    void ack(const char* channel)
    {
        status("success", QStringLiteral("subscribed to: ") + QLatin1String(channel));
    }
    // Up to the phase wanted on its way to being live with T.*.
    void reach(FeedPhase phase)
    {
        machine.want({QStringLiteral("T.*")}, now());
        machine.start(now());
        for (int step = 0; machine.status().phase != phase && step < 4; ++step)
            advance();
        did();
    }
    void advance()
    {
        switch (steps++) {
        case 0: machine.onOpened(now()); break;
        case 1: status("connected"); break;
        case 2: status("auth_success"); break;
        default: ack("T.*"); break;
        }
        if (steps == 1 && machine.status().phase == FeedPhase::Connecting)
            advance();
    }
    // From the opened socket to live, once more.
    void comeBack()
    {
        machine.onOpened(now());
        status("connected");
        status("auth_success");
        ack("T.*");
    }
    FeedPhase phase() const { return machine.status().phase; }
    QString reason() const { return machine.status().reason; }

    std::chrono::nanoseconds time = 5000s;
    std::chrono::nanoseconds clockSet{0}; // the wall clock, by hand
    std::chrono::nanoseconds asleep{0};   // while the steady clock stood
    ConnectionMachine machine;
    int steps = 0;
};

} // namespace

class TestConnectionMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handshakeGoesStepByStep();
    void ignoresWhatComesOutOfTurn();
    void delayedHostIsShownAsDelayed();
    void refusesAnAddressThatWouldLeakTheKey();
    void stagesTimeOut_data();
    void stagesTimeOut();
    void refusals_data();
    void refusals();
    void refusedStaysRefused();
    void retryLeavesRefused();
    void offersTheDelayedFeedOnlyOnTheOther();
    void anyLossIsTriedAgain_data();
    void anyLossIsTriedAgain();
    void backoffGrowsWhileNothingWorks();
    void backoffStartsAfreshOnceStable();
    void backoffStartsAfreshOnceDataCame();
    void kickedAtOnceEachTimeBacksOff();
    void replacedWaitsAMinute();
    void closeBeforeTheWordStillCountsAsReplaced();
    void closeBeforeTheWordStillCountsAsRefused();
    void partlyConfirmedIsLiveAndSaysWhat();
    void confirmedByNobodyTriesAgain();
    void oneDeniedOfTwoIsLive();
    void changesChannelsWhileLive();
    void noChannelsIsLive();
    void pingsAndStaysUpOnAQuietMarket();
    void silenceStallsAndThenReconnects();
    void anyByteEndsAStall();
    void gapIsToldOnceWhenLiveAgain();
    void gapEndsInFrontOfTheFirstTrade();
    void gapBeginsAtTheLastData();
    void noGapBeforeTheFirstLive();
    void noGapAfterAStop();
    void aGapThatLastsEndsWithTheRun_data();
    void aGapThatLastsEndsWithTheRun();
    void aStalledFeedThatIsStoppedWasAGap();
    void gapSurvivesFailedTries();
    void stopEndsEverything_data();
    void stopEndsEverything();
    void countsReconnects();
    void keyIsNeverSaid();
    void asksToBeWokenOnlyInTheFuture();
    void closedWith1008WaitsAMinuteWithoutTheWord();
    void takeOverGoesAtOnce();
    void aSleepConnectsAnewAtOnceAndMarksTheGap();
    void aGapLastsAsLongAsItDidHoweverTheClockIsSet_data();
    void aGapLastsAsLongAsItDidHoweverTheClockIsSet();
    void aSleepInAGapBelongsToIt();
    void aSleepWhileWaitingTriesAtOnce();
    void aSleepDoesNotShortenTheWaitForAnother();
    void theNetworkBackEndsTheWait();
    void theNetworkBackAsksALinkThatSeemsUp();
    void tradesThatStopAreAStallAndThenALoss();
    void pongsDoNotEndADryFeed();
    void aStalledFeedCanBeRetriedAtOnce();
};

void TestConnectionMachine::handshakeGoesStepByStep()
{
    Bench bench;
    QCOMPARE(bench.phase(), FeedPhase::Offline);
    QVERIFY(!bench.machine.deadline());
    bench.machine.want({QStringLiteral("T.O:A"), QStringLiteral("T.O:B")}, bench.now());
    QCOMPARE(bench.did(), QStringList());
    bench.machine.start(bench.now());
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    QCOMPARE(bench.phase(), FeedPhase::Connecting);
    bench.machine.onOpened(bench.now());
    QCOMPARE(bench.did(), QStringList()); // the greeting comes first
    QCOMPARE(bench.phase(), FeedPhase::Connecting);
    bench.status("connected", QStringLiteral("Connected Successfully"));
    QCOMPARE(bench.did(), QStringList{order("auth", "k3y\\\"\\\\")});
    QCOMPARE(bench.phase(), FeedPhase::Authenticating);
    bench.status("auth_success", QStringLiteral("authenticated"));
    QCOMPARE(bench.did(), QStringList{order("subscribe", "T.O:A,T.O:B")});
    QCOMPARE(bench.phase(), FeedPhase::Subscribing);
    QCOMPARE(bench.machine.status().channelsWanted, 2);
    bench.ack("T.O:A");
    QCOMPARE(bench.phase(), FeedPhase::Subscribing);
    QCOMPARE(bench.machine.status().channelsConfirmed, 1);
    bench.ack("T.O:B");
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.machine.status().channelsConfirmed, 2);
    QCOMPARE(bench.reason(), QString());
    QCOMPARE(bench.did(), QStringList());
}

void TestConnectionMachine::ignoresWhatComesOutOfTurn()
{
    Bench bench;
    bench.machine.want({QStringLiteral("T.*")}, bench.now());
    bench.status("connected");
    bench.status("auth_success");
    QCOMPARE(bench.phase(), FeedPhase::Offline);
    bench.machine.onOpened(bench.now());
    bench.machine.onClosed(QStringLiteral("?"), bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Offline);
    bench.machine.start(bench.now());
    bench.did();
    bench.status("connected"); // of a connection before
    bench.ack("T.*");
    QCOMPARE(bench.phase(), FeedPhase::Connecting);
    bench.machine.onOpened(bench.now());
    bench.status("auth_success");
    bench.status("no such word", QStringLiteral("whatever"));
    bench.ack("T.*");
    QCOMPARE(bench.phase(), FeedPhase::Connecting);
    QCOMPARE(bench.did(), QStringList());
    bench.status("connected");
    QCOMPARE(bench.did().size(), 1);
    bench.status("connected");
    QCOMPARE(bench.did(), QStringList()); // the key is sent once
    bench.machine.start(bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Authenticating);
}

void TestConnectionMachine::delayedHostIsShownAsDelayed()
{
    FeedConfig delayed = config();
    delayed.delayed = true;
    Bench bench(delayed);
    bench.reach(FeedPhase::Delayed);
    QCOMPARE(bench.phase(), FeedPhase::Delayed);
}

void TestConnectionMachine::refusesAnAddressThatWouldLeakTheKey()
{
    FeedConfig plain = config();
    plain.url = QUrl(QStringLiteral("ws://feed.example/options"));
    Bench bench(plain);
    bench.machine.start(bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Refused);
    QVERIFY(bench.reason().contains(QLatin1String("wss://")));
    bench.machine.retryNow(bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Refused);
    QVERIFY(!bench.did().contains(QStringLiteral("open")));
}

void TestConnectionMachine::stagesTimeOut_data()
{
    QTest::addColumn<FeedPhase>("phase");
    QTest::addColumn<bool>("opened");
    QTest::newRow("nobody answers the connection") << FeedPhase::Connecting << false;
    QTest::newRow("no greeting comes") << FeedPhase::Connecting << true;
    QTest::newRow("the authentication stays unanswered") << FeedPhase::Authenticating << true;
    QTest::newRow("no channel is confirmed") << FeedPhase::Subscribing << true;
}

void TestConnectionMachine::stagesTimeOut()
{
    QFETCH(FeedPhase, phase);
    QFETCH(bool, opened);
    Bench bench;
    bench.reach(phase);
    if (phase == FeedPhase::Connecting && opened)
        bench.machine.onOpened(bench.now());
    bench.machine.onPong(bench.time); // a server that lives but does not do its part
    bench.pass(9999ms);
    QCOMPARE(bench.phase(), phase);
    bench.pass(2ms);
    QCOMPARE(bench.phase(), FeedPhase::Reconnecting);
    QVERIFY(!bench.reason().isEmpty());
    QVERIFY(bench.did().contains(QStringLiteral("close")));
    QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, 999ms);
    bench.pass(1s);
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    QCOMPARE(bench.phase(), FeedPhase::Connecting);
    QVERIFY(!bench.machine.status().nextTry);
}

void TestConnectionMachine::refusals_data()
{
    QTest::addColumn<FeedPhase>("during");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, FeedPhase during, const char* word, const char* message) {
        QTest::newRow(name) << during << QString::fromLatin1(word) << QString::fromLatin1(message);
    };
    row("a wrong key", FeedPhase::Authenticating, "auth_failed", "authentication failed");
    row("a plan without WebSocket", FeedPhase::Authenticating, "auth_failed",
        "Your plan doesn't include websocket access.");
    row("a key withdrawn while live", FeedPhase::Live, "auth_failed", "authentication failed");
    row("a plan without the channel", FeedPhase::Subscribing, "error", "not authorized");
    row("a plan without real-time data", FeedPhase::Subscribing, "error",
        "You don't have access real-time data. If your plan only includes delayed data, you can connect");
    row("a real-time agreement not signed", FeedPhase::Subscribing, "error",
        "You don't have access real-time data. you may need to visit the dashboard to sign your agreements.");
}

void TestConnectionMachine::refusals()
{
    QFETCH(FeedPhase, during);
    QFETCH(QString, word);
    QFETCH(QString, message);
    Bench bench;
    bench.reach(during);
    bench.machine.onStatus({word, message}, bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Refused);
    QVERIFY2(bench.reason().contains(message), qPrintable(bench.reason()));
    QVERIFY(!bench.machine.status().nextTry);
    QCOMPARE(bench.did(), QStringList{QStringLiteral("close")});
    QVERIFY(!bench.machine.deadline());
}

void TestConnectionMachine::refusedStaysRefused()
{
    Bench bench;
    bench.reach(FeedPhase::Authenticating);
    bench.status("auth_failed", QStringLiteral("authentication failed"));
    const QString reason = bench.reason();
    bench.machine.onClosed(QStringLiteral("lost"), bench.now()); // the provider drops the link then
    bench.status("connected");
    bench.status("max_connections");
    bench.machine.start(bench.now());
    bench.pass(24h);
    QCOMPARE(bench.phase(), FeedPhase::Refused);
    QCOMPARE(bench.reason(), reason);
    QVERIFY(!bench.did().contains(QStringLiteral("open")));
}

void TestConnectionMachine::retryLeavesRefused()
{
    Bench bench;
    bench.reach(FeedPhase::Authenticating);
    bench.status("auth_failed");
    bench.did();
    bench.machine.retryNow(bench.now());
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    bench.comeBack();
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.reason(), QString());
}

void TestConnectionMachine::offersTheDelayedFeedOnlyOnTheOther()
{
    for (const bool onDelayed : {false, true}) {
        FeedConfig either = config();
        either.delayed = onDelayed;
        Bench bench(either);
        bench.reach(FeedPhase::Subscribing);
        bench.status("error", QStringLiteral("not authorized"));
        QCOMPARE(bench.phase(), FeedPhase::Refused);
        QCOMPARE(bench.reason().contains(QLatin1String("delayed feed")), !onDelayed);
    }
}

void TestConnectionMachine::anyLossIsTriedAgain_data()
{
    QTest::addColumn<FeedPhase>("phase");
    QTest::newRow("while connecting") << FeedPhase::Connecting;
    QTest::newRow("while authenticating") << FeedPhase::Authenticating;
    QTest::newRow("while subscribing") << FeedPhase::Subscribing;
    QTest::newRow("while live") << FeedPhase::Live;
}

void TestConnectionMachine::anyLossIsTriedAgain()
{
    QFETCH(FeedPhase, phase);
    Bench bench;
    bench.reach(phase);
    bench.machine.onClosed(QStringLiteral("closed (1000)"), bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Reconnecting);
    QCOMPARE(bench.reason(), QStringLiteral("closed (1000)"));
    QCOMPARE(bench.machine.status().channelsConfirmed, 0);
    bench.machine.onClosed(QStringLiteral("said twice"), bench.now());
    QCOMPARE(bench.reason(), QStringLiteral("closed (1000)"));
    bench.did();
    bench.pass(1s);
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    bench.machine.onOpened(bench.now());
    bench.status("connected");
    bench.status("auth_success");
    // Authenticated and subscribed anew.
    QCOMPARE(bench.did().size(), 2);
    bench.ack("T.*");
    QCOMPARE(bench.phase(), FeedPhase::Live);
}

void TestConnectionMachine::backoffGrowsWhileNothingWorks()
{
    Bench bench;
    bench.machine.start(bench.now());
    for (const auto wait : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        bench.machine.onClosed(QStringLiteral("refused"), bench.now());
        bench.did();
        QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, std::chrono::milliseconds(wait));
        bench.pass(wait - 1ms);
        QCOMPARE(bench.did(), QStringList());
        bench.pass(1ms);
        QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    }
    bench.machine.onClosed(QStringLiteral("refused"), bench.now());
    bench.machine.retryNow(bench.now()); // a person need not wait
    QVERIFY(bench.did().contains(QStringLiteral("open")));
}

void TestConnectionMachine::backoffStartsAfreshOnceStable()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    for (int i = 0; i < 3; ++i) {
        bench.machine.onClosed(QStringLiteral("lost"), bench.now());
        bench.pass(10s);
        bench.comeBack();
    }
    bench.pass(9s);
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, 8s);
    bench.pass(8s);
    bench.comeBack();
    bench.pass(10s);
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, 1s);
}

void TestConnectionMachine::backoffStartsAfreshOnceDataCame()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    bench.pass(1s);
    bench.comeBack();
    bench.machine.onFrame(false, bench.time); // a control message is no data
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, 2s);
    bench.pass(2s);
    bench.comeBack();
    bench.machine.onFrame(true, bench.time);
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, 1s);
}

void TestConnectionMachine::kickedAtOnceEachTimeBacksOff()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    int tries = 0;
    const auto end = bench.time + 10min;
    while (bench.time < end) {
        bench.machine.onClosed(QStringLiteral("kicked"), bench.now());
        bench.pass(std::chrono::nanoseconds(*bench.machine.status().nextTry - bench.now().wall));
        bench.comeBack();
        ++tries;
    }
    QVERIFY2(tries < 20, qPrintable(QString::number(tries)));
}

void TestConnectionMachine::replacedWaitsAMinute()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.status("max_connections", QStringLiteral("Maximum number of\nwebsocket connections exceeded."));
    QCOMPARE(bench.phase(), FeedPhase::Replaced);
    QVERIFY(bench.reason().contains(QLatin1String("Maximum number of websocket connections")));
    QCOMPARE(bench.did(), QStringList{QStringLiteral("close")});
    bench.pass(1s);
    bench.machine.onClosed(QStringLiteral("1008"), bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Replaced);
    bench.pass(58999ms);
    QCOMPARE(bench.did(), QStringList());
    bench.pass(1ms);
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    bench.machine.onOpened(bench.now());
    bench.status("connected");
    bench.status("max_connections"); // and again
    QCOMPARE(bench.phase(), FeedPhase::Replaced);
    QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, 60s);
}

// Frames are decoded a little later than the socket closes.
void TestConnectionMachine::closeBeforeTheWordStillCountsAsReplaced()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onClosed(QStringLiteral("closed with code 1008"), bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Reconnecting);
    bench.pass(5ms);
    bench.status("max_connections", QStringLiteral("Maximum number exceeded"));
    QCOMPARE(bench.phase(), FeedPhase::Replaced);
    bench.did();
    bench.pass(59s);
    QCOMPARE(bench.did(), QStringList());
    bench.pass(1s);
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    bench.comeBack();
    const auto gaps = bench.machine.takeGaps();
    QCOMPARE(gaps.size(), std::size_t(1));
    QVERIFY(gaps[0].reason.contains(QLatin1String("Maximum number exceeded")));
}

void TestConnectionMachine::closeBeforeTheWordStillCountsAsRefused()
{
    Bench bench;
    bench.reach(FeedPhase::Authenticating);
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    bench.status("auth_failed", QStringLiteral("authentication failed"));
    QCOMPARE(bench.phase(), FeedPhase::Refused);

    Bench unsubscribed;
    unsubscribed.reach(FeedPhase::Subscribing);
    unsubscribed.machine.onClosed(QStringLiteral("lost"), unsubscribed.now());
    unsubscribed.status("error", QStringLiteral("not authorized"));
    QCOMPARE(unsubscribed.phase(), FeedPhase::Refused);
    QVERIFY(unsubscribed.reason().contains(QLatin1String("not authorized")));
}

void TestConnectionMachine::partlyConfirmedIsLiveAndSaysWhat()
{
    Bench bench;
    bench.machine.want({QStringLiteral("T.O:A"), QStringLiteral("ZZ.O:B")}, bench.now());
    bench.machine.start(bench.now());
    bench.machine.onOpened(bench.now());
    bench.status("connected");
    bench.status("auth_success");
    bench.ack("T.O:A");
    bench.machine.onPong(bench.time);
    bench.pass(9999ms);
    QCOMPARE(bench.phase(), FeedPhase::Subscribing);
    bench.pass(1ms);
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY2(bench.reason().contains(QLatin1String("ZZ.O:B")), qPrintable(bench.reason()));
    QVERIFY(!bench.reason().contains(QLatin1String("T.O:A")));
    QCOMPARE(bench.machine.status().channelsWanted, 2);
    QCOMPARE(bench.machine.status().channelsConfirmed, 1);
    bench.ack("ZZ.O:B"); // late
    QCOMPARE(bench.reason(), QString());
    QCOMPARE(bench.machine.status().channelsConfirmed, 2);
}

void TestConnectionMachine::confirmedByNobodyTriesAgain()
{
    Bench bench;
    bench.reach(FeedPhase::Subscribing);
    bench.pass(10s);
    QCOMPARE(bench.phase(), FeedPhase::Reconnecting);
    QVERIFY(bench.reason().contains(QLatin1String("none of the channels")));
}

void TestConnectionMachine::oneDeniedOfTwoIsLive()
{
    Bench bench;
    bench.machine.want({QStringLiteral("T.O:A"), QStringLiteral("Q.O:A")}, bench.now());
    bench.machine.start(bench.now());
    bench.machine.onOpened(bench.now());
    bench.status("connected");
    bench.status("auth_success");
    bench.status("error", QStringLiteral("not authorized")); // before the other is confirmed
    QCOMPARE(bench.phase(), FeedPhase::Subscribing);
    bench.ack("T.O:A");
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY(bench.reason().contains(QLatin1String("Q.O:A")));
}

void TestConnectionMachine::changesChannelsWhileLive()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.want({QStringLiteral("T.*"), QStringLiteral("Q.O:A")}, bench.now());
    QCOMPARE(bench.did(), QStringList{order("subscribe", "Q.O:A")});
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.machine.status().channelsWanted, 2);
    QCOMPARE(bench.machine.status().channelsConfirmed, 1);
    bench.pass(10s);
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY(bench.reason().contains(QLatin1String("Q.O:A")));
    bench.did();
    bench.machine.want({QStringLiteral("T.O:A")}, bench.now());
    QCOMPARE(bench.did(), QStringList({order("subscribe", "T.O:A"),
                                       order("unsubscribe", "Q.O:A,T.*")}));
    bench.ack("T.O:A");
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.reason(), QString());
}

void TestConnectionMachine::noChannelsIsLive()
{
    Bench bench;
    bench.machine.start(bench.now());
    bench.machine.onOpened(bench.now());
    bench.status("connected");
    bench.status("auth_success");
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.machine.status().channelsWanted, 0);
}

void TestConnectionMachine::pingsAndStaysUpOnAQuietMarket()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    int pings = 0;
    for (int second = 0; second < 3600; ++second) {
        bench.pass(1s);
        if (bench.did() == QStringList{QStringLiteral("ping")}) {
            ++pings;
            QVERIFY(!bench.machine.onPong(bench.time));
        }
        QCOMPARE(bench.phase(), FeedPhase::Live);
    }
    QCOMPARE(pings, 360);
}

void TestConnectionMachine::silenceStallsAndThenReconnects()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onFrame(true, bench.time);
    bench.pass(24999ms);
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.did(), QStringList({QStringLiteral("ping"), QStringLiteral("ping")}));
    bench.pass(1ms);
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    QVERIFY(!bench.reason().isEmpty());
    bench.pass(4999ms);
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    bench.pass(1ms); // 30 s
    QCOMPARE(bench.phase(), FeedPhase::Reconnecting);
    QVERIFY2(bench.reason().contains(QLatin1String("30")), qPrintable(bench.reason()));
    QVERIFY(bench.did().contains(QStringLiteral("close")));
}

void TestConnectionMachine::anyByteEndsAStall()
{
    for (const bool frame : {true, false}) {
        Bench bench;
        bench.reach(FeedPhase::Live);
        bench.pass(25s);
        QCOMPARE(bench.phase(), FeedPhase::Stalled);
        QVERIFY(frame ? bench.machine.onFrame(true, bench.time) : bench.machine.onPong(bench.time));
        QCOMPARE(bench.phase(), FeedPhase::Live);
        QCOMPARE(bench.reason(), QString());
        bench.pass(5001ms); // 30 s after the first silence began
        QCOMPARE(bench.phase(), FeedPhase::Live);
        QVERIFY(bench.machine.takeGaps().empty());
    }
}

void TestConnectionMachine::gapIsToldOnceWhenLiveAgain()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    const auto live = bench.now().wall;
    bench.pass(3s);
    bench.machine.onClosed(QStringLiteral("the reason"), bench.now());
    bench.pass(1s);
    QVERIFY(bench.machine.takeGaps().empty());
    bench.pass(500ms);
    bench.comeBack();
    const auto gaps = bench.machine.takeGaps();
    QCOMPARE(gaps.size(), std::size_t(1));
    QCOMPARE(gaps[0].from, live); // nothing came while it was live
    QCOMPARE(gaps[0].to, bench.now().wall);
    QCOMPARE(gaps[0].reason, QStringLiteral("the reason"));
    bench.pass(60s);
    QVERIFY(bench.machine.takeGaps().empty());
}

// On a busy machine the confirmation may wait to be decoded while trades are already there.
void TestConnectionMachine::gapEndsInFrontOfTheFirstTrade()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.pass(1s);
    bench.machine.onClosed(QStringLiteral("the reason"), bench.now());
    bench.pass(1s);
    bench.machine.onOpened(bench.now());
    bench.status("connected");
    bench.status("auth_success");
    QVERIFY(bench.machine.takeGaps().empty());
    const auto trade = bench.now().wall;
    QVERIFY(bench.machine.onFrame(true, bench.time));
    const auto gaps = bench.machine.takeGaps();
    QCOMPARE(gaps.size(), std::size_t(1));
    QCOMPARE(gaps[0].to, trade);
    // Lost again before it was live: what follows is a gap too.
    bench.machine.onClosed(QStringLiteral("again"), bench.now());
    bench.pass(2s);
    bench.comeBack();
    QCOMPARE(bench.machine.takeGaps().size(), std::size_t(1));
}

void TestConnectionMachine::gapBeginsAtTheLastData()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.pass(2s);
    bench.machine.onFrame(true, bench.time);
    const auto data = bench.now().wall;
    bench.pass(1s);
    bench.machine.onFrame(false, bench.time); // control messages and pongs are no data
    bench.machine.onPong(bench.time);
    bench.pass(1s);
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    bench.pass(1s);
    bench.comeBack();
    QCOMPARE(bench.machine.takeGaps().at(0).from, data);
}

void TestConnectionMachine::noGapBeforeTheFirstLive()
{
    Bench bench;
    bench.reach(FeedPhase::Subscribing);
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    bench.pass(1s);
    bench.comeBack();
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY(bench.machine.takeGaps().empty());
}

void TestConnectionMachine::noGapAfterAStop()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.stop(bench.now()); // nothing was missed before
    bench.pass(10s);
    bench.machine.start(bench.now());
    bench.comeBack();
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QVERIFY(bench.machine.takeGaps().empty());
}

void TestConnectionMachine::aGapThatLastsEndsWithTheRun_data()
{
    QTest::addColumn<FeedPhase>("phase");
    QTest::newRow("waiting for the next try") << FeedPhase::Reconnecting;
    QTest::newRow("replaced") << FeedPhase::Replaced;
    QTest::newRow("refused") << FeedPhase::Refused;
    QTest::newRow("on the way back") << FeedPhase::Authenticating;
}

void TestConnectionMachine::aGapThatLastsEndsWithTheRun()
{
    QFETCH(FeedPhase, phase);
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onFrame(true, bench.time);
    const auto from = bench.now().wall;
    bench.pass(2s);
    if (phase == FeedPhase::Replaced)
        bench.status("max_connections", QStringLiteral("why"));
    else if (phase == FeedPhase::Refused)
        bench.status("auth_failed", QStringLiteral("why"));
    else
        bench.machine.onClosed(QStringLiteral("why"), bench.now());
    if (phase == FeedPhase::Authenticating) {
        bench.pass(1s);
        bench.machine.onOpened(bench.now());
        bench.status("connected");
    }
    QCOMPARE(bench.phase(), phase);
    bench.pass(500ms);
    const auto open = bench.machine.openGap(bench.now());
    QVERIFY(open && open->from == from && open->to == bench.now().wall);
    QVERIFY(bench.machine.takeGaps().empty());
    bench.machine.stop(bench.now());
    const auto gaps = bench.machine.takeGaps();
    QCOMPARE(gaps.size(), std::size_t(1));
    QCOMPARE(gaps[0].from, from);
    QCOMPARE(gaps[0].to, bench.now().wall);
    QVERIFY2(gaps[0].reason.contains(QLatin1String("why")), qPrintable(gaps[0].reason));
    QVERIFY(!bench.machine.openGap(bench.now()));
    bench.machine.start(bench.now());
    bench.comeBack();
    QVERIFY(bench.machine.takeGaps().empty());
}

void TestConnectionMachine::aStalledFeedThatIsStoppedWasAGap()
{
    for (const bool silent : {true, false}) {
        Bench bench;
        bench.reach(FeedPhase::Live);
        bench.machine.onFrame(true, bench.time);
        const auto from = bench.now().wall;
        bench.pass(silent ? 25s : 20s);
        if (!silent)
            bench.machine.onDataStall(QStringLiteral("no trade for long"), false, bench.now());
        QCOMPARE(bench.phase(), FeedPhase::Stalled);
        const QString reason = bench.reason();
        bench.machine.stop(bench.now());
        const auto gaps = bench.machine.takeGaps();
        QCOMPARE(gaps.size(), std::size_t(1));
        QCOMPARE(gaps[0], (domain::FeedGap{from, bench.now().wall, reason}));
        QVERIFY(!reason.isEmpty());
        QCOMPARE(bench.reason(), QString());
    }
}

void TestConnectionMachine::gapSurvivesFailedTries()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    const auto live = bench.now().wall;
    bench.machine.onClosed(QStringLiteral("first reason"), bench.now());
    for (int i = 0; i < 5; ++i) {
        bench.pass(60s);
        bench.machine.onClosed(QStringLiteral("no route"), bench.now());
    }
    bench.pass(60s);
    bench.comeBack();
    const auto gaps = bench.machine.takeGaps();
    QCOMPARE(gaps.size(), std::size_t(1));
    QCOMPARE(gaps[0].from, live);
    QCOMPARE(gaps[0].reason, QStringLiteral("first reason"));
}

void TestConnectionMachine::stopEndsEverything_data()
{
    QTest::addColumn<FeedPhase>("phase");
    QTest::newRow("while connecting") << FeedPhase::Connecting;
    QTest::newRow("while authenticating") << FeedPhase::Authenticating;
    QTest::newRow("while subscribing") << FeedPhase::Subscribing;
    QTest::newRow("while live") << FeedPhase::Live;
}

void TestConnectionMachine::stopEndsEverything()
{
    QFETCH(FeedPhase, phase);
    Bench bench;
    bench.reach(phase);
    bench.machine.stop(bench.now());
    QCOMPARE(bench.did(), QStringList{QStringLiteral("close")});
    QCOMPARE(bench.phase(), FeedPhase::Offline);
    QCOMPARE(bench.reason(), QString());
    QVERIFY(!bench.machine.deadline());
    bench.machine.onClosed(QStringLiteral("late"), bench.now());
    bench.status("auth_failed");
    bench.machine.retryNow(bench.now());
    bench.machine.stop(bench.now());
    bench.pass(1h);
    QCOMPARE(bench.phase(), FeedPhase::Offline);
    QCOMPARE(bench.did(), QStringList());
}

void TestConnectionMachine::countsReconnects()
{
    Bench bench;
    QCOMPARE(bench.machine.reconnects(), std::uint64_t(0));
    bench.reach(FeedPhase::Live);
    QCOMPARE(bench.machine.reconnects(), std::uint64_t(0));
    for (std::uint64_t i = 1; i <= 3; ++i) {
        bench.machine.onClosed(QStringLiteral("lost"), bench.now());
        bench.pass(10s);
        bench.comeBack();
        QCOMPARE(bench.machine.reconnects(), i);
    }
}

void TestConnectionMachine::keyIsNeverSaid()
{
    const QString key = QStringLiteral("aB3dEf");
    for (const char* word : {"auth_failed", "max_connections"}) {
        Bench bench(config(), key);
        bench.reach(FeedPhase::Authenticating);
        bench.status(word, QStringLiteral("the key aB3dEf (AB3DEF) is bad"));
        QVERIFY(!bench.reason().contains(key, Qt::CaseInsensitive));
        QVERIFY(bench.reason().contains(QLatin1String("the key *** (***) is bad")));
    }
    Bench bench(config(), key);
    bench.reach(FeedPhase::Live);
    bench.machine.onClosed(QStringLiteral("closed: aB3dEf\nbye"), bench.now());
    QCOMPARE(bench.reason(), QStringLiteral("closed: *** bye"));
    QTest::ignoreMessage(QtWarningMsg, "the provider reports: no *** here");
    bench.status("error", QStringLiteral("no aB3dEf here"));
}

void TestConnectionMachine::asksToBeWokenOnlyInTheFuture()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    for (int i = 0; i < 200; ++i) {
        QVERIFY(bench.machine.deadline().has_value());
        QVERIFY(*bench.machine.deadline() > bench.time);
        bench.pass(500ms);
        if (bench.phase() == FeedPhase::Connecting)
            bench.comeBack();
    }
}

void TestConnectionMachine::closedWith1008WaitsAMinuteWithoutTheWord()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onTurnedAway(QStringLiteral("code 1008"), bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Replaced);
    QVERIFY2(bench.reason().contains(QLatin1String("another program")), qPrintable(bench.reason()));
    QVERIFY(bench.reason().contains(QLatin1String("code 1008")));
    bench.did();
    bench.pass(59999ms);
    QCOMPARE(bench.did(), QStringList());
    bench.pass(1ms);
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    bench.comeBack();
    QCOMPARE(bench.machine.takeGaps().size(), std::size_t(1));
}

void TestConnectionMachine::takeOverGoesAtOnce()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.status("max_connections");
    bench.did();
    bench.pass(2s);
    bench.machine.retryNow(bench.now());
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    bench.comeBack();
    QCOMPARE(bench.phase(), FeedPhase::Live);
}

// The steady clock of some systems stands while the computer sleeps.
void TestConnectionMachine::aSleepConnectsAnewAtOnceAndMarksTheGap()
{
    for (const bool steadyStands : {true, false}) {
        Bench bench;
        bench.reach(FeedPhase::Live);
        bench.pass(3s);
        bench.machine.onFrame(true, bench.time);
        const auto lastData = bench.now().wall;
        (steadyStands ? bench.asleep : bench.time) += 8h;
        const auto woken = bench.now();
        bench.machine.onTime(woken); // a timer may come first
        bench.did();
        bench.machine.onWoken(8h, woken);
        QVERIFY(bench.did().contains(QStringLiteral("open")));
        QCOMPARE(bench.phase(), FeedPhase::Connecting);
        const auto asleep = bench.machine.takeGaps();
        QCOMPARE(asleep.size(), std::size_t(1)); // before the feed is back
        QCOMPARE(asleep[0].from, lastData);
        QCOMPARE(asleep[0].to, woken.wall);
        bench.comeBack();
        const auto after = bench.machine.takeGaps();
        QCOMPARE(after.size(), std::size_t(1));
        QCOMPARE(after[0].from, woken.wall);
        QVERIFY(asleep[0].reason.contains(QLatin1String("480")) || !steadyStands);
    }
}

void TestConnectionMachine::aGapLastsAsLongAsItDidHoweverTheClockIsSet_data()
{
    QTest::addColumn<std::chrono::nanoseconds>("set");
    QTest::newRow("forward") << std::chrono::nanoseconds(2h);
    QTest::newRow("back") << std::chrono::nanoseconds(-2h);
    QTest::newRow("back by less than the gap") << std::chrono::nanoseconds(-1s);
}

void TestConnectionMachine::aGapLastsAsLongAsItDidHoweverTheClockIsSet()
{
    QFETCH(std::chrono::nanoseconds, set);
    enum class End { Confirmed, Trade, Stopped };
    for (const End end : {End::Confirmed, End::Trade, End::Stopped}) {
        Bench bench;
        bench.reach(FeedPhase::Live);
        bench.machine.onFrame(true, bench.time);
        const auto from = bench.now().wall;
        bench.machine.onClosed(QStringLiteral("lost"), bench.now());
        bench.clockSet = set;
        bench.pass(3s);
        QCOMPARE(bench.machine.openGap(bench.now())->to, from + 3s);
        bench.machine.onOpened(bench.now());
        bench.status("connected");
        bench.status("auth_success");
        bench.pass(500ms);
        if (end == End::Confirmed)
            bench.ack("T.*");
        else if (end == End::Trade)
            bench.machine.onFrame(true, bench.time);
        else
            bench.machine.stop(bench.now());
        const auto gaps = bench.machine.takeGaps();
        QCOMPARE(gaps.size(), std::size_t(1));
        QCOMPARE(gaps[0].from, from);
        QCOMPARE(gaps[0].to, from + 3500ms);
    }
}

void TestConnectionMachine::aSleepInAGapBelongsToIt()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onFrame(true, bench.time);
    const auto from = bench.now().wall;
    bench.machine.onClosed(QStringLiteral("lost"), bench.now());
    bench.pass(500ms);
    bench.asleep = 8h;
    bench.clockSet = -9h; // corrected by the network's time when it woke up
    bench.machine.onWoken(8h, bench.now());
    bench.pass(1s);
    QCOMPARE(bench.machine.openGap(bench.now())->to, from + 8h + 1500ms);
    bench.comeBack();
    const auto gaps = bench.machine.takeGaps();
    QCOMPARE(gaps.size(), std::size_t(2));
    QCOMPARE(gaps[0].from, from);
    QCOMPARE(gaps[0].to, from + 8h + 500ms);
    QCOMPARE(gaps[1].from, gaps[0].to);
    QCOMPARE(gaps[1].to, gaps[0].to + 1s);
}

void TestConnectionMachine::aSleepWhileWaitingTriesAtOnce()
{
    Bench bench;
    bench.machine.start(bench.now());
    for (int i = 0; i < 6; ++i) {
        bench.machine.onClosed(QStringLiteral("no route"), bench.now());
        bench.machine.retryNow(bench.now());
    }
    bench.machine.onClosed(QStringLiteral("no route"), bench.now());
    bench.did();
    bench.machine.onWoken(1h, bench.now());
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    QVERIFY(bench.machine.takeGaps().empty()); // it never was live
    bench.machine.onClosed(QStringLiteral("no route"), bench.now());
    QCOMPARE(*bench.machine.status().nextTry - bench.now().wall, 60s); // nothing has worked yet
}

void TestConnectionMachine::aSleepDoesNotShortenTheWaitForAnother()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.status("max_connections");
    bench.did();
    auto woken = bench.now();
    woken.wall = woken.wall + 1h;
    bench.machine.onWoken(1h, woken);
    QCOMPARE(bench.did(), QStringList());
    QCOMPARE(*bench.machine.status().nextTry - woken.wall, 60s); // the countdown is right again
}

void TestConnectionMachine::theNetworkBackEndsTheWait()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onClosed(QStringLiteral("no network"), bench.now());
    bench.did();
    bench.machine.onNetworkBack(bench.now());
    QCOMPARE(bench.did(), QStringList{QStringLiteral("open")});
    bench.machine.onNetworkBack(bench.now()); // and a try on the network before is started anew
    QCOMPARE(bench.did(), QStringList({QStringLiteral("close"), QStringLiteral("open")}));
    bench.comeBack();
    QCOMPARE(bench.machine.takeGaps().size(), std::size_t(1));
}

void TestConnectionMachine::theNetworkBackAsksALinkThatSeemsUp()
{
    for (const bool answers : {true, false}) {
        Bench bench;
        bench.reach(FeedPhase::Live);
        bench.machine.onNetworkBack(bench.now());
        QCOMPARE(bench.did(), QStringList{QStringLiteral("ping")});
        bench.pass(1s);
        if (answers)
            bench.machine.onPong(bench.time);
        bench.pass(4s);
        QCOMPARE(bench.phase(), answers ? FeedPhase::Live : FeedPhase::Reconnecting);
    }
}

void TestConnectionMachine::tradesThatStopAreAStallAndThenALoss()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onFrame(true, bench.time);
    const auto lastData = bench.now().wall;
    bench.pass(7s);
    bench.machine.onPong(bench.time);
    bench.machine.onDataStall(QStringLiteral("no trade for 7 s"), false, bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    QCOMPARE(bench.reason(), QStringLiteral("no trade for 7 s"));
    bench.machine.onDataStall(QStringLiteral("no trade for 8 s"), false, bench.now());
    QCOMPARE(bench.reason(), QStringLiteral("no trade for 8 s"));
    bench.did();
    bench.machine.onDataStall(QStringLiteral("no trade for 22 s"), true, bench.now());
    QCOMPARE(bench.phase(), FeedPhase::Reconnecting);
    QCOMPARE(bench.did(), QStringList{QStringLiteral("close")});
    bench.pass(1s);
    bench.comeBack();
    const auto gaps = bench.machine.takeGaps();
    QCOMPARE(gaps.size(), std::size_t(1));
    QCOMPARE(gaps[0].from, lastData);
    QCOMPARE(gaps[0].reason, QStringLiteral("no trade for 22 s"));
}

void TestConnectionMachine::pongsDoNotEndADryFeed()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.machine.onDataStall(QStringLiteral("dry"), false, bench.now());
    QVERIFY(!bench.machine.onPong(bench.time));
    QVERIFY(!bench.machine.onFrame(false, bench.time));
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    QVERIFY(bench.machine.onFrame(true, bench.time));
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.reason(), QString());
    bench.machine.onDataStall(QStringLiteral("dry"), false, bench.now());
    bench.machine.onMarketClosed(); // then no trade is what is to be expected
    QCOMPARE(bench.phase(), FeedPhase::Live);
    QCOMPARE(bench.reason(), QString());
    QVERIFY(bench.machine.takeGaps().empty());
}

void TestConnectionMachine::aStalledFeedCanBeRetriedAtOnce()
{
    Bench bench;
    bench.reach(FeedPhase::Live);
    bench.pass(25s);
    QCOMPARE(bench.phase(), FeedPhase::Stalled);
    bench.did();
    bench.machine.retryNow(bench.now());
    QCOMPARE(bench.did(), QStringList({QStringLiteral("close"), QStringLiteral("open")}));
    bench.comeBack();
    QCOMPARE(bench.machine.takeGaps().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestConnectionMachine)
#include "tst_connectionmachine.moc"

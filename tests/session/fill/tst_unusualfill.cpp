// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/digest.h"
#include "domain/filter/unusualtrades.h"
#include "market/faults/faultscript.h"
#include "market/marketserver.h"
#include "market/tapegenerator.h"
#include "recordedday.h"

#include <QTemporaryDir>

#include <map>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace flowglass;
using session::Player;
using session::Session;
using Check = tape::GapFill::Check;
using State = tape::GapFill::State;

namespace {

constexpr int kPatience = 60'000; // ms

using Print = std::tuple<std::string, std::int64_t, std::int64_t, std::uint32_t, std::uint16_t, std::uint8_t>;
using Prints = std::map<Print, int>;

Print printOf(const std::string& ticker, const domain::Trade& trade)
{
    return {ticker,     trade.time().value,       trade.price.units(),
            trade.size, trade.exchange().value, trade.conditions.codes()[0]};
}

Prints unusualOf(const Session& session)
{
    Prints prints;
    for (std::uint64_t row = 0; row < session.store().end(); ++row) {
        const domain::Trade& trade = session.store()[row];
        if (domain::isUnusualTrade(trade))
            ++prints[printOf(session.contracts()[trade.contract].ticker, trade)];
    }
    return prints;
}

// Of the tape, from the first print that the session heard to the last, as watched.
Prints unusualOf(const market::MarketConfig& config, const Session& session)
{
    std::uint64_t newest = session.store().end() - 1;
    while (session.store().isFetched(newest))
        --newest;
    market::TapeGenerator tape(config);
    domain::ContractTable contracts;
    const auto isRow = [&](const market::TapePrint& print, std::uint64_t row) {
        const domain::Trade& trade = session.store()[row];
        return print.sequence == trade.sequence && tape.ticker(print) == session.contracts()[trade.contract].ticker;
    };
    market::TapePrint print = tape.next();
    while (!isRow(print, 0))
        print = tape.next();
    Prints prints;
    for (;; print = tape.next()) {
        const domain::ContractId contract = *contracts.intern(tape.ticker(print));
        const domain::Trade trade = tape.toTrade(print, contract);
        if (domain::isUnusualTrade(trade) && session.watch().watches(contracts[contract]))
            ++prints[printOf(contracts[contract].ticker, trade)];
        if (isRow(print, newest))
            return prints;
    }
}

} // namespace

// The simulated market drops the link, and the missed trades cannot be fetched one by one: live and replayed, the
// unusual ones are there, once each, and the gap stays a gap.
class TstUnusualFill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUnusualTradesOfAGapAreRecovered_data();
    void theUnusualTradesOfAGapAreRecovered();
};

void TstUnusualFill::theUnusualTradesOfAGapAreRecovered_data()
{
    QTest::addColumn<QString>("watch");
    QTest::newRow("everything is watched") << u"*"_s;
    QTest::newRow("a plan without trades by REST") << u"NVDA,SPXW"_s;
}

void TstUnusualFill::theUnusualTradesOfAGapAreRecovered()
{
    QFETCH(QString, watch);
    market::MarketConfig config;
    config.seed = 23;
    config.tradesPerSecond = 1'500.0;
    config.start = domain::lossyToMs(domain::SystemClock().now());
    market::MarketServer market(config);
    QVERIFY(market.start().has_value());
    const domain::SystemClock clock;
    session::SessionConfig setup;
    setup.watch = domain::WatchList::parse(watch).value();
    setup.detect.flagsPer100k = 1'000.0; // enough to compare
    setup.feed.url = market.feedUrl();
    setup.feed.backoff = {.base = 400ms, .cap = 600ms}; // as long as the gap is
    setup.rest.base = market.apiUrl();
    setup.rest.plan = contracts::RatePlan::HundredPerSecond;
    setup.apiKey = u"any"_s;
    Session session(setup, clock);
    QTemporaryDir folder;
    recording::RecorderConfig recorder;
    recorder.path = folder.filePath(u"run.fgr"_s);
    QVERIFY(session.startRecording(std::move(recorder)));
    if (watch != u"*") {
        domain::PlanReport report;
        report[domain::PlanData::Trades].access = domain::PlanAccess::NotInPlan;
        session.contractService().learnPlan(report);
    }
    session.start();
    QTRY_VERIFY(session.counters().watched > 300);
    market.simulate(market::FaultScript::parse(u"0s feed drop"_s).value());
    const auto fill = [&session] { return session.store().gaps().front().fill; };
    QTRY_VERIFY_WITH_TIMEOUT(!session.store().gaps().empty() && fill().check == Check::Done, kPatience);
    const std::uint64_t then = session.counters().watched;
    QTRY_VERIFY(session.counters().watched > then + 100);
    session.stop();

    QCOMPARE(session.store().gaps().size(), std::size_t(1));
    QVERIFY(fill().state == State::Failed && !fill().reason.isEmpty() && !fill().isClosed());
    QVERIFY(fill().unusual > 0);
    QCOMPARE(fill().unusual, session.counters().backfilled);
    QVERIFY(session.counters().balanced());
    QVERIFY(unusualOf(session) == unusualOf(config, session));

    QTRY_VERIFY(session.recordingState().phase == recording::RecorderState::Phase::Stopped);
    Player::Config fast;
    fast.speed = 0.0;
    test::Replay replay(folder.filePath(u"run.fgr"_s), fast, clock);
    QVERIFY(replay.waitFor(Player::State::Ended));
    replay.session.stop();
    QCOMPARE(detect::anomalyDigest(replay.session.engine(), replay.session.contracts()),
             detect::anomalyDigest(session.engine(), session.contracts()));
    QVERIFY(session.engine().count() > 0);
    QVERIFY(replay.session.store().gaps().front().fill == fill());
    QVERIFY(unusualOf(replay.session) == unusualOf(session));
    QCOMPARE(replay.session.store().fetched().size(), session.store().fetched().size());
    QVERIFY(replay.session.store().fetched().front().unusual);
}

QTEST_GUILESS_MAIN(TstUnusualFill)
#include "tst_unusualfill.moc"

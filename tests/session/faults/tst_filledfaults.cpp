// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "detect/digest.h"
#include "market/faults/faultscript.h"
#include "market/marketserver.h"
#include "market/stream/tradeencoder.h"
#include "market/tapegenerator.h"
#include "session/session.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace flowglass;
using session::Session;

namespace {

constexpr int kPatience = 60'000; // ms

market::MarketConfig marketConfig()
{
    market::MarketConfig config;
    config.seed = 23;
    config.tradesPerSecond = 3'000.0;
    config.start = domain::lossyToMs(domain::SystemClock().now());
    return config;
}

session::SessionConfig watching()
{
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(u"NVDA"_s).value();
    config.detect.flagsPer100k = 3'000.0; // enough to compare
    config.rest.off = true;
    return config;
}

} // namespace

// The simulated market does wrong by script, REST gives back what was missed: in the end the flags are those of a
// session that heard every trade.
class TstFilledFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDigestIsThatOfACleanRun_data();
    void theDigestIsThatOfACleanRun();

private:
    static std::set<std::pair<std::string, std::uint64_t>> prints(const Session& session);
    static QString firstDifference(const Session& faulty, const Session& clean);
    static bool isFilled(const Session& session, std::size_t gaps);
    static std::unique_ptr<Session> cleanRun(const Session& faulty, const market::MarketConfig& config);
};

void TstFilledFaults::theDigestIsThatOfACleanRun_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("gaps");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("a dropped link") << u"0s feed drop"_s << 1;
    QTest::newRow("a polite close") << u"0s feed close 1001 \"going away\""_s << 1;
    QTest::newRow("half a frame") << u"0s feed half-frame"_s << 1;
    QTest::newRow("connections refused") << u"0s feed refuse for 700ms"_s << 1;
    QTest::newRow("a stall until it is given up") << u"0s feed stall for 2s"_s << 1;
    QTest::newRow("a frame over 1 MiB") << u"0s feed huge-frame"_s << 1;
    QTest::newRow("two drops, and trades sent twice") << u"0s feed drop\n400ms feed drop\n900ms feed duplicates"_s << 2;
}

// All gaps that the script makes, told and judged with what was in them.
bool TstFilledFaults::isFilled(const Session& session, std::size_t gaps)
{
    const auto& all = session.store().gaps();
    return all.size() >= gaps && std::ranges::all_of(all, [](const tape::TradeStore::Gap& gap) {
        return gap.fill.judging == tape::GapFill::Judging::Done;
    });
}

std::set<std::pair<std::string, std::uint64_t>> TstFilledFaults::prints(const Session& session)
{
    std::set<std::pair<std::string, std::uint64_t>> prints;
    for (std::uint64_t row = 0; row < session.store().end(); ++row) {
        const domain::Trade& trade = session.store()[row];
        prints.emplace(session.contracts()[trade.contract].ticker, trade.sequence);
    }
    return prints;
}

// The first anomaly that is not the same, in both forms.
QString TstFilledFaults::firstDifference(const Session& faulty, const Session& clean)
{
    const auto line = [](const Session& session, quint32 id) {
        if (id > session.engine().count())
            return u"none"_s;
        const domain::Anomaly& anomaly = session.engine().anomaly(id);
        return QStringLiteral("#%1 %2 at %3, score %4, %5 prints from %6")
            .arg(id)
            .arg(QString::fromStdString(session.contracts()[anomaly.leadingContract()].ticker))
            .arg(anomaly.time.value)
            .arg(anomaly.score, 0, 'f', 2)
            .arg(anomaly.prints.size())
            .arg(anomaly.prints.front().trade.sequence);
    };
    for (quint32 id = 1; id <= std::max(faulty.engine().count(), clean.engine().count()); ++id) {
        if (line(faulty, id) != line(clean, id))
            return line(faulty, id) + u" instead of "_s + line(clean, id);
    }
    return {};
}

// The same trades as the tape had them, from the first that was heard to the last.
std::unique_ptr<Session> TstFilledFaults::cleanRun(const Session& faulty, const market::MarketConfig& config)
{
    static const domain::SystemClock clock;
    auto clean = std::make_unique<Session>(watching(), clock);
    const auto isRow = [&](const market::TapeGenerator& tape, const market::TapePrint& print, std::uint64_t row) {
        const domain::Trade& trade = faulty.store()[row];
        return print.sequence == trade.sequence && tape.ticker(print) == faulty.contracts()[trade.contract].ticker;
    };
    market::TapeGenerator tape(config);
    const market::TradeEncoder encoder(tape.listing(), config.start);
    market::TapePrint print = tape.next();
    while (!isRow(tape, print, 0))
        print = tape.next();
    while (clean->store().end() < faulty.store().end()) {
        QByteArray frame = "[";
        encoder.append(print, frame);
        clean->ingest(QString::fromUtf8(frame) + u']', clock.now());
        clean->flush();
        print = tape.next();
    }
    return clean;
}

void TstFilledFaults::theDigestIsThatOfACleanRun()
{
    QFETCH(QString, script);
    QFETCH(int, gaps);
    const market::MarketConfig config = marketConfig();
    market::MarketServer market(config);
    QVERIFY(market.start().has_value());
    const domain::SystemClock clock;
    session::SessionConfig setup = watching();
    setup.feed.url = market.feedUrl();
    setup.feed.pingInterval = 100ms;
    setup.feed.stalledAfter = 300ms;
    setup.feed.pongTimeout = 900ms;
    setup.feed.backoff = {.base = 20ms, .cap = 60ms};
    setup.rest.off = false;
    setup.rest.base = market.apiUrl();
    setup.rest.plan = contracts::RatePlan::HundredPerSecond;
    setup.apiKey = u"any"_s;
    Session session(setup, clock);
    session.start();
    QTRY_VERIFY(session.counters().watched > 300);
    market.simulate(market::FaultScript::parse(script).value());
    QTRY_VERIFY_WITH_TIMEOUT(isFilled(session, std::size_t(gaps)), kPatience);
    const std::uint64_t then = session.counters().watched;
    QTRY_VERIFY(session.counters().watched > then + 100);
    session.stop();

    QVERIFY(session.counters().balanced());
    QCOMPARE(session.counters().backfilled > 0, gaps > 0);
    const std::unique_ptr<Session> clean = cleanRun(session, config);
    QCOMPARE(clean->counters().watched, session.counters().watched);
    QVERIFY(session.engine().count() > 0);
    QVERIFY(prints(session) == prints(*clean));
    QCOMPARE(firstDifference(session, *clean), QString());
    QCOMPARE(detect::anomalyDigest(session.engine(), session.contracts()),
             detect::anomalyDigest(clean->engine(), clean->contracts()));
}

QTEST_GUILESS_MAIN(TstFilledFaults)
#include "tst_filledfaults.moc"

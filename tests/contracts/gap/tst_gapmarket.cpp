// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "contracts/gap/gapbench.h"
#include "market/dayhistory.h"
#include "market/generator/listing.h"
#include "market/rest/marketapi.h"

#include <QSignalSpy>

#include <set>

using namespace flowglass;
using namespace flowglass::contracts;
using namespace flowglass::test;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t kFridayMorning = 1'795'189'500'000; // 2026-11-20, 10:45 in New York
constexpr std::size_t kPrints = 20'000;                    // 50 s

} // namespace

// The fetcher against the simulated market: what it brings back must be what was streamed.
class TestGapMarket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bringsBackWhatWasStreamed_data();
    void bringsBackWhatWasStreamed();

private:
    FakeApi::Answer answer(const FakeApi::Request& request);
    std::vector<market::TapePrint> streamed(const GapOrder& order) const;

    std::unique_ptr<market::TapeGenerator> m_generator;
    std::unique_ptr<market::DayHistory> m_history;
    std::unique_ptr<market::MarketApi> m_api;
    std::vector<market::TapePrint> m_tape;
};

void TestGapMarket::initTestCase()
{
    market::MarketConfig config;
    config.seed = 5;
    config.start = {kFridayMorning};
    m_generator = std::make_unique<market::TapeGenerator>(config);
    m_history = std::make_unique<market::DayHistory>(m_generator->listing().contracts().size(), 1'000'000);
    for (std::size_t i = 0; i < kPrints; ++i) {
        m_tape.push_back(m_generator->next());
        m_history->add(m_tape.back(), m_generator->toTrade(m_tape.back(), {m_tape.back().contract}));
    }
}

FakeApi::Answer TestGapMarket::answer(const FakeApi::Request& request)
{
    QUrl url = QUrl::fromEncoded(request.path);
    url.setQuery(QString::fromLatin1(request.query));
    const market::RestAnswer made =
        m_api->answer(url, request.headers["authorization"], m_generator->time(m_tape.back()));
    return FakeApi::json(made.body, made.status);
}

std::vector<market::TapePrint> TestGapMarket::streamed(const GapOrder& order) const
{
    std::vector<market::TapePrint> prints;
    for (const market::TapePrint& print : m_tape) {
        const domain::UnixMs time = m_generator->time(print);
        const auto root = m_generator->listing()[print.contract].symbol.standardRoot();
        const auto name = QString::fromLatin1(root.data(), qsizetype(root.size()));
        if (time >= order.from && time <= order.to && order.underlyings.contains(name))
            prints.push_back(print);
    }
    return prints;
}

void TestGapMarket::bringsBackWhatWasStreamed_data()
{
    QTest::addColumn<int>("fromMs");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<bool>("everyRoot");
    QTest::addColumn<int>("tradesPerPage");
    QTest::newRow("a gap in the middle of the tape") << 25'000 << 5'000 << true << 50'000;
    QTest::newRow("a gap just over") << 45'000 << 60'000 << true << 50'000;
    QTest::newRow("one millisecond") << int(m_tape[kPrints - 300].offsetMs) << 0 << true << 50'000;
    QTest::newRow("one underlying of many, in pages of seven trades") << 10'000 << 30'000 << false << 7;
    QTest::newRow("the whole tape of one underlying") << 0 << 200'000 << false << 50'000;
}

void TestGapMarket::bringsBackWhatWasStreamed()
{
    QFETCH(int, fromMs);
    QFETCH(int, milliseconds);
    QFETCH(bool, everyRoot);
    QFETCH(int, tradesPerPage);
    GapBench bench;
    bench.config.tradesPerPage = tradesPerPage;
    bench.config.maxTradePages = 1'000;
    m_api = std::make_unique<market::MarketApi>(*m_generator, *m_history, QStringLiteral("key"), bench.api.url());
    bench.api.setHandler([this, &bench](const FakeApi::Request& request) {
        bench.clock.advance(13ms); // the pace of the calls is not what is tested here
        return answer(request);
    });
    GapFetcher& fetcher = bench.start();

    GapOrder order{7, {kFridayMorning + fromMs}, {}, {}};
    order.to = order.from + std::chrono::milliseconds(milliseconds);
    std::set<std::string> roots;
    for (const market::ListedContract& contract : m_generator->listing().contracts())
        roots.emplace(contract.symbol.standardRoot());
    for (const std::string& root : roots)
        order.underlyings << QString::fromStdString(root);
    if (!everyRoot)
        order.underlyings = QStringList{QStringLiteral("NVDA")};
    fetcher.fetch(order);
    QSignalSpy finished(&fetcher, &GapFetcher::finished);
    QVERIFY(finished.wait(120'000));
    QVERIFY(bench.outcomes.front().second.complete);
    QCOMPARE(bench.outcomes.front().second.badRows, 0);

    std::vector<std::pair<std::int64_t, domain::Trade>> fetched; // of all contracts, by time
    for (const auto& [ticker, trades] : bench.trades[7]) {
        const domain::ContractId id{*m_generator->listing().find(ticker.toStdString())};
        for (const HistoricTrade& row : trades) {
            domain::Trade trade;
            trade.sequence = row.sequence;
            trade.price = row.price;
            trade.contract = id;
            trade.size = row.size;
            trade.conditions = row.conditions;
            trade.setTime(lossyToMs(row.time));
            trade.setExchange(row.exchange);
            fetched.emplace_back(row.time.value, trade);
        }
    }
    std::ranges::sort(fetched, {}, &std::pair<std::int64_t, domain::Trade>::first);
    const std::vector<market::TapePrint> expected = streamed(order);
    QCOMPARE(fetched.size(), expected.size());
    QVERIFY(!expected.empty());
    for (std::size_t i = 0; i < expected.size(); ++i) // in the order of the tape, over all contracts
        QCOMPARE(fetched[i].second, m_generator->toTrade(expected[i], {expected[i].contract}));
    qInfo("%zu trades of %d contracts in %d calls", fetched.size(), bench.outcomes.front().second.asked,
          int(bench.api.requests().size()));
}

QTEST_GUILESS_MAIN(TestGapMarket)
#include "tst_gapmarket.moc"

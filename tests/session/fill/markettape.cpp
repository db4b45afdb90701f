// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markettape.h"

#include "market/tapegenerator.h"
#include "session/pipeline.h"
#include "support/fakeclock.h"

#include <algorithm>

namespace flowglass::test {

namespace {

constexpr std::size_t kFrame = 10; // ticks

Tick tickOf(const market::TapeGenerator& tape, const market::TapePrint& print, std::int64_t withinMs)
{
    Tick tick;
    tick.ticker = QString::fromStdString(tape.ticker(print));
    tick.trade.time = {tape.time(print).value * 1'000'000 + withinMs};
    tick.trade.price = print.price;
    tick.trade.size = print.size;
    tick.trade.exchange = print.exchange;
    tick.trade.conditions.add(print.condition);
    tick.trade.sequence = print.sequence;
    tick.event = QStringLiteral(R"({"ev":"T","sym":"%1","x":%2,"p":%3,"s":%4,"c":[%5],"t":%6,"q":%7})")
                     .arg(tick.ticker)
                     .arg(print.exchange.value)
                     .arg(domain::decimalText(print.price.units()))
                     .arg(print.size)
                     .arg(print.condition)
                     .arg(tape.time(print).value)
                     .arg(print.sequence);
    return tick;
}

} // namespace

std::vector<Tick> marketTape(std::uint64_t seed, int trades)
{
    market::MarketConfig config;
    config.seed = seed;
    config.start = domain::lossyToMs(FakeClock::kMorning);
    market::TapeGenerator tape(config);
    std::vector<Tick> ticks;
    std::int64_t ms = 0;
    std::int64_t within = 0;
    for (; trades > 0; --trades) {
        const market::TapePrint print = tape.next();
        within = print.offsetMs == ms ? within + 1 : 0;
        ms = print.offsetMs;
        ticks.push_back(tickOf(tape, print, within));
    }
    return ticks;
}

QStringList framesOf(const std::vector<Tick>& tape, std::size_t from, std::size_t to, std::size_t most)
{
    QStringList frames;
    while (from < to) {
        QStringList events;
        for (const std::size_t end = std::min(to, from + most); from < end; ++from)
            events << tape[from].event;
        frames << QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
    }
    return frames;
}

void playTape(session::Pipeline& pipeline, const std::vector<Tick>& tape, std::size_t from, std::size_t to)
{
    feed::DecodedFrame frame;
    for (; from < to; from += kFrame) {
        const std::size_t end = std::min(to, from + kFrame);
        frame.clear();
        pipeline.decode(framesOf(tape, from, end, kFrame).front(), tape[end - 1].trade.time, frame);
        for (const domain::Trade& trade : frame.trades)
            pipeline.route(trade);
    }
}

std::map<QString, std::vector<contracts::HistoricTrade>> tradesOf(const std::vector<Tick>& tape, std::size_t from,
                                                                  std::size_t to)
{
    std::map<QString, std::vector<contracts::HistoricTrade>> trades;
    for (; from < to; ++from)
        trades[tape[from].ticker].push_back(tape[from].trade);
    return trades;
}

session::Backfill backfillOf(const std::vector<Tick>& tape, std::size_t from, std::size_t to,
                             const domain::FeedGap& gap)
{
    session::Backfill fill{gap.from, gap.to, {}, {}, std::nullopt};
    for (; from < to; ++from) {
        const contracts::HistoricTrade& historic = tape[from].trade;
        session::Backfill::Row row{std::uint32_t(fill.tickers.size()), {}};
        row.trade.setTime(domain::lossyToMs(historic.time));
        row.trade.setExchange(historic.exchange);
        row.trade.price = historic.price;
        row.trade.size = historic.size;
        row.trade.conditions = historic.conditions;
        row.trade.sequence = historic.sequence;
        fill.tickers.push_back(tape[from].ticker.toStdString());
        fill.rows.push_back(row);
    }
    return fill;
}

domain::FeedGap gapOf(const std::vector<Tick>& tape, std::size_t from, std::size_t to)
{
    return {domain::lossyToMs(tape[from].trade.time), domain::lossyToMs(tape[to].trade.time),
            QStringLiteral("connection lost")};
}

} // namespace flowglass::test

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/pipeline.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

Pipeline::Pipeline(const PipelineConfig& config)
    : m_store(config.storeRows)
    , m_engine(m_contracts, config.detect)
    , m_watch(m_contracts, config.watch)
    , m_router(m_watch, m_store, m_engine, m_counters)
    , m_history{config.detect, {}}
    , m_decoder(m_contracts)
{
}

void Pipeline::decode(QStringView frame, domain::UnixNs receipt, feed::DecodedFrame& out)
{
    domain::Counters decoded;
    m_decoder.decode(frame, out, decoded);
    m_counters.events += decoded.events - decoded.trades;
    m_counters.status += decoded.status;
    m_counters.other += decoded.other;
    m_counters.rejected += decoded.rejected;
    m_counters.rounded += decoded.rounded;
    m_counters.malformedSymbols += decoded.malformedSymbols;
    m_times.pass(receipt, out.trades, m_refused);
    rejectRefused();
}

void Pipeline::endFrames()
{
    m_times.close(m_refused);
    rejectRefused();
}

void Pipeline::rejectRefused()
{
    for (const domain::Trade& trade : m_refused)
        m_decoder.rejectTime(trade, m_counters);
    m_refused.clear();
}

void Pipeline::apply(const StreamEvent& event)
{
    std::visit([this](const auto& what) { take(what); }, event);
}

void Pipeline::take(const domain::FeedGap& gap)
{
    endFrames();
    m_store.addGap(gap, newest());
    ++m_counters.gaps;
    const std::chrono::milliseconds length = std::max(gap.to - gap.from, std::chrono::milliseconds(0));
    m_counters.gapMs += std::uint64_t(length.count());
    // The detectors live in event time, which a delayed feed has minutes behind the wall clock of the gap.
    if (newest().value == 0)
        return;
    m_engine.gap(newest(), newest() + length);
    m_history.events.push_back(
        {m_store.end(), JudgeHistory::Gap{m_store.gaps().size() - 1, newest(), newest() + length}});
}

void Pipeline::take(const detect::Settings& settings)
{
    m_engine.setSettings(settings);
    m_history.events.push_back({m_store.end(), settings});
}

// What fails says so in the engine.
void Pipeline::take(const LearntBaselines& baselines)
{
    m_engine.loadBaselines(baselines.text);
    m_history.events.push_back({m_store.end(), baselines});
}

void Pipeline::take(const Backfill& fill)
{
    const std::optional<std::size_t> gap = m_store.findGap(fill.from, fill.to);
    const std::uint64_t before = m_counters.backfilled;
    for (const Backfill::Row& row : fill.rows) {
        domain::Trade trade = row.trade;
        if (const std::optional<domain::ContractId> contract = m_contracts.intern(fill.tickers[row.ticker])) {
            trade.contract = *contract;
            m_router.fetched(trade, gap, fill.unusual, fill.watch ? &*fill.watch : nullptr);
        }
    }
    if (!gap)
        return;
    tape::GapFill now = m_store.gaps()[*gap].fill;
    (fill.unusual ? now.unusual : now.trades) += m_counters.backfilled - before;
    if (fill.outcome) {
        using Judging = tape::GapFill::Judging;
        now.state = fill.outcome->state;
        now.reason = fill.outcome->reason;
        now.check = fill.outcome->check;
        now.judging = now.state == tape::GapFill::State::Failed ? Judging::None
                      : !fill.outcome->judged                   ? Judging::TooFew
                      : m_store.evicted() > 0                   ? Judging::Evicted
                                                                : Judging::Waiting;
        m_second.reset(); // it may have passed that gap
    }
    m_store.setFill(*gap, now);
}

bool Pipeline::judgeAgain(std::size_t rows)
{
    if (!m_second)
        m_second = std::make_unique<SecondJudge>(m_store, m_contracts, m_history);
    return m_second->step(rows);
}

void Pipeline::take(const JudgedAgain&)
{
    while (!judgeAgain(kRowsOfStep)) {
    }
    using Judging = tape::GapFill::Judging;
    const std::unique_ptr<SecondJudge> second = std::move(m_second);
    m_change = {};
    settle(second->isLost() ? Judging::Evicted : Judging::Done);
    if (second->isLost())
        return;
    m_engine.swap(second->engine());
    const detect::Engine& before = second->engine();
    m_change = changeBetween(before, m_engine);
    markLate(before);
    raiseRevisions(before);
    agreeOnCancels(second->cancelledRows());
    m_counters.anomalies = m_engine.count();
    m_counters.flagged = m_engine.flaggedPrints();
}

void Pipeline::stopJudgingAgain()
{
    m_second.reset();
    settle(tape::GapFill::Judging::Stopped);
}

// What became of the gaps whose trades wait to be judged.
void Pipeline::settle(tape::GapFill::Judging judging)
{
    for (std::size_t gap = 0; gap < m_store.gaps().size(); ++gap) {
        tape::GapFill fill = m_store.gaps()[gap].fill;
        if (fill.judging != tape::GapFill::Judging::Waiting)
            continue;
        fill.judging = judging;
        m_store.setFill(gap, fill);
    }
}

// Whoever follows an id by its revisions must see that it goes on.
void Pipeline::raiseRevisions(const detect::Engine& before)
{
    for (std::uint32_t id = 1; id <= std::min(before.count(), m_engine.count()); ++id)
        m_engine.touch(id, before.anomaly(id).revision - 1);
    for (const std::uint32_t id : m_change.altered)
        if (id <= before.count())
            m_engine.touch(id, before.anomaly(id).revision);
    for (domain::Anomaly& gone : m_change.gone) {
        ++gone.revision;
        gone.state = domain::Anomaly::State::Withdrawn;
    }
}

// What holds fetched prints and was not known before, or was late then.
void Pipeline::markLate(const detect::Engine& before)
{
    std::vector<bool> known(m_engine.count() + 1);
    for (std::uint32_t id = 1; id <= before.count(); ++id)
        if (!before.anomaly(id).tags.has(domain::AnomalyTag::Late))
            known[m_change.newIds[id - 1]] = true;
    for (std::uint32_t id = 1; id <= m_engine.count(); ++id) {
        const auto& prints = m_engine.anomaly(id).prints;
        if (!known[id] && std::ranges::any_of(prints, [this](const domain::AnomalyPrint& print) {
                return m_store.isFetched(print.row);
            }))
            m_engine.markLate(id);
    }
}

// A fetched cancel takes its print back; a fetched print can make a cancel ambiguous that was not.
void Pipeline::agreeOnCancels(const std::vector<std::uint64_t>& rows)
{
    const std::vector<std::uint64_t> taken(m_store.takenBack().begin(), m_store.takenBack().end());
    for (const std::uint64_t row : taken)
        if (!m_engine.isCancelledRow(row))
            m_store.putBack(row);
    for (const std::uint64_t row : rows)
        m_store.takeBack(row);
}

} // namespace flowglass::session

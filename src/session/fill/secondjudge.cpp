// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fill/secondjudge.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace flowglass::session {

SecondJudge::SecondJudge(const tape::TradeStore& store, const domain::ContractTable& contracts,
                         const JudgeHistory& history)
    : m_store(store), m_contracts(contracts), m_history(history), m_engine(contracts, history.initial)
{
}

bool SecondJudge::step(std::size_t rows)
{
    for (std::size_t done = 0; done < rows; ++done) {
        if (isLost())
            return true;
        if (judgeFetched())
            continue;
        while (skipFetched() || takeEvent() || takeBeginning()) {
        }
        if (judgeFetched())
            continue;
        if (m_next == m_store.end())
            return true;
        judge(m_next++);
    }
    return false;
}

// Fetched rows are judged at the place of their gap; those of an unknown gap where they are. What a check for
// unusual trades found is never: without the trades around them it would be taken for what is usual.
bool SecondJudge::skipFetched()
{
    const auto& parts = m_store.fetched();
    for (; m_part < parts.size() && parts[m_part].begin <= m_next; ++m_part) {
        if ((parts[m_part].gap || parts[m_part].unusual) && m_next < parts[m_part].end) {
            m_next = parts[m_part].end;
            return true;
        }
    }
    return false;
}

bool SecondJudge::takeEvent()
{
    if (!m_inserted.empty() || m_event == m_history.events.size() ||
        m_history.events[m_event].beforeRow > m_next)
        return false;
    std::visit([this](const auto& what) { apply(what); }, m_history.events[m_event++].what);
    return true;
}

void SecondJudge::apply(const JudgeHistory::Gap& gap)
{
    if (!m_store.gaps()[gap.number].fill.isClosed()) {
        m_engine.gap(gap.from, gap.to);
        return;
    }
    insertFetched(gap.number);
}

// The newest one is taken first, because what is inserted last is judged first.
bool SecondJudge::takeBeginning()
{
    if (std::exchange(m_hasBegun, true))
        return false;
    for (std::size_t gap = m_store.gaps().size(); gap-- > 0;) {
        if (m_store.gaps()[gap].after.value == 0 && m_store.gaps()[gap].fill.isClosed())
            insertFetched(gap);
    }
    return !m_inserted.empty();
}

void SecondJudge::insertFetched(std::size_t gap)
{
    const auto& parts = m_store.fetched();
    std::copy_if(parts.rbegin(), parts.rend(), std::back_inserter(m_inserted),
                 [gap](const tape::TradeStore::Fetched& part) { return part.gap == gap && !part.unusual; });
}

bool SecondJudge::judgeFetched()
{
    if (m_inserted.empty())
        return false;
    tape::TradeStore::Fetched& part = m_inserted.back();
    judge(part.begin++);
    if (part.begin == part.end)
        m_inserted.pop_back();
    return true;
}

void SecondJudge::judge(std::uint64_t row)
{
    const domain::Trade& trade = m_store[row];
    if (!m_contracts[trade.contract].symbol)
        return;
    m_engine.judge(trade, row);
    if (const std::optional<std::uint64_t> cancelled = m_engine.lastCancelled())
        m_cancelled.push_back(*cancelled);
}

} // namespace flowglass::session

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "session/fill/judgehistory.h"
#include "tape/tradestore.h"

#include <cstdint>
#include <vector>

namespace flowglass::session {

// Judges the stored trades from the first one on with an engine of its own, as if the feed had missed none of
// those that were fetched: each stands where its gap was, which then is none. Borrows the store, the table and
// the history, which may grow meanwhile; a gap that is filled behind it asks for a new one. One thread.
class SecondJudge
{
public:
    SecondJudge(const tape::TradeStore& store, const domain::ContractTable& contracts, const JudgeHistory& history);

    // Judges up to `rows` more. True when it has caught up with the newest row, or can not any more.
    bool step(std::size_t rows);
    // Older trades left memory before they were judged: its result is of no use.
    bool isLost() const { return m_next < m_store.begin(); }
    detect::Engine& engine() { return m_engine; }
    const std::vector<std::uint64_t>& cancelledRows() const { return m_cancelled; }

private:
    bool skipFetched();
    bool takeEvent();
    bool takeBeginning();
    void insertFetched(std::size_t gap);
    void apply(const JudgeHistory::Gap& gap);
    void apply(const detect::Settings& settings) { m_engine.setSettings(settings); }
    void apply(const LearntBaselines& baselines) { m_engine.loadBaselines(baselines.text); }
    bool judgeFetched();
    void judge(std::uint64_t row);

    const tape::TradeStore& m_store;
    const domain::ContractTable& m_contracts;
    const JudgeHistory& m_history;
    detect::Engine m_engine;
    std::uint64_t m_next = 0;  // row, in order of receipt
    std::size_t m_event = 0;   // of the history
    bool m_hasBegun = false;   // gaps before the first trade, of which the history says nothing, were taken
    std::size_t m_part = 0;    // of the fetched rows: not yet passed over
    std::vector<tape::TradeStore::Fetched> m_inserted; // of the gap that is being judged; what is left of them
    std::vector<std::uint64_t> m_cancelled;
};

} // namespace flowglass::session

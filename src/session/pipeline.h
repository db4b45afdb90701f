// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "domain/contracttable.h"
#include "domain/counters.h"
#include "feed/tradedecoder.h"
#include "session/fill/judgehistory.h"
#include "session/fill/judgementchange.h"
#include "session/fill/secondjudge.h"
#include "session/streamevent.h"
#include "session/routing/recentpeak.h"
#include "session/routing/timegate.h"
#include "session/routing/traderouter.h"
#include "session/routing/watchcache.h"
#include "tape/tradestore.h"

#include <QStringView>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace flowglass::session {

struct PipelineConfig
{
    domain::WatchList watch;
    detect::Settings detect;
    std::size_t storeRows = 10'000'000;
};

// The way of a frame from text to judged trades, without any waiting: what is live, replayed and analysed
// afterwards is the same because it goes through this. One thread, whichever.
class Pipeline
{
public:
    explicit Pipeline(const PipelineConfig& config);

    // Leaves in `out`, empty so far, what the frame holds; its trades count when they are routed. One whose time
    // cannot be is rejected; one of which that is not sure yet is with the trades of a later frame, if it is good.
    void decode(QStringView frame, domain::UnixNs receipt, feed::DecodedFrame& out);
    void endFrames(); // no more come
    // Ids of the anomalies raised or updated by it, in order; valid until the next call.
    std::span<const std::uint32_t> route(const domain::Trade& trade)
    {
        m_newest.add(trade.time().value);
        ++m_routed;
        return m_router.route(trade);
    }
    void apply(const StreamEvent& event); // between two trades
    // Works a little towards apply(event), where that is long work. True when it can follow without a stall.
    bool prepare(const StreamEvent& event)
    {
        return !std::holds_alternative<JudgedAgain>(event) || judgeAgain(kRowsOfStep);
    }

    // Judges the stored trades once more, beside the engine that goes on judging, until JudgedAgain puts the new
    // result in its place. True when it has caught up with the newest trade, for now.
    bool judgeAgain(std::size_t rows);
    void stopJudgingAgain(); // for good; what was not judged by then says so
    const JudgementChange& judgementChange() const { return m_change; } // by the last JudgedAgain

    const domain::ContractTable& contracts() const { return m_contracts; }
    const tape::TradeStore& store() const { return m_store; }
    detect::Engine& engine() { return m_engine; }
    const detect::Engine& engine() const { return m_engine; }
    const domain::WatchList& watch() const { return m_watch.watch(); } // of the next trade
    std::uint64_t unusual() const { return m_router.unusual(); }
    // Event time of the feed: the highest of its last trades, watched or not; 0: none yet.
    domain::UnixMs newest() const { return {m_newest.value()}; }
    std::uint64_t routed() const { return m_routed; }  // trades of the feed, whatever became of them
    tape::TradeStore& store() { return m_store; }
    feed::TradeDecoder& decoder() { return m_decoder; }
    const feed::TradeDecoder& decoder() const { return m_decoder; }
    // Frames, bytes and what concerns the connection are counted by whoever knows them.
    domain::Counters& counters() { return m_counters; }
    const domain::Counters& counters() const { return m_counters; }

private:
    void rejectRefused();
    void take(const domain::FeedGap& gap);
    void take(const domain::WatchList& watch) { m_watch.setWatch(watch); }
    void take(const detect::Settings& settings);
    void take(const LearntBaselines& baselines);
    void take(const Backfill& fill);
    void take(const JudgedAgain&);
    void agreeOnCancels(const std::vector<std::uint64_t>& rows);
    void settle(tape::GapFill::Judging judging);
    void raiseRevisions(const detect::Engine& before);
    void markLate(const detect::Engine& before);

    static constexpr std::size_t kRowsOfStep = 64;

    domain::Counters m_counters;
    TimeGate m_times;
    std::vector<domain::Trade> m_refused; // by it; its memory is used again
    RecentPeak m_newest;                  // event time
    std::uint64_t m_routed = 0;
    domain::ContractTable m_contracts;
    tape::TradeStore m_store;
    detect::Engine m_engine;
    WatchCache m_watch;
    TradeRouter m_router;
    JudgeHistory m_history;
    std::unique_ptr<SecondJudge> m_second;
    JudgementChange m_change;
    feed::TradeDecoder m_decoder;
};

} // namespace flowglass::session

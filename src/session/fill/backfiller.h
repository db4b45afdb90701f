// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/gap/gapfetcher.h"
#include "session/fill/gapfiller.h"

#include <QObject>
#include <QTimer>

namespace flowglass::contracts {
class ContractService;
}

namespace flowglass::session {

class Pipeline;
class Pump;

// Repairs what a gap of the feed left: has the missed trades fetched, and everything judged once more with them
// at their place; where that cannot be, has those fetched that the provider calls unusual. Judging again takes
// small slices, and none while live trades wait. What it changes it posts. Borrows all it is given. GUI thread.
class Backfiller : public QObject
{
    Q_OBJECT

public:
    // `margin`, `delay`: as of GapFiller.
    Backfiller(Pipeline& pipeline, const Pump& pump, contracts::ContractService& service, const domain::Clock& clock,
               std::chrono::milliseconds margin, std::chrono::milliseconds delay, QObject* parent = nullptr);

    void onGap(const domain::WatchList& watched); // was applied; `watched`: at any time of it
    void onBackfill(const Backfill& part);        // was applied
    void stop();                                // posts at once what became of it

Q_SIGNALS:
    void chainFetched(const std::vector<flowglass::contracts::ChainRow>& rows); // on the way
    void posted(const flowglass::session::StreamEvent& event); // at its place: behind what was received so far

private:
    void judge();

    static constexpr std::chrono::milliseconds kSlice{2};
    static constexpr std::chrono::milliseconds kRest{6}; // between two slices
    static constexpr std::size_t kRowsOfStep = 64;

    Pipeline& m_pipeline;
    const Pump& m_pump;
    const contracts::ContractService& m_service;
    const domain::Clock& m_clock;
    GapFiller m_filler;
    contracts::GapFetcher m_fetcher;
    QTimer m_judging;
    bool m_isStopped = false;
};

} // namespace flowglass::session

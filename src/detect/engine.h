// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/baselines.h"
#include "detect/history/outlook.h"
#include "detect/settings.h"
#include "domain/anomaly.h"
#include "domain/contracttable.h"
#include "domain/error.h"
#include "domain/evidence/explanation.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace flowglass::detect {

struct ScoreObserver;

// Judges trades one by one, in the order they are given, by event time alone: the same trades in the same
// order give the same anomalies, live, recorded or replayed, however they are sliced. One thread, no
// clock, no I/O; O(1) a trade, <= 256 bytes a traded contract and <= 2 KB an underlying.
//
// Each detector gives a surprise (-log10 of the chance of something at least this extreme), brought to one
// scale (stats/calibrator.h); the score of a trade is the largest of them, and it is flagged when the score
// reaches threshold(). Flags of one contract that follow within 60 s update its open
// anomaly, as do the later prints of a flagged order. What a whole underlying does is an anomaly of its own,
// open for 300 s after its last flag; a print can stand in one of each.
//
// Never judged: cancels, late reports, extended hours, compression, prints more than 2 s older than the
// newest of their contract, contracts whose symbol cannot be read. Multi-leg and crossed prints are judged
// by size only, each against their own kind.
//
// Warm-up: sizes start from a shipped market prior (stats/sizeprior.h), so a first print can be judged by
// it, but below 200 orders seen the threshold is up to 1.0 higher; activity and repeats are silent for the
// first 60 s of each underlying and day, surges for 300 s; price is silent until a call and a put of one
// strike and expiry have told where the underlying is, and until a contract has printed twice that day.
class Engine
{
public:
    Engine(const domain::ContractTable& contracts, Settings settings);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Judges the trade stored at `row`, each row once. Rows rise, but for prints that were fetched after a gap and
    // are judged where they belong. Returns the ids of the anomalies it raised or
    // updated (revision + 1) or, by a cancel, withdrew; valid until the next call.
    std::span<const std::uint32_t> judge(const domain::Trade& trade, std::uint64_t row);
    // Nothing was received from `from` to `to`: baselines stand still over it, so that it is no lull and its
    // end no burst. Call it at its place in the stream, before the first trade behind it.
    void gap(domain::UnixMs from, domain::UnixMs to);
    // The row that the last judge() took back, when its trade was a cancel that named exactly one print.
    std::optional<std::uint64_t> lastCancelled() const;

    // Ids run from 1 to count(). References stay valid for the engine's life.
    const domain::Anomaly& anomaly(std::uint32_t id) const;
    std::uint32_t count() const;
    std::uint64_t flaggedPrints() const; // prints that stand in open anomalies
    // That holds this row: an open one before a withdrawn one, then its contract's before its underlying's.
    std::optional<std::uint32_t> anomalyOfRow(std::uint64_t row) const;
    bool isCancelledRow(std::uint64_t row) const;
    std::uint64_t unresolvedCancels() const; // cancels that named no print, or more than one
    void touch(std::uint32_t id);            // revision + 1: its contract arrived
    void touch(std::uint32_t id, std::uint32_t above); // its revision becomes higher than that
    void markLate(std::uint32_t id);         // tags it Late, which is in no digest
    // All that was judged and learnt changes places with `other`; who observes stays. Same table.
    void swap(Engine& other);

    // The score that flags at present.
    double threshold() const;
    void setSettings(const Settings& settings); // from the next trade on; what was judged stays
    Settings settings() const;

    // Sees every score from now on; borrowed, nullptr for none. Costs nothing when there is none.
    void setObserver(ScoreObserver* observer);

    // Why was this print, stored at `row`, flagged or not? Scores and threshold are those of then; what is
    // usual is of now (domain/evidence/explanation.h says which). Remembers the newest 10 million rows, 8
    // bytes each.
    domain::Explanation explain(const domain::Trade& trade, std::uint64_t row) const;

    // What other settings would mean, before they are set: as if they had been all day. Some milliseconds at most.
    Outlook outlook(const Settings& settings) const;

    // What is usual, kept from one day to the next: sizes, paces, volatilities, spreads, rates of alerts, not
    // the anomalies. Versioned, checksummed, compressed. Loading is for an engine that has judged nothing
    // yet; text that cannot be read is an Error (Unreadable) and leaves it so. The next day then is judged as
    // if the engine had never stopped; a contract's part waits until it trades.
    QByteArray saveBaselines() const; // packBaselines(learntSoFar()), which costs most of the time
    QByteArray learntSoFar() const;
    domain::Result<BaselineInfo> loadBaselines(QByteArrayView text);
    BaselineInfo baselines() const;

    struct Warmup
    {
        std::uint64_t judged = 0;   // trades that were scored so far
        bool activityReady = false; // the first 60 s of event time are over
    };
    Warmup warmup() const;

    // Every detector with its parameters, for the manifest: {"size": {...}, ...}.
    QJsonObject rules() const;

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace flowglass::detect

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/feedstatus.h"
#include "domain/optionsymbol.h"
#include "domain/trade.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace flowglass::exporting {

// One flagged print with everything its CSV line says, copied out of the session so that a worker
// thread can write it while the session goes on.
struct ExportRow
{
    domain::Trade trade;
    std::string ticker;                         // as received
    std::optional<domain::OptionSymbol> symbol; // empty: the ticker cannot be read
    std::uint32_t anomaly = 0;                  // id
    domain::KindSet kinds;
    double score = 0.0;
    QString explanation;                  // Wording::FixedEnglish
    std::int64_t sharesPerContract = 100; // the standard, until the contract's terms say otherwise
};

// A gap and what was done about it.
struct ExportGap
{
    domain::FeedGap gap;
    QString fill; // "none", "fetching", "filled", "partly", "failed", "open": it lasts still
    std::uint64_t fetched = 0; // trades
    std::uint64_t unusual = 0; // others of it, found by a check for unusual trades
    bool operator==(const ExportGap&) const = default;
};

// What the manifest says beside what follows from the rows themselves (count, first and last time, hash).
struct ExportManifest
{
    QString source; // live host, "demo seed 1", or a file's name
    QString sourceFile; // of a replay; its SHA-256 is added to `source` when the manifest is written
    QString feed;   // "realtime", "delayed", "demo", ...
    QStringList underlyings;
    double sensitivity = 0.0; // flags wanted per 100,000 trades watched
    QJsonObject rules;        // every detector with its parameters
    std::vector<ExportGap> gaps;
    QByteArray anomalyDigest; // hex
};

// A whole export: a snapshot that nobody changes any more.
struct ExportOrder
{
    QString path;                // of the CSV; the manifest is path + ".json"
    std::vector<ExportRow> rows; // any order; written in order of time, equal times as they stand here
    ExportManifest manifest;
    domain::UnixNs created;
};

} // namespace flowglass::exporting

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/time/markettime.h"
#include "models/evidence/evidencepicture.h"

#include <QString>

#include <vector>

namespace flowglass::models {

// What one detector made of a print.
struct WhyNotRow
{
    domain::AnomalyKind kind = domain::AnomalyKind::Size;
    QString name;     // "Size"
    QString sentence; // its numbers beside what is usual
    double score = 0.0;
    bool atLeast = false;   // that high or higher
    double threshold = 0.0; // that flags
    QString filter;         // what kept its score from flagging, whatever it was: "its kind was switched off"
    QString missing;        // why there is no score; empty when there is one
    bool operator==(const WhyNotRow&) const = default;
};

// Why a print was flagged or not. A value; made by whyNotCard().
struct WhyNotCard
{
    QString title;   // contract, time, size, price
    QString verdict; // one sentence
    bool flagged = false; // it stands in an anomaly
    std::vector<WhyNotRow> rows; // in order of AnomalyKind; empty when it was not judged
    EvidencePicture picture;     // its size among earlier ones; may be empty
    bool operator==(const WhyNotCard&) const = default;
};

struct PrintJudgement
{
    QString notJudged;         // the sentence that says why; empty when it was judged
    bool cancelled = false;    // by a later print
    std::uint32_t anomaly = 0; // that lists it, or that ran when it was found as unusual; 0 none
    domain::UnixMs anomalyTime;
    bool listed = false;       // among the prints of `anomaly`
    bool withdrawn = false;    // it was, until `anomaly` was withdrawn
    bool ofUnderlying = false; // `anomaly` is of a whole underlying
    std::uint32_t orderSize = 0; // contracts of its order up to it
    std::vector<WhyNotRow> rows;
};

QString scoreText(const WhyNotRow& row); // "4.1", "23.0 or more"
WhyNotCard whyNotCard(const domain::Trade& trade, const domain::ContractTable::Entry& contract,
                      const domain::ZoneTime& zone, PrintJudgement judgement);

} // namespace flowglass::models

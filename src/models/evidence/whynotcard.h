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
    double threshold = 0.0; // that flags
    bool filtered = false;  // switched off, or too little money at stake
    QString missing;        // why there is no score; empty when there is one
    bool operator==(const WhyNotRow&) const = default;
};

// Why a print was flagged or not. A value; made by whyNotCard().
struct WhyNotCard
{
    QString title;   // contract, time, size, price
    QString verdict; // one sentence
    bool flagged = false;
    std::vector<WhyNotRow> rows; // in order of AnomalyKind; empty when it was not judged
    EvidencePicture picture;     // its size among earlier ones; may be empty
    bool operator==(const WhyNotCard&) const = default;
};

struct PrintJudgement
{
    QString notJudged; // the sentence that says why; empty when it was judged
    bool flagged = false;
    std::vector<WhyNotRow> rows;
};

WhyNotCard whyNotCard(const domain::Trade& trade, const domain::ContractTable::Entry& contract,
                      const domain::ZoneTime& zone, PrintJudgement judgement);

} // namespace flowglass::models

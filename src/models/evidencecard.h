// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"
#include "domain/time/markettime.h"
#include "models/evidence/evidencepicture.h"
#include "models/evidence/tagchips.h"

#include <QString>

#include <vector>

namespace flowglass::tape {
class TradeStore;
}

namespace flowglass::models {

struct EvidenceFact
{
    QString label; // "Implied volatility"
    QString text;  // "52 %, before 38 %"
    bool operator==(const EvidenceFact&) const = default;
};

// What one detector saw, as words.
struct EvidenceRow
{
    domain::AnomalyKind kind = domain::AnomalyKind::Size;
    QString name;        // "Sweep"
    QString sentence;
    QString value;       // "850 contracts"
    QString baseline;    // "6 contracts"
    QString surprise;    // "4.90"
    QString sample;      // "40,321 orders, 12 of this contract"
    QString window;      // "120 ms"; empty when there is none
    QString often;       // "one order in 40,000"; empty where it is not known
    std::vector<EvidenceFact> facts; // what else this detector alone knows
    QString scale;       // "score 6.71 = 5.52 / 0.96 + 0.96, …"; empty where it is not known
    QString formula;     // of the 5.52
    QString historyNote; // empty when there is history enough
    EvidencePicture picture; // addPictures(); empty when an earlier row has the same
    bool operator==(const EvidenceRow&) const = default;
};

struct EvidencePrint
{
    std::uint64_t row = 0; // of the trade store
    QString offset;        // from the first print: "0 ms", "+12 ms", "+1.3 s"
    QString venue;
    QString size;
    QString price;
    QString conditions;
    bool cancelled = false;
    bool operator==(const EvidencePrint&) const = default;
};

// Why an anomaly was flagged: the whole card as words. A value; the view compares and redraws.
struct EvidenceCard
{
    QString title;    // contract and time
    QString headline; // all reasons in one sentence
    QString score;    // "6.40"
    bool withdrawn = false;
    bool multiLeg = false;
    std::vector<TagChip> tags;
    std::vector<EvidenceRow> evidence; // most surprising first
    std::vector<EvidencePrint> prints; // in order of arrival, the first kMaxPrints
    QString morePrints;                // "and 12 more prints"; empty when all are listed
    static constexpr std::size_t kMaxPrints = 100;
    bool operator==(const EvidenceCard&) const = default;
};

EvidenceCard evidenceCard(const domain::Anomaly& anomaly, const domain::ContractTable::Entry& contract,
                          const domain::ZoneTime& zone);
// Draws each reason beside what came before it. Looks at some thousands of stored prints.
void addPictures(EvidenceCard& card, const domain::Anomaly& anomaly, const tape::TradeStore& store,
                 const domain::ContractTable& contracts);

} // namespace flowglass::models

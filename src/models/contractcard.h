// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contract.h"
#include "domain/contracttable.h"
#include "domain/time/markettime.h"

#include <QString>

#include <vector>

namespace flowglass::tape {
class ContractTotals;
}

namespace flowglass::models {

enum class CardGroupId { Tape, Terms, Quote, Greeks, Day, OpenInterest, OpenInterestDays };
enum class CardState {
    Live,      // from the stream, always there
    NotAsked,  // nobody asked the provider yet
    Loading,   // asked; rows may show an older answer
    Ready,
    Failed,    // errorText says why; Retry may help
    NotInPlan, // the provider's plan does not include it; Retry does not help
    NotInReplay // not asked for in a replay; neither does it
};

struct CardRow
{
    QString label;
    QString text;         // "not provided" when the provider did not say; never a made-up 0
    bool provided = true; // false: draw it faintly
    QString toolTip;
    bool operator==(const CardRow&) const = default;
};

struct CardGroup
{
    CardGroupId id = CardGroupId::Tape;
    QString title;
    CardState state = CardState::Live;
    QString stateText; // "loading…", "not in your plan"; empty while Live or Ready
    QString ageText;   // "12 s ago"; empty when there is no answer yet
    QString errorText; // for the person; of Failed, NotInPlan and NotInReplay
    std::vector<CardRow> rows;
    bool operator==(const CardGroup&) const = default;
};

// Everything the contract pane says about one contract, as words. A value without any behaviour: the pane
// compares it with what it shows and redraws what differs. A group that is not there has nothing to say.
struct ContractCard
{
    QString title;  // "NVDA 18 Dec 26 150 C"; the raw ticker when it cannot be read
    QString ticker;
    bool adjusted = false;
    std::vector<CardGroup> groups; // in the order of CardGroupId
    bool operator==(const ContractCard&) const = default;
};

// detail: null when the contract was never asked for. now: wall clock, for ages and days to expiry.
ContractCard contractCard(const domain::ContractTable::Entry& entry, const tape::ContractTotals& totals,
                          const domain::ContractDetail* detail, domain::UnixNs now,
                          const domain::ZoneTime& zone);

} // namespace flowglass::models

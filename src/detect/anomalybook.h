// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/core/claims.h"
#include "domain/anomaly.h"

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace flowglass::detect {

// All anomalies of a run, and which stored rows are in them. Keeps the sums and states right; what belongs
// together is decided by the engine. References stay valid.
class AnomalyBook
{
public:
    static constexpr std::size_t kMostPrints = 5'000; // of one anomaly; later ones are left out

    // Open, without prints; without a contract when it is of a whole underlying.
    std::uint32_t raise(std::optional<domain::ContractId> contract, std::string_view root,
                        domain::UnixMs time);
    const domain::Anomaly& anomaly(std::uint32_t id) const { return m_anomalies[id - 1]; }
    std::uint32_t count() const { return std::uint32_t(m_anomalies.size()); }
    bool isOpen(std::uint32_t id) const; // false for 0

    // Each returns whether it changed the anomaly. Revisions are raised with revise().
    bool addPrint(std::uint32_t id, const domain::Trade& trade, std::uint64_t row);
    bool addClaim(std::uint32_t id, Claims::Claim claim); // the score is that of the most surprising one
    bool wantsClaim(std::uint32_t id, domain::AnomalyKind kind, double surprise, const Claims::Basis& basis) const;
    void tag(std::uint32_t id, domain::TagSet tags) { m_anomalies[id - 1].tags.add(tags); }
    void setTags(std::uint32_t id, domain::TagSet tags) { m_anomalies[id - 1].tags = tags; }
    void revise(std::uint32_t id) { ++m_anomalies[id - 1].revision; }

    // The surprise of one kind so far; 0 when it has not spoken.
    double surprise(std::uint32_t id, domain::AnomalyKind kind) const;

    // The print of this row was cancelled, and what was said on the ground of it with it. Returns the
    // anomalies that hold it, each to be settled; 0 for none. Of a contract first, then of an underlying.
    std::array<std::uint32_t, 2> cancel(std::uint64_t row);
    // An order is gone, or smaller: what counted it counts one less. Returns the open anomalies in which anything
    // did, by id, each to be settled; they need not hold a print of it.
    std::vector<std::uint32_t> takeOut(const LostOrder& lost);
    // Withdraws it when no print is left in it, or nothing that flags; else says what is left.
    void settle(std::uint32_t id);
    bool isCancelled(std::uint64_t row) const { return m_cancelled.contains(row); }
    // A standing print with the price and size of `cancel`; empty unless there is exactly one.
    std::optional<std::uint64_t> findPrint(const domain::Trade& cancel) const;

    // An open one before a withdrawn one, then the contract's before the underlying's.
    std::optional<std::uint32_t> ofRow(std::uint64_t row) const;
    std::uint64_t flaggedPrints() const { return m_standing; }

private:
    // A print stands in at most one open anomaly of its contract and one of its underlying.
    struct Holders
    {
        std::uint32_t ofContract = 0;
        std::uint32_t ofUnderlying = 0;
    };
    std::deque<domain::Anomaly> m_anomalies;
    std::deque<Claims> m_claims; // of each
    std::unordered_map<std::uint64_t, Holders> m_byRow;
    std::unordered_set<std::uint64_t> m_cancelled;
    std::uint64_t m_standing = 0;
};

} // namespace flowglass::detect

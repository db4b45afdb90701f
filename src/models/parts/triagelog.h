// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/roles.h"

#include <deque>
#include <utility>
#include <vector>

namespace flowglass::models {

// What the person did with each anomaly (ids from 1), and how to take it back, up to kMaxUndo steps.
class TriageLog
{
public:
    static constexpr std::size_t kMaxUndo = 100;

    Triage of(std::uint32_t id) const;
    // Returns the ids that changed; one undo step when there are any.
    std::vector<std::uint32_t> set(const std::vector<std::uint32_t>& ids, Triage triage);
    bool markSeen(std::uint32_t id); // only a New one; without an undo step
    bool canUndo() const { return !m_undo.empty(); }
    std::vector<std::uint32_t> undo(); // the ids that changed back

    // The ids are others now: by old id - 1, 0 for none. Undo steps go along.
    void renumber(const std::vector<std::uint32_t>& newIds);

    std::size_t touched() const { return m_touched; } // how many are not New

private:
    using Step = std::vector<std::pair<std::uint32_t, Triage>>; // with the state before
    void put(std::uint32_t id, Triage triage);

    std::vector<Triage> m_states; // by id - 1; New beyond the end
    std::deque<Step> m_undo;
    std::size_t m_touched = 0;
};

} // namespace flowglass::models

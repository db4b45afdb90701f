// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/faultstate.h"

#include <algorithm>

namespace flowglass::market {

using std::chrono::milliseconds;

void FaultState::play(const FaultScript& script, milliseconds now)
{
    for (const FaultScript::Step& step : script.steps)
        m_due.push_back({now + step.at, step.fault});
    std::ranges::stable_sort(m_due, {}, &FaultScript::Step::at);
}

std::vector<FaultState::Change> FaultState::advance(milliseconds now)
{
    std::vector<Change> changes;
    while (!m_due.empty() && m_due.front().at <= now) {
        const FaultScript::Step step = m_due.front();
        m_due.erase(m_due.begin());
        endUpTo(step.at, changes);
        std::erase_if(m_active, [&](const Active& active) { return active.fault.kind == step.fault.kind; });
        if (step.fault.lasts.count() > 0)
            m_active.push_back({step.fault, step.at + step.fault.lasts});
        changes.push_back({step.fault, true});
    }
    endUpTo(now, changes);
    return changes;
}

void FaultState::endUpTo(milliseconds now, std::vector<Change>& changes)
{
    const auto first = [this] { return std::ranges::min_element(m_active, {}, &Active::until); };
    for (auto it = first(); it != m_active.end() && it->until <= now; it = first()) {
        changes.push_back({it->fault, false});
        m_active.erase(it);
    }
}

const Fault* FaultState::active(FaultKind kind) const
{
    const auto it = std::ranges::find_if(m_active, [kind](const Active& a) { return a.fault.kind == kind; });
    return it == m_active.end() ? nullptr : &it->fault;
}

const Fault* FaultState::active(FaultSide side) const
{
    const auto it
        = std::ranges::find_if(m_active, [side](const Active& a) { return infoOf(a.fault.kind).side == side; });
    return it == m_active.end() ? nullptr : &it->fault;
}

} // namespace flowglass::market

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/triagelog.h"

#include <utility>

namespace flowglass::models {

Triage TriageLog::of(std::uint32_t id) const
{
    return id == 0 || id > m_states.size() ? Triage::New : m_states[id - 1];
}

void TriageLog::put(std::uint32_t id, Triage triage)
{
    if (id > m_states.size())
        m_states.resize(id, Triage::New);
    m_touched -= of(id) == Triage::New ? 0U : 1U;
    m_states[id - 1] = triage;
    m_touched += triage == Triage::New ? 0U : 1U;
}

std::vector<std::uint32_t> TriageLog::set(const std::vector<std::uint32_t>& ids, Triage triage)
{
    Step step;
    std::vector<std::uint32_t> changed;
    for (const std::uint32_t id : ids) {
        if (id == 0 || of(id) == triage)
            continue;
        step.emplace_back(id, of(id));
        changed.push_back(id);
        put(id, triage);
    }
    if (step.empty())
        return changed;
    m_undo.push_back(std::move(step));
    if (m_undo.size() > kMaxUndo)
        m_undo.pop_front();
    return changed;
}

void TriageLog::renumber(const std::vector<std::uint32_t>& newIds)
{
    const auto idNow = [&newIds](std::uint32_t id) { return id <= newIds.size() ? newIds[id - 1] : 0U; };
    const std::vector<Triage> before = std::exchange(m_states, {});
    m_touched = 0;
    for (std::uint32_t id = 1; id <= before.size(); ++id) {
        if (const std::uint32_t now = idNow(id); now != 0)
            put(now, before[id - 1]);
    }
    for (Step& step : m_undo) {
        for (auto& [id, state] : step)
            id = idNow(id);
        std::erase_if(step, [](const auto& change) { return change.first == 0; });
    }
    std::erase_if(m_undo, [](const Step& step) { return step.empty(); });
}

bool TriageLog::markSeen(std::uint32_t id)
{
    if (id == 0 || of(id) != Triage::New)
        return false;
    put(id, Triage::Seen);
    return true;
}

std::vector<std::uint32_t> TriageLog::undo()
{
    std::vector<std::uint32_t> changed;
    if (m_undo.empty())
        return changed;
    for (const auto& [id, before] : m_undo.back()) {
        put(id, before);
        changed.push_back(id);
    }
    m_undo.pop_back();
    return changed;
}

} // namespace flowglass::models

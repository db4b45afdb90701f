// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/routing/timegate.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace flowglass::session {

using domain::Trade;

void TimeGate::pass(domain::UnixNs receipt, std::vector<Trade>& trades, std::vector<Trade>& refused)
{
    advance(receipt);
    std::size_t usual = 0;
    if (m_held.empty()) {
        for (; usual < trades.size() && isUsual(offset(trades[usual])); ++usual)
            learn(offset(trades[usual]));
        m_isSettled = m_isSettled || usual > 0;
    }
    if (usual == trades.size())
        return;
    const std::vector<Trade> rest(trades.begin() + std::ptrdiff_t(usual), trades.end());
    trades.resize(usual);
    for (const Trade& trade : rest)
        sift(trade, trades, refused);
}

// A clock that is put back makes no trade early.
void TimeGate::advance(domain::UnixNs receipt)
{
    const std::int64_t now = domain::lossyToMs(receipt).value;
    m_now = m_frame == 0 ? now : m_now + std::max<std::int64_t>(now - m_lastReceipt, 0);
    m_lasting.advance(m_now);
    m_lastReceipt = now;
    ++m_frame;
}

void TimeGate::sift(const Trade& trade, std::vector<Trade>& admitted, std::vector<Trade>& refused)
{
    const std::int64_t at = offset(trade);
    if (!isUsual(at) && !m_held.empty() && agrees(at)) {
        if (m_isSettled && m_heldFrame == m_frame)
            return hold(trade);
        std::ranges::move(std::exchange(m_held, {}), std::back_inserter(admitted));
        m_usual = RecentPeak(m_heldOffset);
        m_isSettled = true;
    }
    close(refused);
    if (!isUsual(at))
        return hold(trade);
    learn(at);
    m_isSettled = true;
    admitted.push_back(trade);
}

void TimeGate::hold(const Trade& trade)
{
    m_held.push_back(trade);
    m_heldOffset = offset(trade);
    m_heldFrame = m_frame;
}

void TimeGate::close(std::vector<Trade>& refused)
{
    std::ranges::move(std::exchange(m_held, {}), std::back_inserter(refused));
}

} // namespace flowglass::session

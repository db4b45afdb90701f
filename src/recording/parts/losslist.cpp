// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/parts/losslist.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::recording {

namespace {

void append(std::vector<Loss>& losses, const Loss& loss)
{
    if (std::ranges::find(losses, loss) != losses.end())
        return;
    if (losses.size() < LossList::kMost)
        losses.push_back(loss);
    else
        losses.back().bytes += loss.bytes;
}

} // namespace

void LossList::add(const Loss& loss)
{
    endLines();
    append(m_losses, loss);
}

void LossList::addLine(qint64 block, qsizetype bytes)
{
    if (m_lines && m_lines->offset != block)
        endLines();
    if (!m_lines)
        m_lines =
            Loss{block, 0, QCoreApplication::translate("flowglass::recording", "lines that cannot be read")};
    m_lines->bytes += bytes;
}

std::vector<Loss> LossList::all() const
{
    std::vector<Loss> all = m_losses;
    if (m_lines)
        append(all, *m_lines);
    return all;
}

void LossList::endLines()
{
    if (m_lines)
        append(m_losses, *std::exchange(m_lines, std::nullopt));
}

} // namespace flowglass::recording

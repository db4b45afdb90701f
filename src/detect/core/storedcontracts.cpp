// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/core/storedcontracts.h"

#include <algorithm>

namespace flowglass::detect {

void StoredContracts::set(const QByteArray& text, std::vector<Entry> entries)
{
    m_text = text;
    m_entries = std::move(entries);
    std::ranges::sort(m_entries, {}, [](const Entry& entry) { return keyOf(entry.symbol); });
}

QByteArrayView StoredContracts::take(const domain::OptionSymbol& symbol)
{
    const auto found = std::ranges::lower_bound(m_entries, keyOf(symbol), {},
                                                [](const Entry& entry) { return keyOf(entry.symbol); });
    if (found == m_entries.end() || found->symbol != symbol || found->taken)
        return {};
    found->taken = true;
    return record(*found);
}

QByteArrayView StoredContracts::record(const Entry& entry) const
{
    return QByteArrayView(m_text).sliced(qsizetype(entry.begin), qsizetype(entry.end - entry.begin));
}

} // namespace flowglass::detect

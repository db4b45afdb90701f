// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/anomaly.h"

#include <array>

namespace flowglass::domain {

const char* kindWord(AnomalyKind kind)
{
    static constexpr std::array<const char*, std::size_t(AnomalyKind::Count)> kWords = {
        "size", "sweep", "activity", "price", "repeat", "surge"};
    return kWords.at(std::size_t(kind));
}

QString kindWords(KindSet kinds, QLatin1Char separator)
{
    QString text;
    for (unsigned kind = 0; kind < unsigned(AnomalyKind::Count); ++kind) {
        if (!kinds.has(AnomalyKind(kind)))
            continue;
        if (!text.isEmpty())
            text += separator;
        text += QLatin1String(kindWord(AnomalyKind(kind)));
    }
    return text;
}

ContractId Anomaly::leadingContract() const
{
    if (contract)
        return *contract;
    for (const Evidence& reason : evidence) {
        if (!reason.busiest.empty())
            return reason.busiest.front().contract;
    }
    return prints.empty() ? ContractId{} : prints.front().trade.contract;
}

std::vector<const AnomalyPrint*> Anomaly::standingPrints() const
{
    std::vector<const AnomalyPrint*> standing;
    standing.reserve(prints.size());
    for (const AnomalyPrint& print : prints) {
        if (state == State::Withdrawn || !print.cancelled)
            standing.push_back(&print);
    }
    return standing;
}

std::uint64_t Anomaly::size() const
{
    std::uint64_t total = 0;
    for (const AnomalyPrint* print : standingPrints())
        total += print->trade.size;
    return total;
}

Premium Anomaly::premium(std::int64_t sharesPerContract) const
{
    Premium total;
    for (const AnomalyPrint* print : standingPrints())
        total += print->trade.premium(sharesPerContract);
    return total;
}

} // namespace flowglass::domain

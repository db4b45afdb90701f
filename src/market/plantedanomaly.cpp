// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/plantedanomaly.h"

#include <QJsonArray>

namespace flowglass::market {

const char* toWord(PlantedAnomaly::Kind kind)
{
    switch (kind) {
    case PlantedAnomaly::Kind::Block: return "block";
    case PlantedAnomaly::Kind::Sweep: return "sweep";
    case PlantedAnomaly::Kind::Burst: return "burst";
    case PlantedAnomaly::Kind::Price: return "price";
    }
    return "";
}

const char* toWord(PlantedAnomaly::Strength strength)
{
    switch (strength) {
    case PlantedAnomaly::Strength::Weak: return "weak";
    case PlantedAnomaly::Strength::Medium: return "medium";
    case PlantedAnomaly::Strength::Strong: return "strong";
    }
    return "";
}

QJsonObject toJson(const PlantedAnomaly& planted)
{
    QJsonArray sequences;
    for (const std::uint64_t sequence : planted.sequences)
        sequences.append(qint64(sequence));
    return {{QStringLiteral("kind"), QLatin1String(toWord(planted.kind))},
            {QStringLiteral("strength"), QLatin1String(toWord(planted.strength))},
            {QStringLiteral("ticker"), QString::fromStdString(planted.ticker)},
            {QStringLiteral("from_ms"), qint64(planted.from.value)},
            {QStringLiteral("to_ms"), qint64(planted.to.value)},
            {QStringLiteral("sequences"), sequences}};
}

} // namespace flowglass::market

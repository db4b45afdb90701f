// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conditions.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::domain {

namespace {

enum Trait : std::uint16_t {
    Cancel = 1, Late = 2, MultiLeg = 4, StockTied = 8, Cross = 16, Floor = 32, Auction = 64, Sweep = 128,
    Extended = 256, Compression = 512, Proprietary = 1024, Reopening = 2048
};

struct Row
{
    std::uint8_t id;
    const char* code;
    const char* text;
    unsigned traits;
};

// All 33 OPRA trade conditions, by the provider's id (201 = 'A', 227 = 'a').
constexpr std::array kRows = {
    Row{201, "CANC", QT_TRANSLATE_NOOP("Condition", "Cancelled"), Cancel},
    Row{202, "OSEQ", QT_TRANSLATE_NOOP("Condition", "Late, out of sequence"), Late},
    Row{203, "CNCL", QT_TRANSLATE_NOOP("Condition", "Last trade cancelled"), Cancel},
    Row{204, "LATE", QT_TRANSLATE_NOOP("Condition", "Late"), Late},
    Row{205, "CNCO", QT_TRANSLATE_NOOP("Condition", "Opening trade cancelled"), Cancel},
    Row{206, "OPEN", QT_TRANSLATE_NOOP("Condition", "Opening trade, late, out of sequence"), Late},
    Row{207, "CNOL", QT_TRANSLATE_NOOP("Condition", "Only trade cancelled"), Cancel},
    Row{208, "OPNL", QT_TRANSLATE_NOOP("Condition", "Opening trade, late"), Late},
    Row{209, "AUTO", QT_TRANSLATE_NOOP("Condition", "Automatic"), 0},
    Row{210, "REOP", QT_TRANSLATE_NOOP("Condition", "Reopening"), Reopening},
    Row{219, "ISOI", QT_TRANSLATE_NOOP("Condition", "Intermarket sweep"), Sweep},
    Row{227, "SLAN", QT_TRANSLATE_NOOP("Condition", "Single-leg auction"), Auction},
    Row{228, "SLAI", QT_TRANSLATE_NOOP("Condition", "Single-leg auction, sweep"), Auction | Sweep},
    Row{229, "SLCN", QT_TRANSLATE_NOOP("Condition", "Single-leg cross"), Cross},
    Row{230, "SLCI", QT_TRANSLATE_NOOP("Condition", "Single-leg cross, sweep"), Cross | Sweep},
    Row{231, "SLFT", QT_TRANSLATE_NOOP("Condition", "Single-leg floor"), Floor},
    Row{232, "MLET", QT_TRANSLATE_NOOP("Condition", "Multi-leg"), MultiLeg},
    Row{233, "MLAT", QT_TRANSLATE_NOOP("Condition", "Multi-leg auction"), MultiLeg | Auction},
    Row{234, "MLCT", QT_TRANSLATE_NOOP("Condition", "Multi-leg cross"), MultiLeg | Cross},
    Row{235, "MLFT", QT_TRANSLATE_NOOP("Condition", "Multi-leg floor"), MultiLeg | Floor},
    Row{236, "MESL", QT_TRANSLATE_NOOP("Condition", "Multi-leg against single legs"), MultiLeg},
    Row{237, "TLAT", QT_TRANSLATE_NOOP("Condition", "Stock-option auction"), StockTied | Auction},
    Row{238, "MASL", QT_TRANSLATE_NOOP("Condition", "Multi-leg auction against single legs"),
        MultiLeg | Auction},
    Row{239, "MFSL", QT_TRANSLATE_NOOP("Condition", "Multi-leg floor against single legs"), MultiLeg | Floor},
    Row{240, "TLET", QT_TRANSLATE_NOOP("Condition", "Stock-option"), StockTied},
    Row{241, "TLCT", QT_TRANSLATE_NOOP("Condition", "Stock-option cross"), StockTied | Cross},
    Row{242, "TLFT", QT_TRANSLATE_NOOP("Condition", "Stock-option floor"), StockTied | Floor},
    Row{243, "TESL", QT_TRANSLATE_NOOP("Condition", "Stock-option against single legs"), StockTied},
    Row{244, "TASL", QT_TRANSLATE_NOOP("Condition", "Stock-option auction against single legs"),
        StockTied | Auction},
    Row{245, "TFSL", QT_TRANSLATE_NOOP("Condition", "Stock-option floor against single legs"),
        StockTied | Floor},
    Row{246, "CBMO", QT_TRANSLATE_NOOP("Condition", "Multi-leg floor, proprietary"),
        MultiLeg | Floor | Proprietary},
    Row{247, "MCTP", QT_TRANSLATE_NOOP("Condition", "Multilateral compression"), Compression | Proprietary},
    Row{248, "EXHT", QT_TRANSLATE_NOOP("Condition", "Extended hours"), Extended},
};

const Row* row(std::uint8_t id)
{
    const auto found = std::ranges::find(kRows, id, &Row::id);
    return found == kRows.end() ? nullptr : &*found;
}

constexpr std::array<std::uint16_t, 256> traitTable()
{
    std::array<std::uint16_t, 256> table{};
    for (const Row& known : kRows)
        table[known.id] = std::uint16_t(known.traits);
    return table;
}
constexpr auto kTraits = traitTable();

unsigned traitBits(Conditions conditions)
{
    unsigned bits = 0;
    for (const std::uint8_t code : conditions.codes())
        bits |= kTraits[code];
    return bits;
}

QString unknownText(std::uint8_t id)
{
    return id == Conditions::kOutOfRange ? QStringLiteral("#?") : QLatin1Char('#') + QString::number(id);
}

template <class Name>
QString joined(Conditions conditions, QLatin1String separator, Name name)
{
    QString text;
    for (const std::uint8_t code : conditions.codes()) {
        if (code == 0)
            break;
        const Row* known = row(code);
        if (!text.isEmpty())
            text += separator;
        text += known == nullptr ? unknownText(code) : name(*known);
    }
    return text;
}

} // namespace

ConditionTraits traitsOf(Conditions conditions)
{
    const unsigned bits = traitBits(conditions);
    ConditionTraits traits;
    traits.cancel = (bits & Cancel) != 0;
    traits.late = (bits & Late) != 0;
    traits.multiLeg = (bits & MultiLeg) != 0;
    traits.stockTied = (bits & StockTied) != 0;
    traits.cross = (bits & Cross) != 0;
    traits.floor = (bits & Floor) != 0;
    traits.auction = (bits & Auction) != 0;
    traits.sweepOrder = (bits & Sweep) != 0;
    traits.extendedHours = (bits & Extended) != 0;
    traits.compression = (bits & Compression) != 0;
    traits.proprietaryFloor = (bits & Proprietary) != 0;
    traits.reopening = (bits & Reopening) != 0;
    return traits;
}

QString conditionCodes(Conditions conditions)
{
    return joined(conditions, QLatin1String(";"), [](const Row& known) { return QString::fromLatin1(known.code); });
}

QString conditionText(Conditions conditions)
{
    return joined(conditions, QLatin1String(", "),
                  [](const Row& known) { return QCoreApplication::translate("Condition", known.text); });
}

bool updatesVolume(Conditions conditions)
{
    return std::ranges::none_of(conditions.codes(), [](std::uint8_t code) { return code >= 201 && code <= 207; });
}

} // namespace flowglass::domain

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/tradecells.h"

#include <QCoreApplication>

namespace flowglass::models {

namespace {

QString say(const char* text) { return QCoreApplication::translate("TradeCells", text); }

QString title(TradeCells::Cell cell, const QString& zone)
{
    using Cell = TradeCells::Cell;
    switch (cell) {
    case Cell::Time:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Time (%1)")).arg(zone);
    case Cell::Contract:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Contract"));
    case Cell::Dte:
        return say(QT_TRANSLATE_NOOP("TradeCells", "DTE"));
    case Cell::Price:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Price"));
    case Cell::Size:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Size"));
    case Cell::Premium:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Premium"));
    case Cell::Exchange:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Exchange"));
    case Cell::Conditions:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Conditions"));
    case Cell::Flag:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Flag"));
    }
    return {};
}

QString explained(TradeCells::Cell cell, const QString& zone)
{
    using Cell = TradeCells::Cell;
    switch (cell) {
    case Cell::Time:
        return say(QT_TRANSLATE_NOOP("TradeCells", "When the print was reported, in %1 time")).arg(zone);
    case Cell::Contract:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Root, expiry, strike, and C for call or P for put"));
    case Cell::Dte:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Days to expiry, from the print's trading day in New York"));
    case Cell::Price:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Dollars per share"));
    case Cell::Size:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Contracts"));
    case Cell::Premium:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Price × size × shares per contract, in dollars"));
    case Cell::Exchange:
        return say(QT_TRANSLATE_NOOP("TradeCells", "Where it was reported; the raw code is in each cell's tooltip"));
    case Cell::Conditions:
        return say(QT_TRANSLATE_NOOP("TradeCells", "How it was traded, as the exchange reported it; the raw codes "
                                                   "are in each cell's tooltip"));
    case Cell::Flag:
        return say(QT_TRANSLATE_NOOP("TradeCells", "What makes this print unusual; each cell's tooltip says why"));
    }
    return {};
}

} // namespace

QVariant TradeCells::header(Cell cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return title(cell, m_zone.name());
    case Qt::ToolTipRole:
        return explained(cell, m_zone.name());
    case Qt::AccessibleTextRole:
        return title(cell, m_zone.name());
    case Qt::TextAlignmentRole:
        return cellAlignment(cell == Cell::Dte || cell == Cell::Price || cell == Cell::Size
                             || cell == Cell::Premium);
    default:
        return {};
    }
}

} // namespace flowglass::models

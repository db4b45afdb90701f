// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/tradecells.h"

#include "detect/engine.h"
#include "domain/anomalytext.h"
#include "domain/exchanges.h"
#include "models/roles.h"

#include <QCoreApplication>
#include <QFont>

namespace flowglass::models {

namespace {

// Far above the combinations that exchanges use; a feed that invents them costs only the look-up.
constexpr int kMaxConditionTexts = 1024;

QString say(const char* text) { return QCoreApplication::translate("TradeCells", text); }

bool isNumber(TradeCells::Cell cell)
{
    using Cell = TradeCells::Cell;
    return cell == Cell::Dte || cell == Cell::Price || cell == Cell::Size || cell == Cell::Premium;
}

int rightOf(const domain::ContractTable::Entry& contract)
{
    if (!contract.symbol)
        return int(RowRight::None);
    return int(contract.symbol->right == domain::Right::Call ? RowRight::Call : RowRight::Put);
}

quint32 packed(domain::Conditions conditions)
{
    quint32 bits = 0;
    for (const std::uint8_t code : conditions.codes())
        bits = bits << 8 | code;
    return bits;
}

} // namespace

QVariant cellAlignment(bool number)
{
    return QVariant::fromValue(int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

QVariant struckFont()
{
    QFont font;
    font.setStrikeOut(true);
    return font;
}

quint32 kindBits(domain::KindSet kinds)
{
    quint32 bits = 0;
    for (unsigned kind = 0; kind < unsigned(domain::AnomalyKind::Count); ++kind) {
        if (kinds.has(domain::AnomalyKind(kind)))
            bits |= 1U << kind;
    }
    return bits;
}

QString contractName(const domain::ContractTable::Entry& contract)
{
    if (!contract.symbol)
        return QString::fromStdString(contract.ticker);
    const QString label = domain::contractLabel(*contract.symbol);
    if (!contract.symbol->isAdjusted())
        return label;
    return say(QT_TRANSLATE_NOOP("TradeCells", "%1 (adj.)")).arg(label);
}

QString anomalySubject(const domain::Anomaly& anomaly, const domain::ContractTable::Entry& leading)
{
    if (anomaly.isOfUnderlying())
        return say(QT_TRANSLATE_NOOP("TradeCells", "%1 options")).arg(QString::fromStdString(anomaly.root));
    return contractName(leading);
}

QString spokenContract(const domain::ContractTable::Entry& contract)
{
    if (!contract.symbol)
        return QString::fromStdString(contract.ticker);
    QString label = domain::contractLabel(*contract.symbol);
    label.chop(1); // the letter C or P
    label += contract.symbol->right == domain::Right::Call ? say(QT_TRANSLATE_NOOP("TradeCells", "call"))
                                                           : say(QT_TRANSLATE_NOOP("TradeCells", "put"));
    return contract.symbol->isAdjusted() ? say(QT_TRANSLATE_NOOP("TradeCells", "%1, adjusted")).arg(label) : label;
}

QString contractToolTip(const domain::ContractTable::Entry& contract)
{
    const QString ticker = QString::fromStdString(contract.ticker);
    if (!contract.symbol)
        return say(QT_TRANSLATE_NOOP("TradeCells", "%1: this symbol cannot be read")).arg(ticker);
    if (!contract.symbol->isAdjusted())
        return ticker;
    return say(QT_TRANSLATE_NOOP("TradeCells", "%1: adjusted after a corporate action; it does not deliver the "
                                               "standard 100 shares"))
        .arg(ticker);
}

TradeCells::TradeCells(const domain::ContractTable& contracts, const detect::Engine& engine)
    : m_contracts(contracts), m_engine(engine)
{
    for (std::size_t kind = 0; kind < m_kindNames.size(); ++kind)
        m_kindNames[kind] = domain::kindName(domain::AnomalyKind(kind), domain::Wording::Translated);
}

quint32 TradeCells::standingFlag(std::uint64_t row) const
{
    const auto id = m_engine.anomalyOfRow(row);
    if (!id || m_engine.anomaly(*id).state == domain::Anomaly::State::Withdrawn || m_engine.isCancelledRow(row))
        return 0;
    return *id;
}

QString TradeCells::kindNames(domain::KindSet kinds) const
{
    QString names;
    for (std::size_t kind = 0; kind < m_kindNames.size(); ++kind) {
        if (!kinds.has(domain::AnomalyKind(kind)))
            continue;
        if (!names.isEmpty())
            names += QLatin1String(", ");
        names += m_kindNames[kind];
    }
    return names;
}

QVariant TradeCells::data(const domain::Trade& trade, std::uint64_t row, Cell cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(trade, row, cell);
    case Qt::ToolTipRole:
        return toolTip(trade, row, cell);
    case Qt::AccessibleTextRole:
        return spoken(trade, row, cell);
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(cell));
    case Qt::FontRole:
        return m_engine.isCancelledRow(row) ? struckFont() : QVariant();
    case ValueRole:
        return value(trade, row, cell);
    case RightRole:
        return rightOf(m_contracts[trade.contract]);
    case FlagRole:
        return standingFlag(row);
    case KindsRole: {
        const quint32 flag = standingFlag(row);
        return flag == 0 ? 0U : kindBits(m_engine.anomaly(flag).kinds);
    }
    case RowKindRole:
        return int(RowKind::Trade);
    case HighlightRole:
        return false;
    case CancelledRole:
        return m_engine.isCancelledRow(row);
    case AdjustedRole: {
        const auto& symbol = m_contracts[trade.contract].symbol;
        return symbol && symbol->isAdjusted();
    }
    case StoreRowRole:
        return qulonglong(row);
    case ContractRole:
        return trade.contract.value;
    default:
        return {};
    }
}

QString TradeCells::text(const domain::Trade& trade, std::uint64_t row, Cell cell) const
{
    switch (cell) {
    case Cell::Time:
        return m_zone.timeText(trade.time());
    case Cell::Contract:
        return contractName(m_contracts[trade.contract]);
    case Cell::Dte: {
        const auto& symbol = m_contracts[trade.contract].symbol;
        return symbol ? QString::number(domain::daysToExpiry(symbol->expiryDay, trade.time(), m_newYork))
                      : QString();
    }
    case Cell::Price:
        return m_numbers.price(trade.price);
    case Cell::Size:
        return m_numbers.whole(trade.size);
    case Cell::Premium:
        return m_numbers.money(trade.premium(m_shares.of(trade.contract)));
    case Cell::Exchange:
        return domain::exchangeName(trade.exchange());
    case Cell::Conditions:
        return conditionsText(trade.conditions);
    case Cell::Flag:
        return flagText(row);
    }
    return {};
}

QString TradeCells::conditionsText(domain::Conditions conditions) const
{
    const quint32 key = packed(conditions);
    const auto known = m_conditionTexts.constFind(key);
    if (known != m_conditionTexts.constEnd())
        return *known;
    if (m_conditionTexts.size() >= kMaxConditionTexts)
        m_conditionTexts.clear();
    return *m_conditionTexts.insert(key, domain::conditionText(conditions));
}

QString TradeCells::flagText(std::uint64_t row) const
{
    if (m_engine.isCancelledRow(row))
        return say(QT_TRANSLATE_NOOP("TradeCells", "Cancelled"));
    const quint32 flag = standingFlag(row);
    return flag == 0 ? QString() : kindNames(m_engine.anomaly(flag).kinds);
}

QString TradeCells::toolTip(const domain::Trade& trade, std::uint64_t row, Cell cell) const
{
    switch (cell) {
    case Cell::Time:
        return m_zone.isoText(trade.time());
    case Cell::Contract:
        return contractToolTip(m_contracts[trade.contract]);
    case Cell::Premium: {
        const std::int64_t shares = m_shares.of(trade.contract);
        return say(QT_TRANSLATE_NOOP("TradeCells", "%1 = %2 × %3 contracts × %4 shares"))
            .arg(m_numbers.moneyExact(trade.premium(shares)), m_numbers.price(trade.price),
                 m_numbers.whole(trade.size), m_numbers.whole(std::uint64_t(shares)));
    }
    case Cell::Exchange:
        return trade.exchange().value == 0 ? say(QT_TRANSLATE_NOOP("TradeCells", "not provided"))
                                           : QStringLiteral("%1 (%2)")
                                                 .arg(domain::exchangeMic(trade.exchange()))
                                                 .arg(trade.exchange().value);
    case Cell::Conditions:
        return domain::conditionCodes(trade.conditions);
    case Cell::Flag: {
        const auto id = m_engine.anomalyOfRow(row);
        return id ? domain::explanation(m_engine.anomaly(*id), domain::Wording::Translated) : QString();
    }
    case Cell::Dte:
    case Cell::Price:
    case Cell::Size:
        break;
    }
    return {};
}

QString TradeCells::spoken(const domain::Trade& trade, std::uint64_t row, Cell cell) const
{
    if (cell == Cell::Contract)
        return spokenContract(m_contracts[trade.contract]);
    if (cell != Cell::Flag)
        return text(trade, row, cell);
    if (standingFlag(row) != 0)
        return say(QT_TRANSLATE_NOOP("TradeCells", "Flagged: %1")).arg(flagText(row));
    return m_engine.isCancelledRow(row) ? flagText(row) : say(QT_TRANSLATE_NOOP("TradeCells", "Not flagged"));
}

QVariant TradeCells::value(const domain::Trade& trade, std::uint64_t row, Cell cell) const
{
    switch (cell) {
    case Cell::Time:
        return qlonglong(trade.time().value);
    case Cell::Contract:
        return QString::fromStdString(m_contracts[trade.contract].ticker);
    case Cell::Dte: {
        const auto& symbol = m_contracts[trade.contract].symbol;
        return symbol ? QVariant(domain::daysToExpiry(symbol->expiryDay, trade.time(), m_newYork)) : QVariant();
    }
    case Cell::Price:
        return trade.price.lossyDollars();
    case Cell::Size:
        return trade.size;
    case Cell::Premium:
        return trade.premium(m_shares.of(trade.contract)).lossyDollars();
    case Cell::Exchange:
        return domain::exchangeMic(trade.exchange());
    case Cell::Conditions:
        return domain::conditionCodes(trade.conditions);
    case Cell::Flag:
        return standingFlag(row);
    }
    return {};
}

} // namespace flowglass::models

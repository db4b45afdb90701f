// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/anomalymodel.h"

#include "detect/engine.h"
#include "domain/anomalytext.h"
#include "models/parts/columnheader.h"
#include "models/parts/tradecells.h"

namespace flowglass::models {

using domain::Anomaly;

namespace {

bool isNumber(AnomalyModel::Column column)
{
    using Column = AnomalyModel::Column;
    return column == Column::Score || column == Column::Size || column == Column::Premium;
}

QString triageName(Triage triage)
{
    switch (triage) {
    case Triage::New:
        return AnomalyModel::tr("New");
    case Triage::Seen:
        return AnomalyModel::tr("Seen");
    case Triage::Starred:
        return AnomalyModel::tr("Starred");
    case Triage::Dismissed:
        return AnomalyModel::tr("Dismissed");
    }
    return {};
}

QString toolTip(const Anomaly& anomaly, const std::vector<TagChip>& chips)
{
    QStringList words;
    for (const TagChip& chip : chips)
        words << chip.text;
    const QString sentence = domain::explanation(anomaly, domain::Wording::Translated);
    return words.isEmpty() ? sentence : sentence + QLatin1Char('\n') + words.join(QStringLiteral(" · "));
}

} // namespace

const AnomalyModel::Sums& AnomalyModel::sums(const Anomaly& anomaly) const
{
    Sums& known = m_sums[anomaly.id];
    const std::int64_t shares = m_shares.of(anomaly.leadingContract());
    if (known.revision != anomaly.revision || known.shares != shares)
        known = {anomaly.revision, shares, anomaly.size(), anomaly.premium(shares)};
    return known;
}

QVariant AnomalyModel::data(const QModelIndex& index, int role) const
{
    const quint32 id = idAt(index);
    if (id == 0)
        return {};
    const Anomaly& anomaly = m_engine.anomaly(id);
    const domain::ContractTable::Entry& contract = m_contracts[anomaly.leadingContract()];
    const auto column = Column(index.column());
    const bool withdrawn = anomaly.state == Anomaly::State::Withdrawn;
    switch (role) {
    case Qt::DisplayRole:
        return text(anomaly, column);
    case Qt::ToolTipRole:
        return toolTip(anomaly, chips(id));
    case Qt::AccessibleTextRole:
        return spoken(anomaly, column);
    case Qt::TextAlignmentRole:
        return cellAlignment(isNumber(column));
    case Qt::FontRole:
        return withdrawn && column != Column::State && column != Column::Kinds ? struckFont() : QVariant();
    case ValueRole:
        return value(anomaly, column);
    case RightRole:
        return int(!contract.symbol || anomaly.isOfUnderlying()     ? RowRight::None
                   : contract.symbol->right == domain::Right::Call ? RowRight::Call
                                                                   : RowRight::Put);
    case FlagRole:
        return withdrawn ? 0U : id;
    case KindsRole:
        return kindBits(anomaly.kinds);
    case StateRole:
        return int(m_triage.of(id));
    case CancelledRole:
        return withdrawn;
    case AdjustedRole:
        return contract.symbol && contract.symbol->isAdjusted();
    case ContractRole:
        return anomaly.leadingContract().value;
    case AnomalyIdRole:
        return id;
    case HeatRole:
        return column == Column::Premium ? tierHeat(sums(anomaly).premium) : QVariant();
    default:
        return {};
    }
}

QString AnomalyModel::text(const Anomaly& anomaly, Column column) const
{
    switch (column) {
    case Column::Time:
        return m_zone.timeText(anomaly.time);
    case Column::Contract:
        return anomalySubject(anomaly, m_contracts[anomaly.leadingContract()]);
    case Column::Kinds: {
        QString names;
        for (std::size_t kind = 0; kind < m_kindNames.size(); ++kind) {
            if (anomaly.kinds.has(domain::AnomalyKind(kind)))
                names += (names.isEmpty() ? QString() : QStringLiteral(", ")) + m_kindNames[kind];
        }
        if (anomaly.isPackage())
            names = tr("%1 (multi-leg)").arg(names);
        const domain::TagSet tags = this->tags(anomaly);
        if (tags.has(domain::AnomalyTag::Golden))
            names = tr("%1 (golden)").arg(names);
        else if (tags.has(domain::AnomalyTag::Opening))
            names = tr("%1 (opening)").arg(names);
        if (tags.has(domain::AnomalyTag::Late))
            names = tr("%1, late").arg(names);
        return anomaly.state == Anomaly::State::Withdrawn ? tr("busted: %1").arg(names) : names;
    }
    case Column::Score:
        return m_numbers.decimal(anomaly.score, 2);
    case Column::Size:
        return m_numbers.whole(sums(anomaly).size);
    case Column::Premium:
        return m_numbers.money(sums(anomaly).premium);
    case Column::State: {
        const QString triage = triageName(m_triage.of(anomaly.id));
        return anomaly.state == Anomaly::State::Withdrawn ? tr("%1, withdrawn").arg(triage) : triage;
    }
    case Column::Count:
        break;
    }
    return {};
}

domain::TagSet AnomalyModel::tags(const Anomaly& anomaly) const
{
    domain::TagSet tags = anomaly.tags;
    if (const auto known = m_tags.find(anomaly.id); known != m_tags.end())
        tags.add(known->second);
    if (m_marks.isGolden(anomaly, tags, sums(anomaly).premium))
        tags.add(domain::AnomalyTag::Golden);
    return tags;
}

// The share of the tiers that it reaches, in per cent.
QVariant AnomalyModel::tierHeat(domain::Premium premium) const
{
    const int tier = m_marks.tier(premium);
    return tier == 0 ? QVariant() : QVariant(100 * tier / int(m_marks.tiers.size()));
}

QString AnomalyModel::spoken(const Anomaly& anomaly, Column column) const
{
    return column == Column::Contract && anomaly.contract ? spokenContract(m_contracts[*anomaly.contract])
                                                          : text(anomaly, column);
}

QVariant AnomalyModel::value(const Anomaly& anomaly, Column column) const
{
    switch (column) {
    case Column::Time:
        return qlonglong(anomaly.time.value);
    case Column::Contract:
        return anomaly.contract ? QString::fromStdString(m_contracts[*anomaly.contract].ticker)
                                : QString::fromStdString(anomaly.root);
    case Column::Kinds:
        return domain::kindWords(anomaly.kinds, QLatin1Char(';'));
    case Column::Score:
        return anomaly.score;
    case Column::Size:
        return qulonglong(sums(anomaly).size);
    case Column::Premium:
        return sums(anomaly).premium.lossyDollars();
    case Column::State:
        return int(m_triage.of(anomaly.id));
    case Column::Count:
        break;
    }
    return {};
}

QVariant AnomalyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    const auto header = [&]() -> ColumnHeader {
        switch (Column(section)) {
        case Column::Time:
            return {tr("Time (%1)").arg(m_zone.name()),
                    tr("When the print that raised it was reported, in %1 time").arg(m_zone.name())};
        case Column::Contract:
            return {tr("Contract"), tr("Root, expiry, strike, and C for call or P for put")};
        case Column::Kinds:
            return {tr("Kinds"), tr("Which detectors found it unusual")};
        case Column::Score:
            return {tr("Score"), tr("How unusual, on the one scale of all detectors: in 100,000 ordinary trades 5 is reached about 18 times, "
                                 "6 about 3 times. The card shows how it is made")};
        case Column::Size:
            return {tr("Size"), tr("Contracts in all its prints that stand")};
        case Column::Premium:
            return {tr("Premium"), tr("Price × size × shares per contract of these prints, in dollars")};
        case Column::State:
            return {tr("State"), tr("What you did with it: new, seen, starred or dismissed")};
        case Column::Count:
            break;
        }
        return {};
    };
    return header().data(role, isNumber(Column(section)));
}

} // namespace flowglass::models

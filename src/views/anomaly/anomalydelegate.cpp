// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/anomaly/anomalydelegate.h"

#include "models/anomalymodel.h"
#include "models/roles.h"

namespace flowglass::views {

namespace {

models::Triage triageOf(const QModelIndex& index) { return models::Triage(index.data(models::StateRole).toInt()); }

Glyph glyphOf(models::Triage triage)
{
    switch (triage) {
    case models::Triage::New:
        return Glyph::Dot;
    case models::Triage::Seen:
        return Glyph::Ring;
    case models::Triage::Starred:
        return Glyph::Star;
    case models::Triage::Dismissed:
        return Glyph::Cross;
    }
    return Glyph::Ring;
}

QRgb colourOf(models::Triage triage, const Theme& theme)
{
    return triage == models::Triage::New       ? theme.accent
           : triage == models::Triage::Starred ? theme.flag
                                               : theme.muted;
}

// The shape tells what is about a whole underlying and what is about a pattern from a single print.
Glyph glyphOf(quint32 kinds)
{
    const auto has = [kinds](domain::AnomalyKind kind) { return (kinds >> unsigned(kind) & 1U) != 0; };
    if (has(domain::AnomalyKind::Surge))
        return Glyph::Bars;
    return kinds == 1U << unsigned(domain::AnomalyKind::Repeat) ? Glyph::Again : Glyph::Flag;
}

// ".123" of the time: its tooltip has it, the list needs the width.
constexpr int kMilliseconds = 4;

} // namespace

RowDelegate::RowLook AnomalyDelegate::rowLook(const QModelIndex& index, const Theme& theme) const
{
    const models::Triage triage = triageOf(index);
    RowLook look;
    look.struck = index.data(models::CancelledRole).toBool();
    look.faint = look.struck || triage == models::Triage::Dismissed;
    if (triage == models::Triage::Starred)
        look.bar = theme.flagBar;
    return look;
}

RowDelegate::CellLook AnomalyDelegate::cellLook(const QModelIndex& index, const Theme& theme) const
{
    using Column = models::AnomalyModel::Column;
    CellLook look;
    switch (Column(index.column())) {
    case Column::Contract: {
        const int right = index.data(models::RightRole).toInt();
        if (right == int(models::RowRight::None))
            break;
        const bool call = right == int(models::RowRight::Call);
        look.glyph = call ? Glyph::Up : Glyph::Down;
        look.colour = call ? theme.call : theme.put;
        break;
    }
    case Column::Kinds:
        look.loud = index.data(models::CancelledRole).toBool();
        look.glyph = look.loud ? Glyph::Cross : glyphOf(index.data(models::KindsRole).toUInt());
        look.colour = look.loud ? theme.bad : theme.flag;
        break;
    case Column::Time:
        look.glyph = glyphOf(triageOf(index));
        look.colour = colourOf(triageOf(index), theme);
        look.chopped = kMilliseconds;
        break;
    case Column::State:
        look.colour = colourOf(triageOf(index), theme);
        look.bold = triageOf(index) == models::Triage::New;
        break;
    case Column::Premium:
        if (const QVariant share = index.data(models::HeatRole); share.isValid())
            look.heat = share.toInt() / 100.0;
        break;
    case Column::Score:
    case Column::Size:
    case Column::Count:
        break;
    }
    return look;
}

} // namespace flowglass::views

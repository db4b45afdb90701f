// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/parts/cardbuilder.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::models {

namespace {

QString say(const char* text) { return QCoreApplication::translate("ContractCard", text); }

QString stateText(CardState state)
{
    switch (state) {
    case CardState::Live:
    case CardState::Ready:
        return {};
    case CardState::NotAsked:
        return say(QT_TRANSLATE_NOOP("ContractCard", "not asked for"));
    case CardState::Loading:
        return say(QT_TRANSLATE_NOOP("ContractCard", "loading…"));
    case CardState::Failed:
        return say(QT_TRANSLATE_NOOP("ContractCard", "failed"));
    case CardState::NotInPlan:
        return say(QT_TRANSLATE_NOOP("ContractCard", "not in your plan"));
    case CardState::NotInReplay:
        return say(QT_TRANSLATE_NOOP("ContractCard", "not in a replay"));
    }
    return {};
}

} // namespace

CardBuilder::CardBuilder(CardGroupId id, const QString& title, domain::UnixNs now) : m_now(now)
{
    m_group.id = id;
    m_group.title = title;
    setState(CardState::NotAsked, std::nullopt, std::nullopt);
}

void CardBuilder::setState(CardState state, const std::optional<domain::Error>& error,
                           const std::optional<domain::UnixNs>& fetchedAt)
{
    if (state == CardState::Failed && error && error->code == domain::Error::Code::NotInPlan)
        state = CardState::NotInPlan;
    if (state == CardState::Failed && error && error->code == domain::Error::Code::NotInReplay)
        state = CardState::NotInReplay;
    m_group.state = state;
    m_group.stateText = stateText(state);
    if (fetchedAt)
        m_group.ageText = age(*fetchedAt);
    if (error && (state == CardState::Failed || state == CardState::NotInPlan || state == CardState::NotInReplay))
        m_group.errorText = error->text;
}

void CardBuilder::setSnapshotState(const domain::ContractDetail& detail)
{
    using Terms = domain::Fetched<domain::ContractTerms>::State;
    using Snapshot = domain::Fetched<domain::ContractSnapshot>::State;
    setState(detail.snapshot);
    if (detail.snapshot.state != Snapshot::NotAsked)
        return;
    if (detail.terms.state == Terms::Loading)
        setState(CardState::Loading, std::nullopt, std::nullopt);
    else if (detail.terms.state == Terms::Failed)
        m_group.stateText = say(QT_TRANSLATE_NOOP("ContractCard", "not asked for: it needs the terms first"));
}

void CardBuilder::add(const char* label, const QString& text)
{
    const bool provided = !text.isEmpty();
    m_group.rows.push_back(
        {say(label), provided ? text : say(QT_TRANSLATE_NOOP("ContractCard", "not provided")), provided, {}});
}

void CardBuilder::addDollars(const char* label, const std::optional<double>& dollars)
{
    add(label, dollars ? m_numbers.dollars(*dollars) : QString());
}

QString CardBuilder::age(domain::UnixNs then) const
{
    // The provider's clock may be ahead of this one.
    const auto span = std::max(m_now - then, std::chrono::nanoseconds(0));
    if (span < std::chrono::seconds(1))
        return say(QT_TRANSLATE_NOOP("ContractCard", "just now"));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(span);
    if (seconds.count() < 60)
        return say(QT_TRANSLATE_NOOP("ContractCard", "%1 s ago")).arg(seconds.count());
    return say(QT_TRANSLATE_NOOP("ContractCard", "%1 ago")).arg(m_numbers.duration(seconds));
}

} // namespace flowglass::models

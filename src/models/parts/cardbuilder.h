// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/contractcard.h"
#include "models/numbertext.h"

namespace flowglass::models {

// Makes one group of a contract card: an empty text becomes "not provided".
class CardBuilder
{
public:
    CardBuilder(CardGroupId id, const QString& title, domain::UnixNs now);

    template <class T>
    void setState(const domain::Fetched<T>& fetched)
    {
        setState(fetched.state == domain::Fetched<T>::State::Loading  ? CardState::Loading
                 : fetched.state == domain::Fetched<T>::State::Ready  ? CardState::Ready
                 : fetched.state == domain::Fetched<T>::State::Failed ? CardState::Failed
                                                                      : CardState::NotAsked,
                 fetched.error, fetched.value ? std::optional(fetched.fetchedAt) : std::nullopt);
    }
    // The snapshot is asked for after the terms and needs the underlying that they name.
    void setSnapshotState(const domain::ContractDetail& detail);

    void add(const char* label, const QString& text); // label: of the context ContractCard
    void addDollars(const char* label, const std::optional<double>& dollars);
    QString age(domain::UnixNs then) const; // "12 s ago"
    const NumberText& numbers() const { return m_numbers; }
    CardGroup take() { return std::move(m_group); }

private:
    void setState(CardState state, const std::optional<domain::Error>& error,
                  const std::optional<domain::UnixNs>& fetchedAt);

    CardGroup m_group;
    domain::UnixNs m_now;
    NumberText m_numbers;
};

} // namespace flowglass::models

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contracttable.h"
#include "domain/error.h"

#include <QStringList>

#include <set>
#include <string>

namespace flowglass::domain {

// Which trades are watched: roots (`NVDA`, which includes the adjusted `NVDA1`), single contracts
// (`O:NVDA261218C00150000`), or everything (`*`). A value.
class WatchList
{
public:
    // A comma list; spaces and case are forgiven. An Error names the entry that cannot be read.
    static Result<WatchList> parse(const QString& list);

    bool watches(const ContractTable::Entry& contract) const;
    bool watchesEverything() const { return m_everything; }
    // Feed channels: `T.*`, or the exact contracts when the list names nothing else.
    QStringList channels() const;
    QString text() const; // as parse() reads it
    QStringList entries() const;
    bool operator==(const WatchList&) const = default;

private:
    bool m_everything = false;
    std::set<std::string, std::less<>> m_roots;
    std::set<std::string, std::less<>> m_contracts;
};

} // namespace flowglass::domain

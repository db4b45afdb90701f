// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/watchlist.h"

#include <QCoreApplication>

#include <algorithm>

namespace flowglass::domain {

namespace {

bool isRoot(const QString& text)
{
    const bool characters = std::ranges::all_of(text, [](QChar c) {
        return (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
    });
    return characters && text.size() <= 6
           && std::ranges::any_of(text, [](QChar c) { return c >= QLatin1Char('A'); });
}

Error unreadable(const QString& entry)
{
    return {Error::Code::Unreadable, QStringLiteral("watch list entry: ") + entry,
            QCoreApplication::translate("WatchList", "“%1” is neither an underlying (NVDA), nor a contract "
                                                     "(O:NVDA261218C00150000), nor *.")
                .arg(entry)};
}

} // namespace

Result<WatchList> WatchList::parse(const QString& list)
{
    WatchList watch;
    for (const QString& part : list.split(QLatin1Char(','))) {
        QString entry = part.trimmed().toUpper();
        if (entry.isEmpty())
            continue;
        if (entry == QLatin1String("*")) {
            watch.m_everything = true;
        } else if (entry.startsWith(QLatin1String("O:"))) {
            const std::string ticker = entry.toStdString();
            if (!OptionSymbol::parse(ticker))
                return unreadable(entry);
            watch.m_contracts.insert(ticker);
        } else {
            entry.remove(QLatin1Char('.')); // class shares: BRK.B is the root BRKB
            if (!isRoot(entry))
                return unreadable(part.trimmed());
            watch.m_roots.insert(entry.toStdString());
        }
    }
    if (!watch.m_everything && watch.m_roots.empty() && watch.m_contracts.empty())
        return unreadable(list.trimmed());
    if (watch.m_everything) { // what else is named makes no difference, so lists that watch the same are equal
        watch.m_roots.clear();
        watch.m_contracts.clear();
    }
    return watch;
}

bool WatchList::watches(const ContractTable::Entry& contract) const
{
    if (m_everything)
        return true;
    if (!contract.symbol)
        return false;
    return m_roots.contains(contract.symbol->rootText()) || m_roots.contains(contract.symbol->standardRoot())
           || m_contracts.contains(contract.ticker);
}

QStringList WatchList::channels() const
{
    if (m_everything || !m_roots.empty())
        return {QStringLiteral("T.*")};
    QStringList channels;
    for (const std::string& ticker : m_contracts)
        channels << QStringLiteral("T.") + QString::fromStdString(ticker);
    return channels;
}

QStringList WatchList::entries() const
{
    if (m_everything)
        return {QStringLiteral("*")};
    QStringList entries;
    for (const std::string& root : m_roots)
        entries << QString::fromStdString(root);
    for (const std::string& ticker : m_contracts)
        entries << QString::fromStdString(ticker);
    return entries;
}

QString WatchList::text() const { return entries().join(QLatin1Char(',')); }

} // namespace flowglass::domain

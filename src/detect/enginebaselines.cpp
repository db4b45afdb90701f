// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the engine that keeps what was learnt from one day to the next.
#include "detect/enginecore.h"

#include "detect/core/archive.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <unordered_set>

namespace flowglass::detect {

namespace {

// "FGBASE", the version, the SHA-256 of what follows: the compressed text.
constexpr QByteArrayView kMagic("FGBASE\x01\x00", 8);
constexpr qsizetype kHashBytes = 32;
constexpr std::uint32_t kMostUnderlyings = 1'000'000;

domain::Error unreadable(const char* detail)
{
    return {domain::Error::Code::Unreadable, QLatin1String(detail),
            QCoreApplication::translate("Baselines", "What was learnt on earlier days cannot be read.")};
}

QByteArray hashOf(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return hash.result();
}

template <class Pipe>
void archiveSymbol(Pipe& pipe, domain::OptionSymbol& symbol)
{
    pipe.bytes(symbol.root.data(), symbol.root.size());
    bool put = symbol.right == domain::Right::Put;
    pipe(put);
    symbol.right = put ? domain::Right::Put : domain::Right::Call;
    pipe(symbol.expiryDay);
    pipe(symbol.strikeMils);
}

} // namespace

// Sizes of orders that still run are learnt as they stand, as the next day's first trade would have it.
QByteArray Engine::Core::learntSoFar() const
{
    Learnt saved = learnt;
    std::unordered_set<const ContractState*> seen;
    for (std::size_t place = 0; place < m_open.size(); ++place) {
        const ContractState* contract = m_open.at(place).contract;
        if (contract->order.learnt || !seen.insert(contract).second)
            continue;
        ContractState copy = *contract;
        saved.learn(copy.order, copy);
    }
    ArchiveWriter pipe;
    saved.archive(pipe);
    auto underlyings = std::uint32_t(saved.underlyings.size());
    pipe(underlyings);
    std::vector<std::uint64_t> roots(underlyings);
    for (const auto& [root, index] : saved.byRoot)
        roots[index] = root;
    for (std::uint32_t index = 0; index < underlyings; ++index) {
        pipe(roots[index]);
        saved.underlyings[index].archive(pipe);
    }
    saveContracts(pipe);

    return pipe.result();
}

QByteArray packBaselines(const QByteArray& learnt)
{
    const QByteArray body = qCompress(learnt);
    QByteArray text = kMagic.toByteArray();
    text += hashOf(body);
    text += body;
    return text;
}

// Those that have traded, and the others as they were read.
void Engine::Core::saveContracts(ArchiveWriter& pipe) const
{
    std::vector<std::pair<domain::OptionSymbol, QByteArray>> records;
    m_contracts.forEach([&](domain::ContractId id, ContractState state) {
        const auto& symbol = m_table[id].symbol;
        if (!symbol || state.day == 0 || symbol->expiryDay < learnt.day)
            return;
        if (!state.order.learnt)
            state.sizes.add(state.order.size);
        ArchiveWriter record;
        state.archive(record);
        records.emplace_back(*symbol, record.result());
    });
    m_stored.forEachLeft([&](const domain::OptionSymbol& symbol, QByteArrayView record) {
        if (symbol.expiryDay >= learnt.day)
            records.emplace_back(symbol, record.toByteArray());
    });
    std::ranges::sort(records, {}, [](const auto& record) { return StoredContracts::keyOf(record.first); });
    auto count = std::uint32_t(records.size());
    pipe(count);
    for (auto& [symbol, record] : records) {
        archiveSymbol(pipe, symbol);
        auto bytes = std::uint32_t(record.size());
        pipe(bytes);
        pipe.bytes(record.constData(), std::size_t(bytes));
    }
}

std::optional<domain::Error> Engine::Core::loadBaselines(QByteArrayView text)
{
    const qsizetype head = kMagic.size() + kHashBytes;
    if (text.size() < head || text.first(kMagic.size() - 2) != kMagic.first(kMagic.size() - 2))
        return unreadable("baselines: not such a file");
    if (text.first(kMagic.size()) != kMagic)
        return unreadable("baselines: of another version");
    const QByteArrayView body = text.sliced(head);
    if (QByteArrayView(hashOf(body)) != text.sliced(kMagic.size(), kHashBytes))
        return unreadable("baselines: checksum differs");
    const QByteArray plain = qUncompress(reinterpret_cast<const uchar*>(body.data()), body.size());
    ArchiveReader pipe(plain);
    learnt.archive(pipe);
    std::uint32_t underlyings = 0;
    pipe(underlyings);
    if (pipe.failed() || underlyings > kMostUnderlyings)
        return unreadable("baselines: head does not make sense");
    for (std::uint32_t index = 0; index < underlyings && !pipe.failed(); ++index) {
        std::uint64_t root = 0;
        pipe(root);
        learnt.underlyings.emplace_back().archive(pipe);
        learnt.byRoot.emplace(root, index);
    }
    if (!readContracts(pipe, plain) || learnt.byRoot.size() != underlyings)
        return unreadable("baselines: they end too early, or do not make sense");
    m_savedBytes = std::uint64_t(text.size());
    return std::nullopt;
}

bool Engine::Core::readContracts(ArchiveReader& pipe, const QByteArray& plain)
{
    std::uint32_t count = 0;
    pipe(count);
    std::vector<StoredContracts::Entry> entries;
    while (entries.size() < count && !pipe.failed()) {
        StoredContracts::Entry entry;
        archiveSymbol(pipe, entry.symbol);
        std::uint32_t bytes = 0;
        pipe(bytes);
        entry.begin = std::uint32_t(plain.size() - pipe.left());
        ContractState checked;
        checked.archive(pipe);
        entry.end = std::uint32_t(plain.size() - pipe.left());
        if (entry.end - entry.begin != bytes)
            return false;
        entries.push_back(entry);
    }
    if (pipe.failed() || pipe.left() != 0)
        return false;
    m_storedContracts = entries.size();
    m_stored.set(plain, std::move(entries));
    return true;
}

void Engine::Core::restore(const domain::OptionSymbol& symbol, ContractState& contract)
{
    const QByteArrayView record = m_stored.take(symbol);
    if (record.isEmpty())
        return;
    --m_storedContracts;
    ArchiveReader pipe(record);
    contract.archive(pipe);
}

BaselineInfo Engine::Core::baselines() const
{
    BaselineInfo info{learnt.days,       learnt.firstDay,           learnt.day,
                      m_storedContracts, learnt.underlyings.size(), m_savedBytes};
    m_contracts.forEach([&info](domain::ContractId, const ContractState& state) {
        info.contracts += state.day != 0 ? 1U : 0U;
    });
    return info;
}

bool Engine::Core::isFresh() const
{
    return m_contracts.isEmpty() && learnt.days == 0;
}

} // namespace flowglass::detect

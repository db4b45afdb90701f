// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/engine.h"
#include "fuzz/fuzz.h"

#include <QCryptographicHash>

namespace flowglass::fuzz {

namespace {

// With the head and the checksum it needs, or no mutation would ever be looked at.
QByteArray sealed(const QByteArray& plain)
{
    const QByteArray body = qCompress(plain, 0);
    QByteArray text("FGBASE\x01\x00", 8);
    text += QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    text += body;
    return text;
}

void judgeSome(detect::Engine& engine, domain::ContractTable& contracts)
{
    for (std::uint64_t row = 0; row < 3; ++row) {
        domain::Trade trade;
        trade.contract = *contracts.intern("O:NVDA261218C00150000");
        trade.price = domain::Price::fromUnits(std::int32_t(55'000 + row * 100));
        trade.size = std::uint32_t(1 + row * 400);
        trade.setTime({1'765'227'583'506 + std::int64_t(row) * 1'000});
        engine.judge(trade, row);
    }
}

} // namespace

// The first byte: whether the rest is the file or what is packed in it.
const char* baselines(Input input)
{
    if (input.empty())
        return nullptr;
    const QByteArray rest = bytesOf(input.subspan(1));
    domain::ContractTable contracts(8);
    detect::Engine engine(contracts, {});
    const auto info = engine.loadBaselines(input[0] % 2 == 0 ? sealed(rest) : rest);
    if (!info)
        return engine.baselines() == detect::BaselineInfo() ? nullptr : "what cannot be read leaves nothing behind";
    judgeSome(engine, contracts);
    const QByteArray saved = engine.saveBaselines();
    detect::Engine next(contracts, {});
    return next.loadBaselines(saved) ? nullptr : "what is saved can be loaded";
}

} // namespace flowglass::fuzz

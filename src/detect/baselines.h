// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace flowglass::detect {

// What an engine has learnt on its days so far: Engine::saveBaselines() writes it, loadBaselines() reads it.
// Days of New York, since 1970-01-01; 0 when nothing was learnt.
struct BaselineInfo
{
    std::int32_t days = 0;
    std::int32_t firstDay = 0;
    std::int32_t lastDay = 0;
    std::uint64_t contracts = 0; // with history of their own; expired ones are not kept
    std::uint64_t underlyings = 0;
    std::uint64_t bytes = 0; // as saved; 0 when it was not
    bool operator==(const BaselineInfo&) const = default;
};

// What Engine::learntSoFar() gave as Engine::loadBaselines() reads it: compressed, with version and checksum. Any
// thread.
QByteArray packBaselines(const QByteArray& learnt);

} // namespace flowglass::detect

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace flowglass::bench {

struct FlatFileSpec
{
    qint64 rows = 10'000'000;
    int contracts = 300'000; // 8 % of the rows are of the wanted underlying
    std::uint64_t seed = 1;
};

struct MadeFile
{
    QString path;
    qint64 rows = 0;
    qint64 wantedRows = 0;
};

constexpr std::string_view kWantedPrefix = "O:NVDA";

// A day of trades as the provider writes it: sorted by ticker and then by time, ms in ns, few busy contracts
// and many quiet ones. Compressed when the name says so. Empty: it could not be written.
std::optional<MadeFile> makeFlatFile(const QString& path, const FlatFileSpec& spec);

} // namespace flowglass::bench

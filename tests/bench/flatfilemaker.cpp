// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "flatfilemaker.h"

#include <QFile>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace flowglass::bench {

namespace {

constexpr std::int64_t kOpenMs = 1'779'456'600'000; // 2026-05-22T09:30:00-04:00
constexpr std::int64_t kSessionMs = 6 * 3'600'000 + 1'800'000;
constexpr double kWantedShare = 0.08;

struct Contract
{
    std::string ticker;
    qint64 rows = 0;
    bool wanted = false;
};

// Sorted by ticker, with their share of the rows: the k-th busiest of each underlying trades like 1 / k.
std::vector<Contract> makeContracts(const FlatFileSpec& spec, std::mt19937_64& random)
{
    std::vector<Contract> contracts;
    constexpr int kPerRoot = 100;
    const int wantedContracts = std::max(1, spec.contracts / 50);
    double weights = 0.0;
    double wantedWeights = 0.0;
    std::vector<double> weight;
    for (int i = 0; i < spec.contracts; ++i) {
        const bool wanted = i < wantedContracts;
        const int rank = wanted ? i : i % kPerRoot;
        const int root = i / kPerRoot;
        std::array<char, 40> ticker{};
        const std::string name = wanted ? "NVDA"
                                        : std::string{char('A' + root % 26), char('A' + root / 26 % 26),
                                                      char('A' + root / 676 % 26)};
        std::snprintf(ticker.data(), ticker.size(), "O:%s26%02d%02d%c%08d", name.c_str(), 6 + rank % 7,
                      1 + rank / 7 % 28, rank % 2 == 0 ? 'C' : 'P', (50 + rank) * 2'500);
        contracts.push_back({ticker.data(), 0, wanted});
        weight.push_back(std::pow(double(rank + 2), -0.9) * (0.2 + double(random() % 1000) / 1000.0));
        (wanted ? wantedWeights : weights) += weight.back();
    }
    for (std::size_t i = 0; i < contracts.size(); ++i) {
        const double share = contracts[i].wanted ? kWantedShare * weight[i] / wantedWeights
                                                 : (1.0 - kWantedShare) * weight[i] / weights;
        contracts[i].rows = std::max<qint64>(1, std::llround(share * double(spec.rows)));
    }
    std::ranges::sort(contracts, {}, &Contract::ticker);
    return contracts;
}

void appendRows(std::string& out, const Contract& contract, std::mt19937_64& random)
{
    static constexpr std::array<int, 12> kConditions = {209, 209, 209, 227, 227, 232,
                                                        219, 219, 233, 236, 229, 228};
    static constexpr std::array<int, 12> kExchanges = {302, 302, 304, 308, 309, 312,
                                                       313, 315, 316, 322, 323, 325};
    std::vector<std::int64_t> times(std::size_t(contract.rows));
    for (std::int64_t& time : times) {
        const double far = double(random() % 1'000'000) / 1e6; // busier at the open
        time = kOpenMs + std::int64_t(far * std::sqrt(far) * double(kSessionMs));
    }
    std::ranges::sort(times);
    auto cents = int(5 + random() % 3'000);
    for (const std::int64_t time : times) {
        cents = std::max(1, cents + int(random() % 11) - 5);
        const std::uint64_t dice = random();
        const int size = dice % 3 == 0 ? 1 : int(1 + (dice >> 8) % (dice % 50 == 0 ? 500 : 12));
        std::array<char, 128> line{};
        const int length = std::snprintf(
            line.data(), line.size(), "%s,%d,0,%d,%d.%02d,%lld000000,%d\n", contract.ticker.c_str(),
            kConditions[(dice >> 20) % kConditions.size()], kExchanges[(dice >> 30) % kExchanges.size()],
            cents / 100, cents % 100, static_cast<long long>(time), size);
        out.append(line.data(), std::size_t(length));
    }
}

} // namespace

std::optional<MadeFile> makeFlatFile(const QString& path, const FlatFileSpec& spec)
{
    const bool compressed = path.endsWith(QLatin1String(".gz"));
    std::mt19937_64 random(spec.seed);
    MadeFile made{path, 0, 0};
    const gzFile file = gzopen(QFile::encodeName(path).constData(), compressed ? "wb6" : "wbT");
    if (file == nullptr)
        return std::nullopt;
    gzbuffer(file, 1U << 20);
    std::string text = "ticker,conditions,correction,exchange,price,sip_timestamp,size\n";
    for (const Contract& contract : makeContracts(spec, random)) {
        appendRows(text, contract, random);
        made.rows += contract.rows;
        made.wantedRows += contract.wanted ? contract.rows : 0;
        if (text.size() > (1U << 20)) {
            gzwrite(file, text.data(), unsigned(text.size()));
            text.clear();
        }
    }
    gzwrite(file, text.data(), unsigned(text.size()));
    if (gzclose(file) != Z_OK)
        return std::nullopt;
    return made;
}

} // namespace flowglass::bench

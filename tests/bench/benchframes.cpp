// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchframes.h"

#include <cmath>
#include <random>

namespace flowglass::bench {

namespace {

constexpr const char* kRoots[] = {"NVDA", "AAPL", "TSLA", "SPY",  "QQQ",  "AMD",
                                  "MSFT", "AMZN", "META", "GOOGL", "PLTR", "SPXW"};
constexpr int kVenues[] = {300, 302, 304, 308, 312, 313, 315, 316, 322, 323, 325};
constexpr int kConditions[] = {209, 209, 209, 209, 227, 227, 219, 232, 233, 209};

std::vector<QByteArray> makeTickers(int count)
{
    std::vector<QByteArray> tickers;
    for (int i = 0; i < count; ++i) {
        const int strike = (50 + i / 24 % 400) * 1000;
        QByteArray ticker("O:");
        ticker.append(kRoots[i % 12]).append(i % 2 == 0 ? "261218" : "261120");
        ticker.append(i / 12 % 2 == 0 ? 'C' : 'P');
        tickers.push_back(ticker.append(QByteArray::number(strike).rightJustified(8, '0')));
    }
    return tickers;
}

} // namespace

std::vector<QByteArray> makeFrames(const FrameSpec& spec)
{
    std::mt19937_64 random(spec.seed);
    const std::vector<QByteArray> tickers = makeTickers(spec.contracts);
    std::vector<std::uint64_t> sequences(tickers.size(), 1000);
    std::vector<QByteArray> frames;
    QByteArray frame;
    std::int64_t timeUs = 1'795'188'600'000'000; // 2026-11-20 09:30 in New York
    for (std::uint64_t i = 0; i < spec.trades; ++i) {
        const std::size_t contract = random() % tickers.size();
        const double uniform = double(random() % 1'000'000 + 1) / 1'000'001.0;
        const int size = int(std::min(50'000.0, std::pow(uniform, -1.0 / 1.6)));
        timeUs += 20;
        sequences[contract] += 1 + random() % 9;
        const std::uint64_t cents = 5 + (contract * 37 + random() % 3) % 5'000;
        frame += frame.isEmpty() ? "[{\"ev\":\"T\",\"sym\":\"" : ",{\"ev\":\"T\",\"sym\":\"";
        frame.append(tickers[contract]).append("\",\"x\":");
        frame.append(QByteArray::number(kVenues[random() % std::size(kVenues)])).append(",\"p\":");
        frame.append(QByteArray::number(double(cents) / 100.0)).append(",\"s\":");
        frame.append(QByteArray::number(size)).append(",\"c\":[");
        frame.append(QByteArray::number(kConditions[random() % std::size(kConditions)])).append("],\"t\":");
        frame.append(QByteArray::number(timeUs / 1000)).append(",\"q\":");
        frame.append(QByteArray::number(sequences[contract])).append('}');
        if ((i + 1) % std::uint64_t(spec.perFrame) == 0 || i + 1 == spec.trades) {
            frames.push_back(frame.append(']'));
            frame.clear();
        }
    }
    return frames;
}

} // namespace flowglass::bench

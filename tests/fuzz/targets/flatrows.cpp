// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/tradedecoder.h"
#include "fuzz/fuzz.h"
#include "recording/flat/eventtext.h"
#include "recording/flat/rowparser.h"

namespace flowglass::fuzz {

namespace {

using recording::flat::Fault;

struct Decoder
{
    domain::ContractTable contracts{2'000};
    feed::TradeDecoder decoder{contracts};
    domain::Counters counters;
    feed::DecodedFrame out;
};

// The row as a frame, through the decoder of the live stream.
const char* play(const recording::flat::Row& row, std::string_view ticker, std::string_view conditions)
{
    static std::unique_ptr<Decoder> kept;
    static int left = 0;
    if (left-- == 0) {
        kept = std::make_unique<Decoder>();
        left = 10'000;
    }
    std::string text = "[";
    recording::flat::appendEvent(text, row, ticker, conditions, 7);
    text += ']';
    kept->out.clear();
    const domain::Counters before = kept->counters;
    kept->decoder.decode(QString::fromLatin1(text.data(), qsizetype(text.size())), kept->out, kept->counters);
    const domain::Counters& now = kept->counters;
    if (now.events != before.events + 1 || now.trades + now.rejected != before.trades + before.rejected + 1)
        return "a row is one event, a trade or rejected";
    return nullptr;
}

} // namespace

// The first line is the header.
const char* flatrows(Input input)
{
    std::string_view text(reinterpret_cast<const char*>(input.data()), input.size());
    const auto takeLine = [&text] {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        return line;
    };
    recording::flat::RowParser parser(takeLine());
    if (!parser.missingColumn().empty())
        return nullptr;
    recording::flat::TextTable conditions(100);
    conditions.intern({});
    while (!text.empty()) {
        const std::string_view line = takeLine();
        const std::string_view ticker = parser.tickerOf(line);
        recording::flat::Row row;
        if (parser.parse(line, conditions, row) != Fault::None || !recording::flat::isTicker(ticker))
            continue;
        if (const char* broken = play(row, ticker, conditions[row.conditions]))
            return broken;
    }
    return nullptr;
}

} // namespace flowglass::fuzz

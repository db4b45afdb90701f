// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/tradedecoder.h"

#include "feed/rawevent.h"
#include "feed/rejectlog.h"

#include <QStringEncoder>

#include <algorithm>
#include <cstring>

namespace flowglass::feed {

namespace {

namespace ondemand = simdjson::ondemand;
using Reason = RejectLog::Reason;

// 2000-01-01: a smaller number is seconds, or no time at all; nanoseconds exceed Trade::kMaxTimeMs.
constexpr std::uint64_t kEarliestMs = 946'684'800'000;
// Longer than any ticker that could be one. Bounds what a mad feed makes us remember.
constexpr std::size_t kLongestSymbol = 64;
constexpr std::size_t kFirstBuffer = 64 * 1024;

// Why the event is no trade; empty when it is one.
std::optional<Reason> fill(const RawEvent& event, domain::Trade& trade)
{
    if (event.symbol.state != Field::Good || event.symbol.text.empty()
        || event.symbol.text.size() > kLongestSymbol)
        return Reason::Symbol;
    if (!event.price)
        return Reason::Price;
    if (event.size.state != Field::Good || event.size.value == 0
        || event.size.value > domain::Trade::kMaxSize)
        return Reason::Size;
    if (event.time.state != Field::Good || event.time.value < kEarliestMs
        || event.time.value > std::uint64_t(domain::Trade::kMaxTimeMs))
        return Reason::Time;
    trade.price = *event.price;
    trade.size = std::uint32_t(event.size.value);
    trade.setTime({std::int64_t(event.time.value)});
    trade.conditions = event.conditions;
    return std::nullopt;
}

QString textOf(const TextField& field)
{
    return QString::fromUtf8(field.text.data(), qsizetype(field.text.size()));
}

} // namespace

class TradeDecoder::Walk
{
public:
    Walk(domain::ContractTable& contracts, Log log) : m_contracts(contracts), m_rejects(log) {}

    void decode(QStringView frame, DecodedFrame& out, domain::Counters& counters);
    void rejectTime(const domain::Trade& trade, domain::Counters& counters);
    RejectLog& rejectLog() { return m_rejects; }

private:
    void encode(QStringView frame);
    simdjson::error_code open(ondemand::array& events);
    bool repair();
    bool walk(ondemand::array events, DecodedFrame& out, domain::Counters& counters);
    bool onElement(ondemand::value& element, DecodedFrame& out, domain::Counters& counters);
    void onTrade(const RawEvent& event, DecodedFrame& out, domain::Counters& counters);
    void note(const RawEvent& event, domain::Trade& trade);
    void reject(Reason reason, domain::Counters& counters);

    domain::ContractTable& m_contracts;
    RejectLog m_rejects;
    ondemand::parser m_parser;
    ondemand::document m_document;
    QStringEncoder m_encoder{QStringConverter::Utf8, QStringConverter::Flag::Stateless};
    std::vector<char> m_buffer;
    std::size_t m_length = 0;   // of the frame in the buffer
    const char* m_event = nullptr; // start of the event at hand
};

void TradeDecoder::Walk::encode(QStringView frame)
{
    // One byte more for the bracket that repair() may add.
    const auto needed = std::size_t(m_encoder.requiredSpace(frame.size())) + simdjson::SIMDJSON_PADDING + 1;
    if (m_buffer.size() < needed) {
        m_buffer.resize(std::max(needed * 2, kFirstBuffer));
        // Ahead of need, so that a slightly longer frame does not allocate again. A failure shows below.
        const auto early = m_parser.allocate(m_buffer.size());
        Q_UNUSED(early);
    }
    const char* end = m_encoder.appendToBuffer(m_buffer.data(), frame);
    m_length = std::size_t(end - m_buffer.data());
    std::memset(m_buffer.data() + m_length, 0, simdjson::SIMDJSON_PADDING + 1);
    m_event = m_buffer.data();
}

simdjson::error_code TradeDecoder::Walk::open(ondemand::array& events)
{
    const simdjson::padded_string_view text(m_buffer.data(), m_length, m_buffer.size());
    if (const auto error = m_parser.iterate(text).get(m_document))
        return error;
    return m_document.get_array().get(events);
}

// simdjson refuses a text whole that is cut off or holds a control character, but the events before
// the trouble are good. Returns true when something was missing at the end.
bool TradeDecoder::Walk::repair()
{
    char* text = m_buffer.data();
    bool inString = false;
    std::size_t opened = 0;
    for (std::size_t i = 0; i < m_length; ++i) {
        if (text[i] >= 0 && text[i] < ' ')
            text[i] = ' ';
        if (inString && text[i] == '\\') {
            ++i;
        } else if (text[i] == '"') {
            inString = !inString;
            opened = i;
        }
    }
    if (inString)
        m_length = opened;
    while (m_length > 0 && text[m_length - 1] == ' ')
        --m_length;
    const bool complete = !inString && m_length > 0 && text[m_length - 1] == ']';
    if (!complete)
        text[m_length++] = ']';
    std::memset(text + m_length, 0, simdjson::SIMDJSON_PADDING);
    return !complete;
}

void TradeDecoder::Walk::decode(QStringView frame, DecodedFrame& out, domain::Counters& counters)
{
    encode(frame);
    ondemand::array events;
    simdjson::error_code error = open(events);
    bool cut = false;
    if (error == simdjson::UNCLOSED_STRING || error == simdjson::UNESCAPED_CHARS
        || error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT) {
        cut = repair();
        error = open(events);
    }
    if (error)
        reject(Reason::NotAnArray, counters);
    else if (!walk(events, out, counters) || cut)
        reject(Reason::BrokenJson, counters);
}

// False when a part of the frame could not be read.
bool TradeDecoder::Walk::walk(ondemand::array events, DecodedFrame& out, domain::Counters& counters)
{
    for (auto item : events) {
        ondemand::value element;
        if (std::move(item).get(element) || !onElement(element, out, counters))
            return false;
    }
    return m_document.current_location().error() == simdjson::OUT_OF_BOUNDS; // nothing may follow
}

// False when neither this element, which is not counted yet, nor anything behind it can be read.
bool TradeDecoder::Walk::onElement(ondemand::value& element, DecodedFrame& out, domain::Counters& counters)
{
    m_event = element.raw_json_token().data();
    ondemand::object object;
    if (element.get_object().get(object)) {
        if (std::strchr(",:]}", *m_event) != nullptr)
            return false;
        reject(Reason::NotAnObject, counters);
        return true;
    }
    RawEvent event;
    if (!readEvent(object, event))
        return false;
    if (event.kind.state != Field::Good) {
        reject(Reason::NoKind, counters);
    } else if (event.kind.text == "T") {
        onTrade(event, out, counters);
    } else if (event.kind.text != "status") {
        ++counters.events;
        ++counters.other;
    } else if (event.status.state != Field::Good) {
        reject(Reason::Status, counters);
    } else {
        ++counters.events;
        ++counters.status;
        out.statuses.push_back({textOf(event.status), textOf(event.message)});
    }
    return true;
}

void TradeDecoder::Walk::onTrade(const RawEvent& event, DecodedFrame& out, domain::Counters& counters)
{
    domain::Trade trade;
    if (const auto reason = fill(event, trade)) {
        reject(*reason, counters);
        return;
    }
    const std::optional<domain::ContractId> contract = m_contracts.intern(event.symbol.text);
    if (!contract) {
        reject(Reason::TableFull, counters);
        return;
    }
    trade.contract = *contract;
    note(event, trade);
    ++counters.events;
    ++counters.trades;
    counters.rounded += event.priceRounded ? 1U : 0U;
    counters.malformedSymbols += m_contracts[*contract].symbol ? 0U : 1U;
    out.trades.push_back(trade);
}

// What a print can do without: left out where it cannot be read.
void TradeDecoder::Walk::note(const RawEvent& event, domain::Trade& trade)
{
    const auto noted = [this](Reason reason) {
        m_rejects.add(reason, {m_event, std::size_t(m_buffer.data() + m_length - m_event)});
    };
    if (event.sequence.state == Field::Bad)
        noted(Reason::Sequence);
    else
        trade.sequence = event.sequence.value;
    if (event.exchange.state == Field::Bad || event.exchange.value > 0xFFFF)
        noted(Reason::Exchange);
    else
        trade.setExchange({std::uint16_t(event.exchange.value)});
    if (event.conditionsState == Field::Bad)
        noted(Reason::Conditions);
    if (event.conditionsCut)
        noted(Reason::ConditionsCut);
}

void TradeDecoder::Walk::reject(Reason reason, domain::Counters& counters)
{
    ++counters.events;
    ++counters.rejected;
    m_rejects.add(reason, {m_event, std::size_t(m_buffer.data() + m_length - m_event)});
}

void TradeDecoder::Walk::rejectTime(const domain::Trade& trade, domain::Counters& counters)
{
    const std::string text =
        "\"sym\":\"" + m_contracts[trade.contract].ticker + "\",\"t\":" + std::to_string(trade.time().value);
    ++counters.events;
    ++counters.rejected;
    m_rejects.add(Reason::FarTime, text);
}

TradeDecoder::TradeDecoder(domain::ContractTable& contracts, Log log)
    : m_walk(std::make_unique<Walk>(contracts, log))
{
}

TradeDecoder::~TradeDecoder() = default;

void TradeDecoder::setSecret(const QString& secret) { m_walk->rejectLog().setSecret(secret); }

void TradeDecoder::decode(QStringView frame, DecodedFrame& out, domain::Counters& counters)
{
    m_walk->decode(frame, out, counters);
}

void TradeDecoder::rejectTime(const domain::Trade& trade, domain::Counters& counters)
{
    m_walk->rejectTime(trade, counters);
}

std::vector<TradeDecoder::Reject> TradeDecoder::rejects() const { return m_walk->rejectLog().rejects(); }

} // namespace flowglass::feed

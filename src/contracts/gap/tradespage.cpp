// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/gap/tradespage.h"

#include "contracts/jsonanswer.h"
#include "domain/optionsymbol.h"

#include <algorithm>

namespace flowglass::contracts {

namespace json = simdjson::dom;

namespace {

// A row takes 200 bytes. What is longer is not worth a stall.
constexpr qsizetype kLongestValue = qsizetype(64) * 1024;

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool isBetweenValues(char c)
{
    return c == ',' || c == ']' || c == '}' || isSpace(c);
}

domain::Conditions conditionsOf(const Members& row)
{
    domain::Conditions conditions;
    const auto codes = row.array("conditions");
    if (!codes)
        return conditions;
    for (const json::element code : *codes) {
        std::int64_t id = 0;
        if (code.get(id) == simdjson::SUCCESS)
            conditions.add(id);
    }
    return conditions;
}

std::optional<HistoricTrade> tradeOf(const Members& row)
{
    const auto time = row.time("sip_timestamp");
    const auto price = domain::Price::fromDollars(row.number("price").value_or(0.0));
    const auto size = row.integer("size");
    if (!time || !price || !size || *size < 1 || *size > domain::Trade::kMaxSize)
        return std::nullopt;
    HistoricTrade trade{*time, *price, std::uint32_t(*size), {}, conditionsOf(row), 0};
    const auto exchange = row.integer("exchange").value_or(0);
    if (exchange > 0 && exchange <= 0xFFFF)
        trade.exchange = {std::uint16_t(exchange)};
    trade.sequence = std::uint64_t(std::max<std::int64_t>(row.integer("sequence_number").value_or(0), 0));
    return trade;
}

} // namespace

struct TradesPage::Parser
{
    json::parser rows;
};

TradesPage::TradesPage(QByteArray body, QString ticker)
    : m_body(std::move(body)), m_ticker(std::move(ticker)), m_parser(std::make_unique<Parser>())
{
}

TradesPage::~TradesPage() = default;
TradesPage::TradesPage(TradesPage&&) noexcept = default;
TradesPage& TradesPage::operator=(TradesPage&&) noexcept = default;

bool TradesPage::read(int rows, TradesByTicker& out)
{
    while (rows > 0 && m_place != Place::End)
        rows -= step(out) ? 1 : 0;
    return m_place != Place::End;
}

bool TradesPage::step(TradesByTicker& out)
{
    switch (m_place) {
    case Place::Start:
        if (take('{'))
            m_place = Place::Envelope;
        else
            fail("no JSON object");
        return false;
    case Place::Envelope:
        readMember();
        return false;
    case Place::Rows:
        readRow(out);
        return true;
    case Place::End:
        break;
    }
    return false;
}

// One member of the envelope with the comma behind it, or the brace that ends it.
void TradesPage::readMember()
{
    if (take('}')) {
        if (peek() != 0)
            fail("something behind the object");
        m_place = Place::End;
        return;
    }
    const auto key = peek() == '"' ? value() : std::nullopt;
    if (!key || !take(':')) {
        fail("a member cannot be read");
        return;
    }
    if (*key == "\"results\"" && take('[')) {
        m_place = Place::Rows;
        return;
    }
    const auto text = value();
    std::string_view url;
    if (!text)
        fail("cut off");
    else if (*key == "\"results\"" && *text != "null")
        fail("results is no array");
    else if (*key == "\"next_url\"" &&
             m_parser->rows.parse(text->data(), text->size(), true).get(url) == simdjson::SUCCESS)
        m_nextUrl = QString::fromUtf8(url.data(), qsizetype(url.size()));
    take(',');
}

void TradesPage::readRow(TradesByTicker& out)
{
    if (take(']')) {
        take(',');
        m_place = Place::Envelope;
        return;
    }
    if (const auto row = value())
        addRow(*row, out);
    else
        fail("a row is cut off");
    take(',');
}

void TradesPage::addRow(std::string_view text, TradesByTicker& out)
{
    const auto behind = std::size_t(m_body.constData() + m_body.size() - text.data()) - text.size();
    const bool needsCopy = behind < simdjson::SIMDJSON_PADDING;
    json::object object;
    if (m_parser->rows.parse(text.data(), text.size(), needsCopy).get(object) == simdjson::SUCCESS) {
        const Members row(object);
        const QString named = row.text("ticker");
        const QString& ticker = m_ticker.isEmpty() ? named : m_ticker;
        const bool isOwn = m_ticker.isEmpty() ? domain::OptionSymbol::parse(named.toStdString()).has_value()
                                              : named.isEmpty() || named == m_ticker;
        const auto trade = isOwn ? tradeOf(row) : std::nullopt;
        if (trade) {
            out[ticker].push_back(*trade);
            return;
        }
    }
    ++m_badRows;
}

char TradesPage::peek()
{
    while (m_at < m_body.size() && isSpace(m_body.at(m_at)))
        ++m_at;
    return m_at < m_body.size() ? m_body.at(m_at) : '\0';
}

bool TradesPage::take(char wanted)
{
    if (peek() != wanted)
        return false;
    ++m_at;
    return true;
}

std::optional<std::string_view> TradesPage::value()
{
    peek();
    const qsizetype start = m_at;
    const qsizetype stop = std::min(m_body.size(), start + kLongestValue);
    const char* text = m_body.constData();
    int depth = 0;
    bool inString = false;
    for (; m_at < stop; ++m_at) {
        const char c = text[m_at];
        if (inString) {
            m_at += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (depth == 0 && isBetweenValues(c)) {
            break; // behind a number or a word
        } else {
            inString = c == '"';
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= c == '}' || c == ']' ? 1 : 0;
        }
        const bool ends = !inString && depth == 0 && (c == '"' || c == '}' || c == ']');
        if (ends) {
            ++m_at;
            return std::string_view(text + start, std::size_t(m_at - start));
        }
    }
    if (m_at >= stop || m_at == start)
        return std::nullopt;
    return std::string_view(text + start, std::size_t(m_at - start));
}

void TradesPage::fail(const char* reason)
{
    m_error = badAnswer(QLatin1String(reason));
    m_place = Place::End;
}

} // namespace flowglass::contracts

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contracts/historictrade.h"
#include "domain/error.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <string_view>

namespace flowglass::contracts {

// One page of /v3/trades or /options/v1/unusual-trades, read as many rows at a time as the caller has time for: parsed whole, its 50,000
// rows would hold up the event loop for tens of milliseconds. A row that is no trade is counted and skipped;
// BadAnswer when the page as a whole cannot be read (not JSON, cut off). One thread.
class TradesPage
{
public:
    // Of one contract: rows that name another one are bad. With an empty ticker of many: each row must name its own.
    TradesPage(QByteArray body, QString ticker);
    ~TradesPage();
    TradesPage(TradesPage&&) noexcept;
    TradesPage& operator=(TradesPage&&) noexcept;

    // Appends the trades of the next rows, at most that many. False when the page is at its end or broken.
    bool read(int rows, TradesByTicker& out);

    const std::optional<domain::Error>& error() const { return m_error; } // of the page as a whole
    const QString& nextUrl() const { return m_nextUrl; } // at the end; empty: this was the last
    int badRows() const { return m_badRows; }

private:
    enum class Place { Start, Envelope, Rows, End };
    struct Parser;

    bool step(TradesByTicker& out); // true: a row was read
    void readMember();
    void readRow(TradesByTicker& out);
    void addRow(std::string_view text, TradesByTicker& out);
    char peek(); // the next that is no space; 0 at the end
    bool take(char wanted);
    std::optional<std::string_view> value(); // as written; empty: cut off or too long
    void fail(const char* reason);

    QByteArray m_body;
    QString m_ticker;
    std::unique_ptr<Parser> m_parser;
    qsizetype m_at = 0;
    Place m_place = Place::Start;
    QString m_nextUrl;
    int m_badRows = 0;
    std::optional<domain::Error> m_error;
};

} // namespace flowglass::contracts

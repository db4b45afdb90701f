// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/price.h"

#include <QLocale>
#include <QString>

#include <chrono>

namespace flowglass::models {

// Numbers as the window writes them, in the person's language. Holds its locale, because looking that up
// costs more than writing the number. A value.
class NumberText
{
public:
    explicit NumberText(const QLocale& locale = QLocale());

    QString whole(std::uint64_t n) const;             // "12,340"
    QString decimal(double value, int places) const;  // "1,234.50"
    QString price(domain::Price price) const;         // exact, at least two decimals: "2.50", "0.0125"
    QString dollars(double dollars) const;            // "2.50"; four places below one dollar if it has them
    QString money(domain::Premium premium) const;     // short: "$1.04M", "$12,340"
    QString moneyExact(domain::Premium premium) const; // "$1,044,500.00"
    QString percent(double fraction) const;           // 0.384 -> "38.4%"
    QString duration(std::chrono::nanoseconds span) const; // "0.4 ms", "14 s", "3 min", "2 h"
    QString clock(std::chrono::seconds span) const;        // "00:12:34", hours without end
    QString bytes(qint64 bytes) const;                     // "640 kB", "1.2 GB", in powers of 1,000

private:
    QString m_point;
    QLocale m_locale;
};

} // namespace flowglass::models

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomalytext.h"

#include <QLocale>
#include <QString>

#include <chrono>
#include <cstdint>
#include <utility>

namespace flowglass::domain {

// Phrases and numbers in one wording, for the sentences of this layer. Sources are marked with
// QT_TRANSLATE_NOOP("AnomalyText", ...). In the fixed wording "(s)" is resolved here, because without a
// loaded catalogue Qt leaves it as it stands.
class Speaker
{
public:
    explicit Speaker(Wording wording);

    QString say(const char* source) const;
    // A phrase with a count in it, at %1, with the plural form the number asks for.
    QString count(const char* source, std::uint64_t n) const;
    QString whole(std::uint64_t n) const;
    QString number(double value) const;     // "1,204", "26", "1.4"
    QString decimal(double value) const; // one place: "5.3"
    QString dollars(double value) const;    // whole cents as cents; finer only where it tells something
    QString expected(double count) const;   // as number(), but "less than 0.1" instead of "0.0"
    QString percent(double fraction) const; // "38 %", "0.3 %", "less than 0.01 %"
    // Two percentages with as many places as tell them apart, two at most: "41.3 %", "41.1 %".
    std::pair<QString, QString> percents(double one, double other) const;
    QString roughly(double value) const;    // two significant figures: nobody can tell 40,312 from 40,000
    QString span(std::chrono::milliseconds window) const; // "82 ms", "60 s", "4 min"

private:
    QString percent(double fraction, int places) const;

    Wording m_wording;
    QLocale m_locale;
};

} // namespace flowglass::domain

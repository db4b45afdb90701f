// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/numbertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace flowglass::models {

NumberText::NumberText(const QLocale& locale) : m_locale(locale)
{
    // The C locale would leave the group separators out, which makes large sizes unreadable.
    m_locale.setNumberOptions(m_locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    m_point = m_locale.decimalPoint();
}

QString NumberText::whole(std::uint64_t n) const { return m_locale.toString(qulonglong(n)); }

QString NumberText::decimal(double value, int places) const { return m_locale.toString(value, 'f', places); }

QString NumberText::price(domain::Price price) const
{
    QString text = domain::decimalText(price.units());
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    if (point < 0)
        return text + m_point + QLatin1String("00");
    if (text.size() - point == 2)
        text += QLatin1Char('0');
    return text.replace(point, 1, m_point);
}

QString NumberText::dollars(double dollars) const
{
    const double cents = dollars * 100.0;
    const bool wholeCents = std::abs(cents - std::nearbyint(cents)) < 1e-6 * std::max(1.0, std::abs(cents));
    return decimal(dollars, wholeCents ? 2 : 4);
}

QString NumberText::money(domain::Premium premium) const
{
    const double dollars = premium.lossyDollars();
    const double size = std::abs(dollars);
    const QString sign = dollars < 0 ? QStringLiteral("-$") : QStringLiteral("$");
    // Limits a little below the round number, so that nothing reads "1,000.00M".
    if (size >= 999'995'000.0)
        return sign + decimal(size / 1e9, 2) + QLatin1Char('B');
    if (size >= 999'999.5)
        return sign + decimal(size / 1e6, 2) + QLatin1Char('M');
    return sign + whole(std::uint64_t(std::llround(size)));
}

QString NumberText::moneyExact(domain::Premium premium) const
{
    const std::int64_t units = premium.units();
    const std::int64_t cents = domain::kUnitsPerDollar / 100;
    const QString sign = units < 0 ? QStringLiteral("-$") : QStringLiteral("$");
    return sign + decimal(std::abs(premium.lossyDollars()), units % cents == 0 ? 2 : 4);
}

QString NumberText::percent(double fraction) const { return decimal(fraction * 100.0, 1) + QLatin1Char('%'); }

QString NumberText::duration(std::chrono::nanoseconds span) const
{
    const auto say = [](const char* text, const QString& n) {
        return QCoreApplication::translate("NumberText", text).arg(n);
    };
    const double ms = double(span.count()) / 1e6;
    if (ms < 9.95)
        return say(QT_TRANSLATE_NOOP("NumberText", "%1 ms"), decimal(ms, 1));
    if (ms < 999.5)
        return say(QT_TRANSLATE_NOOP("NumberText", "%1 ms"), decimal(ms, 0));
    const double seconds = ms / 1e3;
    if (seconds < 119.5)
        return say(QT_TRANSLATE_NOOP("NumberText", "%1 s"), decimal(seconds, seconds < 9.95 ? 1 : 0));
    if (seconds < 119.5 * 60.0)
        return say(QT_TRANSLATE_NOOP("NumberText", "%1 min"), decimal(seconds / 60.0, 0));
    if (seconds < 48.0 * 3600.0)
        return say(QT_TRANSLATE_NOOP("NumberText", "%1 h"), decimal(seconds / 3600.0, 0));
    return say(QT_TRANSLATE_NOOP("NumberText", "%1 d"), decimal(seconds / 86400.0, 0));
}

QString NumberText::clock(std::chrono::seconds span) const
{
    const std::int64_t seconds = std::max<std::int64_t>(span.count(), 0);
    const auto two = [](std::int64_t n) { return QString::number(n).rightJustified(2, QLatin1Char('0')); };
    return two(seconds / 3600) + QLatin1Char(':') + two(seconds / 60 % 60) + QLatin1Char(':') + two(seconds % 60);
}

QString NumberText::bytes(qint64 bytes) const
{
    double shown = double(bytes);
    while (shown >= 999.5)
        shown /= 1000.0;
    return m_locale.formattedDataSize(bytes, shown < 9.95 ? 1 : 0, QLocale::DataSizeSIFormat);
}

} // namespace flowglass::models

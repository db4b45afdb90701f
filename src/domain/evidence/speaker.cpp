// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evidence/speaker.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace flowglass::domain {

namespace {

constexpr const char* kContext = "AnomalyText";

int placesOf(double fraction)
{
    return fraction >= 0.1 ? 0 : fraction >= 0.001 ? 1 : 2;
}

} // namespace

Speaker::Speaker(Wording wording)
    : m_wording(wording)
    , m_locale(wording == Wording::Translated ? QLocale() : QLocale(QLocale::English, QLocale::UnitedStates))
{
}

QString Speaker::say(const char* source) const
{
    return m_wording == Wording::Translated ? QCoreApplication::translate(kContext, source)
                                            : QString::fromUtf8(source);
}

QString Speaker::count(const char* source, std::uint64_t n) const
{
    const int plural = int(std::min<std::uint64_t>(n, 1'000'000'000));
    QString text;
    if (m_wording == Wording::Translated) {
        text = QCoreApplication::translate(kContext, source, nullptr, plural);
    } else {
        text = QString::fromUtf8(source);
        text.replace(QLatin1String("(s)"), n == 1 ? QLatin1String("") : QLatin1String("s"));
    }
    return text.replace(QLatin1String("%1"), whole(n));
}

QString Speaker::whole(std::uint64_t n) const
{
    return m_locale.toString(qulonglong(n));
}

QString Speaker::number(double value) const
{
    return value >= 100 ? m_locale.toString(qulonglong(std::llround(value)))
                        : m_locale.toString(value, 'f', value >= 10 ? 0 : 1);
}

QString Speaker::decimal(double value) const
{
    return m_locale.toString(value, 'f', 1);
}

QString Speaker::dollars(double value) const
{
    const bool cents = std::fabs(value * 100.0 - std::round(value * 100.0)) < 0.005;
    return m_locale.toString(value, 'f', cents || value >= 1 ? 2 : 4);
}

QString Speaker::expected(double count) const
{
    constexpr double kLeastShown = 0.05;
    return count < kLeastShown ? say(QT_TRANSLATE_NOOP("AnomalyText", "less than %1")).arg(decimal(0.1)) : number(count);
}

QString Speaker::percent(double fraction) const
{
    constexpr double kLeastShown = 0.00005;
    if (fraction < kLeastShown)
        return say(QT_TRANSLATE_NOOP("AnomalyText", "less than %1")).arg(percent(0.0001, 2));
    return percent(fraction, placesOf(fraction));
}

QString Speaker::percent(double fraction, int places) const
{
    return say(QT_TRANSLATE_NOOP("AnomalyText", "%1 %")).arg(m_locale.toString(fraction * 100.0, 'f', places));
}

std::pair<QString, QString> Speaker::percents(double one, double other) const
{
    constexpr int kMostPlaces = 2;
    std::pair<QString, QString> told{percent(one), percent(other)};
    for (int places = std::max(placesOf(one), placesOf(other)); told.first == told.second && places < kMostPlaces;) {
        ++places;
        told = {percent(one, places), percent(other, places)};
    }
    return told;
}

QString Speaker::roughly(double value) const
{
    const double step = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))) - 1.0);
    const auto rounded = std::uint64_t(std::llround(std::round(value / step) * step));
    return whole(std::max<std::uint64_t>(rounded, 1));
}

QString Speaker::span(std::chrono::milliseconds window) const
{
    constexpr std::int64_t kMinute = 60'000;
    const std::int64_t ms = window.count();
    if (ms < 1000)
        return say(QT_TRANSLATE_NOOP("AnomalyText", "%1 ms"))
            .arg(whole(std::uint64_t(std::max<std::int64_t>(ms, 0))));
    if (ms < 2 * kMinute - 500) // would be told as 120 s
        return say(QT_TRANSLATE_NOOP("AnomalyText", "%1 s")).arg(number(double(ms) / 1000.0));
    return say(QT_TRANSLATE_NOOP("AnomalyText", "%1 min"))
        .arg(whole(std::uint64_t((ms + kMinute / 2) / kMinute)));
}

} // namespace flowglass::domain

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/anomalytext.h"

#include "domain/price.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace flowglass::domain {

namespace {

constexpr const char* kContext = "AnomalyText";

// Phrases and numbers in one wording. In the fixed wording "(s)" is resolved here, because without a
// loaded catalogue Qt leaves it as it stands.
class Speaker
{
public:
    explicit Speaker(Wording wording) : m_wording(wording)
    {
        m_locale = wording == Wording::Translated ? QLocale() : QLocale(QLocale::English, QLocale::UnitedStates);
    }

    QString say(const char* source) const
    {
        return m_wording == Wording::Translated ? QCoreApplication::translate(kContext, source)
                                                : QString::fromUtf8(source);
    }

    // A phrase with a count in it, at %1, with the plural form the number asks for.
    QString count(const char* source, std::uint64_t n) const
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

    QString whole(std::uint64_t n) const { return m_locale.toString(qulonglong(n)); }

    QString number(double value) const
    {
        return value >= 100 ? m_locale.toString(qulonglong(std::llround(value)))
                            : m_locale.toString(value, 'f', value >= 10 ? 0 : 1);
    }

    // Whole cents as cents; finer only where it tells something.
    QString dollars(double value) const
    {
        const bool cents = std::fabs(value * 100.0 - std::round(value * 100.0)) < 0.005;
        return m_locale.toString(value, 'f', cents || value >= 1 ? 2 : 4);
    }

    // Two significant figures: nobody can tell 1 in 40,312 from 1 in 40,000.
    QString oneIn(double value) const
    {
        if (value >= 1e7)
            return say(QT_TRANSLATE_NOOP("AnomalyText", "fewer than one order in 10 million is as large"));
        return say(QT_TRANSLATE_NOOP("AnomalyText", "one order in %1 is as large")).arg(roughly(value));
    }

    QString roughly(double value) const
    {
        const double step = std::pow(10.0, std::floor(std::log10(std::max(value, 1.0))) - 1.0);
        const auto rounded = std::uint64_t(std::llround(std::round(value / step) * step));
        return whole(std::max<std::uint64_t>(rounded, 1));
    }

    QString span(std::chrono::milliseconds window) const
    {
        if (window.count() < 1000)
            return say(QT_TRANSLATE_NOOP("AnomalyText", "%1 ms")).arg(whole(std::uint64_t(window.count())));
        return say(QT_TRANSLATE_NOOP("AnomalyText", "%1 s")).arg(number(double(window.count()) / 1000.0));
    }

private:
    Wording m_wording;
    QLocale m_locale;
};

QString contracts(const Speaker& speak, double n)
{
    return speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 contract(s)"), std::uint64_t(std::llround(n)));
}

QString sizeSentence(const Evidence& e, const Speaker& speak)
{
    QString text = speak.say(QT_TRANSLATE_NOOP("AnomalyText", "%1 in one order")).arg(contracts(speak, e.value));
    if (e.contractSeen > 0 && e.high > 0.0) {
        text += QLatin1String("; ")
                + (e.low == e.high
                       ? speak.say(QT_TRANSLATE_NOOP("AnomalyText", "this contract's orders so far are of %1"))
                             .arg(speak.whole(std::uint64_t(e.low)))
                       : speak.say(QT_TRANSLATE_NOOP("AnomalyText", "this contract's orders so far are %1 to %2"))
                             .arg(speak.whole(std::uint64_t(e.low)), speak.whole(std::uint64_t(e.high))));
    } else {
        text += QLatin1String("; ")
                + speak.say(QT_TRANSLATE_NOOP("AnomalyText", "no earlier order of this contract to compare with; "
                                                             "typical of its underlying is %1"))
                      .arg(speak.whole(std::uint64_t(std::llround(e.baseline))));
    }
    return text + QLatin1String("; ") + speak.oneIn(e.oneIn);
}

QString sweepSentence(const Evidence& e, const Speaker& speak)
{
    QString text = speak.say(QT_TRANSLATE_NOOP("AnomalyText", "swept %1 in %2: %3 in %4"))
                       .arg(speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 exchange(s)"),
                                        std::uint64_t(e.venues)),
                            speak.span(e.window.value_or(std::chrono::milliseconds(0))), contracts(speak, e.value),
                            speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 print(s)"),
                                        std::uint64_t(e.prints)));
    return text + QLatin1String("; ")
           + speak.say(QT_TRANSLATE_NOOP("AnomalyText", "one order in %1 hits as many"))
                 .arg(speak.roughly(std::min(e.oneIn, 1e9)));
}

QString activitySentence(const Evidence& e, const Speaker& speak)
{
    return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "%1 in the last %2; usual here: %3"))
        .arg(speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 order(s)"), std::uint64_t(std::llround(e.value))),
             speak.span(e.window.value_or(std::chrono::milliseconds(0))), speak.number(e.baseline));
}

QString priceSentence(const Evidence& e, const Speaker& speak)
{
    QString text
        = speak.say(QT_TRANSLATE_NOOP("AnomalyText", "traded at %1 where its earlier prints and the moves of its chain "
                                                   "led to %2"))
              .arg(speak.dollars(e.value), speak.dollars(e.baseline));
    if (e.prints > 1)
        text += QLatin1String(", ")
                + speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 print(s) in a row"), std::uint64_t(e.prints));
    return text;
}

} // namespace

QString kindName(AnomalyKind kind, Wording wording)
{
    const Speaker speak(wording);
    switch (kind) {
    case AnomalyKind::Size:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Size"));
    case AnomalyKind::Sweep:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Sweep"));
    case AnomalyKind::Activity:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Activity"));
    case AnomalyKind::Price:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Price"));
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString sentence(const Evidence& evidence, Wording wording)
{
    const Speaker speak(wording);
    switch (evidence.kind) {
    case AnomalyKind::Size:
        return sizeSentence(evidence, speak);
    case AnomalyKind::Sweep:
        return sweepSentence(evidence, speak);
    case AnomalyKind::Activity:
        return activitySentence(evidence, speak);
    case AnomalyKind::Price:
        return priceSentence(evidence, speak);
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString explanation(const Anomaly& anomaly, Wording wording)
{
    std::vector<Evidence> ordered = anomaly.evidence;
    std::ranges::stable_sort(ordered, std::ranges::greater(), &Evidence::surprise);
    QString text;
    for (const Evidence& evidence : ordered) {
        if (!text.isEmpty())
            text += QLatin1String("; ");
        text += sentence(evidence, wording);
    }
    const Speaker speak(wording);
    if (anomaly.multiLeg)
        text += QLatin1String("; ") + speak.say(QT_TRANSLATE_NOOP("AnomalyText", "a leg of a multi-leg order"));
    if (anomaly.state == Anomaly::State::Withdrawn)
        text = speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Withdrawn, its prints were cancelled: %1")).arg(text);
    return text;
}

QString formula(AnomalyKind kind, Wording wording)
{
    const Speaker speak(wording);
    switch (kind) {
    case AnomalyKind::Size:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "score = -log10 P(an order of this contract is at least this large), from counts of "
                           "the contract, its underlying and the market"));
    case AnomalyKind::Sweep:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "score = size score + half of -log10 P(an order hits at least this many exchanges)"));
    case AnomalyKind::Activity:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "score = -log10 P(at least this many orders in the window), Gamma tail around the rate "
                           "of the last hour without its last minutes"));
    case AnomalyKind::Price:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "score = 3 log10(1 + z²/5), z = distance from the predicted price in its own spread; a "
                           "second print on the same side adds to it"));
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString historyNote(const Evidence& evidence, Wording wording)
{
    const Speaker speak(wording);
    if (evidence.contractSeen >= 30)
        return {};
    return speak.say(QT_TRANSLATE_NOOP("AnomalyText",
                                       "Little history of this contract itself (%1 orders): its underlying and the "
                                       "market stand in."))
        .arg(speak.whole(evidence.contractSeen));
}

} // namespace flowglass::domain

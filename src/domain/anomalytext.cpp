// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/anomalytext.h"

#include "domain/evidence/speaker.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace flowglass::domain {

namespace {

constexpr std::uint64_t kEnoughHistory = 30; // orders of a contract

std::uint64_t rounded(double n)
{
    return std::uint64_t(std::llround(std::max(n, 0.0)));
}

QString joined(const QStringList& parts)
{
    return parts.join(QLatin1String("; "));
}

QString contracts(const Speaker& speak, double n)
{
    return speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 contract(s)"), rounded(n));
}

QString orders(const Speaker& speak, double n)
{
    return speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 order(s)"), rounded(n));
}

QString spanOf(const Evidence& e, const Speaker& speak)
{
    return speak.span(e.window.value_or(std::chrono::milliseconds(0)));
}

// Where nothing is kept by contract: what orders of its kind are in the underlying.
QString peerSizes(const Evidence& e, const Speaker& speak)
{
    const bool multiLeg = e.peers == SizePeers::MultiLeg;
    if (e.seen == 0) {
        return multiLeg ? speak.say(QT_TRANSLATE_NOOP("AnomalyText", "no earlier multi-leg order of its underlying to "
                                                                     "compare with"))
                        : speak.say(QT_TRANSLATE_NOOP("AnomalyText", "no earlier crossed or floor order of its "
                                                                     "underlying to compare with"));
    }
    const char* source =
        multiLeg ? QT_TRANSLATE_NOOP("AnomalyText", "typical of multi-leg orders of its underlying is %1")
                 : QT_TRANSLATE_NOOP("AnomalyText", "typical of crossed and floor orders of its underlying is %1");
    return speak.say(source).arg(speak.whole(rounded(e.baseline)));
}

QString ownSizes(const Evidence& e, const Speaker& speak)
{
    if (e.peers != SizePeers::Contract)
        return peerSizes(e, speak);
    const bool none = e.contractSeen == 0 || e.high <= 0.0;
    if (none && e.seen == 0)
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "no earlier order of its underlying to compare with"));
    if (none) {
        return speak
            .say(QT_TRANSLATE_NOOP("AnomalyText", "no earlier order of this contract to compare with; "
                                                  "typical of its underlying is %1"))
            .arg(speak.whole(rounded(e.baseline)));
    }
    if (e.low == e.high)
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "this contract's orders so far are of %1"))
            .arg(speak.whole(rounded(e.low)));
    return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "this contract's orders so far are %1 to %2"))
        .arg(speak.whole(rounded(e.low)), speak.whole(rounded(e.high)));
}

QString sizeSentence(const Evidence& e, const Speaker& speak)
{
    const QString rare =
        e.oneIn >= 1e7
            ? speak.say(QT_TRANSLATE_NOOP("AnomalyText", "fewer than one order in 10 million is as large"))
            : speak.say(QT_TRANSLATE_NOOP("AnomalyText", "one order in %1 is as large"))
                  .arg(speak.roughly(e.oneIn));
    return joined(
        {speak.say(QT_TRANSLATE_NOOP("AnomalyText", "%1 in one order")).arg(contracts(speak, e.value)),
         ownSizes(e, speak), rare});
}

QString sweepSentence(const Evidence& e, const Speaker& speak)
{
    const QString exchanges =
        speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 exchange(s)"), std::uint64_t(e.venues));
    const QString prints =
        speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 print(s)"), std::uint64_t(e.prints));
    return joined({speak.say(QT_TRANSLATE_NOOP("AnomalyText", "swept %1 in %2: %3 in %4"))
                       .arg(exchanges, spanOf(e, speak), contracts(speak, e.value), prints),
                   speak.say(QT_TRANSLATE_NOOP("AnomalyText", "one order in %1 hits as many"))
                       .arg(speak.roughly(std::min(e.oneIn, 1e9)))});
}

QString activitySentence(const Evidence& e, const Speaker& speak)
{
    const auto all = std::uint64_t(std::max(e.prints, 0));
    if (all > rounded(e.value)) {
        return speak
            .say(QT_TRANSLATE_NOOP("AnomalyText", "%1 in the last %2, %3 of them half a second and more apart; usual "
                                                  "here: %4"))
            .arg(orders(speak, double(all)), spanOf(e, speak), speak.whole(rounded(e.value)),
                 speak.expected(e.baseline));
    }
    return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "%1 in the last %2; usual here: %3"))
        .arg(orders(speak, e.value), spanOf(e, speak), speak.expected(e.baseline));
}

QString repeatSentence(const Evidence& e, const Speaker& speak)
{
    return joined(
        {speak.say(QT_TRANSLATE_NOOP("AnomalyText", "%1 traded %2 times within %3"))
             .arg(contracts(speak, e.size), speak.whole(rounded(e.value)), spanOf(e, speak)),
         speak.say(QT_TRANSLATE_NOOP("AnomalyText", "expected: %1 times, as %2 of the orders here have that size"))
             .arg(speak.expected(e.baseline), speak.percent(e.chance))});
}

QString surgeSentence(const Evidence& e, const Speaker& speak)
{
    const QString pace =
        speak.say(QT_TRANSLATE_NOOP("AnomalyText", "all its options at %1 times their usual pace: %2 in %3, "
                                                   "expected %4"))
            .arg(speak.number(e.value / std::max(e.baseline, 0.1)), orders(speak, e.value), spanOf(e, speak),
                 speak.expected(e.baseline));
    QStringList busiest;
    for (const BusyContract& busy : e.busiest)
        busiest += contractLabel(busy.symbol) + QLatin1String(" (") + speak.whole(rounded(busy.orders)) +
                   QLatin1Char(')');
    if (busiest.isEmpty())
        return pace;
    return joined({pace, speak.say(QT_TRANSLATE_NOOP("AnomalyText", "among them %1"))
                             .arg(busiest.join(QLatin1String(", ")))});
}

QString spotPhrase(const Evidence& e, const Speaker& speak)
{
    const char* source =
        e.spotSource == SpotSource::Parity
            ? QT_TRANSLATE_NOOP("AnomalyText", "underlying at %1 by put-call parity, %2 old")
            : QT_TRANSLATE_NOOP("AnomalyText", "underlying at %1 by the prices of its chain, %2 old");
    return speak.say(source).arg(speak.dollars(std::round(e.spot * 100.0) / 100.0), speak.span(e.spotAge));
}

QString priceSentence(const Evidence& e, const Speaker& speak)
{
    QStringList parts;
    parts += speak.say(QT_TRANSLATE_NOOP("AnomalyText", "traded at %1 where %2 was to be expected"))
                 .arg(speak.dollars(e.value), speak.dollars(e.baseline));
    if (e.prints > 1)
        parts.back() += QLatin1String(", ") + speak.count(QT_TRANSLATE_N_NOOP("AnomalyText", "%1 print(s) in a row"),
                                                          std::uint64_t(e.prints));
    if (e.volBefore > 0.0 && e.volAfter > 0.0) {
        const auto [after, before] = speak.percents(e.volAfter, e.volBefore);
        parts += speak.say(QT_TRANSLATE_NOOP("AnomalyText", "implied volatility %1, before %2")).arg(after, before);
    } else if (e.volBefore > 0.0) {
        parts += speak.say(QT_TRANSLATE_NOOP("AnomalyText", "no volatility explains it; before, it was %1"))
                     .arg(speak.percent(e.volBefore));
    }
    if (e.spotSource != SpotSource::None)
        parts += spotPhrase(e, speak);
    return joined(parts);
}

// Only what changes how the reasons are to be read.
QStringList tagPhrases(TagSet tags, const Speaker& speak)
{
    static constexpr std::pair<AnomalyTag, const char*> kPhrases[] = {
        {AnomalyTag::IntermarketSweep,
         QT_TRANSLATE_NOOP("AnomalyText", "reported as an intermarket sweep order")},
        {AnomalyTag::Cross, QT_TRANSLATE_NOOP("AnomalyText", "crossed, not exposed to the market")},
        {AnomalyTag::Floor, QT_TRANSLATE_NOOP("AnomalyText", "traded on the floor")},
        {AnomalyTag::MultiLeg, QT_TRANSLATE_NOOP("AnomalyText", "a leg of a multi-leg order")},
        {AnomalyTag::StockTied, QT_TRANSLATE_NOOP("AnomalyText", "part of a package with stock")},
        {AnomalyTag::ExpiresToday, QT_TRANSLATE_NOOP("AnomalyText", "expires today")}};
    QStringList phrases;
    for (const auto& [tag, phrase] : kPhrases) {
        if (tags.has(tag))
            phrases += speak.say(phrase);
    }
    return phrases;
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
    case AnomalyKind::Repeat:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Repeat"));
    case AnomalyKind::Surge:
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Surge"));
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
    case AnomalyKind::Repeat:
        return repeatSentence(evidence, speak);
    case AnomalyKind::Surge:
        return surgeSentence(evidence, speak);
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString explanation(const Anomaly& anomaly, Wording wording)
{
    std::vector<Evidence> ordered = anomaly.evidence;
    std::ranges::stable_sort(ordered, std::ranges::greater(), &Evidence::surprise);
    QStringList parts;
    for (const Evidence& evidence : ordered)
        parts += sentence(evidence, wording);
    const Speaker speak(wording);
    if (!anomaly.isOfUnderlying())
        parts += tagPhrases(anomaly.tags, speak);
    const QString text = joined(parts);
    if (anomaly.state == Anomaly::State::Withdrawn)
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Withdrawn, what it stood on was cancelled: %1")).arg(text);
    return text;
}

QString formula(AnomalyKind kind, Wording wording)
{
    const Speaker speak(wording);
    switch (kind) {
    case AnomalyKind::Size:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "surprise = -log10 P(an order of this contract is at least this large), from counts of "
                           "the contract, its underlying and the market"));
    case AnomalyKind::Sweep:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "surprise = that of the size + half of -log10 P(an order hits at least this many exchanges)"));
    case AnomalyKind::Activity:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "surprise = -log10 P(at least this many orders in the window), Gamma tail around the rate "
                           "of the last hour without its last minutes"));
    case AnomalyKind::Price:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "surprise = 3 log10(1 + z²/5), z = distance from the price at the contract's own implied "
                           "volatility so far, in its own spread; a second print on the same side adds to it"));
    case AnomalyKind::Repeat:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "surprise = -log10 P(this size repeats at least as often in 5 min), Gamma tail around the "
                           "contract's pace times the chance of the size"));
    case AnomalyKind::Surge:
        return speak.say(QT_TRANSLATE_NOOP(
            "AnomalyText", "surprise = -log10 P(at least this many orders of all its contracts in the window), Gamma "
                           "tail around the rate of the last hour without its last minutes"));
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString historyNote(const Evidence& evidence, Wording wording)
{
    const Speaker speak(wording);
    const bool pooled = evidence.peers != SizePeers::Contract;
    const std::uint64_t behind = pooled ? evidence.seen : evidence.contractSeen;
    if (evidence.kind == AnomalyKind::Surge || behind >= kEnoughHistory)
        return {};
    if (pooled)
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Little history of such orders of its underlying (%1 "
                                                          "orders): the market stands in."))
            .arg(speak.whole(behind));
    if (evidence.kind == AnomalyKind::Price)
        return speak.say(QT_TRANSLATE_NOOP("AnomalyText", "Little history of this contract itself (%1 prints today): "
                                                          "its chain stands in."))
            .arg(speak.whole(behind));
    return speak.say(QT_TRANSLATE_NOOP("AnomalyText",
                                       "Little history of this contract itself (%1 orders): its underlying and the "
                                       "market stand in."))
        .arg(speak.whole(behind));
}

} // namespace flowglass::domain

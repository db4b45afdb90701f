// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/replay/recordedevent.h"

#include "domain/anomaly.h"
#include "session/replay/recordedbackfill.h"
#include "domain/trade.h"

#include <QJsonArray>

#include <algorithm>

namespace flowglass::session {

namespace {

const QLatin1String kGap("gap");
const QLatin1String kWatch("watch");
const QLatin1String kDetect("detect");
const QLatin1String kBaselines("baselines");
const QLatin1String kBackfill("backfill");
const QLatin1String kJudgedAgain("judged_again");
const QLatin1String kText("base64");
const QLatin1String kFrom("from_ms");
const QLatin1String kTo("to_ms");
const QLatin1String kReason("reason");
const QLatin1String kUnderlyings("underlyings");
const QLatin1String kFlags("flags_per_100k");
const QLatin1String kKinds("kinds");
const QLatin1String kPremium("least_premium"); // 1/10,000 dollar

recording::EventEntry form(const domain::FeedGap& gap)
{
    return {{}, kGap, {{kFrom, qint64(gap.from.value)}, {kTo, qint64(gap.to.value)}, {kReason, gap.reason}}};
}

recording::EventEntry form(const domain::WatchList& watch)
{
    return {{}, kWatch, {{kUnderlyings, QJsonArray::fromStringList(watch.entries())}}};
}

recording::EventEntry form(const detect::Settings& settings)
{
    return {{},
            kDetect,
            {{kFlags, settings.flagsPer100k},
             {kKinds, domain::kindWords(settings.kinds, QLatin1Char(';'))},
             {kPremium, qint64(settings.leastPremium.units())}}};
}

recording::EventEntry form(const LearntBaselines& baselines)
{
    return {{}, kBaselines, {{kText, QString::fromLatin1(baselines.text.toBase64())}}};
}

recording::EventEntry form(const Backfill& fill)
{
    return {{}, kBackfill, recordedBackfill(fill)};
}

recording::EventEntry form(const JudgedAgain&)
{
    return {{}, kJudgedAgain, {}};
}

std::optional<StreamEvent> gapOf(const QJsonObject& data)
{
    const domain::UnixMs from{data.value(kFrom).toInteger(-1)};
    const domain::UnixMs to{data.value(kTo).toInteger(-1)};
    if (from.value < 0 || to.value < 0 || std::max(from, to).value > domain::Trade::kMaxTimeMs)
        return std::nullopt;
    // Written when the clock was set back during a gap: where it began is known, and it must not vanish.
    return domain::FeedGap{from, std::max(from, to), data.value(kReason).toString()};
}

std::optional<StreamEvent> watchOf(const QJsonObject& data)
{
    QStringList entries;
    for (const QJsonValue& entry : data.value(kUnderlyings).toArray())
        entries << entry.toString();
    const domain::Result<domain::WatchList> watch = domain::WatchList::parse(entries.join(QLatin1Char(',')));
    return watch ? std::optional<StreamEvent>(*watch) : std::nullopt;
}

domain::KindSet kindsOf(const QString& words)
{
    domain::KindSet kinds;
    const QStringList list = words.split(QLatin1Char(';'));
    for (unsigned kind = 0; kind < unsigned(domain::AnomalyKind::Count); ++kind)
        if (list.contains(QLatin1String(domain::kindWord(domain::AnomalyKind(kind)))))
            kinds.add(domain::AnomalyKind(kind));
    return kinds;
}

std::optional<StreamEvent> settingsOf(const QJsonObject& data)
{
    detect::Settings settings;
    settings.flagsPer100k = data.value(kFlags).toDouble(-1.0);
    settings.kinds = kindsOf(data.value(kKinds).toString());
    settings.leastPremium = domain::Premium::fromUnits(data.value(kPremium).toInteger(-1));
    const bool readable = settings.flagsPer100k > 0.0 && settings.flagsPer100k <= 100'000.0
                          && settings.leastPremium.units() >= 0;
    return readable ? std::optional<StreamEvent>(settings) : std::nullopt;
}

} // namespace

recording::EventEntry recordedForm(const StreamEvent& event, domain::UnixNs time)
{
    recording::EventEntry entry = std::visit([](const auto& what) { return form(what); }, event);
    entry.time = time;
    return entry;
}

std::optional<StreamEvent> replayedForm(const recording::EventEntry& entry)
{
    if (entry.kind == kGap)
        return gapOf(entry.data);
    if (entry.kind == kWatch)
        return watchOf(entry.data);
    if (entry.kind == kBaselines)
        return LearntBaselines{QByteArray::fromBase64(entry.data.value(kText).toString().toLatin1())};
    if (entry.kind == kDetect)
        return settingsOf(entry.data);
    if (entry.kind == kJudgedAgain)
        return JudgedAgain();
    if (entry.kind == kBackfill) {
        const std::optional<Backfill> fill = replayedBackfill(entry.data);
        return fill ? std::optional<StreamEvent>(*fill) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace flowglass::session

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>

namespace flowglass::recording {

// A frame exactly as received.
struct FrameEntry
{
    domain::UnixNs received; // wall clock
    QString text;
    bool operator==(const FrameEntry&) const = default;
};

// Something that happened between two frames: a line `#<ns>\t<kind>\t<json object>`. Kinds in use:
//   connected {"url"}, gap {"from_ms", "to_ms", "reason"}, subscription {"channels"},
//   watch {"underlyings"}, detect {"flags_per_100k", "kinds", "least_premium"}: what it is judged with from here on,
//   baselines {"base64"}: what was learnt on earlier days, before the first trade,
//   backfill {"from_ms", "to_ms", "tickers", "rows", ...}: trades that were fetched for that gap, in parts,
//   judged_again {}: from here on the anomalies are those of all trades, the fetched ones at their gap's place.
// Readers pass unknown kinds on and pass over lines starting with # that have another shape.
struct EventEntry
{
    domain::UnixNs time; // wall clock
    QString kind;
    QJsonObject data;
    bool operator==(const EventEntry&) const = default;
};

using Entry = std::variant<FrameEntry, EventEntry>;

inline domain::UnixNs timeOf(const Entry& entry)
{
    const auto* frame = std::get_if<FrameEntry>(&entry);
    return frame ? frame->received : std::get<EventEntry>(entry).time;
}

// One line, with its line break, appended to `out`; UTF-8.
void appendLine(QByteArray& out, QStringView frame, domain::UnixNs received);
void appendLine(QByteArray& out, const EventEntry& event);
// One line without its break. Empty: not an entry (a comment, or damaged).
std::optional<Entry> parseLine(QByteArrayView line);
// Of a line that begins like an entry, without reading the rest of it.
std::optional<domain::UnixNs> lineTime(QByteArrayView line);
inline bool isEventLine(QByteArrayView line) { return line.startsWith('#'); }

} // namespace flowglass::recording

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/manifest.h"

#include "domain/time/markettime.h"
#include "exporting/jsontext.h"

#include <QJsonDocument>

namespace flowglass::exporting {

namespace {

QByteArray timeOrNull(std::optional<domain::UnixMs> time)
{
    return time ? jsonString(domain::ZoneTime::utc().isoText(*time)) : QByteArray("null");
}

QByteArray stringArray(const QStringList& texts)
{
    JsonArrayText array;
    for (const QString& text : texts)
        array.add(jsonString(text));
    return array.text();
}

QByteArray gapArray(const std::vector<ExportGap>& gaps)
{
    JsonArrayText array;
    for (const ExportGap& gap : gaps) {
        JsonObjectText object;
        object.add("from_utc", timeOrNull(gap.gap.from))
            .add("to_utc", timeOrNull(gap.gap.to))
            .add("reason", jsonString(gap.gap.reason))
            .add("fill", jsonString(gap.fill))
            .add("fetched", jsonNumber(gap.fetched))
            .add("unusual", jsonNumber(gap.unusual));
        array.add(object.text());
    }
    return array.text();
}

QString sourceText(const ExportManifest& manifest, const WrittenRows& written)
{
    if (manifest.sourceFile.isEmpty())
        return manifest.source;
    const QString hash = written.sourceSha256.isEmpty() ? QStringLiteral("unknown, the file cannot be read")
                                                        : QString::fromLatin1(written.sourceSha256);
    return manifest.source + QStringLiteral(", SHA-256 ") + hash;
}

} // namespace

QByteArray manifestJson(const ExportOrder& order, const WrittenRows& written)
{
    const ExportManifest& manifest = order.manifest;
    JsonObjectText object(JsonObjectText::Layout::LinePerKey);
    object.add("app", jsonString(QStringLiteral("flowglass")))
        .add("version", jsonString(QStringLiteral(FLOWGLASS_VERSION)))
        .add("created_utc", timeOrNull(domain::lossyToMs(order.created)))
        .add("source", jsonString(sourceText(manifest, written)))
        .add("feed", jsonString(manifest.feed))
        .add("underlyings", stringArray(manifest.underlyings))
        .add("sensitivity", jsonNumber(manifest.sensitivity))
        .add("rules", QJsonDocument(manifest.rules).toJson(QJsonDocument::Compact))
        .add("from_utc", timeOrNull(written.from))
        .add("to_utc", timeOrNull(written.to))
        .add("gaps", gapArray(manifest.gaps))
        .add("rows", jsonNumber(std::int64_t(written.count)))
        .add("csv_sha256", jsonString(QString::fromLatin1(written.sha256)))
        .add("anomaly_digest", jsonString(QString::fromLatin1(manifest.anomalyDigest)))
        .add("notice",
             jsonString(QStringLiteral("Market data is licensed to its subscriber; the provider's terms "
                                       "may forbid passing this file on to others.")));
    return object.text();
}

} // namespace flowglass::exporting

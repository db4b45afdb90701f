// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recordingheader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace flowglass::recording {

namespace {

constexpr int kFormat = 1;
const QLatin1String kMark("flowglass_recording");

domain::Error unreadable(const char* detail, const QString& text)
{
    return {domain::Error::Code::Unreadable, QLatin1String(detail), text};
}

QString translated(const char* text)
{
    return QCoreApplication::translate("flowglass::recording", text);
}

} // namespace

QByteArray headerLine(const RecordingHeader& header)
{
    const QDateTime created = QDateTime::fromMSecsSinceEpoch(header.created.value / 1'000'000, Qt::UTC);
    QJsonObject line{{kMark, kFormat},
                     {QStringLiteral("created_utc"), created.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("source"), header.source},
                     {QStringLiteral("feed"), header.feed},
                     {QStringLiteral("underlyings"), QJsonArray::fromStringList(header.underlyings)}};
    if (header.sensitivity)
        line.insert(QStringLiteral("sensitivity"), *header.sensitivity);
    if (!header.version.isEmpty())
        line.insert(QStringLiteral("version"), header.version);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

domain::Result<RecordingHeader> parseHeaderLine(QByteArrayView line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray());
    const QJsonObject object = document.object();
    if (!object.contains(kMark))
        return unreadable(
            "no recording header",
            translated(QT_TRANSLATE_NOOP("flowglass::recording", "this is not a recording of Flowglass")));
    if (object.value(kMark).toInt() != kFormat)
        return unreadable("unknown recording format",
                          translated(QT_TRANSLATE_NOOP("flowglass::recording",
                                                       "it was recorded by a newer version of Flowglass")));
    RecordingHeader header;
    const QDateTime created =
        QDateTime::fromString(object.value(QLatin1String("created_utc")).toString(), Qt::ISODateWithMs);
    // Nanoseconds end in the year 2262; who writes a later one knows nothing of the time.
    if (created.isValid() && created.date().year() >= 1970 && created.date().year() < 2262)
        header.created = domain::toNs({created.toMSecsSinceEpoch()});
    header.source = object.value(QLatin1String("source")).toString();
    header.feed = object.value(QLatin1String("feed")).toString();
    const QJsonArray underlyings = object.value(QLatin1String("underlyings")).toArray();
    for (const auto& name : underlyings)
        header.underlyings << name.toString();
    if (object.value(QLatin1String("sensitivity")).isDouble())
        header.sensitivity = object.value(QLatin1String("sensitivity")).toDouble();
    header.version = object.value(QLatin1String("version")).toString();
    return header;
}

} // namespace flowglass::recording

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/files/anomalyfile.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace flowglass::quality {

namespace {

domain::Error unreadable(int line, const QString& reason)
{
    const QString text = QStringLiteral("line %1: %2").arg(line).arg(reason);
    return {domain::Error::Code::Unreadable, text, text};
}

std::string_view keep(const QJsonValue& value, AnomalyFile& file)
{
    return file.names.emplace_back(value.toString().toStdString());
}

Alert alertOf(const QJsonObject& object, std::int64_t ms, AnomalyFile& file)
{
    Alert alert;
    alert.ticker = keep(object[QStringLiteral("ticker")], file);
    alert.underlying = keep(object[QStringLiteral("underlying")], file);
    alert.ms = ms;
    alert.score = object[QStringLiteral("score")].toDouble();
    for (const QJsonValue& sequence : object[QStringLiteral("sequences")].toArray()) {
        if (sequence.toInteger() > 0)
            alert.sequences.push_back(std::uint64_t(sequence.toInteger()));
    }
    return alert;
}

} // namespace

domain::Result<AnomalyFile> parseAnomalies(const QByteArray& text)
{
    std::map<qint64, QJsonObject> last;
    int number = 0;
    for (const QByteArray& line : text.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
        if (error.error != QJsonParseError::NoError)
            return unreadable(number, error.errorString());
        const QString time = object[QStringLiteral("time_utc")].toString();
        if (!object[QStringLiteral("id")].isDouble() || !object[QStringLiteral("score")].isDouble() ||
            !QDateTime::fromString(time, Qt::ISODateWithMs).isValid())
            return unreadable(number, QStringLiteral("id, score or time_utc is missing"));
        last[object[QStringLiteral("id")].toInteger()] = object;
    }
    AnomalyFile file;
    for (const auto& [id, object] : last) {
        if (object[QStringLiteral("state")].toString() == QLatin1String("withdrawn")) {
            ++file.withdrawn;
            continue;
        }
        const QDateTime time =
            QDateTime::fromString(object[QStringLiteral("time_utc")].toString(), Qt::ISODateWithMs);
        file.alerts.push_back(alertOf(object, time.toMSecsSinceEpoch(), file));
    }
    return file;
}

} // namespace flowglass::quality

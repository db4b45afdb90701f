// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/replay/sessionfacts.h"

#include "exporting/atomicfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace flowglass::session {

namespace {

const QLatin1String kMark("flowglass_facts");
constexpr int kFormat = 1;

qint64 integer(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toInteger();
}

} // namespace

SessionFacts factsOf(const RecordedRun& run, qint64 fileBytes)
{
    return {fileBytes,
            run.first,
            run.last,
            run.counters.trades,
            run.counters.watched,
            run.counters.gaps,
            run.counters.anomalies,
            run.digest,
            run.flagsPer100k,
            QStringLiteral(FLOWGLASS_VERSION)};
}

QString factsPath(const QString& recording)
{
    return recording + QStringLiteral(".facts.json");
}

std::optional<SessionFacts> loadFacts(const QString& recording)
{
    QFile file(factsPath(recording));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    SessionFacts facts;
    facts.fileBytes = integer(object, "file_bytes");
    if (integer(object, kMark.data()) != kFormat || facts.fileBytes != QFileInfo(recording).size())
        return std::nullopt;
    facts.first = {integer(object, "first_ns")};
    facts.last = {integer(object, "last_ns")};
    facts.trades = std::uint64_t(integer(object, "trades"));
    facts.watched = std::uint64_t(integer(object, "watched"));
    facts.gaps = std::uint64_t(integer(object, "gaps"));
    facts.anomalies = std::uint64_t(integer(object, "anomalies"));
    facts.digest = object.value(QLatin1String("anomaly_digest")).toString().toLatin1();
    facts.flagsPer100k = object.value(QLatin1String("sensitivity")).toDouble();
    facts.version = object.value(QLatin1String("version")).toString();
    return facts;
}

domain::Result<bool> saveFacts(const QString& recording, const SessionFacts& facts)
{
    const QJsonObject object{
        {kMark, kFormat},
        {QStringLiteral("file_bytes"), facts.fileBytes},
        {QStringLiteral("first_ns"), qint64(facts.first.value)},
        {QStringLiteral("last_ns"), qint64(facts.last.value)},
        {QStringLiteral("trades"), qint64(facts.trades)},
        {QStringLiteral("watched"), qint64(facts.watched)},
        {QStringLiteral("gaps"), qint64(facts.gaps)},
        {QStringLiteral("anomalies"), qint64(facts.anomalies)},
        {QStringLiteral("anomaly_digest"), QString::fromLatin1(facts.digest)},
        {QStringLiteral("sensitivity"), facts.flagsPer100k},
        {QStringLiteral("version"), facts.version},
    };
    return exporting::writeWhole(factsPath(recording), QJsonDocument(object).toJson());
}

} // namespace flowglass::session

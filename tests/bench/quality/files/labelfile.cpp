// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/quality/files/labelfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace flowglass::quality {

namespace {

const QString kFormat = QStringLiteral("flowglass_labels");

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject objectOf(const LabelledEvent& event)
{
    QJsonArray prints;
    for (const LabelledPrint& print : event.prints) {
        prints.append(QJsonObject{{QStringLiteral("ticker"), text(print.ticker)},
                                  {QStringLiteral("ns"), qint64(print.ns)},
                                  {QStringLiteral("price"), print.price},
                                  {QStringLiteral("size"), qint64(print.size)},
                                  {QStringLiteral("sequence"), qint64(print.sequence)}});
    }
    return {{QStringLiteral("id"), event.id},
            {QStringLiteral("kind"), QLatin1String(kEventKindWords[std::size_t(event.kind)])},
            {QStringLiteral("grade"), QLatin1String(kGradeWords[std::size_t(event.grade)])},
            {QStringLiteral("ticker"), event.ticker.empty() ? QJsonValue() : QJsonValue(text(event.ticker))},
            {QStringLiteral("underlying"), text(event.underlying)},
            {QStringLiteral("from_ns"), qint64(event.fromNs)},
            {QStringLiteral("to_ns"), qint64(event.toNs)},
            {QStringLiteral("prints"), prints}};
}

LabelledPrint printOf(const QJsonObject& object)
{
    return {object[QStringLiteral("ticker")].toString().toStdString(),
            object[QStringLiteral("ns")].toInteger(), object[QStringLiteral("price")].toDouble(),
            std::uint32_t(object[QStringLiteral("size")].toInteger()),
            std::uint64_t(object[QStringLiteral("sequence")].toInteger())};
}

template <std::size_t N>
std::optional<std::size_t> indexOf(const std::array<const char*, N>& words, const QString& word)
{
    const auto at =
        std::ranges::find_if(words, [&word](const char* one) { return word == QLatin1String(one); });
    return at == words.end() ? std::nullopt : std::optional(std::size_t(at - words.begin()));
}

// False when kind or grade are not known.
bool readEvent(const QJsonObject& object, Labels& labels)
{
    const auto kind = indexOf(kEventKindWords, object[QStringLiteral("kind")].toString());
    const auto grade = indexOf(kGradeWords, object[QStringLiteral("grade")].toString());
    if (!kind || !grade)
        return false;
    LabelledEvent event;
    event.id = object[QStringLiteral("id")].toInt();
    event.kind = EventKind(*kind);
    event.grade = Grade(*grade);
    event.ticker = object[QStringLiteral("ticker")].toString().toStdString();
    event.underlying = object[QStringLiteral("underlying")].toString().toStdString();
    event.fromNs = object[QStringLiteral("from_ns")].toInteger();
    event.toNs = object[QStringLiteral("to_ns")].toInteger();
    for (const QJsonValue& print : object[QStringLiteral("prints")].toArray())
        event.prints.push_back(printOf(print.toObject()));
    std::ranges::sort(event.prints, {}, &LabelledPrint::sequence);
    labels.events.push_back(std::move(event));
    return true;
}

bool readLine(const QJsonObject& object, Labels& labels)
{
    if (object.contains(kFormat)) {
        labels.seed = std::uint64_t(object[QStringLiteral("seed")].toInteger());
        labels.scoredFromNs = object[QStringLiteral("scored_from_ns")].toInteger();
        labels.scoredToNs = object[QStringLiteral("scored_to_ns")].toInteger();
        labels.scoredPrints = std::uint64_t(object[QStringLiteral("scored_prints")].toInteger());
        return object[kFormat].toInt() == 1 && labels.scoredPrints > 0;
    }
    if (labels.scoredPrints == 0)
        return false;
    if (!object.contains(QStringLiteral("news")))
        return readEvent(object, labels);
    labels.news.push_back(
        {object[QStringLiteral("news")].toString().toStdString(), object[QStringLiteral("ns")].toInteger()});
    return true;
}

} // namespace

QByteArray labelText(const Labels& labels)
{
    QByteArray out = line({{kFormat, 1},
                           {QStringLiteral("seed"), qint64(labels.seed)},
                           {QStringLiteral("scored_from_ns"), qint64(labels.scoredFromNs)},
                           {QStringLiteral("scored_to_ns"), qint64(labels.scoredToNs)},
                           {QStringLiteral("scored_prints"), qint64(labels.scoredPrints)}});
    for (const LabelledEvent& event : labels.events)
        out += line(objectOf(event));
    for (const LabelledNews& news : labels.news)
        out +=
            line({{QStringLiteral("news"), text(news.underlying)}, {QStringLiteral("ns"), qint64(news.ns)}});
    return out;
}

domain::Result<Labels> parseLabels(const QByteArray& bytes)
{
    Labels labels;
    int number = 0;
    for (const QByteArray& one : bytes.split('\n')) {
        ++number;
        if (one.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(one, &error);
        if (!document.isObject() || !readLine(document.object(), labels)) {
            const QString reason =
                QStringLiteral("line %1: %2")
                    .arg(number)
                    .arg(document.isObject() ? QStringLiteral("not a label") : error.errorString());
            return domain::Error{domain::Error::Code::Unreadable, reason, reason};
        }
    }
    return labels;
}

} // namespace flowglass::quality

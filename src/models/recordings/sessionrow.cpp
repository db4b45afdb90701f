// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordings/sessionrow.h"

#include "models/numbertext.h"

#include <QCoreApplication>
#include <QDir>

namespace flowglass::models {

namespace {

QString say(const char* text) { return QCoreApplication::translate("SessionRow", text); }

QString moment(domain::UnixNs t, const domain::ZoneTime& zone)
{
    const domain::UnixMs ms = domain::lossyToMs(t);
    return zone.dateText(ms) + QLatin1Char(' ') + zone.timeText(ms).left(8);
}

QString stretch(const SessionRow& row, const domain::ZoneTime& zone)
{
    if (row.first.value == 0)
        return {};
    const domain::UnixMs first = domain::lossyToMs(row.first);
    const domain::UnixMs last = domain::lossyToMs(row.last);
    const QString end = zone.day(first) == zone.day(last) ? zone.timeText(last).left(8) : moment(row.last, zone);
    return moment(row.first, zone) + QStringLiteral(" – ") + end + QLatin1Char(' ') + zone.name();
}

QString number(const std::optional<quint64>& n)
{
    return n ? NumberText().whole(*n) : say(QT_TRANSLATE_NOOP("SessionRow", "not known yet"));
}

} // namespace

QString feedText(const QString& feed)
{
    if (feed == QLatin1String("realtime"))
        return say(QT_TRANSLATE_NOOP("SessionRow", "Real time"));
    if (feed == QLatin1String("delayed"))
        return say(QT_TRANSLATE_NOOP("SessionRow", "Delayed"));
    if (feed == QLatin1String("business"))
        return say(QT_TRANSLATE_NOOP("SessionRow", "Business"));
    if (feed == QLatin1String("delayed-business"))
        return say(QT_TRANSLATE_NOOP("SessionRow", "Business, delayed"));
    if (feed == QLatin1String("demo"))
        return say(QT_TRANSLATE_NOOP("SessionRow", "Demo"));
    if (feed == QLatin1String("flatfile"))
        return say(QT_TRANSLATE_NOOP("SessionRow", "Flat file"));
    return feed;
}

QString watchedText(const QStringList& underlyings)
{
    if (underlyings.contains(QStringLiteral("*")))
        return say(QT_TRANSLATE_NOOP("SessionRow", "whole market"));
    return underlyings.join(QStringLiteral(", "));
}

QString shortDigest(const QByteArray& digest)
{
    constexpr int kPlaces = 8;
    return QString::fromLatin1(digest.left(kPlaces));
}

std::vector<std::pair<QString, QString>> sessionDetails(const SessionRow& row, const domain::ZoneTime& zone)
{
    const NumberText numbers;
    const QString source = row.source.isEmpty() ? QString() : QStringLiteral(" · ") + row.source;
    const QString digest = row.digest.isEmpty() ? say(QT_TRANSLATE_NOOP("SessionRow", "not analysed yet"))
                                                : QString::fromLatin1(row.digest);
    std::vector<std::pair<QString, QString>> lines{
        {say(QT_TRANSLATE_NOOP("SessionRow", "File")), QDir::toNativeSeparators(row.path)},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Recorded")), stretch(row, zone)},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Begun")),
         row.created.value == 0 ? QString() : moment(row.created, zone) + QLatin1Char(' ') + zone.name()},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Source")), feedText(row.feed) + source},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Watched")), watchedText(row.underlyings)},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Sensitivity")),
         row.sensitivity ? say(QT_TRANSLATE_NOOP("SessionRow", "%1 flags per 100,000 trades"))
                               .arg(numbers.decimal(*row.sensitivity, 1))
                         : QString()},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Found")),
         say(QT_TRANSLATE_NOOP("SessionRow", "trades: %1, gaps: %2, anomalies: %3"))
             .arg(number(row.trades), number(row.gaps), number(row.anomalies))},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Digest")), digest},
        {say(QT_TRANSLATE_NOOP("SessionRow", "Note")), row.note},
    };
    std::erase_if(lines, [](const auto& line) { return line.second.isEmpty(); });
    return lines;
}

} // namespace flowglass::models

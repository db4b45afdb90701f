// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/entry.h"

#include <QJsonDocument>

#include <charconv>

namespace flowglass::recording {

namespace {

constexpr char kEscaped = '~'; // between the time and the tab

void appendNumber(QByteArray& out, std::int64_t number)
{
    char digits[20];
    const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
    out.append(digits, end - digits);
}

bool hasLineBreak(QStringView text)
{
    return text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r'));
}

void appendEscaped(QByteArray& out, const QByteArray& text)
{
    for (const char c : text) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
}

// Empty when an escape is not one that is written.
std::optional<QByteArray> unescaped(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            plain += text[at];
            continue;
        }
        const char code = ++at < text.size() ? text[at] : '\0';
        if (code != '\\' && code != 'n' && code != 'r')
            return std::nullopt;
        plain += code == 'n' ? '\n' : code == 'r' ? '\r' : '\\';
    }
    return plain;
}

// The time in front of `line`, and what follows it.
std::optional<domain::UnixNs> takeTime(QByteArrayView& line)
{
    domain::UnixNs time;
    const auto [end, error] = std::from_chars(line.begin(), line.end(), time.value);
    if (error != std::errc() || time.value < 0)
        return std::nullopt;
    line = line.sliced(end - line.begin());
    return time;
}

// fromUtf8() takes a byte order mark off.
QString exactText(QByteArrayView utf8)
{
    static constexpr QByteArrayView kMark("\xEF\xBB\xBF");
    QString text = QString::fromUtf8(utf8);
    if (utf8.startsWith(kMark))
        text.prepend(QChar::ByteOrderMark);
    return text;
}

std::optional<Entry> parseEvent(QByteArrayView line)
{
    const std::optional<domain::UnixNs> time = takeTime(line);
    if (!time || !line.startsWith('\t'))
        return std::nullopt;
    line = line.sliced(1);
    const qsizetype tab = line.indexOf('\t');
    if (tab <= 0)
        return std::nullopt;
    const QJsonDocument data = QJsonDocument::fromJson(line.sliced(tab + 1).toByteArray());
    if (!data.isObject())
        return std::nullopt;
    return EventEntry{*time, QString::fromUtf8(line.first(tab)), data.object()};
}

} // namespace

void appendLine(QByteArray& out, QStringView frame, domain::UnixNs received)
{
    appendNumber(out, received.value);
    if (hasLineBreak(frame)) {
        out += kEscaped;
        out += '\t';
        appendEscaped(out, frame.toUtf8());
    } else {
        out += '\t';
        out += frame.toUtf8();
    }
    out += '\n';
}

void appendLine(QByteArray& out, const EventEntry& event)
{
    out += '#';
    appendNumber(out, event.time.value);
    out += '\t';
    out += event.kind.toUtf8();
    out += '\t';
    out += QJsonDocument(event.data).toJson(QJsonDocument::Compact);
    out += '\n';
}

std::optional<Entry> parseLine(QByteArrayView line)
{
    if (isEventLine(line))
        return parseEvent(line.sliced(1));
    const std::optional<domain::UnixNs> time = takeTime(line);
    const bool escaped = time && line.startsWith(kEscaped);
    if (escaped)
        line = line.sliced(1);
    if (!time || !line.startsWith('\t'))
        return std::nullopt;
    line = line.sliced(1);
    if (!escaped)
        return FrameEntry{*time, exactText(line)};
    const std::optional<QByteArray> plain = unescaped(line);
    if (!plain)
        return std::nullopt;
    return FrameEntry{*time, exactText(*plain)};
}

std::optional<domain::UnixNs> lineTime(QByteArrayView line)
{
    const bool event = isEventLine(line);
    if (event)
        line = line.sliced(1);
    const std::optional<domain::UnixNs> time = takeTime(line);
    if (!event && line.startsWith(kEscaped))
        line = line.sliced(1);
    return line.startsWith('\t') ? time : std::nullopt;
}

} // namespace flowglass::recording

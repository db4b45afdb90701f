// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/jsontext.h"

#include <QLocale>

#include <cmath>

namespace flowglass::exporting {

namespace {

void appendEscaped(QByteArray& out, char c)
{
    static constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
        out += c;
        return;
    }
    out += "\\u00";
    out += kHex[byte >> 4];
    out += kHex[byte & 0xF];
}

} // namespace

QByteArray jsonString(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8)
        appendEscaped(out, c);
    out += '"';
    return out;
}

QByteArray jsonStringOrNull(const QString& text)
{
    return text.isEmpty() ? QByteArray("null") : jsonString(text);
}

QByteArray jsonNumber(double value)
{
    if (!std::isfinite(value))
        return QByteArray("null");
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray jsonNumber(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    // Beyond 2^53 there are no decimals to round, and the product may not be finite.
    return jsonNumber(std::isfinite(rounded) ? rounded : value);
}

JsonObjectText& JsonObjectText::add(const char* key, const QByteArray& value)
{
    const bool pretty = m_layout == Layout::LinePerKey;
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += pretty ? "\n  \"" : "\"";
    m_members += key;
    m_members += pretty ? "\": " : "\":";
    m_members += value;
    return *this;
}

QByteArray JsonObjectText::text() const
{
    return '{' + m_members + (m_layout == Layout::LinePerKey ? "\n}\n" : "}");
}

void JsonArrayText::add(const QByteArray& value)
{
    if (!m_elements.isEmpty())
        m_elements += ',';
    m_elements += value;
}

} // namespace flowglass::exporting

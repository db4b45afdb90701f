// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace flowglass::exporting {

// JSON as text, for objects whose keys must stand in a documented order (QJsonObject sorts them).
QByteArray jsonString(const QString& text);
QByteArray jsonStringOrNull(const QString& text);  // null when empty
QByteArray jsonNumber(double value);               // shortest form; null when not finite
QByteArray jsonNumber(double value, int decimals); // rounded first
inline QByteArray jsonNumber(std::uint64_t value)
{
    return QByteArray::number(qulonglong(value));
}
inline QByteArray jsonNumber(std::int64_t value)
{
    return QByteArray::number(qlonglong(value));
}

// `{"a":1,"b":2}`, or with a line per key when pretty. Values are JSON already.
class JsonObjectText
{
public:
    enum class Layout { OneLine, LinePerKey };

    explicit JsonObjectText(Layout layout = Layout::OneLine) : m_layout(layout) {}
    JsonObjectText& add(const char* key, const QByteArray& value);
    QByteArray text() const;

private:
    Layout m_layout;
    QByteArray m_members;
};

// `[...]`: add() per element, text() at the end.
class JsonArrayText
{
public:
    void add(const QByteArray& value);
    QByteArray text() const { return '[' + m_elements + ']'; }

private:
    QByteArray m_elements;
};

} // namespace flowglass::exporting

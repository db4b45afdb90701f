// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVariant>

#include <optional>
#include <span>
#include <type_traits>

namespace flowglass::settings {

// How a value stands in the settings file: encode() for writing, decode() for what was read, empty when it
// is not such a value. An ini file knows only text, so every decode starts from text.
template <class T>
struct SettingCodec;

// The word that stands for a value of an enum, in the file and on the command line.
// An enum that is kept needs a `std::span<const EnumWord<E>> enumWords(E)` beside it.
template <class E>
struct EnumWord
{
    E value;
    const char* word;
};

template <class E>
QString wordOf(E value)
{
    for (const EnumWord<E>& entry : enumWords(E{})) {
        if (entry.value == value)
            return QString::fromLatin1(entry.word);
    }
    return {};
}

template <class E>
std::optional<E> fromWord(const QString& word)
{
    for (const EnumWord<E>& entry : enumWords(E{})) {
        if (word == QLatin1String(entry.word))
            return entry.value;
    }
    return std::nullopt;
}

template <class E>
requires std::is_enum_v<E>
struct SettingCodec<E>
{
    static QVariant encode(E value) { return wordOf(value); }
    static std::optional<E> decode(const QVariant& stored) { return fromWord<E>(stored.toString()); }
};

template <>
struct SettingCodec<QString>
{
    static QVariant encode(const QString& value) { return value; }
    static std::optional<QString> decode(const QVariant& stored);
};

template <>
struct SettingCodec<QByteArray>
{
    static QVariant encode(const QByteArray& value) { return value; }
    static std::optional<QByteArray> decode(const QVariant& stored);
};

template <>
struct SettingCodec<bool>
{
    static QVariant encode(bool value) { return value; }
    static std::optional<bool> decode(const QVariant& stored);
};

template <>
struct SettingCodec<int>
{
    static QVariant encode(int value) { return value; }
    static std::optional<int> decode(const QVariant& stored);
};

template <>
struct SettingCodec<double>
{
    static QVariant encode(double value);
    static std::optional<double> decode(const QVariant& stored);
};

template <>
struct SettingCodec<QUrl>
{
    static QVariant encode(const QUrl& value) { return value.toString(QUrl::FullyEncoded); }
    static std::optional<QUrl> decode(const QVariant& stored);
};

} // namespace flowglass::settings

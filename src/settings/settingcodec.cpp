// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingcodec.h"

#include <QLocale>

#include <cmath>

namespace flowglass::settings {

std::optional<QString> SettingCodec<QString>::decode(const QVariant& stored)
{
    // An unquoted comma in a file edited by hand reads as a list.
    if (stored.typeId() == QMetaType::QStringList)
        return stored.toStringList().join(QLatin1Char(','));
    if (stored.typeId() == QMetaType::QString)
        return stored.toString();
    return std::nullopt;
}

std::optional<QByteArray> SettingCodec<QByteArray>::decode(const QVariant& stored)
{
    if (stored.typeId() == QMetaType::QByteArray)
        return stored.toByteArray();
    if (stored.typeId() == QMetaType::QString && stored.toString().isEmpty())
        return QByteArray();
    return std::nullopt;
}

std::optional<bool> SettingCodec<bool>::decode(const QVariant& stored)
{
    const QString text = stored.toString();
    if (text == QLatin1String("true"))
        return true;
    if (text == QLatin1String("false"))
        return false;
    return std::nullopt;
}

std::optional<int> SettingCodec<int>::decode(const QVariant& stored)
{
    bool ok = false;
    const int value = stored.toString().toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

QVariant SettingCodec<double>::encode(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

std::optional<double> SettingCodec<double>::decode(const QVariant& stored)
{
    bool ok = false;
    const double value = stored.toString().toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<QUrl> SettingCodec<QUrl>::decode(const QVariant& stored)
{
    if (stored.typeId() != QMetaType::QString)
        return std::nullopt;
    const QUrl url(stored.toString(), QUrl::StrictMode);
    return url.isEmpty() || url.isValid() ? std::optional(url) : std::nullopt;
}

} // namespace flowglass::settings

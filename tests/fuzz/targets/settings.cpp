// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "settings/feedsettings.h"

#include <cmath>

namespace flowglass::fuzz {

namespace {

template <class T>
const char* check(const QVariant& stored)
{
    using Codec = settings::SettingCodec<T>;
    const std::optional<T> value = Codec::decode(stored);
    if (!value)
        return nullptr;
    const std::optional<T> again = Codec::decode(Codec::encode(*value));
    // Texts are compared, because an address has several forms of the same meaning.
    return again && Codec::encode(*again) == Codec::encode(*value) ? nullptr : "a value is read as it is written";
}

} // namespace

// The first byte tells the type wanted and the one that the file seems to hold.
const char* settings(Input input)
{
    if (input.empty())
        return nullptr;
    const QByteArray bytes = bytesOf(input.subspan(1));
    QVariant stored = QString::fromUtf8(bytes);
    if (input[0] & 0x40U)
        stored = QByteArray(bytes);
    else if (input[0] & 0x80U)
        stored = QString::fromUtf8(bytes).split(QLatin1Char(','));
    switch (input[0] % 7) {
    case 0:
        return check<QString>(stored);
    case 1:
        return check<QByteArray>(stored);
    case 2:
        return check<bool>(stored);
    case 3:
        return check<int>(stored);
    case 4:
        return check<double>(stored);
    case 5:
        return check<QUrl>(stored);
    default:
        return check<settings::FeedHost>(stored);
    }
}

} // namespace flowglass::fuzz

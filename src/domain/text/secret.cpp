// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/secret.h"

#include <QByteArray>

namespace flowglass::domain {

namespace {

// Shorter ones would be found in ordinary words.
constexpr qsizetype kLeastEncoded = 8;

void blotEncoded(QString& text, const QByteArray& secret, QByteArray::Base64Options options, const QString& blot)
{
    // With something behind the secret only its whole groups of three bytes look the same.
    for (const qsizetype bytes : {secret.size(), secret.size() / 3 * 3}) {
        const QByteArray encoded = secret.first(bytes).toBase64(options | QByteArray::OmitTrailingEquals);
        if (encoded.size() >= kLeastEncoded)
            text.replace(QString::fromLatin1(encoded), blot);
    }
}

} // namespace

QString withoutSecret(QString text, const QString& secret, const QString& blot)
{
    if (secret.isEmpty())
        return text;
    const QByteArray bytes = secret.toUtf8();
    text.replace(QString::fromLatin1(bytes.toPercentEncoding()), blot, Qt::CaseInsensitive);
    text.replace(secret, blot, Qt::CaseInsensitive);
    blotEncoded(text, bytes, QByteArray::Base64Encoding, blot);
    blotEncoded(text, bytes, QByteArray::Base64UrlEncoding, blot);
    return text;
}

} // namespace flowglass::domain

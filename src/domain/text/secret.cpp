// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/secret.h"

#include <QByteArray>

#include <utility>
#include <vector>

namespace flowglass::domain {

namespace {

// Shorter ones would be found in ordinary words.
constexpr qsizetype kLeastEncoded = 8;
// JSON within a text of JSON is escaped twice, and so on.
constexpr int kDeepest = 3;

struct Form
{
    QString text;
    Qt::CaseSensitivity letters;
};

// Longer ones before what they begin with.
std::vector<Form> formsOf(const QString& secret)
{
    const QByteArray bytes = secret.toUtf8();
    std::vector<Form> forms{{QString::fromLatin1(bytes.toPercentEncoding()), Qt::CaseInsensitive},
                            {secret, Qt::CaseInsensitive}};
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        // With something behind the secret only its whole groups of three bytes look the same.
        for (const qsizetype length : {bytes.size(), bytes.size() / 3 * 3}) {
            const QByteArray encoded = bytes.first(length).toBase64(alphabet | QByteArray::OmitTrailingEquals);
            if (encoded.size() >= kLeastEncoded)
                forms.push_back({QString::fromLatin1(encoded), Qt::CaseSensitive});
        }
    }
    return forms;
}

// A text without the escapes of JSON, and where each of its characters began; one more place is the end.
struct Unescaped
{
    QString text;
    std::vector<qsizetype> places;
};

// What the escape at `at` stands for, and how long it is; one that is none stands for itself.
std::pair<QChar, qsizetype> characterAt(const QString& text, qsizetype at)
{
    if (text[at] != QLatin1Char('\\') || at + 1 == text.size())
        return {text[at], 1};
    switch (text[at + 1].unicode()) {
    case u'"':
    case u'\\':
    case u'/':
        return {text[at + 1], 2};
    case u'u': {
        bool isHex = false;
        const ushort code = QStringView(text).mid(at + 2, 4).toUShort(&isHex, 16);
        return isHex && at + 6 <= text.size() ? std::pair(QChar(code), qsizetype(6)) : std::pair(text[at], qsizetype(1));
    }
    default:
        return {text[at], 1};
    }
}

Unescaped unescaped(const Unescaped& from)
{
    Unescaped plain;
    plain.text.reserve(from.text.size());
    plain.places.reserve(from.places.size());
    for (qsizetype at = 0; at < from.text.size();) {
        const auto [character, length] = characterAt(from.text, at);
        plain.text += character;
        plain.places.push_back(from.places[std::size_t(at)]);
        at += length;
    }
    plain.places.push_back(from.places.back());
    return plain;
}

Unescaped unescaped(const QString& text, int depth)
{
    Unescaped plain{text, {}};
    for (qsizetype at = 0; at <= text.size(); ++at)
        plain.places.push_back(at);
    while (depth-- > 0)
        plain = unescaped(plain);
    return plain;
}

void blotEscaped(QString& text, const Form& form, int depth, const QString& blot)
{
    const Unescaped plain = unescaped(text, depth);
    std::vector<std::pair<qsizetype, qsizetype>> spans; // of the text
    qsizetype at = 0;
    while ((at = plain.text.indexOf(form.text, at, form.letters)) >= 0) {
        const qsizetype end = at + form.text.size();
        spans.emplace_back(plain.places[std::size_t(at)], plain.places[std::size_t(end)]);
        at = end;
    }
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
        text.replace(span->first, span->second - span->first, blot);
}

} // namespace

QString withoutSecret(QString text, const QString& secret, const QString& blot)
{
    if (secret.isEmpty())
        return text;
    for (const Form& form : formsOf(secret)) { // in this order: some are the beginning of others
        text.replace(form.text, blot, form.letters);
        for (int depth = 1; depth <= kDeepest && text.contains(QLatin1Char('\\')); ++depth)
            blotEscaped(text, form, depth, blot);
    }
    return text;
}

} // namespace flowglass::domain

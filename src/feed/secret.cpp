// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/secret.h"

namespace flowglass::feed {

QString withoutSecret(QString text, const QString& secret)
{
    if (!secret.isEmpty())
        text.replace(secret, QStringLiteral("***"), Qt::CaseInsensitive);
    return text;
}

} // namespace flowglass::feed

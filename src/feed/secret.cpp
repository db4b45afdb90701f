// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/secret.h"

#include "domain/text/secret.h"

namespace flowglass::feed {

QString withoutSecret(QString text, const QString& secret)
{
    return domain::withoutSecret(std::move(text), secret);
}

} // namespace flowglass::feed

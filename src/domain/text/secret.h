// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace flowglass::domain {

// The text with every occurrence of the secret as `blot`, plain (in any case), percent-encoded or in base64, each
// also with any of its characters escaped as in JSON: for whatever somebody else said that goes to a log, a file or a
// person.
QString withoutSecret(QString text, const QString& secret, const QString& blot = QStringLiteral("***"));

} // namespace flowglass::domain

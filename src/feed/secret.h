// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace flowglass::feed {

// The text with every occurrence of the secret as ***: for whatever the provider said that goes to the
// log or to a person.
QString withoutSecret(QString text, const QString& secret);

} // namespace flowglass::feed

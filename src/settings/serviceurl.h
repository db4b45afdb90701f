// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"

#include <QString>
#include <QUrl>

namespace flowglass::settings {

// Addresses that the key is sent to, so they are strict: wss:// or https://, plain ws:// or http:// for
// this machine only, and no user, password, query or fragment. Errors are Unreadable, told to the person.
domain::Result<QUrl> parseFeedUrl(const QString& text); // with its full path
domain::Result<QUrl> parseApiUrl(const QString& text);  // without a "/" at its end

} // namespace flowglass::settings

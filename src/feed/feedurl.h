// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace flowglass::feed {

// The API key travels over this address, so it must be encrypted or stay on this machine:
// wss to any host, ws to loopback only; no user name or password in it.
bool isAllowedUrl(const QUrl& url);

} // namespace flowglass::feed

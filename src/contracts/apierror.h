// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/time/unixtime.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace flowglass::contracts {

// Errors of REST calls, in words. `said`: what the provider says about it, without the key; may be empty.
domain::Error httpError(int httpStatus, const QString& said);
domain::Error unreachableError(const QString& reason);
domain::Error timeoutError(std::chrono::milliseconds after);
domain::Error tooLargeError(qint64 limitBytes);
domain::Error plainAddressError(); // http to another machine: never asked
domain::Error foreignRedirectError(const QString& host);
domain::Error rateLimitError(domain::UnixMs until);
domain::Error tooManyError(); // given up unasked: the queue is full
domain::Error unreadableTickerError();
domain::Error oldSnapshotError(); // of a chain: from before the gap that it is asked for was over
domain::Error noPastSnapshotError(); // of a replay
domain::Error lookupsOffError();     // of a replay without a key

std::optional<domain::UnixMs> httpDate(const QByteArray& header); // "Fri, 20 Nov 2026 15:00:30 GMT"
// The header Retry-After: seconds, or an HTTP date that is compared with `now`. Empty: cannot be read.
std::optional<std::chrono::milliseconds> retryAfterOf(const QByteArray& header, domain::UnixMs now);

// `text` with every occurrence of the key, in any form domain::withoutSecret() knows, blotted out.
QString withoutKey(QString text, const QString& key);

} // namespace flowglass::contracts

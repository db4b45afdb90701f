// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contract.h"
#include "domain/error.h"

#include <QByteArray>
#include <QString>

namespace flowglass::contracts {

// The bodies of the provider's answers as values. Whatever is null, missing or of another type is "not
// provided"; only an answer as a whole can be refused:
//   BadAnswer  not JSON, `results` of another kind, or the answer is about another contract than `ticker`
//   NotFound   `results` missing, null or empty
// Never throw, keep no state, any thread.
domain::Result<domain::ContractTerms> decodeTerms(const QByteArray& body, const QString& ticker);
domain::Result<domain::ContractSnapshot> decodeSnapshot(const QByteArray& body, const QString& ticker);

// What the provider says to the person: `error` or `message` of an error answer, in one line of at most
// 300 characters. Empty when there is none (HTML, plain text).
QString decodeMessage(const QByteArray& body);

// A time in s, ms, us or ns, told apart by its magnitude (documented as ns, seen as ms). Empty: not positive, or beyond 2262.
std::optional<domain::UnixNs> scaledTime(std::int64_t value);

} // namespace flowglass::contracts

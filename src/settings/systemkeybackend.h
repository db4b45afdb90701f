// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/keybackend.h"

namespace flowglass::settings {

// The system keychain (Secret Service, KWallet), through QtKeychain; never its insecure fallback.
class SystemKeyBackend final : public KeyBackend
{
public:
    void read(QObject* context, Answer answer) override;
    void write(const QString& key, QObject* context, Answer answer) override;
    void forget(QObject* context, Answer answer) override;
};

} // namespace flowglass::settings

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace flowglass::feed {

// One control message of the provider ({"ev":"status",…}), as it came: `status` is the word to decide
// on, `message` prose for a person (it may hold line breaks).
struct StatusMessage
{
    QString status;
    QString message;
    bool operator==(const StatusMessage&) const = default;
};

} // namespace flowglass::feed

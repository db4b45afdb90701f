// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace flowglass::feed {

Q_DECLARE_LOGGING_CATEGORY(feedLog) // "flowglass.feed"

} // namespace flowglass::feed

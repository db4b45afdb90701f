// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feedlog.h"

namespace flowglass::feed {

Q_LOGGING_CATEGORY(feedLog, "flowglass.feed")

} // namespace flowglass::feed

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace flowglass::domain {

// "250", "2.5", "50k", "1.2m" as people type amounts of money and contracts; empty when it is none.
std::optional<double> amountOf(QString text);

} // namespace flowglass::domain

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/tape/tape.h"

#include <QByteArray>

namespace flowglass::quality {

// The underlyings' prices once a minute: `underlying,timestamp,price`, nanoseconds, dollars. Nothing that is
// scored may read it; it is for looking at.
QByteArray spotText(const Tape& tape);

} // namespace flowglass::quality

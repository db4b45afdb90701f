// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The head of every test file: Qt Test's comparisons and printing of the domain's plain values.
#include "domain/time/unixtime.h"

#include <QtTest/QtTest>

namespace flowglass::domain {

inline char* toString(UnixMs t) { return QTest::toString(QString::number(t.value)); }

} // namespace flowglass::domain

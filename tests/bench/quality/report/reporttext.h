// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/report/summary.h"

#include <QByteArray>
#include <QJsonObject>

namespace flowglass::quality {

// For people: tables of plain text.
QByteArray reportText(const Summary& summary, std::span<const SeedFigures> seeds);
QByteArray systemTable(std::span<const SystemSummary> systems);
QByteArray gradeTable(const SystemSummary& system); // kinds by grades, delays

// For programs: the same figures.
QJsonObject reportJson(const Summary& summary);
QJsonObject systemJson(const SystemSummary& system);

} // namespace flowglass::quality

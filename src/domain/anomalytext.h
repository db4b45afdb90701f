// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomaly.h"

#include <QString>

namespace flowglass::domain {

// In what language a sentence is said. Files that others read (CSV, JSON Lines) are always English with
// numbers in the C locale, so that the same input gives the same bytes; the window speaks the user's.
enum class Wording { FixedEnglish, Translated };

QString kindName(AnomalyKind kind, Wording wording);                 // "Size", "Sweep"
QString sentence(const Evidence& evidence, Wording wording);         // one detector's reason
QString explanation(const Anomaly& anomaly, Wording wording);        // all reasons, strongest first
QString formula(AnomalyKind kind, Wording wording);                  // one line: how the raw surprise is made
// Why a score cannot be given yet; empty when there is history enough.
QString historyNote(const Evidence& evidence, Wording wording);

} // namespace flowglass::domain

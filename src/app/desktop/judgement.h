// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evidence/explanation.h"
#include "models/evidence/budgetpreview.h"
#include "models/evidence/whynotcard.h"
#include "session/session.h"

namespace flowglass::app {

// What the detectors say, as values for the window.
models::PrintJudgement judgementOf(const domain::Explanation& explanation, bool flagged);
models::BudgetPreview budgetPreview(const session::Session& session, double flagsPer100k, double watchedPerSecond);
models::UnusualOverlap unusualOverlap(const session::Session& session);
models::BaselineSummary baselineSummary(const session::Session& session, domain::UnixMs now);

} // namespace flowglass::app

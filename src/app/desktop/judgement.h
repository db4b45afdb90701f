// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/engine.h"
#include "models/evidence/budgetpreview.h"
#include "models/evidence/whynotcard.h"
#include "session/baselinewriter.h"
#include "session/session.h"

namespace flowglass::app {

// What the detectors say, as values for the window.
models::PrintJudgement judgementOf(const detect::Engine& engine, const domain::Trade& trade, std::uint64_t row);
models::BudgetPreview budgetPreview(const session::Session& session, const detect::Settings& settings,
                                    double watchedPerSecond);
double flagsPerHour(double flagsPer100k, double watchedPerSecond);
// `unusual`: how many trades of the run the provider's rule takes.
models::UnusualOverlap unusualOverlap(const detect::Engine& engine, const tape::TradeStore& store,
                                      std::uint64_t unusual);
// Empty: there is no file.
models::BaselineSummary baselineSummary(const std::optional<session::KeptBaselines>& file, domain::UnixMs now);

} // namespace flowglass::app

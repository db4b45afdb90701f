// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomalytext.h"
#include "domain/evidence/explanation.h"

#include <QString>

namespace flowglass::domain {

// "Why was this not flagged?" in words. What is as of now and not of then says so.
QString reasonText(NotJudged reason, Wording wording); // a sentence; empty for NotJudged::No
// "2.1 of 5.3; 3 contracts, usual by now: 6": without the detector's name.
QString detectorText(const DetectorExplanation& detector, double threshold, Wording wording);

} // namespace flowglass::domain

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/anomalytext.h"
#include "domain/evidence/explanation.h"

#include <QString>

namespace flowglass::domain {

// "Why was this not flagged?" in words. What is as of now and not of then says so.
QString reasonText(NotJudged reason, Wording wording); // a sentence; empty for NotJudged::No
// Why this detector gave no score: as reasonText(), with what it knows.
QString reasonText(const DetectorExplanation& detector, Wording wording);
// "3 contracts; usual by now: 6.0 contracts in one order": without the detector's name, score and reason.
QString factsText(const DetectorExplanation& detector, Wording wording);
// "its kind was switched off", "$84 was at stake, $250 is the least"; empty when nothing kept it from flagging.
QString filterText(const DetectorExplanation& detector, Wording wording);

} // namespace flowglass::domain

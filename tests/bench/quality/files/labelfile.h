// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/quality/scoring/labels.h"
#include "domain/error.h"

#include <QByteArray>
#include <QString>

namespace flowglass::quality {

// Labels as JSON Lines. The first line is of the tape:
//   {"flowglass_labels":1,"seed":1,"scored_from_ns":…,"scored_to_ns":…,"scored_prints":430000}
// then one of each planted event, "ticker" null when it is of the whole underlying,
//   {"id":1,"kind":"block","grade":"weak","ticker":"O:…","underlying":"QAA","from_ns":…,"to_ns":…,
//    "prints":[{"ticker":"O:…","ns":…,"price":2.5,"size":850,"sequence":4711}]}
// and of each news: {"news":"QAB","ns":…}
QByteArray labelText(const Labels& labels);

// Error: Unreadable, with line and reason.
domain::Result<Labels> parseLabels(const QByteArray& text);

} // namespace flowglass::quality

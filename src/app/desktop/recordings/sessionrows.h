// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordings/sessionrow.h"
#include "recording/recordingindex.h"
#include "session/replay/catalogue.h"
#include "session/replay/rundifference.h"
#include "views/dialogs/comparedialog.h"

namespace flowglass::app {

// What is known of recordings, as the window shows it. Values in, values out; any thread.
models::SessionRow sessionRow(const session::CataloguedSession& session, const models::SessionRow* known);
models::SessionRow withFacts(models::SessionRow row, const session::SessionFacts& facts);
models::SessionRow withIndex(models::SessionRow row, const domain::Result<recording::RecordingIndex>& index);
// `files`: of the two runs. The rows speak the person's language: GUI thread.
views::CompareDialog::Comparison comparison(const session::RecordedRun& before, const session::RecordedRun& after,
                                            const QStringList& files);
// Judges a recording and keeps what came out beside it. Blocking; a worker's matter.
domain::Result<session::SessionFacts> analysed(const QString& path, const session::OpenSource& open,
                                               const session::RunSettings& how, const recording::Progress& progress);

} // namespace flowglass::app

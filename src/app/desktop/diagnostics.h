// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "views/dialogs/diagnosticsdialog.h"

namespace flowglass::app {

// Every figure of a session as lines for the person.
views::DiagnosticsDialog::Report diagnosticsReport(session::Session& session);

} // namespace flowglass::app

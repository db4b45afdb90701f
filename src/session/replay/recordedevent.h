// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/unixtime.h"
#include "recording/entry.h"
#include "session/streamevent.h"

#include <optional>

namespace flowglass::session {

// A stream event as a line of a recording, and back. Back is empty for kinds that do not concern the pipeline
// (connected, subscription) and for data that cannot be read.
recording::EventEntry recordedForm(const StreamEvent& event, domain::UnixNs time);
std::optional<StreamEvent> replayedForm(const recording::EventEntry& entry);

} // namespace flowglass::session

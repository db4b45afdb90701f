// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzz.h"
#include "session/replay/recordedevent.h"

namespace flowglass::fuzz {

const char* events(Input input)
{
    const QByteArray line = bytesOf(input);
    const auto entry = recording::parseLine(line);
    const auto* event = entry ? std::get_if<recording::EventEntry>(&*entry) : nullptr;
    const auto played = event ? session::replayedForm(*event) : std::nullopt;
    if (!played)
        return nullptr;
    const auto again = session::replayedForm(session::recordedForm(*played, event->time));
    return again && *again == *played ? nullptr : "an event is played as it is recorded";
}

} // namespace flowglass::fuzz

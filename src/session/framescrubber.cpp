// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/framescrubber.h"

#include "domain/text/secret.h"

namespace flowglass::session {

FrameScrubber::FrameScrubber(const QString& key) : m_plain(key) {}

QString FrameScrubber::scrubbed(const QString& frame) const
{
    static const QLatin1String kTrades("[{\"ev\":\"T\"");
    const QString key = m_plain.pattern();
    if (key.isEmpty())
        return frame;
    if (frame.startsWith(kTrades) && !frame.contains(QLatin1Char('\\')) && m_plain.indexIn(frame) < 0)
        return frame;
    return domain::withoutSecret(frame, key);
}

} // namespace flowglass::session

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringMatcher>

namespace flowglass::session {

// Keeps the API key out of what is kept of the feed, should the provider ever echo it. Costs one search for the
// plain key a frame of trades, and one for a backslash; frames of another kind, or with one, which are few, are
// searched for its other forms too.
class FrameScrubber
{
public:
    explicit FrameScrubber(const QString& key); // empty: none, nothing is looked for

    QString scrubbed(const QString& frame) const; // the same text, shared, when there is nothing in it

private:
    QStringMatcher m_plain;
};

} // namespace flowglass::session

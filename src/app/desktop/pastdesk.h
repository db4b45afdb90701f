// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "session/baselinewriter.h"
#include "session/openinterest/openinterestrecord.h"

#include <QObject>

#include <optional>

namespace flowglass::app {

// What goes from day to day, in files beside the settings: what was learnt, brought to a live stream before it
// starts and kept while it runs and when it stops, and the open interest of its contracts. The demo market and
// replays neither bring nor leave any. Files are a worker's business. GUI thread.
class PastDesk : public QObject
{
    Q_OBJECT

public:
    PastDesk(const QString& settingsFile, const domain::Clock& clock, QObject* parent = nullptr);

    // Starts the stream when what was learnt is loaded; told() says why it could not be. The stream may go meanwhile.
    void startWith(Stream& stream);
    void keep(Stream& stream); // when it has stopped
    void reset();              // removes what was learnt, and keeps nothing of the present run
    // The file as the live run has loaded or written it last; empty: there is none.
    const std::optional<session::KeptBaselines>& kept() const { return m_kept; }
    const session::OpenInterestHistory& openInterest() const { return m_openInterest.history(); }

Q_SIGNALS:
    void told(const QString& text);

private:
    struct File
    {
        domain::Result<QByteArray> text;
        domain::UnixMs time;
    };
    void start(Stream& stream, const File& file);
    void onKept(const session::KeptBaselines& file);

    const QString m_path;
    session::BaselineWriter m_writer;
    session::OpenInterestRecord m_openInterest;
    std::optional<session::KeptBaselines> m_kept;
    bool m_reset = false;
};

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "session/baselinewriter.h"

#include <QObject>

namespace flowglass::app {

// Brings what was learnt on earlier days to a live stream before it starts, and keeps it while it runs and when it
// stops. The demo market and replays neither bring nor leave any. Files are a worker's business. GUI thread.
class BaselineDesk : public QObject
{
    Q_OBJECT

public:
    explicit BaselineDesk(QString path, QObject* parent = nullptr);

    // Starts the stream when they are loaded; told() says why they could not be. The stream may go meanwhile.
    void startWith(Stream& stream);
    void keep(Stream& stream); // when it has stopped
    void reset();              // removes what was kept, and keeps nothing of the present run

Q_SIGNALS:
    void told(const QString& text);

private:
    void start(Stream& stream, const domain::Result<QByteArray>& text);

    const QString m_path;
    session::BaselineWriter m_writer;
    bool m_reset = false;
};

} // namespace flowglass::app

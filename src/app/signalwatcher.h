// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace flowglass::app {

// Turns SIGINT and SIGTERM into a signal of the event loop, and ignores SIGPIPE so that a reader that goes
// away is a write error. One at a time: signal handlers belong to the whole process.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void stopRequested();

private:
    void onReadable();

    int m_pipe[2] = {-1, -1}; // read end, write end
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace flowglass::app

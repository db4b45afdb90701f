// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace flowglass::market {

// SIGINT and SIGTERM as a Qt signal (through a pipe, the only thing a signal handler may touch).
// One per process, made before the event loop runs.
class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(QObject* parent = nullptr);

Q_SIGNALS:
    void stopRequested();
};

} // namespace flowglass::market

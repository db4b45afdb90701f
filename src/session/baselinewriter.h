// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detect/baselines.h"
#include "domain/time/unixtime.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <chrono>

namespace flowglass::session {

class Session;

// A file of baselines, as it was written or read.
struct KeptBaselines
{
    detect::BaselineInfo info; // bytes: of the file
    domain::UnixMs time;       // of the file
};

// Keeps what a session's engine has learnt, every few minutes while it runs, so that a crash costs no day's
// learning. What is learnt is taken as it stands on the caller's thread (some 1 ms for the contracts of one
// underlying); packing and writing are a worker's. With more contracts than kMostContracts taking it would
// hold up the window, so then it is kept at the end of the run only. GUI thread.
class BaselineWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr std::uint64_t kMostContracts = 10'000;
    static constexpr std::chrono::minutes kEvery{3};

    explicit BaselineWriter(QString path, std::chrono::milliseconds every = kEvery, QObject* parent = nullptr);
    ~BaselineWriter() override; // waits for what is being written

    void follow(const Session& session); // from now on, while it lives; of one session at a time
    void stop();
    // Now, whatever its size; nothing when the session has judged nothing. The file is replaced as a whole.
    void write(const Session& session);
    // What was kept goes, or is put aside because it is no good; in order with the writes.
    void remove();
    void keepAside();

Q_SIGNALS:
    void failed(const QString& text);
    void kept(const flowglass::session::KeptBaselines& file); // it is written

private:
    void onTimer();

    const QString m_path;
    QTimer m_timer;
    QPointer<const Session> m_session;
    QThreadPool m_worker; // one thread: writes stay in order
};

} // namespace flowglass::session

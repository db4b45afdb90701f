// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recording/framesource.h"

#include <QObject>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace flowglass::session {

// Opens the input of a replay; blocking, called on the reader's thread.
using OpenSource =
    std::function<domain::Result<std::unique_ptr<recording::FrameSource>>(const recording::Progress&)>;

// Reads a source ahead of its replay on a thread of its own: opening, decompressing and sorting never touch
// the GUI thread. At most `capacityBytes` of text wait to be taken. All signals and calls: GUI thread.
class ReadAhead : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kCapacityBytes = std::size_t(16) << 20;

    explicit ReadAhead(OpenSource open, std::size_t capacityBytes = kCapacityBytes, QObject* parent = nullptr);
    ~ReadAhead() override; // gives up and waits for the thread

    void start();

    enum class Taken {
        Block,  // `block` holds the next entries
        Empty,  // nothing yet: available() follows
        Ended,  // everything was taken
        Failed  // failed() told why
    };
    Taken take(std::vector<recording::Entry>& block); // its old content is dropped

    std::vector<recording::Loss> losses() const; // so far

Q_SIGNALS:
    void progressed(qint64 done, qint64 total); // of opening
    // last: time of the last entry; 0 when it is not known beforehand.
    void opened(const flowglass::recording::RecordingHeader& header, flowglass::domain::UnixNs last);
    void available(); // after take() gave Empty
    void failed(const flowglass::domain::Error& error);

private:
    struct Block
    {
        std::vector<recording::Entry> entries;
        std::size_t bytes = 0;
    };
    void run();
    void readAll(recording::FrameSource& source);
    bool push(std::vector<recording::Entry> entries, std::vector<recording::Loss> losses); // false: give up
    void finish(std::optional<domain::Error> error);
    void announce();

    const OpenSource m_open;
    const std::size_t m_capacity;
    std::thread m_thread;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_room;
    std::deque<Block> m_blocks;
    std::size_t m_bytes = 0;
    std::vector<recording::Loss> m_losses;
    bool m_hungry = false; // take() found nothing: tell when there is something
    bool m_done = false;
    bool m_failed = false;
    bool m_stop = false;
};

} // namespace flowglass::session

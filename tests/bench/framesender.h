// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

#include <atomic>
#include <thread>
#include <vector>

namespace flowglass::bench {

// A WebSocket server of one connection that sends ready-made frames as fast as the client reads, from its
// own thread with plain sockets, so that it costs as little as can be. It plays the provider's handshake.
class FrameSender
{
public:
    // Frames are borrowed and must outlive the sender.
    explicit FrameSender(const std::vector<QByteArray>& frames);
    ~FrameSender();
    FrameSender(const FrameSender&) = delete;
    FrameSender& operator=(const FrameSender&) = delete;

    QUrl url() const;
    bool failed() const { return m_failed; }

private:
    void serve();
    bool upgrade(int socket) const;
    bool greet(int socket) const;

    std::vector<char> m_wire; // every frame as it goes over the wire
    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_failed = false;
    std::thread m_thread;
};

} // namespace flowglass::bench

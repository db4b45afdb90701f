// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "framesender.h"

#include <QCryptographicHash>
#include <QString>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace flowglass::bench {

namespace {

void appendFrame(std::vector<char>& wire, const QByteArray& payload)
{
    const auto size = std::size_t(payload.size());
    wire.push_back(char(0x81)); // final, text
    if (size < 126) {
        wire.push_back(char(size));
    } else {
        const int bytes = size < 65'536 ? 2 : 8;
        wire.push_back(char(bytes == 2 ? 126 : 127));
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            wire.push_back(char(size >> shift & 0xFF));
    }
    wire.insert(wire.end(), payload.begin(), payload.end());
}

bool sendAll(int socket, const char* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, data, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data += sent;
        size -= std::size_t(sent);
    }
    return true;
}

bool sendText(int socket, const QByteArray& text)
{
    std::vector<char> wire;
    appendFrame(wire, text);
    return sendAll(socket, wire.data(), wire.size());
}

} // namespace

FrameSender::FrameSender(const std::vector<QByteArray>& frames)
{
    std::size_t size = 0;
    for (const QByteArray& frame : frames)
        size += std::size_t(frame.size()) + 10;
    m_wire.reserve(size);
    for (const QByteArray& frame : frames)
        appendFrame(m_wire, frame);

    m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    m_failed = ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) != 0
               || ::listen(m_listener, 1) != 0
               || ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0;
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

FrameSender::~FrameSender()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

QUrl FrameSender::url() const { return QUrl(QStringLiteral("ws://127.0.0.1:%1/options").arg(m_port)); }

bool FrameSender::upgrade(int socket) const
{
    QByteArray request;
    char buffer[4096];
    while (!request.contains("\r\n\r\n")) {
        const ssize_t got = ::recv(socket, buffer, sizeof(buffer), 0);
        if (got <= 0)
            return false;
        request.append(buffer, got);
    }
    const qsizetype at = request.toLower().indexOf("sec-websocket-key:") + 18;
    QByteArray key = request.mid(at, request.indexOf("\r\n", at) - at).trimmed();
    key.append("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    const QByteArray accept
        = QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64();
    const QByteArray answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                              "Sec-WebSocket-Accept: "
                              + accept + "\r\n\r\n";
    return sendAll(socket, answer.constData(), std::size_t(answer.size()));
}

bool FrameSender::greet(int socket) const
{
    char buffer[4096];
    return sendText(socket, R"([{"ev":"status","status":"connected","message":"Connected Successfully"}])")
           && ::recv(socket, buffer, sizeof(buffer), 0) > 0
           && sendText(socket, R"([{"ev":"status","status":"auth_success","message":"authenticated"}])")
           && ::recv(socket, buffer, sizeof(buffer), 0) > 0
           && sendText(socket, R"([{"ev":"status","status":"success","message":"subscribed to: T.*"}])");
}

void FrameSender::serve()
{
    const int socket = ::accept(m_listener, nullptr, nullptr);
    if (socket < 0)
        return;
    if (!upgrade(socket) || !greet(socket) || !sendAll(socket, m_wire.data(), m_wire.size()))
        m_failed = true;
    char buffer[4096];
    while (::recv(socket, buffer, sizeof(buffer), 0) > 0) {
    }
    ::close(socket);
}

} // namespace flowglass::bench

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/restdoor.h"

#include <QTimer>

#include <utility>

namespace flowglass::market {

namespace {

constexpr qsizetype kLongestRequest = 64 * 1024;

RestDoor::Request requestOf(const QByteArray& head)
{
    RestDoor::Request request;
    const QList<QByteArray> lines = head.split('\n');
    request.url = QUrl::fromEncoded(lines.first().split(' ').value(1));
    for (const QByteArray& line : lines) {
        if (line.toLower().startsWith("authorization:"))
            request.authorization = line.mid(line.indexOf(':') + 1).trimmed();
    }
    return request;
}

} // namespace

RestDoor::RestDoor(const FaultState& faults, QObject* parent) : QTcpServer(parent), m_faults(faults) {}

// Connections are kept by clients, so a fault begins and ends with hanging up: the next request comes in anew.
void RestDoor::apply(const FaultState::Change& change)
{
    if (change.begins) {
        for (const QPointer<QTcpSocket>& socket : std::exchange(m_good, {})) {
            if (socket)
                socket->disconnectFromHost();
        }
        return;
    }
    const QList<QTcpSocket*> spoilt = m_spoilt.keys();
    for (QTcpSocket* socket : spoilt)
        socket->abort();
}

void RestDoor::incomingConnection(qintptr descriptor)
{
    auto* socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    if (m_faults.active(FaultSide::Rest) == nullptr) {
        std::erase_if(m_good, [](const QPointer<QTcpSocket>& good) { return good.isNull(); });
        m_good.emplace_back(socket);
        addPendingConnection(socket);
        return;
    }
    m_spoilt.insert(socket, {});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_spoilt.remove(socket);
        socket->deleteLater();
    });
}

void RestDoor::read(QTcpSocket* socket)
{
    QByteArray& head = m_spoilt[socket];
    head += socket->readAll();
    const Fault* fault = m_faults.active(FaultSide::Rest);
    if (fault == nullptr || head.size() > kLongestRequest)
        return socket->abort();
    if (head.contains("\r\n\r\n"))
        write(socket, m_answer(*fault, requestOf(std::exchange(head, {}))), fault->number);
}

void RestDoor::write(QTcpSocket* socket, const SpoiltAnswer& answer, int msPerByte)
{
    switch (answer.end) {
    case SpoiltAnswer::End::Trickles:
        return trickle(socket, answer.bytes, msPerByte);
    case SpoiltAnswer::End::Closes:
        socket->write(answer.bytes);
        return socket->disconnectFromHost();
    case SpoiltAnswer::End::Hangs:
        socket->write(answer.bytes);
        return;
    }
}

void RestDoor::trickle(QTcpSocket* socket, const QByteArray& bytes, int msPerByte)
{
    if (bytes.isEmpty())
        return socket->disconnectFromHost();
    socket->write(bytes.left(1));
    QTimer::singleShot(msPerByte, socket,
                       [this, socket, bytes, msPerByte] { trickle(socket, bytes.mid(1), msPerByte); });
}

} // namespace flowglass::market

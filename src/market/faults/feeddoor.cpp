// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/faults/feeddoor.h"

#include <QHostAddress>

#include <utility>

namespace flowglass::market {

FeedDoor::FeedDoor(const FaultState& faults, QObject* parent) : QObject(parent), m_faults(faults), m_server(this)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FeedDoor::accept);
}

bool FeedDoor::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return false;
    m_port = m_server.serverPort();
    return true;
}

void FeedDoor::close()
{
    m_server.close();
    for (const QPointer<QTcpSocket>& socket : std::exchange(m_waiting, {}))
        delete socket.data();
}

void FeedDoor::apply(const FaultState::Change& change)
{
    if (change.fault.kind == FaultKind::Refuse && change.begins)
        m_server.close();
    else if (change.fault.kind == FaultKind::Refuse)
        m_server.listen(QHostAddress::LocalHost, m_port);
    if (change.fault.kind != FaultKind::SlowUpgrade || change.begins)
        return;
    for (const QPointer<QTcpSocket>& socket : std::exchange(m_waiting, {})) {
        if (socket && socket->state() == QAbstractSocket::ConnectedState)
            Q_EMIT arrived(socket);
    }
}

void FeedDoor::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        if (m_faults.active(FaultKind::SlowUpgrade)) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            m_waiting.emplace_back(socket);
        } else if (m_faults.active(FaultKind::Upgrade) || m_faults.active(FaultKind::WrongAccept)) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answerWrongly(socket); });
        } else {
            Q_EMIT arrived(socket);
        }
    }
}

// Stays open afterwards, so that the client has to judge by what it was told.
void FeedDoor::answerWrongly(QTcpSocket* socket)
{
    if (!socket->readAll().contains("\r\n\r\n"))
        return; // the request of a WebSocket client comes in one piece on loopback
    const Fault* upgrade = m_faults.active(FaultKind::Upgrade);
    if (upgrade == nullptr) {
        socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: d3Jvbmcgb24gcHVycG9zZQ==\r\n\r\n");
        return;
    }
    socket->write("HTTP/1.1 " + QByteArray::number(upgrade->number)
                  + " Simulated\r\nLocation: http://127.0.0.1:9/elsewhere\r\nContent-Length: 0\r\n\r\n");
}

} // namespace flowglass::market

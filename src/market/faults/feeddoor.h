// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/faults/faultstate.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <vector>

namespace flowglass::market {

// Where connections to the feed come in, before there is a WebSocket: refuses them, lets them wait, or
// answers their handshake wrongly, as the faults of the moment say. One thread, any.
class FeedDoor : public QObject
{
    Q_OBJECT

public:
    explicit FeedDoor(const FaultState& faults, QObject* parent = nullptr);

    bool listen(quint16 port); // 0: a free one
    quint16 port() const { return m_port; }
    QString errorString() const { return m_server.errorString(); }
    void close();
    void apply(const FaultState::Change& change); // of the feed

Q_SIGNALS:
    void arrived(QTcpSocket* socket); // to be upgraded; the receiver's, until the door is destroyed

private:
    void accept();
    void answerWrongly(QTcpSocket* socket);

    const FaultState& m_faults;
    QTcpServer m_server;
    quint16 m_port = 0;
    std::vector<QPointer<QTcpSocket>> m_waiting;
};

} // namespace flowglass::market

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/faults/faultstate.h"
#include "market/faults/restfaults.h"

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <vector>

namespace flowglass::market {

// Where connections to REST come in. Without a fault they go on to the HTTP server this is bound to; while
// one lasts they are answered here, byte by byte as the fault wants it. One thread.
class RestDoor : public QTcpServer
{
    Q_OBJECT

public:
    struct Request
    {
        QUrl url; // path and query
        QByteArray authorization;
    };
    using Answer = std::function<SpoiltAnswer(const Fault&, const Request&)>;

    explicit RestDoor(const FaultState& faults, QObject* parent = nullptr);
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    void apply(const FaultState::Change& change); // of REST

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket* socket);
    void write(QTcpSocket* socket, const SpoiltAnswer& answer, int msPerByte);
    void trickle(QTcpSocket* socket, const QByteArray& bytes, int msPerByte);

    const FaultState& m_faults;
    Answer m_answer;
    std::vector<QPointer<QTcpSocket>> m_good;
    QHash<QTcpSocket*, QByteArray> m_spoilt; // with what was read of a request
};

} // namespace flowglass::market

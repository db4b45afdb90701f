// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/clock.h"
#include "domain/feedstatus.h"
#include "feed/connectionmachine.h"
#include "feed/feedconfig.h"
#include "feed/link/dataprobe.h"
#include "feed/statusmessage.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QSslError;
class QTcpSocket;
class QWebSocket;
QT_END_NAMESPACE

namespace flowglass::feed {

// The provider's stream: a QWebSocket on the caller's thread, kept up for as long as it runs. What to do
// is decided by ConnectionMachine; this is its socket and its timer. Frames are handed on undecoded;
// whoever decodes them gives the control messages back in order. The API key is sent in the auth message
// only and appears in no reason and no log line.
class FeedConnection : public QObject
{
    Q_OBJECT

public:
    FeedConnection(FeedConfig config, const QString& apiKey, const domain::Clock& clock,
                   QObject* parent = nullptr);
    ~FeedConnection() override;

    void start();
    // Leaves politely; afterwards only statusChanged(Offline) is still sent, and before it returns the gap that
    // lasted.
    void stop();
    void retryNow(); // when waiting for the next try, stalled, replaced or refused
    void noteWoken(std::chrono::milliseconds slept); // the computer slept: connects anew at once
    void noteNetworkBack();
    void noteDataStall(const QString& text, bool dead); // as ConnectionMachine::onDataStall
    void noteMarketClosed();
    // The set wanted, at any time; while connected only the difference is asked for.
    void setChannels(const QStringList& channels);
    void onStatus(const flowglass::feed::StatusMessage& message);

    const domain::FeedStatus& status() const { return m_machine.status(); }
    std::uint64_t reconnects() const { return m_machine.reconnects(); }
    std::optional<domain::FeedGap> openGap() const { return m_machine.openGap(now()); }

Q_SIGNALS:
    void frameReceived(const QString& frame);
    void statusChanged(const flowglass::domain::FeedStatus& status);
    void gapEnded(const flowglass::domain::FeedGap& gap); // live again after a loss, or stopped

private:
    ConnectionMachine::Now now() const;
    void perform();
    void armTimer();
    void execute(const ConnectionMachine::Action& action);
    void openSocket();
    void watchReadBuffer();
    void dropSocket();
    void onOpened();
    void onBytes();
    void onText(const QString& frame);
    bool isData(const QString& frame);
    void onBinary(const QByteArray& frame);
    void onPong();
    void onTlsErrors(const QList<QSslError>& errors);
    void onSocketError();
    void onSocketClosed();
    void onTimer();
    QString lossText() const;

    FeedConfig m_config;
    const domain::Clock& m_clock;
    ConnectionMachine m_machine;
    DataProbe m_probe;
    QTimer m_timer;
    QWebSocket* m_socket = nullptr; // of the current attempt; a child
    QPointer<QTcpSocket> m_tcp;     // inside m_socket
    bool m_isOpen = false;          // the upgrade of this socket was completed
    QString m_tlsError;
    domain::FeedStatus m_published;
};

} // namespace flowglass::feed

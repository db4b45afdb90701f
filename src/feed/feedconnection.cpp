// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/feedconnection.h"

#include "feed/feedlog.h"

#include <QRandomGenerator>
#include <QSslError>
#include <QTcpSocket>
#include <QWebSocket>

#include <algorithm>

namespace flowglass::feed {

namespace {

constexpr QLatin1String kTradeFrame("[{\"ev\":\"T\"");

// All that stands in the read buffer is handed out in one turn of the event loop, so its size bounds the
// stall (measured under a flood of single trades: 4 ms here, 30 ms with room for the largest frame).
constexpr qint64 kUsualReadBuffer = 128 * 1024;
// But a frame is handed out only when all of it is in the buffer: one that does not fit never arrives and
// the socket hangs without a word. onBytes() notices and makes room for the largest frame accepted; a
// larger one is refused by its header with close code 1009.
constexpr qint64 kFrameHeader = 64;

double randomShare() { return QRandomGenerator::global()->generateDouble(); }

} // namespace

FeedConnection::FeedConnection(FeedConfig config, const QString& apiKey, const domain::Clock& clock,
                               QObject* parent)
    : QObject(parent), m_config(config), m_clock(clock), m_machine(std::move(config), apiKey, randomShare)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FeedConnection::onTimer);
}

FeedConnection::~FeedConnection() { dropSocket(); }

void FeedConnection::start()
{
    m_machine.start(now());
    perform();
}

void FeedConnection::stop()
{
    m_machine.stop(now());
    perform();
}

void FeedConnection::retryNow()
{
    m_machine.retryNow(now());
    perform();
}

void FeedConnection::noteWoken(std::chrono::milliseconds slept)
{
    m_machine.onWoken(slept, now());
    perform();
}

void FeedConnection::noteNetworkBack()
{
    m_machine.onNetworkBack(now());
    perform();
}

void FeedConnection::noteDataStall(const QString& text, bool dead)
{
    m_machine.onDataStall(text, dead, now());
    perform();
}

void FeedConnection::noteMarketClosed()
{
    m_machine.onMarketClosed();
    perform();
}

void FeedConnection::setChannels(const QStringList& channels)
{
    m_machine.want(channels, now());
    perform();
}

void FeedConnection::onStatus(const StatusMessage& message)
{
    m_machine.onStatus(message, now());
    perform();
}

ConnectionMachine::Now FeedConnection::now() const
{
    return {m_clock.steady(), domain::lossyToMs(m_clock.now()), m_clock.asleep()};
}

// Does what the machine decided, then tells. A receiver may call back in here: every round starts from
// what the machine says then.
void FeedConnection::perform()
{
    for (const ConnectionMachine::Action& action : m_machine.takeActions())
        execute(action);
    armTimer();
    if (m_published != m_machine.status()) {
        m_published = m_machine.status();
        Q_EMIT statusChanged(domain::FeedStatus(m_published));
    }
    for (const domain::FeedGap& gap : m_machine.takeGaps())
        Q_EMIT gapEnded(gap);
}

void FeedConnection::armTimer()
{
    const auto deadline = m_machine.deadline();
    if (!deadline) {
        m_timer.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*deadline - m_clock.steady());
    m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
}

void FeedConnection::execute(const ConnectionMachine::Action& action)
{
    using Kind = ConnectionMachine::Action::Kind;
    switch (action.kind) {
    case Kind::Open:
        openSocket();
        break;
    case Kind::Send:
        if (m_socket != nullptr)
            m_socket->sendTextMessage(action.text);
        break;
    case Kind::Ping:
        if (m_socket != nullptr)
            m_socket->ping();
        break;
    case Kind::Close:
        dropSocket();
        break;
    }
}

// A fresh socket for every try: a used one keeps state of the handshake before.
void FeedConnection::openSocket()
{
    dropSocket();
    m_isOpen = false;
    m_tlsError.clear();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingFrameSize(quint64(m_config.maxFrameBytes));
    m_socket->setMaxAllowedIncomingMessageSize(quint64(m_config.maxFrameBytes));
    m_socket->setReadBufferSize(kUsualReadBuffer);
    connect(m_socket, &QWebSocket::connected, this, &FeedConnection::onOpened);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &FeedConnection::onText);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, &FeedConnection::onBinary);
    connect(m_socket, &QWebSocket::pong, this, &FeedConnection::onPong);
    connect(m_socket, &QWebSocket::disconnected, this, &FeedConnection::onSocketClosed);
    connect(m_socket, &QWebSocket::sslErrors, this, &FeedConnection::onTlsErrors);
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &FeedConnection::onSocketError);
    m_socket->open(m_config.url);
    watchReadBuffer();
}

// QWebSocket does not tell how much is waiting; its TCP socket, a child of it since open(), does. Without
// that the buffer takes the largest frame from the start.
void FeedConnection::watchReadBuffer()
{
    m_tcp = m_socket == nullptr ? nullptr : m_socket->findChild<QTcpSocket*>({}, Qt::FindDirectChildrenOnly);
    if (m_tcp != nullptr)
        connect(m_tcp, &QTcpSocket::readyRead, this, &FeedConnection::onBytes); // behind QWebSocket's own
    else if (m_socket != nullptr)
        m_socket->setReadBufferSize(m_config.maxFrameBytes + kFrameHeader);
}

// Full after the frames in it were taken out: what is left is the beginning of a larger one.
void FeedConnection::onBytes()
{
    if (m_tcp != nullptr && m_tcp->bytesAvailable() >= kUsualReadBuffer)
        m_socket->setReadBufferSize(m_config.maxFrameBytes + kFrameHeader);
}

void FeedConnection::dropSocket()
{
    if (m_socket == nullptr)
        return;
    m_socket->disconnect(this);
    // A close frame frees the place of this account sooner than a dropped link does.
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->close();
    else
        m_socket->abort();
    if (m_tcp != nullptr)
        m_tcp->disconnect(this);
    m_socket->deleteLater();
    m_socket = nullptr;
    m_tcp = nullptr;
}

void FeedConnection::onOpened()
{
    m_isOpen = true;
    m_machine.onOpened(now());
    perform();
}

void FeedConnection::onText(const QString& frame)
{
    if (m_tcp != nullptr && m_tcp->readBufferSize() != kUsualReadBuffer)
        m_socket->setReadBufferSize(kUsualReadBuffer); // the large one is through
    // First what it ends: a gap is behind everything that came before it and in front of this.
    if (m_machine.onFrame(isData(frame), m_clock.steady()))
        perform();
    if (m_socket != nullptr)
        Q_EMIT frameReceived(frame);
}

// While trades stream, what a frame begins with will do. Where it decides whether a gap ends, it is read.
bool FeedConnection::isData(const QString& frame)
{
    return (!m_machine.isMovedByData() && frame.startsWith(kTradeFrame)) || m_probe.holdsTrade(frame);
}

// The provider sends none. It counts as what it can be read as, or as rejected.
void FeedConnection::onBinary(const QByteArray& frame) { onText(QString::fromUtf8(frame)); }

void FeedConnection::onPong()
{
    if (m_machine.onPong(m_clock.steady()))
        perform();
}

// Never ignored: the reason is kept, and the connection fails.
void FeedConnection::onTlsErrors(const QList<QSslError>& errors)
{
    if (!errors.isEmpty())
        m_tlsError = errors.first().errorString();
}

void FeedConnection::onSocketError()
{
    // While it opens an error may be all that comes; afterwards `disconnected` follows, with the code.
    if (!m_isOpen)
        onSocketClosed();
}

void FeedConnection::onSocketClosed()
{
    if (m_isOpen && m_socket->closeCode() == QWebSocketProtocol::CloseCodePolicyViolated)
        m_machine.onTurnedAway(lossText(), now());
    else
        m_machine.onClosed(lossText(), now());
    perform();
}

void FeedConnection::onTimer()
{
    m_machine.onTime(now());
    perform();
}

QString FeedConnection::lossText() const
{
    if (!m_tlsError.isEmpty())
        return tr("The encrypted connection failed: %1").arg(m_tlsError);
    if (!m_isOpen)
        return tr("The provider cannot be reached: %1").arg(m_socket->errorString());
    const auto code = m_socket->closeCode();
    const QString reason = m_socket->closeReason();
    // A link that breaks without a close frame is reported as 1000 as well.
    if (code == QWebSocketProtocol::CloseCodeNormal && reason.isEmpty())
        return tr("The connection was lost.");
    return reason.isEmpty() ? tr("The connection was closed with code %1.").arg(int(code))
                            : tr("The connection was closed with code %1: %2").arg(int(code)).arg(reason);
}

} // namespace flowglass::feed

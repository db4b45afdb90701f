// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/stream/marketfeed.h"

#include "market/faults/feedmischief.h"

#include <QUrl>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace flowglass::market {

namespace {

constexpr std::size_t kMostEvents = 400; // in one frame, about 45 KiB
constexpr quint64 kLongestRequest = 1024 * 1024; // bytes
constexpr std::size_t kLatest = 1'000;           // prints kept to be repeated

} // namespace

MarketFeed::MarketFeed(MarketConfig config, const FaultState& faults, QObject* parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_faults(faults)
    , m_door(faults, this)
    , m_server(QStringLiteral("Flowglass market"), QWebSocketServer::NonSecureMode, this)
{
    connect(&m_door, &FeedDoor::arrived, this, &MarketFeed::upgrade);
    connect(&m_server, &QWebSocketServer::newConnection, this, &MarketFeed::accept);
}

bool MarketFeed::listen() { return m_door.listen(m_config.port); }

void MarketFeed::open(const Listing& listing, domain::UnixMs start)
{
    m_listing = &listing;
    m_encoder = std::make_unique<TradeEncoder>(listing, start);
}

void MarketFeed::upgrade(QTcpSocket* socket)
{
    m_upgrading.emplace_back(socket);
    m_server.handleConnection(socket);
}

void MarketFeed::accept()
{
    while (QWebSocket* socket = m_server.nextPendingConnection()) {
        QTcpSocket* tcp = tcpOf(*socket);
        if (m_listing == nullptr || socket->requestUrl().path() != QLatin1String("/options")) {
            connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
            continue;
        }
        socket->setMaxAllowedIncomingFrameSize(kLongestRequest);
        socket->setMaxAllowedIncomingMessageSize(kLongestRequest);
        m_clients.emplace_back(
            new FeedClient(socket, tcp, *m_listing, m_config.acceptedKey, m_config.authTimeout, m_faults, this));
    }
}

// QWebSocket does not give away the socket it sits on; its peer's port tells which of ours it is.
QTcpSocket* MarketFeed::tcpOf(const QWebSocket& socket)
{
    std::erase_if(m_upgrading, [](const QPointer<QTcpSocket>& tcp) { return tcp.isNull(); });
    const auto it = std::ranges::find_if(
        m_upgrading, [&socket](const QPointer<QTcpSocket>& tcp) { return tcp->peerPort() == socket.peerPort(); });
    if (it == m_upgrading.end())
        return nullptr;
    QTcpSocket* tcp = it->data();
    m_upgrading.erase(it);
    return tcp;
}

void MarketFeed::apply(const FaultState::Change& change)
{
    m_door.apply(change);
    if (change.begins)
        return begin(change.fault);
    const FaultKind kind = change.fault.kind;
    if (kind != FaultKind::Stall && kind != FaultKind::Lag && kind != FaultKind::Mute)
        return;
    for (const QPointer<FeedClient>& client : m_clients) {
        if (client)
            client->resume();
    }
}

void MarketFeed::begin(const Fault& fault)
{
    const auto number = std::size_t(std::max(fault.number, 0));
    if (fault.kind == FaultKind::OutOfOrder)
        m_toReverse = number;
    if (fault.kind == FaultKind::Duplicates)
        send(std::span(m_latest).last(std::min(number, m_latest.size())));
    for (const QPointer<FeedClient>& client : std::vector(m_clients)) {
        if (client)
            beginOn(*client, fault);
    }
}

void MarketFeed::publish(std::span<const TapePrint> prints)
{
    remember(prints);
    if (keepForReversal(prints))
        send(std::exchange(m_reversed, {}));
    else if (m_toReverse == 0)
        send(prints);
}

void MarketFeed::remember(std::span<const TapePrint> prints)
{
    m_latest.insert(m_latest.end(), prints.begin(), prints.end());
    if (m_latest.size() > 2 * kLatest)
        m_latest.erase(m_latest.begin(), m_latest.end() - std::ptrdiff_t(kLatest));
}

// True when there are enough to be sent the wrong way round.
bool MarketFeed::keepForReversal(std::span<const TapePrint> prints)
{
    if (m_toReverse == 0)
        return false;
    m_reversed.insert(m_reversed.end(), prints.begin(), prints.end());
    if (m_reversed.size() < m_toReverse)
        return false;
    std::ranges::reverse(m_reversed);
    m_toReverse = 0;
    return true;
}

void MarketFeed::send(std::span<const TapePrint> prints)
{
    std::erase_if(m_clients, [](const QPointer<FeedClient>& client) { return client.isNull(); });
    if (m_clients.empty())
        return;
    const auto wanting = [this](auto wants) { return std::ranges::any_of(m_clients, wants); };
    const bool all = wanting([](const auto& client) { return client->wantsAll(); });
    for (; !prints.empty(); prints = prints.subspan(std::min(prints.size(), kMostEvents))) {
        const auto part = prints.first(std::min(prints.size(), kMostEvents));
        const QString shared = all ? frameFor(nullptr, part) : QString();
        for (const QPointer<FeedClient>& client : m_clients) {
            if (client.isNull())
                continue;
            const QString frame = client->wantsAll()    ? shared
                                  : client->wantsSome() ? frameFor(client.data(), part)
                                                        : QString();
            if (!frame.isEmpty() && client->send(frame, m_config.maxUnsentBytes))
                m_sent += client->wantsAll() ? part.size() : m_inFrame;
        }
    }
}

// Empty when none of the prints is for that client; nullptr: for everyone.
QString MarketFeed::frameFor(const FeedClient* only, std::span<const TapePrint> prints)
{
    const bool isOdd = m_faults.active(FaultKind::UnknownFields) != nullptr;
    m_buffer.resize(0);
    m_inFrame = 0;
    for (const TapePrint& print : prints) {
        if (only != nullptr && !only->wants(print.contract))
            continue;
        m_buffer.append(m_buffer.isEmpty() ? '[' : ',');
        m_encoder->append(print, m_buffer);
        ++m_inFrame;
        if (isOdd) {
            m_buffer.chop(1);
            m_buffer.append(R"(,"zz":{"why":["nobody","knows",null]},"i":"1","bid":-1e9})");
        }
    }
    if (m_buffer.isEmpty())
        return {};
    m_buffer.append(']');
    return QString::fromLatin1(m_buffer);
}

void MarketFeed::close()
{
    m_door.close();
    m_server.close();
    for (const QPointer<FeedClient>& client : m_clients)
        delete client.data();
    m_clients.clear();
}

} // namespace flowglass::market

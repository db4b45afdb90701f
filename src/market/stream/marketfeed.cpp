// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/stream/marketfeed.h"

#include <QHostAddress>
#include <QUrl>
#include <QWebSocket>

#include <algorithm>

namespace flowglass::market {

namespace {

constexpr std::size_t kMostEvents = 400; // in one frame, about 45 KiB
constexpr quint64 kLongestRequest = 1024 * 1024; // bytes

} // namespace

MarketFeed::MarketFeed(MarketConfig config, QObject* parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_server(QStringLiteral("Flowglass market"), QWebSocketServer::NonSecureMode, this)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &MarketFeed::accept);
}

bool MarketFeed::listen() { return m_server.listen(QHostAddress::LocalHost, m_config.port); }

void MarketFeed::open(const Listing& listing, domain::UnixMs start)
{
    m_listing = &listing;
    m_encoder = std::make_unique<TradeEncoder>(listing, start);
}

void MarketFeed::accept()
{
    while (QWebSocket* socket = m_server.nextPendingConnection()) {
        if (m_listing == nullptr || socket->requestUrl().path() != QLatin1String("/options")) {
            connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
            socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
            continue;
        }
        socket->setMaxAllowedIncomingFrameSize(kLongestRequest);
        socket->setMaxAllowedIncomingMessageSize(kLongestRequest);
        m_clients.emplace_back(new FeedClient(socket, *m_listing, m_config.acceptedKey, m_config.authTimeout, this));
    }
}

void MarketFeed::publish(std::span<const TapePrint> prints)
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
            if (!frame.isEmpty())
                client->send(frame, m_config.maxUnsentBytes);
        }
    }
}

// Empty when none of the prints is for that client; nullptr: for everyone.
QString MarketFeed::frameFor(const FeedClient* only, std::span<const TapePrint> prints)
{
    m_buffer.resize(0);
    for (const TapePrint& print : prints) {
        if (only != nullptr && !only->wants(print.contract))
            continue;
        m_buffer.append(m_buffer.isEmpty() ? '[' : ',');
        m_encoder->append(print, m_buffer);
    }
    if (m_buffer.isEmpty())
        return {};
    m_buffer.append(']');
    return QString::fromLatin1(m_buffer);
}

void MarketFeed::close()
{
    m_server.close();
    for (const QPointer<FeedClient>& client : m_clients)
        delete client.data();
    m_clients.clear();
}

} // namespace flowglass::market

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market/marketserver.h"

#include "domain/time/clock.h"
#include "market/marketfloor.h"

#include <QCoreApplication>

namespace flowglass::market {

namespace {

QUrl loopback(const QString& scheme, quint16 port, const QString& path)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port);
    url.setPath(path);
    return url;
}

} // namespace

MarketServer::MarketServer(MarketConfig config, QObject* parent) : QObject(parent), m_config(std::move(config))
{
    m_thread.setObjectName(QStringLiteral("market"));
}

MarketServer::~MarketServer() { stop(); }

domain::Result<bool> MarketServer::start()
{
    if (m_config.start.value == 0)
        m_config.start = domain::lossyToMs(domain::SystemClock().now());
    m_floor = std::make_unique<MarketFloor>(m_config);
    QString reason;
    if (!m_floor->listen(reason)) {
        m_floor.reset();
        return domain::Error{domain::Error::Code::Unreachable, QLatin1String("market: ") + reason,
                             QCoreApplication::translate("MarketServer", "The simulated market could not be started: %1")
                                 .arg(reason)};
    }
    m_feedUrl = loopback(QStringLiteral("ws"), m_floor->feedPort(), QStringLiteral("/options"));
    m_apiUrl = loopback(QStringLiteral("http"), m_floor->apiPort(), QString());
    m_floor->moveToThread(&m_thread);
    // Both signals come from the market's thread, so these run there.
    connect(&m_thread, &QThread::started, m_floor.get(), &MarketFloor::open, Qt::DirectConnection);
    connect(&m_thread, &QThread::finished, m_floor.get(), &MarketFloor::close, Qt::DirectConnection);
    m_thread.start();
    return true;
}

void MarketServer::simulate(const FaultScript& script)
{
    MarketFloor* floor = m_floor.get();
    QMetaObject::invokeMethod(floor, [floor, script] { floor->simulate(script); }, Qt::QueuedConnection);
}

quint64 MarketServer::tradesSent() const { return m_floor->tradesSent(); }

void MarketServer::stop()
{
    if (!m_floor)
        return;
    m_thread.quit();
    m_thread.wait(); // its loop ends after the tick in hand
    m_planted = m_floor->planted();
    m_floor.reset();
}

} // namespace flowglass::market

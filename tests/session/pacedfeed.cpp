// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pacedfeed.h"

#include "support/fakefeed.h"

#include <QElapsedTimer>
#include <QTimer>

namespace flowglass::test {

// The half of PacedFeed that lives on the other thread.
class PacedSender : public QObject
{
    Q_OBJECT

public:
    PacedSender(int tradesPerSecond, std::chrono::milliseconds length)
        : m_rate(tradesPerSecond), m_lengthMs(length.count()), m_stream(7, tradesPerSecond)
    {
    }

    void open()
    {
        m_feed = std::make_unique<FakeFeed>();
        m_timer = std::make_unique<QTimer>();
        m_timer->setTimerType(Qt::PreciseTimer);
        m_timer->setInterval(2);
        connect(m_timer.get(), &QTimer::timeout, this, &PacedSender::sendDue);
        connect(m_feed.get(), &FakeFeed::subscribed, this, [this] {
            m_clock.start();
            m_timer->start();
        });
    }
    void close()
    {
        m_timer.reset();
        m_feed.reset();
    }
    QUrl url() const { return m_feed->url(); }
    const TradeStream& stream() const { return m_stream; }
    qint64 tookMs() const { return m_tookMs; }

Q_SIGNALS:
    void finished();

private:
    void sendDue()
    {
        const qint64 elapsed = std::min(m_clock.elapsed(), m_lengthMs);
        const auto due = std::uint64_t(elapsed * m_rate / 1000);
        while (m_stream.made().trades < due)
            m_feed->send(
                frame(m_stream.next(int(std::min<std::uint64_t>(due - m_stream.made().trades, 20)))));
        if (elapsed < m_lengthMs)
            return;
        m_tookMs = m_clock.elapsed();
        m_timer->stop();
        Q_EMIT finished();
    }

    const qint64 m_rate;
    const qint64 m_lengthMs;
    TradeStream m_stream;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<QTimer> m_timer;
    QElapsedTimer m_clock;
    qint64 m_tookMs = 0;
};

PacedFeed::PacedFeed(int tradesPerSecond, std::chrono::milliseconds length, QObject* parent)
    : QObject(parent), m_sender(std::make_unique<PacedSender>(tradesPerSecond, length))
{
    m_sender->moveToThread(&m_thread);
    connect(m_sender.get(), &PacedSender::finished, this, &PacedFeed::onFinished, Qt::QueuedConnection);
    m_thread.start();
    QMetaObject::invokeMethod(m_sender.get(), &PacedSender::open, Qt::BlockingQueuedConnection);
    m_url = m_sender->url();
}

PacedFeed::~PacedFeed()
{
    QMetaObject::invokeMethod(m_sender.get(), &PacedSender::close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void PacedFeed::onFinished()
{
    m_made = m_sender->stream().made();
    m_bigOnes = m_sender->stream().bigOnes();
    m_rate = double(m_made.trades) * 1000.0 / double(m_sender->tookMs());
    Q_EMIT finished();
}

} // namespace flowglass::test

#include "pacedfeed.moc"

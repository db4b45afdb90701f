// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/counters.h"
#include "tradestream.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>

namespace flowglass::test {

class PacedSender;

// A fake provider on a thread of its own that sends so many trades a second for so long, from the moment
// the client has subscribed. So the event loop of the test carries nothing but the program under test.
class PacedFeed : public QObject
{
    Q_OBJECT

public:
    PacedFeed(int tradesPerSecond, std::chrono::milliseconds length, QObject* parent = nullptr);
    ~PacedFeed() override;
    QUrl url() const { return m_url; }
    // After finished().
    const domain::Counters& made() const { return m_made; }
    int bigOnes() const { return m_bigOnes; }
    double rate() const { return m_rate; } // trades a second, as sent

Q_SIGNALS:
    void finished();

private:
    void onFinished();

    QThread m_thread;
    std::unique_ptr<PacedSender> m_sender; // lives on m_thread
    QUrl m_url;
    domain::Counters m_made;
    int m_bigOnes = 0;
    double m_rate = 0.0;
};

} // namespace flowglass::test

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/anomalymodel.h"
#include "models/contractprintsmodel.h"
#include "models/statustexts.h"
#include "models/tradetapemodel.h"
#include "session/replay/player.h"
#include "session/session.h"

#include <QEvent>
#include <QObject>

#include <memory>

namespace flowglass::market {
class MarketServer;
}

namespace flowglass::app {

// One session and the models that the window shows it through: live, on the simulated market, or fed by a
// player; it owns all of them. Exchanged as a whole when the person goes from one to the other. GUI thread.
class Stream : public QObject
{
    Q_OBJECT

public:
    // market: started, or none for a live feed.
    Stream(session::SessionConfig config, std::unique_ptr<market::MarketServer> market, const domain::Clock& clock,
           QObject* parent = nullptr);
    ~Stream() override; // stops both

    // Instead of a feed, before start(). At most once.
    void setReplay(session::OpenSource open, session::Player::Config how);
    void start();

    session::Session& session() { return m_session; }
    session::Player* player() { return m_player.get(); } // null: not a replay
    models::TradeTapeModel& tape() { return m_tape; }
    models::AnomalyModel& anomalies() { return m_anomalies; }
    models::ContractPrintsModel& prints() { return m_prints; }

    market::MarketServer* market() { return m_market.get(); } // null: not the demo
    bool isDemo() const { return m_market != nullptr; }
    models::FeedBadge badge() const;
    QString sourceText() const; // "Demo market", "socket.massive.com, delayed 15 min"
    void setZone(const domain::ZoneTime& zone);
    void flush();       // the display tick; the session's meters learn when it is painted
    void flushUnseen(); // the same, when nobody can see it
    void stop();

protected:
    void customEvent(QEvent* event) override;

Q_SIGNALS:
    void renumbered(const std::vector<quint32>& newIds); // as AnomalyModel::onJudgedAgain(), before the models follow

private:
    void onJudgedAgain(const session::JudgementChange& change);
    void onContract(const QString& ticker);
    void onTagged(quint32 id);
    void flushModels();

    std::unique_ptr<market::MarketServer> m_market; // outlives the session that is connected to it
    session::Session m_session;
    models::TradeTapeModel m_tape;
    models::AnomalyModel m_anomalies;
    models::ContractPrintsModel m_prints;
    const domain::Clock& m_clock;
    std::unique_ptr<session::Player> m_player;
};

} // namespace flowglass::app

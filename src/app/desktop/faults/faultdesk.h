// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market/faults/fault.h"

#include <QObject>

#include <memory>

class QMenu;

namespace flowglass::market {
class MarketServer;
}
namespace flowglass::views {
class MainWindow;
}

namespace flowglass::app {

// The menu "Simulate a fault…" of the window, there as long as this is: makes the demo's market do wrong at
// once. Borrows both. GUI thread.
class FaultDesk : public QObject
{
    Q_OBJECT

public:
    FaultDesk(market::MarketServer& market, views::MainWindow& window, QObject* parent);
    ~FaultDesk() override; // takes the menu away

Q_SIGNALS:
    void told(const QString& text); // what was begun

private:
    void addGroup(market::FaultSide side, const QString& title);
    void begin(market::FaultKind kind);

    market::MarketServer& m_market;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace flowglass::app

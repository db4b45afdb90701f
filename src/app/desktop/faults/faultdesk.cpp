// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/faults/faultdesk.h"

#include "market/faults/faultscript.h"
#include "market/marketserver.h"
#include "views/window/mainwindow.h"

#include <QMenu>
#include <QMenuBar>

namespace flowglass::app {

FaultDesk::FaultDesk(market::MarketServer& market, views::MainWindow& window, QObject* parent)
    : QObject(parent), m_market(market), m_menu(std::make_unique<QMenu>(tr("Simulate a faul&t…"), window.menuBar()))
{
    m_menu->setObjectName(QStringLiteral("faultMenu"));
    addGroup(market::FaultSide::Feed, tr("Feed"));
    addGroup(market::FaultSide::Rest, tr("Contract look-ups (REST)"));
    window.menuBar()->addMenu(m_menu.get());
}

FaultDesk::~FaultDesk() = default;

void FaultDesk::addGroup(market::FaultSide side, const QString& title)
{
    QMenu* group = m_menu->addMenu(title);
    for (const market::FaultKindInfo& info : market::faultKinds()) {
        if (info.side != side)
            continue;
        QAction* action = group->addAction(market::aboutText(info));
        action->setObjectName(QLatin1String("fault ") + QLatin1String(info.word));
        connect(action, &QAction::triggered, this, [this, kind = info.kind] { begin(kind); });
    }
}

void FaultDesk::begin(market::FaultKind kind)
{
    const market::Fault fault = market::usualFault(kind);
    m_market.simulate(market::FaultScript::of(fault));
    const QString about = market::aboutText(market::infoOf(kind));
    const auto seconds = int(std::chrono::duration_cast<std::chrono::seconds>(fault.lasts).count());
    Q_EMIT told(seconds == 0 ? tr("Simulated: %1.").arg(about)
                             : tr("Simulated for %n second(s): %1.", nullptr, seconds).arg(about));
}

} // namespace flowglass::app

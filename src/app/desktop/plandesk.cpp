// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/plandesk.h"

#include "app/desktop/keydesk.h"
#include "contracts/plan/keytest.h"
#include "models/plan/plancard.h"
#include "views/dialogs/settingsdialog.h"

namespace flowglass::app {

using contracts::KeyTest;
using views::SettingsDialog;

PlanDesk::PlanDesk(KeyDesk& keys, Provider provider, Feed feed, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_keys(keys), m_provider(std::move(provider)), m_feed(std::move(feed)), m_clock(clock)
{
    connect(&m_keys, &KeyDesk::keyChanged, this, &PlanDesk::drop);
}

PlanDesk::~PlanDesk() = default;

void PlanDesk::serve(SettingsDialog& dialog)
{
    m_dialog = &dialog;
    connect(&dialog, &SettingsDialog::keyTestRequested, this, &PlanDesk::test);
    connect(&dialog, &SettingsDialog::finished, this, [this] { m_test.reset(); });
}

void PlanDesk::test()
{
    if (m_test || m_keys.key().isEmpty())
        return;
    m_test = std::make_unique<KeyTest>(m_provider(), m_keys.key(), m_clock);
    connect(m_test.get(), &KeyTest::progressed, this, &PlanDesk::present);
    connect(m_test.get(), &KeyTest::finished, this, &PlanDesk::onFinished);
    present(m_test->report());
    m_test->start();
}

void PlanDesk::present(const domain::PlanReport& report)
{
    if (m_dialog)
        m_dialog->presentPlan(models::planCard(report, m_feed()));
}

void PlanDesk::onFinished(const domain::PlanReport& report)
{
    m_test.release()->deleteLater(); // it is telling this just now
    present(report);
    Q_EMIT tested(report);
}

void PlanDesk::drop()
{
    m_test.reset();
    if (m_dialog)
        m_dialog->hidePlan();
}

} // namespace flowglass::app

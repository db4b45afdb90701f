// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/detectiondesk.h"

#include "app/desktop/judgement.h"
#include "app/sessionsetup.h"
#include "models/evidence/pictureof.h"
#include "views/contract/whynotdialog.h"
#include "views/dialogs/detectionpage.h"

namespace flowglass::app {

DetectionDesk::DetectionDesk(Stream& stream, const PastDesk* past, QWidget* window, const domain::Clock& clock,
                             QObject* parent)
    : QObject(parent), m_stream(stream), m_past(past), m_window(window), m_clock(clock)
{
}

DetectionDesk::~DetectionDesk() { delete m_dialog; }

void DetectionDesk::explain(domain::ContractId contract, quint64 storeRow)
{
    session::Session& session = m_stream.session();
    if (storeRow < session.store().begin() || storeRow >= session.store().end())
        return; // it is no longer kept
    const domain::Trade trade = session.store()[storeRow];
    const models::PrintJudgement judgement = judgementOf(session.engine(), trade, storeRow);
    models::WhyNotCard card = models::whyNotCard(trade, session.contracts()[contract], m_zone, judgement);
    card.picture
        = models::sizePictureOf(storeRow, judgement.orderSize, session.store(), session.contracts());
    if (!m_dialog) {
        m_dialog = new views::WhyNotDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->present(card);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void DetectionDesk::serve(views::DetectionPage& page)
{
    page.setPreview([desk = QPointer<DetectionDesk>(this)](const settings::DetectChoice& choice) {
        return desk ? budgetPreview(desk->m_stream.session(), detectSettings(choice), desk->m_watchedPerSecond)
                    : models::BudgetPreview();
    });
    tick(&page, m_watchedPerSecond);
}

void DetectionDesk::tick(views::DetectionPage* page, double watchedPerSecond)
{
    m_watchedPerSecond = watchedPerSecond;
    if (!page)
        return;
    const session::Session& session = m_stream.session();
    page->setOverlap(unusualOverlap(session.engine(), session.store(), session.unusualTrades()));
    page->setBaselines(baselineSummary(m_past ? m_past->kept() : std::nullopt, domain::lossyToMs(m_clock.now())));
}

} // namespace flowglass::app

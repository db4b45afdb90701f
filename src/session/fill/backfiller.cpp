// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fill/backfiller.h"

#include "contracts/contractservice.h"
#include "session/pipeline.h"
#include "session/pump.h"

namespace flowglass::session {

using contracts::GapFetcher;

Backfiller::Backfiller(Pipeline& pipeline, const Pump& pump, contracts::ContractService& service,
                       const domain::Clock& clock, std::chrono::milliseconds margin,
                       std::chrono::milliseconds delay, QObject* parent)
    : QObject(parent)
    , m_pipeline(pipeline)
    , m_pump(pump)
    , m_service(service)
    , m_clock(clock)
    , m_filler(pipeline, &pump, margin, delay)
    , m_fetcher(service.line(), clock)
{
    m_judging.setInterval(kRest);
    m_judging.setTimerType(Qt::PreciseTimer);
    connect(&m_judging, &QTimer::timeout, this, &Backfiller::judge);
    connect(&m_filler, &GapFiller::posted, this, &Backfiller::posted);
    connect(&m_filler, &GapFiller::ordered, &m_fetcher, &GapFetcher::fetch);
    connect(&m_fetcher, &GapFetcher::chainFetched, this, &Backfiller::chainFetched);
    connect(&m_fetcher, &GapFetcher::tradesFetched, &m_filler, &GapFiller::onTrades);
    connect(&m_fetcher, &GapFetcher::finished, &m_filler, &GapFiller::onFinished);
}

void Backfiller::onGap(const domain::WatchList& watched)
{
    if (m_isStopped)
        m_filler.refuseGap(tr("the run ended before it was over"));
    else if (m_service.isOff())
        m_filler.refuseGap(tr("the provider's REST interface is switched off"));
    else if (watched.watchesEverything())
        m_filler.checkGap(watched.entries(), tr("everything is watched, which is too much to fetch"));
    else if (m_service.lacksTrades())
        m_filler.checkGap(watched.entries(), tr("your plan does not include trades by REST"));
    else
        m_filler.addGap(watched.entries());
}

void Backfiller::onBackfill(const Backfill& part)
{
    if (m_isStopped)
        return;
    const auto gap = m_pipeline.store().findGap(part.from, part.to);
    if (part.outcome && gap && m_pipeline.store().gaps()[*gap].fill.isClosed())
        m_judging.start();
}

void Backfiller::judge()
{
    if (!m_pump.isIdle())
        return;
    const std::chrono::nanoseconds deadline = m_clock.steady() + kSlice;
    while (!m_pipeline.judgeAgain(kRowsOfStep)) {
        if (m_clock.steady() >= deadline)
            return;
    }
    m_judging.stop();
    Q_EMIT posted(JudgedAgain());
}

void Backfiller::stop()
{
    m_isStopped = true;
    m_fetcher.abortAll();
    m_filler.stop();
    m_judging.stop();
}

} // namespace flowglass::session

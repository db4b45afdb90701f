// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/soakrun.h"

#include "app/desktop/stream.h"
#include "market/faults/faultscript.h"
#include "market/marketserver.h"
#include "session/meters/processmemory.h"

#include <QTextStream>

#include <algorithm>

namespace flowglass::bench {

namespace {

using namespace std::chrono_literals;
using domain::FeedPhase;

constexpr std::chrono::milliseconds kLongestFault{8'000};
constexpr double kMib = 1024.0 * 1024.0;

double secondsOf(std::chrono::nanoseconds value) { return std::chrono::duration<double>(value).count(); }

} // namespace

SoakRun::SoakRun(SoakConfig config, app::DesktopRun& run, const domain::Clock& clock)
    : m_config(config), m_run(run), m_clock(clock), m_random(config.seed)
{
    connect(&m_timer, &QTimer::timeout, this, &SoakRun::second);
}

void SoakRun::start()
{
    QTextStream(stdout) << "  time s  window   rss MiB  heap MiB  stall ms  trades/s      trades      stored     evicted "
                           "  anomalies     flagged  reconnects  gaps  rejected  faults  balanced"
        << Qt::endl;
    m_began = m_printed = m_clock.steady();
    m_stalls = std::make_unique<session::StallMeter>(m_clock);
    m_stalls->start();
    m_timer.start(1s);
}

void SoakRun::second()
{
    ++m_seconds;
    m_run.window().setVisible((m_seconds / int(m_config.turn.count())) % 2 == 0);
    retryWhenRefused();
    if (m_random() % unsigned(m_config.secondsPerFault) == 0)
        doWrong();
    if (m_seconds % int(m_config.line.count()) == 0)
        print();
    if (m_seconds >= int(m_config.length.count()))
        end();
}

void SoakRun::doWrong()
{
    const auto kinds = market::faultKinds();
    market::Fault fault = market::usualFault(kinds[m_random() % kinds.size()].kind);
    fault.lasts = std::min(fault.lasts, kLongestFault);
    m_run.stream()->market()->simulate(market::FaultScript::of(fault));
    ++m_faults;
}

void SoakRun::retryWhenRefused()
{
    const FeedPhase phase = m_run.stream()->session().feedStatus().phase;
    if (phase == FeedPhase::Refused || phase == FeedPhase::Replaced)
        m_run.stream()->session().connection().retryNow();
}

void SoakRun::print()
{
    const domain::Counters& counters = m_run.stream()->session().counters();
    const std::chrono::nanoseconds now = m_clock.steady();
    const auto rss = double(session::residentBytes());
    m_memory.add(secondsOf(now - m_began), rss);
    const double rate = double(counters.trades - m_tradesBefore) / secondsOf(now - m_printed);
    QTextStream out(stdout);
    out << qSetFieldWidth(8) << int(secondsOf(now - m_began)) << (m_run.window().isVisible() ? "shown" : "hidden") << qSetFieldWidth(10)
        << QString::number(rss / kMib, 'f', 1)
        << QString::number(double(session::allocatedBytes()) / kMib, 'f', 1)
        << QString::number(secondsOf(m_stalls->summary().max()) * 1e3, 'f', 1) << qint64(rate)
        << qSetFieldWidth(12) << counters.trades << counters.stored << counters.evicted
        << counters.anomalies << counters.flagged << counters.reconnects << qSetFieldWidth(6) << counters.gaps << qSetFieldWidth(10)
        << counters.rejected << qSetFieldWidth(8) << m_faults << qSetFieldWidth(10)
        << (counters.balanced() ? "yes" : "NO") << qSetFieldWidth(0) << Qt::endl;
    if (!counters.balanced())
        m_failures << QStringLiteral("the counters do not balance after %1 s").arg(m_seconds);
    m_tradesBefore = counters.trades;
    m_printed = now;
    m_stalls = std::make_unique<session::StallMeter>(m_clock);
    m_stalls->start();
}

void SoakRun::end()
{
    m_timer.stop();
    if (m_seconds % int(m_config.line.count()) != 0)
        print();
    QTextStream(stdout) << m_memory.text() << Qt::endl;
    if (!m_memory.isFlat())
        m_failures << QStringLiteral("memory grows");
    if (m_run.stream()->session().counters().trades == 0)
        m_failures << QStringLiteral("no trade arrived");
    Q_EMIT finished();
}

} // namespace flowglass::bench

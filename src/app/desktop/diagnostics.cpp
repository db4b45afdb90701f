// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diagnostics.h"

#include "models/gaps/coveragetext.h"
#include "models/numbertext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace flowglass::app {

namespace {

using Line = views::DiagnosticsDialog::Line;

QString say(const char* text) { return QCoreApplication::translate("Diagnostics", text); }

class Lines
{
public:
    void count(const char* name, std::uint64_t value, const char* note)
    {
        m_lines.push_back({QString::fromLatin1(name), m_numbers.whole(value), say(note)});
    }
    void time(const char* name, std::chrono::nanoseconds value, const char* note)
    {
        m_lines.push_back({QString::fromLatin1(name), m_numbers.duration(value), say(note)});
    }
    void text(const char* name, const QString& value, const char* note)
    {
        m_lines.push_back({QString::fromLatin1(name), value, say(note)});
    }
    std::vector<Line> take() { return std::move(m_lines); }

private:
    models::NumberText m_numbers;
    std::vector<Line> m_lines;
};

void addStream(Lines& lines, const domain::Counters& c)
{
    lines.count("frames", c.frames, QT_TRANSLATE_NOOP("Diagnostics", "messages received"));
    lines.count("bytes", c.bytes, QT_TRANSLATE_NOOP("Diagnostics", "of these messages"));
    lines.count("events", c.events, QT_TRANSLATE_NOOP("Diagnostics", "trades, rejected, status and other together"));
    lines.count("status", c.status, QT_TRANSLATE_NOOP("Diagnostics", "control messages"));
    lines.count("other", c.other, QT_TRANSLATE_NOOP("Diagnostics", "events of a kind that is not used"));
    lines.count("trades", c.trades, QT_TRANSLATE_NOOP("Diagnostics", "watched, unwatched and duplicates together"));
    lines.count("rejected", c.rejected, QT_TRANSLATE_NOOP("Diagnostics", "events that could not be read"));
    lines.count("rounded", c.rounded, QT_TRANSLATE_NOOP("Diagnostics", "prices with more than four decimals"));
    lines.count("duplicates", c.duplicates, QT_TRANSLATE_NOOP("Diagnostics", "seen before, left out"));
    lines.count("out_of_order", c.outOfOrder, QT_TRANSLATE_NOOP("Diagnostics", "older than the newest of their contract"));
    lines.count("cancels", c.cancels, QT_TRANSLATE_NOOP("Diagnostics", "watched prints that take another back"));
    lines.count("watched", c.watched, QT_TRANSLATE_NOOP("Diagnostics", "trades of what is watched"));
    lines.count("unwatched", c.unwatched, QT_TRANSLATE_NOOP("Diagnostics", "trades of everything else"));
    lines.count("stored", c.stored, QT_TRANSLATE_NOOP("Diagnostics", "equal to watched"));
    lines.count("backfilled", c.backfilled, QT_TRANSLATE_NOOP("Diagnostics", "trades of the stored that were fetched after a gap"));
    lines.count("evicted", c.evicted, QT_TRANSLATE_NOOP("Diagnostics", "oldest rows that left memory"));
    lines.count("flagged", c.flagged, QT_TRANSLATE_NOOP("Diagnostics", "trades that stand in open anomalies"));
    lines.count("anomalies", c.anomalies, QT_TRANSLATE_NOOP("Diagnostics", "raised so far"));
    lines.count("reconnects", c.reconnects, QT_TRANSLATE_NOOP("Diagnostics", "connections after the first"));
    lines.count("gaps", c.gaps, QT_TRANSLATE_NOOP("Diagnostics", "times without data"));
    lines.time("gap_ms", std::chrono::milliseconds(c.gapMs), QT_TRANSLATE_NOOP("Diagnostics", "their length together"));
    lines.count("backlog_peak", c.backlogPeak, QT_TRANSLATE_NOOP("Diagnostics", "most frames that waited at once"));
}

void addRequests(Lines& lines, const domain::RequestCounters& c)
{
    lines.count("contract_requests", c.requests, QT_TRANSLATE_NOOP("Diagnostics", "contracts asked of the provider"));
    lines.count("contract_coalesced", c.coalesced, QT_TRANSLATE_NOOP("Diagnostics", "joined one under way"));
    lines.count("contract_cache_hits", c.cacheHits, QT_TRANSLATE_NOOP("Diagnostics", "answered from memory"));
    lines.count("contract_failed", c.failed, QT_TRANSLATE_NOOP("Diagnostics", "given up"));
    lines.count("rate_limited", c.rateLimited, QT_TRANSLATE_NOOP("Diagnostics", "answers that said: too many calls"));
}

void addCoverage(Lines& lines, const session::Session& session)
{
    const std::optional<double> share = models::coverage(session.store(), session.guard().calendar());
    const QString text =
        share ? models::coveragePercent(*share) : say(QT_TRANSLATE_NOOP("Diagnostics", "none"));
    lines.text("coverage", text,
               QT_TRANSLATE_NOOP("Diagnostics", "of the open market since the first trade: received, or fetched later"));
}

void addWays(Lines& lines, const session::Health& health)
{
    lines.time("feed lag p50", health.feedLagP50,
               QT_TRANSLATE_NOOP("Diagnostics", "the provider's time of a trade until its receipt, by two clocks: a hint"));
    lines.time("feed lag p99", health.feedLagP99, QT_TRANSLATE_NOOP("Diagnostics", "99 of 100 stay under"));
    lines.time("screen p50", health.screenP50, QT_TRANSLATE_NOOP("Diagnostics", "frame received until painted"));
    lines.time("screen p99", health.screenP99, QT_TRANSLATE_NOOP("Diagnostics", "99 of 100 stay under"));
}

// What only the figures of --stats hold.
void addFigures(Lines& lines, const session::Session& session)
{
    const QJsonObject stats = QJsonDocument::fromJson(session.statsJson()).object();
    const auto time = [&](const char* name, const char* key, const char* part, const char* note) {
        const double ms = stats.value(QLatin1String(key)).toObject().value(QLatin1String(part)).toDouble();
        lines.time(name, std::chrono::nanoseconds(std::llround(ms * 1e6)), note);
    };
    time("latency p50", "latency_ms", "p50", QT_TRANSLATE_NOOP("Diagnostics", "frame received until judged"));
    time("latency p99", "latency_ms", "p99", QT_TRANSLATE_NOOP("Diagnostics", "99 of 100 stay under"));
    time("latency max", "latency_ms", "max", QT_TRANSLATE_NOOP("Diagnostics", "the slowest"));
    time("stall p50", "stall_ms", "p50", QT_TRANSLATE_NOOP("Diagnostics", "this window without an answer"));
    time("stall p99", "stall_ms", "p99", QT_TRANSLATE_NOOP("Diagnostics", "99 of 100 stay under"));
    time("stall max", "stall_ms", "max", QT_TRANSLATE_NOOP("Diagnostics", "the worst of this run"));
    lines.time("backpressure_ms",
               std::chrono::nanoseconds(std::llround(stats.value(QLatin1String("backpressure_ms")).toDouble() * 1e6)),
               QT_TRANSLATE_NOOP("Diagnostics", "the feed was held back, because it came faster than it could be judged"));
    lines.count("rss_bytes", std::uint64_t(stats.value(QLatin1String("rss_bytes")).toDouble()),
                QT_TRANSLATE_NOOP("Diagnostics", "memory of this program"));
    lines.text("threshold", models::NumberText().decimal(session.engine().threshold(), 2),
               QT_TRANSLATE_NOOP("Diagnostics", "score that flags at present"));
    lines.text("anomaly_digest", stats.value(QLatin1String("anomaly_digest")).toString().left(16),
               QT_TRANSLATE_NOOP("Diagnostics", "the same input gives the same; first 16 places"));
}

} // namespace

views::DiagnosticsDialog::Report diagnosticsReport(session::Session& session)
{
    Lines lines;
    addStream(lines, session.countersNow());
    addCoverage(lines, session);
    addRequests(lines, session.contractService().counters());
    addWays(lines, session.health());
    addFigures(lines, session);
    views::DiagnosticsDialog::Report report;
    report.counters = lines.take();
    report.coverage = models::minuteCoverage(session.store(), session.guard().calendar());
    report.backlog = session.backlogPeaks();
    report.backlogText
        = say(QT_TRANSLATE_NOOP("Diagnostics", "Backlog in the last 5 min: at most %L1 frames waited at once."))
              .arg(std::ranges::max(report.backlog));
    report.balanced = session.counters().balanced();
    report.balance = report.balanced
                         ? say(QT_TRANSLATE_NOOP("Diagnostics", "The counters balance: nothing was lost."))
                         : say(QT_TRANSLATE_NOOP("Diagnostics", "The counters do not balance: please report this."));
    const models::NumberText numbers;
    for (const feed::TradeDecoder::Reject& reject : session.decoder().rejects())
        report.rejects.push_back({reject.reason, numbers.whole(reject.count), reject.sample});
    return report;
}

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/statsjson.h"

#include "exporting/jsontext.h"

namespace flowglass::exporting {

namespace {

QByteArray milliseconds(std::chrono::nanoseconds value)
{
    return jsonNumber(double(value.count()) / 1e6, 3);
}

QByteArray percentileObject(const Percentiles& figures)
{
    JsonObjectText object;
    return object.add("p50", milliseconds(figures.p50))
        .add("p99", milliseconds(figures.p99))
        .add("max", milliseconds(figures.max))
        .text();
}

void addStream(JsonObjectText& object, const domain::Counters& counters)
{
    object.add("frames", jsonNumber(counters.frames))
        .add("bytes", jsonNumber(counters.bytes))
        .add("events", jsonNumber(counters.events))
        .add("status", jsonNumber(counters.status))
        .add("other", jsonNumber(counters.other))
        .add("trades", jsonNumber(counters.trades))
        .add("rejected", jsonNumber(counters.rejected))
        .add("rounded", jsonNumber(counters.rounded))
        .add("duplicates", jsonNumber(counters.duplicates))
        .add("out_of_order", jsonNumber(counters.outOfOrder))
        .add("cancels", jsonNumber(counters.cancels))
        .add("watched", jsonNumber(counters.watched))
        .add("unwatched", jsonNumber(counters.unwatched))
        .add("stored", jsonNumber(counters.stored))
        .add("backfilled", jsonNumber(counters.backfilled))
        .add("evicted", jsonNumber(counters.evicted))
        .add("flagged", jsonNumber(counters.flagged))
        .add("anomalies", jsonNumber(counters.anomalies));
}

} // namespace

Percentiles Percentiles::of(const domain::DurationSummary& summary)
{
    return {summary.quantile(0.5), summary.quantile(0.99), summary.max()};
}

QByteArray statsJson(const domain::Counters& counters, const domain::RequestCounters& requests,
                     const RunFigures& figures)
{
    JsonObjectText object;
    addStream(object, counters);
    object.add("contract_requests", jsonNumber(requests.requests))
        .add("contract_coalesced", jsonNumber(requests.coalesced))
        .add("contract_cache_hits", jsonNumber(requests.cacheHits))
        .add("contract_failed", jsonNumber(requests.failed))
        .add("rate_limited", jsonNumber(requests.rateLimited))
        .add("reconnects", jsonNumber(counters.reconnects))
        .add("gaps", jsonNumber(counters.gaps))
        .add("gap_ms", jsonNumber(counters.gapMs))
        .add("recorded_frames", jsonNumber(counters.recordedFrames))
        .add("backlog_peak", jsonNumber(counters.backlogPeak))
        .add("backpressure_ms", milliseconds(figures.backpressure))
        .add("latency_ms", percentileObject(figures.latency))
        .add("stall_ms", percentileObject(figures.stall))
        .add("rss_bytes", jsonNumber(figures.rssBytes))
        .add("anomaly_digest", jsonString(QString::fromLatin1(figures.anomalyDigest)));
    return object.text();
}

} // namespace flowglass::exporting

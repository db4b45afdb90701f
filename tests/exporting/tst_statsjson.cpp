// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "exporting/statsjson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace flowglass;
using namespace flowglass::exporting;

namespace {

domain::Counters counters()
{
    domain::Counters c;
    std::uint64_t next = 0;
    for (std::uint64_t* value : {&c.frames, &c.bytes, &c.events, &c.status, &c.other, &c.trades, &c.rejected,
                                 &c.rounded, &c.duplicates, &c.outOfOrder, &c.cancels, &c.watched,
                                 &c.unwatched, &c.stored, &c.backfilled, &c.evicted, &c.flagged, &c.anomalies})
        *value = ++next;
    next = 100;
    for (std::uint64_t* value : {&c.reconnects, &c.gaps, &c.gapMs, &c.recordedFrames, &c.backlogPeak})
        *value = ++next;
    return c;
}

} // namespace

class TestStatsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheDocumentedLine();
    void largeCountsAreExact();
    void percentilesComeFromTheSummary();
};

void TestStatsJson::isTheDocumentedLine()
{
    const domain::RequestCounters requests{
        .requests = 51, .coalesced = 52, .cacheHits = 53, .failed = 54, .rateLimited = 55};
    RunFigures figures;
    figures.latency = {std::chrono::microseconds(250), std::chrono::microseconds(1500),
                       std::chrono::seconds(2)};
    figures.stall = {std::chrono::nanoseconds(0), std::chrono::milliseconds(4),
                     std::chrono::nanoseconds(12'345'678)};
    figures.backpressure = std::chrono::microseconds(7'500);
    figures.rssBytes = 123'456'789;
    figures.anomalyDigest = "00ff";
    const QByteArray line = statsJson(counters(), requests, figures);
    QCOMPARE(
        line,
        QByteArray(R"({"frames":1,"bytes":2,"events":3,"status":4,"other":5,"trades":6,"rejected":7,)"
                   R"("rounded":8,"duplicates":9,"out_of_order":10,"cancels":11,"watched":12,"unwatched":13,)"
                   R"("stored":14,"backfilled":15,"evicted":16,"flagged":17,"anomalies":18,)"
                   R"("contract_requests":51,)"
                   R"("contract_coalesced":52,"contract_cache_hits":53,"contract_failed":54,)"
                   R"("rate_limited":55,"reconnects":101,"gaps":102,"gap_ms":103,"recorded_frames":104,)"
                   R"("backlog_peak":105,"backpressure_ms":7.5,"latency_ms":{"p50":0.25,"p99":1.5,"max":2000},)"
                   R"("stall_ms":{"p50":0,"p99":4,"max":12.346},"rss_bytes":123456789,)"
                   R"("anomaly_digest":"00ff"})"));
    QJsonParseError error;
    QCOMPARE(QJsonDocument::fromJson(line, &error).object().size(), 33);
    QCOMPARE(error.error, QJsonParseError::NoError);
}

void TestStatsJson::largeCountsAreExact()
{
    domain::Counters huge;
    huge.bytes = 18'446'744'073'709'551'615ULL;
    QVERIFY(statsJson(huge, {}, {}).contains("\"bytes\":18446744073709551615,"));
}

void TestStatsJson::percentilesComeFromTheSummary()
{
    domain::DurationSummary summary;
    QCOMPARE(Percentiles::of(summary).max.count(), 0);
    summary.add(std::chrono::milliseconds(1), 98);
    summary.add(std::chrono::milliseconds(100), 2);
    const Percentiles figures = Percentiles::of(summary);
    QVERIFY(std::abs(double(figures.p50.count()) - 1e6) < 0.05e6);
    QVERIFY(std::abs(double(figures.p99.count()) - 100e6) < 5e6);
    QCOMPARE(figures.max, std::chrono::nanoseconds(std::chrono::milliseconds(100)));
}

QTEST_GUILESS_MAIN(TestStatsJson)
#include "tst_statsjson.moc"

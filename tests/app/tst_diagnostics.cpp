// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/desktop/diagnostics.h"
#include "models/gaps/coveragetext.h"
#include "support/fakeclock.h"
#include "tradestream.h"

#include <algorithm>

using namespace flowglass;
using namespace std::chrono_literals;

class TstDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coverageIsAsAtTheFootOfTheWindow();
    void waysAndBacklogAreThere();
};

namespace {

constexpr domain::UnixMs kTen{1'795'186'800'000}; // 2026-11-20 10:00 in New York

void print(session::Session& session, std::int64_t sequence, domain::UnixMs time)
{
    session.ingest(test::frame({test::tradeEvent({.sequence = sequence, .timeMs = time.value})}),
                   domain::toNs(time));
    session.flush();
}

QString coverageLine(session::Session& session)
{
    const auto lines = app::diagnosticsReport(session).counters;
    const auto line = std::ranges::find(lines, QStringLiteral("coverage"), &views::DiagnosticsDialog::Line::name);
    return line == lines.end() ? QString() : line->value;
}

} // namespace

void TstDiagnostics::coverageIsAsAtTheFootOfTheWindow()
{
    const test::FakeClock clock;
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.rest.off = true;
    session::Session session(config, clock);
    QCOMPARE(coverageLine(session), QStringLiteral("none"));
    print(session, 1, kTen);
    print(session, 2, kTen + 1h);
    QCOMPARE(coverageLine(session), QStringLiteral("100.0%"));
    session.post(domain::FeedGap{kTen + 1h, kTen + 1h + 216ms, {}});
    session.flush();
    print(session, 3, kTen + 6h);
    QCOMPARE(coverageLine(session), QStringLiteral("99.9%")); // 99.999 %
    const auto share = models::coverage(session.store(), session.guard().calendar());
    QVERIFY(models::coverageText(share).brief.endsWith(coverageLine(session)));
}

void TstDiagnostics::waysAndBacklogAreThere()
{
    const test::FakeClock clock;
    session::SessionConfig config;
    config.watch = domain::WatchList::parse(QStringLiteral("NVDA")).value();
    config.rest.off = true;
    session::Session session(config, clock);
    const std::int64_t morning = domain::lossyToMs(test::FakeClock::kMorning).value;
    session.ingest(test::frame({test::tradeEvent({.sequence = 1, .timeMs = morning - 250})}), test::FakeClock::kMorning);
    session.ingest(test::frame({test::tradeEvent({.sequence = 2, .timeMs = morning - 250})}), test::FakeClock::kMorning);
    session.flush();
    const views::DiagnosticsDialog::Report report = app::diagnosticsReport(session);
    const auto value = [&report](const char* name) {
        const auto line = std::ranges::find(report.counters, QLatin1String(name), &views::DiagnosticsDialog::Line::name);
        return line == report.counters.end() ? QString() : line->value;
    };
    QCOMPARE(value("feed lag p50"), QStringLiteral("250 ms"));
    QCOMPARE(value("feed lag p99"), QStringLiteral("250 ms"));
    QCOMPARE(value("screen p50"), QStringLiteral("0.0 ms")); // nothing was painted
    QVERIFY(!value("screen p99").isEmpty());
    QCOMPARE(report.backlog.back(), 2U);
    QVERIFY2(report.backlogText.contains(QStringLiteral("at most 2 frames")), qPrintable(report.backlogText));
}

QTEST_GUILESS_MAIN(TstDiagnostics)
#include "tst_diagnostics.moc"

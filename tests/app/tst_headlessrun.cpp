// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/headlessrun.h"
#include "app/stderrlog.h"
#include "support/fakeapi.h"
#include "support/fakeclock.h"
#include "support/fakefeed.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace flowglass;
using namespace flowglass::test;
using namespace std::chrono_literals;

namespace {

// A run in this process, on a clock that the test sets. What it says on stderr is kept in a file too.
struct Run
{
    explicit Run(domain::UnixNs now) : clock(now, FakeClock::Steady::Running)
    {
        api.setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
        log.keepIn(file("log"));
        line.headless = true;
        line.feedUrl = feed.url();
        line.apiUrl = api.url();
        line.settingsFile = file("settings.ini");
        line.anomalies = file("anomalies");
        headless = std::make_unique<app::HeadlessRun>(line, clock, log);
    }

    QString file(const char* name) const { return folder.filePath(QLatin1String(name)); }
    QString said() const
    {
        QFile kept(file("log"));
        return kept.open(QIODevice::ReadOnly) ? QString::fromUtf8(kept.readAll()) : QString();
    }

    QTemporaryDir folder;
    FakeFeed feed;
    FakeApi api;
    FakeClock clock;
    app::StderrLog log{app::LogLevel::Info, clock};
    app::CommandLine line;
    std::unique_ptr<app::HeadlessRun> headless;
};

constexpr std::chrono::nanoseconds kDay = 24h;

} // namespace

class TestHeadlessRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("MASSIVE_API_KEY", "key"); }

    void aClosedMarketIsSaidOnce_data()
    {
        QTest::addColumn<qint64>("now"); // ns
        QTest::addColumn<QString>("said");
        const std::int64_t friday = FakeClock::kMorning.value; // 10:00 in New York
        QTest::newRow("Friday morning") << qint64(friday) << QString();
        QTest::newRow("Saturday") << qint64(friday + kDay.count())
                                  << QStringLiteral("Market closed, opens Mon 09:30 (in ");
        QTest::newRow("Thanksgiving") << qint64(friday + 6 * kDay.count())
                                      << QStringLiteral("Market closed, opens Fri 09:30 (in ");
    }
    void aClosedMarketIsSaidOnce()
    {
        QFETCH(qint64, now);
        QFETCH(QString, said);
        Run run({now});
        run.headless->start();
        QTRY_VERIFY(run.said().contains(QLatin1String("feed: live")));
        run.feed.dropTcp();
        QTRY_COMPARE(run.said().count(QLatin1String("feed: live")), 2);
        QCOMPARE(run.said().count(QLatin1String("Market closed")), said.isEmpty() ? 0 : 1);
        QVERIFY2(run.said().contains(said), qPrintable(run.said()));
        QCOMPARE(run.said().contains(QLatin1String("Times are of New York")), !said.isEmpty());
    }

    // However long a timer of ours or an answer of the provider takes: nothing is waited for.
    void stoppingTakesOneTurnOfTheEventLoop()
    {
        Run run(FakeClock::kMorning);
        QSignalSpy requested(&run.api, &FakeApi::requested);
        QSignalSpy finished(run.headless.get(), &app::HeadlessRun::finished);
        run.headless->start();
        QTRY_VERIFY(run.said().contains(QLatin1String("feed: live")));
        QTRY_VERIFY(!requested.isEmpty()); // a call is in flight now, and will stay there
        run.headless->stop();
        QVERIFY(finished.isEmpty());
        QCoreApplication::sendPostedEvents(run.headless.get());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<app::ExitCode>(), app::ExitCode::Done);
    }
};

QTEST_GUILESS_MAIN(TestHeadlessRun)
#include "tst_headlessrun.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "app/commandline.h"
#include "app/sessionsetup.h"

using namespace flowglass;
using app::CommandLine;
using app::LogLevel;
using app::parseCommandLine;

namespace {

QStringList words(const QString& line)
{
    return QStringList{QStringLiteral("flowglass")} + line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

CommandLine parsed(const QString& line)
{
    const domain::Result<CommandLine> result = parseCommandLine(words(line));
    if (!result)
        qWarning().noquote() << line << "->" << result.error().text;
    return result ? *result : CommandLine();
}

} // namespace

class TstCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingGivenMeansLiveInAWindow();
    void everyOption_data();
    void everyOption();
    void refused_data();
    void refused();
    void theCommandLineGoesBeforeTheSettings();
    void everyFeedHasItsHost_data();
    void everyFeedHasItsHost();
    void whetherAFeedIsDelayedIsKnownByItsAddress_data();
    void whetherAFeedIsDelayedIsKnownByItsAddress();
    void aCustomFeedOfTheSettingsYieldsToAFeedOnTheCommandLine();
    void helpNamesEveryOption();
};

void TstCommandLine::nothingGivenMeansLiveInAWindow()
{
    const CommandLine line = parsed({});
    QVERIFY(line.action == CommandLine::Action::Run);
    QVERIFY(!line.headless);
    QVERIFY(!line.demo);
    QCOMPARE(line.demoSeed, 1U);
    QCOMPARE(line.demoRate, 400.0);
    QVERIFY(!line.underlying && !line.sensitivity && !line.feed && !line.feedUrl && !line.apiUrl);
    QVERIFY(line.anomalies.isEmpty() && line.exportFile.isEmpty() && line.stats.isEmpty());
    QVERIFY(!line.duration);
    QVERIFY(line.logLevel == LogLevel::Info);
}

void TstCommandLine::everyOption_data()
{
    using Check = std::function<bool(const CommandLine&)>;
    QTest::addColumn<QString>("given");
    QTest::addColumn<Check>("holds");
    const auto row = [](const char* given, Check check) {
        QTest::newRow(given) << QString::fromLatin1(given) << std::move(check);
    };
    using C = const CommandLine&;
    row("--demo", [](C c) { return c.demo && !c.headless && c.anomalies.isEmpty(); });
    row("--demo --demo-seed 18446744073709551615", [](C c) { return c.demoSeed == ~0ULL; });
    row("--demo --demo-seed=7 --demo-rate 12.5", [](C c) { return c.demoSeed == 7 && c.demoRate == 12.5; });
    row("--underlying NVDA,SPX", [](C c) { return c.underlying->text() == QLatin1String("NVDA,SPX"); });
    row("--underlying *", [](C c) { return c.underlying->watchesEverything(); });
    row("--feed-url ws://127.0.0.1:9001/options",
        [](C c) { return *c.feedUrl == QUrl(QStringLiteral("ws://127.0.0.1:9001/options")); });
    row("--feed-url wss://feed.example.com/options",
        [](C c) { return c.feedUrl->scheme() == QLatin1String("wss"); });
    row("--api-url http://localhost:9002", [](C c) { return c.apiUrl->port() == 9002; });
    row("--feed realtime", [](C c) { return c.feed == settings::FeedHost::RealTime; });
    row("--feed delayed", [](C c) { return c.feed == settings::FeedHost::Delayed; });
    row("--feed business", [](C c) { return c.feed == settings::FeedHost::Business; });
    row("--feed delayed-business", [](C c) { return c.feed == settings::FeedHost::DelayedBusiness; });
    row("--sensitivity 2.5", [](C c) { return c.sensitivity == 2.5; });
    row("--headless", [](C c) { return c.headless && c.anomalies == QLatin1String("-"); });
    row("--headless --anomalies a.jsonl", [](C c) { return c.anomalies == QLatin1String("a.jsonl"); });
    row("--anomalies -", [](C c) { return c.anomalies == QLatin1String("-") && !c.headless; });
    row("--replay x.fgr", [](C c) { return c.replay == QLatin1String("x.fgr") && c.speed == 1.0; });
    row("--replay x.fgr --speed max", [](C c) { return c.speed == 0.0; });
    row("--replay x.csv.gz --speed 0.5", [](C c) { return c.speed == 0.5; });
    row("--demo --record x.fgr", [](C c) { return c.record == QLatin1String("x.fgr"); });
    row("--export out.csv", [](C c) { return c.exportFile == QLatin1String("out.csv"); });
    row("--stats -", [](C c) { return c.stats == QLatin1String("-"); });
    row("--stats stats.json", [](C c) { return c.stats == QLatin1String("stats.json"); });
    row("--duration 2", [](C c) { return *c.duration == std::chrono::seconds(2); });
    row("--duration 0.25", [](C c) { return *c.duration == std::chrono::milliseconds(250); });
    row("--settings my.ini", [](C c) { return c.settingsFile == QLatin1String("my.ini"); });
    row("--log-level debug", [](C c) { return c.logLevel == LogLevel::Debug; });
    row("--log-level info", [](C c) { return c.logLevel == LogLevel::Info; });
    row("--log-level warning", [](C c) { return c.logLevel == LogLevel::Warning; });
    row("--log-level error", [](C c) { return c.logLevel == LogLevel::Error; });
    row("--version", [](C c) { return c.action == CommandLine::Action::ShowVersion; });
    row("--help", [](C c) { return c.action == CommandLine::Action::ShowHelp; });
    row("--sensitivity 3 --sensitivity 4", [](C c) { return c.sensitivity == 4.0; });
}

void TstCommandLine::everyOption()
{
    QFETCH(QString, given);
    QFETCH(std::function<bool(const CommandLine&)>, holds);
    const domain::Result<CommandLine> line = parseCommandLine(words(given));
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().text));
    QVERIFY(holds(*line));
}

void TstCommandLine::refused_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* given, const char* named) {
        QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(named);
    };
    row("--bogus", "--bogus");
    row("--api-key abc", "--api-key");
    row("-x", "x");
    row("somefile.fgr", "somefile.fgr");
    row("--replay x.fgr --speed fast", "--speed");
    row("--replay x.fgr --speed 0", "--speed");
    row("--replay x.fgr --demo", "--replay");
    row("--replay x.fgr --record y.fgr", "--record");
    row("--replay x.fgr --duration 5", "--duration");
    row("--replay x.fgr --feed delayed", "--feed");
    row("--replay -", "--replay");
    row("--speed 2", "--speed");
    row("--record -", "--record");
    row("--demo --feed-url ws://127.0.0.1:9001/options", "--feed-url");
    row("--demo --api-url http://127.0.0.1:9001", "--api-url");
    row("--demo=1", "demo");
    row("--demo-seed -1", "--demo-seed");
    row("--demo-seed x", "--demo-seed");
    row("--demo-seed 1.5", "--demo-seed");
    row("--demo-rate 0", "--demo-rate");
    row("--demo-rate nan", "--demo-rate");
    row("--demo-rate inf", "--demo-rate");
    row("--demo-rate fast", "--demo-rate");
    row("--underlying ,", "--underlying");
    row("--underlying N$DA", "--underlying");
    row("--underlying O:NVDA", "--underlying");
    row("--feed fastest", "--feed");
    row("--feed Delayed", "--feed");
    row("--feed-url ws://feed.example.com/options", "--feed-url");
    row("--feed-url http://127.0.0.1/options", "--feed-url");
    row("--feed-url feed.example.com", "--feed-url");
    row("--feed-url wss://user:secret@feed.example.com/options", "--feed-url");
    row("--feed-url wss://feed.example.com/options?apiKey=abc", "--feed-url");
    row("--api-url http://api.example.com", "--api-url");
    row("--api-url ftp://127.0.0.1", "--api-url");
    row("--sensitivity 0", "--sensitivity");
    row("--sensitivity -3", "--sensitivity");
    row("--sensitivity nan", "--sensitivity");
    row("--sensitivity 1e9", "--sensitivity");
    row("--sensitivity 1,5", "--sensitivity");
    row("--duration 0", "--duration");
    row("--duration -1", "--duration");
    row("--duration inf", "--duration");
    row("--duration 1e300", "--duration");
    row("--duration soon", "--duration");
    row("--export -", "--export");
    row("--settings -", "--settings");
    row("--log-level loud", "--log-level");
    row("--stats", "stats");
    row("--anomalies", "anomalies");
    row("--export", "export");
    row("--headless=yes", "headless");
}

void TstCommandLine::refused()
{
    QFETCH(QString, given);
    QFETCH(QString, named);
    const domain::Result<CommandLine> line = parseCommandLine(words(given));
    QVERIFY(!line);
    QVERIFY2(line.error().text.contains(named), qPrintable(line.error().text));
    QVERIFY2(!line.error().text.contains(QStringLiteral("secret")), qPrintable(line.error().text));
}

void TstCommandLine::theCommandLineGoesBeforeTheSettings()
{
    QTemporaryDir folder;
    settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
    settings::Settings remembered(store);
    QVERIFY(remembered.watch.underlyings.setValue(QStringLiteral("TSLA")));
    QVERIFY(remembered.detect.sensitivity.setValue(20.0));
    QVERIFY(remembered.feed.host.setValue(settings::FeedHost::Delayed));

    const session::SessionConfig plain = app::liveConfig(CommandLine(), remembered);
    QCOMPARE(plain.watch.text(), QStringLiteral("TSLA"));
    QCOMPARE(plain.detect.flagsPer100k, 20.0);
    QVERIFY(plain.feed.delayed);
    QCOMPARE(plain.feedName, QStringLiteral("delayed"));
    QVERIFY(plain.apiKey.isEmpty());

    const session::SessionConfig asked = app::liveConfig(
        parsed(
            QStringLiteral("--underlying AMD --sensitivity 5 --feed business --api-url http://127.0.0.1:1/")),
        remembered);
    QCOMPARE(asked.watch.text(), QStringLiteral("AMD"));
    QCOMPARE(asked.detect.flagsPer100k, 5.0);
    QVERIFY(!asked.feed.delayed);
    QCOMPARE(asked.sourceName, QStringLiteral("business.massive.com"));
    QCOMPARE(asked.rest.base.toString(), QStringLiteral("http://127.0.0.1:1"));
}

void TstCommandLine::everyFeedHasItsHost_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("delayed");
    QTest::newRow("realtime") << QStringLiteral("wss://socket.massive.com/options") << false;
    QTest::newRow("delayed") << QStringLiteral("wss://delayed.massive.com/options") << true;
    QTest::newRow("business") << QStringLiteral("wss://business.massive.com/options") << false;
    QTest::newRow("delayed-business") << QStringLiteral("wss://delayed-business.massive.com/options") << true;
}

void TstCommandLine::everyFeedHasItsHost()
{
    QFETCH(QString, url);
    QFETCH(bool, delayed);
    QTemporaryDir folder;
    settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
    const settings::Settings remembered(store);
    const QString feed = QString::fromLatin1(QTest::currentDataTag());
    const session::SessionConfig config =
        app::liveConfig(parsed(QStringLiteral("--feed ") + feed), remembered);
    QCOMPARE(config.feed.url.toString(), url);
    QCOMPARE(config.feed.delayed, delayed);
    QCOMPARE(config.feedName, feed);
    QCOMPARE(config.rest.base.toString(), QStringLiteral("https://api.massive.com"));
}

void TstCommandLine::whetherAFeedIsDelayedIsKnownByItsAddress_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("feed");
    QTest::newRow("the delayed host") << QStringLiteral("--feed-url wss://delayed.massive.com/options")
                                      << QStringLiteral("delayed");
    QTest::newRow("the provider under another domain, in capitals")
        << QStringLiteral("--feed-url wss://DELAYED.polygon.io/options") << QStringLiteral("delayed");
    QTest::newRow("the real-time host, called delayed")
        << QStringLiteral("--feed delayed --feed-url wss://socket.massive.com/options") << QStringLiteral("realtime");
    QTest::newRow("the delayed host for business")
        << QStringLiteral("--feed-url wss://delayed-business.massive.com/options") << QStringLiteral("delayed-business");
    QTest::newRow("this machine, said to be delayed")
        << QStringLiteral("--feed delayed --feed-url ws://127.0.0.1:9/x") << QStringLiteral("delayed");
    QTest::newRow("this machine") << QStringLiteral("--feed-url ws://127.0.0.1:9/x") << QStringLiteral("realtime");
}

void TstCommandLine::whetherAFeedIsDelayedIsKnownByItsAddress()
{
    QFETCH(QString, arguments);
    QFETCH(QString, feed);
    QTemporaryDir folder;
    settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
    settings::Settings remembered(store);
    const session::SessionConfig config = app::liveConfig(parsed(arguments), remembered);
    QCOMPARE(config.feedName, feed);
    QCOMPARE(config.feed.delayed, feed.startsWith(QLatin1String("delayed")));

    const CommandLine line = parsed(arguments);
    if (line.feed)
        return;
    QVERIFY(remembered.feed.feedUrl.setValue(*line.feedUrl));
    QCOMPARE(app::liveConfig(CommandLine(), remembered).feedName, feed);
}

void TstCommandLine::aCustomFeedOfTheSettingsYieldsToAFeedOnTheCommandLine()
{
    QTemporaryDir folder;
    settings::SettingsStore store(folder.filePath(QStringLiteral("s.ini")));
    settings::Settings remembered(store);
    const QUrl own(QStringLiteral("ws://127.0.0.1:9001/options"));
    QVERIFY(remembered.feed.feedUrl.setValue(own));
    QCOMPARE(app::liveConfig(CommandLine(), remembered).feed.url, own);
    QCOMPARE(app::liveConfig(parsed(QStringLiteral("--feed delayed")), remembered).feed.url.host(),
             QStringLiteral("delayed.massive.com"));
    QCOMPARE(
        app::liveConfig(parsed(QStringLiteral("--feed-url ws://127.0.0.1:9/x")), remembered).feed.url.port(),
        9);
}

void TstCommandLine::helpNamesEveryOption()
{
    const QString help = app::helpText();
    for (const char* option :
         {"demo",    "demo-seed", "demo-rate",   "replay",    "speed",     "underlying", "feed-url",
          "api-url", "feed",      "sensitivity", "headless",  "anomalies", "export",     "record",
          "stats",   "duration",  "settings",    "log-level", "version",   "help"}) {
        QVERIFY2(help.contains(QLatin1String("--") + QLatin1String(option) + QLatin1Char(' ')), option);
    }
    QVERIFY(app::versionText().startsWith(QStringLiteral("Flowglass ")));
}

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_commandline.moc"

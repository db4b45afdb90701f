// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "program.h"
#include "support/fakeapi.h"
#include "support/fakefeed.h"

#include <QTemporaryDir>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

using flowglass::test::Ended;
using flowglass::test::FakeApi;
using flowglass::test::FakeFeed;
using flowglass::test::json;
using flowglass::test::kKey;
using flowglass::test::linesOf;
using flowglass::test::Program;

namespace {

// A hundred small prints of NVDA, then a block.
QString flaggedFrame()
{
    QStringList events;
    for (int i = 0; i <= 100; ++i) {
        events
            << QStringLiteral(
                   R"({"ev":"T","sym":"O:NVDA261218C00150000","x":312,"p":2.5,"s":%1,"c":[209],"t":%2,"q":%3})")
                   .arg(i == 100 ? 5'000 : 1 + i % 4)
                   .arg(1'795'186'800'000LL + i * 100)
                   .arg(100 + i);
    }
    return QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']');
}

} // namespace

// The program as others run it: arguments, environment, exit codes, stdout, signals.
class TstHeadless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void badUsageIsTwo_data();
    void badUsageIsTwo();
    void versionAndHelpAreZero_data();
    void versionAndHelpAreZero();
    void theDemoRunsAndItsLinesParse();
    void aRefusalIsThree_data();
    void aRefusalIsThree();
    void noKeyIsThree();
    void theOldNameOfTheKeyWorksToo();
    void anOutputThatCannotBeWrittenIsFive_data();
    void anOutputThatCannotBeWrittenIsFive();
    void aReaderThatGoesAwayIsFive();
    void aFeedThatCannotBeReachedIsSix();
    void signalsEndItWithZero_data();
    void signalsEndItWithZero();
    void aSignalWithoutAFeedIsZeroToo();
    void everythingAskedForIsWritten();
    void theSettingsFileGivesTheDefaults();

private:
    void start(const QStringList& options, bool withKey = true) { m_program->start(options, withKey); }
    Ended ended(int withinMs = 20'000) { return m_program->ended(withinMs); }
    QStringList toFakes() const;
    QString file(const char* name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<Program> m_program;
};

void TstHeadless::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_feed = std::make_unique<FakeFeed>();
    m_feed->setScript({.acceptedKey = kKey});
    m_api = std::make_unique<FakeApi>();
    m_api->setHandler(&FakeApi::anyContract);
    m_program = std::make_unique<Program>(m_folder->path());
}

void TstHeadless::cleanup()
{
    m_program.reset();
    m_feed.reset();
    m_api.reset();
    m_folder.reset();
}

QStringList TstHeadless::toFakes() const
{
    return {QStringLiteral("--feed-url"), m_feed->url().toString(), QStringLiteral("--api-url"),
            m_api->url().toString()};
}

void TstHeadless::badUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char* name, const char* options, const char* named) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' ')) << QByteArray(named);
    };
    row("an unknown option", "--headless --bogus", "--bogus");
    row("an unknown option for the window needs no display", "--bogus", "--bogus");
    row("a replay cannot be recorded", "--headless --replay x.fgr --record y.fgr", "--record");
    row("a speed of nothing", "--headless --demo --speed 2", "--speed");
    row("plain ws to another machine", "--headless --feed-url ws://example.com/options", "--feed-url");
    row("a demo on another feed", "--headless --demo --feed-url ws://127.0.0.1:1/options", "--feed-url");
    row("no time at all", "--headless --demo --duration 0", "--duration");
}

void TstHeadless::badUsageIsTwo()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, named);
    start(options);
    const Ended end = ended();
    QCOMPARE(end.code, 2);
    QVERIFY2(end.err.contains(named), end.err.constData());
    QVERIFY(end.out.isEmpty());
}

void TstHeadless::versionAndHelpAreZero_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("--version") << QStringLiteral("--version") << QByteArray("Flowglass " FLOWGLASS_VERSION);
    QTest::newRow("--help") << QStringLiteral("--help") << QByteArray("--underlying");
}

void TstHeadless::versionAndHelpAreZero()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, said);
    start({option});
    const Ended end = ended();
    QCOMPARE(end.code, 0);
    QVERIFY2(end.out.contains(said), end.out.constData());
    QVERIFY2(end.err.isEmpty(), end.err.constData());
}

void TstHeadless::theDemoRunsAndItsLinesParse()
{
    start({QStringLiteral("--headless"), QStringLiteral("--demo"), QStringLiteral("--demo-rate"),
           QStringLiteral("20000"), QStringLiteral("--underlying"), QStringLiteral("*"),
           QStringLiteral("--duration"), QStringLiteral("4"), QStringLiteral("--sensitivity"),
           QStringLiteral("200"), QStringLiteral("--stats"), QStringLiteral("-")},
          false);
    const Ended end = ended();
    QVERIFY2(end.code == 0, end.err.constData());
    const QList<QByteArray> lines = linesOf(end.out);
    QVERIFY2(lines.size() > 5, end.out.constData());
    bool withContract = false;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QJsonObject anomaly = json(lines[i]);
        QVERIFY2(anomaly[QStringLiteral("id")].toInt() > 0, lines[i].constData());
        withContract = withContract || anomaly[QStringLiteral("contract")].isObject();
    }
    QVERIFY(withContract);
    const QJsonObject stats = json(lines.last());
    const auto number = [&stats](const char* key) { return stats[QLatin1String(key)].toInteger(-1); };
    QVERIFY(number("trades") > 10'000);
    QCOMPARE(number("events"), number("trades") + number("rejected") + number("status") + number("other"));
    QCOMPARE(number("trades"), number("watched") + number("unwatched") + number("duplicates"));
    QCOMPARE(number("watched"), number("stored"));
    QVERIFY(number("contract_requests") > 0);
}

void TstHeadless::aRefusalIsThree_data()
{
    using Auth = FakeFeed::Auth;
    using Acks = FakeFeed::Acks;
    QTest::addColumn<FakeFeed::Script>("script");
    QTest::newRow("a wrong key") << FakeFeed::Script{.acceptedKey = QStringLiteral("another")};
    QTest::newRow("a plan without the stream")
        << FakeFeed::Script{.auth = Auth::PlanLacks, .acceptedKey = {}};
    QTest::newRow("a plan without real time")
        << FakeFeed::Script{.acceptedKey = {}, .acks = Acks::NoRealTime};
}

void TstHeadless::aRefusalIsThree()
{
    QFETCH(FakeFeed::Script, script);
    m_feed->setScript(script);
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--duration"), QStringLiteral("15")} +
          toFakes());
    const Ended end = ended();
    QVERIFY2(end.code == 3, end.err.constData());
    QVERIFY2(end.err.contains("error: "), end.err.constData());
    QVERIFY(end.out.isEmpty());
    QVERIFY2(end.tookMs < 10'000, qPrintable(QString::number(end.tookMs)));
}

void TstHeadless::noKeyIsThree()
{
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--export"), file("kept.csv")} + toFakes(),
          false);
    const Ended end = ended();
    QCOMPARE(end.code, 3);
    QVERIFY2(end.err.contains("MASSIVE_API_KEY") && end.err.contains("POLYGON_API_KEY"), end.err.constData());
    QVERIFY2(end.tookMs < 8'000, qPrintable(QString::number(end.tookMs)));
    QVERIFY(!QFile::exists(file("kept.csv")));
    QCOMPARE(m_feed->connections(), 0);
}

void TstHeadless::theOldNameOfTheKeyWorksToo()
{
    m_program->keyVariable = QStringLiteral("POLYGON_API_KEY");
    QSignalSpy subscribed(m_feed.get(), &FakeFeed::subscribed);
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--duration"), QStringLiteral("2")} +
          toFakes());
    QVERIFY(subscribed.wait(10'000));
    QCOMPARE(ended().code, 0);
}

void TstHeadless::anOutputThatCannotBeWrittenIsFive_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("--export") << QStringLiteral("--export");
    QTest::newRow("--stats") << QStringLiteral("--stats");
    QTest::newRow("--anomalies") << QStringLiteral("--anomalies");
    QTest::newRow("--record") << QStringLiteral("--record");
}

void TstHeadless::anOutputThatCannotBeWrittenIsFive()
{
    QFETCH(QString, option);
    start({QStringLiteral("--headless"), QStringLiteral("--demo"), QStringLiteral("--duration"),
           QStringLiteral("30"), option, QStringLiteral("/nonexistent/folder/file.csv")});
    const Ended end = ended();
    QCOMPARE(end.code, 5);
    QVERIFY2(end.err.contains(QByteArray(option.toUtf8() + ": ")) &&
                 end.err.contains("/nonexistent/folder/file.csv"),
             end.err.constData());
    QVERIFY2(end.tookMs < 10'000, "it must be noticed at the start");
}

void TstHeadless::aReaderThatGoesAwayIsFive()
{
    QSignalSpy subscribed(m_feed.get(), &FakeFeed::subscribed);
    int reader[2];
    QCOMPARE(::pipe2(reader, O_CLOEXEC), 0);
    m_program->stdoutDescriptor = reader[1];
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--duration"), QStringLiteral("60")} +
          toFakes());
    QVERIFY(subscribed.wait(10'000));
    ::close(reader[0]);
    ::close(reader[1]);
    m_feed->send(flaggedFrame());
    const Ended end = ended();
    QCOMPARE(end.code, 5);
    QVERIFY2(end.err.contains("--anomalies"), end.err.constData());
    QVERIFY(end.tookMs < 15'000);
}

void TstHeadless::aFeedThatCannotBeReachedIsSix()
{
    m_feed->setListening(false);
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--duration"), QStringLiteral("1"),
                      QStringLiteral("--stats"), QStringLiteral("-")} +
          toFakes());
    const Ended end = ended();
    QCOMPARE(end.code, 6);
    QVERIFY2(end.err.contains("--duration"), end.err.constData());
    QCOMPARE(linesOf(end.out).size(), 1);
    QVERIFY(json(end.out).contains(QStringLiteral("anomaly_digest")));
}

void TstHeadless::signalsEndItWithZero_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TstHeadless::signalsEndItWithZero()
{
    QFETCH(int, number);
    m_api->setHandler([](const FakeApi::Request&) { return FakeApi::fault(FakeApi::Mode::NeverAnswers); });
    QSignalSpy subscribed(m_feed.get(), &FakeFeed::subscribed);
    QSignalSpy requested(m_api.get(), &FakeApi::requested);
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--stats"), QStringLiteral("-"),
                      QStringLiteral("--export"), file("out.csv")} +
          toFakes());
    QVERIFY(subscribed.wait(10'000));
    m_feed->send(flaggedFrame());
    QVERIFY(requested.wait(10'000)); // a call is in flight now, and will stay there
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(::kill(pid_t(m_program->process().processId()), number), 0);
    const Ended end = ended();
    QVERIFY2(end.code == 0, end.err.constData());
    QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
    const QList<QByteArray> lines = linesOf(end.out);
    QCOMPARE(lines.size(), 2);
    QVERIFY(json(lines[0])[QStringLiteral("contract")].isNull());
    QCOMPARE(json(lines[1])[QStringLiteral("stored")].toInteger(), 101);
    QVERIFY(QFile::exists(file("out.csv")) && QFile::exists(file("out.csv.json")));
}

void TstHeadless::aSignalWithoutAFeedIsZeroToo()
{
    m_feed->setListening(false);
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--log-level"), QStringLiteral("debug")} +
          toFakes());
    QSignalSpy told(&m_program->process(), &QProcess::readyReadStandardError);
    QVERIFY(told.wait(10'000));
    QCOMPARE(::kill(pid_t(m_program->process().processId()), SIGTERM), 0);
    QCOMPARE(ended().code, 0);
}

void TstHeadless::everythingAskedForIsWritten()
{
    QSignalSpy subscribed(m_feed.get(), &FakeFeed::subscribed);
    start(QStringList{QStringLiteral("--headless"), QStringLiteral("--duration"), QStringLiteral("3"),
                      QStringLiteral("--anomalies"), file("a.jsonl"), QStringLiteral("--stats"),
                      file("stats.json"), QStringLiteral("--export"), file("out.csv")} +
          toFakes());
    QVERIFY(subscribed.wait(10'000));
    m_feed->send(flaggedFrame());
    const Ended end = ended();
    QVERIFY2(end.code == 0, end.err.constData());
    QVERIFY2(end.out.isEmpty(), end.out.constData());
    const auto contents = [this](const char* name) {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    };
    const QList<QByteArray> lines = linesOf(contents("a.jsonl"));
    QCOMPARE(lines.size(), 2);
    QVERIFY(json(lines[1])[QStringLiteral("contract")].isObject());
    const QJsonObject stats = json(contents("stats.json"));
    const QJsonObject manifest = json(contents("out.csv.json"));
    QCOMPARE(manifest[QStringLiteral("rows")].toInteger(), stats[QStringLiteral("flagged")].toInteger());
    QCOMPARE(manifest[QStringLiteral("anomaly_digest")], stats[QStringLiteral("anomaly_digest")]);
    QVERIFY(contents("out.csv").count('\n') == stats[QStringLiteral("flagged")].toInteger() + 1);
    for (const char* name : {"a.jsonl", "stats.json", "out.csv", "out.csv.json"})
        QVERIFY(!contents(name).contains(kKey.toUtf8()));
}

void TstHeadless::theSettingsFileGivesTheDefaults()
{
    QFile settings(file("my.ini"));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[watch]\nunderlyings=TSLA\n[detect]\nsensitivity=33\n");
    settings.close();
    start({QStringLiteral("--headless"), QStringLiteral("--demo"), QStringLiteral("--duration"),
           QStringLiteral("1"), QStringLiteral("--settings"), file("my.ini"), QStringLiteral("--export"),
           file("out.csv")},
          false);
    const Ended end = ended();
    QVERIFY2(end.code == 0, end.err.constData());
    QFile manifest(file("out.csv.json"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QJsonObject object = json(manifest.readAll());
    QCOMPARE(object[QStringLiteral("underlyings")].toVariant().toStringList(),
             QStringList{QStringLiteral("TSLA")});
    QCOMPARE(object[QStringLiteral("sensitivity")].toDouble(), 33.0);
    QCOMPARE(object[QStringLiteral("source")].toString(), QStringLiteral("demo seed 1"));
    QCOMPARE(object[QStringLiteral("feed")].toString(), QStringLiteral("demo"));
}

QTEST_GUILESS_MAIN(TstHeadless)
#include "tst_headless.moc"

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "settings/detectsettings.h"
#include "settings/serviceurl.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>

#include <initializer_list>

namespace flowglass::app {

namespace {

using domain::Error;

struct Option
{
    const char* name;
    const char* value; // its name in --help; nullptr: takes none
    const char* help;
};

constexpr Option kOptions[] = {
    {"demo", nullptr,
     QT_TRANSLATE_NOOP("CommandLine", "Connect to a simulated market on this machine. Needs no key.")},
    {"demo-seed", "N", QT_TRANSLATE_NOOP("CommandLine", "Seed of the simulation (1).")},
    {"demo-rate", "R", QT_TRANSLATE_NOOP("CommandLine", "Mean trades per second of the simulation (400).")},
    {"replay", "FILE", 
     QT_TRANSLATE_NOOP("CommandLine", "Play a recording (.fgr) or a flat file of the provider (.csv, .csv.gz).")},
    {"speed", "X", QT_TRANSLATE_NOOP("CommandLine", "Speed of the replay: a factor, or max (1).")},
    {"underlying", "LIST",
     QT_TRANSLATE_NOOP("CommandLine", "Comma list of what to watch: underlyings, contracts, or * (NVDA).")},
    {"feed-url", "URL",
     QT_TRANSLATE_NOOP("CommandLine", "Another feed, with its full path: wss://host/options.")},
    {"api-url", "URL", QT_TRANSLATE_NOOP("CommandLine", "Another REST host: https://host.")},
    {"feed", "NAME",
     QT_TRANSLATE_NOOP("CommandLine",
                       "The provider's host: realtime, delayed, business, delayed-business (realtime).")},
    {"sensitivity", "N", QT_TRANSLATE_NOOP("CommandLine", "Flags wanted per 100,000 trades watched (10).")},
    {"headless", nullptr, QT_TRANSLATE_NOOP("CommandLine", "No window.")},
    {"anomalies", "FILE",
     QT_TRANSLATE_NOOP("CommandLine", "Anomalies as JSON Lines; - is stdout (- with --headless).")},
    {"export", "FILE.csv", QT_TRANSLATE_NOOP("CommandLine", "Write all flagged trades at the end.")},
    {"record", "FILE.fgr", QT_TRANSLATE_NOOP("CommandLine", "Record the raw feed into a new file.")},
    {"stats", "FILE",
     QT_TRANSLATE_NOOP("CommandLine", "Write the counters as JSON at the end; - is stdout.")},
    {"duration", "S", QT_TRANSLATE_NOOP("CommandLine", "Stop after that many seconds.")},
    {"settings", "FILE", QT_TRANSLATE_NOOP("CommandLine", "Use this settings file instead of your own.")},
    {"log-level", "LEVEL",
     QT_TRANSLATE_NOOP("CommandLine", "debug, info, warning or error, to stderr (info).")},
    {"version", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Print the version.")},
    {"help", nullptr, QT_TRANSLATE_NOOP("CommandLine", "Print this.")},
};

constexpr double kMaxDemoRate = 1'000'000.0;
constexpr double kMinSpeed = 0.01;
constexpr double kMaxSpeed = 100'000.0;
constexpr double kMaxDurationSeconds = 2'000'000.0; // 23 days: what a timer of ours can hold

QString translated(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Error bad(const QString& option, const QString& why)
{
    const QString text = QStringLiteral("--%1: %2").arg(option, why);
    return {Error::Code::Unreadable, text, text};
}

// Reads one option after the other into a CommandLine and keeps the first error.
class Reader
{
public:
    explicit Reader(const QCommandLineParser& parser) : m_parser(parser) {}

    void read();
    domain::Result<CommandLine> result() const
    {
        return m_error ? domain::Result<CommandLine>(*m_error) : domain::Result<CommandLine>(m_line);
    }

private:
    // Calls take(value) when the option was given, unless there is an error already.
    template <class Take>
    void with(const char* name, Take take)
    {
        const QString option = QString::fromLatin1(name);
        if (!m_error && m_parser.isSet(option))
            take(option, m_parser.value(option));
    }
    void fail(const QString& option, const QString& why)
    {
        if (!m_error)
            m_error = bad(option, why);
    }
    std::optional<double> number(const QString& option, const QString& value, double low, double high);
    void readSource();
    void readDetection();
    void readOutputs();
    void readRest();
    void refuse();
    void refuseEach(std::initializer_list<const char*> options, const QString& why);

    const QCommandLineParser& m_parser;
    CommandLine m_line;
    std::optional<Error> m_error;
};

std::optional<double> Reader::number(const QString& option, const QString& value, double low, double high)
{
    bool ok = false;
    const double number = QLocale::c().toDouble(value, &ok);
    if (ok && number >= low && number <= high)
        return number;
    fail(option, QCoreApplication::translate("CommandLine", "“%1” is not a number from %2 to %3.")
                     .arg(value, QLocale::c().toString(low, 'g', 10), QLocale::c().toString(high, 'g', 10)));
    return std::nullopt;
}

void Reader::read()
{
    if (m_parser.isSet(QStringLiteral("help")))
        m_line.action = CommandLine::Action::ShowHelp;
    else if (m_parser.isSet(QStringLiteral("version")))
        m_line.action = CommandLine::Action::ShowVersion;
    m_line.headless = m_parser.isSet(QStringLiteral("headless"));
    m_line.demo = m_parser.isSet(QStringLiteral("demo"));
    refuse();
    readSource();
    readDetection();
    readOutputs();
    readRest();
}

void Reader::refuse()
{
    if (m_line.demo) {
        refuseEach({"feed-url", "api-url", "replay"},
                   translated(QT_TRANSLATE_NOOP("CommandLine", "Cannot be used together with --demo.")));
    }
    if (m_parser.isSet(QStringLiteral("replay"))) {
        refuseEach({"feed-url", "feed", "record", "duration"},
                   translated(QT_TRANSLATE_NOOP("CommandLine", "Cannot be used together with --replay.")));
    } else {
        refuseEach({"speed"}, translated(QT_TRANSLATE_NOOP("CommandLine", "Only of use together with --replay.")));
    }
}

void Reader::refuseEach(std::initializer_list<const char*> options, const QString& why)
{
    for (const char* name : options)
        with(name, [this, &why](const QString& option, const QString&) { fail(option, why); });
}

void Reader::readSource()
{
    with("demo-seed", [this](const QString& option, const QString& value) {
        bool ok = false;
        m_line.demoSeed = QLocale::c().toULongLong(value, &ok);
        if (!ok)
            fail(option,
                 translated(QT_TRANSLATE_NOOP("CommandLine", "“%1” is not a whole number.")).arg(value));
    });
    with("demo-rate", [this](const QString& option, const QString& value) {
        m_line.demoRate = number(option, value, 0.1, kMaxDemoRate).value_or(0.0);
    });
    with("speed", [this](const QString& option, const QString& value) {
        m_line.speed = value == QLatin1String("max")
                           ? 0.0
                           : number(option, value, kMinSpeed, kMaxSpeed).value_or(1.0);
    });
    with("feed", [this](const QString& option, const QString& value) {
        m_line.feed = settings::fromWord<settings::FeedHost>(value);
        if (!m_line.feed)
            fail(option,
                 translated(QT_TRANSLATE_NOOP("CommandLine", "“%1” is none of realtime, delayed, business, "
                                                             "delayed-business."))
                     .arg(value));
    });
    const auto url = [this](std::optional<QUrl>& target, const QString& option,
                            const domain::Result<QUrl>& read) {
        if (read)
            target = *read;
        else
            fail(option, read.error().text);
    };
    with("feed-url", [&](const QString& option, const QString& value) {
        url(m_line.feedUrl, option, settings::parseFeedUrl(value));
    });
    with("api-url", [&](const QString& option, const QString& value) {
        url(m_line.apiUrl, option, settings::parseApiUrl(value));
    });
}

void Reader::readDetection()
{
    with("underlying", [this](const QString& option, const QString& value) {
        const domain::Result<domain::WatchList> watch = domain::WatchList::parse(value);
        if (watch)
            m_line.underlying = *watch;
        else
            fail(option, watch.error().text);
    });
    with("sensitivity", [this](const QString& option, const QString& value) {
        m_line.sensitivity = number(option, value, settings::kMinSensitivity, settings::kMaxSensitivity);
    });
}

void Reader::readOutputs()
{
    if (m_line.headless)
        m_line.anomalies = QStringLiteral("-");
    const auto path = [this](QString& target, const QString& option, const QString& value, bool mayBeStdout) {
        if (value.isEmpty() || (value == QLatin1String("-") && !mayBeStdout))
            fail(option, translated(QT_TRANSLATE_NOOP("CommandLine", "A file name is needed.")));
        target = value;
    };
    with("anomalies",
         [&](const QString& option, const QString& value) { path(m_line.anomalies, option, value, true); });
    with("stats",
         [&](const QString& option, const QString& value) { path(m_line.stats, option, value, true); });
    with("export",
         [&](const QString& option, const QString& value) { path(m_line.exportFile, option, value, false); });
    with("record",
         [&](const QString& option, const QString& value) { path(m_line.record, option, value, false); });
    with("replay",
         [&](const QString& option, const QString& value) { path(m_line.replay, option, value, false); });
    with("settings", [&](const QString& option, const QString& value) {
        path(m_line.settingsFile, option, value, false);
    });
}

void Reader::readRest()
{
    with("duration", [this](const QString& option, const QString& value) {
        if (const std::optional<double> seconds = number(option, value, 0.001, kMaxDurationSeconds))
            m_line.duration = std::chrono::milliseconds(std::int64_t(*seconds * 1000.0));
    });
    with("log-level", [this](const QString& option, const QString& value) {
        const QStringList words{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                QStringLiteral("error")};
        const qsizetype index = words.indexOf(value);
        if (index < 0)
            fail(option,
                 translated(QT_TRANSLATE_NOOP("CommandLine", "“%1” is none of debug, info, warning, error."))
                     .arg(value));
        m_line.logLevel = LogLevel(std::max<qsizetype>(index, 0));
    });
}

void declare(QCommandLineParser& parser)
{
    parser.setApplicationDescription(translated(QT_TRANSLATE_NOOP(
        "CommandLine",
        "Live US options trades, every unusual one flagged and explained.\n"
        "The API key is taken from MASSIVE_API_KEY, POLYGON_API_KEY or the system keychain.")));
    for (const Option& option : kOptions) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(option.name), translated(option.help),
                                            QString::fromLatin1(option.value)));
    }
}

} // namespace

domain::Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments)) {
        const QStringList unknown = parser.unknownOptionNames();
        if (!unknown.isEmpty())
            return bad(unknown.first(),
                       translated(QT_TRANSLATE_NOOP("CommandLine", "There is no such option.")));
        return Error{Error::Code::Unreadable, parser.errorText(), parser.errorText()};
    }
    if (!parser.positionalArguments().isEmpty()) {
        const QString text = translated(QT_TRANSLATE_NOOP("CommandLine", "“%1” is not an option."))
                                 .arg(parser.positionalArguments().first());
        return Error{Error::Code::Unreadable, text, text};
    }
    Reader reader(parser);
    reader.read();
    return reader.result();
}

QString versionText()
{
    return QStringLiteral("Flowglass " FLOWGLASS_VERSION);
}

QString helpText()
{
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace flowglass::app

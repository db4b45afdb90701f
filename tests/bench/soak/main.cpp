// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stderrlog.h"
#include "session/meters/processmemory.h"
#include "settings/keystore.h"
#include "settings/settingsstore.h"
#include "soak/soakrun.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTextStream>

using namespace flowglass;

namespace {

enum ExitCode { Held = 0, DidNotHold = 1, BadUsage = 2 };

struct Options
{
    bench::SoakConfig soak;
    app::CommandLine line;
};

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Runs the whole program on the simulated market with faults at random, and prints how it does. "
        "Fails when the counters do not balance or memory is not flat: over the second half of the run a "
        "straight line through it may rise by 5 % of the mean, or 16 MiB if that is more. Memory can only be "
        "flat once as many trades were stored as --rows keeps."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("minutes"), QStringLiteral("How long."), QStringLiteral("M"), QStringLiteral("5")},
        {QStringLiteral("rate"), QStringLiteral("Trades a second on the feed."), QStringLiteral("R"),
         QStringLiteral("200000")},
        {QStringLiteral("rows"), QStringLiteral("Trades kept in memory."), QStringLiteral("N"),
         QStringLiteral("1000000")},
        {QStringLiteral("underlying"), QStringLiteral("What is watched."), QStringLiteral("LIST"),
         QStringLiteral("NVDA")},
        {QStringLiteral("seed"), QStringLiteral("Of the tape and the faults."), QStringLiteral("N"),
         QStringLiteral("1")},
        {QStringLiteral("turn"), QStringLiteral("Seconds the window is shown, then hidden."), QStringLiteral("S"),
         QStringLiteral("60")},
        {QStringLiteral("line"), QStringLiteral("Seconds between two lines."), QStringLiteral("S"),
         QStringLiteral("10")},
    });
}

// Empty when a value is no number above zero.
std::optional<Options> read(const QCommandLineParser& parser)
{
    bool isGood = true;
    const auto number = [&](const QString& name) {
        bool ok = false;
        const double value = parser.value(name).toDouble(&ok);
        isGood = isGood && ok && value > 0.0 && value < 1e9;
        return isGood ? value : 1.0;
    };
    const auto seconds = [&](const QString& name, double factor) {
        return std::chrono::seconds(std::max(1LL, qint64(number(name) * factor)));
    };
    Options options;
    options.soak.length = seconds(QStringLiteral("minutes"), 60.0);
    options.soak.turn = seconds(QStringLiteral("turn"), 1.0);
    options.soak.line = seconds(QStringLiteral("line"), 1.0);
    options.soak.seed = unsigned(number(QStringLiteral("seed")));
    options.line.demo = true;
    options.line.demoSeed = options.soak.seed;
    options.line.demoRate = number(QStringLiteral("rate"));
    options.line.storeRows = std::size_t(number(QStringLiteral("rows")));
    const auto watch = domain::WatchList::parse(parser.value(QStringLiteral("underlying")));
    if (!isGood || !watch)
        return std::nullopt;
    options.line.underlying = *watch;
    options.line.logLevel = app::LogLevel::Error;
    return options;
}

int soak(const Options& options)
{
    QTemporaryDir folder;
    const domain::SystemClock clock;
    app::StderrLog log(app::LogLevel::Error, clock);
    settings::SettingsStore store(folder.filePath(QStringLiteral("settings.ini")));
    settings::Settings settings(store);
    app::DesktopRun run(options.line, store, settings, std::make_unique<settings::KeyStore>(), clock, log);
    bench::SoakRun soak(options.soak, run, clock);
    QObject::connect(&soak, &bench::SoakRun::finished, &run, &app::DesktopRun::stop);
    QObject::connect(&run, &app::DesktopRun::finished, qApp, [] { QCoreApplication::exit(); });
    QApplication::setQuitOnLastWindowClosed(false);
    run.start();
    if (!run.stream())
        return DidNotHold; // the log said why
    soak.start();
    QCoreApplication::exec();
    for (const QString& failure : soak.failures())
        QTextStream(stderr) << "soak: " << failure << Qt::endl;
    return soak.failures().isEmpty() ? Held : DidNotHold;
}

} // namespace

int main(int argc, char** argv)
{
    session::returnLargeBlocks();
    QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("flowglass.*.warning=false\nflowglass.*.info=false"));
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const std::optional<Options> options = read(parser);
    if (!options || !parser.positionalArguments().isEmpty()) {
        QTextStream(stderr) << "soak: a value cannot be used; --help lists the options" << Qt::endl;
        return BadUsage;
    }
    return soak(*options);
}

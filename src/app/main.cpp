// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/exitcode.h"
#include "app/headlessrun.h"
#include "app/rundesktop.h"
#include "app/signalwatcher.h"
#include "app/stderrlog.h"
#include "session/meters/processmemory.h"

#include <QApplication>

#include <cstdio>

namespace {

using namespace flowglass;
using app::CommandLine;
using app::ExitCode;
using app::HeadlessRun;
using app::SignalWatcher;

void print(std::FILE* stream, const QString& text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
    std::fputc('\n', stream);
}

int runHeadless(const CommandLine& line)
{
    const domain::SystemClock clock;
    app::StderrLog log(line.logLevel, clock);
    log.keepIn(app::defaultLogPath());
    SignalWatcher signalWatcher;
    HeadlessRun run(line, clock, log);
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &run, &HeadlessRun::stop);
    QObject::connect(&run, &HeadlessRun::finished, QCoreApplication::instance(),
                     [](ExitCode code) { QCoreApplication::exit(int(code)); });
    run.start();
    return QCoreApplication::exec();
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("flowglass"));
    QCoreApplication::setOrganizationName(QStringLiteral("flowglass"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FLOWGLASS_VERSION));
}

} // namespace

// The command line is read before there is an application, because it decides which kind there is to be.
int main(int argc, char* argv[])
{
    session::returnLargeBlocks();
    nameApplication();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const domain::Result<CommandLine> line = app::parseCommandLine(arguments);
    if (!line) {
        print(stderr, line.error().text);
        return int(ExitCode::BadUsage);
    }
    switch (line->action) {
    case CommandLine::Action::ShowVersion:
        print(stdout, app::versionText());
        return int(ExitCode::Done);
    case CommandLine::Action::ShowHelp: {
        const QCoreApplication application(argc, argv);
        print(stdout, app::helpText());
        return int(ExitCode::Done);
    }
    case CommandLine::Action::Run:
        break;
    }
    if (line->headless) {
        const QCoreApplication application(argc, argv);
        return runHeadless(*line);
    }
    QApplication application(argc, argv);
    return app::runDesktop(application, *line);
}

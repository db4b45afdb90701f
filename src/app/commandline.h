// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/watchlist.h"
#include "settings/feedsettings.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <optional>

namespace flowglass::app {

enum class LogLevel { Debug, Info, Warning, Error };

// What was asked for on the command line (interfaces.md section 1), checked. Empty optionals leave the
// choice to the settings. Paths may be "-" for stdout where the table says so; empty means off.
struct CommandLine
{
    enum class Action { Run, ShowVersion, ShowHelp };

    Action action = Action::Run;
    bool headless = false;

    bool demo = false;
    std::uint64_t demoSeed = 1;
    double demoRate = 400.0; // trades per second

    QString replay;    // a recording or a flat file; empty: none
    double speed = 1.0; // of the replay; 0: as fast as it goes

    std::optional<domain::WatchList> underlying;
    std::optional<double> sensitivity; // flags wanted per 100,000 trades
    std::optional<settings::FeedHost> feed;
    std::optional<QUrl> feedUrl;
    std::optional<QUrl> apiUrl;

    QString anomalies; // FILE or "-"
    QString exportFile;
    QString record; // a file that does not exist yet
    QString stats; // FILE or "-"
    std::optional<std::chrono::milliseconds> duration;
    std::size_t storeRows = 10'000'000; // trades kept in memory; of tests and benchmarks, no option sets it
    QString settingsFile; // empty: the user's
    LogLevel logLevel = LogLevel::Info;
};

// `arguments` with the program's name first. An Error's text names the option and is for the person.
domain::Result<CommandLine> parseCommandLine(const QStringList& arguments);
QString versionText(); // "Flowglass 0.1.0"
QString helpText();    // for --help

} // namespace flowglass::app

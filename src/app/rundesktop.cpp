// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rundesktop.h"

#include "app/desktoprun.h"
#include "app/signalwatcher.h"
#include "app/stderrlog.h"
#include "settings/keystore.h"
#include "settings/settingsstore.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QTranslator>

namespace flowglass::app {

namespace {

QLocale localeOf(settings::Language language)
{
    switch (language) {
    case settings::Language::English:
        return QLocale(QLocale::English, QLocale::UnitedStates);
    case settings::Language::German:
        return QLocale(QLocale::German, QLocale::Germany);
    case settings::Language::System:
        break;
    }
    return QLocale::system();
}

// Numbers and texts in one language: the program's own words, then those of Qt's dialogs.
void setLanguage(QApplication& application, settings::Language language)
{
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    auto* own = new QTranslator(&application);
    if (own->load(locale, QStringLiteral("flowglass"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || own->load(QStringLiteral(":/i18n/flowglass_en")))
        QCoreApplication::installTranslator(own);
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

void setLooks(QApplication& application)
{
    QApplication::setStyle(QStringLiteral("fusion"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.flowglass.Flowglass"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/flowglass.svg")));
    // Read at arm's length, whatever the system's default.
    constexpr double kLeastPoints = 10.0;
    QFont font = application.font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < kLeastPoints) {
        font.setPointSizeF(kLeastPoints);
        QApplication::setFont(font);
    }
}

} // namespace

int runDesktop(QApplication& application, const CommandLine& line)
{
    const domain::SystemClock clock;
    StderrLog log(line.logLevel, clock);
    log.keepIn(defaultLogPath());
    settings::SettingsStore store(line.settingsFile);
    settings::Settings settings(store);
    setLooks(application);
    setLanguage(application, settings.window.language.value());
    SignalWatcher signalWatcher;
    DesktopRun run(line, store, settings, std::make_unique<settings::KeyStore>(), clock, log);
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &run, &DesktopRun::stop);
    QObject::connect(&run, &DesktopRun::finished, &application,
                     [](ExitCode code) { QCoreApplication::exit(int(code)); });
    QApplication::setQuitOnLastWindowClosed(false); // finished() ends it, when all is written
    run.start();
    return QCoreApplication::exec();
}

} // namespace flowglass::app

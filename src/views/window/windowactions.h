// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/tapesettings.h"
#include "settings/windowsettings.h"

#include <QKeySequence>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace flowglass::views {

// Every command of the main window, and the menus they stand in. The commands do nothing by themselves:
// the window connects them.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject* parent);
    void fillMenus(QMenuBar* bar);
    void applyIcons(const QPalette& palette);
    void setPaused(bool paused); // words and sign of the pause command
    void setReplaying(bool replaying); // whether the commands of a replay can be used
    // Checks the entries that stand for these settings, without triggering them.
    void show(const settings::TapeSettings& tape, const settings::WindowSettings& window);

    QAction* exportFlagged;
    QAction* replay;
    QAction* record;
    QAction* quit;
    QAction* newestFirst;
    QAction* sizeHeat;
    QAction* showDismissed;
    QAction* resetLayout;
    QAction* pause;
    QAction* live;
    QAction* retry;
    QAction* watch;
    QAction* filter;
    QAction* demo;
    QAction* preferences;
    QAction* diagnostics;
    QAction* shortcuts;
    QAction* saveBundle;
    QAction* proof;
    QAction* about;
    QAction* replayPlay;
    QAction* replayStep;
    QAction* replayNextAnomaly;
    QAction* replaySlower;
    QAction* replayFaster;
    QAction* replayStart;
    QAction* replayClose;

Q_SIGNALS:
    void themeChosen(flowglass::settings::Theme theme);
    void zoneChosen(flowglass::settings::TapeZone zone);
    void densityChosen(flowglass::settings::RowDensity density);

private:
    QAction* make(const char* name, const QString& text, const QKeySequence& keys = {}, const QString& tip = {});
    QAction* choice(QActionGroup* group, const QString& text, int value);
    void makeChoices();
    void makeReplay();
    QList<QAction*> replayCommands() const;
    void fillView(QMenu* view);

    QActionGroup* m_themes;
    QActionGroup* m_zones;
    QActionGroup* m_densities;
};

} // namespace flowglass::views

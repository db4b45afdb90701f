// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/windowactions.h"

#include "views/look/glyphs.h"
#include "views/look/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace flowglass::views {

using settings::RowDensity;
using settings::TapeZone;

namespace {

void check(QActionGroup* group, int value)
{
    const QList<QAction*> choices = group->actions();
    for (QAction* action : choices)
        action->setChecked(action->data().toInt() == value);
}

} // namespace

WindowActions::WindowActions(QObject* parent)
    : QObject(parent), m_themes(new QActionGroup(this)), m_zones(new QActionGroup(this)),
      m_densities(new QActionGroup(this))
{
    exportFlagged = make("exportAction", tr("Export flagged trades…"), QKeySequence(Qt::CTRL | Qt::Key_E),
                         tr("Write the flagged trades to a CSV file"));
    exportFlagged->setIconText(tr("Export"));
    replay = make("replayAction", tr("Open recording…"), QKeySequence::Open,
                  tr("Choose a recorded session to replay, analyse or compare"));
    record = make("recordAction", tr("Record"), QKeySequence(Qt::CTRL | Qt::Key_R),
                  tr("Write every frame as it is received to a file"));
    record->setCheckable(true);
    quit = make("quitAction", tr("Quit"), QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    newestFirst = make("newestFirstAction", tr("Newest trades at the top"));
    showDismissed = make("showDismissedAction", tr("Show dismissed anomalies"));
    sizeHeat = make("sizeHeatAction", tr("Mark sizes that are large for their contract"));
    newestFirst->setCheckable(true);
    sizeHeat->setCheckable(true);
    showDismissed->setCheckable(true);
    resetLayout = make("resetLayoutAction", tr("Reset layout"));
    pause = make("pauseAction", tr("Pause tape"), QKeySequence(Qt::Key_Space),
                 tr("Hold the tape still; nothing is lost (Space)"));
    pause->setCheckable(true);
    live = make("liveAction", tr("Return to live"), QKeySequence(Qt::Key_Escape));
    retry = make("retryAction", tr("Retry now"), QKeySequence(Qt::Key_F5));
    watch = make("watchAction", tr("Watch…"), QKeySequence(Qt::CTRL | Qt::Key_L));
    filter = make("filterAction", tr("Filter the tape"), QKeySequence::Find);
    demo = make("demoAction", tr("Use demo market"));
    preferences = make("settingsAction", tr("Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    preferences->setIconText(tr("Settings"));
    preferences->setMenuRole(QAction::PreferencesRole);
    diagnostics = make("diagnosticsAction", tr("Diagnostics"), QKeySequence(Qt::Key_F12));
    shortcuts = make("shortcutsAction", tr("Shortcuts"), QKeySequence(Qt::Key_F1));
    saveBundle = make("bundleAction", tr("Save bug report bundle…"), {},
                      tr("Put the frames around a moment, the settings and the versions into one file, without the "
                         "key"));
    proof = make("proofAction", tr("Prove that nothing blocks…"), {},
                 tr("Send 10,000 trades a second to a session of its own while REST hangs, and count"));
    about = make("aboutAction", tr("About Flowglass"));
    about->setMenuRole(QAction::AboutRole);
    makeChoices();
    makeReplay();
    setPaused(false);
    setReplaying(false);
}

QAction* WindowActions::make(const char* name, const QString& text, const QKeySequence& keys, const QString& tip)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    if (!tip.isEmpty())
        action->setToolTip(tip);
    return action;
}

QAction* WindowActions::choice(QActionGroup* group, const QString& text, int value)
{
    QAction* action = group->addAction(text);
    action->setCheckable(true);
    action->setData(value);
    return action;
}

void WindowActions::makeChoices()
{
    choice(m_themes, tr("As the system"), int(settings::Theme::System));
    choice(m_themes, tr("Light"), int(settings::Theme::Light));
    choice(m_themes, tr("Dark"), int(settings::Theme::Dark));
    choice(m_themes, tr("High contrast"), int(settings::Theme::HighContrast));
    choice(m_zones, tr("Exchange (New York)"), int(TapeZone::NewYork));
    choice(m_zones, tr("Local"), int(TapeZone::Local));
    choice(m_zones, tr("UTC"), int(TapeZone::Utc));
    choice(m_densities, tr("Compact"), int(RowDensity::Compact));
    choice(m_densities, tr("Normal"), int(RowDensity::Normal));
    choice(m_densities, tr("Roomy"), int(RowDensity::Roomy));
    connect(m_themes, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT themeChosen(settings::Theme(action->data().toInt())); });
    connect(m_zones, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT zoneChosen(TapeZone(action->data().toInt())); });
    connect(m_densities, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT densityChosen(RowDensity(action->data().toInt())); });
}

void WindowActions::makeReplay()
{
    replayPlay = make("replayPlayAction", tr("Play or pause"), QKeySequence(Qt::CTRL | Qt::Key_Space));
    replayStep = make("replayStepAction", tr("Next frame"), QKeySequence(Qt::CTRL | Qt::Key_Right));
    replayNextAnomaly
        = make("replayNextAnomalyAction", tr("On to the next anomaly"), QKeySequence(Qt::CTRL | Qt::Key_J));
    replaySlower = make("replaySlowerAction", tr("Slower"), QKeySequence(Qt::CTRL | Qt::Key_Down));
    replayFaster = make("replayFasterAction", tr("Faster"), QKeySequence(Qt::CTRL | Qt::Key_Up));
    replayStart = make("replayStartAction", tr("To the start"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Home));
    replayClose = make("replayCloseAction", tr("Close replay"), QKeySequence(Qt::CTRL | Qt::Key_W));
}

QList<QAction*> WindowActions::replayCommands() const
{
    return {replayPlay, replayStep, replayNextAnomaly, replaySlower, replayFaster, replayStart, replayClose};
}

void WindowActions::setReplaying(bool replaying)
{
    const QList<QAction*> commands = replayCommands();
    for (QAction* command : commands)
        command->setEnabled(replaying);
}

void WindowActions::fillMenus(QMenuBar* bar)
{
    QMenu* file = bar->addMenu(tr("&File"));
    file->setToolTipsVisible(true);
    file->addActions({exportFlagged, replay, record});
    file->addSeparator();
    file->addActions({preferences, quit});
    fillView(bar->addMenu(tr("&View")));
    QMenu* feed = bar->addMenu(tr("F&eed"));
    feed->addActions({retry, watch, demo});
    QMenu* recording = bar->addMenu(tr("&Replay"));
    recording->addActions({replayPlay, replayStep, replayNextAnomaly});
    recording->addSeparator();
    recording->addActions({replaySlower, replayFaster});
    recording->addSeparator();
    recording->addActions({replayStart, replayClose});
    QMenu* help = bar->addMenu(tr("&Help"));
    help->setToolTipsVisible(true);
    help->addActions({diagnostics, shortcuts, saveBundle, proof, about});
}

void WindowActions::fillView(QMenu* view)
{
    view->addActions({pause, live, filter});
    view->addSeparator();
    view->addMenu(tr("Theme"))->addActions(m_themes->actions());
    view->addMenu(tr("Time zone"))->addActions(m_zones->actions());
    view->addMenu(tr("Row height"))->addActions(m_densities->actions());
    view->addActions({newestFirst, sizeHeat, showDismissed});
    view->addSeparator();
    view->addAction(resetLayout);
}

void WindowActions::applyIcons(const QPalette& palette)
{
    const QColor colour(themeOf(palette).text);
    exportFlagged->setIcon(glyphIcon(Glyph::Export, colour));
    preferences->setIcon(glyphIcon(Glyph::Gear, colour));
    pause->setIcon(glyphIcon(pause->isChecked() ? Glyph::Play : Glyph::Pause, colour));
}

void WindowActions::setPaused(bool paused)
{
    pause->setChecked(paused);
    pause->setIconText(paused ? tr("Resume") : tr("Pause"));
}

void WindowActions::show(const settings::TapeSettings& tape, const settings::WindowSettings& window)
{
    check(m_themes, int(window.theme.value()));
    check(m_zones, int(tape.zone.value()));
    check(m_densities, int(tape.density.value()));
    newestFirst->setChecked(tape.newestFirst.value());
    sizeHeat->setChecked(tape.sizeHeat.value());
}

} // namespace flowglass::views

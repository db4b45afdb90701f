// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/mainwindow.h"

#include "ui_mainwindow.h"
#include "views/dialogs/textdialog.h"
#include "views/look/theme.h"
#include "views/window/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>

namespace flowglass::views {

namespace {

constexpr QSize kDesigned{1440, 900};
constexpr QSize kSmallest{900, 560};

const Theme& chosen(settings::Theme choice)
{
    switch (choice) {
    case settings::Theme::Light:
        return kLight;
    case settings::Theme::Dark:
        return kDark;
    case settings::Theme::HighContrast:
        return kHighContrast;
    case settings::Theme::System:
        break;
    }
    QApplication::setPalette(QPalette()); // what the system wants, without ours
    const QPalette system = QApplication::palette();
    const bool dark = system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    return dark ? kDark : kLight;
}

void showText(QWidget* parent, const QString& name, const QString& title, const QString& text)
{
    auto* dialog = new TextDialog(title, text, parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace

MainWindow::MainWindow(settings::Settings& settings, QWidget* parent)
    : QMainWindow(parent), m_settings(settings), m_ui(std::make_unique<Ui::MainWindow>())
{
    applyTheme();
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("flowglass"));
    m_actions = new WindowActions(this);
    m_actions->fillMenus(menuBar());
    m_actions->applyIcons(palette());
    m_actions->show(settings.tape, settings.window);
    m_ui->topBar->setActions(m_actions->pause, m_actions->exportFlagged, m_actions->preferences);
    m_ui->tapePanel->setSettings(settings.tape);
    m_ui->anomalyPanel->setSettings(settings.anomaly);
    m_ui->contractPane->setSettings(settings.window);
    setMinimumSize(kSmallest);
    connectCommands();
    connectReplay();
    setTabOrder();
    restoreLayout();
}

MainWindow::~MainWindow() = default;

WelcomePage& MainWindow::welcomePage() const { return *m_ui->welcomePage; }
TopBar& MainWindow::topBar() const { return *m_ui->topBar; }
FeedBanner& MainWindow::feedBanner() const { return *m_ui->feedBanner; }
ReplayBar& MainWindow::replayBar() const { return *m_ui->replayBar; }
TapePanel& MainWindow::tapePanel() const { return *m_ui->tapePanel; }
AnomalyPanel& MainWindow::anomalyPanel() const { return *m_ui->anomalyPanel; }
ContractPane& MainWindow::contractPane() const { return *m_ui->contractPane; }
StatusStrip& MainWindow::statusStrip() const { return *m_ui->statusStrip; }

void MainWindow::connectCommands()
{
    TapePanel* tape = m_ui->tapePanel;
    connect(m_actions->pause, &QAction::triggered, tape, &TapePanel::setPaused);
    connect(m_actions->live, &QAction::triggered, tape, &TapePanel::returnToLive);
    connect(tape, &TapePanel::pausedChanged, this, [this](bool paused) {
        m_actions->setPaused(paused);
        m_actions->applyIcons(palette());
    });
    connect(m_actions->filter, &QAction::triggered, m_ui->topBar, &TopBar::focusFilter);
    connect(m_actions->watch, &QAction::triggered, m_ui->topBar, &TopBar::focusWatch);
    connect(m_actions->sizeHeat, &QAction::toggled, this, [this](bool on) {
        m_settings.tape.sizeHeat.setValue(on);
        m_ui->tapePanel->applyHeat();
    });
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] {
        showText(this, QStringLiteral("shortcutsDialog"), tr("Shortcuts"), TextDialog::shortcutsText());
    });
    connect(m_actions->about, &QAction::triggered, this, [this] {
        showText(this, QStringLiteral("aboutDialog"), tr("About Flowglass"), TextDialog::aboutText());
    });
    connect(m_ui->anomalyPanel, &AnomalyPanel::inspectRequested, m_ui->contractPane,
            &ContractPane::takeFocus);
    // Space pauses from the tables of trades (in the list of anomalies it is a triage key) and the triage keys work from
    // the tape too, but they never steal keys from fields and buttons.
    m_actions->pause->setShortcutContext(Qt::WidgetShortcut);
    for (QWidget* table : {tape->table(), m_ui->contractPane->table()})
        table->addAction(m_actions->pause);
    for (QAction* action : m_ui->anomalyPanel->triageActions())
        tape->table()->addAction(action);
}

void MainWindow::connectReplay()
{
    ReplayBar* bar = m_ui->replayBar;
    connect(m_actions->replayPlay, &QAction::triggered, bar, &ReplayBar::togglePlay);
    connect(m_actions->replayStep, &QAction::triggered, bar, &ReplayBar::step);
    connect(m_actions->replayNextAnomaly, &QAction::triggered, bar, &ReplayBar::nextAnomaly);
    connect(m_actions->replaySlower, &QAction::triggered, bar, &ReplayBar::slower);
    connect(m_actions->replayFaster, &QAction::triggered, bar, &ReplayBar::faster);
    connect(m_actions->replayStart, &QAction::triggered, bar, &ReplayBar::toStart);
    connect(m_actions->replayClose, &QAction::triggered, bar, &ReplayBar::closeRequested);
    connect(m_ui->welcomePage, &WelcomePage::recordingRequested, m_actions->replay, &QAction::trigger);
}

void MainWindow::setTabOrder()
{
    QWidget* before = m_ui->topBar;
    for (QWidget* next : std::initializer_list<QWidget*>{m_ui->feedBanner, m_ui->replayBar, m_ui->tapePanel->table(),
                                                         m_ui->anomalyPanel->table(), m_ui->contractPane->table()}) {
        QWidget::setTabOrder(before, next);
        before = next;
    }
}

// What needs a stream, live or replayed.
void MainWindow::setStreamCommands(bool enabled)
{
    for (QAction* action : {m_actions->exportFlagged, m_actions->pause, m_actions->retry, m_actions->watch,
                            m_actions->filter, m_actions->live, m_actions->record, m_actions->saveBundle})
        action->setEnabled(enabled);
}

void MainWindow::showWelcome()
{
    m_ui->pages->setCurrentWidget(m_ui->welcomePage);
    setStreamCommands(false);
    setSource({});
    m_ui->welcomePage->begin();
}

void MainWindow::showWork()
{
    m_ui->pages->setCurrentWidget(m_ui->workPage);
    setStreamCommands(true);
    m_ui->tapePanel->table()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setReplaying(bool replaying)
{
    m_ui->replayBar->setVisible(replaying);
    m_actions->setReplaying(replaying);
}

bool MainWindow::isAtWork() const { return m_ui->pages->currentWidget() == m_ui->workPage; }

void MainWindow::setSource(const QString& source)
{
    setWindowTitle(source.isEmpty() ? tr("Flowglass") : tr("Flowglass – %1").arg(source));
}

void MainWindow::applyTheme()
{
    const Theme& theme = chosen(m_settings.window.theme.value());
    QApplication::setPalette(paletteOf(theme));
}

void MainWindow::divide()
{
    constexpr int kWidthOfContract = 490; // below it the evidence would be cut off
    m_ui->rightSplitter->setMinimumWidth(kWidthOfContract);
    // Shares, not pixels: far more than there is, so that they are divided in proportion.
    m_ui->mainSplitter->setSizes({5700, 4300});
    m_ui->rightSplitter->setSizes({3000, 7000});
    m_ui->mainSplitter->setStretchFactor(0, 57);
    m_ui->mainSplitter->setStretchFactor(1, 43);
    m_ui->rightSplitter->setStretchFactor(0, 30);
    m_ui->rightSplitter->setStretchFactor(1, 70);
}

void MainWindow::restoreLayout()
{
    divide();
    const settings::WindowSettings& window = m_settings.window;
    if (window.geometry.value().isEmpty() || !restoreGeometry(window.geometry.value()))
        resize(kDesigned.boundedTo(screen()->availableSize()));
    if (!window.mainSplitter.value().isEmpty())
        m_ui->mainSplitter->restoreState(window.mainSplitter.value());
    if (!window.rightSplitter.value().isEmpty())
        m_ui->rightSplitter->restoreState(window.rightSplitter.value());
    m_ui->mainSplitter->setChildrenCollapsible(false);
    m_ui->rightSplitter->setChildrenCollapsible(false);
}

void MainWindow::rememberLayout()
{
    if (!isVisible())
        return;
    settings::WindowSettings& window = m_settings.window;
    window.geometry.setValue(saveGeometry());
    if (!isAtWork())
        return; // the panes were never laid out
    window.mainSplitter.setValue(m_ui->mainSplitter->saveState());
    window.rightSplitter.setValue(m_ui->rightSplitter->saveState());
}

void MainWindow::resetLayout()
{
    divide();
    m_ui->tapePanel->resetColumns();
    m_ui->anomalyPanel->resetColumns();
    m_ui->contractPane->resetColumns();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    rememberLayout();
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_actions)
        m_actions->applyIcons(palette());
}

} // namespace flowglass::views

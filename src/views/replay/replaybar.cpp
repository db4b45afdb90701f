// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/replay/replaybar.h"

#include "models/recordings/replaytexts.h"
#include "ui_replaybar.h"
#include "views/look/theme.h"

#include <QEvent>
#include <QPainter>

#include <array>

namespace flowglass::views {

using State = models::ReplayPicture::State;

namespace {

constexpr std::array<double, 8> kSpeeds{0.5, 1.0, 2.0, 5.0, 10.0, 50.0, 200.0, 0.0};

struct Look
{
    Glyph glyph;
    Pill::Tone tone;
};

Look lookOf(State state)
{
    switch (state) {
    case State::Opening:
    case State::Seeking:
        return {Glyph::Wait, Pill::Tone::Accent};
    case State::Playing:
        return {Glyph::Play, Pill::Tone::Accent};
    case State::Paused:
        return {Glyph::Pause, Pill::Tone::Accent};
    case State::Ended:
        return {Glyph::Tick, Pill::Tone::Accent};
    case State::Failed:
        return {Glyph::Cross, Pill::Tone::Bad};
    }
    return {Glyph::Ring, Pill::Tone::Neutral};
}

// Grow but never shrink, or the bar would twitch with every figure.
void keepWidth(QWidget* widget)
{
    widget->setMinimumWidth(std::max(widget->minimumWidth(), widget->sizeHint().width()));
}

void say(QLabel* label, const QString& text)
{
    if (text == label->text())
        return;
    label->setText(text);
    if (text.isEmpty())
        label->setMinimumWidth(0); // another recording may have shorter ones
    keepWidth(label);
}

} // namespace

ReplayBar::ReplayBar(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::ReplayBar>())
{
    m_ui->setupUi(this);
    for (const double speed : kSpeeds)
        m_ui->replaySpeedCombo->addItem(models::replaySpeedText(speed), speed);
    connect(m_ui->replayPlayButton, &QToolButton::clicked, this, &ReplayBar::playToggled);
    connect(m_ui->replayStepButton, &QToolButton::clicked, this, &ReplayBar::stepRequested);
    connect(m_ui->replayStartButton, &QToolButton::clicked, this, &ReplayBar::startRequested);
    connect(m_ui->replayNextAnomalyButton, &QToolButton::clicked, this, &ReplayBar::nextAnomalyRequested);
    connect(m_ui->replayCloseButton, &QToolButton::clicked, this, &ReplayBar::closeRequested);
    connect(m_ui->replaySpeedCombo, &QComboBox::activated, this,
            [this](int index) { Q_EMIT speedChosen(m_ui->replaySpeedCombo->itemData(index).toDouble()); });
    connect(m_ui->replayTimeline, &ReplayTimeline::seekRequested, this, &ReplayBar::seekRequested);
    applyIcons();
    present({}, domain::ZoneTime::newYork());
}

ReplayBar::~ReplayBar() = default;

void ReplayBar::togglePlay() { m_ui->replayPlayButton->click(); }
void ReplayBar::step() { m_ui->replayStepButton->click(); }
void ReplayBar::toStart() { m_ui->replayStartButton->click(); }
void ReplayBar::nextAnomaly() { m_ui->replayNextAnomalyButton->click(); }
void ReplayBar::faster() { chooseSpeed(1); }
void ReplayBar::slower() { chooseSpeed(-1); }

void ReplayBar::present(const models::ReplayPicture& picture, const domain::ZoneTime& zone)
{
    const bool known = picture.last > picture.first;
    m_ui->replayTimeline->present(picture, zone);
    const domain::UnixNs shown = m_ui->replayTimeline->handle();
    say(m_ui->replayDateLabel, known ? models::replayDateText(shown, zone) : QString());
    say(m_ui->replayTimeLabel, known ? models::replayTimeText(shown, zone) : QString());
    const QString message = models::replayMessage(picture);
    if (message != m_ui->replayMessageLabel->text())
        m_ui->replayMessageLabel->setText(message);
    presentSpeed(picture.speed);
    presentState(picture);
}

void ReplayBar::presentState(const models::ReplayPicture& picture)
{
    const State state = picture.state;
    const Look look = lookOf(state);
    m_ui->replayPill->present(look.glyph, look.tone, tr("REPLAY"));
    const bool usable = m_ui->replayTimeline->canSeek();
    const bool atRest = usable && state != State::Seeking && state != State::Ended;
    m_ui->replayPlayButton->setEnabled(usable);
    m_ui->replayStartButton->setEnabled(usable);
    m_ui->replaySpeedCombo->setEnabled(usable);
    m_ui->replayStepButton->setEnabled(atRest);
    m_ui->replayNextAnomalyButton->setEnabled(atRest);
    if (state == m_state && !m_ui->replayPlayButton->text().isEmpty())
        return;
    m_state = state;
    m_ui->replayMessageLabel->setForegroundRole(state == State::Failed ? QPalette::BrightText
                                                                        : QPalette::PlaceholderText);
    const bool playing = state == State::Playing;
    m_ui->replayPlayButton->setText(playing ? tr("Pause") : tr("Play"));
    keepWidth(m_ui->replayPlayButton);
    m_ui->replayPlayButton->setAccessibleName(playing ? tr("Pause the replay") : tr("Play"));
    m_ui->replayPlayButton->setToolTip(playing ? tr("Hold the replay (Ctrl+Space)")
                                                : tr("Go on with the replay (Ctrl+Space)"));
    applyIcons();
}

// A speed from the command line may be none of ours: then it gets a place among them.
void ReplayBar::presentSpeed(double speed)
{
    QComboBox* combo = m_ui->replaySpeedCombo;
    int index = combo->findData(speed);
    if (index < 0) {
        index = 0;
        while (combo->itemData(index).toDouble() > 0.0 && combo->itemData(index).toDouble() < speed)
            ++index;
        combo->insertItem(index, models::replaySpeedText(speed), speed);
    }
    if (index != combo->currentIndex())
        combo->setCurrentIndex(index);
}

void ReplayBar::chooseSpeed(int step)
{
    QComboBox* combo = m_ui->replaySpeedCombo;
    const int index = combo->currentIndex() + step;
    if (!combo->isEnabled() || index < 0 || index >= combo->count())
        return;
    combo->setCurrentIndex(index);
    Q_EMIT speedChosen(combo->itemData(index).toDouble());
}

void ReplayBar::applyIcons()
{
    const QColor colour(themeOf(palette()).text);
    m_ui->replayStartButton->setIcon(glyphIcon(Glyph::Start, colour));
    m_ui->replayPlayButton->setIcon(glyphIcon(m_state == State::Playing ? Glyph::Pause : Glyph::Play, colour));
    m_ui->replayStepButton->setIcon(glyphIcon(Glyph::Step, colour));
    m_ui->replayNextAnomalyButton->setIcon(glyphIcon(Glyph::NextFlag, colour));
    m_ui->replayCloseButton->setIcon(glyphIcon(Glyph::Cross, colour));
}

// Tinted, so that nobody takes a recording for the market of now.
void ReplayBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), mixed(theme.window, theme.accent, 0.08));
    for (const int y : {0, height() - 1})
        painter.fillRect(QRect(0, y, width(), 1), mixed(theme.window, theme.accent, 0.45));
}

void ReplayBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyIcons();
}

} // namespace flowglass::views

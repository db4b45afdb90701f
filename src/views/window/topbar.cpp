// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/topbar.h"

#include "ui_topbar.h"

#include <QAction>

namespace flowglass::views {

namespace {

constexpr std::chrono::milliseconds kTypingRests{250};

struct Look
{
    Glyph glyph;
    Pill::Tone tone;
};

Look lookOf(models::Severity severity)
{
    switch (severity) {
    case models::Severity::Good:
        return {Glyph::Dot, Pill::Tone::Good};
    case models::Severity::Waiting:
        return {Glyph::Wait, Pill::Tone::Accent};
    case models::Severity::Warning:
        return {Glyph::Warning, Pill::Tone::Warn};
    case models::Severity::Bad:
        return {Glyph::Cross, Pill::Tone::Bad};
    }
    return {Glyph::Ring, Pill::Tone::Neutral};
}

} // namespace

QString watchProblem(const QString& text)
{
    const domain::Result<domain::WatchList> watch = domain::WatchList::parse(text);
    return watch ? QString() : watch.error().text;
}

QString filterProblem(const QString& text)
{
    const domain::Result<domain::TradeFilter> filter = domain::TradeFilter::parse(text);
    return filter ? QString() : filter.error().text;
}

TopBar::TopBar(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::TopBar>())
{
    m_ui->setupUi(this);
    m_ui->underlyingsEdit->setCheck(watchProblem);
    m_ui->underlyingsEdit->setHelp(tr("Roots to watch, separated by commas (NVDA, AAPL), single contracts "
                                      "(O:NVDA261218C00150000), or * for the whole market. Enter applies."));
    m_ui->filterEdit->setCheck(filterProblem);
    m_ui->filterEdit->setHelp(
        tr("What the tape shows. All terms must hold: call, put, flagged, unusual (as the provider means it), "
           "adjusted, multileg; size>=100, premium>=50k, price<2.5, dte<=7, strike>=150; anything else is looked "
           "for in contract, exchange and conditions. A - before a term turns it round: unusual -flagged."));
    connect(m_ui->retryButton, &QPushButton::clicked, this, &TopBar::retryRequested);
    connect(m_ui->recordPill, &RecordPill::clicked, this, &TopBar::recordingClicked);
    connect(m_ui->underlyingsEdit, &QLineEdit::editingFinished, this, &TopBar::onWatchEdited);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingRests);
    connect(&m_typing, &QTimer::timeout, this, &TopBar::applyFilter);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_ui->filterEdit, &QLineEdit::returnPressed, this, &TopBar::applyFilter);
}

TopBar::~TopBar() = default;

void TopBar::setActions(QAction* pause, QAction* exporting, QAction* settings)
{
    m_ui->pauseButton->setDefaultAction(pause);
    m_ui->exportButton->setDefaultAction(exporting);
    m_ui->settingsButton->setDefaultAction(settings);
}

void TopBar::presentFeed(const models::StatusText& feed, const QString& retry)
{
    const Look look = lookOf(feed.severity);
    m_ui->feedStateLabel->present(look.glyph, look.tone, feed.brief);
    m_ui->feedStateLabel->setToolTip(feed.full);
    m_ui->feedStateLabel->setAccessibleDescription(feed.full);
    m_ui->retryButton->setVisible(!retry.isEmpty());
    if (retry.isEmpty())
        return;
    m_ui->retryButton->setText(retry);
    m_ui->retryButton->setAccessibleName(retry);
}

void TopBar::presentRecording(const models::RecordingFigures& figures) { m_ui->recordPill->present(figures); }

void TopBar::setWatch(const domain::WatchList& watch)
{
    m_watch = watch;
    m_ui->underlyingsEdit->setText(watch.text());
}

void TopBar::setFilterText(const QString& text)
{
    m_ui->filterEdit->setText(text);
    applyFilter();
}

void TopBar::focusFilter()
{
    m_ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->filterEdit->selectAll();
}

void TopBar::focusWatch()
{
    m_ui->underlyingsEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->underlyingsEdit->selectAll();
}

void TopBar::onWatchEdited()
{
    const domain::Result<domain::WatchList> watch = domain::WatchList::parse(m_ui->underlyingsEdit->text());
    if (!watch)
        return;
    const bool changed = !(*watch == m_watch);
    setWatch(*watch);
    if (changed)
        Q_EMIT watchChosen(*watch);
}

void TopBar::applyFilter()
{
    m_typing.stop();
    const QString text = m_ui->filterEdit->text();
    const domain::Result<domain::TradeFilter> filter = domain::TradeFilter::parse(text);
    if (filter)
        Q_EMIT filterChanged(*filter, text);
}

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/statusstrip.h"

#include "ui_statusstrip.h"
#include "views/look/theme.h"

#include <QLocale>

namespace flowglass::views {

namespace {

QPalette::ColorRole roleOf(models::Severity severity)
{
    switch (severity) {
    case models::Severity::Good:
    case models::Severity::Waiting:
        return QPalette::PlaceholderText;
    case models::Severity::Warning:
        return QPalette::WindowText;
    case models::Severity::Bad:
        return QPalette::BrightText;
    }
    return QPalette::WindowText;
}

} // namespace

StatusStrip::StatusStrip(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::StatusStrip>())
{
    m_ui->setupUi(this);
    for (QFrame* line : {m_ui->line1, m_ui->line2, m_ui->line3, m_ui->line4, m_ui->line5, m_ui->line6})
        line->setForegroundRole(QPalette::Mid);
    for (QLabel* label : {m_ui->restLabel, m_ui->countsLabel})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_ui->coverageLabel->hide();
    m_ui->line6->hide();
}

StatusStrip::~StatusStrip() = default;

// Labels grow but never shrink, or the whole line would twitch with every figure.
void StatusStrip::say(QLabel* label, const QString& text)
{
    if (text == label->text())
        return;
    label->setText(text);
    label->setMinimumWidth(std::max(label->minimumWidth(), label->sizeHint().width()));
}

void StatusStrip::say(QLabel* label, const models::StatusText& text)
{
    say(label, text.brief);
    label->setForegroundRole(roleOf(text.severity));
    if (label->toolTip() != text.full)
        label->setToolTip(text.full);
}

void StatusStrip::present(const Figures& figures)
{
    say(m_ui->rateLabel, figures.rate);
    say(m_ui->backlogLabel, figures.backlog);
    say(m_ui->latencyLabel, figures.latency);
    say(m_ui->stallLabel, figures.stall);
    QString rest = tr("REST %L1/min").arg(figures.restCalls);
    if (figures.restInFlight > 0 || figures.restQueued > 0)
        rest += tr(" · %L1 active, %L2 queued").arg(figures.restInFlight).arg(figures.restQueued);
    say(m_ui->restLabel, rest);
    say(m_ui->countsLabel, tr("%L1 trades · %L2 flagged").arg(figures.trades).arg(figures.flagged));
    say(m_ui->sourceLabel, figures.source);
    say(m_ui->coverageLabel, figures.coverage);
    m_ui->coverageLabel->setVisible(!figures.coverage.brief.isEmpty());
    m_ui->line6->setVisible(!figures.coverage.brief.isEmpty());
}

void StatusStrip::setNotice(const QString& text)
{
    m_ui->noticeLabel->setText(text);
    m_ui->noticeLabel->setToolTip(text);
}

} // namespace flowglass::views

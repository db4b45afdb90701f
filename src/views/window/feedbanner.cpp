// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/feedbanner.h"

#include "ui_feedbanner.h"
#include "views/look/glyphs.h"
#include "views/look/theme.h"

#include <QPainter>

namespace flowglass::views {

FeedBanner::FeedBanner(QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::FeedBanner>())
{
    m_ui->setupUi(this);
    m_ui->signLabel->setFixedSize(20, 20);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &FeedBanner::retryRequested);
    connect(m_ui->keyButton, &QPushButton::clicked, this, &FeedBanner::keyRequested);
    connect(m_ui->delayedButton, &QPushButton::clicked, this, &FeedBanner::delayedRequested);
    connect(m_ui->replayButton, &QPushButton::clicked, this, &FeedBanner::replayRequested);
    connect(m_ui->demoButton, &QPushButton::clicked, this, &FeedBanner::demoRequested);
}

FeedBanner::~FeedBanner() = default;

void FeedBanner::present(const models::FeedNotice& notice)
{
    setVisible(!notice.text.isEmpty());
    if (notice.text.isEmpty())
        return;
    m_isCalm = notice.isCalm;
    m_ui->textLabel->setText(notice.text);
    m_ui->retryButton->setText(notice.retry);
    m_ui->retryButton->setAccessibleName(notice.retry);
    m_ui->retryButton->setVisible(!notice.retry.isEmpty());
    m_ui->keyButton->setVisible(notice.asksForKey);
    m_ui->delayedButton->setVisible(notice.offersDelayed);
    m_ui->replayButton->setVisible(notice.offersReplay);
    m_ui->demoButton->setVisible(notice.offersDemo);
}

void FeedBanner::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    const QRgb tone = m_isCalm ? theme.accent : theme.bad;
    QPainter painter(this);
    painter.fillRect(rect(), mixed(theme.base, tone, 0.12));
    painter.fillRect(QRect(0, height() - 1, width(), 1), mixed(theme.base, tone, 0.5));
    drawGlyph(painter, m_isCalm ? Glyph::Wait : Glyph::Warning, m_ui->signLabel->geometry(), QColor(tone));
}

} // namespace flowglass::views

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
    connect(m_ui->demoButton, &QPushButton::clicked, this, &FeedBanner::demoRequested);
}

FeedBanner::~FeedBanner() = default;

void FeedBanner::present(const domain::FeedStatus& status, bool canUseDelayed, bool canUseDemo)
{
    using domain::FeedPhase;
    const bool refused = status.phase == FeedPhase::Refused;
    const bool replaced = status.phase == FeedPhase::Replaced;
    setVisible(refused || replaced);
    if (!refused && !replaced)
        return;
    const QString what = refused ? tr("The provider refused the connection.")
                                 : tr("Another program took over the connection of this account. It is tried again "
                                      "in a minute; close the other program, or they will fight.");
    m_ui->textLabel->setText(status.reason.isEmpty() ? what : what + QLatin1Char(' ') + status.reason);
    m_ui->keyButton->setVisible(refused);
    m_ui->delayedButton->setVisible(refused && canUseDelayed);
    m_ui->demoButton->setVisible(canUseDemo);
}

void FeedBanner::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), mixed(theme.base, theme.bad, 0.12));
    painter.fillRect(QRect(0, height() - 1, width(), 1), mixed(theme.base, theme.bad, 0.5));
    drawGlyph(painter, Glyph::Warning, m_ui->signLabel->geometry(), QColor(theme.bad));
}

} // namespace flowglass::views

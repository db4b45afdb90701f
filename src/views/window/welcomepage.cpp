// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/welcomepage.h"

#include "ui_welcomepage.h"
#include "views/look/theme.h"

#include <QCoreApplication>

namespace flowglass::views {

using settings::FeedHost;

QString hostName(FeedHost host)
{
    switch (host) {
    case FeedHost::RealTime:
        return QCoreApplication::translate("FeedHost", "Real time");
    case FeedHost::Delayed:
        return QCoreApplication::translate("FeedHost", "Delayed 15 minutes");
    case FeedHost::Business:
        return QCoreApplication::translate("FeedHost", "Business, real time");
    case FeedHost::DelayedBusiness:
        return QCoreApplication::translate("FeedHost", "Business, delayed 15 minutes");
    }
    return {};
}

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    QFont large = m_ui->titleLabel->font();
    large.setPointSizeF(large.pointSizeF() * 2.0);
    large.setBold(true);
    m_ui->titleLabel->setFont(large);
    m_ui->card->setAutoFillBackground(true);
    m_ui->card->setBackgroundRole(QPalette::Base);
    m_ui->keepLabel->setForegroundRole(QPalette::PlaceholderText);
    for (QFrame* line : {m_ui->line1, m_ui->line2})
        line->setForegroundRole(QPalette::Mid);
    for (const FeedHost host : {FeedHost::RealTime, FeedHost::Delayed, FeedHost::Business, FeedHost::DelayedBusiness})
        m_ui->hostCombo->addItem(hostName(host), int(host));
    connect(m_ui->demoButton, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_ui->recordingButton, &QPushButton::clicked, this, &WelcomePage::recordingRequested);
    connect(m_ui->keyEdit, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_ui->connectButton->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_ui->keyEdit, &QLineEdit::returnPressed, this, &WelcomePage::connectWithKey);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &WelcomePage::connectWithKey);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::setHost(FeedHost host) { m_ui->hostCombo->setCurrentIndex(m_ui->hostCombo->findData(int(host))); }

void WelcomePage::setKeepText(const QString& text) { m_ui->keepLabel->setText(text); }

void WelcomePage::begin() { m_ui->demoButton->setFocus(Qt::OtherFocusReason); }

void WelcomePage::connectWithKey()
{
    const QString key = m_ui->keyEdit->text().trimmed();
    if (key.isEmpty())
        return;
    m_ui->keyEdit->clear();
    Q_EMIT keyEntered(key, FeedHost(m_ui->hostCombo->currentData().toInt()));
}

} // namespace flowglass::views

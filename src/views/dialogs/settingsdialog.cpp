// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/settingsdialog.h"

#include "ui_settingsdialog.h"
#include "models/contractcard.h"
#include "views/contract/valuegroup.h"
#include "views/window/topbar.h"
#include "views/window/welcomepage.h"

#include <QComboBox>
#include <QPushButton>

namespace flowglass::views {

using namespace settings;

namespace {

template <class E>
void choose(QComboBox* combo, E value)
{
    combo->setCurrentIndex(combo->findData(int(value)));
}

template <class E>
E chosen(const QComboBox* combo)
{
    return E(combo->currentData().toInt());
}

void fill(QComboBox* combo, std::initializer_list<std::pair<QString, int>> entries)
{
    for (const auto& [text, value] : entries)
        combo->addItem(text, value);
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_ui(std::make_unique<Ui::SettingsDialog>())
{
    m_ui->setupUi(this);
    m_ui->underlyingsEdit->setCheck(watchProblem);
    for (const FeedHost host : {FeedHost::RealTime, FeedHost::Delayed, FeedHost::Business, FeedHost::DelayedBusiness})
        m_ui->hostCombo->addItem(hostName(host), int(host));
    fill(m_ui->planCombo, {{tr("Find out from the provider's answers"), int(RatePlan::Learn)},
                           {tr("5 calls a minute (free plan)"), int(RatePlan::FivePerMinute)},
                           {tr("100 calls a second (paid plans)"), int(RatePlan::HundredPerSecond)}});
    fill(m_ui->themeCombo, {{tr("As the system"), int(settings::Theme::System)},
                            {tr("Light"), int(settings::Theme::Light)},
                            {tr("Dark"), int(settings::Theme::Dark)},
                            {tr("High contrast"), int(settings::Theme::HighContrast)}});
    fill(m_ui->languageCombo, {{tr("As the system"), int(Language::System)},
                               {QStringLiteral("English"), int(Language::English)},
                               {QStringLiteral("Deutsch"), int(Language::German)}});
    fill(m_ui->zoneCombo, {{tr("Exchange (New York)"), int(TapeZone::NewYork)},
                           {tr("Local"), int(TapeZone::Local)},
                           {tr("UTC"), int(TapeZone::Utc)}});
    for (QLabel* hint : {m_ui->languageHint, m_ui->keyHint})
        hint->setForegroundRole(QPalette::PlaceholderText);
    const QList<QAbstractButton*> buttons = m_ui->buttonBox->buttons();
    for (QAbstractButton* button : buttons)
        button->setIcon({});
    connect(m_ui->underlyingsEdit, &QLineEdit::textChanged, this, &SettingsDialog::updateButtons);
    connect(m_ui->recordingPage, &RecordingPage::edited, this, &SettingsDialog::updateButtons);
    connect(m_ui->keyEdit, &QLineEdit::textChanged, this, &SettingsDialog::updateButtons);
    connect(m_ui->detectionPage, &DetectionPage::edited, this, &SettingsDialog::updateButtons);
    connect(m_ui->keyButton, &QPushButton::clicked, this, &SettingsDialog::enterKey);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &SettingsDialog::keyForgotten);
    connect(m_ui->testKeyButton, &QPushButton::clicked, this, &SettingsDialog::keyTestRequested);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &SettingsDialog::apply);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ui->buttonBox->button(QDialogButtonBox::Apply), &QPushButton::clicked, this, &SettingsDialog::apply);
    load();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::load()
{
    m_ui->underlyingsEdit->setText(m_settings.watch.underlyings.value());
    choose(m_ui->hostCombo, m_settings.feed.host.value());
    choose(m_ui->planCombo, m_settings.feed.ratePlan.value());
    choose(m_ui->themeCombo, m_settings.window.theme.value());
    choose(m_ui->languageCombo, m_settings.window.language.value());
    choose(m_ui->zoneCombo, m_settings.tape.zone.value());
    m_ui->detectionPage->load(m_settings.detect);
    m_ui->recordingPage->load(m_settings.recording);
    m_ui->keyEdit->clear();
    updateButtons();
}

void SettingsDialog::apply()
{
    const domain::Result<domain::WatchList> watch = domain::WatchList::parse(m_ui->underlyingsEdit->text());
    if (watch)
        m_settings.watch.underlyings.setValue(watch->text());
    m_settings.feed.host.setValue(chosen<FeedHost>(m_ui->hostCombo));
    m_settings.feed.ratePlan.setValue(chosen<RatePlan>(m_ui->planCombo));
    m_ui->detectionPage->apply(m_settings.detect);
    m_settings.window.theme.setValue(chosen<settings::Theme>(m_ui->themeCombo));
    m_settings.window.language.setValue(chosen<Language>(m_ui->languageCombo));
    m_settings.tape.zone.setValue(chosen<TapeZone>(m_ui->zoneCombo));
    m_ui->recordingPage->apply(m_settings.recording);
    Q_EMIT applied();
}

void SettingsDialog::setRate(double tradesPerSecond) { m_ui->detectionPage->setRate(tradesPerSecond); }

DetectionPage& SettingsDialog::detectionPage() const { return *m_ui->detectionPage; }

void SettingsDialog::showDetection()
{
    m_ui->tabs->setCurrentWidget(m_ui->detectionPage);
    m_ui->detectionPage->focusBudget();
}

void SettingsDialog::updateButtons()
{
    const bool right = m_ui->underlyingsEdit->isRight() && m_ui->detectionPage->isRight() && m_ui->recordingPage->isRight();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(right);
    m_ui->buttonBox->button(QDialogButtonBox::Apply)->setEnabled(right);
    m_ui->keyButton->setEnabled(!m_ui->keyEdit->text().trimmed().isEmpty());
}

void SettingsDialog::setKeyState(bool hasKey, const QString& text)
{
    m_ui->keyEdit->setPlaceholderText(hasKey ? tr("a key is in use") : tr("none"));
    m_ui->forgetButton->setEnabled(hasKey);
    m_ui->testKeyButton->setEnabled(hasKey);
    m_ui->keyHint->setText(text);
}

void SettingsDialog::presentPlan(const models::CardGroup& plan)
{
    m_ui->planGroup->present(plan);
    m_ui->planGroup->show();
}

void SettingsDialog::hidePlan() { m_ui->planGroup->hide(); }

void SettingsDialog::focusKey()
{
    m_ui->tabs->setCurrentWidget(m_ui->generalPage);
    m_ui->keyEdit->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::enterKey()
{
    const QString key = m_ui->keyEdit->text().trimmed();
    m_ui->keyEdit->clear();
    Q_EMIT keyEntered(key);
}

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/detectionpage.h"

#include "domain/anomalytext.h"
#include "models/numbertext.h"
#include "ui_detectionpage.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>

#include <cmath>

namespace flowglass::views {

using domain::AnomalyKind;
using models::BudgetPreview;

namespace {

constexpr int kStepsPerDecade = 40;
constexpr double kHalfStep = 0.05; // of the last digit of the field

int stepOf(double flagsPer100k)
{
    return int(std::lround(std::log10(flagsPer100k / settings::kMinSensitivity) * kStepsPerDecade));
}

// Rounded as the field beside it shows it.
double flagsAt(int step)
{
    const double flags = settings::kMinSensitivity * std::pow(10.0, double(step) / kStepsPerDecade);
    return std::round(flags * 10.0) / 10.0;
}

QString meaning(AnomalyKind kind)
{
    switch (kind) {
    case AnomalyKind::Size:
        return DetectionPage::tr("an order far larger than this contract's orders are");
    case AnomalyKind::Sweep:
        return DetectionPage::tr("a large order that takes many exchanges within a moment");
    case AnomalyKind::Activity:
        return DetectionPage::tr("a contract that trades much more often than usual at this hour");
    case AnomalyKind::Price:
        return DetectionPage::tr("a price that the underlying and the volatility so far do not explain");
    case AnomalyKind::Repeat:
        return DetectionPage::tr("the same size again and again");
    case AnomalyKind::Surge:
        return DetectionPage::tr("all options of an underlying at many times their pace");
    case AnomalyKind::Count:
        break;
    }
    return {};
}

QString tiersProblem(const QString& words)
{
    return domain::PremiumMarks::tiersOf(words)
               ? QString()
               : DetectionPage::tr("Dollar amounts in ascending order, separated by commas: 25k, 100k, 1m");
}

QString perHourText(double perHour, const models::NumberText& numbers)
{
    return numbers.decimal(perHour, perHour < 9.95 ? 1 : 0);
}

} // namespace

DetectionPage::DetectionPage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::DetectionPage>())
{
    m_ui->setupUi(this);
    m_ui->budgetSlider->setRange(0, stepOf(settings::kMaxSensitivity));
    m_ui->sensitivitySpin->setRange(settings::kMinSensitivity, settings::kMaxSensitivity);
    m_ui->premiumSpin->setRange(0, settings::kMaxLeastPremium);
    m_ui->goldenSpin->setRange(0, settings::kMaxLeastPremium);
    m_ui->tiersEdit->setCheck(tiersProblem);
    m_ui->tiersEdit->setHelp(tr("Dollar amounts, separated by commas. What an anomaly reaches of them is drawn "
                                "below its premium."));
    for (QLabel* hint : {m_ui->todayLabel, m_ui->premiumHint, m_ui->goldenHint, m_ui->overlapLabel, m_ui->baselineLabel})
        hint->setForegroundRole(QPalette::PlaceholderText);
    m_ui->noneLabel->setForegroundRole(QPalette::BrightText);
    for (QLabel* growing : {m_ui->todayLabel, m_ui->overlapLabel}) // told when the page is shown already
        growing->setMinimumHeight(2 * growing->fontMetrics().lineSpacing());
    makeDetectors();
    connect(m_ui->budgetSlider, &QSlider::valueChanged, this, &DetectionPage::onSlider);
    connect(m_ui->sensitivitySpin, &QDoubleSpinBox::valueChanged, this, &DetectionPage::onSpin);
    connect(m_ui->premiumSpin, &QSpinBox::valueChanged, this, &DetectionPage::onEdited);
    connect(m_ui->goldenSpin, &QSpinBox::valueChanged, this, &DetectionPage::edited);
    connect(m_ui->tiersEdit, &QLineEdit::textChanged, this, &DetectionPage::edited);
    connect(m_ui->revertButton, &QPushButton::clicked, this, [this] { show(m_kept); });
    connect(m_ui->tryButton, &QPushButton::clicked, this, [this] { Q_EMIT tryRequested(chosen()); });
    connect(m_ui->resetButton, &QPushButton::clicked, this, [this] { askReset(true); });
    connect(m_ui->keepButton, &QPushButton::clicked, this, [this] { askReset(false); });
    connect(m_ui->confirmButton, &QPushButton::clicked, this, [this] {
        askReset(false);
        Q_EMIT resetBaselinesRequested();
    });
    askReset(false);
    setOverlap(std::nullopt);
    setBaselines({});
    show(m_kept);
}

DetectionPage::~DetectionPage() = default;

void DetectionPage::makeDetectors()
{
    QWidget* before = m_ui->sensitivitySpin;
    for (int kind = 0; kind < int(AnomalyKind::Count); ++kind) {
        auto* box = new QCheckBox(domain::kindName(AnomalyKind(kind), domain::Wording::Translated), this);
        box->setObjectName(QLatin1String(domain::kindWord(AnomalyKind(kind))) + QLatin1String("Check"));
        box->setToolTip(domain::formula(AnomalyKind(kind), domain::Wording::Translated));
        box->setAccessibleName(box->text());
        box->setAccessibleDescription(meaning(AnomalyKind(kind)));
        auto* words = new QLabel(meaning(AnomalyKind(kind)), this);
        words->setForegroundRole(QPalette::PlaceholderText);
        m_ui->detectors->addWidget(box, kind, 0);
        m_ui->detectors->addWidget(words, kind, 1);
        connect(box, &QCheckBox::toggled, this, &DetectionPage::onEdited);
        m_detectors[std::size_t(kind)] = box;
        setTabOrder(before, box);
        before = box;
    }
}

void DetectionPage::load(const settings::DetectSettings& settings)
{
    m_kept = settings.choice();
    m_ui->goldenSpin->setValue(settings.goldenPremium.value());
    m_ui->tiersEdit->setText(settings.premiumTiers.value());
    askReset(false);
    show(m_kept);
}

void DetectionPage::apply(settings::DetectSettings& settings)
{
    settings.setChoice(chosen());
    settings.goldenPremium.setValue(m_ui->goldenSpin->value());
    settings.premiumTiers.setValue(m_ui->tiersEdit->text());
    m_kept = settings.choice();
    onEdited();
}

void DetectionPage::show(const settings::DetectChoice& choice)
{
    m_ui->sensitivitySpin->setValue(choice.flagsPer100k);
    m_ui->premiumSpin->setValue(choice.leastPremium);
    for (std::size_t kind = 0; kind < m_detectors.size(); ++kind)
        m_detectors[kind]->setChecked(choice.kinds.has(AnomalyKind(kind)));
    onSpin(choice.flagsPer100k);
}

settings::DetectChoice DetectionPage::chosen() const
{
    settings::DetectChoice choice{m_ui->sensitivitySpin->value(), {}, m_ui->premiumSpin->value()};
    if (std::abs(choice.flagsPer100k - m_kept.flagsPer100k) < kHalfStep) // kept finer than the field shows
        choice.flagsPer100k = m_kept.flagsPer100k;
    for (std::size_t kind = 0; kind < m_detectors.size(); ++kind) {
        if (m_detectors[kind]->isChecked())
            choice.kinds.add(AnomalyKind(kind));
    }
    return choice;
}

bool DetectionPage::isRight() const { return !chosen().kinds.isEmpty() && m_ui->tiersEdit->isRight(); }

void DetectionPage::onSlider(int step) { m_ui->sensitivitySpin->setValue(flagsAt(step)); }

void DetectionPage::onSpin(double flagsPer100k)
{
    const QSignalBlocker own(m_ui->budgetSlider);
    m_ui->budgetSlider->setValue(stepOf(flagsPer100k));
    onEdited();
}

void DetectionPage::onEdited()
{
    const bool none = chosen().kinds.isEmpty();
    m_ui->noneLabel->setVisible(none);
    m_ui->tryButton->setEnabled(!none);
    m_ui->revertButton->setEnabled(chosen() != m_kept);
    describe();
    Q_EMIT edited();
}

void DetectionPage::setPreview(Preview preview)
{
    m_preview = std::move(preview);
    describe();
}

void DetectionPage::setRate(double tradesPerSecond)
{
    m_rate = tradesPerSecond;
    describe();
}

void DetectionPage::describe()
{
    const settings::DetectChoice choice = chosen();
    BudgetPreview preview = m_preview && !choice.kinds.isEmpty() ? m_preview(choice) : BudgetPreview{};
    if (preview.perHour <= 0.0)
        preview.perHour = choice.flagsPer100k * m_rate * 3600.0 / 100'000.0;
    m_ui->perHourLabel->setText(budgetText(preview));
    m_ui->budgetSlider->setAccessibleDescription(m_ui->perHourLabel->text());
    m_ui->todayLabel->setText(todayText(preview));
}

QString DetectionPage::budgetText(const BudgetPreview& preview) const
{
    const models::NumberText numbers;
    return preview.perHour > 0.0 ? tr("about %1 flags an hour").arg(perHourText(preview.perHour, numbers))
                                 : tr("the more flags, the more false alarms");
}

QString DetectionPage::todayText(const BudgetPreview& preview) const
{
    const models::NumberText numbers;
    QStringList sentences;
    if (preview.threshold > 0.0)
        sentences << tr("A score of %1 flags now.").arg(numbers.decimal(preview.threshold, 1));
    if (preview.judgedToday > 0)
        sentences << tr("Anomalies it would have raised today, in %1 judged trades: %2.")
                         .arg(numbers.whole(preview.judgedToday), anomaliesText(preview));
    if (m_preview && preview.judgedToday > 0 && chosen() != m_kept)
        sentences << tr("With the settings in use: %1.").arg(anomaliesText(m_preview(m_kept)));
    return sentences.join(QLatin1Char(' '));
}

QString DetectionPage::anomaliesText(const BudgetPreview& preview) const
{
    const QString anomalies = models::NumberText().whole(preview.anomaliesToday);
    return preview.isLeast ? tr("more than %1").arg(anomalies) : anomalies;
}

void DetectionPage::setOverlap(const std::optional<models::UnusualOverlap>& overlap)
{
    const models::NumberText numbers;
    m_ui->overlapLabel->setText(
        overlap ? tr("Trades so far: %1 flagged by both, %2 only here, %3 only by the provider's rule ($100,000, 1,000 "
                     "contracts or an intermarket sweep), which “unusual -flagged” shows on the tape.")
                      .arg(numbers.whole(overlap->both), numbers.whole(overlap->onlyOurs),
                           numbers.whole(overlap->onlyTheirs))
                : tr("Nothing to compare yet."));
}

void DetectionPage::setBaselines(const models::BaselineSummary& baselines)
{
    const models::NumberText numbers;
    const QLocale locale;
    m_ui->resetButton->setEnabled(baselines.days > 0);
    if (baselines.days <= 0) {
        m_ui->baselineLabel->setText(tr("Nothing learnt on earlier days: every contract begins with what is usual in the "
                                        "market."));
        return;
    }
    const QString days = tr("%n day(s)", nullptr, baselines.days);
    const QString first = locale.toString(baselines.first, QLocale::ShortFormat);
    const QString last = locale.toString(baselines.last, QLocale::ShortFormat);
    const QString when = baselines.first == baselines.last ? tr("%1, %2").arg(days, last)
                                                           : tr("%1, from %2 to %3").arg(days, first, last);
    const QString saved = baselines.age.count() > 0 ? tr("saved %1 ago").arg(numbers.duration(baselines.age))
                                                    : tr("saved just now");
    m_ui->baselineLabel->setText(tr("Learnt on %1: %2 contracts, %3, %4.")
                                     .arg(when, numbers.whole(baselines.contracts), numbers.bytes(baselines.bytes),
                                          saved));
}

void DetectionPage::askReset(bool ask)
{
    m_ui->resetButton->setVisible(!ask);
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->confirmLabel, m_ui->confirmButton, m_ui->keepButton})
        part->setVisible(ask);
    if (ask)
        m_ui->keepButton->setFocus(Qt::OtherFocusReason);
}

void DetectionPage::focusBudget() { m_ui->budgetSlider->setFocus(Qt::OtherFocusReason); }

} // namespace flowglass::views

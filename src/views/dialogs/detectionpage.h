// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/budgetpreview.h"
#include "settings/detectsettings.h"

#include <QWidget>

#include <array>
#include <functional>
#include <memory>
#include <optional>

class QCheckBox;

namespace flowglass::views {

namespace Ui {
class DetectionPage;
}

// The part of the settings that is about flags: how many, by which detectors, from how much money on; and what they
// rest on. Says what a choice would have meant today before it is applied.
class DetectionPage : public QWidget
{
    Q_OBJECT

public:
    using Preview = std::function<models::BudgetPreview(const settings::DetectChoice& choice)>;

    explicit DetectionPage(QWidget* parent = nullptr);
    ~DetectionPage() override;
    void load(const settings::DetectSettings& settings);
    void apply(settings::DetectSettings& settings);
    bool isRight() const; // at least one detector is on, and the tiers can be read

    void setPreview(Preview preview);      // asked at every change; must be quick
    void setRate(double tradesPerSecond);  // watched ones, while the preview does not know
    void setOverlap(const std::optional<models::UnusualOverlap>& overlap); // empty: nothing to compare yet
    void setBaselines(const models::BaselineSummary& baselines);
    void focusBudget();

Q_SIGNALS:
    void edited();
    void resetBaselinesRequested(); // confirmed
    void tryRequested(const flowglass::settings::DetectChoice& choice); // on a recording, as it stands here

private:
    void makeDetectors();
    void show(const settings::DetectChoice& choice);
    settings::DetectChoice chosen() const;
    void onSlider(int step);
    void onSpin(double flagsPer100k);
    void onEdited();
    void describe();
    QString budgetText(const models::BudgetPreview& preview) const;
    QString todayText(const models::BudgetPreview& preview) const;
    QString anomaliesText(const models::BudgetPreview& preview) const;
    void askReset(bool ask);

    std::unique_ptr<Ui::DetectionPage> m_ui;
    std::array<QCheckBox*, std::size_t(domain::AnomalyKind::Count)> m_detectors{};
    Preview m_preview;
    settings::DetectChoice m_kept; // as the settings are
    double m_rate = 0.0;
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/contractcard.h"
#include "models/gaps/coverage.h"
#include "models/evidencecard.h"
#include "settings/windowsettings.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>

namespace flowglass::models {
class ContractPrintsModel;
class ContractSeries;
}
namespace flowglass::domain {
class ZoneTime;
}

namespace flowglass::views {

namespace Ui {
class ContractPane;
}
class HeaderMemory;
class ValueGroup;

// Everything known of one contract: why it was flagged, its values, its chart, its trades. Shows what it is
// handed and redraws what differs; asks for nothing itself.
class ContractPane : public QWidget
{
    Q_OBJECT

public:
    explicit ContractPane(QWidget* parent = nullptr);
    ~ContractPane() override;
    void setSettings(settings::WindowSettings& settings); // once, before a model
    void setModel(models::ContractPrintsModel* model);

    void showNothing(); // the sentence that says how to begin
    void showContract(); // another one: back to the top
    void present(const models::ContractCard& card, std::optional<int> daysToExpiry);
    void presentEvidence(const std::optional<models::EvidenceCard>& evidence); // empty: not of an anomaly
    void presentGaps(std::vector<models::GapBand> gaps);
    void presentChart(const models::ContractSeries& series, std::optional<bool> call,
                      const domain::ZoneTime& zone);
    void showPrint(int row); // of the model: scrolls to it
    void takeFocus();
    void resetColumns();
    QWidget* table() const;

Q_SIGNALS:
    void retryRequested();
    void explainRequested(flowglass::domain::ContractId contract, quint64 storeRow); // a row of its prints

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void presentTitle(const models::ContractCard& card, std::optional<int> daysToExpiry);
    ValueGroup* groupOf(models::CardGroupId id);

    std::unique_ptr<Ui::ContractPane> m_ui;
    HeaderMemory* m_columns = nullptr;
    std::map<models::CardGroupId, ValueGroup*> m_groups;
};

} // namespace flowglass::views

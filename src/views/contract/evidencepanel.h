// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidencecard.h"
#include "views/look/card.h"

#include <memory>
#include <vector>

namespace flowglass::views {

namespace Ui {
class EvidencePanel;
}
class EvidenceReason;

// Why an anomaly was flagged: the sentence, what is said of its prints, each detector's numbers and drawing, and
// the prints with venue and offset.
class EvidencePanel : public Card
{
    Q_OBJECT

public:
    explicit EvidencePanel(QWidget* parent = nullptr);
    ~EvidencePanel() override;
    void present(const models::EvidenceCard& evidence); // redraws what differs

protected:
    void changeEvent(QEvent* event) override;

private:
    void redraw();
    void presentReasons();
    QString printsTable() const;

    std::unique_ptr<Ui::EvidencePanel> m_ui;
    models::EvidenceCard m_shown;
    std::vector<EvidenceReason*> m_reasons; // those in use, then hidden ones
};

} // namespace flowglass::views

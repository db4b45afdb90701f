// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/whynotcard.h"

#include <QDialog>

#include <memory>
#include <vector>

class QLabel;

namespace flowglass::views {

namespace Ui {
class WhyNotDialog;
}
class ThresholdBar;

// Why a print was flagged or not: each detector as a bar towards the score that flags. Not modal, so that one can
// go on from row to row with it open.
class WhyNotDialog : public QDialog
{
    Q_OBJECT

public:
    explicit WhyNotDialog(QWidget* parent = nullptr);
    ~WhyNotDialog() override;
    void present(const models::WhyNotCard& card);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row
    {
        QLabel* name;
        ThresholdBar* bar;
        QLabel* score;
        QLabel* sentence;
    };
    Row addRow();
    static void presentRow(const Row& row, const models::WhyNotRow& shown);
    void fitText();

    std::unique_ptr<Ui::WhyNotDialog> m_ui;
    std::vector<Row> m_rows; // those in use, then hidden ones
};

} // namespace flowglass::views

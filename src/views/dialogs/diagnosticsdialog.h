// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gaps/minutecoverage.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace flowglass::views {

namespace Ui {
class DiagnosticsDialog;
}

// Every counter of the run, whether they balance, how much of the day was told, what waited, and why
// events were rejected. To read and to copy.
class DiagnosticsDialog : public QDialog
{
    Q_OBJECT

public:
    struct Line
    {
        QString name;
        QString value;
        QString note;
        bool operator==(const Line&) const = default;
    };
    struct Report
    {
        QString balance; // one sentence
        bool balanced = true;
        std::vector<Line> counters;
        std::optional<models::MinuteCoverage> coverage;
        QString backlogText;                // one sentence
        std::vector<std::uint32_t> backlog; // frames, at most, of each second of late
        std::vector<Line> rejects;          // reason, count, sample
    };

    explicit DiagnosticsDialog(QWidget* parent = nullptr);
    ~DiagnosticsDialog() override;
    void present(const Report& report);

private:
    void copyAll() const;

    std::unique_ptr<Ui::DiagnosticsDialog> m_ui;
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordings/anomalydiffmodel.h"
#include "settings/recordingsettings.h"

#include <QDialog>

#include <memory>

class QCheckBox;

namespace flowglass::models {
class AnomalyDiffFilter;
}

namespace flowglass::views {

namespace Ui {
class CompareDialog;
}
class HeaderMemory;

// What became of the anomalies between two runs: of two recordings, or of one with other settings. Not modal.
// The settings must outlive it.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    struct Comparison
    {
        QString before; // which run: file, sensitivity
        QString after;
        QByteArray digestBefore; // hex; empty: not known
        QByteArray digestAfter;
        std::vector<models::AnomalyDiffRow> rows;
    };

    explicit CompareDialog(settings::RecordingSettings& settings, QWidget* parent = nullptr);
    ~CompareDialog() override;
    void present(const Comparison& comparison, const domain::ZoneTime& zone);

private:
    struct Choice
    {
        models::AnomalyDiffRow::Fate fate;
        QCheckBox* box;
    };
    std::vector<Choice> choices() const;
    void presentDigests(const Comparison& comparison);
    void copy() const; // the selected rows, else all that are shown

    std::unique_ptr<Ui::CompareDialog> m_ui;
    models::AnomalyDiffModel* m_model;
    models::AnomalyDiffFilter* m_shown;
    HeaderMemory* m_columns;
};

} // namespace flowglass::views

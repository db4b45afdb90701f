// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/recordingsettings.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace flowglass::views {

namespace Ui {
class RecordingPage;
}

// The part of the settings that is about recordings and the journal.
class RecordingPage : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingPage(QWidget* parent = nullptr);
    ~RecordingPage() override;
    void load(const settings::RecordingSettings& settings);
    void apply(settings::RecordingSettings& settings) const;
    bool isRight() const; // the folders can be used as they stand

Q_SIGNALS:
    void edited();

private:
    void browse(QLineEdit* edit, const QString& title);

    std::unique_ptr<Ui::RecordingPage> m_ui;
};

} // namespace flowglass::views

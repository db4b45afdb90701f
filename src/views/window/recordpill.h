// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordings/recordingtext.h"

#include <QAbstractButton>

namespace flowglass::views {

// How the recording goes, as a pill to click: a red dot with time and size; other signs and words when the
// disk is nearly full or recording failed. Hidden when idle.
class RecordPill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RecordPill(QWidget* parent = nullptr);
    void present(const models::RecordingFigures& figures);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    models::RecordingFigures::Phase m_phase = models::RecordingFigures::Phase::Idle;
};

} // namespace flowglass::views

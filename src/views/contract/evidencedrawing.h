// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/evidencepicture.h"

#include <QWidget>

namespace flowglass::views {

// One reason as a small drawing under a line that says what it shows. Hidden while the picture is empty. Its
// facts are also its accessible description and its tooltip.
class EvidenceDrawing : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceDrawing(QWidget* parent = nullptr);
    void present(const models::EvidencePicture& picture);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    models::EvidencePicture m_picture;
};

} // namespace flowglass::views

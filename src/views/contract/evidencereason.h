// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidencecard.h"

#include <QWidget>

class QLabel;

namespace flowglass::views {

class EvidenceDrawing;

// What one detector saw: name and score, its numbers, a drawing, how much it rests on and how it is reckoned.
class EvidenceReason : public QWidget
{
    Q_OBJECT

public:
    explicit EvidenceReason(QWidget* parent = nullptr);
    void present(const models::EvidenceRow& reason);

protected:
    void changeEvent(QEvent* event) override;

private:
    void redraw();
    QString facts() const;

    models::EvidenceRow m_reason;
    QLabel* m_name;
    QLabel* m_score;
    QLabel* m_facts;
    EvidenceDrawing* m_drawing;
    QLabel* m_basis;
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace flowglass::views {

// Lies over the tape while it is paused, says how many rows wait, and brings it back to the live edge.
class LiveButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LiveButton(QWidget* parent);
    void setPending(int rows);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace flowglass::views

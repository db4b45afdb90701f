// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gaps/minutecoverage.h"

#include <QWidget>

namespace flowglass::views {

// A market day as a strip, one column per minute so far: what was received from the bottom, what is missing of it
// at the top. A tooltip names the minute. Borrows nothing.
class CoverageStrip : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageStrip(QWidget* parent = nullptr);
    void present(const std::optional<models::MinuteCoverage>& coverage); // none: an empty strip
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect columnOf(std::size_t minute) const;
    std::optional<std::size_t> minuteAt(int x) const;

    std::optional<models::MinuteCoverage> m_coverage;
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>
#include <vector>

namespace flowglass::views {

// A history in small: a column for each value, the newest at the right, as high as it is beside the highest. One
// that is not 0 is never lower than a pixel. Without words; those stand beside it.
class SparkLine : public QWidget
{
    Q_OBJECT

public:
    explicit SparkLine(QWidget* parent = nullptr);
    void present(const std::vector<std::uint32_t>& values); // oldest first
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<std::uint32_t> m_values;
};

} // namespace flowglass::views

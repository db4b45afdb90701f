// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/sparkline.h"

#include "views/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace flowglass::views {

namespace {

constexpr std::uint32_t kLeastScale = 8; // so that a frame or two do not look like a mountain

} // namespace

SparkLine::SparkLine(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SparkLine::present(const std::vector<std::uint32_t>& values)
{
    if (m_values == values)
        return;
    m_values = values;
    update();
}

QSize SparkLine::sizeHint() const { return {300, 22}; }

void SparkLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), mixed(theme.base, theme.muted, 0.18));
    if (m_values.empty())
        return;
    const std::uint32_t highest = std::max(std::ranges::max(m_values), kLeastScale);
    const int count = int(m_values.size());
    for (int at = 0; at < count; ++at) {
        const std::uint32_t value = m_values[std::size_t(at)];
        const int left = at * width() / count;
        const int right = std::max((at + 1) * width() / count, left + 1);
        const int tall = value == 0 ? 0 : std::max(1, int(std::uint64_t(value) * std::uint64_t(height()) / highest));
        painter.fillRect(QRect(left, height() - tall, right - left, tall), QColor(theme.accent));
    }
}

} // namespace flowglass::views

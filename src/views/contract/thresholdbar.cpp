// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/contract/thresholdbar.h"

#include "models/numbertext.h"
#include "views/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace flowglass::views {

namespace {
constexpr double kRoom = 1.35; // of the threshold: what a flagged score needs to be seen beyond it
} // namespace

ThresholdBar::ThresholdBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThresholdBar::present(const QString& name, std::optional<double> score, double threshold)
{
    m_score = score;
    m_threshold = threshold;
    const models::NumberText numbers;
    setAccessibleName(name);
    setAccessibleDescription(
        score ? tr("%1 of the %2 that flag").arg(numbers.decimal(*score, 1), numbers.decimal(threshold, 1))
              : tr("no score"));
    update();
}

QSize ThresholdBar::sizeHint() const { return {140, fontMetrics().height()}; }

void ThresholdBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    const int middle = height() / 2;
    const QRect groove(0, middle - 4, width(), 8);
    painter.fillRect(groove, mixed(theme.base, theme.muted, 0.18));
    if (m_threshold <= 0.0)
        return;
    const auto x = [this](double score) {
        return int(double(width() - 2) * std::clamp(score / (m_threshold * kRoom), 0.0, 1.0));
    };
    if (m_score) {
        const bool flags = *m_score >= m_threshold;
        painter.fillRect(QRect(0, groove.top(), x(*m_score), groove.height()),
                         QColor(flags ? theme.flagBar : theme.accent));
    }
    painter.fillRect(QRect(x(m_threshold), middle - 7, 2, 14), QColor(theme.text));
}

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/coveragestrip.h"

#include "models/gaps/coveragetext.h"
#include "views/look/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace flowglass::views {

namespace {

using Grade = models::MinuteCoverage::Grade;

constexpr int kLeastMissing = 4; // pixels: a second of a minute would not be seen
constexpr int kNotWatched = 2;

// A gap of one pixel tells the two parts apart without their hues.
void paintMinute(QPainter& painter, const QRect& column, Grade grade, double share, const Theme& theme)
{
    const QRgb missing = grade == Grade::Poor ? theme.bad : theme.warn;
    switch (grade) {
    case Grade::NotWatched:
        return painter.fillRect(column.adjusted(0, column.height() - kNotWatched, 0, 0), QColor(theme.muted));
    case Grade::Whole:
        return painter.fillRect(column, QColor(theme.good));
    case Grade::Partly:
    case Grade::Poor:
        break;
    }
    const int top = std::max(kLeastMissing, int(double(column.height()) * (1.0 - share)));
    painter.fillRect(QRect(column.topLeft(), QSize(column.width(), top)), QColor(missing));
    painter.fillRect(column.adjusted(0, top + 1, 0, 0), QColor(theme.good));
}

} // namespace

CoverageStrip::CoverageStrip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CoverageStrip::present(const std::optional<models::MinuteCoverage>& coverage)
{
    setAccessibleDescription(models::dayText(coverage));
    if (m_coverage == coverage)
        return;
    m_coverage = coverage;
    update();
}

QSize CoverageStrip::sizeHint() const { return {405, 26}; } // a pixel for each minute of an ordinary day

QRect CoverageStrip::columnOf(std::size_t minute) const
{
    const int left = int(minute) * width() / m_coverage->minutesOfDay;
    const int right = int(minute + 1) * width() / m_coverage->minutesOfDay;
    return {left, 0, right - left, height()};
}

std::optional<std::size_t> CoverageStrip::minuteAt(int x) const
{
    if (!m_coverage)
        return std::nullopt;
    for (std::size_t minute = 0; minute < m_coverage->shares.size(); ++minute)
        if (x <= columnOf(minute).right())
            return minute;
    return std::nullopt;
}

void CoverageStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), mixed(theme.base, theme.muted, 0.18));
    if (!m_coverage)
        return;
    for (std::size_t minute = 0; minute < m_coverage->shares.size(); ++minute)
        paintMinute(painter, columnOf(minute), m_coverage->grade(minute), m_coverage->shares[minute].value_or(0.0),
                    theme);
}

bool CoverageStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const std::optional<std::size_t> minute = minuteAt(help->x()))
        QToolTip::showText(help->globalPos(), models::minuteText(*m_coverage, *minute), this, columnOf(*minute));
    else
        QToolTip::hideText();
    return true;
}

} // namespace flowglass::views

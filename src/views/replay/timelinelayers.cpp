// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/replay/timelinelayers.h"

#include "models/recordings/replaytexts.h"

#include <QPainter>

namespace flowglass::views {

namespace {

// A filled one has its edges alone, as in the chart.
void paintGaps(QPainter& painter, const models::ReplayPicture& picture, const TimelineScale& scale, const Theme& theme)
{
    constexpr int kLeast = 4; // so that the shortest gap is seen
    for (const auto& [gap, fill] : picture.gaps) {
        const int left = int(scale.xOf(domain::toNs(gap.from)));
        const int right = std::max(int(scale.xOf(domain::toNs(gap.to))), left + kLeast);
        const QRect band = QRect(left, scale.plot.top(), right - left, scale.plot.height()) & scale.plot;
        if (fill.state != tape::GapFill::State::Filled) {
            painter.fillRect(band, mixed(theme.base, theme.warn, 0.14));
            painter.fillRect(band, QBrush(mixed(theme.base, theme.warn, 0.75), Qt::BDiagPattern));
        }
        for (const int edge : {band.left(), band.right()})
            painter.fillRect(QRect(edge, band.top(), 1, band.height()), QColor(theme.warn));
    }
}

// The square root keeps a quiet afternoon visible beside a wild opening.
void paintDensity(QPainter& painter, const models::ReplayPicture& picture, const TimelineScale& scale,
                  const QColor& colour)
{
    if (picture.density.empty())
        return;
    const double most = std::sqrt(double(std::max(*std::ranges::max_element(picture.density), 1U)));
    const auto slices = std::int64_t(picture.density.size());
    const int width = scale.plot.width();
    const int room = scale.plot.height() - kTimelineLane;
    for (int column = 0; column < width; ++column) {
        const auto from = picture.density.begin() + column * slices / width;
        const auto to = picture.density.begin() + std::max((column + 1) * slices / width, column * slices / width + 1);
        const std::uint32_t trades = *std::max_element(from, to);
        if (trades == 0)
            continue;
        const int height = std::max(1, int(std::lround(std::sqrt(double(trades)) / most * room)));
        painter.fillRect(QRect(scale.plot.left() + column, scale.plot.bottom() + 1 - height, 1, height), colour);
    }
}

void paintAnomalies(QPainter& painter, const models::ReplayPicture& picture, const TimelineScale& scale,
                    const Theme& theme)
{
    constexpr double kHalf = 4.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(scale.plot.adjusted(-int(kHalf), 0, int(kHalf), 0));
    painter.setPen(QPen(QColor(theme.base), 1.0)); // keeps neighbours apart
    painter.setBrush(QColor(theme.flag));
    double before = -kHalf;
    for (const domain::UnixMs time : picture.anomalies) {
        const double x = scale.xOf(domain::toNs(time)) + 0.5;
        if (x - before < 1.0)
            continue;
        before = x;
        const double top = scale.plot.top() + 0.5;
        painter.drawPolygon(QPolygonF({{x - kHalf, top}, {x + kHalf, top}, {x, top + kTimelineLane - 1.0}}));
    }
    painter.restore();
}

void paintTicks(QPainter& painter, const TimelineScale& scale, const domain::ZoneTime& zone, const TimelineLook& look)
{
    painter.setFont(look.font);
    const QFontMetrics metrics = painter.fontMetrics();
    const int room = metrics.horizontalAdvance(QStringLiteral("00:00:00")) * 2;
    const auto ticks = models::timeTicks(domain::lossyToMs(scale.first), domain::lossyToMs(scale.last),
                                         scale.plot.width() / room, zone);
    for (const models::TimeTick& tick : ticks) {
        const int x = int(scale.xOf(domain::toNs(tick.time)));
        painter.fillRect(QRect(x, scale.plot.bottom() + 2, 1, 3), QColor(look.theme->muted));
        QRect label(0, scale.plot.bottom() + 4, metrics.horizontalAdvance(tick.text) + 1, metrics.height());
        label.moveLeft(std::clamp(x - label.width() / 2, 0, std::max(0, look.size.width() - label.width())));
        painter.setPen(QColor(look.theme->muted));
        painter.drawText(label, Qt::AlignCenter, tick.text);
    }
}

} // namespace

TimelineLayers renderTimeline(const models::ReplayPicture& picture, const TimelineScale& scale,
                              const domain::ZoneTime& zone, const TimelineLook& look)
{
    const Theme& theme = *look.theme;
    const auto render = [&](const QColor& columns) {
        QPixmap pixmap(look.size * look.pixelRatio);
        pixmap.setDevicePixelRatio(look.pixelRatio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.fillRect(scale.plot.adjusted(-1, -1, 1, 1), QColor(theme.line));
        painter.fillRect(scale.plot, QColor(theme.base));
        if (scale.isEmpty())
            return pixmap;
        paintGaps(painter, picture, scale, theme);
        paintDensity(painter, picture, scale, columns);
        paintAnomalies(painter, picture, scale, theme);
        paintTicks(painter, scale, zone, look);
        return pixmap;
    };
    return {render(QColor(theme.accent)), render(mixed(theme.base, theme.muted, 0.75))};
}

} // namespace flowglass::views

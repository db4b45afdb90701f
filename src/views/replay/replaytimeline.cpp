// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/replay/replaytimeline.h"

#include "models/recordings/replaytexts.h"
#include "views/replay/timelineaccess.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace flowglass::views {

using namespace std::chrono_literals;
using State = models::ReplayPicture::State;

namespace {

constexpr int kMargin = 6; // left and right: half of the handle
constexpr int kPlotHeight = 34;

bool looksTheSame(const models::ReplayPicture& a, const models::ReplayPicture& b)
{
    return a.first == b.first && a.last == b.last && a.density == b.density && a.gaps == b.gaps
           && a.anomalies == b.anomalies;
}

} // namespace

ReplayTimeline::ReplayTimeline(QWidget* parent) : QWidget(parent), m_zone(domain::ZoneTime::newYork())
{
    installTimelineAccess();
    setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the tables
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReplayTimeline::present(const models::ReplayPicture& picture, const domain::ZoneTime& zone)
{
    if (!looksTheSame(picture, m_picture) || zone.name() != m_zone.name())
        forgetLayers();
    const domain::UnixNs before = handle();
    m_picture = picture;
    m_zone = zone;
    if (picture.state != State::Seeking)
        m_wanted.reset();
    if (!canSeek())
        m_dragged.reset();
    setCursor(canSeek() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    // Not while it plays: a voice that counts the seconds would drown everything else.
    if (before != handle() && picture.state != State::Playing) {
        QAccessibleValueChangeEvent event(this, models::replaySpoken(m_picture, m_zone));
        QAccessible::updateAccessibility(&event);
    }
}

domain::UnixNs ReplayTimeline::handle() const
{
    return m_dragged.value_or(m_wanted.value_or(m_picture.position));
}

bool ReplayTimeline::canSeek() const
{
    return m_picture.last > m_picture.first && m_picture.state != State::Opening && m_picture.state != State::Failed;
}

void ReplayTimeline::seek(domain::UnixNs time)
{
    if (!canSeek())
        return;
    m_wanted = std::clamp(time, m_picture.first, m_picture.last);
    update();
    Q_EMIT seekRequested(*m_wanted);
}

void ReplayTimeline::step(std::chrono::nanoseconds by) { seek({handle().value + by.count()}); }

TimelineScale ReplayTimeline::scale() const
{
    return {QRect(kMargin, 1, width() - 2 * kMargin, kPlotHeight), m_picture.first, m_picture.last};
}

QFont ReplayTimeline::labelFont() const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    return small;
}

QSize ReplayTimeline::sizeHint() const { return {600, kPlotHeight + 6 + QFontMetrics(labelFont()).height()}; }

QSize ReplayTimeline::minimumSizeHint() const { return {160, sizeHint().height()}; }

void ReplayTimeline::forgetLayers()
{
    m_layers = {};
    update();
}

void ReplayTimeline::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    if (m_layers.played.isNull())
        m_layers = renderTimeline(m_picture, scale(), m_zone, {&theme, labelFont(), size(), devicePixelRatioF()});
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_layers.ahead);
    const TimelineScale scale = this->scale();
    if (!scale.isEmpty()) {
        painter.save();
        painter.setClipRect(QRectF(0, 0, scale.xOf(m_picture.position), height()));
        painter.drawPixmap(0, 0, m_layers.played);
        painter.restore();
        paintHandle(painter, theme);
    } else {
        painter.setPen(QColor(m_picture.state == State::Failed ? theme.bad : theme.muted));
        painter.drawText(scale.plot.adjusted(10, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, m_picture.message);
    }
    if (hasFocus()) {
        painter.setPen(QPen(QColor(theme.accent), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(scale.plot.adjusted(-2, 0, 2, 1));
    }
}

void ReplayTimeline::paintHandle(QPainter& painter, const Theme& theme) const
{
    const TimelineScale scale = this->scale();
    if (m_hover && !m_dragged) {
        painter.setPen(QPen(QColor(theme.muted), 1.0, Qt::DashLine));
        painter.drawLine(*m_hover, scale.plot.top(), *m_hover, scale.plot.bottom());
    }
    const double x = scale.xOf(handle());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(theme.base), 1.0));
    painter.setBrush(QColor(theme.text));
    painter.drawRect(QRectF(x - 1.5, scale.plot.top() - 0.5, 3.0, scale.plot.height() + 1.0));
    painter.drawRoundedRect(QRectF(x - 4.5, scale.plot.bottom() - 8.5, 9.0, 12.0), 2.5, 2.5);
}

void ReplayTimeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !canSeek())
        return;
    m_dragged = scale().at(event->position().x());
    showTip(event->position().toPoint());
    update();
}

void ReplayTimeline::mouseMoveEvent(QMouseEvent* event)
{
    const TimelineScale scale = this->scale();
    if (scale.isEmpty())
        return;
    m_hover = std::clamp(int(event->position().x()), scale.plot.left(), scale.plot.right());
    if (m_dragged)
        m_dragged = scale.at(event->position().x());
    showTip(event->position().toPoint());
    update();
}

void ReplayTimeline::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragged)
        return;
    const domain::UnixNs time = *m_dragged;
    m_dragged.reset();
    seek(time);
}

void ReplayTimeline::leaveEvent(QEvent*)
{
    m_hover.reset();
    update();
}

void ReplayTimeline::showTip(const QPoint& at)
{
    constexpr double kReach = 4.0; // pixels
    const TimelineScale scale = this->scale();
    const std::chrono::nanoseconds reach(std::llround(scale.span() / scale.plot.width() * kReach));
    QToolTip::showText(mapToGlobal(QPoint(at.x(), 0)), models::replayTip(m_picture, scale.at(at.x()), reach, m_zone),
                       this);
}

void ReplayTimeline::keyPressEvent(QKeyEvent* event)
{
    // Fit for a trading day; a part of anything shorter.
    const std::chrono::nanoseconds span = m_picture.last - m_picture.first;
    const auto small = std::min<std::chrono::nanoseconds>(10s, span / 100);
    const auto large = std::min<std::chrono::nanoseconds>(5min, span / 10);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return step(-small);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return step(small);
    case Qt::Key_PageDown:
        return step(-large);
    case Qt::Key_PageUp:
        return step(large);
    case Qt::Key_Home:
        return seek(m_picture.first);
    case Qt::Key_End:
        return seek(m_picture.last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void ReplayTimeline::resizeEvent(QResizeEvent*) { forgetLayers(); }

void ReplayTimeline::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        forgetLayers();
}

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/replay/timelineaccess.h"

#include "models/recordings/replaytexts.h"
#include "views/replay/replaytimeline.h"

namespace flowglass::views {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

QAccessibleInterface* accessOf(const QString&, QObject* object)
{
    auto* timeline = qobject_cast<ReplayTimeline*>(object);
    return timeline ? new TimelineAccess(timeline) : nullptr;
}

} // namespace

void installTimelineAccess() { QAccessible::installFactory(accessOf); }

TimelineAccess::TimelineAccess(ReplayTimeline* timeline)
    : QAccessibleWidget(timeline, QAccessible::Slider), m_timeline(timeline)
{
}

void* TimelineAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString TimelineAccess::text(QAccessible::Text which) const
{
    if (which != QAccessible::Value)
        return QAccessibleWidget::text(which);
    models::ReplayPicture picture = m_timeline->picture();
    picture.position = m_timeline->handle();
    return models::replaySpoken(picture, m_timeline->zone());
}

QAccessible::State TimelineAccess::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = !m_timeline->canSeek();
    return state;
}

QVariant TimelineAccess::currentValue() const
{
    return qlonglong((m_timeline->handle() - m_timeline->picture().first).count() / kSecond);
}

void TimelineAccess::setCurrentValue(const QVariant& value)
{
    m_timeline->seek({m_timeline->picture().first.value + value.toLongLong() * kSecond});
}

QVariant TimelineAccess::maximumValue() const
{
    const models::ReplayPicture& picture = m_timeline->picture();
    return qlonglong((picture.last - picture.first).count() / kSecond);
}

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace flowglass::views {

class ReplayTimeline;

// The timeline as assistive technology sees it: a slider over the seconds of the recording, whose value is
// said as date and time, and which can be set.
class TimelineAccess final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit TimelineAccess(ReplayTimeline* timeline);
    void* interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text which) const override;
    QAccessible::State state() const override;

    QVariant currentValue() const override; // whole seconds since the first frame
    void setCurrentValue(const QVariant& value) override;
    QVariant maximumValue() const override;
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    ReplayTimeline* m_timeline;
};

void installTimelineAccess(); // more than once does no harm

} // namespace flowglass::views

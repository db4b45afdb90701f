// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/recordings/replaypicture.h"
#include "views/replay/timelinelayers.h"

#include <QWidget>

#include <optional>

namespace flowglass::views {

// A recording from its first to its last frame: where trades are many or few, where data is missing, where
// anomalies stand, and where the replay is. A click or drag asks for another place when the button is let go;
// so do the arrow keys, Page Up and Down, Home and End. While the replay is on its way there the handle stands
// where it will arrive.
class ReplayTimeline : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayTimeline(QWidget* parent = nullptr);
    void present(const models::ReplayPicture& picture, const domain::ZoneTime& zone);

    const models::ReplayPicture& picture() const { return m_picture; }
    const domain::ZoneTime& zone() const { return m_zone; }
    domain::UnixNs handle() const; // where the handle stands
    bool canSeek() const;
    void seek(domain::UnixNs time); // as if the person had asked for it
    TimelineScale scale() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(flowglass::domain::UnixNs time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void step(std::chrono::nanoseconds by);
    void showTip(const QPoint& at);
    QFont labelFont() const;
    void forgetLayers();
    void paintHandle(QPainter& painter, const Theme& theme) const;

    models::ReplayPicture m_picture;
    domain::ZoneTime m_zone;
    TimelineLayers m_layers; // null: to be rendered
    std::optional<domain::UnixNs> m_dragged;
    std::optional<domain::UnixNs> m_wanted; // asked for, not reached yet
    std::optional<int> m_hover;             // x
};

} // namespace flowglass::views

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time/markettime.h"
#include "models/recordings/replaypicture.h"

#include <QFrame>

#include <memory>

class QToolButton;

namespace flowglass::views {

namespace Ui {
class ReplayBar;
}

// Says that what the window shows is a recording, where in it, and drives it. The slots do what the buttons do,
// and nothing while the button cannot be used.
class ReplayBar : public QFrame
{
    Q_OBJECT

public:
    explicit ReplayBar(QWidget* parent = nullptr);
    ~ReplayBar() override;
    void present(const models::ReplayPicture& picture, const domain::ZoneTime& zone);

public Q_SLOTS:
    void togglePlay();
    void step();
    void toStart();
    void nextAnomaly();
    void faster();
    void slower();

Q_SIGNALS:
    void playToggled(); // at the end: once more from the start
    void stepRequested(); // the next frame
    void startRequested();
    void nextAnomalyRequested();
    void speedChosen(double speed); // factor; 0: as fast as it goes
    void seekRequested(flowglass::domain::UnixNs time);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void presentState(const models::ReplayPicture& picture);
    void presentSpeed(double speed);
    void chooseSpeed(int step);
    void applyIcons();

    std::unique_ptr<Ui::ReplayBar> m_ui;
    models::ReplayPicture::State m_state = models::ReplayPicture::State::Opening;
};

} // namespace flowglass::views

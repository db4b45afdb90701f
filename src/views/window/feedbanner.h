// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/parts/feednotice.h"

#include <QFrame>

#include <memory>

namespace flowglass::views {

namespace Ui {
class FeedBanner;
}

// Says inside the window why no trade comes by itself, and offers the ways on. Hidden otherwise.
class FeedBanner : public QFrame
{
    Q_OBJECT

public:
    explicit FeedBanner(QWidget* parent = nullptr);
    ~FeedBanner() override;
    void present(const models::FeedNotice& notice);

Q_SIGNALS:
    void retryRequested();
    void keyRequested();
    void delayedRequested();
    void replayRequested();
    void demoRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::unique_ptr<Ui::FeedBanner> m_ui;
    bool m_isCalm = false;
};

} // namespace flowglass::views

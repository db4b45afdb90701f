// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter/tradefilter.h"
#include "domain/watchlist.h"
#include "models/recordings/recordingtext.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;

namespace flowglass::views {

namespace Ui {
class TopBar;
}

// The state of the feed, what is watched, the filter of the tape, and the three most used commands.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);
    ~TopBar() override;

    void setActions(QAction* pause, QAction* exporting, QAction* settings);
    void presentFeed(const models::StatusText& feed, const QString& retry); // of the button; empty: none
    void presentRecording(const models::RecordingFigures& figures);
    void setWatch(const domain::WatchList& watch);
    void setFilterText(const QString& text); // as if typed, with Enter
    void focusFilter();
    void focusWatch();

Q_SIGNALS:
    void retryRequested();
    void recordingClicked(); // on how it goes
    void watchChosen(const flowglass::domain::WatchList& watch);
    // When typing rests, or at once on Enter, while the text can be used; text is what stands there.
    void filterChanged(const flowglass::domain::TradeFilter& filter, const QString& text);

private:
    void onWatchEdited();
    void applyFilter();

    std::unique_ptr<Ui::TopBar> m_ui;
    domain::WatchList m_watch;
    QTimer m_typing; // half a word is no filter
};

// The reason why a text is no watch list or filter; empty when it is one.
QString watchProblem(const QString& text);
QString filterProblem(const QString& text);

} // namespace flowglass::views

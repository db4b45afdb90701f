// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/stream.h"
#include "models/recordings/replaypicture.h"
#include "recording/recordingindex.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>

namespace flowglass::views {
class ReplayBar;
}

namespace flowglass::app {

// One file being replayed: carries what is pressed in the replay bar to the player and shows where it stands.
// Going back needs a new stream, which is handed over by attach() and plays the same file; the anomalies found
// before stay marked in the timeline, and the gaps filled.
class ReplayDesk : public QObject
{
    Q_OBJECT

public:
    ReplayDesk(QString file, views::ReplayBar& bar, QObject* parent = nullptr);
    ~ReplayDesk() override;

    const QString& file() const { return m_file; }
    void attach(Stream& stream); // which plays this file; borrowed until the next one or detach()
    void detach();
    void present(const domain::ZoneTime& zone);
    models::StatusText feedText(const domain::ZoneTime& zone) const; // in place of the feed's state
    QString summary(const domain::ZoneTime& zone) const;             // "Replay of NAME, Fri 2026-11-20"

Q_SIGNALS:
    void pictured(const flowglass::models::ReplayPicture& picture, const flowglass::domain::ZoneTime& zone);
    void restartRequested(flowglass::domain::UnixNs target, bool playing); // from the start up to there

private:
    void togglePlay();
    void seek(domain::UnixNs time);
    void onIndex();
    void onOpening(qint64 done, qint64 total);
    void onFailed(const domain::Error& error);
    void fillSpan();
    void markAnomalies();
    void onJudgedAgain();
    void markFills();
    QString message() const;
    session::Player& player() const { return *m_stream->player(); }

    const QString m_file;
    Stream* m_stream = nullptr;
    models::ReplayPicture m_picture; // what stays from one look to the next
    std::shared_ptr<std::atomic<bool>> m_stop = std::make_shared<std::atomic<bool>>(false); // reading the index
    QFutureWatcher<domain::Result<recording::RecordingIndex>> m_index;
    QString m_opening;
    QString m_problem;
    std::vector<domain::UnixMs> m_marked; // of the present stream's anomalies, by id, in the picture
    std::uint64_t m_fillRevision = 0; // of its store, that is in the picture
};

} // namespace flowglass::app

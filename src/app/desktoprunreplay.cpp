// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a run in a window does about replays.
#include "app/desktoprun.h"

#include "app/desktop/contractdesk.h"
#include "app/desktop/detectiondesk.h"
#include "app/desktop/exportdesk.h"
#include "app/desktop/keydesk.h"
#include "app/desktop/recordings/recordingdesk.h"
#include "app/desktop/recordings/replaydesk.h"
#include "app/desktop/statusdesk.h"
#include "app/desktop/stream.h"
#include "app/sessionsetup.h"
#include "market/marketserver.h"
#include "session/replay/opensource.h"
#include "views/replay/replaybar.h"

namespace flowglass::app {

// A replay waits for the key no longer than the welcome page: it can do without.
void DesktopRun::onKeyFound()
{
    if (!m_line.replay.isEmpty())
        openReplay(std::exchange(m_line.replay, QString()));
    else if (!m_replayDesk)
        startLive();
}

void DesktopRun::onKeyMissing()
{
    if (!m_line.replay.isEmpty())
        openReplay(std::exchange(m_line.replay, QString()));
    else
        showWelcome();
}

void DesktopRun::openReplay(const QString& file)
{
    if (m_ending)
        return;
    close();
    m_replayDesk = std::make_unique<ReplayDesk>(file, m_window.replayBar());
    connect(m_replayDesk.get(), &ReplayDesk::restartRequested, this, &DesktopRun::restartReplay, Qt::QueuedConnection);
    replay(file, {}, true, m_line.speed);
}

// `target`: how far it is played at once.
void DesktopRun::replay(const QString& file, domain::UnixNs target, bool playing, double speed)
{
    close();
    session::SessionConfig config = replayConfig(m_line, m_settings, file, m_keys->key());
    session::Player::Config how;
    how.speed = speed;
    how.playing = playing;
    how.followWatch = !m_line.underlying;
    how.followSensitivity = !m_line.sensitivity;
    auto stream = std::make_unique<Stream>(std::move(config), nullptr, m_clock);
    stream->setReplay(session::openReplayFile(file, stream->session().watch()), how);
    if (target.value != 0)
        stream->player()->seek(target);
    m_replayDesk->attach(*stream);
    open(std::move(stream));
}

void DesktopRun::restartReplay(domain::UnixNs target, bool playing)
{
    replay(m_replayDesk->file(), target, playing, m_stream->player()->speed());
}

// Back to where the data came from before.
void DesktopRun::closeReplay()
{
    close();
    m_replayDesk.reset();
    m_window.setReplaying(false);
    if (m_line.demo)
        startDemo();
    else if (!m_keys->key().isEmpty())
        startLive();
    else
        showWelcome();
}

// Of a flat file only what is watched was read: another list needs the file again.
void DesktopRun::applyWatch(const domain::WatchList& watch)
{
    session::Player* player = m_stream->player();
    if (player)
        player->keepWatch();
    if (player && !session::isRecording(m_replayDesk->file())) {
        m_line.underlying = watch;
        restartReplay(player->position(), player->state() == session::Player::State::Playing);
    } else {
        m_stream->session().setWatch(watch);
    }
}

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "replaybench.h"

#include "recording/recorder.h"
#include "session/pipeline.h"
#include "session/replay/opensource.h"
#include "session/replay/player.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

namespace flowglass::bench {

namespace {

const domain::WatchList& everything()
{
    static const domain::WatchList list = *domain::WatchList::parse(QStringLiteral("*"));
    return list;
}

bool record(const std::vector<QString>& frames, const QString& path)
{
    const domain::SystemClock clock;
    recording::RecorderConfig config;
    config.path = path;
    config.header.underlyings = {QStringLiteral("*")};
    config.queueBytes = std::size_t(4) << 30; // all of it at once
    recording::Recorder recorder(config, clock);
    if (!recorder.start())
        return false;
    std::int64_t time = 1'795'186'800'000'000'000;
    for (const QString& frame : frames)
        recorder.add(frame, {time += 1'000'000});
    return recorder.finish().has_value();
}

double judgedFromMemory(const std::vector<QString>& frames)
{
    session::Pipeline pipeline({everything(), {}});
    feed::DecodedFrame decoded;
    QElapsedTimer timer;
    timer.start();
    for (const QString& frame : frames) {
        decoded.clear();
        pipeline.decode(frame, {}, decoded);
        for (const domain::Trade& trade : decoded.trades)
            pipeline.route(trade);
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

void benchReplay(const FrameSpec& spec)
{
    std::vector<QString> frames;
    for (const QByteArray& frame : makeFrames(spec))
        frames.push_back(QString::fromUtf8(frame));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.fgr"));
    if (!record(frames, path)) {
        std::printf("replay: the recording could not be written\n");
        return;
    }
    const double memory = judgedFromMemory(frames);
    frames = {};

    const domain::SystemClock clock;
    session::SessionConfig config;
    config.rest.off = true;
    session::Session session(config, clock);
    session::Player::Config how;
    how.speed = 0.0;
    session::Player player(session::openReplayFile(path, everything()), how, session, clock);
    QElapsedTimer timer;
    QObject::connect(&player, &session::Player::ended, &session, &QCoreApplication::quit, Qt::QueuedConnection);
    session.start();
    timer.start();
    player.open();
    QCoreApplication::exec();
    const double replay = double(timer.nsecsElapsed()) / 1e9;
    const auto trades = double(session.counters().trades);
    std::printf("\nreplay at max, %d per frame: %.0f trades/s, %.2f of the same frames judged from memory (%.0f/s); "
                "worst stall %.1f ms%s\n",
                spec.perFrame, trades / replay, memory / replay, trades / memory,
                double(session.health().worstStall.count()) / 1e6,
                session.counters().trades == spec.trades ? "" : ", TRADES ARE MISSING");
    session.stop();
}

} // namespace flowglass::bench

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints what a trade costs: decode, store, judge, record, the whole session, and the ratio to a bare QWebSocket that
// receives the same frames. Ratios are taken in one run; absolute figures move with the machine.
//   flowglass-bench [--trades N] [--contracts N]
#include "benchframes.h"
#include "framesender.h"
#include "recordingbench.h"
#include "replaybench.h"

#include "session/session.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace flowglass;

namespace {

struct Options
{
    std::uint64_t trades = 2'000'000;
    int contracts = 5'000;
};

double secondsOf(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

void print(const char* what, std::uint64_t trades, double seconds, double bareSeconds = 0.0)
{
    std::printf("%-44s %10.0f trades/s  %7.0f ns/trade", what, double(trades) / seconds,
                seconds / double(trades) * 1e9);
    if (bareSeconds > 0.0)
        std::printf("   %.2f of bare", bareSeconds / seconds);
    std::printf("\n");
    std::fflush(stdout);
}

// Decode, store and judge, each alone, on the same trades.
void benchStages(const Options& options)
{
    const auto frames = bench::makeFrames({options.trades, options.contracts, 20, 1});
    std::vector<QString> texts;
    texts.reserve(frames.size());
    std::ranges::transform(frames, std::back_inserter(texts),
                           [](const QByteArray& frame) { return QString::fromLatin1(frame); });
    domain::ContractTable contracts;
    feed::TradeDecoder decoder(contracts);
    domain::Counters counters;
    feed::DecodedFrame decoded;
    decoded.trades.reserve(options.trades);
    print("decode (K=20)", options.trades, secondsOf([&] {
              for (const QString& text : texts)
                  decoder.decode(text, decoded, counters);
          }));
    tape::TradeStore store;
    print("store", options.trades, secondsOf([&] {
              for (const domain::Trade& trade : decoded.trades)
                  store.append(trade);
          }));
    detect::Engine engine(contracts, {});
    print("judge, every trade", options.trades, secondsOf([&] {
              std::uint64_t row = 0;
              for (const domain::Trade& trade : decoded.trades)
                  engine.judge(trade, row++);
          }));
}

// Frames until the last one, over loopback, into an empty slot.
double bareSocket(const std::vector<QByteArray>& frames)
{
    bench::FrameSender sender(frames);
    QWebSocket socket;
    socket.setReadBufferSize(256 * 1024);
    std::size_t received = 0;
    QElapsedTimer timer;
    qint64 elapsed = 0;
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [&](const QString&) {
        if (++received == 3)
            timer.start();
        if (received <= 2)
            socket.sendTextMessage(QStringLiteral("{}"));
        if (received == frames.size() + 3) {
            elapsed = timer.nsecsElapsed();
            QCoreApplication::quit();
        }
    });
    socket.open(sender.url());
    QCoreApplication::exec();
    socket.abort();
    return double(elapsed) / 1e9;
}

struct SessionRun
{
    double seconds = 0.0;
    session::Health health;
    bool balanced = false;
};

SessionRun wholeSession(const std::vector<QByteArray>& frames, const QString& watch)
{
    bench::FrameSender sender(frames);
    const domain::SystemClock clock;
    session::SessionConfig config;
    config.watch = *domain::WatchList::parse(watch);
    config.feed.url = sender.url();
    config.rest.base = QUrl(QStringLiteral("http://127.0.0.1:9"));
    config.apiKey = QStringLiteral("bench");
    session::Session session(config, clock);
    QElapsedTimer timer;
    SessionRun run;
    QObject::connect(&session, &session::Session::feedStatusChanged, &session,
                     [&](const domain::FeedStatus& status) {
                         if (status.phase == domain::FeedPhase::Live && !timer.isValid())
                             timer.start();
                     });
    QTimer poll;
    poll.setInterval(1);
    QObject::connect(&poll, &QTimer::timeout, &session, [&] {
        if (session.counters().frames >= frames.size() + 3 && session.health().backlogFrames == 0) {
            run.seconds = double(timer.nsecsElapsed()) / 1e9;
            QCoreApplication::quit();
        }
    });
    poll.start();
    session.start();
    QCoreApplication::exec();
    run.health = session.health();
    run.balanced = session.counters().balanced();
    session.stop();
    return run;
}

void printSession(const char* what, const Options& options, const std::vector<QByteArray>& frames,
                  const QString& watch, double bare)
{
    const SessionRun run = wholeSession(frames, watch);
    print(what, options.trades, run.seconds, bare);
    const auto ms = [](std::chrono::nanoseconds t) { return double(t.count()) / 1e6; };
    std::printf("%-44s worst stall %.1f ms, latency p50 %.2f p99 %.2f ms%s\n", "", ms(run.health.worstStall),
                ms(run.health.latencyP50), ms(run.health.latencyP99), run.balanced ? "" : ", COUNTERS DO NOT BALANCE");
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("trades"), QStringLiteral("Trades in a run."), QStringLiteral("N"),
                      QStringLiteral("2000000")});
    parser.addOption({QStringLiteral("contracts"), QStringLiteral("Contracts they are spread over."),
                      QStringLiteral("N"), QStringLiteral("5000")});
    parser.process(app);
    Options options;
    options.trades = std::max<std::uint64_t>(1000, parser.value(QStringLiteral("trades")).toULongLong());
    options.contracts = std::clamp(parser.value(QStringLiteral("contracts")).toInt(), 12, 100'000);

    benchStages(options);
    bench::benchRecording({options.trades, options.contracts, 30, 1});
    bench::benchReplay({options.trades, options.contracts, 20, 1});
    for (const int perFrame : {1, 20, 100}) {
        Options run = options;
        run.trades = perFrame == 1 ? options.trades / 4 : options.trades;
        const auto frames = bench::makeFrames({run.trades, run.contracts, perFrame, 2});
        std::printf("\n%d per frame, over loopback\n", perFrame);
        const double bare = bareSocket(frames);
        print("bare QWebSocket", run.trades, bare);
        printSession("session, NVDA watched (8 %)", run, frames, QStringLiteral("NVDA"), bare);
        printSession("session, everything watched and judged", run, frames, QStringLiteral("*"), bare);
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recordedday.h"

#include "detect/digest.h"
#include "market/tapegenerator.h"
#include "session/replay/opensource.h"

#include <QEventLoop>
#include <QTimer>

#include <random>

namespace flowglass::test {

namespace {

constexpr int kMostInFrame = 20;

QString eventOf(const market::TapeGenerator& tape, const market::TapePrint& print)
{
    return QStringLiteral(R"({"ev":"T","sym":"%1","x":%2,"p":%3,"s":%4,"c":[%5],"t":%6,"q":%7})")
        .arg(QString::fromStdString(tape.ticker(print)))
        .arg(print.exchange.value)
        .arg(domain::decimalText(print.price.units()))
        .arg(print.size)
        .arg(print.condition)
        .arg(tape.time(print).value)
        .arg(print.sequence);
}

domain::WatchList watchList(const char* text) { return domain::WatchList::parse(QString::fromLatin1(text)).value(); }

// What happens to a session over a day beside its frames.
void disturb(session::Session& session, int step)
{
    if (step == 2)
        session.setWatch(watchList("NVDA,TSLA"));
    else if (step == 4)
        session.setDetectSettings(flags(200.0));
    else if (step == 6)
        session.post(domain::FeedGap{{FakeClock::kMorning.value / 1'000'000 + 1'000},
                                     {FakeClock::kMorning.value / 1'000'000 + 3'000},
                                     QStringLiteral("test")});
    else if (step == 7)
        session.setWatch(watchList("*"));
}

} // namespace

detect::Settings flags(double per100k)
{
    detect::Settings settings;
    settings.flagsPer100k = per100k;
    return settings;
}

session::SessionConfig replaySession()
{
    session::SessionConfig config;
    config.watch = watchList("*");
    config.rest.off = true;
    return config;
}

RunResult resultOf(const session::Session& session)
{
    RunResult result;
    result.digest = detect::anomalyDigest(session.engine(), session.contracts());
    result.counters = session.counters();
    for (std::uint32_t id = 1; id <= session.engine().count(); ++id)
        result.jsonLines << QString::fromUtf8(session.anomalyJsonLine(id));
    return result;
}

RunResult recordDay(const QString& path, std::uint64_t seed, int trades, const QByteArray& baselines,
                    QByteArray* learnt)
{
    FakeClock clock;
    session::Session session(replaySession(), clock);
    recording::RecorderConfig config;
    config.path = path;
    if (!session.startRecording(std::move(config)))
        qFatal("the recording cannot be started");
    if (!baselines.isEmpty())
        session.post(session::LearntBaselines{baselines});
    market::MarketConfig market;
    market.seed = seed;
    market.start = domain::lossyToMs(clock.now());
    market::TapeGenerator tape(market);
    std::mt19937_64 random(seed);
    const domain::UnixMs start = domain::lossyToMs(clock.now());
    std::optional<std::int64_t> first;
    int left = trades;
    int step = 0;
    while (left > 0) {
        QStringList events;
        std::int64_t time = 0;
        for (int want = 1 + int(random() % kMostInFrame); want > 0; --want) {
            const market::TapePrint print = tape.next();
            events << eventOf(tape, print);
            time = tape.time(print).value;
        }
        first = first.value_or(time);
        clock.setNow(domain::toNs({start.value + time - *first}));
        session.ingest(QLatin1Char('[') + events.join(QLatin1Char(',')) + QLatin1Char(']'), clock.now());
        left -= int(events.size());
        if ((trades - left) * 10 / trades > step)
            disturb(session, ++step);
        if (random() % 7 == 0) // so that events fall on waiting frames, too
            session.flush();
    }
    session.stop();
    if (session.recordingState().error)
        qFatal("%s", qPrintable(session.recordingState().error->text));
    if (learnt)
        *learnt = session.engine().saveBaselines();
    return resultOf(session);
}

Replay::Replay(const QString& path, session::Player::Config how, const domain::Clock& clock)
    : session(replaySession(), clock)
    , player(session::openReplayFile(path, session.watch()), how, session, clock)
{
    QObject::connect(&player, &session::Player::failed, &player, [this](const domain::Error& what) { error = what; });
    player.open();
}

bool Replay::waitFor(session::Player::State state, int ms)
{
    return waitUntil([this, state] { return player.state() == state; }, ms);
}

// An event loop of its own: QTest::qWaitFor() rests 10 ms between two looks, which starves the slices.
bool Replay::waitUntil(const std::function<bool()>& reached, int ms)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] { reached() ? loop.quit() : void(); });
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    look.start(1);
    if (!reached())
        loop.exec();
    return reached();
}

} // namespace flowglass::test

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/replay/player.h"

#include "session/replay/recordedbackfill.h"
#include "session/replay/recordedevent.h"
#include "session/session.h"

#include <algorithm>
#include <utility>

namespace flowglass::session {

namespace {

// Frames come in bunches that nobody can tell apart, and the timer rests between them.
constexpr std::chrono::milliseconds kShortestRest{5};
constexpr std::chrono::milliseconds kLongestRest{100};
constexpr std::size_t kEnoughWaiting = 2'000; // frames in the session: it cannot keep up with this speed

} // namespace

Player::Player(OpenSource open, Config config, Session& session, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_config(config), m_session(session), m_clock(clock), m_source(std::move(open))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Player::turn);
    connect(&m_source, &ReadAhead::progressed, this, &Player::opening);
    connect(&m_source, &ReadAhead::opened, this, &Player::onOpened);
    connect(&m_source, &ReadAhead::available, this, &Player::turn);
    connect(&m_source, &ReadAhead::failed, this, &Player::onFailed);
    connect(&m_session, &Session::anomalyUpdated, this, &Player::onAnomaly);
    connect(&m_session, &Session::judgedAgain, this, [this] { m_anomalies = m_session.engine().count(); }); // new ids
}

Player::~Player() = default;

void Player::open()
{
    m_source.start();
}

void Player::play()
{
    m_config.playing = true;
    if (m_state != State::Paused)
        return;
    anchor();
    setState(State::Playing);
}

void Player::pause()
{
    m_config.playing = false;
    if (m_state != State::Playing && m_state != State::Seeking)
        return;
    m_newest = std::max(m_newest, position());
    m_target.reset();
    setState(State::Paused);
}

void Player::step()
{
    pause();
    if (m_state != State::Paused)
        return;
    m_stepping = true;
    turn();
}

void Player::setSpeed(double speed)
{
    anchor();
    m_config.speed = speed;
    schedule({});
}

void Player::seek(domain::UnixNs time)
{
    if (m_state == State::Ended || m_state == State::Failed)
        return;
    m_target = time;
    m_hunting = false;
    if (m_state != State::Opening)
        setState(State::Seeking);
}

void Player::seekAnomaly()
{
    if (m_state == State::Ended || m_state == State::Failed || m_state == State::Opening)
        return;
    m_target.reset();
    m_hunting = true;
    m_found = false;
    m_anomalies = m_session.engine().count();
    m_config.playing = false;
    setState(State::Seeking);
}

domain::UnixNs Player::position() const
{
    const bool runs = m_state == State::Playing && m_config.speed > 0.0 && m_anchorTime.value != 0;
    if (!runs || m_next == m_block.size())
        return m_newest;
    return std::max(m_newest, std::min(due(), timeOf(m_block[m_next])));
}

void Player::onOpened(const recording::RecordingHeader& header, domain::UnixNs last)
{
    m_header = header;
    m_last = last;
    const domain::Result<domain::WatchList> watch =
        domain::WatchList::parse(header.underlyings.join(QLatin1Char(',')));
    if (m_config.followWatch && watch)
        m_session.setWatch(*watch);
    if (m_config.followSensitivity && header.sensitivity) {
        detect::Settings settings = m_session.config().detect;
        settings.flagsPer100k = *header.sensitivity;
        m_session.setDetectSettings(settings);
    }
    const domain::ZoneTime newYork = domain::ZoneTime::newYork();
    const std::chrono::sys_days day{std::chrono::days(newYork.day(domain::lossyToMs(header.created)))};
    m_session.contractService().setAsOf(std::chrono::year_month_day(day));
    Q_EMIT opened(header);
    setState(m_target ? State::Seeking : m_config.playing ? State::Playing : State::Paused);
}

void Player::onFailed(const domain::Error& error)
{
    m_session.endFrames();
    setState(State::Failed);
    Q_EMIT failed(error);
}

void Player::onAnomaly(quint32 id)
{
    m_found = m_found || (m_hunting && id > m_anomalies);
}

void Player::setState(State state)
{
    m_timer.stop();
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
    if (m_state == State::Playing || m_state == State::Seeking)
        schedule({});
}

void Player::turn()
{
    if (m_session.judgesAgain())
        schedule(kShortestRest); // as long as it takes, in slices
    else if (std::exchange(m_stepping, false))
        playStep();
    else if (m_state == State::Seeking || (m_state == State::Playing && m_config.speed <= 0.0))
        playFast();
    else if (m_state == State::Playing)
        playDue();
}

void Player::playStep()
{
    const std::uint64_t before = m_frames;
    while (m_frames == before && !m_session.judgesAgain() && peek())
        playNext();
    if (!m_session.judgesAgain())
        m_session.flush();
    m_stepping = m_frames == before && m_state == State::Paused; // goes on when there is something to play
}

void Player::playDue()
{
    if (m_anchorTime.value == 0 && peek())
        anchor();
    const domain::UnixNs now = due();
    const std::chrono::nanoseconds deadline = m_clock.steady() + m_config.slice;
    const recording::Entry* entry = peek();
    while (entry && timeOf(*entry) <= now && m_session.health().backlogFrames < kEnoughWaiting &&
           m_clock.steady() < deadline) {
        playNext();
        if (m_session.judgesAgain())
            return schedule(kShortestRest);
        entry = peek();
    }
    if (!entry)
        return;
    if (timeOf(*entry) <= now) { // more than can be judged: time waits, instead of running away from the tape
        m_anchorTime = timeOf(*entry);
        m_anchor = m_clock.steady();
        return schedule({});
    }
    const auto left = std::chrono::duration<double, std::nano>(timeOf(*entry) - now) / m_config.speed;
    schedule(std::clamp(std::chrono::duration_cast<std::chrono::nanoseconds>(
                            std::min<std::chrono::duration<double, std::nano>>(left, kLongestRest)),
                        std::chrono::nanoseconds(kShortestRest), std::chrono::nanoseconds(kLongestRest)));
}

// Each frame is judged before the next one is looked at, so that it can end exactly where it should.
void Player::playFast()
{
    const std::chrono::nanoseconds deadline = m_clock.steady() + m_config.slice;
    while (const recording::Entry* entry = peek()) {
        if (m_target && timeOf(*entry) > *m_target)
            return arrive();
        playNext();
        if (m_session.judgesAgain())
            return schedule(kShortestRest);
        m_session.flush();
        if (m_hunting && m_found)
            return arrive();
        if (m_clock.steady() >= deadline)
            return schedule({});
    }
}

void Player::arrive()
{
    if (m_target)
        m_newest = std::max(m_newest, *m_target);
    m_target.reset();
    m_hunting = false;
    anchor();
    setState(m_config.playing ? State::Playing : State::Paused);
}

void Player::schedule(std::chrono::nanoseconds in)
{
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(in));
}

const recording::Entry* Player::peek()
{
    if (m_next == m_block.size()) {
        m_next = 0;
        const ReadAhead::Taken taken = m_source.take(m_block);
        if (taken == ReadAhead::Taken::Ended)
            end();
        if (taken != ReadAhead::Taken::Block)
            return nullptr;
    }
    return &m_block[m_next];
}

void Player::playNext()
{
    const recording::Entry& entry = m_block[m_next++];
    m_newest = std::max(m_newest, timeOf(entry));
    if (const auto* frame = std::get_if<recording::FrameEntry>(&entry)) {
        ++m_frames;
        m_session.ingest(frame->text, frame->received);
    } else if (const auto event = replayedForm(std::get<recording::EventEntry>(entry))) {
        playEvent(*event);
    }
}

void Player::playEvent(const StreamEvent& event)
{
    if (const auto* watch = std::get_if<domain::WatchList>(&event)) {
        if (m_config.followWatch)
            m_session.setWatch(*watch);
    } else if (const auto* settings = std::get_if<detect::Settings>(&event)) {
        if (m_config.followSensitivity)
            m_session.setDetectSettings(*settings);
    } else if (const auto* fill = std::get_if<Backfill>(&event); fill && !m_config.followWatch) {
        m_session.post(byWatchOfNow(*fill));
    } else {
        m_session.post(event);
    }
}

void Player::end()
{
    m_session.endFrames();
    m_target.reset();
    m_hunting = false;
    setState(State::Ended);
    Q_EMIT ended();
}

// From here on time runs at the present speed.
void Player::anchor()
{
    m_anchorTime = position();
    if (m_anchorTime.value == 0 && m_next < m_block.size())
        m_anchorTime = timeOf(m_block[m_next]);
    m_anchor = m_clock.steady();
}

domain::UnixNs Player::due() const
{
    const double passed = double((m_clock.steady() - m_anchor).count()) * m_config.speed;
    return {m_anchorTime.value + std::int64_t(passed)};
}

} // namespace flowglass::session

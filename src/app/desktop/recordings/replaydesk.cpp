// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recordings/replaydesk.h"

#include "models/recordings/replaytexts.h"
#include "session/replay/opensource.h"
#include "views/replay/replaybar.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <utility>

namespace flowglass::app {

namespace {

using State = models::ReplayPicture::State;
using session::Player;

constexpr std::size_t kSlices = 600; // of the timeline

State shownState(Player::State state)
{
    switch (state) {
    case Player::State::Opening:
        return State::Opening;
    case Player::State::Paused:
        return State::Paused;
    case Player::State::Playing:
        return State::Playing;
    case Player::State::Seeking:
        return State::Seeking;
    case Player::State::Ended:
        return State::Ended;
    case Player::State::Failed:
        return State::Failed;
    }
    return State::Failed;
}

// A block's trades are spread over the time it spans.
std::vector<std::uint32_t> densityOf(const recording::RecordingIndex& index)
{
    std::vector<double> density(kSlices);
    const double perSlice = std::max(double((index.last() - index.first()).count()), 1.0) / double(kSlices);
    const auto sliceOf = [&](domain::UnixNs time) {
        const double at = double((time - index.first()).count()) / perSlice;
        return std::min(std::size_t(std::max(at, 0.0)), kSlices - 1);
    };
    for (const recording::RecordingIndex::Block& block : index.blocks) {
        const std::size_t first = sliceOf(block.first);
        const std::size_t last = std::max(sliceOf(block.last), first);
        for (std::size_t slice = first; slice <= last; ++slice)
            density[slice] += double(block.trades) / double(last - first + 1);
    }
    std::vector<std::uint32_t> whole(kSlices);
    std::ranges::transform(density, whole.begin(), [](double trades) { return std::uint32_t(std::lround(trades)); });
    return whole;
}

} // namespace

ReplayDesk::ReplayDesk(QString file, views::ReplayBar& bar, QObject* parent) : QObject(parent), m_file(std::move(file))
{
    using views::ReplayBar;
    m_picture.name = QFileInfo(m_file).fileName();
    connect(&bar, &ReplayBar::playToggled, this, &ReplayDesk::togglePlay);
    connect(&bar, &ReplayBar::stepRequested, this, [this] { player().step(); });
    connect(&bar, &ReplayBar::startRequested, this, [this] { Q_EMIT restartRequested({}, false); });
    connect(&bar, &ReplayBar::nextAnomalyRequested, this, [this] { player().seekAnomaly(); });
    connect(&bar, &ReplayBar::speedChosen, this, [this](double speed) { player().setSpeed(speed); });
    connect(&bar, &ReplayBar::seekRequested, this, &ReplayDesk::seek);
    connect(this, &ReplayDesk::pictured, &bar, &ReplayBar::present);
    connect(&m_index, &QFutureWatcherBase::finished, this, &ReplayDesk::onIndex);
    if (session::isRecording(m_file)) {
        m_index.setFuture(QtConcurrent::run([file = m_file, stop = m_stop] {
            return recording::loadIndex(file, [stop](qint64, qint64) { return !*stop; });
        }));
    }
}

ReplayDesk::~ReplayDesk()
{
    *m_stop = true; // it ends by itself, soon
}

void ReplayDesk::attach(Stream& stream)
{
    m_stream = &stream;
    m_marked.clear();
    m_fillRevision = 0;
    m_problem.clear();
    connect(&player(), &Player::opening, this, &ReplayDesk::onOpening);
    connect(&player(), &Player::failed, this, &ReplayDesk::onFailed);
    connect(&stream.session(), &session::Session::judgedAgain, this, &ReplayDesk::onJudgedAgain);
}

void ReplayDesk::detach()
{
    if (m_stream) {
        disconnect(&player(), nullptr, this, nullptr);
        disconnect(&m_stream->session(), nullptr, this, nullptr);
    }
    m_stream = nullptr;
}

void ReplayDesk::togglePlay()
{
    if (player().state() == Player::State::Ended)
        Q_EMIT restartRequested({}, true);
    else if (player().state() == Player::State::Paused)
        player().play();
    else
        player().pause();
}

void ReplayDesk::seek(domain::UnixNs time)
{
    const Player::State state = player().state();
    if (time >= player().position() && state != Player::State::Ended)
        player().seek(time);
    else
        Q_EMIT restartRequested(time, state == Player::State::Playing);
}

void ReplayDesk::onIndex()
{
    const domain::Result<recording::RecordingIndex> index = m_index.result();
    if (!index || index->blocks.empty())
        return; // the player says what is wrong with the file
    m_picture.first = index->first();
    m_picture.last = index->last();
    m_picture.gaps.clear();
    for (const domain::FeedGap& gap : index->gaps)
        m_picture.gaps.push_back({gap, {}});
    m_fillRevision = 0;
    m_picture.density = densityOf(*index);
}

void ReplayDesk::onOpening(qint64 done, qint64 total)
{
    m_opening = tr("Opening, %1 %").arg(total > 0 ? done * 100 / total : 0);
}

void ReplayDesk::onFailed(const domain::Error& error)
{
    m_problem = error.text;
}

void ReplayDesk::present(const domain::ZoneTime& zone)
{
    if (!m_stream)
        return;
    m_picture.state = shownState(player().state());
    m_picture.speed = player().speed();
    m_picture.position = player().position();
    fillSpan();
    markAnomalies();
    markFills();
    m_picture.message = message();
    Q_EMIT pictured(m_picture, zone);
}

// Without an index the span is what the source knows, or grows with what was played.
void ReplayDesk::fillSpan()
{
    if (m_picture.position.value == 0)
        return;
    if (m_picture.first.value == 0)
        m_picture.first = player().header() ? player().header()->created : m_picture.position;
    m_picture.last = std::max({m_picture.last, m_picture.position, player().last()});
}

void ReplayDesk::markAnomalies()
{
    const detect::Engine& engine = m_stream->session().engine();
    while (m_marked.size() < engine.count()) {
        const domain::UnixMs time = engine.anomaly(std::uint32_t(m_marked.size() + 1)).time;
        m_marked.push_back(time);
        const auto at = std::ranges::lower_bound(m_picture.anomalies, time);
        if (at == m_picture.anomalies.end() || *at != time)
            m_picture.anomalies.insert(at, time);
    }
}

// Other anomalies than before, under other ids. What an earlier pass found further on stays.
void ReplayDesk::onJudgedAgain()
{
    for (const domain::UnixMs time : std::exchange(m_marked, {})) {
        const auto at = std::ranges::lower_bound(m_picture.anomalies, time);
        if (at != m_picture.anomalies.end() && *at == time)
            m_picture.anomalies.erase(at);
    }
}

void ReplayDesk::markFills()
{
    const tape::TradeStore& store = m_stream->session().store();
    if (std::exchange(m_fillRevision, store.fillRevision()) == store.fillRevision())
        return;
    for (auto& [gap, fill] : m_picture.gaps) {
        const std::optional<std::size_t> played = store.findGap(gap.from, gap.to);
        if (played && store.gaps()[*played].fill.state != tape::GapFill::State::None)
            fill = store.gaps()[*played].fill;
    }
}

QString ReplayDesk::message() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (player().state() == Player::State::Opening)
        return m_opening;
    qint64 lost = 0;
    for (const recording::Loss& loss : player().losses())
        lost += loss.bytes;
    return lost > 0 ? tr("%L1 bytes of the file could not be read.").arg(lost) : QString();
}

models::StatusText ReplayDesk::feedText(const domain::ZoneTime& zone) const
{
    const bool failed = m_picture.state == State::Failed;
    models::StatusText text;
    text.brief = tr("REPLAY");
    if (m_picture.first.value != 0)
        text.brief += QLatin1Char(' ') + models::replayDateText(m_picture.position, zone);
    text.full = summary(zone) + QLatin1Char('\n') + models::replayStateText(m_picture.state);
    text.severity = failed ? models::Severity::Bad : models::Severity::Warning;
    return text;
}

QString ReplayDesk::summary(const domain::ZoneTime& zone) const
{
    if (m_picture.first.value == 0)
        return tr("Replay of %1").arg(m_picture.name);
    return tr("Replay of %1, %2").arg(m_picture.name, models::replayDateText(m_picture.first, zone));
}

} // namespace flowglass::app

// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/recordings/recordingdesk.h"

#include "session/replay/catalogue.h"

#include <QDir>
#include <QThreadPool>

#include <utility>

namespace flowglass::app {

namespace {

using Phase = recording::RecorderState::Phase;
using Shown = models::RecordingFigures::Phase;

Shown shownPhase(Phase phase)
{
    switch (phase) {
    case Phase::Idle:
    case Phase::Stopped:
        return Shown::Idle;
    case Phase::Recording:
        return Shown::Recording;
    case Phase::LowDisk:
        return Shown::LowDisk;
    case Phase::Stopping:
        return Shown::Stopping;
    case Phase::Failed:
        return Shown::Failed;
    }
    return Shown::Failed;
}

} // namespace

RecordingDesk::RecordingDesk(Stream& stream, const settings::RecordingSettings& settings, const domain::Clock& clock,
                             QObject* parent)
    : QObject(parent), m_stream(stream), m_settings(settings), m_clock(clock)
{
    connect(&stream.session(), &session::Session::recordingChanged, this, &RecordingDesk::onRecording);
}

RecordingDesk::~RecordingDesk() = default;

domain::Result<bool> RecordingDesk::begin(const QString& file)
{
    if (m_settings.journal.value())
        keepJournal();
    if (m_settings.retentionDays.value() > 0)
        applyRetention();
    if (!file.isEmpty())
        return record(file);
    if (m_settings.alwaysOn.value())
        setRecording(true);
    return true;
}

void RecordingDesk::setRecording(bool on)
{
    if (on == isRecording())
        return;
    if (!on)
        return m_stream.session().stopRecording();
    const domain::Result<QString> file = proposedFile();
    const domain::Result<bool> started = file ? record(*file) : domain::Result<bool>(file.error());
    if (!started)
        Q_EMIT troubled(started.error().text);
    Q_EMIT changed();
}

bool RecordingDesk::isRecording() const
{
    const Phase phase = m_stream.session().recordingState().phase;
    return phase == Phase::Recording || phase == Phase::LowDisk || phase == Phase::Stopping;
}

models::RecordingFigures RecordingDesk::figures() const
{
    const recording::RecorderState state = m_stream.session().recordingState();
    models::RecordingFigures figures;
    figures.phase = shownPhase(state.phase);
    figures.bytes = state.bytes;
    figures.freeBytes = state.freeBytes;
    figures.path = state.path;
    if (state.since.value != 0)
        figures.elapsed = std::chrono::duration_cast<std::chrono::seconds>(m_clock.now() - state.since);
    if (state.error)
        figures.error = state.error->text;
    return figures;
}

domain::Result<bool> RecordingDesk::record(const QString& path)
{
    recording::RecorderConfig config;
    config.path = path;
    config.rollBytes = qint64(m_settings.fileMegabytes.value()) * 1'000'000;
    config.rollDaily = true;
    const qint64 cap = qint64(m_settings.capGigabytes.value()) * 1'000'000'000;
    if (cap > 0) {
        config.capBytes = cap - session::recordedBytes(m_settings.folderInUse());
        if (config.capBytes <= 0)
            return domain::Error{domain::Error::Code::Unwritable, path,
                                 tr("The recordings have reached the %1 GB that the settings allow them.")
                                     .arg(m_settings.capGigabytes.value())};
    }
    return m_stream.session().startRecording(std::move(config));
}

domain::Result<QString> RecordingDesk::proposedFile() const
{
    const QString folder = m_settings.folderInUse();
    if (!QDir().mkpath(folder)) {
        return domain::Error{domain::Error::Code::Unwritable, folder,
                             tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(folder))};
    }
    const QString feed = m_stream.session().config().feedName;
    return QDir(folder).filePath(session::recordingName(feed, domain::lossyToMs(m_clock.now())));
}

void RecordingDesk::keepJournal()
{
    const QString folder = m_settings.journalFolderInUse();
    QDir().mkpath(folder); // a failure shows when the first line is written
    m_journal = std::make_unique<session::FlagWatch>(m_stream.session(), folder, domain::lossyToMs(m_clock.now()));
    connect(m_journal.get(), &session::FlagWatch::failed, this, &RecordingDesk::troubled);
}

void RecordingDesk::applyRetention()
{
    const std::int64_t days = m_settings.retentionDays.value();
    const domain::UnixMs limit{domain::lossyToMs(m_clock.now()).value - days * 86'400'000};
    QThreadPool::globalInstance()->start(
        [folder = m_settings.folderInUse(), limit] { session::removeSessionsBefore(folder, limit); });
}

void RecordingDesk::onRecording(const recording::RecorderState& state)
{
    if (std::exchange(m_phase, state.phase) != state.phase && state.error)
        Q_EMIT troubled(state.error->text);
    Q_EMIT changed();
}

} // namespace flowglass::app

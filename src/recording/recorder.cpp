// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder.h"

#include "recording/parts/recordingwriter.h"

namespace flowglass::recording {

namespace {

constexpr qsizetype kBlock = qsizetype(256) << 10;
constexpr qsizetype kEntrySlack = qsizetype(32) << 10; // so that the last entry of a block seldom moves it
constexpr std::chrono::seconds kFiguresEvery(1);

} // namespace

Recorder::Recorder(RecorderConfig config, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_config(std::move(config)), m_clock(clock)
{
    m_flush.setInterval(m_config.flushEvery);
    m_flush.setTimerType(Qt::PreciseTimer);
    connect(&m_flush, &QTimer::timeout, this, &Recorder::handOver);
    m_figures.setInterval(kFiguresEvery);
    connect(&m_figures, &QTimer::timeout, this, &Recorder::tell);
}

Recorder::~Recorder()
{
    blockSignals(true);
    finish();
}

domain::Result<bool> Recorder::start()
{
    Q_ASSERT(!m_writer);
    domain::Result<std::unique_ptr<RecordingFile>> file = RecordingFile::create(m_config.path);
    if (!file)
        return file.error();
    m_state.phase = RecorderState::Phase::Recording;
    m_state.path = m_config.path;
    m_state.since = m_clock.now();
    m_files << m_config.path;
    const auto changed = [this] { QMetaObject::invokeMethod(this, &Recorder::tell, Qt::QueuedConnection); };
    m_writer =
        std::make_unique<RecordingWriter>(m_config, std::move(file).value(), m_clock.steady(), changed);
    m_flush.start();
    m_figures.start();
    Q_EMIT stateChanged(m_state);
    return true;
}

void Recorder::add(QStringView frame, domain::UnixNs received)
{
    if (!takesMore() || !beginEntry(received))
        return;
    appendLine(m_text, frame, received);
    ++m_state.frames;
    endEntry();
}

void Recorder::add(const EventEntry& event)
{
    if (!takesMore() || !beginEntry(event.time))
        return;
    appendLine(m_text, event);
    endEntry();
}

void Recorder::stop()
{
    if (!takesMore())
        return;
    handOver();
    close();
}

domain::Result<bool> Recorder::finish()
{
    stop();
    if (m_writer) {
        m_writer->join();
        tell();
    }
    if (m_state.error)
        return *m_state.error;
    return true;
}

QStringList Recorder::files() const
{
    return m_files;
}

bool Recorder::takesMore() const
{
    return m_state.phase == RecorderState::Phase::Recording || m_state.phase == RecorderState::Phase::LowDisk;
}

// False: handing over what was there before was the end.
bool Recorder::beginEntry(domain::UnixNs time)
{
    const std::int32_t day = m_config.rollDaily ? m_newYork.day(lossyToMs(time)) : 0;
    if (day != m_day)
        handOver();
    if (m_text.isEmpty()) {
        m_text.reserve(kBlock + kEntrySlack);
        m_begins = time;
        m_day = day;
    }
    return takesMore();
}

void Recorder::endEntry()
{
    if (m_text.size() >= kBlock)
        handOver();
}

void Recorder::handOver()
{
    if (m_text.isEmpty())
        return;
    if (m_writer->push({std::exchange(m_text, {}), m_begins, m_day, m_clock.steady()}))
        return;
    m_state.error = unwritable(m_state.path, tr("the disk is too slow for what is recorded"));
    close();
}

void Recorder::close()
{
    if (!takesMore())
        return;
    m_state.phase = RecorderState::Phase::Stopping;
    m_writer->close();
    Q_EMIT stateChanged(m_state);
}

// What the writer reports.
void Recorder::tell()
{
    if (!m_writer)
        return;
    const RecordingWriter::Report report = m_writer->report();
    if (report.ended || !report.files.isEmpty())
        m_files = report.files;
    if (!m_files.isEmpty())
        m_state.path = m_files.last();
    m_state.bytes = report.bytes;
    m_state.freeBytes = report.freeBytes;
    if (!m_state.error)
        m_state.error = report.error;
    if (report.ended) {
        end();
        return;
    }
    if (takesMore())
        m_state.phase = report.lowDisk ? RecorderState::Phase::LowDisk : RecorderState::Phase::Recording;
    Q_EMIT stateChanged(m_state);
}

void Recorder::end()
{
    m_flush.stop();
    m_figures.stop();
    m_writer.reset();
    m_text.clear();
    m_state.phase = m_state.error ? RecorderState::Phase::Failed : RecorderState::Phase::Stopped;
    Q_EMIT stateChanged(m_state);
    Q_EMIT stopped();
}

} // namespace flowglass::recording

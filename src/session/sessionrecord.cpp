// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionrecord.h"

#include "session/replay/recordedevent.h"

#include <QThreadPool>

#include <utility>

namespace flowglass::session {

SessionRecord::SessionRecord(const QString& apiKey, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_clock(clock), m_scrubber(apiKey)
{
}

SessionRecord::~SessionRecord() = default;

void SessionRecord::add(const QString& frame, domain::UnixNs receipt)
{
    const QString kept = m_scrubber.scrubbed(frame);
    if (m_recorder)
        m_recorder->add(kept, receipt);
    if (m_firstReceipt.value == 0)
        m_firstReceipt = receipt;
    m_flight.add(recording::FrameEntry{receipt, kept});
}

void SessionRecord::add(const StreamEvent& event, domain::UnixNs time)
{
    const recording::EventEntry entry = recordedForm(event, time);
    if (m_recorder)
        m_recorder->add(entry);
    m_flight.add(entry);
}

void SessionRecord::note(const recording::EventEntry& entry)
{
    if (m_recorder)
        m_recorder->add(entry);
}

domain::Result<bool> SessionRecord::start(recording::RecorderConfig config, const detect::Settings& settings)
{
    auto recorder = std::make_unique<recording::Recorder>(std::move(config), m_clock);
    const domain::Result<bool> started = recorder->start();
    if (!started)
        return started;
    m_recorder = std::move(recorder);
    m_recorder->add(recordedForm(settings, m_clock.now()));
    m_holdsAll = m_firstReceipt.value == 0;
    m_facts.reset();
    connect(m_recorder.get(), &recording::Recorder::stateChanged, this, &SessionRecord::changed);
    connect(m_recorder.get(), &recording::Recorder::stopped, this, &SessionRecord::onStopped);
    Q_EMIT changed(m_recorder->state());
    return true;
}

void SessionRecord::stop(const std::optional<SessionFacts>& facts)
{
    if (!m_recorder)
        return;
    m_facts = m_facts ? m_facts : facts;
    m_recorder->stop();
}

void SessionRecord::finish(const std::optional<SessionFacts>& facts)
{
    if (!m_recorder)
        return;
    m_facts = m_facts ? m_facts : facts;
    m_recorder->finish();
}

void SessionRecord::onStopped()
{
    const QStringList files = m_recorder->files();
    if (!m_facts || files.size() != 1 || m_recorder->state().phase != recording::RecorderState::Phase::Stopped)
        return;
    m_facts->fileBytes = m_recorder->state().bytes;
    QThreadPool::globalInstance()->start([path = files.first(), facts = *m_facts] { saveFacts(path, facts); });
}

recording::RecorderState SessionRecord::state() const
{
    return m_recorder ? m_recorder->state() : recording::RecorderState();
}

} // namespace flowglass::session

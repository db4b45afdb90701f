// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/pastdesk.h"

#include "app/desktop/beside.h"
#include "session/keptfiles.h"

#include <QPointer>

namespace flowglass::app {

PastDesk::PastDesk(const QString& settingsFile, const domain::Clock& clock, QObject* parent)
    : QObject(parent), m_path(session::baselinePath(settingsFile)), m_writer(m_path),
      m_openInterest(session::openInterestPath(settingsFile), clock)
{
    connect(&m_openInterest, &session::OpenInterestRecord::failed, this, &PastDesk::told);
    connect(&m_writer, &session::BaselineWriter::failed, this, &PastDesk::told);
    connect(&m_writer, &session::BaselineWriter::kept, this, &PastDesk::onKept);
}

void PastDesk::startWith(Stream& stream)
{
    m_reset = false;
    m_kept.reset();
    m_openInterest.follow(stream.session());
    const auto read = [path = m_path] { return File{session::readKept(path), session::changedAt(path)}; };
    runBeside(this, QThreadPool::globalInstance(), read,
              [this, wanted = QPointer<Stream>(&stream)](const File& file) {
                  if (wanted)
                      start(*wanted, file);
              });
}

void PastDesk::start(Stream& stream, const File& file)
{
    const domain::Result<QByteArray>& text = file.text;
    session::Session& session = stream.session();
    if (text && !text->isEmpty())
        session.post(session::LearntBaselines{*text});
    const detect::BaselineInfo learnt = session.engine().baselines();
    const bool refused = !text || (!text->isEmpty() && learnt.days == 0);
    if (learnt.days > 0)
        m_kept = session::KeptBaselines{learnt, file.time};
    if (refused) {
        m_writer.keepAside();
        Q_EMIT told(tr("What was learnt on earlier days could not be read; it is kept aside and learnt anew."));
    }
    m_writer.follow(session);
    stream.start();
}

void PastDesk::keep(Stream& stream)
{
    m_writer.stop();
    if (!m_reset)
        m_writer.write(stream.session());
}

// One that was still being written when it was reset is gone by now.
void PastDesk::onKept(const session::KeptBaselines& file)
{
    if (!m_reset)
        m_kept = file;
}

void PastDesk::reset()
{
    m_reset = true;
    m_kept.reset();
    m_writer.stop();
    m_writer.remove();
}

} // namespace flowglass::app

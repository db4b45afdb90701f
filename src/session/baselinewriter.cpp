// SPDX-FileCopyrightText: 2026 The Flowglass authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/baselinewriter.h"

#include "exporting/atomicfile.h"
#include "session/keptfiles.h"
#include "session/session.h"

#include <QFile>

namespace flowglass::session {

BaselineWriter::BaselineWriter(QString path, std::chrono::milliseconds every, QObject* parent)
    : QObject(parent), m_path(std::move(path))
{
    m_worker.setMaxThreadCount(1);
    m_timer.setInterval(every);
    connect(&m_timer, &QTimer::timeout, this, &BaselineWriter::onTimer);
}

BaselineWriter::~BaselineWriter() = default;

void BaselineWriter::follow(const Session& session)
{
    m_session = &session;
    m_timer.start();
}

void BaselineWriter::stop()
{
    m_session.clear();
    m_timer.stop();
}

void BaselineWriter::onTimer()
{
    if (m_session && m_session->engine().baselines().contracts <= kMostContracts)
        write(*m_session);
}

void BaselineWriter::write(const Session& session)
{
    if (session.engine().warmup().judged == 0)
        return;
    // Its signals are queued: this object lives on another thread.
    m_worker.start([this, learnt = session.engine().learntSoFar(), info = session.engine().baselines()]() mutable {
        makeFolderOf(m_path);
        const QByteArray text = detect::packBaselines(learnt);
        const domain::Result<bool> written = exporting::writeWhole(m_path, text);
        if (!written)
            return Q_EMIT failed(written.error().text);
        info.bytes = std::uint64_t(text.size());
        Q_EMIT kept({info, changedAt(m_path)});
    });
}

void BaselineWriter::remove()
{
    m_worker.start([path = m_path] { QFile::remove(path); });
}

void BaselineWriter::keepAside()
{
    m_worker.start([path = m_path] { session::keepAside(path); });
}

} // namespace flowglass::session
